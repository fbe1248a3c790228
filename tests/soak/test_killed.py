"""A press that is killed in the middle of an act has done all of it, or nothing."""

import os
import random
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def own_database(tmp_path):
    """The address of an empty database that is there for this test alone."""
    address = os.environ["DATABASE_URL"]
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        yield f"sqlite:///{tmp_path / 'pressday.sqlite3'}"
        return
    import psycopg

    name = f"killed_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        yield urlunsplit(urlsplit(address)._replace(path=f"/{name}"))
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.soak
def test_killed_press_leaves_whole_acts_only(own_database, tmp_path, soaking):
    seed = random.SystemRandom().randrange(10**6) if soaking else 7
    rounds = 1500 if soaking else 10
    result = subprocess.run(
        [sys.executable, "-m", "tests.soak.pressing", str(seed), str(rounds)],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": own_database, "MEDIA_ROOT": str(tmp_path / "media")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert int(result.stdout.split()[-1]) > rounds / 5

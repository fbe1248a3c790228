"""What needs a database runs on both of them, however it comes by it."""

from __future__ import annotations

import unittest
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import TestCase

from tests.plain import is_plain


@pytest.fixture
def item(tmp_path: Path) -> Any:
    """A test that needs nothing, as pytest collects it."""
    module = tmp_path / "test_words.py"
    module.write_text("def test_words(): ...")
    return SimpleNamespace(
        path=module, cls=None, fixturenames=["tmp_path"], get_closest_marker={}.get
    )


def test_a_test_that_needs_nothing_is_plain(item):
    assert is_plain(item)
    item.cls = unittest.TestCase
    assert is_plain(item)


@pytest.mark.parametrize("fixture", ["db", "transactional_db", "live_server", "browser"])
def test_a_fixture_brings_the_database(item, fixture: str):
    item.fixturenames += ["desk", fixture]
    assert not is_plain(item)


def test_a_mark_or_a_class_of_djangos_brings_the_database(item):
    item.get_closest_marker = {"django_db": pytest.mark.django_db}.get
    assert not is_plain(item)
    item.get_closest_marker, item.cls = {}.get, TestCase
    assert not is_plain(item)


@pytest.mark.parametrize(
    "line",
    [
        "from django.db import connection",
        "from django.db import connections, models",
        "ENGINE = settings.DATABASES['default']['ENGINE']",
        "import subprocess",
    ],
)
def test_a_module_that_asks_for_the_database_is_not_plain(item, line: str):
    item.path.write_text(line)
    assert not is_plain(item)


def test_fixtures_that_other_fixtures_ask_for_are_seen(request: pytest.FixtureRequest, desk: str):
    assert "db" in request.fixturenames
    assert not is_plain(request.node)


@pytest.fixture
def desk(db: None) -> str:
    return "in two steps"

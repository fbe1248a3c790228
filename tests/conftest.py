"""Settings of a test run, and which tests it takes.

What this machine cannot run is deselected and said at the end of the run. In CI (CI=true or
PRESSDAY_CI=1) that is an error instead, and so is a skipped test.
"""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import django
import hypothesis
import pytest
from django.conf import settings
from django.test import override_settings

from tests import environment
from tests.browser.chromium import find_chromium
from tests.html_validation import find_validator
from tests.plain import is_plain

if settings.configured:
    raise pytest.UsageError("Unset DJANGO_SETTINGS_MODULE: it loads the settings before the tests")
environment.prepare()
django.setup()

IN_CI = os.environ.get("CI") == "true" or os.environ.get("PRESSDAY_CI") == "1"
SOAK = os.environ.get("PRESSDAY_SOAK") == "1"

ON_SQLITE = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
# Hashed names need a finished collectstatic, and slow password hashes only cost time here.
override_settings(
    STORAGES={
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    },
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
).enable()

hypothesis.configuration.set_hypothesis_home_dir(settings.BASE_DIR / "var/cache/hypothesis")
# The same examples in every run: a red run can be had again. Soaking looks for new ones.
hypothesis.settings.register_profile("sample", deadline=None, derandomize=True, database=None)
hypothesis.settings.register_profile(
    "soak", deadline=None, max_examples=2000, database=None, print_blob=True
)
hypothesis.settings.load_profile("soak" if SOAK else "sample")


def _missing() -> dict[str, str]:
    """What this machine lacks: marker -> sentence."""
    missing = {}
    if find_chromium() is None:
        missing["browser"] = "no Chromium, neither in CHROMIUM nor on the PATH"
    if find_validator() is None:
        missing["validator"] = "no HTML validator: VNU_JAR names vnu.jar, and Java is needed"
    return missing


MISSING = _missing()
#: Tests about one database have nothing to do in the run on the other.
OTHER_DATABASE = "postgresql" if ON_SQLITE else "sqlite"


def pytest_configure(config: pytest.Config) -> None:
    if IN_CI and MISSING:
        raise pytest.UsageError("; ".join(MISSING.values()))
    if config.getoption("numprocesses", None):
        # Each process of xdist prepares its own environment, and loads the settings after that.
        del os.environ["DJANGO_SETTINGS_MODULE"]


def pytest_report_header() -> str:
    return "database: " + ("SQLite, in a file" if ON_SQLITE else "PostgreSQL")


@cache
def _counts_days_from_today(module: Path) -> bool:
    """Whether a module asks the clock and has to do with press days: make anyday runs those."""
    source = module.read_text()
    return bool(re.search(r"\bnow\(|\btoday\(", source) and re.search("cadence|weekday", source))


def _is_of_this_share(item: pytest.Item) -> bool:
    """Whether a test is of the share "1/4" that PRESSDAY_SHARE names; the demo is of each."""
    share, _of, shares = os.environ.get("PRESSDAY_SHARE", "").partition("/")
    if not shares or "demo" in item.path.parts:
        return True
    return crc32(item.nodeid.encode()) % int(shares) == int(share) % int(shares)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what drives a browser, counts days or needs no database, so that nobody has to
    remember, and deselect the impossible, and what another of the dozen clocks takes
    (tests/anyday.py).
    """
    selected, deselected = [], []
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        elif _counts_days_from_today(item.path):
            item.add_marker("anyday")
        if is_plain(item):
            item.add_marker("plain")
        marks = {mark.name for mark in item.iter_markers()}
        if marks & {*MISSING, OTHER_DATABASE} or not _is_of_this_share(item):
            deselected.append(item)
        else:
            selected.append(item)
    if deselected:
        config.hook.pytest_deselected(items=deselected)
        items[:] = selected


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for marker, sentence in MISSING.items():
        terminalreporter.write_line(f"Deselected: tests marked {marker}: {sentence}.", yellow=True)


def _refuse_skip(report: Any) -> Any:
    if IN_CI and report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"Skipped, which counts as a failure in CI: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    return _refuse_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    return _refuse_skip((yield))


@pytest.fixture(scope="session")
def soaking() -> bool:
    """Whether a test marked soak is to run its long proof (make soak) or its seeded sample."""
    return SOAK

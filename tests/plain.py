"""Which tests need no database: make test runs those once, with SQLite."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from django.test import SimpleTestCase

#: What gives a test a database; whatever depends on one of them brings it along.
DATABASES = {"db", "transactional_db", "live_server", "django_db_setup", "browser"}


def is_plain(item: pytest.Item) -> bool:
    """Whether a test reads and writes no row, and nothing in its module asks which database it is.

    A test that is plain and all the same reads a row is refused that by pytest-django.
    """
    return not (
        DATABASES & set(getattr(item, "fixturenames", ()))
        or item.get_closest_marker("django_db")
        or issubclass(getattr(item, "cls", None) or object, SimpleTestCase)
        or _asks_for_the_database(item.path)
    )


@cache
def _asks_for_the_database(module: Path) -> bool:
    """Whether it builds SQL, asks for the vendor, or starts programs, which read DATABASE_URL."""
    return bool(re.search(r"\bconnections?\b|DATABASE|\bsubprocess\b", module.read_text()))

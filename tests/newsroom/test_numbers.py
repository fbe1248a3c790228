"""The numbers ahead: each series counts in its own way."""

from __future__ import annotations

from datetime import date

import pytest

from digest.models import Folio, Series
from newsroom import numbers
from newsroom.cadence import Slot, slot_on
from tests.factories import DAY, T0, cadence, issue, pressed, rules, series

pytestmark = pytest.mark.django_db

#: A day of this year, and one of the next.
DAYS = (date(2031, 12, 30), date(2032, 1, 6))


def a_series(numbering: str, live: int) -> Series:
    """A weekly series, so many issues of which are live."""
    one = series()
    cadence(one, "2")
    rules(one, numbering=numbering)
    for number in range(live):
        pressed(issue(one), now=T0 - (live - number) * DAY)
    return one


def slots(*some: Series) -> list[Slot]:
    return [slot_on(list(one.cadences.all()), day) for day in DAYS for one in some]


def ahead(*some: Series) -> list[int | None]:
    return numbers.ahead([(slot, None) for slot in slots(*some)], T0)


def test_running_by_year_and_without_numbers_beside_each_other():
    some = [a_series("running", 3), a_series("by year", 2), a_series("none", 1)]
    assert ahead(*some) == [4, 3, None, 5, 1, None]


def test_nothing_live_begins_with_one():
    assert ahead(a_series("running", 0), a_series("by year", 0)) == [1, 1, 2, 1]


def test_numbers_that_armed_issues_have_are_passed_over():
    one = a_series("running", 1)
    drafts = [issue(one) for _ in range(2)]
    for draft in drafts:
        pressed(draft, T0 + DAY, now=T0)
    first, second = slots(one)
    assert numbers.ahead([(first, None), (second, None)], T0) == [4, 5]
    assert numbers.ahead([(first, drafts[0].folio), (second, None)], T0) == [2, 4]


def test_special_without_a_number_uses_none():
    one = a_series("running", 1)
    first, second = slots(one)
    assert numbers.ahead([(first, Folio(series=one)), (second, None)], T0) == [None, 2]

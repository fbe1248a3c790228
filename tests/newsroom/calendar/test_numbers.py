"""The numbers ahead: each series counts in its own way."""

from __future__ import annotations

from datetime import date

import pytest

from digest.models import Folio, Series
from newsroom.calendar import numbers
from newsroom.calendar.cadence import Slot, slot_on
from newsroom.models import TakenSlot
from newsroom.press.folios import Place
from tests.factories import DAY, T0, cadence, issue, pressed, rules, series

pytestmark = pytest.mark.django_db

#: A day of this year, and one of the next.
DAYS = (date(2431, 12, 30), date(2432, 1, 6))


def a_series(numbering: str, live: int) -> Series:
    """A weekly series, so many issues of which are live."""
    one = series()
    rules(one, numbering=numbering)
    for number in range(live):
        pressed(issue(one), now=T0 - (live - number) * DAY)
    # What was pressed beside a rhythm would have no number.
    cadence(one, "2")
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
    for number, draft in enumerate(drafts, 2):
        pressed(draft, T0 + DAY, now=T0, place=Place("", 0, number))
    first, second = slots(one)
    assert numbers.ahead([(first, None), (second, None)], T0) == [4, 5]
    assert numbers.ahead([(first, drafts[0].folio), (second, None)], T0) == [2, 4]


def test_special_without_a_number_uses_none():
    one = a_series("running", 1)
    first, second = slots(one)
    assert numbers.ahead([(first, Folio(series=one)), (second, None)], T0) == [None, 2]


def planned(one: Series, day: date) -> Slot:
    """The slot of that day, taken by a draft."""
    TakenSlot.objects.create(series=one, day=day, issue=issue(one))
    return slot_on(list(one.cadences.all()), day)


def test_volume_is_that_of_the_slot_whatever_the_year_is_now():
    one = a_series("by year", 0)
    old, new = (planned(one, day) for day in DAYS)
    december, january = T0.replace(month=12, day=31), T0.replace(year=2432, month=1, day=2)
    assert numbers.proposed(one, new, december) == (2432, 1)
    assert numbers.proposed(one, old, january) == (2431, 1)


def test_beside_the_rhythm_is_a_special_and_without_one_the_next():
    one = a_series("running", 2)
    assert numbers.proposed(one, None, T0) == (0, None)
    one.cadences.all().delete()
    assert numbers.proposed(one, None, T0) == (0, 3)


def test_series_without_numbers_proposes_none():
    one = a_series("none", 1)
    assert numbers.proposed(one, planned(one, DAYS[0]), T0) == (0, None)

"""A press day is left out, readers are told, and it is opened again."""

from __future__ import annotations

import pytest

from digest.models import SkippedWeek
from newsroom import plan
from newsroom.models import JournalEntry, TakenSlot
from newsroom.refusals import Refused
from tests.factories import HOUR, TICK, pressed
from tests.newsroom.plan.weeks import (
    AT,
    FIRST,
    NOW,
    SECOND,
    THIRD,
    day_of,
    moved,
    planned,
    thursdays,
)
from tests.newsroom.press.verbs import last_entry, presser

pytestmark = pytest.mark.django_db


def skipped(series, day, **asked):
    return plan.skip(series, day, by=presser(), **{"now": NOW, **asked})


def test_week_is_left_out_with_a_note():
    series = thursdays()
    week = skipped(series, SECOND, note="  The harbour is frozen.  ")
    assert SkippedWeek.objects.get() == week
    assert (week.series, week.day, week.note) == (series, SECOND, "The harbour is frozen.")
    taken = TakenSlot.objects.get()
    assert (taken.series, taken.day, taken.skip, taken.issue) == (series, SECOND, week, None)
    line = last_entry()
    assert (line.verb, line.by, line.at) == ("week.skipped", "presser", NOW)
    assert line.subject == f"skippedweek:{week.uid}"
    assert (line.detail["day"], line.detail["to"]) == ("2431-03-13", "The harbour is frozen.")


def test_week_is_left_out_without_a_word():
    assert skipped(thursdays(), SECOND).note == ""


def test_readers_are_told_something_else():
    week = skipped(thursdays(), SECOND, note="Ice.")
    plan.tell(week, " Ice, and no coal. ", by=presser(), now=NOW + HOUR)
    assert SkippedWeek.objects.get().note == "Ice, and no coal."
    line = last_entry()
    assert (line.verb, line.at) == ("week.told", NOW + HOUR)
    assert (line.detail["from"], line.detail["to"]) == ("Ice.", "Ice, and no coal.")


def test_week_is_opened_again_and_can_be_planned():
    series = thursdays()
    (one,) = planned(series, None)
    week = skipped(series, SECOND)
    uid = week.uid
    plan.unskip(week, by=presser(), now=NOW + HOUR)
    assert not SkippedWeek.objects.exists()
    assert not TakenSlot.objects.exists()
    line = last_entry()
    assert (line.verb, line.subject) == ("week.opened", f"skippedweek:{uid}")
    moved(one, SECOND, now=NOW + HOUR)
    assert day_of(one) == SECOND


def test_planned_week_is_not_left_out():
    series = thursdays()
    (one,) = planned(series, SECOND)
    with pytest.raises(Refused, match="is planned for that day") as refusal:
        skipped(series, SECOND)
    assert str(one) in str(refusal.value)
    assert not SkippedWeek.objects.exists()
    assert day_of(one) == SECOND


@pytest.mark.parametrize(
    ("day", "now", "words"),
    [
        (FIRST, AT[FIRST], "That slot has passed"),
        (FIRST.replace(day=7), NOW, "That is no press day"),
        (SECOND, NOW, "That week is left out"),
    ],
)
def test_day_that_is_not_open_is_not_left_out(day, now, words):
    series = thursdays()
    skipped(series, SECOND)
    before = JournalEntry.objects.count()
    with pytest.raises(Refused, match=words):
        skipped(series, day, now=now)
    assert (SkippedWeek.objects.count(), JournalEntry.objects.count()) == (1, before)


def test_week_that_has_passed_stays_left_out():
    week = skipped(thursdays(), FIRST)
    with pytest.raises(Refused, match="That day has passed"):
        plan.unskip(week, by=presser(), now=AT[FIRST])
    assert SkippedWeek.objects.get() == week
    plan.unskip(week, by=presser(), now=AT[FIRST] - TICK)
    assert not SkippedWeek.objects.exists()


def test_week_that_somebody_has_opened_is_not_opened_or_told_again():
    series = thursdays()
    skipped(series, SECOND)
    mine, theirs = SkippedWeek.objects.get(), SkippedWeek.objects.get()
    plan.unskip(theirs, by=presser(), now=NOW)
    before = JournalEntry.objects.count()
    with pytest.raises(Refused, match="opened that day again"):
        plan.unskip(mine, by=presser(), now=NOW)
    with pytest.raises(Refused, match="opened that day again"):
        plan.tell(mine, "Ice.", by=presser(), now=NOW)
    assert JournalEntry.objects.count() == before


def test_same_day_of_another_series_is_not_left_out():
    skipped(thursdays(), SECOND)
    (one,) = planned(thursdays(), SECOND)
    assert day_of(one) == SECOND


def test_week_that_is_left_out_uses_no_number():
    series = thursdays()
    one, other = planned(series, FIRST, THIRD)
    assert pressed(one, AT[FIRST], now=NOW).folio.number == 1
    skipped(series, SECOND)
    assert pressed(other, AT[THIRD], now=NOW).folio.number == 2

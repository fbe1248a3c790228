"""Press days: which days a rhythm names, and at which instant each of them comes."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.lib import dates
from newsroom.calendar.cadence import slot_on, slots
from newsroom.models import Cadence
from tests.tables import each

NEW_YORK = "America/New_York"
LONDON = "Europe/London"
LORD_HOWE = "Australia/Lord_Howe"
SANTIAGO = "America/Santiago"
DAILY = "1234567"
WEEK = timedelta(days=7)


def rhythm(
    weekdays: str = "4", clock: time = time(10), zone: str = NEW_YORK, **fields: object
) -> Cadence:
    """A rhythm that is in no database: nothing here needs one."""
    values = {"valid_from": date(2020, 1, 6), "series_id": 1, "every": 1, **fields}
    return Cadence(weekdays=weekdays, time=clock, zone=zone, **values)


def days(cadences: list[Cadence], first: date, last: date) -> list[date]:
    return [slot.day for slot in slots(cadences, first, last)]


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]


def test_two_years_of_thursdays_at_ten():
    found = list(slots([rhythm()], date(2026, 1, 1), date(2026, 1, 1) + 104 * WEEK))[:104]
    shown = [slot.at.astimezone(ZoneInfo(NEW_YORK)) for slot in found]
    assert len({slot.at for slot in found}) == 104
    assert found[0].day == date(2026, 1, 1)
    assert {there.time() for there in shown} == {time(10)}
    assert {after.date() - before.date() for before, after in pairwise(shown)} == {WEEK}
    # Seven days are an hour less or more where the clocks change: twice a year each.
    spans = [after.at - before.at for before, after in pairwise(found)]
    assert spans.count(WEEK - timedelta(hours=1)) == 2
    assert spans.count(WEEK + timedelta(hours=1)) == 2
    assert spans.count(WEEK) == 99
    assert {slot.oddity for slot in found} == {""}
    assert {(slot.series_id, slot.zone, slot.stray) for slot in found} == {(1, NEW_YORK, False)}


SKIPS, TWICE = "skips", "twice"

#: Zone, press day, time of the rhythm, instant, what is odd, and the clock then. By hand.
CHANGES = [
    # Second Sunday of March at 2:00 EST (07:00Z); first Sunday of November at 2:00 EDT (06:00Z).
    (NEW_YORK, date(2026, 3, 8), time(2, 30), utc(2026, 3, 8, 7), SKIPS, time(3)),
    (NEW_YORK, date(2026, 11, 1), time(1, 30), utc(2026, 11, 1, 5, 30), TWICE, time(1, 30)),
    (NEW_YORK, date(2027, 3, 14), time(2, 30), utc(2027, 3, 14, 7), SKIPS, time(3)),
    (NEW_YORK, date(2027, 11, 7), time(1, 30), utc(2027, 11, 7, 5, 30), TWICE, time(1, 30)),
    # Last Sundays of March and October at 01:00Z.
    (LONDON, date(2026, 3, 29), time(1, 30), utc(2026, 3, 29, 1), SKIPS, time(2)),
    (LONDON, date(2026, 10, 25), time(1, 30), utc(2026, 10, 25, 0, 30), TWICE, time(1, 30)),
    (LONDON, date(2027, 3, 28), time(1, 30), utc(2027, 3, 28, 1), SKIPS, time(2)),
    (LONDON, date(2027, 10, 31), time(1, 30), utc(2027, 10, 31, 0, 30), TWICE, time(1, 30)),
    # Half an hour between +10:30 and +11, on the first Sundays of October and April at 2:00.
    (LORD_HOWE, date(2026, 4, 5), time(1, 45), utc(2026, 4, 4, 14, 45), TWICE, time(1, 45)),
    (LORD_HOWE, date(2026, 10, 4), time(2, 15), utc(2026, 10, 3, 15, 30), SKIPS, time(2, 30)),
    (LORD_HOWE, date(2027, 4, 4), time(1, 45), utc(2027, 4, 3, 14, 45), TWICE, time(1, 45)),
    (LORD_HOWE, date(2027, 10, 3), time(2, 15), utc(2027, 10, 2, 15, 30), SKIPS, time(2, 30)),
    # The Sundays from 2 April (03:00Z: midnight is 23:00 again) and 2 September (04:00Z).
    (SANTIAGO, date(2026, 4, 4), time(23, 30), utc(2026, 4, 5, 2, 30), TWICE, time(23, 30)),
    (SANTIAGO, date(2026, 9, 6), time(0, 30), utc(2026, 9, 6, 4), SKIPS, time(1)),
    (SANTIAGO, date(2027, 4, 3), time(23, 30), utc(2027, 4, 4, 2, 30), TWICE, time(23, 30)),
    (SANTIAGO, date(2027, 9, 5), time(0, 30), utc(2027, 9, 5, 4), SKIPS, time(1)),
]


@each(("zone", "day", "clock", "at", "odd", "shown"), CHANGES)
def test_a_press_day_on_which_the_clocks_change(zone, day, clock, at, odd, shown):
    daily = rhythm(DAILY, clock, zone)
    (slot,) = slots([daily], day, day)
    assert slot.at == at
    # What Python's own tables say: the clock shows this time then, on this day.
    there = at.astimezone(ZoneInfo(zone))
    assert (there.date(), there.time()) == (day, shown)
    if odd == SKIPS:
        just_before = (at - timedelta(minutes=1)).astimezone(ZoneInfo(zone))
        assert just_before.replace(tzinfo=None) < datetime.combine(day, clock)
    else:
        assert there.fold == 0
        assert there.replace(fold=1).utcoffset() != there.utcoffset()
    assert (f" skips {clock:%H:%M} " in slot.oddity) == (odd == SKIPS)
    assert (f" shows {clock:%H:%M} twice " in slot.oddity) == (odd == TWICE)
    assert slot.oddity.endswith(f"{dates.spoken(at, zone)}.")


@each(("zone", "clock"), sorted({(row[0], row[2]) for row in CHANGES}))
def test_no_other_day_of_the_two_years_is_odd(zone, clock):
    daily = rhythm(DAILY, clock, zone)
    found = slots([daily], date(2026, 1, 1), date(2027, 12, 31))
    odd = {slot.day for slot in found if slot.oddity}
    assert odd == {row[1] for row in CHANGES if (row[0], row[2]) == (zone, clock)}


def test_an_hour_beside_the_change_is_not_odd():
    for clock in (time(1, 59), time(3)):
        (slot,) = slots([rhythm("7", clock)], date(2026, 3, 8), date(2026, 3, 8))
        assert slot.oddity == ""
        assert slot.at.astimezone(ZoneInfo(NEW_YORK)).time() == clock


def test_the_29th_of_february():
    found = list(slots([rhythm("2")], date(2028, 2, 20), date(2028, 3, 8)))
    assert [slot.day for slot in found] == [date(2028, 2, 22), date(2028, 2, 29), date(2028, 3, 7)]
    assert found[1].at == utc(2028, 2, 29, 15)


def test_press_days_at_the_turn_of_the_year():
    # Late in the evening in New York it is the next year in UTC already.
    found = list(slots([rhythm("45", time(23))], date(2026, 12, 31), date(2027, 1, 1)))
    assert [slot.day for slot in found] == [date(2026, 12, 31), date(2027, 1, 1)]
    assert [slot.at for slot in found] == [utc(2027, 1, 1, 4), utc(2027, 1, 2, 4)]
    # And east of Greenwich it is still the old one.
    early = rhythm("5", time(0, 15), "Asia/Kathmandu")
    (slot,) = slots([early], date(2026, 12, 26), date(2027, 1, 1))
    assert (slot.day, slot.at) == (date(2027, 1, 1), utc(2026, 12, 31, 18, 30))


@pytest.mark.parametrize("valid_from", [date(2026, 1, 5), date(2026, 1, 7), date(2026, 1, 11)])
@pytest.mark.parametrize("every", [2, 4])
def test_weeks_are_counted_from_the_monday_of_the_first(every, valid_from):
    sundays = rhythm("7", every=every, valid_from=valid_from)
    expected = [date(2026, 1, 11) + number * every * WEEK for number in range(4)]
    assert days([sundays], date(2025, 12, 1), expected[-1]) == expected


def test_the_first_week_counts_even_where_its_press_day_has_gone_by():
    # From Friday on, every second Thursday: the week of that Friday was the first.
    fortnightly = rhythm("4", every=2, valid_from=date(2026, 1, 9))
    expected = [date(2026, 1, 22), date(2026, 2, 5)]
    assert days([fortnightly], date(2026, 1, 1), date(2026, 2, 8)) == expected


def test_weeks_are_counted_across_a_year_of_53_weeks():
    fortnightly = rhythm("4", every=2, valid_from=date(2026, 12, 21))
    expected = [date(2026, 12, 24), date(2027, 1, 7), date(2027, 1, 21)]
    assert days([fortnightly], date(2026, 12, 1), date(2027, 1, 21)) == expected


def test_several_weekdays_in_every_second_week():
    twice = rhythm("15", every=2, valid_from=date(2026, 3, 2))
    expected = [date(2026, 3, 2), date(2026, 3, 6), date(2026, 3, 16), date(2026, 3, 20)]
    assert days([twice], date(2026, 3, 1), date(2026, 3, 29)) == expected


def test_another_day_for_good_leaves_the_past_its_own():
    thursdays = rhythm("4", valid_from=date(2026, 1, 1))
    tuesdays = rhythm("2", time(7, 30), LONDON, valid_from=date(2026, 1, 19))
    before = list(slots([thursdays], date(2026, 1, 1), date(2026, 1, 18)))
    found = list(slots([thursdays, tuesdays], date(2025, 12, 1), date(2026, 1, 27)))
    assert found[:3] == before
    assert [slot.day for slot in found[3:]] == [date(2026, 1, 20), date(2026, 1, 27)]
    assert [slot.at for slot in found[3:]] == [utc(2026, 1, 20, 7, 30), utc(2026, 1, 27, 7, 30)]
    assert {slot.zone for slot in found[3:]} == {LONDON}


def test_a_rhythm_without_weekdays_is_a_pause():
    pause = rhythm("", valid_from=date(2026, 7, 1))
    again = rhythm("4", valid_from=date(2026, 8, 17))
    found = days([rhythm(), pause, again], date(2026, 6, 22), date(2026, 8, 31))
    expected = [date(2026, 6, 25), date(2026, 8, 20), date(2026, 8, 27)]
    assert found == expected


def test_no_press_day_before_the_first_rhythm():
    first = rhythm(valid_from=date(2026, 1, 8))
    assert days([first], date(2025, 1, 1), date(2026, 1, 8)) == [date(2026, 1, 8)]
    assert slot_on([first], date(2026, 1, 7)) is None
    assert slot_on([], date(2026, 1, 8)) is None
    assert days([], date(2026, 1, 1), date(2026, 1, 31)) == []


def test_slot_of_a_day_that_the_rhythm_does_not_name_is_stray():
    fortnightly = rhythm(every=2, valid_from=date(2026, 1, 5))
    named = slot_on([fortnightly], date(2026, 1, 8))
    assert (named.at, named.stray) == (utc(2026, 1, 8, 15), False)
    for day in (date(2026, 1, 9), date(2026, 1, 15)):
        stray = slot_on([fortnightly], day)
        assert (stray.day, stray.stray) == (day, True)
        # An issue that still holds the day keeps the time it was planned for.
        assert stray.at.astimezone(ZoneInfo(NEW_YORK)).time() == time(10)


ZONES = [
    NEW_YORK,
    LONDON,
    LORD_HOWE,
    SANTIAGO,
    "Europe/Dublin",
    "Africa/Casablanca",
    "Asia/Kathmandu",
    "Australia/Adelaide",
    "America/St_Johns",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Asia/Beirut",
    "UTC",
]


def parsed(words: str, zone: str) -> datetime:
    """The instant of a time as it is shown: the one at which the clock and its name are these."""
    day, name = words.rsplit(" ", 1)
    wall = datetime.strptime(day, "%d %B %Y, %H:%M")  # noqa: DTZ007 (the zone comes below)
    readings = {
        there.astimezone(UTC)
        for there in (wall.replace(tzinfo=ZoneInfo(zone), fold=fold) for fold in (0, 1))
        if dates.zone_name(there.astimezone(UTC), zone) == name
        and there.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall
    }
    (at,) = readings
    return at


#: Half of all times lie where clocks change.
TIMES = st.one_of(
    st.times(),
    st.builds(time, st.sampled_from([0, 1, 2, 3, 23]), st.sampled_from([0, 15, 30, 45, 59])),
).map(lambda clock: clock.replace(second=0, microsecond=0))
RHYTHMS = st.builds(
    Cadence,
    series_id=st.just(1),
    valid_from=st.dates(date(2024, 1, 1), date(2434, 12, 31)),
    every=st.sampled_from([1, 1, 2, 3, 4, 52]),
    weekdays=st.sets(st.sampled_from(DAILY), min_size=1).map(lambda days: "".join(sorted(days))),
    time=TIMES,
    zone=st.sampled_from(ZONES),
)


@settings(max_examples=500, deadline=None)
@given(RHYTHMS)
def test_what_is_shown_of_a_slot_is_its_instant(one):
    found = list(slots([one], one.valid_from, one.valid_from + timedelta(days=400)))
    assert found
    assert all(before.at < after.at for before, after in pairwise(found))
    assert len({slot.day for slot in found}) == len(found)
    for slot in found:
        assert parsed(dates.spoken(slot.at, slot.zone), one.zone) == slot.at
        there = slot.at.astimezone(ZoneInfo(one.zone))
        assert there.date() == slot.day
        assert str(slot.day.isoweekday()) in one.weekdays
        if " skips " in slot.oddity:
            assert there.time() > one.time
        else:
            assert there.time() == one.time

"""Wall clocks and instants."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from digest.lib import dates
from tests.tables import each

NEW_YORK = "America/New_York"
LISBON = "Europe/Lisbon"
KATHMANDU = "Asia/Kathmandu"


def wall(*parts: int) -> datetime:
    return datetime(*parts)  # type: ignore[arg-type] # noqa: DTZ001 (a wall clock has no zone)


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[arg-type,misc]


def test_now_is_aware_and_in_utc():
    before = datetime.now(UTC)
    now = dates.now()
    assert now.tzinfo is UTC
    assert before <= now <= datetime.now(UTC)


@each(
    ("typed", "zone", "instant"),
    [
        (wall(2431, 3, 6, 10), NEW_YORK, utc(2431, 3, 6, 15)),
        (wall(2431, 7, 3, 10), NEW_YORK, utc(2431, 7, 3, 14)),
        (wall(2431, 3, 6, 10), LISBON, utc(2431, 3, 6, 10)),
        (wall(2431, 3, 6, 10), KATHMANDU, utc(2431, 3, 6, 4, 15)),
        (wall(2432, 2, 29, 0), "UTC", utc(2432, 2, 29)),
        (wall(2431, 3, 9, 3), NEW_YORK, utc(2431, 3, 9, 7)),
        (wall(2431, 3, 9, 1, 59, 59), NEW_YORK, utc(2431, 3, 9, 6, 59, 59)),
        (wall(2431, 11, 2, 0, 59), NEW_YORK, utc(2431, 11, 2, 4, 59)),
        (wall(2431, 11, 2, 2), NEW_YORK, utc(2431, 11, 2, 7)),
    ],
)
def test_a_typed_time_is_that_of_its_zone(typed: datetime, zone: str, instant: datetime):
    assert dates.instant(typed, zone) == instant


@each(
    ("typed", "zone", "instant", "sentence"),
    [
        (
            wall(2431, 3, 9, 2, 30),
            NEW_YORK,
            utc(2431, 3, 9, 7),
            "The clock in America/New_York skips 02:30 that night; "
            "what comes first is meant: 9 March 2431, 03:00 EDT.",
        ),
        (
            wall(2431, 3, 30, 1, 0),
            LISBON,
            utc(2431, 3, 30, 1),
            "The clock in Europe/Lisbon skips 01:00 that night; "
            "what comes first is meant: 30 March 2431, 02:00 WEST.",
        ),
        (
            wall(2431, 11, 2, 1, 30),
            NEW_YORK,
            utc(2431, 11, 2, 5, 30),
            "The clock in America/New_York shows 01:30 twice that night; "
            "the first is meant: 2 November 2431, 01:30 EDT.",
        ),
        (
            wall(2431, 10, 26, 1, 0),
            LISBON,
            utc(2431, 10, 26, 0),
            "The clock in Europe/Lisbon shows 01:00 twice that night; "
            "the first is meant: 26 October 2431, 01:00 WEST.",
        ),
        (wall(2431, 3, 9, 3), NEW_YORK, utc(2431, 3, 9, 7), ""),
    ],
)
def test_a_time_the_clock_skips_or_shows_twice_is_settled_and_said(
    typed: datetime, zone: str, instant: datetime, sentence: str
):
    assert dates.instant(typed, zone) == instant
    assert dates.oddity(typed, zone) == sentence


ZONES = [NEW_YORK, LISBON, KATHMANDU, "Australia/Lord_Howe", "America/Sao_Paulo"]


@given(
    st.datetimes(min_value=wall(2020, 1, 1), max_value=wall(2040, 1, 1)).map(
        lambda typed: typed.replace(microsecond=0)
    ),
    st.sampled_from(ZONES),
)
def test_what_is_shown_is_what_was_typed_or_the_first_minute_after_a_gap(
    typed: datetime, zone: str
):
    at = dates.instant(typed, zone)
    shown = dates.local(at, zone).replace(tzinfo=None)
    if shown == typed:
        earlier = dates.local(at - timedelta(hours=1), zone).replace(tzinfo=None)
        assert earlier != typed
    else:
        before = dates.local(at - timedelta(seconds=1), zone).replace(tzinfo=None)
        assert before < typed < shown


@each(
    ("at", "zone", "words"),
    [
        (utc(2431, 3, 6, 15), NEW_YORK, "6 March 2431, 10:00 EST"),
        (utc(2431, 7, 3, 14), NEW_YORK, "3 July 2431, 10:00 EDT"),
        (utc(2431, 3, 6, 15), LISBON, "6 March 2431, 15:00 WET"),
        (utc(2431, 3, 6, 23), KATHMANDU, "7 March 2431, 04:45 UTC+5:45"),
        (utc(2431, 3, 6, 15), "America/Sao_Paulo", "6 March 2431, 12:00 UTC-3"),
        (utc(2431, 3, 6, 15), "UTC", "6 March 2431, 15:00 UTC"),
        (utc(2431, 11, 2, 5, 30), NEW_YORK, "2 November 2431, 01:30 EDT"),
        (utc(2431, 11, 2, 6, 30), NEW_YORK, "2 November 2431, 01:30 EST"),
        (
            datetime(2431, 3, 6, 16, tzinfo=timezone(timedelta(hours=1))),
            "UTC",
            "6 March 2431, 15:00 UTC",
        ),
    ],
)
def test_a_time_is_spoken_with_its_zone(at: datetime, zone: str, words: str):
    assert dates.spoken(at, zone) == words


def test_a_year_begins_and_ends_in_its_zone():
    assert dates.year_bounds(2431, NEW_YORK) == (utc(2431, 1, 1, 5), utc(2432, 1, 1, 5))
    assert dates.year_bounds(2431, KATHMANDU) == (
        utc(2430, 12, 31, 18, 15),
        utc(2431, 12, 31, 18, 15),
    )
    assert dates.year(utc(2431, 12, 31, 23), NEW_YORK) == 2431
    assert dates.year(utc(2431, 12, 31, 23), KATHMANDU) == 2432


@each("zone", ["", "Atlantis/Harbour", "europe/lisbon ", "../etc/passwd"])
def test_an_unknown_zone_is_refused(zone: str):
    with pytest.raises(ValidationError):
        dates.validate_zone(zone)

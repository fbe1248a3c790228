"""Press days, computed from the rhythm of a series: a function of rows, without a query.

A day is a local date in the zone of its cadence. The instant is where the clock there shows
the time; what the clock skips or shows twice is settled by digest/lib/dates.py.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from digest.lib import dates
from newsroom.models import Cadence

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Slot:
    """One press day of a series: its local date, and the instant in UTC.

    `oddity` says what there is to know where the clock skips the time or shows it twice.
    A day that the rhythm does not name (any more) is `stray`: an issue may still hold it.
    """

    series_id: int
    day: date
    at: datetime
    zone: str
    oddity: str = ""
    stray: bool = False


def in_force(cadences: Sequence[Cadence], day: date) -> Cadence | None:
    """Which of a series' cadences, in order of `valid_from`, holds on that day."""
    place = bisect_right(cadences, day, key=lambda one: one.valid_from)
    return cadences[place - 1] if place else None


def slots(cadences: Sequence[Cadence], first: date, last: date) -> Iterator[Slot]:
    """The press days from `first` to `last`, both of them included, in order."""
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        cadence = in_force(cadences, day)
        if cadence is not None and names(cadence, day):
            yield _slot(cadence, day)


def slot_on(cadences: Sequence[Cadence], day: date) -> Slot | None:
    """The slot of a day: `stray` where the rhythm does not name it, None without a rhythm."""
    cadence = in_force(cadences, day)
    if cadence is None:
        return None
    return _slot(cadence, day, stray=not names(cadence, day))


def names(cadence: Cadence, day: date) -> bool:
    """Whether the cadence, while it holds, makes that day a press day."""
    weeks = (_monday(day) - _monday(cadence.valid_from)) // WEEK
    return str(day.isoweekday()) in cadence.weekdays and weeks % cadence.every == 0


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _slot(cadence: Cadence, day: date, *, stray: bool = False) -> Slot:
    wall = datetime.combine(day, cadence.time)
    return Slot(
        series_id=cadence.series_id,
        day=day,
        at=dates.instant(wall, cadence.zone),
        zone=cadence.zone,
        oddity=dates.oddity(wall, cadence.zone),
        stray=stray,
    )

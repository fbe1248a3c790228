"""A rhythm in words: what it means, how long it holds, when its next press day is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.utils import formats
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digest.lib import dates
from newsroom.calendar import cadence as press_days
from newsroom.calendar.cadence import Slot
from newsroom.desk.lib.clocks import clocks
from newsroom.models import Cadence

#: A rhythm of 52 weeks names a day within this, wherever one stands.
_AHEAD = timedelta(weeks=53)


def day_of(day: date) -> str:
    """A day with its year, "4 December 2026"."""
    return formats.date_format(day, "j F Y")


def weekdays_of(one: Cadence) -> list[str]:
    """The names of its weekdays, from Monday on."""
    return [str(WEEKDAYS[int(digit) - 1]) for digit in one.weekdays]


def listed(words: Sequence[str]) -> str:
    """ "Monday, Tuesday and Friday"."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def meant(one: Cadence) -> str:
    """ "Every Friday at 09:00 in America/New_York, from 4 December 2026"."""
    words = {
        "days": listed(weekdays_of(one)),
        "time": f"{one.time:%H:%M}",
        "zone": one.zone,
        "from": day_of(one.valid_from),
        "weeks": one.every,
    }
    if not one.weekdays:
        return _("No press days: a pause, from %(from)s") % words
    if one.every == 1 and len(one.weekdays) == 7:
        return _("Every day at %(time)s in %(zone)s, from %(from)s") % words
    if one.every == 1:
        return _("Every %(days)s at %(time)s in %(zone)s, from %(from)s") % words
    if one.every == 2:
        return _("Every second week on %(days)s at %(time)s in %(zone)s, from %(from)s") % words
    every = ngettext(
        "Every %(weeks)d week on %(days)s at %(time)s in %(zone)s, from %(from)s",
        "Every %(weeks)d weeks on %(days)s at %(time)s in %(zone)s, from %(from)s",
        one.every,
    )
    return every % words


def told(one: Cadence, cadences: Sequence[Cadence], at: datetime) -> list[str]:
    """What it means until when, and its next slot on both clocks.

    `cadences` are all of the series, in order of their beginning.
    """
    after = next((c for c in cadences if c.valid_from > one.valid_from), None)
    until = after.valid_from - timedelta(days=1) if after else None
    said = meant(one) + (_(" until %s.") % day_of(until) if until else _(", with no end."))
    return [said, *_next(one, cadences, until, at)]


def _next(one: Cadence, cadences: Sequence[Cadence], until: date | None, at: datetime) -> list[str]:
    today = dates.local(at, one.zone).date()
    if until and until < today:
        return [_("It is over.")]
    if not one.weekdays:
        return []
    slot = next_slot(one, until, at)
    if slot is None:
        return [_("There is no slot in it any more.")]
    said = _("The next slot is %(day)s, %(clocks)s.") % {
        "day": formats.date_format(slot.day, "l"),
        "clocks": clocks(slot.at, slot.zone),
    }
    return [said, *([slot.oddity] if slot.oddity else [])]


def next_slot(one: Cadence, until: date | None, at: datetime) -> Slot | None:
    """The first slot after `at` that a rhythm makes, while it holds."""
    first = max(one.valid_from, dates.local(at, one.zone).date())
    if first.year not in dates.YEARS:
        return None
    last = min(until or date.max, first + _AHEAD)
    return next((s for s in press_days.slots([one], first, last) if s.at > at), None)


def for_readers(cadences: Sequence[Cadence], at: datetime) -> str:
    """What readers are told of a rhythm, where it is simple: "Every Friday"; else ""."""
    begun = [c for c in cadences if c.valid_from <= dates.local(at, c.zone).date()]
    one = begun[-1] if begun else next(iter(cadences), None)
    if one is None or one.every != 1 or not one.weekdays:
        return ""
    if len(one.weekdays) == 7:
        return _("Every day")
    return _("Every %s") % listed(weekdays_of(one)) if len(one.weekdays) <= 3 else ""

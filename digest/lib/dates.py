"""The one clock, and the passage between wall clocks and instants.

Everything stored or compared is aware UTC. A zone is a name of the tz database
("Europe/Lisbon"); it comes in only where a person types or reads a time.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _

#: What people may type. Beyond these the clocks of some zones leave the calendar.
YEARS = range(1970, 3000)


def now() -> datetime:
    """The present instant, aware, in UTC. No other code asks a clock."""
    return datetime.now(UTC)


def validate_zone(name: str) -> None:
    """Raise ValidationError unless `name` is a zone of the tz database."""
    if name not in available_timezones():
        raise ValidationError(
            _("There is no time zone “%(name)s”. Write it like Europe/Lisbon."),
            params={"name": name},
        )


def validate_year(day: date) -> None:
    """Raise ValidationError unless a day, or a moment, is of one of the YEARS."""
    if day.year not in YEARS:
        raise ValidationError(
            _("Choose a year from %(first)d to %(last)d."),
            params={"first": YEARS[0], "last": YEARS[-1]},
            code="year",
        )


def instant(wall: datetime, zone: str) -> datetime:
    """Turn a naive wall-clock time in `zone` into an instant in UTC.

    A time that the clock skips in spring becomes the first minute after the gap; one that it
    shows twice in autumn is its first. `oddity()` says so to whoever typed it.
    """
    tz = ZoneInfo(zone)
    first = wall.replace(tzinfo=tz, fold=0).astimezone(UTC)
    if local(first, zone).replace(tzinfo=None) == wall:
        return first
    # In a gap: what is read with the offset after it lies before it, and the other way round.
    before, after = wall.replace(tzinfo=tz, fold=1).astimezone(UTC), first
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) // 2
        if local(middle, zone).utcoffset() == local(before, zone).utcoffset():
            before = middle
        else:
            after = middle
    return after.replace(microsecond=0)


def oddity(wall: datetime, zone: str) -> str:
    """What a person has to know about a wall-clock time that is skipped or comes twice, or ""."""
    tz = ZoneInfo(zone)
    offsets = [wall.replace(tzinfo=tz, fold=fold).utcoffset() for fold in (0, 1)]
    if offsets[0] == offsets[1]:
        return ""
    at = instant(wall, zone)
    words = {"zone": zone, "clock": wall.strftime("%H:%M")}
    if local(at, zone).replace(tzinfo=None) == wall:
        said = _("The clock in %(zone)s shows %(clock)s twice that night; the first is meant: ")
    else:
        said = _("The clock in %(zone)s skips %(clock)s that night; what comes first is meant: ")
    return said % words + f"{spoken(at, zone)}."


def local(at: datetime, zone: str) -> datetime:
    """The same instant on the wall clock of `zone` (aware)."""
    return at.astimezone(ZoneInfo(zone))


def year(at: datetime, zone: str) -> int:
    """The year in which `at` falls in `zone`."""
    return local(at, zone).year


def year_bounds(number: int, zone: str) -> tuple[datetime, datetime]:
    """First instant of the year in `zone`, and of the next one, both in UTC."""
    tz = ZoneInfo(zone)
    return (
        datetime(number, 1, 1, tzinfo=tz).astimezone(UTC),
        datetime(number + 1, 1, 1, tzinfo=tz).astimezone(UTC),
    )


def zone_name(at: datetime, zone: str) -> str:
    """What readers call the zone at that moment: "EST", or "UTC+3" where it has no letters."""
    name = local(at, zone).strftime("%Z")
    if name[:1] not in "+-":
        return name
    offset = local(at, zone).utcoffset() or timedelta()
    sign = "-" if offset < timedelta() else "+"
    hours, minutes = divmod(abs(int(offset.total_seconds())) // 60, 60)
    return f"UTC{sign}{hours}" + (f":{minutes:02d}" if minutes else "")


def spoken(at: datetime, zone: str) -> str:
    """Date, time and zone as readers and editors see them: "5 March 2026, 10:00 EST"."""
    there = local(at, zone)
    day = formats.date_format(there, "j F Y")
    return f"{day}, {there:%H:%M} {zone_name(at, zone)}"

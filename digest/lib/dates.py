"""The one clock, and the passage between wall clocks and instants.

Everything stored or compared is aware UTC. A zone is a name of the tz database
("Europe/Lisbon"); it comes in only where a person types or reads a time.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext as _


class NoSuchTime(ValueError):
    """The clock jumps over this wall time, or shows it twice."""


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


def instant(wall: datetime, zone: str) -> datetime:
    """Turn a naive wall-clock time in `zone` into an instant in UTC.

    Raises NoSuchTime, with a sentence for the person who typed it, when the clock
    skips that time in spring or shows it twice in autumn: a guess would be an hour off.
    """
    tz = ZoneInfo(zone)
    first = wall.replace(tzinfo=tz, fold=0).astimezone(UTC)
    second = wall.replace(tzinfo=tz, fold=1).astimezone(UTC)
    if first == second:
        return first
    clock = wall.strftime("%H:%M")
    if first.astimezone(tz).replace(tzinfo=None) != wall:
        before, after = sorted([first, second])
        raise NoSuchTime(
            _("The clock in %(zone)s skips %(clock)s that night. Choose %(before)s or %(after)s.")
            % {
                "zone": zone,
                "clock": clock,
                "before": before.astimezone(tz).strftime("%H:%M"),
                "after": after.astimezone(tz).strftime("%H:%M"),
            }
        )
    raise NoSuchTime(
        _(
            "The clock in %(zone)s shows %(clock)s twice that night. "
            "Choose a time outside that hour."
        )
        % {"zone": zone, "clock": clock}
    )


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

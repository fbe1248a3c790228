"""Moments in words, each with its zone, and how long it is until then."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digest.lib import dates

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def left(at: datetime, now: datetime) -> str:
    """The time from `now` to `at`: "41 minutes", "5 hours", "3 days"; never more than is left."""
    span = at - now
    if span < MINUTE:
        return _("less than a minute")
    if span < HOUR:
        return ngettext("%d minute", "%d minutes", span // MINUTE) % (span // MINUTE)
    if span < 2 * DAY:
        return ngettext("%d hour", "%d hours", span // HOUR) % (span // HOUR)
    return ngettext("%d day", "%d days", span.days) % span.days


def clocks(at: datetime, zone: str) -> str:
    """A moment on the clock of the series, and in UTC."""
    return _("%(there)s, that is %(utc)s") % {
        "there": dates.spoken(at, zone),
        "utc": dates.spoken(at, "UTC"),
    }


def spoken(at: datetime, zone: str) -> str:
    """A moment with its weekday, on the clock of the slot and in UTC."""
    weekday = formats.date_format(dates.local(at, zone), "l")
    return _("%(weekday)s %(there)s (%(utc)s UTC)") % {
        "weekday": weekday,
        "there": dates.spoken(at, zone),
        "utc": f"{dates.local(at, 'UTC'):%H:%M}",
    }


def moment(at: datetime, zone: str = "") -> str:
    """A moment as lists show it, "5 Mar, 10:00 EST": in `zone`, else on the desk's clock.

    The year is said where it is not this one.
    """
    where = zone or timezone.get_current_timezone_name()
    there = dates.local(at, where)
    this_year = there.year == dates.year(dates.now(), where)
    day = formats.date_format(there, "j M" if this_year else "j M Y")
    return f"{day}, {there:%H:%M} {dates.zone_name(at, where)}"


def clock(at: datetime | None, zone: str = "") -> SafeString | str:
    """A moment as moment() says it, in a <time> element; "" where there is none."""
    if at is None:
        return ""
    stamp = at.isoformat(timespec="minutes")
    return format_html('<time datetime="{}">{}</time>', stamp, moment(at, zone))


def weekday(at: datetime, zone: str) -> str:
    """A moment with its weekday: "Thu 5 Mar, 10:00 EST"."""
    return f"{formats.date_format(dates.local(at, zone), 'D')} {moment(at, zone)}"


def weekday_clock(at: datetime, zone: str) -> SafeString | str:
    """A moment as weekday() says it, in a <time> element."""
    stamp = at.isoformat(timespec="minutes")
    return format_html('<time datetime="{}">{}</time>', stamp, weekday(at, zone))

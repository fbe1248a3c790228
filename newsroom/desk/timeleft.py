"""How long until a moment, in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import ngettext

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def left(at: datetime, now: datetime) -> str:
    """ "41 minutes", "5 hours" (up to three days), "12 days": whole ones, none where it passed."""
    span = max(at - now, timedelta())
    if span < 2 * HOUR:
        count = span // timedelta(minutes=1)
        return ngettext("%d minute", "%d minutes", count) % count
    if span < 3 * DAY:
        count = span // HOUR
        return ngettext("%d hour", "%d hours", count) % count
    return ngettext("%d day", "%d days", span // DAY) % (span // DAY)

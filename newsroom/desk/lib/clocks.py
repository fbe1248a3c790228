"""How long it is until then, in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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

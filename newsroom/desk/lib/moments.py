"""A moment named in an address: pages of the desk "as of" then.

The address has an aware instant, such as ?at=2031-03-06T15:00Z; forms of the desk take a
time on the clock of a series and lead there.
"""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest
from django.utils.translation import gettext as _

from digest.lib import dates


class NoMoment(ValueError):
    """What the address names is no moment; str() says how to write one."""


def asked_moment(request: HttpRequest) -> datetime | None:
    """The moment that the address names, in UTC, or None where it names none."""
    text = request.GET.get("at", "")
    return read(text) if text else None


def read(text: str) -> datetime:
    """An aware instant in UTC; a plus sign that an address has made a blank is one again."""
    try:
        at = datetime.fromisoformat(text.strip().replace(" ", "+"))
    except ValueError:
        at = None
    if at is None or at.tzinfo is None or at.year not in dates.YEARS:
        raise NoMoment(
            _("“%s” is no moment. Write it with its zone, like 2031-03-06T15:00Z.") % text
        )
    return at.astimezone(UTC)


def written(at: datetime) -> str:
    """A moment as it stands in an address."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M}Z"

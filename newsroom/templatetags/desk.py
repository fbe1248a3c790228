"""How the desk says things on its pages and in its lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django import template
from django.utils import formats, timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from digest.lib import dates, html
from newsroom.desk.site import plain_media, with_nonce

register = template.Library()


def moment(at: datetime, zone: str = "") -> str:
    """A moment as lists show it, "5 Mar, 10:00 EST": in `zone`, else on the desk's clock.

    The year is said where it is not this one.
    """
    where = zone or timezone.get_current_timezone_name()
    there = dates.local(at, where)
    this_year = there.year == dates.year(dates.now(), where)
    day = formats.date_format(there, "j M" if this_year else "j M Y")
    return f"{day}, {there:%H:%M} {dates.zone_name(at, where)}"


@register.simple_tag(takes_context=True)
def pastes(context: template.Context) -> object:
    """Script and style for pastes into plain fields, for a page without an editor."""
    return with_nonce(plain_media(), context["request"])


@register.filter
def clock(at: datetime | None, zone: str = "") -> SafeString | str:
    """The same, marked up."""
    if at is None:
        return ""
    stamp = at.isoformat(timespec="minutes")
    return format_html('<time datetime="{}">{}</time>', stamp, moment(at, zone))


@register.filter
def called(account: str, names: Mapping[str, str]) -> str:
    """An account as people call it; its own name where it is gone."""
    return names.get(account, account)


@register.filter
def opening(text: str) -> str:
    """The first words of a rich text, for a list."""
    return Truncator(html.plain(text)).words(12)


@register.filter
def weekday(at: datetime, zone: str) -> str:
    """A moment with its weekday: "Thu 5 Mar, 10:00 EST"."""
    return f"{formats.date_format(dates.local(at, zone), 'D')} {moment(at, zone)}"


@register.filter
def weekday_clock(at: datetime, zone: str) -> SafeString | str:
    """The same, marked up."""
    stamp = at.isoformat(timespec="minutes")
    return format_html('<time datetime="{}">{}</time>', stamp, weekday(at, zone))

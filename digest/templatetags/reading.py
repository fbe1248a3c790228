"""Filters that reader templates need."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

from django import template
from django.conf import settings
from django.utils import formats
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext as _

from digest.document import PictureUse, Signature
from digest.lib import addresses, dates, html
from digest.models import Folio, Notice
from digest.reader.frame import Figure, Place

register = template.Library()


@register.filter
def rich(text: str) -> SafeString:
    """Rich text as markup, cleaned once more: the one place that switches escaping off."""
    return mark_safe(html.clean(text))  # noqa: S308 -- cleaned in this very line


@register.filter
def plain(text: str) -> str:
    """Rich text as words in one line, blanks where blocks end."""
    return html.plain(text)


@register.filter
def spoken(at: datetime, zone: str) -> str:
    """An instant as date, time and zone: "5 March 2026, 10:00 EST"."""
    return dates.spoken(at, zone)


@register.filter
def day(at: datetime, zone: str) -> str:
    """The date of an instant in a zone: "5 March 2026"."""
    return formats.date_format(dates.local(at, zone), "j F Y")


@register.filter
def short_day(at: datetime, zone: str) -> str:
    """The date of an instant in a zone, where the year is said elsewhere: "5 Mar"."""
    return formats.date_format(dates.local(at, zone), "j M")


@register.filter
def iso(at: datetime) -> str:
    """An instant for machines: 2026-03-05T15:00:00Z (RFC 3339)."""
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


@register.filter
def entry(mapping: Mapping[str, object], key: str) -> object:
    """What a mapping holds under a key, or None."""
    return mapping.get(key)


@register.filter
def number(place: Folio | Place) -> str:
    """The number of an issue as printed: "no. 12", "no. 3 of 2031", or "" for a special."""
    if place.number is None:
        return ""
    words = _("no. %(number)d of %(volume)d") if place.volume else _("no. %(number)d")
    return words % {"number": place.number, "volume": place.volume}


@register.filter
def figure_of(pictures: Mapping[str, Figure], use: PictureUse | None) -> Figure | None:
    """The figure of a use of a picture, or None where there is none to show."""
    return pictures.get(use.key) if use else None


@register.filter
def absolute(path: str) -> str:
    """A path with the site's address before it."""
    return f"{settings.SITE_URL}{path}"


@register.filter
def told_apart(notices: Iterable[Notice]) -> list[tuple[Notice, str]]:
    """Each notice with its name: kind and first words, counted where two begin alike."""
    named: list[tuple[Notice, str]] = []
    counts: Counter[str] = Counter()
    for notice in notices:
        words = Truncator(html.plain(notice.text)).words(8)
        name = f"{capfirst(notice.get_kind_display())}: {words}"
        counts[name] += 1
        named.append((notice, name if counts[name] == 1 else f"{name} ({counts[name]})"))
    return named


@register.filter
def linkable(address: str) -> str:
    """A foreign address where a page may link to it, else "": then only its words are printed."""
    return addresses.linkable(address)


@register.filter
def signed(byline: tuple[Signature, ...], role: str) -> list[Signature]:
    """The signatures of one role ("author", "with", "editor", "illustration"), in their order."""
    return [signature for signature in byline if signature.role == role]


@register.filter
def unbroken(markup: str) -> str:
    """Markup whose template is written over several lines, in one: {% filter unbroken %}.

    A line break goes with the indent after it; one without an indent stays.
    """
    return re.sub(r"\n +", "", markup)

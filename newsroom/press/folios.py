"""The permanent place an issue gets: slug, volume and number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from digest.document import Document
from digest.lib import slugs
from digest.models import Folio, Series
from digest.models.folios import RESERVED_SLUGS
from newsroom.calendar import numbers
from newsroom.refusals import Misfilled, Refused
from newsroom.text import titles

if TYPE_CHECKING:
    from newsroom.press.holding import Hold


def propose_slug(
    series: Series,
    title: str,
    *,
    volume: int = 0,
    number: int | None = None,
    own: Folio | None = None,
) -> str:
    """A free slug made of the title without prefix; "-2" is added where it is taken.

    Of series and number where the title has no letters, or one word too long for an address.
    """
    numbered = [str(one) for one in (volume, number) if one and number is not None]
    title = titles.without_prefix(title, series.title_prefix)
    otherwise = slugs.base(" ".join([series.slug, *numbered]), otherwise="issue")
    wanted = slugs.base(title, otherwise=otherwise)
    others = Folio.objects.filter(series=series, slug__startswith=wanted)
    if own is not None:
        others = others.exclude(pk=own.pk)
    taken = set(others.values_list("slug", flat=True)) | RESERVED_SLUGS
    return slugs.free(wanted, taken)


@dataclass(frozen=True)
class Place:
    """The slug, volume and number somebody wants; "" asks for the proposed slug."""

    slug: str
    volume: int
    number: int | None


def wanted(held: Hold, document: Document, begins: datetime, place: Place | None) -> Place | None:
    """The place that the issue is to get, or None where it keeps the one it has.

    Without a `place` a new Folio gets what is proposed. Locks the series: two first pressings
    in one choose their numbers one after the other. Raises Refused where something else is
    asked of an issue that has been live.
    """
    own = held.folio
    if own is not None and (place is None or place == place_of(own)):
        return None
    if held.has_been_live:
        raise Refused(_("The issue has been live: its address and its number are fixed."))
    series = Series.objects.select_for_update().get(pk=held.issue.series_id)
    if place is None:
        place = Place("", *numbers.of(held.issue, held.now, begins))
    if place.slug:
        return place
    slug = propose_slug(series, document.title, volume=place.volume, number=place.number, own=own)
    return replace(place, slug=slug)


def taken(held: Hold, place: Place | None) -> Iterator[Misfilled]:
    """What will not do of the place that is wanted."""
    if place is None:
        return
    try:
        Folio._meta.get_field("slug").clean(place.slug, None)
    except ValidationError as error:
        yield Misfilled("slug", " ".join(error.messages))
    own = held.folio.pk if held.folio else 0
    others = Folio.objects.filter(series=held.issue.series_id).exclude(pk=own)
    same = Q(volume=place.volume, number=place.number, number__isnull=False)
    near = others.filter(Q(slug=place.slug) | same).values_list("slug", "volume", "number")
    addresses = [slug for slug, *_number in near]
    numbered = [number for _slug, *number in near]
    if place.slug in addresses:
        words = _("The address “%s” is taken in this series. Choose another one.")
        yield Misfilled("slug", words % place.slug)
    if place.number is not None and [place.volume, place.number] in numbered:
        words = _("Number %d is taken in this series. Choose another one.")
        yield Misfilled("number", words % place.number)


def assign(held: Hold, place: Place | None, begins: datetime) -> None:
    """Give the issue its Folio, or another slug and number: what is wanted and not taken.

    A new one begins with its only Edition; later the ranges say when.
    """
    if place is None:
        return
    folio = held.folio or Folio(series=held.issue.series, first_live_from=begins)
    folio.slug, folio.volume, folio.number = place.slug, place.volume, place.number
    folio.save()
    if held.folio is None:
        held.folio = held.issue.folio = folio
        held.issue.save(update_fields=["folio"])


def place_of(folio: Folio) -> Place:
    """The place a Folio has."""
    return Place(folio.slug, folio.volume, folio.number)

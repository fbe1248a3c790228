"""The permanent place an issue gets: slug, volume and number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
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


def assign(held: Hold, document: Document, begins: datetime, place: Place | None) -> None:
    """Give the issue its Folio, or another slug and number while they are not yet fixed.

    Without a `place` a new Folio gets what is proposed, and an existing one keeps what
    it has. Raises Refused where something else is asked of an issue that has been
    live, or where the slug or the number is taken.
    """
    folio = held.folio
    if folio is not None and (place is None or place == place_of(folio)):
        return
    if held.has_been_live:
        raise Refused(_("The issue has been live: its address and its number are fixed."))
    # Two first pressings in one series choose their numbers one after the other.
    series = Series.objects.select_for_update().get(pk=held.issue.series_id)
    if place is None:
        place = Place("", *numbers.of(held.issue, held.now, begins))
    slug = place.slug or propose_slug(
        series, document.title, volume=place.volume, number=place.number, own=folio
    )
    _refuse_taken(series, slug, place, folio)
    if folio is None:
        folio = Folio(series=series)
    folio.slug, folio.volume, folio.number = slug, place.volume, place.number
    folio.save()
    if held.folio is None:
        held.folio = held.issue.folio = folio
        held.issue.save(update_fields=["folio"])


def taken(held: Hold, document: Document, place: Place | None) -> Iterator[Misfilled]:
    """What will not do of the place that is wanted; assign() looks again, under a lock."""
    own = held.folio
    if place is None or held.has_been_live or (own is not None and place == place_of(own)):
        return
    series = held.issue.series
    others = Folio.objects.filter(series=series).exclude(pk=own.pk if own else 0)
    slug = place.slug or propose_slug(series, document.title, own=own)
    for look in (
        lambda: _refuse_taken(series, slug, replace(place, number=None), own),
        lambda: _refuse_taken_number(others, place),
    ):
        try:
            look()
        except Misfilled as wrong:
            yield wrong


def place_of(folio: Folio) -> Place:
    """The place a Folio has."""
    return Place(folio.slug, folio.volume, folio.number)


def _refuse_taken(series: Series, slug: str, place: Place, own: Folio | None) -> None:
    try:
        Folio._meta.get_field("slug").clean(slug, None)
    except ValidationError as error:
        raise Misfilled("slug", " ".join(error.messages)) from error
    others = Folio.objects.filter(series=series).exclude(pk=own.pk if own else 0)
    if others.filter(slug=slug).exists():
        raise Misfilled(
            "slug", _("The address “%s” is taken in this series. Choose another one.") % slug
        )
    _refuse_taken_number(others, place)


def _refuse_taken_number(others: QuerySet[Folio], place: Place) -> None:
    if place.number is not None:
        same = others.filter(volume=place.volume, number=place.number)
        if same.exists():
            raise Misfilled(
                "number", _("Number %d is taken in this series. Choose another one.") % place.number
            )

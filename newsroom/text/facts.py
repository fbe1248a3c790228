"""What the checks before the press know beside the document, read for all drafts at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy

from digest.document import Document
from digest.lib.addresses import is_web_address
from digest.models import Edition, Picture, Series
from newsroom.models import PhotoUse, SeriesRules, StandingSection

#: The addresses of a credit -> what is said where one is none.
CREDIT_ADDRESSES = {
    "licence_address": gettext_lazy("The address of the picture's licence is no full web address."),
    "source_address": gettext_lazy("The address of the picture's source is no full web address."),
}


@dataclass(frozen=True)
class Facts:
    """What checks need to know beside the document."""

    rules: SeriesRules
    required: dict[str, str]
    live_folios: frozenset[str]
    permitted_pictures: frozenset[str]
    #: (uid of a use of a picture, field of its credit): what stands in the draft is no address.
    misaddressed: frozenset[tuple[str, str]]


def read(
    drafts: Sequence[tuple[Document, Series]], at: datetime, *, of_drafts: bool
) -> dict[int, Facts]:
    """What the checks need to know, by series; what is live or permitted, for all together."""
    documents = [document for document, series in drafts]
    by_key = {series.pk: series for document, series in drafts}
    folios = [card.folio for one in documents for card in one.cards if card.folio]
    keys = [use.key for one in documents for use in one.pictures() if use.key]
    live = Edition.objects.live(at).filter(folio__uid__in=folios)
    live_folios = frozenset(str(uid) for uid in live.values_list("folio__uid", flat=True))
    permitted = Picture.objects.permitted(at).filter(key__in=keys).values_list("key", flat=True)
    permitted_pictures = frozenset(permitted)
    misaddressed = _misaddressed(documents) if of_drafts else frozenset()
    rules = {one.series_id: one for one in SeriesRules.objects.filter(series__in=by_key)}
    required: dict[int, dict[str, str]] = {key: {} for key in by_key}
    for standing in StandingSection.objects.filter(series__in=by_key, required=True):
        required[standing.series_id][str(standing.uid)] = standing.heading
    return {
        key: Facts(
            rules.get(key) or SeriesRules(series=series),
            required[key],
            live_folios,
            permitted_pictures,
            misaddressed,
        )
        for key, series in by_key.items()
    }


def _misaddressed(documents: Sequence[Document]) -> frozenset[tuple[str, str]]:
    """What was typed into credits and is no address: a document holds none of it."""
    uses = [use.uid for one in documents for use in one.pictures()]
    if not uses:
        return frozenset()
    rows = PhotoUse.objects.filter(uid__in=uses)
    typed = rows.values_list("uid", *(f"photo__credit__{name}" for name in CREDIT_ADDRESSES))
    return frozenset(
        (str(uid), name)
        for uid, *said in typed
        for name, address in zip(CREDIT_ADDRESSES, said, strict=True)
        if address and not is_web_address(address)
    )

"""The numbers that issues ahead are going to have: counted along the slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max, Q

from digest.lib import dates
from digest.models import Folio
from newsroom.cadence import Slot
from newsroom.models import SeriesRules

Planned = tuple[Slot, Folio | None]


def ahead(planned: Sequence[Planned], at: datetime) -> list[int | None]:
    """A number for each slot with the Folio of its issue, in the order given (that of days).

    A Folio keeps the number it has. The others count on from the highest that was live at
    `at`, and pass over those that Folios have been given for later. None where the series
    has no numbers. Three queries.
    """
    keys = {slot.series_id for slot, folio in planned}
    rules = {one.series_id: one for one in SeriesRules.objects.filter(series__in=keys)}
    numbered = Folio.objects.filter(series__in=keys, number__isnull=False)
    live = numbered.filter(first_live_from__lte=at).values_list("series", "volume")
    highest: dict[tuple[int, int], int] = defaultdict(int)
    highest |= {(one, volume): top for one, volume, top in live.annotate(top=Max("number"))}
    later = numbered.filter(Q(first_live_from=None) | Q(first_live_from__gt=at))
    given = set(later.values_list("series", "volume", "number"))
    return [_next(slot, folio, rules, highest, given) for slot, folio in planned]


def _next(
    slot: Slot,
    folio: Folio | None,
    rules: dict[int, SeriesRules],
    highest: dict[tuple[int, int], int],
    given: set[tuple[int, int, int | None]],
) -> int | None:
    if folio is not None:
        if folio.number is not None:
            key = (slot.series_id, folio.volume)
            highest[key] = max(highest[key], folio.number)
        return folio.number
    numbering = (rules.get(slot.series_id) or SeriesRules()).numbering
    if numbering == SeriesRules.Numbering.NONE:
        return None
    by_year = numbering == SeriesRules.Numbering.BY_YEAR
    volume = dates.year(slot.at, slot.zone) if by_year else 0
    key = (slot.series_id, volume)
    highest[key] += 1
    while (*key, highest[key]) in given:
        highest[key] += 1
    return highest[key]

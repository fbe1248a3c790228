"""The numbers that issues ahead are going to have: counted along the slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max, Q

from digest.lib import dates
from digest.models import Folio
from newsroom import cadence
from newsroom.cadence import Slot
from newsroom.models import Cadence, SeriesRules, TakenSlot

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


def proposed(slot: Slot, at: datetime) -> int | None:
    """The number that the issue planned for that slot is going to have, as the board counts it.

    Every slot before it that is to come, and every draft that is late, uses one; what is left
    out, and what has passed empty, does not. Five queries.
    """
    today = dates.local(at, slot.zone).date()
    rows = TakenSlot.objects.filter(series=slot.series_id, day__lte=slot.day)
    rows = rows.filter(Q(day__gte=today) | Q(issue__isnull=False, issue__folio=None))
    taken = {row.day: row for row in rows.select_related("issue__folio")}
    rhythm = list(Cadence.objects.filter(series=slot.series_id))
    coming = {one.day for one in cadence.slots(rhythm, today, slot.day) if one.at > at}
    planned: list[Planned] = []
    for day in sorted(coming | taken.keys()):
        row = taken.get(day)
        one = cadence.slot_on(rhythm, day)
        if one is not None and (row is None or row.issue is not None):
            planned.append((one, row.issue.folio if row and row.issue else None))
    return ahead(planned, at)[-1]


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

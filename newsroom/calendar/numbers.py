"""The numbers that issues ahead are going to have: counted along the slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.db.models import Max, OuterRef, Q, Subquery

from digest.lib import dates
from digest.models import Folio, Series
from newsroom.calendar import cadence
from newsroom.calendar.cadence import Slot
from newsroom.models import Cadence, Issue, SeriesRules, TakenSlot

Planned = tuple[Slot, Folio | None]


def ahead(planned: Sequence[Planned], at: datetime) -> list[int | None]:
    """A number for each slot with the Folio of its issue, in the order given (that of days).

    A Folio keeps the number it has. The others count on from the highest that was live at
    `at`, and pass over those that Folios have been given for later. None where the series
    has no numbers. Three queries.
    """
    keys = {slot.series_id for slot, folio in planned}
    rules = {one.series_id: one for one in SeriesRules.objects.filter(series__in=keys)}
    volumes = [_volume(rules.get(one.series_id), one.at, one.zone) for one, _folio in planned]
    highest = _highest(keys, {one for one in volumes if one is not None}, at)
    later = Folio.objects.filter(series__in=keys, number__isnull=False)
    later = later.filter(Q(first_live_from=None) | Q(first_live_from__gt=at))
    given = set(later.values_list("series", "volume", "number"))
    return [
        _next(slot.series_id, folio, volume, highest, given)
        for (slot, folio), volume in zip(planned, volumes, strict=True)
    ]


def proposed(series: Series, slot: Slot | None, at: datetime) -> tuple[int, int | None]:
    """(volume, number) of an issue that has none yet; where it is planned, as the board counts.

    Every slot before it that is to come, and every draft that is late, uses one; what is left
    out, and what has passed empty, does not. One beside the rhythm of its series is a special
    and has none; without a rhythm it is the next at `at`.
    """
    rhythm = list(Cadence.objects.filter(series=series))
    if slot is None:
        volume, number = following(series, at)
        return volume, None if rhythm else number
    of_slot = _volume(SeriesRules.objects.filter(series=series).first(), slot.at, slot.zone)
    if of_slot is None:
        return 0, None
    return of_slot, ahead(_up_to(slot, rhythm, at), at)[-1]


def of(issue: Issue, at: datetime, begins: datetime) -> tuple[int, int | None]:
    """(volume, number) proposed at `at` to an issue that is to go live at `begins`.

    A slot has the volume of its own day; beside all slots that is the day it goes live.
    """
    taken = TakenSlot.objects.filter(issue=issue).first()
    rhythm = list(Cadence.objects.filter(series=issue.series_id)) if taken else []
    slot = cadence.slot_on(rhythm, taken.day) if taken else None
    return proposed(issue.series, slot, at if slot else begins)


def following(series: Series, at: datetime) -> tuple[int, int | None]:
    """(volume, number) after the highest used in the volume of `at`, whatever is planned."""
    volume = _volume(SeriesRules.objects.filter(series=series).first(), at, series.zone)
    if volume is None:
        return 0, None
    used = Folio.objects.filter(series=series, volume=volume).aggregate(top=Max("number"))
    return volume, (used["top"] or 0) + 1


def _up_to(slot: Slot, rhythm: list[Cadence], at: datetime) -> list[Planned]:
    """What uses a number from `at` to that slot, which a draft has taken."""
    today = dates.local(at, slot.zone).date()
    rows = TakenSlot.objects.filter(series=slot.series_id, day__lte=slot.day)
    rows = rows.filter(Q(day__gte=today) | Q(issue__isnull=False, issue__folio=None))
    taken = {row.day: row for row in rows.select_related("issue__folio")}
    coming = {one.day for one in cadence.slots(rhythm, today, slot.day) if one.at > at}
    planned: list[Planned] = []
    for day in sorted(coming | taken.keys()):
        row = taken.get(day)
        one = cadence.slot_on(rhythm, day)
        if one is not None and (row is None or row.issue is not None):
            planned.append((one, row.issue.folio if row and row.issue else None))
    return planned


def _volume(rules: SeriesRules | None, at: datetime, zone: str) -> int | None:
    """The volume of an issue of that moment; None where there are no numbers."""
    numbering = (rules or SeriesRules()).numbering
    if numbering == SeriesRules.Numbering.NONE:
        return None
    return dates.year(at, zone) if numbering == SeriesRules.Numbering.BY_YEAR else 0


def _highest(series: set[int], volumes: set[int], at: datetime) -> dict[tuple[int, int], int]:
    """The highest number that was live at `at`, by series and volume; 0 where there is none.

    One look into the index for each, not a maximum over all issues there ever were.
    """
    live = Folio.objects.filter(
        series=OuterRef("pk"), number__isnull=False, first_live_from__lte=at
    ).order_by("-number")
    looks = {
        f"top_{volume}": Subquery(live.filter(volume=volume).values("number")[:1])
        for volume in volumes
    }
    highest: dict[tuple[int, int], int] = defaultdict(int)
    rows = Series.objects.filter(pk__in=series).annotate(**looks)
    for key, *tops in rows.values_list("pk", *looks):
        for volume, top in zip(volumes, tops, strict=True):
            highest[key, volume] = top or 0
    return highest


def _next(
    series: int,
    folio: Folio | None,
    volume: int | None,
    highest: dict[tuple[int, int], int],
    given: set[tuple[int, int, int | None]],
) -> int | None:
    if folio is not None:
        if folio.number is not None:
            key = (series, folio.volume)
            highest[key] = max(highest[key], folio.number)
        return folio.number
    if volume is None:
        return None
    key = (series, volume)
    highest[key] += 1
    while (*key, highest[key]) in given:
        highest[key] += 1
    return highest[key]

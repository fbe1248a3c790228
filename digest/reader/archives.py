"""Which issues belong to which year. A year is that of the series' zone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Case, Count, Q, When
from django.db.models.functions import ExtractYear

from digest.lib import dates
from digest.models import Edition, Series, SkippedWeek
from digest.models.editions import EditionQuerySet

_FIRST = "folio__first_live_from"


@dataclass(frozen=True)
class Entry:
    """What stands in the archive at a day: an issue, or the word that there was none."""

    day: date
    edition: Edition | None = None
    skipped: SkippedWeek | None = None


def years(at: datetime, series: Series | None = None) -> list[int]:
    """The years in which issues that are live at `at` first were, latest first."""
    return list(annals(at, series))


def annals(at: datetime, series: Series | None = None) -> dict[int, int]:
    """How many issues that are live at `at` belong to each year, latest year first."""
    in_zones = [
        When(folio__series__zone=zone, then=ExtractYear(_FIRST, tzinfo=ZoneInfo(zone)))
        for zone in _zones(series)
    ]
    if not in_zones:
        return {}
    found = _live(at, series).annotate(year=Case(*in_zones)).values("year")
    counted = found.annotate(count=Count("pk")).order_by("-year")
    return dict(counted.values_list("year", "count"))


def of_year(at: datetime, year: int, series: Series | None = None) -> EditionQuerySet:
    """The issues of one year that are live at `at`, newest first."""
    if not 1 < year < 9998:
        return Edition.objects.none()
    within = Q(pk__in=[])
    for zone in _zones(series):
        first, next_first = dates.year_bounds(year, zone)
        within |= Q(
            folio__series__zone=zone,
            folio__first_live_from__gte=first,
            folio__first_live_from__lt=next_first,
        )
    return _live(at, series).filter(within).newest_first()


def skips_of_year(year: int, series: Series | None = None) -> list[SkippedWeek]:
    """The skipped weeks of one year that readers are told of, latest first."""
    told = SkippedWeek.objects.of_year(year).select_related("series")
    return list(told.filter(series=series) if series else told)


def entries(editions: Sequence[Edition], skips: Sequence[SkippedWeek]) -> list[Entry]:
    """The issues in their order, and each skipped week at its day among them.

    Issues keep the order of their instants: in several zones their dates may cross.
    """
    found: list[Entry] = []
    waiting = list(reversed(skips))
    for edition in editions:
        day = _day(edition)
        while waiting and waiting[-1].day > day:
            found.append(_of_skip(waiting.pop()))
        found.append(Entry(day, edition=edition))
    return found + [_of_skip(skipped) for skipped in reversed(waiting)]


def _of_skip(skipped: SkippedWeek) -> Entry:
    return Entry(skipped.day, skipped=skipped)


def _day(edition: Edition) -> date:
    assert edition.folio.first_live_from is not None
    return dates.local(edition.folio.first_live_from, edition.folio.series.zone).date()


def _live(at: datetime, series: Series | None) -> EditionQuerySet:
    live = Edition.objects.live(at)
    return live.filter(folio__series=series) if series else live


def _zones(series: Series | None) -> list[str]:
    if series is not None:
        return [series.zone]
    return sorted(set(Series.objects.values_list("zone", flat=True)))

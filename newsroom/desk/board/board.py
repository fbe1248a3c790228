"""The board: the press days of the next twelve weeks, across all series.

A constant number of queries, however many series and issues there are; indexes find what they ask
for among the issues that have gone out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby

from django.contrib.auth.models import AbstractUser

from digest.lib import dates
from digest.models import Series
from newsroom.calendar import cadence, numbers
from newsroom.calendar.cadence import WEEK, Slot
from newsroom.desk.board import zonerules
from newsroom.desk.board.place import BoardSlot
from newsroom.desk.lib import states
from newsroom.desk.lib.issues import unpressed
from newsroom.desk.lib.people import names_of
from newsroom.desk.lib.rights import may_see
from newsroom.desk.lib.states import State
from newsroom.models import Cadence, Issue, NewsBrief, TakenSlot
from newsroom.writing.tray import lying

WEEKS = 12
#: Issues and briefs in the tray, and late issues from before this week, that are shown.
SHOWN = 12


@dataclass
class Board:
    """What a planner sees: what is late, the weeks, and the tray.

    In the tray lie the issues that have no slot and the briefs that are parked, with the
    names of those who parked them.
    """

    late: list[BoardSlot] = field(default_factory=list)
    weeks: list[tuple[date, list[BoardSlot]]] = field(default_factory=list)
    tray: list[tuple[Issue, State]] = field(default_factory=list)
    parked: list[NewsBrief] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    has_rhythm: bool = False


def of(viewer: AbstractUser, at: datetime) -> Board | None:
    """The board at `at`, for somebody who may see issues."""
    if not may_see(viewer, Issue):
        return None
    first = _monday(at)
    every = list(Series.objects.prefetch_related("cadences"))
    rhythms = {one.pk: list(one.cadences.all()) for one in every}
    rows = TakenSlot.objects.select_related(
        "issue__series", "issue__folio", "issue__writer", "issue__editor"
    )
    # The series are named for the index, which has the days by series.
    weeks = rows.filter(series__in=every, day__gte=first, day__lt=first + WEEKS * WEEK)
    taken = list(weeks.select_related("skip"))
    late = list(rows.filter(issue__in=unpressed(), day__lt=first).order_by("-day")[:SHOWN])
    unplanned = Issue.objects.filter(pk__in=unpressed(), slot=None)
    tray = list(unplanned.select_related("series", "folio").order_by("-created_at", "-pk")[:SHOWN])
    parked = list(lying().select_related("section__issue__series")[:SHOWN])
    issues = [row.issue for row in (*taken, *late) if row.issue]
    known = states.of([*issues, *tray], at)
    names = {one.pk: one for one in every}

    def place(slot: Slot, row: TakenSlot | None) -> BoardSlot:
        issue = row.issue if row else None
        state = known[issue.pk] if issue else None
        return BoardSlot(names[slot.series_id], slot, at, issue, state, row.skip if row else None)

    places = _places(rhythms, taken, first, place)
    behind = [
        place(slot, row)
        for row in reversed(late)
        if (slot := cadence.slot_on(rhythms[row.series_id], row.day))
    ]
    on_board = {one.issue for one in (*behind, *places)}
    # Of a series without a rhythm by now; what nobody sees would be forgotten.
    tray = [one for one in issues if one not in on_board and known[one.pk].is_draft] + tray
    _number([*behind, *places], at)
    _explain([*behind, *places])
    by_week = groupby(places, key=lambda one: one.slot.day - timedelta(days=one.slot.day.weekday()))
    return Board(
        behind,
        [(monday, list(some)) for monday, some in by_week],
        [(issue, known[issue.pk]) for issue in tray],
        parked,
        names_of(one.removed_by for one in parked) if parked else {},
        any(rhythms.values()),
    )


def _monday(at: datetime) -> date:
    day = dates.local(at, "UTC").date()
    return day - timedelta(days=day.weekday())


def _places(
    rhythms: dict[int, list[Cadence]],
    taken: Sequence[TakenSlot],
    first: date,
    place: Callable[[Slot, TakenSlot | None], BoardSlot],
) -> list[BoardSlot]:
    """Every slot of the weeks ahead, and every day that is taken besides, in order of days."""
    by_day = {(row.series_id, row.day): row for row in taken}
    slots = [
        slot
        for cadences in rhythms.values()
        for slot in cadence.slots(cadences, first, first + WEEKS * WEEK - timedelta(days=1))
    ]
    named = {(slot.series_id, slot.day) for slot in slots}
    slots += [
        stray
        for series, day in by_day.keys() - named
        if (stray := cadence.slot_on(rhythms[series], day))
    ]
    places = [place(slot, by_day.get((slot.series_id, slot.day))) for slot in slots]
    return sorted(places, key=lambda one: (one.slot.day, one.slot.at, one.series.name))


def _number(places: Iterable[BoardSlot], at: datetime) -> None:
    """The numbers that issues are going to have; none for what is left out or passed empty."""
    held = [one for one in places if not one.skip and (one.issue or not one.has_passed)]
    found = numbers.ahead([(one.slot, one.issue.folio if one.issue else None) for one in held], at)
    for one, number in zip(held, found, strict=True):
        one.number = number


def _explain(places: Iterable[BoardSlot]) -> None:
    """Why what is armed for another moment than its slot's is, where the time zone is."""
    apart = [
        (place, place.issue, armed)
        for place in places
        if place.issue and (armed := place.armed_elsewhere)
    ]
    known = zonerules.changed((issue, place.slot, armed) for place, issue, armed in apart)
    for place, _issue, armed in apart:
        place.reason = known.get(armed.pk, "")

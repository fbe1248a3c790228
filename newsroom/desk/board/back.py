"""Where somebody lands who has done something on the board or been refused it."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from digest.models import Series
from newsroom.calendar import cadence
from newsroom.calendar.cadence import Slot
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import may_see
from newsroom.models import Issue


def to_board(slot: Slot | None = None) -> HttpResponse:
    """The first page: at the slot that was dealt with, else at its beginning."""
    place = f"#slot-{slot.series_id}-{slot.day}" if slot else ""
    return redirect(reverse("admin:index") + place)


def slot_for(
    request: DeskRequest, series: int, day: date, *, stray: bool = False
) -> tuple[Series, Slot]:
    """A press day of a series, or a `stray` one, for who may plan."""
    if not request.user.has_perm("newsroom.plan_issue") or not may_see(request.user, Issue):
        raise PermissionDenied
    one = get_object_or_404(Series, pk=series)
    slot = cadence.slot_on(list(one.cadences.all()), day)
    if slot is None or (slot.stray and not stray):
        raise Http404
    return one, slot

"""Which issue has taken which press day."""

from __future__ import annotations

from datetime import date

from newsroom.calendar import cadence
from newsroom.calendar.cadence import Slot
from newsroom.models import Cadence, Issue, TakenSlot


def holder_of(series_id: int, day: date | None) -> Issue | None:
    """The issue that has taken a day of a series."""
    if day is None:
        return None
    return Issue.objects.filter(slot__series=series_id, slot__day=day).first()


def slot_of(issue: Issue) -> Slot | None:
    """The slot for which the issue is planned."""
    taken = TakenSlot.objects.filter(issue=issue).first()
    return slot_of_day(issue.series_id, taken.day) if taken else None


def slot_of_day(series_id: int, day: date) -> Slot | None:
    """The slot of a day of a series, where it is a press day."""
    return cadence.slot_on(list(Cadence.objects.filter(series=series_id)), day)

"""The issue of a press day, begun and planned for it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from digest.models import Series
from newsroom import journal, plan
from newsroom.calendar.cadence import Slot
from newsroom.models import Issue

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser
from newsroom.writing.starting import start_issue


@transaction.atomic
def start_in_slot(
    series: Series, slot: Slot, *, by: AbstractBaseUser, now: datetime | None = None
) -> Issue:
    """Start the issue of a press day, and plan it for that day. Refused where it is taken."""
    issue = Issue(series=series)
    start_issue(issue, by=by, now=now)
    plan.take(issue, slot, by=by, now=now)
    to = slot.day.isoformat()
    journal.record("issue.started", issue, by=by, at=issue.created_at, to=to)
    return issue

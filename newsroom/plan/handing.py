"""Who writes an issue, and who edits it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from digest.lib import dates
from newsroom import journal
from newsroom.models import Issue

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser, User


@transaction.atomic
def hand(
    issue: Issue,
    *,
    writer: User | None,
    editor: User | None,
    by: AbstractBaseUser,
    now: datetime | None = None,
) -> None:
    """Say who writes the issue and who edits it."""
    was = Issue.objects.select_for_update(of=["self"]).get(pk=issue.pk)
    Issue.objects.filter(pk=issue.pk).update(writer=writer, editor=editor)
    issue.writer, issue.editor = writer, editor
    change: dict[str, Any] = {
        "from": _staffed(was.writer, was.editor),
        "to": _staffed(writer, editor),
    }
    at = now or dates.now()
    journal.record("issue.handed", issue, by=by, at=at, name=str(issue), **change)


def _staffed(writer: User | None, editor: User | None) -> list[str]:
    return [journal.name_of(one) if one else "" for one in (writer, editor)]

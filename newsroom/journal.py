"""Writing the journal."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from newsroom.models import JournalEntry

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser
    from django.db import models


def name_of(account: AbstractBaseUser) -> str:
    """The name under which an account stands in the journal and on Editions."""
    return account.get_username()


def name_of_subject(subject: models.Model) -> str:
    """The name under which a row stands in the journal: by its uid where it has one."""
    return f"{subject._meta.model_name}:{getattr(subject, 'uid', subject.pk)}"


def record(
    verb: str,
    subject: models.Model,
    *,
    by: AbstractBaseUser,
    at: datetime,
    reason: str = "",
    **detail: Any,
) -> JournalEntry:
    """Write one line, in the transaction of the act itself; `detail` has to be JSON."""
    return JournalEntry.objects.create(
        at=at,
        by=name_of(by),
        verb=verb,
        subject=name_of_subject(subject),
        reason=reason,
        detail=detail,
    )

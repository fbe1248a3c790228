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


def record(
    verb: str,
    subject: models.Model,
    *,
    by: AbstractBaseUser,
    at: datetime,
    reason: str = "",
    **detail: Any,
) -> JournalEntry:
    """Write one line, in the transaction of the act itself.

    `subject` is known by its uid where it has one; `detail` has to be JSON.
    """
    identity = getattr(subject, "uid", subject.pk)
    return JournalEntry.objects.create(
        at=at,
        by=name_of(by),
        verb=verb,
        subject=f"{subject._meta.model_name}:{identity}",
        reason=reason,
        detail=detail,
    )

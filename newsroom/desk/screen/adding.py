"""Adding to the frame from the screen: an outlet, a person, a topic that is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db.models import Model

from newsroom import journal

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import AbstractUser


def add(row: Model, name: str, *, by: AbstractUser, at: datetime) -> None:
    """Insert a row of the frame, for somebody who may, and write it into the journal.

    Raises PermissionDenied for anybody else.
    """
    if not by.has_perm(f"{row._meta.app_label}.add_{row._meta.model_name}"):
        raise PermissionDenied
    row.save(force_insert=True)
    journal.record("frame.added", row, by=by, at=at, name=name)

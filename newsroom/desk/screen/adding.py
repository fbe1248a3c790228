"""Adding to the frame from the screen: an outlet, a person, a topic that is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db.models import Model

from digest.models import Publication
from newsroom import journal

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import AbstractUser


def one_at_a_time() -> None:
    """Wait for whoever adds to the frame just now, and let nobody begin before we are done.

    What is looked for in capitals or not has no unique key in the database.
    """
    list(Publication.objects.select_for_update())


def add(row: Model, name: str, *, by: AbstractUser, at: datetime) -> None:
    """Insert a row of the frame, for somebody who may, and write it into the journal.

    Raises PermissionDenied for anybody else.
    """
    if not by.has_perm(f"{row._meta.app_label}.add_{row._meta.model_name}"):
        raise PermissionDenied
    row.save(force_insert=True)
    journal.record("frame.added", row, by=by, at=at, name=name)

"""What all parts of an issue have in common."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from digest.models.plaintext import PlainCharField

if TYPE_CHECKING:
    from newsroom.models.issues import Issue

#: How long a removed part can be brought back.
RESTORABLE = timedelta(days=30)

#: The distance between neighbours in a fresh order, so that most moves touch one row.
GAP = 1024


class PartQuerySet(models.QuerySet[Any]):
    """Parts of an issue by whether they stand in it: none is deleted when it is removed."""

    def standing_in(self) -> PartQuerySet:
        """Those that have not been removed."""
        return self.filter(removed_at=None)

    def restorable(self, at: datetime) -> PartQuerySet:
        """Those removed less than 30 days before `at`, latest first."""
        return self.filter(removed_at__gt=at - RESTORABLE).order_by("-removed_at")


class Part(models.Model):
    """A part with a text version of its own, saved by saving.save_part() only."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)
    removed_by = PlainCharField(max_length=150, blank=True, editable=False)
    saved_at = models.DateTimeField(null=True, blank=True, editable=False)
    saved_by = PlainCharField(max_length=150, blank=True, editable=False)

    #: What is written to a part that comes back.
    STANDING: ClassVar[dict[str, Any]] = {"removed_at": None, "removed_by": ""}

    objects = PartQuerySet.as_manager()

    class Meta:
        abstract = True
        # Whoever may change an issue may change its parts.
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(removed_at=None, removed_by="")
                | (models.Q(removed_at__isnull=False) & ~models.Q(removed_by="")),
                name="%(class)s_is_removed_by_somebody",
            ),
        ]

    @property
    def whole(self) -> Issue:
        """The issue this is a part of."""
        raise TypeError(f"{type(self).__name__} does not say what it is part of")

    @property
    def holder(self) -> models.Model:
        """What it stands in, and is gone with: its issue, or another part of it."""
        return self.whole


class Placed(models.Model):
    """A row with a place among its siblings; writing/placing.py alone writes `position`."""

    #: The foreign key within which positions are unique.
    parent_field: str

    position = models.IntegerField(editable=False)

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ["position"]


def stands_once(parent: str, child: str) -> models.UniqueConstraint:
    """The constraint that a parent has one such part, removed ones not counted."""
    return models.UniqueConstraint(
        fields=[parent], condition=models.Q(removed_at=None), name=f"{child}_stands_once"
    )


def placed_once(parent: str, child: str) -> models.UniqueConstraint:
    """The constraint that no two children of a parent stand in the same place."""
    return models.UniqueConstraint(fields=[parent, "position"], name=f"{child}_place_is_taken_once")

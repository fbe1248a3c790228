"""Saving parts of an issue, so that nobody overwrites what they have not seen.

Every write first moves the issue's `content_version`: that is its lock, and the
press takes the same one before it freezes. Text is then written only where the
part still has the version the person saw.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, models, transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.utils.translation import ngettext

from digest.lib import dates
from newsroom import journal
from newsroom.models import Issue
from newsroom.models.parts import RESTORABLE, Part, Placed
from newsroom.refusals import Refused
from newsroom.writing import placing

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

    AnyPart = Issue | Part


class Stale(Exception):
    """Somebody saved the part in between; `current` is the row as it is now."""

    def __init__(self, current: AnyPart) -> None:
        super().__init__(_("Somebody else has saved this in the meantime."))
        self.current = current


class NotRestorable(Refused):
    """The part cannot come back to its place; the sentence says why."""


#: Where only one can stand, and another does.
_TAKEN = _lazy("Another one stands in its place by now. Remove that one first.")


def lock(issue: Issue, by: AbstractBaseUser | None = None, now: datetime | None = None) -> None:
    """Take the issue's lock until the transaction ends; count the change, and say whose it is.

    Without `by` the name of who saved last stays as it was.
    """
    saved: dict[str, Any] = {"saved_at": now or dates.now()}
    if by is not None:
        saved["saved_by"] = journal.name_of(by)
    row = Issue.objects.filter(pk=issue.pk)
    if not row.update(content_version=F("content_version") + 1, **saved):
        raise Issue.DoesNotExist


def refuse_removed(part: models.Model) -> None:
    """Refused where the part has been removed; the caller holds the lock of its issue.

    What was looked up before the lock may have been removed before it was had.
    """
    if not _stands(part):
        raise Refused(_("“%s” does not stand in the issue any more.") % part)


def _stands(part: models.Model) -> bool:
    """Whether it has not been removed, read anew; an issue never is."""
    rows = type(part)._default_manager.filter(pk=part.pk)
    return not isinstance(part, Part) or rows.filter(removed_at=None).exists()


@transaction.atomic
def save_part(
    part: AnyPart,
    *,
    seen: int,
    values: dict[str, Any],
    by: AbstractBaseUser | None = None,
    also: Callable[[], None] | None = None,
    now: datetime | None = None,
) -> None:
    """Write `values` to the part, if its version is still the one `seen`.

    `also` writes what hangs on the part, in the same transaction. Raises Stale where the
    version is another, and then nothing is written. A part that was removed in
    between keeps the text all the same: the caller says who removed it.
    """
    lock(part.whole, by, now)
    model = type(part)
    values = {name: _as_stored(model, name, value) for name, value in values.items()}
    stamp: dict[str, Any] = {}
    if isinstance(part, Part):
        stamp = {"saved_at": now or dates.now(), "saved_by": journal.name_of(by) if by else ""}
    written = model._default_manager.filter(pk=part.pk, version=seen).update(
        **values, **stamp, version=F("version") + 1
    )
    if not written:
        raise Stale(model._default_manager.get(pk=part.pk))
    for name, value in [*values.items(), *stamp.items(), ("version", seen + 1)]:
        setattr(part, name, value)
    if also is not None:
        also()


def _as_stored(model: type[AnyPart], name: str, value: Any) -> Any:
    """What the row will hold, for the object in memory too."""
    stored = getattr(model._meta.get_field(name), "stored", None)
    return stored(value) if stored else value


@transaction.atomic
def add_part(
    part: Part,
    *,
    after: Placed | None = None,
    first: bool = False,
    by: AbstractBaseUser | None = None,
    now: datetime | None = None,
) -> None:
    """Insert a new part: after a sibling, or `first`, else last among its siblings.

    Refused where what it is to stand in has been removed, or another stands where only one can.
    """
    lock(part.whole, by, now)
    refuse_removed(part.holder)
    if isinstance(part, Placed):
        parent = getattr(part, part.parent_field)
        last = None if first else placing.last_of(part, parent)
        placing.place(part, after=after or last)
    if by is not None:
        part.saved_at, part.saved_by = now or dates.now(), journal.name_of(by)
    try:
        with transaction.atomic():
            part.save(force_insert=True)
    except IntegrityError as taken:
        raise Refused(_TAKEN) from taken


@transaction.atomic
def move_part(
    part: Any,
    *,
    after: Placed | None,
    parent: models.Model | None = None,
    by: AbstractBaseUser | None = None,
    now: datetime | None = None,
) -> None:
    """Place a part elsewhere in its issue; its text version stays as it is.

    Raises ValueError for a parent that stands in another issue. Refused where the part, its
    new parent or the sibling do not stand there any more.
    """
    if isinstance(parent, Part) and parent.whole != part.whole:
        raise ValueError("a part does not move to another issue")
    lock(part.whole, by, now)
    refuse_removed(part)
    refuse_removed(parent or part.holder)
    placing.place(part, after=after, parent=parent)


@transaction.atomic
def remove_part(part: Part, *, by: AbstractBaseUser, now: datetime | None = None) -> None:
    """Take a part out of the issue. It can be brought back for 30 days."""
    lock(part.whole, by, now)
    at = now or dates.now()
    model = type(part)
    removed = model._default_manager.filter(pk=part.pk, removed_at=None).update(
        removed_at=at, removed_by=journal.name_of(by)
    )
    if removed:
        journal.record("part.removed", part.whole, by=by, at=at, part=str(part))
    part.refresh_from_db(fields=["removed_at", "removed_by"])


@transaction.atomic
def restore_part(part: Part, *, by: AbstractBaseUser, now: datetime | None = None) -> None:
    """Bring a removed part back to its place.

    Raises NotRestorable when it was removed more than 30 days ago, when another stands where
    only one can, when what it stood in is gone, or when it was taken into another issue since
    the part was read.
    """
    lock(part.whole, by, now)
    if not _stands(part.holder):
        raise NotRestorable(
            _("“%s”, in which it stood, was removed as well. Bring that back first.") % part.holder
        )
    at = now or dates.now()
    model = type(part)
    kept = model._default_manager.filter(pk=part.pk, removed_at__gt=at - RESTORABLE)
    if "taken_into" in model.STANDING:
        as_read: dict[str, Any] = {"taken_into": getattr(part, "taken_into", None)}
        kept = kept.filter(**as_read)
    try:
        with transaction.atomic():
            restored = kept.update(**model.STANDING)
    except IntegrityError as taken:
        raise NotRestorable(_TAKEN) from taken
    if restored:
        journal.record("part.restored", part.whole, by=by, at=at, part=str(part))
    elif model._default_manager.filter(pk=part.pk, removed_at__isnull=False).exists():
        _refuse_restoring(model._default_manager.get(pk=part.pk), at)
    part.refresh_from_db(fields=["removed_at", "removed_by"])


def _refuse_restoring(part: Part, at: datetime) -> None:
    """Say why a removed part does not come back."""
    if part.removed_at and part.removed_at <= at - RESTORABLE:
        words = ngettext(
            "This was removed more than %d day ago and cannot be brought back.",
            "This was removed more than %d days ago and cannot be brought back.",
            RESTORABLE.days,
        )
        raise NotRestorable(words % RESTORABLE.days)
    raise NotRestorable(_("Somebody has taken “%s” into another issue meanwhile.") % part)

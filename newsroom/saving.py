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

from digest.lib import dates, html
from digest.models.richtext import RichTextField
from newsroom import journal, placing
from newsroom.models import Issue
from newsroom.models.parts import RESTORABLE, Part, Placed

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

    AnyPart = Issue | Part


class Stale(Exception):
    """Somebody saved the part in between; `current` is the row as it is now."""

    def __init__(self, current: AnyPart) -> None:
        super().__init__(_("Somebody else has saved this in the meantime."))
        self.current = current


class NotRestorable(Exception):
    """The part was removed too long ago; the sentence says so."""


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
    rich = isinstance(model._meta.get_field(name), RichTextField)
    return html.clean(value) if rich else value


@transaction.atomic
def add_part(
    part: Part,
    *,
    after: Placed | None = None,
    first: bool = False,
    by: AbstractBaseUser | None = None,
    now: datetime | None = None,
) -> None:
    """Insert a new part: after a sibling, or `first`, else last among its siblings."""
    lock(part.whole, by, now)
    if isinstance(part, Placed):
        parent = getattr(part, part.parent_field)
        last = None if first else placing.last_of(part, parent)
        placing.place(part, after=after or last)
    if by is not None:
        part.saved_at, part.saved_by = now or dates.now(), journal.name_of(by)
    part.save(force_insert=True)


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

    Raises ValueError for a parent that stands in another issue.
    """
    if isinstance(parent, Part) and parent.whole != part.whole:
        raise ValueError("a part does not move to another issue")
    lock(part.whole, by, now)
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

    Raises NotRestorable when it was removed more than 30 days ago, or when another
    stands where only one can.
    """
    lock(part.whole, by, now)
    at = now or dates.now()
    model = type(part)
    kept = model._default_manager.filter(pk=part.pk, removed_at__gt=at - RESTORABLE)
    try:
        with transaction.atomic():
            restored = kept.update(**model.STANDING)
    except IntegrityError as taken:
        raise NotRestorable(
            _("Another one stands in its place by now. Remove that one first.")
        ) from taken
    if restored:
        journal.record("part.restored", part.whole, by=by, at=at, part=str(part))
    elif model._default_manager.filter(pk=part.pk, removed_at__isnull=False).exists():
        raise NotRestorable(
            _("This was removed more than %(days)d days ago and cannot be brought back.")
            % {"days": RESTORABLE.days}
        )
    part.refresh_from_db(fields=["removed_at", "removed_by"])

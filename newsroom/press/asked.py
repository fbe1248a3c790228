"""What will not do of the times and the words that a verb of the press is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from digest.models import Edition
from newsroom.refusals import Misfilled, Refused

if TYPE_CHECKING:
    from newsroom.press.holding import Hold


def too_late(held: Hold, begins: datetime) -> Iterator[Misfilled]:
    """A beginning in the past."""
    if begins < held.now:
        yield Misfilled("at", _("That time has passed. Choose a later one, or press now."))


def early_end(name: str, ends: datetime | None, begins: datetime) -> Iterator[Misfilled]:
    """An end before the beginning; `name` is the argument it came as."""
    if ends is not None and ends <= begins:
        yield Misfilled(name, _("It would end before it has begun. Choose a later end, or none."))


def refuse_silent_return(held: Hold, edition: Edition, at: datetime | None) -> None:
    """An issue that is away for a while comes back with a note."""
    armed = held.armed
    if at is None or armed is None or edition.pk == armed.pk or armed.prints_note:
        return
    if at < armed.live_from:
        raise Misfilled(
            "at",
            _("Revision %d would bring the issue back without a note. Stop it first.")
            % armed.revision,
        )


def wrong_note(held: Hold, begins: datetime, kind: str, note: str) -> Iterator[Misfilled]:
    """Kind and note that do not belong to an issue that has been, or has not been, live."""
    if not held.has_been_live:
        if kind or note:
            raise Refused(_("The issue has not been live yet: there is nothing to correct."))
        return
    if kind not in Edition.Kind.values:
        yield Misfilled(
            "kind",
            _(
                "The issue has been live: say whether this is a correction, a clarification, "
                "an update or a minor change."
            ),
        )
    returns = not held.is_live_until(begins)
    if kind == Edition.Kind.MINOR and returns:
        yield Misfilled(
            "kind", _("The issue comes back after a time away. A minor change will not do.")
        )
    if not note and kind != Edition.Kind.MINOR:
        yield Misfilled("note", _("Write the note that readers will see with the new text."))

"""What the board says of a slot, for those who plan: its state, and what else there is to know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.templatetags.desk import moment, weekday

if TYPE_CHECKING:
    from newsroom.desk.board.place import Place

#: Planned is not armed: the words differ, and so do the looks.
KINDS = {
    "empty": gettext_lazy("empty"),
    "skipped": gettext_lazy("left out"),
    "draft": gettext_lazy("planned: draft"),
    "ready": gettext_lazy("planned: ready"),
    "armed": gettext_lazy("armed: goes out"),
    "live": gettext_lazy("live"),
    "late": gettext_lazy("late: nothing went out"),
}


def state(place: Place) -> str:
    """What the slot is, in a word or two: planned for it, or armed for it."""
    if place.kind == "late" and place.issue is None:
        # Something else may have gone out that day; what is missing is an issue of the slot.
        return _("passed: no issue")
    if place.kind == "armed" and place.went_out:
        return _("armed: goes out again")
    if place.kind == "gone" and place.state:
        return place.state.ending
    return str(KINDS[place.kind])


def changes(place: Place) -> str:
    """What the draft's changes since the press do to readers: nothing yet."""
    if place.state is None or not place.state.changed:
        return ""
    if place.state.armed:
        return _("changed since; what goes out has not")
    if place.state.live:
        return _("changed since; what is live has not")
    return _("changed since it was public")


def remarks(place: Place) -> Iterator[str]:
    """What else a planner has to know of the slot and of its issue."""
    slot, issue, known = place.slot, place.issue, place.state
    if slot.stray:
        yield from _stray(place)
    elif slot.oddity:
        yield slot.oddity
    if issue and issue.folio_id and known and known.is_draft:
        # It was given its place by being armed.
        yield _("was armed, then stopped")
    if place.went_out and (slot.stray or place.went_out != slot.at):
        yield _("went out %s") % moment(place.went_out, slot.zone)
    current = (known.armed or known.live) if known else None
    if current and current.expires_at:
        yield _("ends %s") % moment(current.expires_at, slot.zone)
    if place.went_out and known and known.armed:
        yield _("revision %(number)d goes out %(when)s") % {
            "number": known.armed.revision,
            "when": moment(known.armed.live_from, slot.zone),
        }


def _stray(place: Place) -> Iterator[str]:
    """What a day means that the rhythm does not name, and what can be done about it."""
    if place.went_out or (place.skip and place.has_passed):
        return
    yield _("The rhythm of the series has changed: nothing is due on this day.")
    if place.skip:
        if place.skip.note:
            yield _("Readers are told the note all the same.")
    elif place.state and place.state.armed:
        at = place.state.armed.live_from
        words = {"when": weekday(at, place.slot.zone), "utc": moment(at, "UTC")}
        yield _("It goes out all the same: %(when)s (%(utc)s). Move it or stop it.") % words
    else:
        yield _("Give the issue another day, or put it into the tray.")

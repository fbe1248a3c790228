"""Planning in words: what a move does, on both clocks."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom import plan
from newsroom.calendar.cadence import Slot
from newsroom.desk.lib.clocks import spoken
from newsroom.models import Issue


def what_will_happen(issue: Issue, slot: Slot | None) -> Iterator[str]:
    """What moving the issue to the slot, or into the tray, does to it."""
    armed = plan.armed_of(issue)
    words = {"title": str(issue), "when": spoken(slot.at, slot.zone) if slot else ""}
    if slot is None:
        yield _("“%(title)s” goes into the tray: it has no slot then.") % words
        if armed:
            yield _("It is armed no more: nothing of it goes out until it is armed again.")
        return
    if armed:
        was = {"number": armed.revision, "was": spoken(armed.live_from, slot.zone)}
        yield _("“%(title)s” goes live %(when)s.") % words
        yield _("Revision %(number)d, armed for %(was)s, is armed anew with its text.") % was
        if issue.folio and issue.folio.number:
            yield _("It stays no. %d; who arms it from the draft can give it another number.") % (
                issue.folio.number
            )
    else:
        yield _("“%(title)s” gets the slot of %(when)s.") % words
        yield _("Nothing of it goes out until a publisher arms it.")
    if slot.oddity:
        yield slot.oddity


def ways_for(holder: Issue, own: Slot | None) -> list[tuple[str, str]]:
    """What can become of the issue that stands there, for whoever chooses.

    Nothing is to choose where the moved issue has no slot of its own to give.
    """
    if own is None:
        return []
    is_armed = plan.armed_of(holder) is not None
    exchange = _("it gets the slot of this one: %s") % spoken(own.at, own.zone)
    tray = _("it goes into the tray")
    if is_armed:
        exchange = _("%s, and is armed anew for that, with its text") % exchange
        tray = _("%s, and is armed no more: nothing of it goes out until it is armed again") % tray
    return [("exchange", exchange), ("tray", tray)]


def done(issue: Issue, slot: Slot | None) -> str:
    """The sentence for an issue that was given `slot`, or was put into the tray (None)."""
    if slot is None:
        return _("“%s” is in the tray.") % issue
    words = {"title": str(issue), "when": spoken(slot.at, slot.zone)}
    if plan.armed_of(issue):
        return _("“%(title)s” goes live %(when)s.") % words
    return _("“%(title)s” is planned for %(when)s.") % words

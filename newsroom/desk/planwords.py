"""Planning in words: what a move does, on both clocks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils import formats
from django.utils.translation import gettext as _

from digest.lib import dates
from newsroom import planning
from newsroom.cadence import Slot
from newsroom.models import Issue


def spoken(at: datetime, zone: str) -> str:
    """A moment with its weekday, on the clock of the slot and in UTC."""
    weekday = formats.date_format(dates.local(at, zone), "l")
    return _("%(weekday)s %(there)s (%(utc)s UTC)") % {
        "weekday": weekday,
        "there": dates.spoken(at, zone),
        "utc": f"{dates.local(at, 'UTC'):%H:%M}",
    }


def what_will_happen(
    issue: Issue, target: Slot | None, holder: Issue | None, *, exchange: bool = True
) -> list[str]:
    """What moving the issue does, to it and to the one that holds the slot."""
    own = planning.slot_of(issue)
    sentences = list(_moved(issue, target))
    if holder is not None and exchange and own is not None:
        sentences += _moved(holder, own)
    elif holder is not None:
        sentences += _moved(holder, None)
    return sentences


def _moved(issue: Issue, slot: Slot | None) -> Iterator[str]:
    armed = planning.armed_of(issue)
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
    else:
        yield _("“%(title)s” is planned for %(when)s.") % words
        yield _("Nothing of it goes out until a publisher arms it.")
    if slot.oddity:
        yield slot.oddity


def done(issue: Issue, slot: Slot | None) -> str:
    """What has been done."""
    if slot is None:
        return _("“%s” is in the tray.") % issue
    words = {"title": str(issue), "when": spoken(slot.at, slot.zone)}
    if planning.armed_of(issue):
        return _("“%(title)s” goes live %(when)s.") % words
    return _("“%(title)s” is planned for %(when)s.") % words

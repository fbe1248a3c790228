"""Where the rules of a time zone have changed since something was armed.

An armed instant never moves by itself; its slot, computed anew, does. The journal knows what the
clock was to show when it was armed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from digest.lib import dates
from digest.models import Edition
from newsroom import journal
from newsroom.calendar.cadence import Slot
from newsroom.models import Issue, JournalEntry

ARMED = ("edition.armed", "edition.rearmed")


def changed(places: Iterable[tuple[Issue, Slot, Edition]]) -> dict[int, str]:
    """By the Edition's key: why it is armed beside its slot, where the zone is known to be why.

    One query for any number, none for none.
    """
    wanted = {(journal.name_of_subject(i), e.revision): (s, e) for i, s, e in places}
    subjects = {subject for subject, _revision in wanted}
    said = {}
    for entry in JournalEntry.objects.filter(subject__in=subjects, verb__in=ARMED):
        slot, edition = wanted.get((entry.subject, entry.detail.get("revision")), (None, None))
        if slot and edition and _was_meant_for(slot, edition, entry.detail):
            said[edition.pk] = _(
                "The rules of %(zone)s have changed since it was armed: "
                "%(slot)s there is another moment now."
            ) % {"zone": slot.zone, "slot": f"{dates.local(slot.at, slot.zone):%H:%M}"}
    return said


def _was_meant_for(slot: Slot, edition: Edition, armed: dict) -> bool:
    """Whether its clock was to show the time of the slot, and shows another by now."""
    if armed.get("zone") != slot.zone:
        return False
    was = datetime.fromisoformat(armed["clock"]).replace(tzinfo=None)
    now = dates.local(edition.live_from, slot.zone).replace(tzinfo=None)
    return was != now and was == dates.local(slot.at, slot.zone).replace(tzinfo=None)

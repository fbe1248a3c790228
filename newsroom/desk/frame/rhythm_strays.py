"""What stands beside a rhythm that was changed, for whoever changed it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import ngettext

from digest.lib import dates
from digest.models import Edition, Series
from newsroom.calendar.cadence import slot_on
from newsroom.models import TakenSlot


def beside(series: Series, at: datetime) -> list[str]:
    """What has been planned that the rhythm does not name any more, in sentences."""
    today_there = dates.local(at, series.zone).date()
    rows = TakenSlot.objects.filter(series=series, day__gte=today_there)
    cadences = list(series.cadences.order_by("valid_from"))
    slots = {row.issue_id or -row.pk: slot_on(cadences, row.day) for row in rows}
    strays = sum(slot is None or slot.stray for slot in slots.values())
    armed = Edition.objects.armed(at).filter(folio__issue__in=slots)
    moments = armed.values_list("folio__issue", "live_from")
    apart = sum(
        (slot := slots[pk]) is not None and not slot.stray and slot.at != moment
        for pk, moment in moments
    )
    said = []
    if strays:
        words = ngettext(
            "%d day that is planned or left out is no press day any more. The board shows which.",
            "%d days that are planned or left out are no press days any more. "
            "The board shows which.",
            strays,
        )
        said.append(words % strays)
    if apart:
        words = ngettext(
            "%d armed issue goes out at another moment than that of its slot. "
            "The board shows which.",
            "%d armed issues go out at other moments than those of their slots. "
            "The board shows which.",
            apart,
        )
        said.append(words % apart)
    return said

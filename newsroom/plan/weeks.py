"""Weeks that are left out, with a note for readers."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from digest.lib import dates
from digest.models import Series, SkippedWeek
from newsroom import journal
from newsroom.models import TakenSlot
from newsroom.refusals import Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser
from newsroom.calendar.taken import holder_of, slot_of_day
from newsroom.plan.moving import open_slot


@transaction.atomic
def skip(
    series: Series, day: date, *, by: AbstractBaseUser, note: str = "", now: datetime | None = None
) -> SkippedWeek:
    """Leave a press day out; readers are told the note, where there is one."""
    at = now or dates.now()
    Series.objects.select_for_update().get(pk=series.pk)
    open_slot(series.pk, day, at)
    if holder := holder_of(series.pk, day):
        raise Refused(
            _("“%s” is planned for that day. Move it first, or put it into the tray.") % holder
        )
    skipped = SkippedWeek.objects.create(series=series, day=day, note=note.strip())
    TakenSlot.objects.create(series=series, day=day, skip=skipped)
    _record_week("week.skipped", skipped, by, at)
    return skipped


@transaction.atomic
def tell(
    skipped: SkippedWeek, note: str, *, by: AbstractBaseUser, now: datetime | None = None
) -> None:
    """Say something else to readers about a week that is left out."""
    before = skipped.note
    skipped.note = note.strip()
    if not SkippedWeek.objects.filter(pk=skipped.pk).update(note=skipped.note):
        raise Refused(_("Somebody has opened that day again already."))
    _record_week("week.told", skipped, by, now or dates.now(), **{"from": before})


@transaction.atomic
def unskip(skipped: SkippedWeek, *, by: AbstractBaseUser, now: datetime | None = None) -> None:
    """Open a press day again that was to be left out."""
    at = now or dates.now()
    Series.objects.select_for_update().get(pk=skipped.series_id)
    if not SkippedWeek.objects.filter(pk=skipped.pk).exists():
        raise Refused(_("Somebody has opened that day again already."))
    slot = slot_of_day(skipped.series_id, skipped.day)
    if slot is not None and slot.at <= at:
        raise Refused(_("That day has passed: it was left out."))
    _record_week("week.opened", skipped, by, at)
    skipped.delete()


def _record_week(
    verb: str, skipped: SkippedWeek, by: AbstractBaseUser, at: datetime, **more: Any
) -> None:
    detail = {"name": str(skipped), "day": skipped.day.isoformat(), "to": skipped.note, **more}
    journal.record(verb, skipped, by=by, at=at, **detail)

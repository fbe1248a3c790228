"""The weeks ahead: which issue takes which press day, which are left out, who writes.

Every verb does all or nothing, writes the journal, and refuses with a sentence. Locks are
taken in one order: issues by their keys, then the series, then what the press locks.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from digest.lib import dates
from digest.models import Edition, Series, SkippedWeek
from newsroom import journal, press
from newsroom.calendar.cadence import Slot
from newsroom.calendar.taken import holder_of, slot_of, slot_of_day
from newsroom.models import Issue, TakenSlot
from newsroom.press.expecting import Expecting
from newsroom.press.holding import put_back
from newsroom.refusals import Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


@dataclass(frozen=True)
class Shown:
    """What a planner was shown: the issue's day and what is armed of it, and the same of the
    issue that holds the wanted day."""

    day: date | None
    armed: int | None = None
    holder: int | None = None
    holder_armed: int | None = None

    def __str__(self) -> str:
        """Its four values with "/" between them, "" for none: what a form sends back."""
        return "/".join("" if one is None else str(one) for one in astuple(self))


def shown(issue: Issue, day: date | None) -> Shown:
    """What somebody sees who looks at moving the issue to that day, or to none."""
    own = TakenSlot.objects.filter(issue=issue).values_list("day", flat=True).first()
    holder = holder_of(issue.series_id, day)
    return Shown(
        own,
        _revision(armed_of(issue)),
        holder.pk if holder else None,
        _revision(armed_of(holder)) if holder else None,
    )


def armed_of(issue: Issue) -> Edition | None:
    """What is armed of an issue."""
    return Edition.objects.filter(folio__issue=issue).armed(dates.now()).first()


@transaction.atomic
def move(
    issue: Issue,
    day: date | None,
    *,
    by: AbstractBaseUser,
    seen: str,
    exchange: bool = True,
    reason: str = "",
    override: str = "",
    now: datetime | None = None,
) -> None:
    """Plan the issue for a press day of its series, or (None) for none: into the tray.

    An issue that holds the day gets that of the moved one, or goes into the tray where
    `exchange` is false or there is none. What is armed is armed anew for its new day, or
    taken back. `seen` is str(shown(issue, day)) as the planner saw it.
    """
    held = _lock(issue, day)
    at = now or dates.now()
    for one in held:
        if refusal := put_back(one, now=now):
            raise refusal
    if seen != str(shown(issue, day)):
        raise Refused(_("Somebody has moved something here since you looked. Look again."))
    holder = holder_of(issue.series_id, day)
    if holder is not None and holder not in held:
        # It came between the look at who is to be locked and the lock.
        raise Refused(_("Somebody has moved something here since you looked. Look again."))
    target = open_slot(issue.series_id, day, at) if day else None
    old = slot_of(issue)
    if (old.day if old else None) == day:
        raise Refused(_("The issue stands there already."))
    moves: list[tuple[Issue, Slot | None, Slot | None]] = [(issue, old, target)]
    if holder is not None:
        moves.append((holder, target, old if exchange else None))
    for one, _before, after in moves:
        _refuse_gone_out(one)
        if after is not None and after.at <= at:
            raise Refused(_("The slot that “%s” would get has passed.") % one)
        if after is not None and after.stray:
            raise Refused(_("The day that “%s” would get is no press day any more.") % one)
    TakenSlot.objects.filter(issue__in=[one for one, _before, _after in moves]).delete()
    for one, before, after in moves:
        if after is not None:
            TakenSlot.objects.create(series_id=after.series_id, day=after.day, issue=one)
        days = (_written(before), _written(after))
        if _arm_anew(one, after, days, by=by, reason=reason, override=override, now=now):
            # The press's line says both: what is armed, and where it stands.
            continue
        journal.record(
            "issue.planned",
            one,
            by=by,
            at=at,
            reason=reason,
            name=str(one),
            **dict(zip(("from", "to"), days, strict=True)),
        )


@transaction.atomic
def arm_for_slot(
    issue: Issue,
    *,
    by: AbstractBaseUser,
    expecting: Expecting,
    at: datetime | None,
    now: datetime | None = None,
) -> Edition:
    """Arm what is armed of the issue anew, with its text, for the moment of its slot.

    They part where the rhythm or the rules of its time zone have changed since. `expecting` and
    `at` are what the planner saw: what is armed, and the moment of the slot.
    """
    _lock(issue, None)
    if refusal := put_back(issue, expecting, now=now):
        raise refusal
    _refuse_gone_out(issue)
    slot, armed = slot_of(issue), armed_of(issue)
    if armed is None:
        raise Refused(_("Nothing of “%s” is armed any more. Look again.") % issue)
    if slot is not None and slot.at == armed.live_from:
        raise Refused(_("“%s” is armed for the moment of its slot already.") % issue)
    if slot is None or slot.at != at:
        raise Refused(_("“%s” has another slot than you were shown. Look again.") % issue)
    open_slot(issue.series_id, slot.day, now or dates.now())
    return _rearmed(armed, slot, by=by, expecting=expecting, override="", now=now)


@transaction.atomic
def take(
    issue: Issue, slot: Slot, *, by: AbstractBaseUser, now: datetime | None = None
) -> TakenSlot:
    """The first day of an issue that was started just now; nobody has seen it yet."""
    at = now or dates.now()
    Series.objects.select_for_update().get(pk=slot.series_id)
    if TakenSlot.objects.filter(series=slot.series_id, day=slot.day).exists():
        raise Refused(_("That slot is taken by now. Look again."))
    open_slot(slot.series_id, slot.day, at)
    return TakenSlot.objects.create(series_id=slot.series_id, day=slot.day, issue=issue)


def _lock(issue: Issue, day: date | None) -> list[Issue]:
    """The issue and the one that holds the day, in order of their keys; then the series."""
    holder = holder_of(issue.series_id, day)
    keys = {issue.pk, *([holder.pk] if holder else [])}
    rows = Issue.objects.select_for_update(of=["self"]).select_related("series")
    held = list(rows.filter(pk__in=keys).order_by("pk"))
    Series.objects.select_for_update().get(pk=issue.series_id)
    return held


def open_slot(series_id: int, day: date, at: datetime) -> Slot:
    """The slot of a day to come that is not left out."""
    slot = slot_of_day(series_id, day)
    if slot is None or slot.stray:
        raise Refused(_("That is no press day of the series. Choose one of its slots."))
    if slot.at <= at:
        raise Refused(_("That slot has passed. Choose a later one."))
    if SkippedWeek.objects.filter(series=series_id, day=day).exists():
        raise Refused(_("That week is left out. Open it again first."))
    return slot


def _refuse_gone_out(issue: Issue) -> None:
    if Edition.objects.filter(folio__issue=issue).began(dates.now()).exists():
        raise Refused(_("“%s” has gone out: its day is fixed.") % issue)


def _arm_anew(
    issue: Issue,
    slot: Slot | None,
    days: tuple[str, str],
    *,
    by: AbstractBaseUser,
    reason: str,
    override: str,
    now: datetime | None,
) -> bool:
    """Move what is armed too, or stop it; whether anything was."""
    armed = armed_of(issue)
    if armed is None:
        return False
    asked: dict[str, Any] = {"by": by, "reason": reason, "planned": days, "now": now}
    asked["expecting"] = Expecting(live=None, armed=armed.revision)
    if slot is None:
        press.disarm(armed, **asked)
    else:
        _rearmed(armed, slot, override=override, **asked)
    return True


def _rearmed(
    armed: Edition,
    slot: Slot,
    *,
    by: AbstractBaseUser,
    **asked: Any,
) -> Edition:
    return press.rearm(
        armed,
        by=by,
        at=slot.at,
        kind=armed.kind,
        note=armed.note,
        expires_at=armed.expires_at,
        **asked,
    )


def _revision(edition: Edition | None) -> int | None:
    return edition.revision if edition else None


def _written(slot: Slot | None) -> str:
    return slot.day.isoformat() if slot else ""

"""What has happened to the issues, done again in the order of time with `now=` of each moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

from digest.lib import dates
from digest.models import Edition
from newsroom import plan, press
from newsroom.calendar import cadence, numbers
from newsroom.demo import story
from newsroom.demo.load import drafts
from newsroom.demo.load.loaded import Loaded
from newsroom.demo.story import shape
from newsroom.models import Issue
from newsroom.press import folios
from newsroom.press.expecting import seen

Say = Callable[[str], None]
Event = tuple[datetime, Callable[[datetime], str]]

#: How long before its first press an issue was begun.
_BEGUN = timedelta(days=4)
_TICK = timedelta(seconds=1)
#: Within which every rhythm of the story has a free slot.
_SOON = timedelta(weeks=4)
_NOT_LIVE = "The issue that the card leads to is withdrawn; the card returns with it."


def happen(loaded: Loaded, say: Say) -> None:
    """Write, press, revise and withdraw; then what is armed and what is still a draft."""
    events: list[Event] = []
    for told in story.ISSUES:
        events += _events(loaded, told)
    events += [_skip(loaded, told) for told in story.SKIPS]
    events.sort(key=lambda event: event[0])
    for at, act in events:
        say(act(at))


def _events(loaded: Loaded, told: shape.Issue) -> list[Event]:
    if told.moment is None:
        return [(loaded.now, partial(_draft, loaded, told))]
    begins = told.moment.instant(loaded.now, story.series_of(told))
    if told.state == "armed":
        return [(loaded.now, partial(_press, loaded, told, begins))]
    events: list[Event] = [
        (begins, partial(_press, loaded, told, None)),
        *((begins + one.after, partial(_revise, loaded, told, one)) for one in told.revisions),
    ]
    if told.withdrawal:
        after = begins + told.withdrawal.after
        events.append((after, partial(_withdraw, loaded, told, told.withdrawal)))
    return events


def _skip(loaded: Loaded, told: shape.Skip) -> Event:
    series = loaded.series[told.series]
    begins = told.moment.instant(loaded.now, story.series_of(told))
    day = dates.local(begins, series.zone).date()

    def leave_out(now: datetime) -> str:
        plan.skip(series, day, by=loaded.accounts[told.by], note=told.note, now=now)
        return f"left out: {series.name} of {dates.spoken(begins, series.zone)}"

    return min(loaded.now, begins - _BEGUN), leave_out


def _draft(loaded: Loaded, told: shape.Issue, now: datetime) -> str:
    draft = drafts.write(loaded, told, now=now - _BEGUN)
    _plan(loaded, told, draft, after=now, now=now)
    return f"draft: {told.title}"


def _press(loaded: Loaded, told: shape.Issue, at: datetime | None, now: datetime) -> str:
    draft = drafts.write(loaded, told, now=now - _BEGUN)
    _plan(loaded, told, draft, after=(at or now) - _TICK, now=now - _BEGUN)
    place = _place(loaded, told, at or now)
    _arm(loaded, told, at=at, now=now, place=place)
    zone = loaded.series[told.series].zone
    return f"{'armed' if at else 'pressed'} for {dates.spoken(at or now, zone)}: {told.title}"


def _plan(
    loaded: Loaded, told: shape.Issue, draft: Issue, *, after: datetime, now: datetime
) -> None:
    """Plan the issue for the first free slot after that moment; a special has none."""
    if not told.numbered:
        return
    series = loaded.series[told.series]
    first = dates.local(after, series.zone).date()
    taken = set(series.taken_slots.values_list("day", flat=True))
    slots = cadence.slots(list(series.cadences.all()), first, first + _SOON)
    free = next(slot for slot in slots if slot.at > after and slot.day not in taken)
    plan.take(draft, free, by=loaded.accounts[_presser(told)], now=now)


def _revise(loaded: Loaded, told: shape.Issue, revision: shape.Revision, now: datetime) -> str:
    for replacement in revision.replacements:
        drafts.revise(loaded, told, replacement, now=now)
    _arm(loaded, told, now=now, kind=revision.kind, note=revision.note)
    return f"{Edition.Kind(revision.kind).label}: {told.title}"


def _withdraw(
    loaded: Loaded, told: shape.Issue, withdrawal: shape.Withdrawal, now: datetime
) -> str:
    draft = loaded.issues[told.key]
    assert draft.folio is not None
    press.withdraw(
        draft.folio,
        by=loaded.accounts[_presser(told)],
        expecting=seen(draft, at=now),
        reason=withdrawal.reason,
        now=now,
    )
    return f"withdrawn: {told.title}"


def _arm(
    loaded: Loaded,
    told: shape.Issue,
    *,
    now: datetime,
    at: datetime | None = None,
    kind: str = "",
    note: str = "",
    place: folios.Place | None = None,
) -> None:
    draft = loaded.issues[told.key]
    edition = press.arm(
        draft,
        at=at,
        by=loaded.accounts[_presser(told)],
        expecting=seen(draft, at=now),
        kind=kind,
        note=note,
        place=place,
        override=_NOT_LIVE if _leads_to_withdrawn(loaded, told, at or now) else "",
        now=now,
    )
    draft.folio = edition.folio


def _leads_to_withdrawn(loaded: Loaded, told: shape.Issue, at: datetime) -> bool:
    """Whether preflight is going to warn that a card of ours will not be printed."""
    targets = [
        loaded.issues[card.issue].folio for card in told.related if isinstance(card, shape.OwnCard)
    ]
    return Edition.objects.live(at).filter(folio__in=targets).count() < len(targets)


def _presser(told: shape.Issue) -> str:
    """Who presses: the editor in the byline, else the first who is named."""
    editors = [line.person for line in told.bylines if line.role == "editor"]
    return (editors or [line.person for line in told.bylines])[0]


def _place(loaded: Loaded, told: shape.Issue, begins: datetime) -> folios.Place | None:
    """The number with which a series begins here; later ones count on from it by themselves."""
    series = loaded.series[told.series]
    volume, proposed = numbers.following(series, begins)
    if not told.numbered:
        return folios.Place("", volume, None)
    if proposed != 1:
        return None
    rules = story.series_of(told)
    first = rules.first_number or 1
    if rules.first_number is None and rules.numbering == "by year":
        first = (dates.local(begins, series.zone).timetuple().tm_yday - 1) // 7 + 1
    return folios.Place("", volume, first)

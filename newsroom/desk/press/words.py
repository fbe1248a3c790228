"""The press page in words: how things are, and what will happen, on both clocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from digest.document import Document
from digest.models import Edition
from newsroom.desk.lib.clocks import clocks
from newsroom.desk.lib.people import called
from newsroom.desk.lib.states import off_the_rhythm
from newsroom.press.folios import Place
from newsroom.press.standing import Standing


def state(stands: Standing, draft: Document | None, names: Mapping[str, str]) -> list[str]:
    """How things are: what is live, what is scheduled, and where the draft stands to both.

    `names` has the accounts that pressed, as people are called.
    """
    return [*_public(stands, names), *(_drafted(stands, draft) if draft else [])]


def _public(stands: Standing, names: Mapping[str, str]) -> Iterator[str]:
    live, armed, zone = stands.live, stands.armed, stands.zone
    if live:
        yield _("Live since %(when)s: revision %(number)d, pressed by %(by)s.") % {
            "when": clocks(live.live_from, zone),
            "number": live.revision,
            "by": called(live.pressed_by, names),
        }
        if live.live_until and live.end_cause == Edition.EndCause.EXPIRY:
            yield _("It ends on %s.") % clocks(live.live_until, zone)
    elif stands.gone:
        yield _not_public(stands.gone, zone)
    elif not armed:
        yield _("A draft: nothing of it has been public yet.")
    if armed:
        yield _("Armed: revision %(number)d goes out on %(when)s, pressed by %(by)s.") % {
            "number": armed.revision,
            "when": clocks(armed.live_from, zone),
            "by": called(armed.pressed_by, names),
        }
    yield from _planned(stands)


def _planned(stands: Standing) -> Iterator[str]:
    """The slot, until the issue has gone out; what is armed for it says so itself."""
    slot, armed = None if stands.has_been_live else stands.slot, stands.armed
    if slot is None or (armed and armed.live_from == slot.at):
        return
    if slot.stray:
        yield off_the_rhythm(slot)
        return
    yield _("Planned for %s.") % clocks(slot.at, stands.zone)
    if slot.oddity:
        yield slot.oddity


def _drafted(stands: Standing, draft: Document) -> Iterator[str]:
    live, armed = stands.live, stands.armed
    if armed and armed.fingerprint != draft.fingerprint:
        yield (
            _(
                "The draft has been changed since: what goes out is revision %d as it was pressed, "
                "without the changes."
            )
            % armed.revision
        )
    elif armed:
        yield _("The draft says what revision %d says.") % armed.revision
    elif live and live.fingerprint == draft.fingerprint:
        yield _("Nothing has changed since the text that is live.")
    elif live:
        yield _("The draft has been changed since. Readers see that when it is pressed.")


def _not_public(last: Edition, zone: str) -> str:
    assert last.live_until is not None
    return _("Not public since %(when)s: revision %(number)d was %(cause)s.") % {
        "when": clocks(last.live_until, zone),
        "number": last.revision,
        "cause": last.get_end_cause_display(),
    }


def what_will_happen(stands: Standing, asked: dict[str, Any], place: Place | None) -> list[str]:
    """Which text, in whose place, when on both clocks, where, until when, with which words."""
    return [*_when(stands, asked), *_where(stands, place), *_told(asked)]


def _when(stands: Standing, asked: dict[str, Any]) -> Iterator[str]:
    at, ends, zone = asked["at"], asked["expires_at"], stands.zone
    live, armed = stands.live, stands.armed
    yield _("Revision %(number)d goes live %(when)s.") % {
        "number": len(stands.editions) + 1,
        "when": _on(at, zone),
    }
    yield from _beside_the_slot(stands, at)
    if armed:
        yield _("Revision %(number)d, armed for %(when)s, is stopped.") % {
            "number": armed.revision,
            "when": clocks(armed.live_from, zone),
        }
    if live and at and live.expires_at and live.expires_at < at:
        yield _("Revision %(number)d ends before, on %(when)s: in between the issue is gone.") % {
            "number": live.revision,
            "when": clocks(live.expires_at, zone),
        }
    elif live:
        yield _("It replaces revision %d, which becomes an earlier version.") % live.revision
    if live and at and not (live.expires_at and live.expires_at < at):
        yield _("Until then revision %d stays live.") % live.revision
        if live.expires_at and live.expires_at > at:
            yield _idle_end(live.revision, live.expires_at, len(stands.editions) + 1, zone)
    if ends:
        yield _("It ends %s.") % _on(ends, zone)


def _idle_end(number: int, end: datetime, following: int, zone: str) -> str:
    """What an end does that comes after the beginning of the next text."""
    words = _(
        "The end of revision %(number)d, %(when)s, "
        "does nothing unless revision %(next)d is stopped."
    )
    return words % {"number": number, "when": _on(end, zone), "next": following}


def _beside_the_slot(stands: Standing, at: datetime | None) -> Iterator[str]:
    slot = None if stands.has_been_live else stands.slot
    if slot is None or slot.stray:
        return
    if at != slot.at:
        yield _("It is planned for %(slot)s, but goes out %(when)s.") % {
            "slot": clocks(slot.at, stands.zone),
            "when": _on(at, stands.zone),
        }


def _where(stands: Standing, place: Place | None) -> Iterator[str]:
    if place:
        yield _("Its address is /%s/%s/.") % (stands.issue.series.slug, place.slug)
        yield _numbered(place)
    if stands.has_been_live:
        yield _("It keeps its address, and its place in lists and feeds.")
    else:
        yield _("From then on the home page, the archive and the feeds list it.")


def _numbered(place: Place) -> str:
    if place.number is None:
        return _("It has no number.")
    words = _("It is no. %(number)d of %(volume)d.") if place.volume else _("It is no. %(number)d.")
    return words % {"number": place.number, "volume": place.volume}


def _told(asked: dict[str, Any]) -> Iterator[str]:
    if asked["kind"] == Edition.Kind.MINOR:
        yield _("It is a minor change: readers are told nothing but its date.")
    elif asked["note"]:
        yield _("Readers see the note: %s") % asked["note"]
    if asked["override"]:
        yield _("The warnings are passed over, in your name: %s") % asked["override"]


def _on(at: datetime | None, zone: str) -> str:
    return _("on %s") % clocks(at, zone) if at else _("at once")


def done(edition: Edition, zone: str) -> str:
    """What has been done."""
    said = _("Revision %(number)d is live since %(when)s.")
    if edition.live_from > edition.pressed_at:
        said = _("Revision %(number)d is armed for %(when)s.")
    said %= {"number": edition.revision, "when": clocks(edition.live_from, zone)}
    if edition.expires_at is None:
        return said
    return f"{said} {_('It ends on %s.') % clocks(edition.expires_at, zone)}"

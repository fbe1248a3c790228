"""Taking back, in words: what stopping, ending and withdrawing do to each text of an issue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digest.models import Edition
from newsroom.desk.lib.clocks import clocks
from newsroom.desk.lib.states import off_the_rhythm
from newsroom.press.standing import Standing


def stopped(stands: Standing, edition: Edition) -> list[str]:
    """What happens to readers, the draft and the slot when an armed text is taken back."""
    if edition != stands.armed:
        return [_("Revision %d is not armed.") % edition.revision]
    return [*_instead(stands, edition), *_afterwards(stands)]


def _instead(stands: Standing, edition: Edition) -> Iterator[str]:
    live, zone = stands.live, stands.zone
    yield _("Revision %(number)d does not go out on %(when)s.") % {
        "number": edition.revision,
        "when": clocks(edition.live_from, zone),
    }
    if live is None:
        if stands.has_been_live:
            yield _("The issue stays off the site: no text of it is live.")
        else:
            yield _("Nothing of the issue has been public, and nothing becomes so.")
    elif live.expires_at is None:
        yield _("Revision %d stays live. It has no end.") % live.revision
    elif live.expires_at <= edition.live_from:
        words = _("Revision %(number)d stays live until its end on %(when)s, and nothing follows.")
        yield words % {"number": live.revision, "when": clocks(live.expires_at, zone)}
    else:
        words = _("Revision %(number)d stays live, and gets back its own end on %(when)s.")
        yield words % {"number": live.revision, "when": clocks(live.expires_at, zone)}


def _afterwards(stands: Standing) -> Iterator[str]:
    yield _("The draft stays as it is.")
    if stands.has_been_live:
        return
    yield _("When the issue is pressed again its address and its number can still be changed.")
    if stands.slot is None:
        return
    if stands.slot.stray:
        yield off_the_rhythm(stands.slot)
    else:
        yield _("It keeps its slot: planned for %s, but not armed.") % clocks(
            stands.slot.at, stands.zone
        )


def ending(stands: Standing, edition: Edition) -> list[str]:
    """What an end does to a text, before and after the beginning of the one that follows."""
    armed, zone = stands.armed, stands.zone
    if edition not in (stands.live, armed):
        return [_("Revision %d is neither live nor armed.") % edition.revision]
    said = [
        _("At that moment the issue leaves the site, unless another revision is live by then."),
        _("Until then nothing changes."),
    ]
    if armed is None or edition != stands.live:
        return said
    words = {"number": armed.revision, "when": clocks(armed.live_from, zone)}
    return [
        _("Revision %(number)d takes its place on %(when)s.") % words,
        _early_end(armed) % armed.revision,
        _("An end after that does nothing unless revision %d is stopped.") % armed.revision,
        said[1],
    ]


def _early_end(armed: Edition) -> str:
    if armed.prints_note:
        return _("With an end before that the issue is gone in between, and back with revision %d.")
    return _("An end before that is refused: revision %d would bring it back without a note.")


def will_end(stands: Standing, edition: Edition, at: datetime | None) -> str:
    """What setting this end will do."""
    before, zone = edition.expires_at, stands.zone
    words: dict[str, Any] = {"number": edition.revision}
    words["next"] = stands.armed.revision if stands.armed else 0
    if at == before:
        words["when"] = clocks(before, zone) if before else ""
        return (
            _("Nothing changes: revision %(number)d ends on %(when)s already.") % words
            if before
            else _("Nothing changes: revision %(number)d has no end, and gets none.") % words
        )
    if at is None:
        assert before is not None
        return _(
            "Revision %(number)d does not end on %(when)s any more: it stays until another "
            "takes its place, or the issue is withdrawn."
        ) % {**words, "when": clocks(before, zone)}
    words["when"] = clocks(at, zone)
    armed = stands.armed
    if armed is None or edition != stands.live:
        return _("Revision %(number)d ends on %(when)s: the issue leaves the site then.") % words
    if at > armed.live_from:
        return (
            _(
                "The end of revision %(number)d is set to %(when)s. It does nothing unless "
                "revision %(next)d is stopped."
            )
            % words
        )
    return (
        _(
            "Revision %(number)d ends on %(when)s. The issue is gone from then until revision "
            "%(next)d goes out."
        )
        % words
    )


def can_be_suppressed(stands: Standing, edition: Edition) -> bool:
    """Whether it has been live, and is not suppressed yet."""
    has_begun = edition != stands.armed and not edition.is_empty()
    return has_begun and edition.suppressed_at is None


def ended(stands: Standing, edition: Edition, at: datetime | None) -> str:
    """What was done about the end of a text; `edition` is as it was before."""
    before, number = edition.expires_at, edition.revision
    if at is None and before is None:
        return _("Revision %d has no end, as before.") % number
    if at is None:
        assert before is not None
        return _("Revision %(number)d has no end any more. It was to end on %(when)s.") % {
            "number": number,
            "when": clocks(before, stands.zone),
        }
    armed = stands.armed
    if armed is not None and edition == stands.live and at > armed.live_from:
        return _(
            "The end of revision %(number)d is set to %(when)s. It does nothing unless "
            "revision %(next)d is stopped."
        ) % {
            "number": edition.revision,
            "when": clocks(at, stands.zone),
            "next": armed.revision,
        }
    return _("Revision %(number)d ends on %(when)s.") % {
        "number": edition.revision,
        "when": clocks(at, stands.zone),
    }


def withdrawal(stands: Standing) -> list[str]:
    """What happens to readers, to the draft, and to what is armed."""
    if stands.live is None:
        return [_("Nothing of this issue is live, so there is nothing to withdraw.")]
    said = [
        _("The issue leaves the site at once: its page, earlier versions, lists and feeds."),
        _("No older text takes its place."),
        _("Readers who come to its address are told that it is gone, and no word of it."),
        _("The draft stays. It can be corrected and pressed again, with a note for readers."),
        _(
            "Its earlier versions, this text among them, are public again then, but for those "
            "that are suppressed."
        ),
    ]
    if armed := stands.armed:
        words = _("Revision %(number)d is armed, and would go out on %(when)s: choose below.")
        said.append(
            words % {"number": armed.revision, "when": clocks(armed.live_from, stands.zone)}
        )
        if not armed.prints_note:
            said.append(
                _("Readers would see no note with revision %d, so that it cannot be kept.")
                % armed.revision
            )
    return said


def suppressing(stands: Standing, edition: Edition) -> list[str]:
    """What happens to a text that was live, also where other revisions say the same."""
    if not can_be_suppressed(stands, edition):
        return [_("Revision %d has never been live, or is suppressed already.") % edition.revision]
    said = [
        _("Readers do not get revision %d as an earlier version any more, for good.")
        % edition.revision,
        _("The text that is live stays live. To take that away, withdraw the issue."),
    ]
    same = [
        str(one.revision)
        for one in stands.editions
        if one != edition and one.fingerprint == edition.fingerprint
        if not one.is_empty() and one.suppressed_at is None
    ]
    if same:
        words = ngettext(
            "Revision %s has the same text, and is not suppressed with it.",
            "Revisions %s have the same text, and are not suppressed with it.",
            len(same),
        )
        said.append(words % ", ".join(same))
    return said

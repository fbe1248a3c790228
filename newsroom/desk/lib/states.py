"""Where issues stand, for lists: computed from rows, never stored.

A constant number of queries for any number of issues: one for their Editions, one for the
names of accounts, and those of composing and checking the drafts that readers have not got.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digest.models import Edition
from newsroom.calendar.cadence import Slot
from newsroom.desk.lib import clocks
from newsroom.desk.lib.clocks import moment
from newsroom.desk.lib.people import names_of
from newsroom.models import Issue
from newsroom.press import standing
from newsroom.press.standing import Standing
from newsroom.text import preflight
from newsroom.text.compose import compose_many
from newsroom.text.preflight import Finding, Level


@dataclass
class State:
    """One issue at one moment.

    `findings` are those of a draft that readers have not got, else None; `changed` says
    that this draft is another text than the one pressed last. `saver` is the name of whoever
    saved last.
    """

    stands: Standing
    changed: bool = False
    findings: list[Finding] | None = None
    saver: str = ""

    @property
    def zone(self) -> str:
        """The zone of the series."""
        return self.stands.zone

    @property
    def live(self) -> Edition | None:
        """The text that readers have."""
        return self.stands.live

    @property
    def armed(self) -> Edition | None:
        """The text that is to go out."""
        return self.stands.armed

    @property
    def last(self) -> Edition | None:
        """The newest of all that was, is or is going to be live."""
        return self.stands.last

    @property
    def is_draft(self) -> bool:
        """Whether nothing of it was ever live or is going to be."""
        return self.last is None

    @property
    def errors(self) -> int:
        """How many findings block the press."""
        return sum(one.level == Level.ERROR for one in self.findings or [])

    @property
    def warnings(self) -> int:
        """How many findings a named person can override."""
        return len(self.findings or []) - self.errors

    @property
    def kind(self) -> str:
        """One word for colour: live, armed, gone or draft."""
        if self.live:
            return "live"
        if self.armed:
            return "armed"
        return "draft" if self.is_draft else "gone"

    @property
    def ending(self) -> str:
        """How the text that was live last has ended."""
        expired = self.last is not None and self.last.end_cause == Edition.EndCause.EXPIRY
        return _("expired") if expired else _("withdrawn")

    def __str__(self) -> str:
        if self.live and self.armed:
            words = _("live, revision %(number)d goes out %(when)s") % {
                "number": self.armed.revision,
                "when": moment(self.armed.live_from, self.zone),
            }
        elif self.live:
            words = _("live")
        elif self.armed:
            words = _("armed for %s") % moment(self.armed.live_from, self.zone)
        elif self.last is None:
            return _("draft")
        else:
            words = self.ending
        return _("%s, changed since the press") % words if self.changed else words

    def spoken_findings(self) -> str:
        """How many of each level, in words."""
        if self.findings is None:
            return ""
        counts = []
        if self.errors:
            counts.append(ngettext("%d error", "%d errors", self.errors) % self.errors)
        if self.warnings:
            counts.append(ngettext("%d warning", "%d warnings", self.warnings) % self.warnings)
        return ", ".join(counts) or _("no findings")


def of(issues: Iterable[Issue], at: datetime) -> dict[int, State]:
    """The state of each issue by its key; the issues come with their series."""
    rows = list(issues)
    known = standing.of_many(rows, at)
    states = {issue.pk: State(known[issue.pk]) for issue in rows}
    _add_savers(rows, states)
    _add_findings([one for one in rows if _is_ahead(one, states[one.pk])], states, at)
    return states


def _add_savers(issues: Sequence[Issue], states: dict[int, State]) -> None:
    names = names_of(issue.saved_by for issue in issues)
    for issue in issues:
        states[issue.pk].saver = names.get(issue.saved_by, issue.saved_by)


def _is_ahead(issue: Issue, state: State) -> bool:
    """Whether somebody has saved since the last press, so that a look at the text is due."""
    return state.last is None or issue.saved_at > state.last.pressed_at


def _add_findings(ahead: Sequence[Issue], states: dict[int, State], at: datetime) -> None:
    documents = compose_many(ahead)
    drafts = [one for one in ahead if one.pk in documents]
    found = preflight.run_many([(documents[one.pk], one.series) for one in drafts], at=at)
    for issue, findings in zip(drafts, found, strict=True):
        state = states[issue.pk]
        if state.last is not None:
            state.changed = state.last.fingerprint != documents[issue.pk].fingerprint
            if not state.changed:
                continue
        state.findings = findings


def off_the_rhythm(slot: Slot) -> str:
    """What an issue is told whose day is no press day any more: it has no moment."""
    day = formats.date_format(slot.day, "l j F Y")
    return _("Its day, %s, is no press day any more: give it another one.") % day


def goes_out_as_armed(armed: Edition, now: datetime) -> str:
    """What happens to the armed text whatever stands in the way of another."""
    return _("Revision %(number)d goes out as it was armed, in %(left)s.") % {
        "number": armed.revision,
        "left": clocks.left(armed.live_from, now),
    }


def standing_in_the_way(errors: int, armed: Edition, now: datetime) -> str:
    """Why the draft cannot take the place of the armed text, and what goes out then."""
    words = ngettext("%d error stands in the way.", "%d errors stand in the way.", errors)
    return f"{words % errors} {goes_out_as_armed(armed, now)}"

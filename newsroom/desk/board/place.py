"""A place on the board: one slot, and what has taken it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.models import Edition, Series, SkippedWeek
from newsroom.calendar.cadence import Slot
from newsroom.desk.lib import clocks
from newsroom.desk.lib.clocks import moment, weekday
from newsroom.desk.lib.people import named
from newsroom.desk.lib.states import State
from newsroom.models import Issue
from newsroom.press.expecting import Expecting

#: Planned is not armed: the words differ, and so do the looks.
SPOKEN = {
    "empty": gettext_lazy("empty"),
    "skipped": gettext_lazy("left out"),
    "draft": gettext_lazy("planned: draft"),
    "ready": gettext_lazy("planned: ready"),
    "armed": gettext_lazy("armed: goes out"),
    "live": gettext_lazy("live"),
    "late": gettext_lazy("late: nothing went out"),
}


@dataclass
class BoardSlot:
    """A slot on the board at `now`, with what has taken it.

    `reason` says why its issue is armed for another moment, where that is known.
    """

    series: Series
    slot: Slot
    now: datetime
    issue: Issue | None = None
    state: State | None = None
    skip: SkippedWeek | None = None
    number: int | None = None
    reason: str = ""

    @property
    def kind(self) -> str:
        """empty, skipped, draft, ready, armed, live, late or gone."""
        if self.skip:
            return "skipped"
        state = self.state
        if state is None:
            return "late" if self.has_passed else "empty"
        if state.live or state.armed:
            return "live" if state.live else "armed"
        if not state.is_draft:
            return "gone"
        if self.has_passed:
            return "late"
        return "draft" if state.errors else "ready"

    @property
    def has_passed(self) -> bool:
        """Whether its time is behind us."""
        return self.slot.at <= self.now

    @property
    def went_out(self) -> datetime | None:
        """When readers got the issue first."""
        folio = self.issue.folio if self.issue else None
        first = folio.first_live_from if folio else None
        return first if first and first <= self.now else None

    @property
    def armed_elsewhere(self) -> Edition | None:
        """What is armed of its issue, for another moment than the slot's.

        What has gone out keeps its day, whenever it is corrected or comes back; what is no
        press day any more has no moment.
        """
        if self.state is None or self.went_out or self.slot.stray:
            return None
        armed = self.state.armed
        return armed if armed and armed.live_from != self.slot.at else None

    @property
    def may_arm_for_slot(self) -> bool:
        """Whether what is armed for another moment can be armed for the slot."""
        return bool(self.armed_elsewhere) and not self.has_passed

    @property
    def expecting(self) -> str:
        """What somebody is shown who looks at the board, for the button that arms for the slot."""
        return Expecting.of(self.state.stands).to_json() if self.state else ""

    @property
    def spoken_kind(self) -> str:
        """What the slot is, in a word or two: planned for it, or armed for it."""
        if self.kind == "late" and self.issue is None:
            # Something else may have gone out that day; what is missing is an issue of the slot.
            return _("passed: no issue")
        if self.kind == "armed" and self.went_out:
            return _("armed: goes out again")
        if self.kind == "gone" and self.state:
            return self.state.ending
        return str(SPOKEN[self.kind])

    @property
    def remarks(self) -> list[str]:
        """What else there is to know."""
        return list(self._remarks())

    def _remarks(self) -> Iterator[str]:
        """What else a planner has to know of the slot and of its issue."""
        slot, issue, known = self.slot, self.issue, self.state
        if slot.stray:
            yield from self._stray()
        elif slot.oddity:
            yield slot.oddity
        if issue and issue.folio_id and known and known.is_draft:
            # It was given its place by being armed.
            yield _("was armed, then stopped")
        if self.went_out and (slot.stray or self.went_out != slot.at):
            yield _("went out %s") % moment(self.went_out, slot.zone)
        current = (known.armed or known.live) if known else None
        if current and current.expires_at:
            yield _("ends %s") % moment(current.expires_at, slot.zone)
        if self.went_out and known and known.armed:
            yield _("revision %(number)d goes out %(when)s") % {
                "number": known.armed.revision,
                "when": moment(known.armed.live_from, slot.zone),
            }

    def _stray(self) -> Iterator[str]:
        """What a day means that the rhythm does not name, and what can be done about it."""
        if self.went_out or (self.skip and self.has_passed):
            return
        yield _("The rhythm of the series has changed: nothing is due on this day.")
        if self.skip:
            if self.skip.note:
                yield _("Readers are told the note all the same.")
        elif self.state and self.state.armed:
            at = self.state.armed.live_from
            words = {"when": weekday(at, self.slot.zone), "utc": moment(at, "UTC")}
            yield _("It goes out all the same: %(when)s (%(utc)s). Move it or stop it.") % words
        else:
            yield _("Give the issue another day, or put it into the tray.")

    @property
    def changes(self) -> str:
        """What the draft's changes since the press do to readers: nothing yet."""
        if self.state is None or not self.state.changed:
            return ""
        if self.state.armed:
            return _("changed since; what goes out has not")
        if self.state.live:
            return _("changed since; what is live has not")
        return _("changed since it was public")

    @property
    def left(self) -> str:
        """How long until it goes out, or is to go out."""
        if self.kind not in ("empty", "draft", "ready", "armed"):
            return ""
        if self.slot.stray and self.kind != "armed":
            return ""
        until = self.state.armed.live_from if self.state and self.state.armed else self.slot.at
        return _("%s left") % clocks.left(until, self.now)

    @property
    def writer(self) -> str:
        """Who writes, as people are called."""
        return named(self.issue.writer if self.issue else None)

    @property
    def editor(self) -> str:
        """Who edits, as people are called."""
        return named(self.issue.editor if self.issue else None)

    @property
    def may_move(self) -> bool:
        """Whether its issue can have another day."""
        return self.issue is not None and not self.went_out

"""The screen of one issue: outline, parts, panel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.urls import reverse

from digest.document import Document
from digest.models import Edition
from newsroom import journal
from newsroom.calendar.cadence import Slot
from newsroom.desk.journal.words import change_of, deed
from newsroom.desk.lib import states
from newsroom.desk.lib.keys import number
from newsroom.desk.lib.people import names_of
from newsroom.desk.lib.rights import may_see, may_unplan
from newsroom.desk.screen.rows import Row, address_of, row_of
from newsroom.models import Issue, JournalEntry, StandingSection
from newsroom.press import standing
from newsroom.press.expecting import Expecting
from newsroom.press.standing import Standing
from newsroom.text import changes, drafts, preflight
from newsroom.text.compose import composed
from newsroom.text.drafts import Draft
from newsroom.text.preflight import Finding, Level

#: Lines of "who saved what".
SAVES = 5
#: Lines of "what was done".
ACTS = 5


@dataclass
class Screen:
    """Everything the page shows, for somebody who may change it or only look."""

    issue: Issue
    stands: Standing
    draft: Draft
    document: Document
    findings: list[Finding]
    at: datetime
    viewer: AbstractUser

    @cached_property
    def may_change(self) -> bool:
        """Whether there are buttons."""
        return self.viewer.has_perm("newsroom.change_issue")

    @property
    def may_delete(self) -> bool:
        """Whether the draft may go: what has a Folio stays."""
        may = self.viewer.has_perm("newsroom.delete_issue")
        return may and self.issue.folio_id is None and may_unplan(self.viewer, self.issue)

    @property
    def journal(self) -> str:
        """Where the journal tells of the issue, for those who may see it."""
        if not may_see(self.viewer, JournalEntry):
            return ""
        entries = reverse("admin:newsroom_journalentry_changelist")
        return f"{entries}?q={journal.name_of_subject(self.issue)}"

    @property
    def address(self) -> str:
        """Under which the small requests stand."""
        return address_of(self.issue)

    @cached_property
    def title(self) -> Row:
        """The row of the title block, which is the issue itself."""
        return self._row(self.issue)

    @cached_property
    def picture(self) -> Row | None:
        """The row of the top picture, or None."""
        return self._row(self.draft.picture) if self.draft.picture else None

    @cached_property
    def lead(self) -> Row | None:
        """The row of the lead, or None."""
        return self._row(self.draft.lead) if self.draft.lead else None

    @cached_property
    def sections(self) -> list[Row]:
        """The rows of the sections in their order, with their briefs."""
        return [self._row(one, *self.draft.briefs(one)) for one in self.draft.sections]

    @cached_property
    def links(self) -> list[Row]:
        """The rows of the cards in their order, with their pictures."""
        return [
            self._row(link, *filter(None, [self.draft.picture_of(link)]))
            for link in self.draft.links
        ]

    @cached_property
    def missing(self) -> list[StandingSection]:
        """Standing sections of the series that are not in the issue."""
        return list(self.issue.missing_standing())

    @property
    def words(self) -> int:
        """Words of lead, sections and briefs, hidden ones not counted."""
        rows = [self.lead, *self.sections] if self.lead else self.sections
        standing = [row for row in rows if row]
        shown = [inner for row in standing if not row.is_empty_week for inner in row.rows]
        return sum(row.words for row in [*standing, *shown])

    @property
    def errors(self) -> int:
        """How many findings stand in the way."""
        return sum(one.level == Level.ERROR for one in self.findings)

    @property
    def placed_findings(self) -> list[tuple[Finding, str, str]]:
        """Each finding with the uid and the name of the part it is about."""
        names = {row.uid: row.name for row in self.rows()}
        own = self.title.uid
        return [
            (one, one.place, names[one.place])
            if one.place in names and one.place != own
            else (one, own, "")
            for one in self.findings
        ]

    def rows(self) -> Iterator[Row]:
        """Every row that stands on the page."""
        for row in [self.title, self.picture, self.lead, *self.sections, *self.links]:
            if row is not None:
                yield row
                yield from row.rows

    @cached_property
    def removed(self) -> list[Row]:
        """The rows of what was removed in the last 30 days, latest first."""
        return [self._row(part) for part in self.draft.restorable(self.at)]

    @cached_property
    def latest(self) -> list[Row]:
        """The rows of the SAVES parts that were saved last, latest first."""
        return [self._row(part) for part in self.draft.latest()[:SAVES]]

    @cached_property
    def acts(self) -> list[tuple[JournalEntry, str, str]]:
        """What was done to the issue last, with the word for it and from what to what."""
        if not may_see(self.viewer, JournalEntry):
            return []
        lines = JournalEntry.objects.filter(subject=f"issue:{self.issue.uid}")[:ACTS]
        return [(one, deed(one), change_of(one)) for one in lines]

    @cached_property
    def names(self) -> dict[str, str]:
        """What those are called who saved, armed, or did something."""
        accounts = {row.part.saved_by for row in self.latest}
        accounts |= {entry.by for entry, _what, _change in self.acts}
        accounts |= {row.part.removed_by for row in self.removed}
        return names_of([*accounts, *([self.armed.pressed_by] if self.armed else [])])

    @property
    def slot(self) -> Slot | None:
        """The slot for which the issue is planned, until it has been live."""
        return None if self.has_begun else self.stands.slot

    @property
    def off_the_rhythm(self) -> str:
        """What is said where its day is no press day any more."""
        slot = self.slot
        return states.off_the_rhythm(slot) if slot and slot.stray else ""

    @property
    def live(self) -> Edition | None:
        """The text that readers have."""
        return self.stands.live

    @property
    def armed(self) -> Edition | None:
        """The text that is to go out."""
        return self.stands.armed

    @property
    def is_ahead(self) -> bool:
        """Whether the draft says something else than what goes out."""
        return self.armed is not None and self.armed.fingerprint != self.document.fingerprint

    @property
    def is_unread(self) -> bool:
        """Whether the draft says something else than readers have, and nothing is to go out."""
        if self.live is None or self.armed is not None:
            return False
        return self.live.fingerprint != self.document.fingerprint

    @cached_property
    def ahead(self) -> list[changes.Change]:
        """What the draft says otherwise than what goes out."""
        return changes.between(self.armed.text, self.document) if self.armed else []

    @property
    def in_the_way(self) -> str:
        """Why the draft cannot go out instead, and what goes out then."""
        if self.armed is None or not self.errors:
            return ""
        return states.standing_in_the_way(self.errors, self.armed, self.at)

    @property
    def expecting(self) -> str:
        """What the page shows, for the form that replaces what goes out."""
        return Expecting.of(self.stands, self.document).to_json()

    @property
    def has_begun(self) -> bool:
        """Whether readers have ever had the issue."""
        return self.stands.has_been_live

    @property
    def gone(self) -> Edition | None:
        """The text that readers had last, where they have none now."""
        return self.stands.gone

    @cached_property
    def _by_place(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.place, []).append(finding)
        return found

    def _row(self, part: Any, *within: Any) -> Row:
        row = row_of(part, self.issue, may_change=self.may_change)
        row.findings = self._by_place.get(row.uid, [])
        row.rows = [self._row(one) for one in within]
        return row


def issue(pk: str | int) -> Issue | None:
    """The issue with what its screen names: series, labels, place."""
    named = Issue.objects.select_related(
        "series", "genre_label", "section_label", "folio__series", "writer", "editor"
    )
    return named.filter(pk=number(str(pk))).first()


def screen(issue: Issue, at: datetime, *, viewer: AbstractUser) -> Screen:
    """Read everything at once, for an issue that came with its series and Folio.

    A constant number of queries, however many parts there are.
    """
    draft = drafts.read([issue])[0]
    document = composed(draft)
    findings = preflight.run(document, series=issue.series, at=at)
    return Screen(issue, standing.of(issue, at), draft, document, findings, at, viewer)

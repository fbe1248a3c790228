"""An issue held for the press: its locks, its Editions, its text, and the moment.

Who is to see what will be pressed holds the issue, and gives the Hold to the verb. Only
newsroom/press/door.py writes with it; what it writes is part of the press.
"""

from __future__ import annotations

from copy import copy
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from digest.document import Document
from digest.lib import dates
from digest.mentions import mention
from digest.models import Edition, Folio
from newsroom import journal
from newsroom.models import Issue
from newsroom.press import ranges
from newsroom.press.expecting import Expecting, changed_since
from newsroom.press.standing import Standing
from newsroom.refusals import Refused
from newsroom.text import preflight
from newsroom.text.compose import compose_read
from newsroom.text.preflight import Finding

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


def put_back(
    issue: Issue, shown: Expecting | None = None, *, now: datetime | None = None
) -> Refused | None:
    """What to say where the clock was put back, or None.

    To be asked before anything else that goes by the clock: it would take what is public for
    armed, and say so. `shown` is what the person saw, and when.
    """
    editions = Edition.objects.filter(folio__issue=issue).order_by("revision").defer("document")
    return _put_back(list(editions), dates.now(), shown, now)


def _put_back(
    editions: list[Edition], clock: datetime, shown: Expecting | None, now: datetime | None
) -> Refused | None:
    at = now or clock
    # What had begun or ended when the person looked has passed, whatever the clock shows.
    known = max(clock, shown.at) if shown and shown.at else clock
    passed = ranges.last_passed(editions, known)
    if passed is None or at >= passed:
        return None
    words = {name: f"{one:%Y-%m-%d %H:%M:%S} UTC" for name, one in [("at", at), ("passed", passed)]}
    return Refused(
        _(
            "The clock shows %(at)s, and something was done to this issue at %(passed)s "
            "already. What has passed is not changed: have the clock of this machine set."
        )
        % words
    )


def hold(issue: Issue, *, now: datetime | None, shown: Expecting | None = None) -> Hold:
    """Lock the Issue, then its Folio, and only then look at the clock.

    SQLite has no row locks; there the transaction is IMMEDIATE and holds them all.
    Raises Refused where `now`, or the clock, is before the last passed instant of the Folio:
    a clock that was put back would take what is public for armed.
    """
    rows = Issue.objects.select_for_update(of=["self"])
    issue = rows.select_related("series", "genre_label", "section_label").get(pk=issue.pk)
    folio = None
    if issue.folio_id:
        folio = Folio.objects.select_for_update().get(pk=issue.folio_id)
        folio.series = issue.series
        issue.folio = folio
    own = Edition.objects.filter(folio=folio).order_by("revision").defer("document")
    editions = list(own) if folio else []
    clock = dates.now()
    if refusal := _put_back(editions, clock, shown, now):
        raise refusal
    return Hold(issue, folio, editions, now or clock)


class Hold:
    """One issue under lock. `live` and `armed` are as they were when it was taken.

    Of a transaction: what was held is let go with it.
    """

    def __init__(
        self, issue: Issue, folio: Folio | None, editions: list[Edition], now: datetime
    ) -> None:
        self.issue = issue
        self.folio = folio
        self.editions = editions
        self.now = now
        standing = Standing(issue, now, editions)
        self.live, self.armed = standing.live, standing.armed
        self.has_been_live = standing.has_been_live
        self._findings: dict[tuple[str, datetime, bool], list[Finding]] = {}

    @cached_property
    def document(self) -> Document:
        """The draft's text, read once under the lock."""
        return compose_read(copy(self.issue))

    def findings(self, document: Document, at: datetime, *, of_draft: bool) -> list[Finding]:
        """Preflight's findings on a text that is to begin at `at`; what was found is kept."""
        key = (document.fingerprint, at, of_draft)
        if key not in self._findings:
            self._findings[key] = preflight.run(
                document, series=self.issue.series, at=at, of_draft=of_draft
            )
        return self._findings[key]

    def copy(self) -> Hold:
        """The same, still held, for a press that may be taken back: with objects of its own."""
        rows = [copy(one) for one in self.editions]
        again = Hold(copy(self.issue), copy(self.folio), rows, self.now)
        if "document" in self.__dict__:
            again.document = self.document
        again._findings = self._findings
        return again

    def standing(self) -> Standing:
        """How the issue stands, with objects that no verb will change."""
        return Standing(self.issue, self.now, [copy(one) for one in self.editions])

    def check(self, expecting: Expecting, document: Document | None = None) -> None:
        """Raise Changed unless things are as the person saw them.

        The draft's text counts only where it is to be frozen: where `document` is given.
        """
        stands = Standing(self.issue, self.now, self.editions)
        if changed := changed_since(expecting, Expecting.of(stands, document)):
            raise changed

    def is_live_until(self, at: datetime) -> bool:
        """Whether the live text would last until `at` if nothing took its place."""
        ends_at = self.live.expires_at if self.live else None
        return self.live is not None and (ends_at is None or ends_at >= at)

    def mark(self, edition: Edition, **columns: Any) -> None:
        """Write what a verb decides; settle() draws the consequences."""
        own = self._own(edition)
        assert own is not None
        Edition.objects.all().move_range(own, columns)

    def add(
        self, document: Document, *, by: AbstractBaseUser, live_from: datetime, **columns: Any
    ) -> Edition:
        """Write the next Edition, its mentions, and all ranges that follow from it."""
        assert self.folio is not None
        edition = Edition(
            folio=self.folio,
            revision=len(self.editions) + 1,
            document=document.to_json(),
            fingerprint=document.fingerprint,
            title=document.shown_title,
            dek=document.dek,
            kicker=document.kicker,
            byline=document.byline_names,
            picture_key=document.picture.key if document.picture else "",
            words=document.count_words(),
            pressed_at=self.now,
            pressed_by=journal.name_of(by),
            live_from=live_from,
            **columns,
        )
        self.editions.append(edition)
        self.settle()
        mention(edition)
        return edition

    def settle(self) -> None:
        """Bring every range that has not ended to where the algebra puts it.

        Ends are written before endings are lifted: at no moment has a Folio two
        Editions without an end. A new Edition is inserted last.
        """
        assert self.folio is not None
        moves: list[tuple[Edition, datetime | None, str]] = []
        for edition, end in zip(self.editions, ranges.ends(self.editions), strict=True):
            if end == (edition.live_until, edition.end_cause):
                continue
            if edition.pk and edition.live_until is not None and edition.live_until <= self.now:
                raise Refused(_("What has passed is not changed."))
            moves.append((edition, *end))
        for edition, live_until, cause in sorted(moves, key=lambda move: move[1] is None):
            if edition.pk:
                columns = {"live_until": live_until, "end_cause": cause}
                Edition.objects.all().move_range(edition, columns)
            else:
                edition.live_until, edition.end_cause = live_until, cause
        for edition in self.editions:
            if edition.pk is None:
                edition.save()
        first = ranges.first_beginning(self.editions)
        if first != self.folio.first_live_from:
            self.folio.first_live_from = first
            self.folio.save(update_fields=["first_live_from"])

    def _own(self, edition: Edition | None) -> Edition | None:
        """Our object for a row, so that there is one of each."""
        return next((e for e in self.editions if edition and e.pk == edition.pk), None)

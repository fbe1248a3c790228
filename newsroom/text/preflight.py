"""Checks on a composed document, before anything is pressed.

Errors block. A warning may be overridden by the person who presses, with a reason
that goes into the journal. Each check is a function registered under its id.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from digest.document import Document
from digest.lib import html
from digest.lib.addresses import is_web_address, without_tracking
from digest.models import Series
from newsroom.text import facts, titles
from newsroom.text.facts import CREDIT_ADDRESSES, Facts


class Level(StrEnum):
    """Whether a finding blocks the press (error) or can be overridden with a reason (warning)."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """What a check found; `place` is the uid of the part it is about."""

    level: Level
    id: str
    message: str
    place: str
    hint: str = ""


Check = Callable[[Document, Facts], Iterator[Finding]]
CHECKS: list[Check] = []


def check(function: Check) -> Check:
    """Have preflight run a check; findings of one level stand in the order of the checks."""
    CHECKS.append(function)
    return function


def run(
    document: Document, *, series: Series, at: datetime, of_draft: bool = True
) -> list[Finding]:
    """All findings on a document that is to begin at `at`, errors first.

    A text that was frozen before is not judged by the rows of the draft: not `of_draft`.
    """
    return run_many([(document, series)], at=at, of_drafts=of_draft)[0]


def run_many(
    drafts: Sequence[tuple[Document, Series]], *, at: datetime, of_drafts: bool = True
) -> list[list[Finding]]:
    """The findings on several documents, each in its series; the queries of one."""
    known = facts.read(drafts, at, of_drafts=of_drafts)
    found = []
    for document, series in drafts:
        findings = [finding for one in CHECKS for finding in one(document, known[series.pk])]
        found.append(sorted(findings, key=lambda finding: finding.level != Level.ERROR))
    return found


def _error(number: str, message: str, place: str, hint: str = "") -> Finding:
    return Finding(Level.ERROR, f"preflight.E{number}", message, place, hint)


def _warning(number: str, message: str, place: str, hint: str = "") -> Finding:
    return Finding(Level.WARNING, f"preflight.W{number}", message, place, hint)


@check
def title(document: Document, facts: Facts) -> Iterator[Finding]:
    """E001: an issue has a title."""
    if not document.title.strip():
        yield _error("001", _("The issue has no title."), document.uid)


@check
def dek(document: Document, facts: Facts) -> Iterator[Finding]:
    """E002: a dek, where the series wants one."""
    if facts.rules.dek_required and not document.dek.strip():
        yield _error("002", _("The issue has no dek."), document.uid)


@check
def byline(document: Document, facts: Facts) -> Iterator[Finding]:
    """E003: somebody signs, where the series wants it."""
    if facts.rules.byline_required and not document.byline:
        yield _error("003", _("Nobody is named in the byline."), document.uid)


@check
def something_to_read(document: Document, facts: Facts) -> Iterator[Finding]:
    """E004: an issue says something."""
    if not document.analysis and not any(section.is_filled() for section in document.sections):
        yield _error(
            "004",
            _("There is nothing to read yet."),
            document.uid,
            _("Write the lead analysis, or a brief in one of the sections."),
        )


@check
def prefix(document: Document, facts: Facts) -> Iterator[Finding]:
    """W005: the series' prefix stands before the title once."""
    if titles.repeats(document.title, document.prefix):
        yield _warning(
            "005",
            _("The title repeats “%(prefix)s”, which stands before it already.")
            % {"prefix": document.prefix},
            document.uid,
            _("A button at the title takes it out."),
        )


@check
def pictures(document: Document, facts: Facts) -> Iterator[Finding]:
    """E010 to E013: every picture is credited, described or decorative, ready and permitted."""
    for use in document.pictures():
        if use.credit.is_empty():
            yield _error(
                "010",
                _("The picture has no credit."),
                use.uid,
                _("Name who made it, the agency, or the credit line as received, on the photo."),
            )
        if not use.alt.strip() and not use.decorative:
            yield _error(
                "011", _("The picture is neither described nor marked as decorative."), use.uid
            )
        if not use.key:
            yield _error(
                "012",
                _("The picture is not ready."),
                use.uid,
                _("Its sizes could not be made. Upload the photo again."),
            )
        elif use.key not in facts.permitted_pictures:
            yield _error(
                "013", _("The picture was taken down, or its licence will have ended."), use.uid
            )


@check
def credit_addresses(document: Document, facts: Facts) -> Iterator[Finding]:
    """E014: what stands for the address of a licence or a source is one."""
    for use in document.pictures():
        for name, sentence in CREDIT_ADDRESSES.items():
            address = getattr(use.credit, name)
            if (use.uid, name) in facts.misaddressed or (address and not is_web_address(address)):
                yield _error(
                    "014",
                    str(sentence),
                    use.uid,
                    _(
                        "It begins with https:// and names a site. Correct it in the credit, or "
                        "take it out."
                    ),
                )


@check
def sections(document: Document, facts: Facts) -> Iterator[Finding]:
    """E020, E021: required sections are filled or said to be empty; no own section is empty."""
    missing = dict(facts.required)
    for section in document.sections:
        heading = missing.pop(section.standing, None)
        if section.is_printed():
            continue
        if heading is not None:
            yield _error(
                "020",
                _("“%(heading)s” is not filled yet.") % {"heading": section.heading},
                section.uid,
                _("Write it, or say that there is nothing this week."),
            )
        elif not section.standing:
            yield _error(
                "021",
                _("The section “%(heading)s” is empty.") % {"heading": section.heading},
                section.uid,
            )
    for heading in missing.values():
        yield _error(
            "020",
            _("“%(heading)s” is missing; the series requires it.") % {"heading": heading},
            document.uid,
        )


@check
def briefs(document: Document, facts: Facts) -> Iterator[Finding]:
    """E030 to E033: a brief has words, and sources that say whose report stands where."""
    for brief in document.briefs():
        if not html.plain(brief.body):
            yield _error("030", _("The brief has no text."), brief.uid)
        if facts.rules.sources_required and not brief.sources:
            yield _error("031", _("The brief names no source."), brief.uid)
        for source in brief.sources:
            if not source.outlet.name:
                yield _error(
                    "032",
                    _("A source of the brief names no outlet."),
                    brief.uid,
                    _("Choose whose report it is, or take the source out."),
                )
            if not is_web_address(source.address):
                yield _error(
                    "033",
                    _("A source of the brief has no full web address."),
                    brief.uid,
                    _("It begins with https:// and names a site."),
                )


#: What people type where words are to come.
PLACEHOLDER = re.compile(
    r"\b(?:TK(?:TK)*|TBC|TBD|TODO|FIXME|XXX+)\b|(?i:\blorem ipsum\b|\[(?:\.\.\.|…|text|title|"
    r"caption|credit|link|name|date|tk)\])"
)


@check
def placeholders(document: Document, facts: Facts) -> Iterator[Finding]:
    """E040: nothing that stands for words still to come."""
    for place, text in document.texts():
        if found := PLACEHOLDER.search(text):
            yield _error(
                "040", _("There is placeholder text: “%(text)s”.") % {"text": found[0]}, place
            )


@check
def cards(document: Document, facts: Facts) -> Iterator[Finding]:
    """E051: a card leads somewhere, and says where."""
    for card in document.cards:
        if not card.folio and not (is_web_address(card.address) and card.title.strip()):
            yield _error(
                "051",
                _("The related link needs a title and a full web address."),
                card.uid,
                _("Or choose one of our own issues."),
            )


@check
def tracking(document: Document, facts: Facts) -> Iterator[Finding]:
    """W060: no address tells the other site where its reader came from."""
    for place, address in document.addresses():
        if without_tracking(address) != address:
            yield _warning(
                "060",
                _("An address tells where its reader comes from: %(address)s")
                % {"address": Truncator(address).chars(120)},
                place,
                _("Take what tracks the reader out of it; at a source a button does it."),
            )


@check
def own_cards(document: Document, facts: Facts) -> Iterator[Finding]:
    """W050: a card of our own issue prints nothing while that issue is not live."""
    for card in document.cards:
        if card.folio and card.folio not in facts.live_folios:
            yield _warning(
                "050",
                _("The related issue is not live at that time; its card will not be shown."),
                card.uid,
            )

"""A new issue, complete in one step: as the series begins them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from digest.lib import dates
from newsroom import journal
from newsroom.models import Issue, PhotoUse, Section, SeriesRules
from newsroom.writing.saving import add_part

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


@transaction.atomic
def start_issue(
    issue: Issue, *, by: AbstractBaseUser | None = None, now: datetime | None = None
) -> None:
    """Insert a new issue with what its series gives: labels, picture, sections in order."""
    rules = SeriesRules.objects.filter(series=issue.series).first()
    issue.created_at = issue.saved_at = now or dates.now()
    issue.saved_by = journal.name_of(by) if by is not None else ""
    if rules is not None:
        issue.show_prefix = issue.show_prefix and rules.show_prefix
        issue.genre_label = issue.genre_label or rules.genre_label
        issue.section_label = issue.section_label or rules.section_label
    before = _before(issue) if rules is not None and rules.repeats_layout else None
    issue.save(force_insert=True)
    if rules is not None and rules.default_photo is not None:
        alt = rules.default_alt.strip()
        use = PhotoUse(issue=issue, photo=rules.default_photo, alt=alt, decorative=not alt)
        add_part(use, by=by, now=issue.created_at)
    for section in _sections(issue, before):
        add_part(section, by=by, now=issue.created_at)


def _before(issue: Issue) -> Issue | None:
    """The issue of the series that was started last."""
    return Issue.objects.filter(series=issue.series_id).order_by("-created_at", "-pk").first()


def _sections(issue: Issue, before: Issue | None) -> list[Section]:
    """Those of the issue before, with their headings; then the standing ones it had not."""
    standing = {one.pk: one for one in issue.series.standing_sections.all()}
    sections = []
    for old in before.sections.standing_in() if before else []:
        known = standing.pop(old.standing_id, None)
        if old.standing_id is None or known is not None:
            sections.append(Section(standing=known, heading=old.heading))
    sections += [Section(standing=one, heading=one.heading) for one in standing.values()]
    for section in sections:
        section.issue = issue
        section.nothing_text = section.standing.proposed_sentence if section.standing else ""
    return sections

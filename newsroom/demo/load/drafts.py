"""Writes an issue of the story as the desk does: part by part."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from newsroom.demo.load.loaded import Loaded
from newsroom.demo.story import shape
from newsroom.models import (
    Byline,
    Issue,
    IssueTopic,
    LeadAnalysis,
    NewsBrief,
    PhotoUse,
    RelatedLink,
    Section,
    Source,
)
from newsroom.models.parts import Part, Placed
from newsroom.writing import placing, saving, starting, tray


@transaction.atomic
def write(loaded: Loaded, told: shape.Issue, *, now: datetime) -> Issue:
    """Begin the issue at `now` and write all its parts; a card's own issue has its Folio."""
    draft = Issue(
        series=loaded.series[told.series],
        title=told.title,
        show_prefix=told.show_prefix,
        dek=told.dek,
        genre_label=loaded.labels[told.genre_label] if told.genre_label else None,
        section_label=loaded.labels[told.section_label] if told.section_label else None,
    )
    by = loaded.accounts[told.bylines[0].person]
    starting.start_issue(draft, by=by, now=now)
    for line in told.bylines:
        _last(Byline(issue=draft, person=loaded.people[line.person], role=line.role))
    for topic in told.topics:
        IssueTopic.objects.create(content_object=draft, tag=loaded.topics[topic])
    if told.lead:
        saving.add_part(LeadAnalysis(issue=draft, body=told.lead))
    if told.picture:
        saving.add_part(_use(loaded, told.picture, issue=draft))
    last = None
    for section in told.sections:
        last = _section(loaded, told, draft, section, after=last)
    for card in told.related:
        _card(loaded, draft, card)
    # What the parts have left is the moment of loading.
    saving.lock(draft, by, now)
    loaded.issues[told.key] = draft
    return draft


def revise(
    loaded: Loaded, told: shape.Issue, replacement: shape.Replacement, *, now: datetime
) -> None:
    """Make one replacement in the draft. Raises ValueError unless `old` is there just once."""
    part, field = _place(loaded, told, replacement)
    text = getattr(part, field)
    if text.count(replacement.old) != 1:
        raise ValueError(f"{told.key}: not once in its {replacement.place}: {replacement.old}")
    new = text.replace(replacement.old, replacement.new)
    by = loaded.accounts[told.bylines[0].person]
    saving.save_part(part, seen=part.version, values={field: new}, by=by, now=now)


def _place(
    loaded: Loaded, told: shape.Issue, replacement: shape.Replacement
) -> tuple[Issue | Part, str]:
    """The part and its field that a replacement is about, fresh from the database."""
    draft = loaded.issues[told.key]
    if replacement.place == "lead":
        return LeadAnalysis.objects.get(issue=draft), "body"
    if replacement.place == "caption":
        return PhotoUse.objects.get(issue=draft), "caption"
    if replacement.place == "brief":
        brief = loaded.briefs[told.key, replacement.brief]
        return NewsBrief.objects.get(pk=brief.pk), "body"
    return Issue.objects.get(pk=draft.pk), replacement.place


def _last(row: Placed) -> None:
    """Insert a row that is no part of its own after its siblings."""
    parent = getattr(row, row.parent_field)
    placing.place(row, after=placing.last_of(row, parent))
    row.full_clean()
    row.save(force_insert=True)


def _section(
    loaded: Loaded, issue: shape.Issue, draft: Issue, told: shape.Section, *, after: Section | None
) -> Section:
    written = {"heading": told.heading, "intro": told.intro, "state": told.state}
    if told.nothing_text:
        written["nothing_text"] = told.nothing_text
    if told.standing:
        section = draft.sections.get(standing=loaded.standing[issue.series, told.standing])
        by = loaded.accounts[issue.bylines[0].person]
        saving.save_part(section, seen=section.version, values=written, by=by, now=draft.created_at)
    else:
        section = Section(issue=draft, **written)
        saving.add_part(section)
    saving.move_part(section, after=after)
    for brief in told.briefs:
        row = NewsBrief(section=section, title=brief.run_in, body=brief.body)
        saving.add_part(row)
        loaded.briefs[issue.key, brief.key] = row
        for source in brief.sources:
            outlet = loaded.outlets[source.outlet]
            _last(Source(brief=row, outlet=outlet, address=source.url, reporter=source.reporter))
        if brief.parked:
            by = loaded.accounts[issue.bylines[0].person]
            tray.park(row, by=by, now=draft.created_at)
    return section


def _card(loaded: Loaded, draft: Issue, told: shape.OwnCard | shape.ForeignCard) -> None:
    if isinstance(told, shape.OwnCard):
        saving.add_part(RelatedLink(issue=draft, folio=loaded.issues[told.issue].folio))
        return
    card = RelatedLink(
        issue=draft,
        address=told.url,
        label=told.label,
        title=told.title,
        dek=told.dek,
        opening=told.opening,
    )
    saving.add_part(card)
    if told.picture:
        saving.add_part(_use(loaded, told.picture, card=card))


def _use(
    loaded: Loaded,
    told: shape.PhotoUse,
    *,
    issue: Issue | None = None,
    card: RelatedLink | None = None,
) -> PhotoUse:
    return PhotoUse(
        issue=issue,
        card=card,
        photo=loaded.photos[told.photo],
        alt=told.alt,
        decorative=told.decorative,
        caption=told.caption,
    )

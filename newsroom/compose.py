"""From draft to document."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from django.db.models import Prefetch

from digest.document import (
    Analysis,
    Brief,
    Card,
    Citation,
    Credit,
    Document,
    Named,
    PictureUse,
    Section,
    Signature,
)
from digest.lib import html
from newsroom import models
from newsroom.models import Issue

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def compose(issue: Issue) -> Document:
    """The document of an issue as it stands, finished or not; never fails on a draft.

    A constant number of queries. What was removed, and what a section of "nothing
    this week" hides, is not in it. The caller holds the issue's lock where it matters.
    """
    issue = Issue.objects.select_related("series", "genre_label", "section_label").get(pk=issue.pk)
    uses = _uses(issue)
    document = Document(
        uid=str(issue.uid),
        title=issue.title,
        prefix=issue.series.title_prefix if issue.show_prefix else "",
        dek=issue.dek,
        genre=issue.genre_label.name if issue.genre_label else "",
        section=issue.section_label.name if issue.section_label else "",
        byline=tuple(
            Signature(Named(str(line.person.uid), line.person.name), line.role)
            for line in issue.bylines.select_related("person")
        ),
        topics=tuple(
            Named(str(row.tag.uid), row.tag.name)
            for row in issue.issue_topics.select_related("tag").order_by("pk")
        ),
        picture=next((picture for use, picture in uses if use.issue_id), None),
        analysis=_analysis(issue),
        sections=_sections(issue),
        cards=_cards(issue, {use.card_id: picture for use, picture in uses}),
    )
    printable: Document = _printable(document)
    return printable


def _printable(value: Any) -> Any:
    """Without the controls that XML, and so a feed, cannot hold; Word pastes some of them."""
    if isinstance(value, str):
        return _UNPRINTABLE.sub("", value)
    if isinstance(value, tuple):
        return tuple(_printable(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _printable(getattr(value, f.name)) for f in fields(value)})
    return value


def _analysis(issue: Issue) -> Analysis | None:
    lead = models.LeadAnalysis.objects.standing_in().filter(issue=issue).first()
    return Analysis(str(lead.uid), lead.body) if lead and html.plain(lead.body) else None


def _sections(issue: Issue) -> tuple[Section, ...]:
    briefs = Prefetch(
        "briefs",
        models.NewsBrief.objects.standing_in().prefetch_related(
            Prefetch("sources", models.Source.objects.select_related("outlet"))
        ),
    )
    rows = models.Section.objects.standing_in().filter(issue=issue)
    return tuple(
        _section(section) for section in rows.select_related("standing").prefetch_related(briefs)
    )


def _section(section: models.Section) -> Section:
    said_empty = section.state == models.Section.State.NOTHING
    return Section(
        uid=str(section.uid),
        heading=section.heading,
        intro="" if said_empty else section.intro,
        nothing=section.nothing_text if said_empty else "",
        standing=str(section.standing.uid) if section.standing else "",
        briefs=() if said_empty else tuple(_brief(brief) for brief in section.briefs.all()),
    )


def _brief(brief: models.NewsBrief) -> Brief:
    return Brief(
        uid=str(brief.uid),
        title=brief.title,
        body=brief.body,
        sources=tuple(
            Citation(
                uid=str(source.uid),
                outlet=Named(str(source.outlet.uid), source.outlet.name),
                address=source.address,
                reporter=source.reporter,
            )
            for source in brief.sources.all()
        ),
    )


def _cards(issue: Issue, pictures: dict[int | None, PictureUse]) -> tuple[Card, ...]:
    rows = models.RelatedLink.objects.standing_in().filter(issue=issue).select_related("folio")
    return tuple(
        Card(uid=str(link.uid), folio=str(link.folio.uid))
        if link.folio
        else Card(
            uid=str(link.uid),
            address=link.address,
            label=link.label,
            title=link.title,
            dek=link.dek,
            opening=link.opening,
            picture=pictures.get(link.pk),
        )
        for link in rows
    )


def _uses(issue: Issue) -> list[tuple[models.PhotoUse, PictureUse]]:
    """The top picture's use and those on the issue's cards."""
    standing = models.PhotoUse.objects.standing_in()
    rows = standing.filter(issue=issue) | standing.filter(card__issue=issue)
    return [(use, _use(use)) for use in rows.select_related("photo__picture", "photo__credit")]


def _use(use: models.PhotoUse) -> PictureUse:
    return PictureUse(
        uid=str(use.uid),
        key=use.photo.picture.key if use.photo.picture else "",
        alt=use.alt,
        decorative=use.decorative,
        caption=use.caption,
        credit=_credit(use.photo),
    )


def _credit(photo: models.Photo) -> Credit:
    credit = getattr(photo, "credit", None)
    if credit is None:
        return Credit()
    return Credit(
        creator=credit.creator,
        agency=credit.agency,
        licence=credit.licence,
        licence_address=credit.licence_address,
        source_address=credit.source_address,
        line=credit.line,
    )

"""From draft to document."""

from __future__ import annotations

from collections.abc import Iterable

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
from digest.lib.addresses import linkable
from newsroom import models
from newsroom.models import Issue
from newsroom.text import drafts
from newsroom.text.drafts import Draft


def compose(issue: Issue) -> Document:
    """The document of an issue as it stands, read anew; never fails on an unfinished draft.

    A constant number of queries. The caller holds the issue's lock where it matters.
    """
    return compose_read(Issue.objects.get(pk=issue.pk))


def compose_read(issue: Issue) -> Document:
    """The same, of an issue whose own row was read just now; once an object."""
    return composed(drafts.read([issue])[0])


def compose_many(issues: Iterable[Issue]) -> dict[int, Document]:
    """The documents of several issues by their keys, for lists; the queries of one."""
    rows = Issue.objects.filter(pk__in=[issue.pk for issue in issues])
    return {draft.issue.pk: composed(draft) for draft in drafts.read(rows)}


def composed(draft: Draft) -> Document:
    """The document of a draft that has been read: no query.

    What was removed, and what a section of "nothing this week" hides, is not in it.
    """
    issue = draft.issue
    document = Document(
        uid=str(issue.uid),
        title=issue.title,
        prefix=issue.series.title_prefix if issue.show_prefix else "",
        dek=issue.dek,
        genre=issue.genre_label.name if issue.genre_label else "",
        section=issue.section_label.name if issue.section_label else "",
        byline=tuple(
            Signature(Named(str(line.person.uid), line.person.name), line.role)
            for line in draft.bylines
        ),
        topics=tuple(Named(str(row.tag.uid), row.tag.name) for row in draft.topics),
        picture=_use(draft.picture),
        analysis=_analysis(draft.lead),
        sections=tuple(_section(section, draft.briefs(section)) for section in draft.sections),
        cards=tuple(_card(link, draft.picture_of(link)) for link in draft.links),
    )
    return document.plain()


def _analysis(lead: models.LeadAnalysis | None) -> Analysis | None:
    return Analysis(str(lead.uid), lead.body) if lead and html.plain(lead.body) else None


def _section(section: models.Section, briefs: list[models.NewsBrief]) -> Section:
    said_empty = section.state == models.Section.State.NOTHING
    return Section(
        uid=str(section.uid),
        heading=section.heading,
        intro="" if said_empty else section.intro,
        nothing=section.nothing_text if said_empty else "",
        standing=str(section.standing.uid) if section.standing else "",
        briefs=() if said_empty else tuple(_brief(brief) for brief in briefs),
    )


def _brief(brief: models.NewsBrief) -> Brief:
    return Brief(
        uid=str(brief.uid),
        title=brief.title,
        body=brief.body,
        sources=tuple(
            Citation(
                uid=str(source.uid),
                outlet=Named(str(source.outlet.uid), source.outlet.name)
                if source.outlet
                else Named("", ""),
                address=linkable(source.address),
                reporter=source.reporter,
            )
            for source in brief.sources.all()
        ),
    )


def _card(link: models.RelatedLink, picture: models.PhotoUse | None) -> Card:
    if link.folio:
        return Card(uid=str(link.uid), folio=str(link.folio.uid))
    return Card(
        uid=str(link.uid),
        address=linkable(link.address),
        label=link.label,
        title=link.title,
        dek=link.dek,
        opening=link.opening,
        picture=_use(picture),
    )


def _use(use: models.PhotoUse | None) -> PictureUse | None:
    if use is None:
        return None
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
        licence_address=linkable(credit.licence_address),
        source_address=linkable(credit.source_address),
        line=credit.line,
    )

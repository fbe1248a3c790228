"""From a document back to the draft: the rows say again what it says, and nothing is lost.

What the draft said before stands in the journal. Parts that the document does not have are
removed and can be brought back for 30 days; what a section of "nothing this week" hides
stays hidden. The frame is left alone: what it has no more, or has under another name, is
told in sentences (unrestored.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from digest import document as texts
from digest.document import Document, Named
from digest.lib import dates, html
from digest.lib.addresses import is_web_address
from digest.models import Folio, Outlet, Person, Picture, Topic
from newsroom import journal
from newsroom.models import (
    Byline,
    Issue,
    IssueTopic,
    Label,
    LeadAnalysis,
    NewsBrief,
    Photo,
    PhotoUse,
    RelatedLink,
    Section,
    Source,
    StandingSection,
)
from newsroom.models.parts import Part, Placed
from newsroom.refusals import Refused
from newsroom.text.compose import compose
from newsroom.writing import placing
from newsroom.writing.saving import add_part, lock, remove_part, save_part
from newsroom.writing.unrestored import unrestored

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


@transaction.atomic
def restore(
    issue: Issue,
    document: Document,
    *,
    by: AbstractBaseUser,
    seen_content_version: int,
    now: datetime | None = None,
) -> list[str]:
    """Make the draft say what `document`, a text of the same issue, says.

    Returns what could not be restored, in sentences. Raises Refused when the draft is no
    longer the one that was seen, and then nothing is written.
    """
    if document.uid != str(issue.uid):
        raise ValueError("the document is of another issue")
    at = now or dates.now()
    lock(issue, by, at)
    issue = Issue.objects.select_related("series").get(pk=issue.pk)
    if issue.content_version != seen_content_version + 1:
        raise Refused(
            _("Somebody has changed the draft since you looked at it. Look again, then decide.")
        )
    before = compose(issue)
    work = Restoring(issue, document, by, at)
    work.run()
    left = unrestored(document, compose(issue))
    journal.record(
        "draft.restored",
        issue,
        by=by,
        at=at,
        fingerprint=document.fingerprint,
        before=json.loads(before.to_json()),
        hidden=work.hidden,
        left=left,
    )
    return left


class Restoring:
    """One issue on its way back to one document. The caller holds the issue's lock."""

    def __init__(
        self, issue: Issue, document: Document, by: AbstractBaseUser, at: datetime
    ) -> None:
        self.issue = issue
        self.document = document
        self.by = by
        self.at = at
        #: Introductions that "nothing this week" hid and that are written over, by uid.
        self.hidden: dict[str, str] = {}

    def run(self) -> None:
        """Remove first: where only one can stand, the one that is to come finds its place."""
        self.remove_what_is_not_there()
        self.title_block()
        if lead := self.document.analysis:
            self.part(LeadAnalysis, lead.uid, {"body": lead.body}, issue=self.issue)
        sections = [self.section(one) for one in self.document.sections]
        arrange(sections, self.issue)
        for row, one in zip(sections, self.document.sections, strict=True):
            arrange([self.brief(brief, row) for brief in one.briefs], row)
        cards = [self.card(one) for one in self.document.cards]
        arrange([row for row in cards if row], self.issue)
        self.picture(self.document.picture, issue=self.issue)

    # What goes

    def remove_what_is_not_there(self) -> None:
        """Parts that are printed without standing in the document, and sources likewise."""
        document, own = self.document, {"issue": self.issue}
        lead = document.analysis.uid if document.analysis else ""
        # A lead without words is in no document; it goes where another takes its place.
        leads = _standing(LeadAnalysis, own, [lead])
        self.remove(one for one in leads if lead or html.plain(one.body))
        self.remove(_standing(Section, own, [one.uid for one in document.sections]))
        printed = [one.uid for one in document.briefs()]
        # In the document's own sections, also those that are still to be brought back.
        filled = [one.uid for one in document.sections if not one.nothing]
        self.remove(_standing(NewsBrief, {"section__uid__in": filled}, printed))
        self.remove(_standing(RelatedLink, own, [one.uid for one in document.cards]))
        uses = [one.uid for one in document.pictures()]
        foreign = [one.uid for one in document.cards if not one.folio]
        self.remove(_standing(PhotoUse, own, uses))
        self.remove(_standing(PhotoUse, {"card__uid__in": foreign}, uses))
        cited = [source.uid for brief in document.briefs() for source in brief.sources]
        Source.objects.filter(brief__uid__in=printed).exclude(uid__in=cited).delete()

    def remove(self, parts: Iterable[Part]) -> None:
        """Take each out; it can be brought back."""
        for part in parts:
            remove_part(part, by=self.by, now=self.at)

    # What comes

    def title_block(self) -> None:
        """Title, prefix, dek, labels, byline and topics."""
        document, issue = self.document, self.issue
        shown = bool(document.prefix) if issue.series.title_prefix else issue.show_prefix
        values = {
            "title": document.title,
            "show_prefix": shown,
            "dek": document.dek,
            "genre_label": _label(document.genre, Label.Kind.GENRE),
            "section_label": _label(document.section, Label.Kind.SECTION),
        }
        signed, about = self.byline(), self.topics()
        self.write(issue, values, rows_too=signed or about)

    def byline(self) -> bool:
        """Who signs. Returns whether that was another row of names before."""
        people = _found(Person, [one.person for one in self.document.byline])
        wanted = [
            (people[one.person.uid], one.role)
            for one in self.document.byline
            if one.person.uid in people
        ]
        rows = self.issue.bylines.select_related("person")
        if [(row.person, row.role) for row in rows] == wanted:
            return False
        rows.all().delete()
        last: Byline | None = None
        for person, role in wanted:
            row = Byline(issue=self.issue, person=person, role=role)
            placing.place(row, after=last)
            row.save(force_insert=True)
            last = row
        return True

    def topics(self) -> bool:
        """What it is about. Returns whether that was something else before."""
        topics = _found(Topic, self.document.topics)
        wanted = [topics[one.uid] for one in self.document.topics if one.uid in topics]
        rows = self.issue.issue_topics.select_related("tag").order_by("pk")
        if [row.tag for row in rows] == wanted:
            return False
        rows.all().delete()
        for tag in wanted:
            IssueTopic.objects.create(content_object=self.issue, tag=tag)
        return True

    def section(self, one: texts.Section) -> Section:
        """A section, filled or said to be empty."""
        kinds = StandingSection.objects.all()
        standing = kinds.filter(uid=one.standing).first() if one.standing else None
        values: dict[str, Any] = {"heading": one.heading, "standing": standing}
        if one.nothing:
            values |= {"state": Section.State.NOTHING, "nothing_text": one.nothing}
        else:
            values |= {"state": Section.State.OPEN, "intro": one.intro}
            hid = Section.objects.filter(uid=one.uid, state=Section.State.NOTHING).first()
            if hid and hid.intro:
                self.hidden[one.uid] = hid.intro
        section: Section = self.part(Section, one.uid, values, issue=self.issue)
        return section

    def brief(self, one: texts.Brief, section: Section) -> NewsBrief:
        """A brief with its sources."""
        values = {"title": one.title, "body": one.body}
        row: NewsBrief = self.part(NewsBrief, one.uid, values, section=section)
        outlets = _found(Outlet, [source.outlet for source in one.sources])
        was = _cited(row)
        arrange([_source(cited, outlets.get(cited.outlet.uid), row) for cited in one.sources], row)
        self.write(row, {}, rows_too=_cited(row) != was)
        return row

    def card(self, one: texts.Card) -> RelatedLink | None:
        """A related link with its picture, or None where the issue of our own is gone."""
        if one.folio:
            folio = Folio.objects.filter(uid=one.folio).first()
            values: dict[str, Any] = {"folio": folio, "address": ""}
            if folio is None:
                return None
        else:
            names = ("label", "title", "dek", "opening")
            there = RelatedLink.objects.filter(uid=one.uid).first()
            values = {"folio": None, "address": _address(there, one.address)}
            values |= {name: getattr(one, name) for name in names}
        row: RelatedLink = self.part(RelatedLink, one.uid, values, issue=self.issue)
        self.picture(one.picture, card=row)
        return row

    def picture(self, one: texts.PictureUse | None, **parent: models.Model) -> None:
        """A use of a photo, where that is still there."""
        if one is None or (photo := _photo(one)) is None:
            return
        names = ("alt", "decorative", "caption")
        values = {"photo": photo, **{name: getattr(one, name) for name in names}}
        self.part(PhotoUse, one.uid, values, **parent)

    def part(
        self, model: type[Part], uid: str, values: dict[str, Any], **parent: models.Model
    ) -> Any:
        """The part of that uid with those values: as it stands, brought back, or made anew."""
        row = model.objects.filter(uid=uid).first()
        if row is None:
            row = model(uid=UUID(uid), **parent, **values)
            add_part(row, by=self.by, now=self.at)
            return row
        if row.whole != self.issue:
            raise ValueError("the part stands in another issue")
        if row.removed_at:
            model.objects.filter(pk=row.pk).update(**model.STANDING)
        self.write(row, values)
        return row

    def write(self, part: Issue | Part, values: dict[str, Any], *, rows_too: bool = False) -> None:
        """Save what is not so yet; a part that says it already keeps its version."""
        if rows_too or any(getattr(part, name) != value for name, value in values.items()):
            save_part(part, seen=part.version, values=values, by=self.by, now=self.at)


def arrange(rows: Sequence[Any], parent: models.Model) -> None:
    """Put the rows under the parent in this order, unless they stand there so already."""
    if not rows:
        return
    kind: type[Placed] = type(rows[0])
    standing = kind._default_manager.filter(
        **{"pk__in": [row.pk for row in rows], kind.parent_field: parent}
    )
    if list(standing.order_by("position")) == list(rows):
        return
    for last, row in zip([None, *rows], rows, strict=False):
        placing.place(row, after=last, parent=parent)


def _standing(model: type[Part], where: dict[str, Any], but: Iterable[str]) -> models.QuerySet[Any]:
    """The parts that stand there, without those of the uids given."""
    uids = [uid for uid in but if uid]
    return model.objects.standing_in().filter(**where).exclude(uid__in=uids)


def _found(model: type[models.Model], named: Iterable[Named]) -> dict[str, Any]:
    """Those of the named rows that are still there, by uid."""
    rows = model._default_manager.filter(uid__in=[one.uid for one in named if one.uid])
    return {str(row.uid): row for row in rows}  # type: ignore[attr-defined]


def _label(name: str, kind: Label.Kind) -> Label | None:
    """The label of that name, made anew where it is gone: labels are nothing but words."""
    return Label.objects.get_or_create(name=name, kind=kind)[0] if name else None


def _cited(brief: NewsBrief) -> list[tuple[Any, ...]]:
    rows = Source.objects.filter(brief=brief).order_by("position")
    return list(rows.values_list("uid", "outlet", "address", "reporter"))


def _address(row: Source | RelatedLink | None, wanted: str) -> str:
    """The address; what was typed and cannot be linked to is in no document, and stays."""
    typed = row.address if row else ""
    return typed if not wanted and not is_web_address(typed) else wanted


def _source(one: texts.Citation, outlet: Outlet | None, brief: NewsBrief) -> Source:
    """What the brief rests on; where it comes from another brief, arrange() moves it."""
    row = Source.objects.filter(uid=one.uid).first()
    address = _address(row, one.address)
    values = {"outlet": outlet, "address": address, "reporter": one.reporter}
    if row is None:
        row = Source(uid=UUID(one.uid), brief=brief, **values)
        placing.place(row, after=placing.last_of(row, brief))
        row.save(force_insert=True)
    else:
        Source.objects.filter(pk=row.pk).update(**values)
    return row


def _photo(use: texts.PictureUse) -> Photo | None:
    """The photo that the picture was made of, whatever its file is by now."""
    if not use.key:
        there = PhotoUse.objects.filter(uid=use.uid).select_related("photo").first()
        return there.photo if there else None
    made = Picture.objects.filter(key=use.key).first()
    return Photo.objects.filter(uid=made.photo_uid).first() if made else None

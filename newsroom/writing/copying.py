"""Copies of parts: beside the original, or in another issue."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import QuerySet

from newsroom.models import (
    Issue,
    NewsBrief,
    PhotoUse,
    RelatedLink,
    Section,
    Source,
)
from newsroom.models.parts import GAP, Placed
from newsroom.writing.saving import add_part, lock, refuse_removed

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


@transaction.atomic
def duplicate(part: Any, *, by: AbstractBaseUser) -> Any:
    """The same part once more, after it: a section with its briefs, a card with its picture.

    As it is by now, and refused where it has been removed.
    """
    lock(part.whole, by)
    refuse_removed(part)
    part.refresh_from_db()
    if isinstance(part, Section):
        copy = Section(
            issue=part.issue, heading=part.heading, intro=part.intro, nothing_text=part.nothing_text
        )
        add_part(copy, after=part, by=by)
        for brief in part.briefs.standing_in():
            _copy_brief(brief, copy, after=None, by=by)
        return copy
    if isinstance(part, RelatedLink):
        return _copy_card(part, by=by)
    return _copy_brief(part, part.section, after=part, by=by)


@transaction.atomic
def copy_to(
    brief: NewsBrief, section: Section, *, by: AbstractBaseUser, now: datetime | None = None
) -> NewsBrief:
    """The brief with its sources, last in a section of another issue, which says whence it came."""
    return _copy_brief(brief, section, after=None, by=by, now=now, copied_from=brief.section.issue)


def _copy_brief(
    brief: NewsBrief,
    section: Section,
    *,
    after: Placed | None,
    by: AbstractBaseUser,
    now: datetime | None = None,
    **more: Any,
) -> NewsBrief:
    copy = NewsBrief(section=section, title=brief.title, body=brief.body, **more)
    add_part(copy, after=after, by=by, now=now)
    Source.objects.bulk_create(
        Source(
            brief=copy,
            outlet_id=source.outlet_id,
            address=source.address,
            reporter=source.reporter,
            position=GAP * number,
        )
        for number, source in enumerate(brief.sources.all(), 1)
    )
    return copy


def _copy_card(card: RelatedLink, *, by: AbstractBaseUser) -> RelatedLink:
    names = ("issue_id", "folio_id", "address", "label", "title", "dek", "opening")
    copy = RelatedLink(**{name: getattr(card, name) for name in names})
    add_part(copy, after=card, by=by)
    if use := card.pictures.standing_in().first():
        same = {name: getattr(use, name) for name in ("photo_id", "alt", "decorative", "caption")}
        add_part(PhotoUse(card=copy, **same), by=by)
    return copy


#: Issues to whose sections a brief can be copied.
COPY_PLACES = 40


def places_for_copies(issues: QuerySet[Any] | None = None) -> QuerySet[Section]:
    """The sections into which a brief can go: of the issues begun last, of all or of `issues`."""
    among = Issue.objects.all() if issues is None else Issue.objects.filter(pk__in=issues)
    newest = list(among.order_by("-created_at", "-pk").values_list("pk", flat=True)[:COPY_PLACES])
    sections = Section.objects.standing_in().filter(issue__in=newest)
    return sections.select_related("issue__series", "issue__slot").order_by(
        "-issue__created_at", "-issue_id", "position"
    )

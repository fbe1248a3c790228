"""What needs a person: the first page after log-in.

Every list holds the SHOWN most urgent rows, so that the page costs the same whatever there
is: at most four lists of issues are composed and checked, all at once. Lists of issues lead
to the list of issues, narrowed likewise.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from digest.lib import dates
from digest.models import Edition, Notice
from newsroom.desk.lib import states
from newsroom.desk.lib.issues import pressed_texts, unpressed, whose
from newsroom.desk.lib.rights import may_see
from newsroom.desk.lib.states import State
from newsroom.models import Issue, Photo
from newsroom.models.photos import LICENCES_AHEAD

SHOWN = 12
#: How long before its end a notice, and a photo's licence, is spoken of.
NOTICES_AHEAD = timedelta(days=7)

Row = tuple[Issue, State]


@dataclass
class Needs:
    """The lists, most urgent first; each holds only what the person may see."""

    yours: list[Row] = field(default_factory=list)
    scheduled: list[Row] = field(default_factory=list)
    changed: list[Row] = field(default_factory=list)
    drafts: list[Row] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)


def of(viewer: User, at: datetime | None = None) -> Needs:
    """What needs the viewer at `at`."""
    moment = at or dates.now()
    needs = Needs()
    if may_see(viewer, Issue):
        _add_issues(needs, viewer, moment)
    if may_see(viewer, Notice):
        ending = Notice.objects.filter(ends_at__gt=moment, ends_at__lte=moment + NOTICES_AHEAD)
        needs.notices = list(ending.select_related("series").order_by("ends_at", "pk")[:SHOWN])
    if may_see(viewer, Photo):
        needs.photos = list(_photos(moment)[:SHOWN])
    return needs


def _add_issues(needs: Needs, viewer: User, at: datetime) -> None:
    issues = Issue.objects.select_related("series", "folio", "slot").order_by("-saved_at", "-pk")
    texts = pressed_texts(at)
    # Nothing was pressed since somebody saved last; whether the text is another is looked at.
    ahead = issues.filter(~Exists(texts.filter(pressed_at__gte=OuterRef("saved_at"))))
    next_out = list(Edition.objects.armed(at).order_by("live_from", "pk")[:SHOWN])
    order = [edition.folio_id for edition in next_out]
    yours = list(ahead.filter(whose(viewer))[:SHOWN])
    scheduled = sorted(issues.filter(folio__in=order), key=lambda one: order.index(one.folio_id))
    changed = list(ahead.filter(Exists(texts))[:SHOWN])
    own = [issue.pk for issue in yours]
    drafts = list(issues.filter(pk__in=unpressed()).exclude(pk__in=own)[:SHOWN])
    every = {one.pk: one for one in (*yours, *scheduled, *changed, *drafts)}
    known = states.of(every.values(), at)

    def rows(some: list[Issue]) -> list[Row]:
        return [(one, known[one.pk]) for one in some]

    needs.yours = [row for row in rows(yours) if row[1].is_draft or row[1].changed]
    shown = {issue.pk for issue, _ in needs.yours}
    needs.scheduled = rows(scheduled)
    needs.changed = [row for row in rows(changed) if row[1].changed and row[0].pk not in shown]
    needs.drafts = [row for row in rows(drafts) if row[0].pk not in shown]


def _photos(at: datetime) -> QuerySet[Photo]:
    """Photos that are not ready, and those whose licence ends soon."""
    ending = Q(rights_until__gt=at, rights_until__lte=at + LICENCES_AHEAD)
    return (
        Photo.objects.filter(Q(picture=None) | ending, picture__taken_down_at=None)
        .select_related("picture", "credit")
        .order_by(F("rights_until").asc(nulls_last=True), "-pk")
    )

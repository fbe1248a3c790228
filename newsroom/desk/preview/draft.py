"""A draft in the readers' own templates, for staff."""

from __future__ import annotations

from datetime import datetime

from django.contrib.admin.views.decorators import staff_member_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from digest.document import Document
from digest.lib import dates
from digest.models import Picture, Rendition
from digest.reader import frame, pages
from newsroom.calendar import numbers, taken
from newsroom.desk.lib.moments import NoMoment, asked_moment
from newsroom.desk.lib.pictures import address_of
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import issue_for, may_see
from newsroom.models import Issue, Photo
from newsroom.press import folios
from newsroom.text.compose import compose


@require_safe
@staff_member_required
def issue(request: DeskRequest, pk: int) -> HttpResponse:
    """/preview/issues/<pk>/: the page as it would be if the issue were pressed now.

    With ?at=2031-03-06T15:00Z as it would be then: notices, cards, the latest issues.
    """
    draft = issue_for(request, pk)
    try:
        at = asked_moment(request) or dates.now()
    except NoMoment as complaint:
        return HttpResponseBadRequest(str(complaint), content_type="text/plain; charset=utf-8")
    document = compose(draft)
    place, figures = place_of(draft, document, at), _figures(document, at)
    return pages.issue(document, frame.of_draft(document, place, at, figures), at)


@require_safe
@staff_member_required
def picture(request: DeskRequest, key: str, width: int) -> FileResponse:
    """/preview/pictures/<key>/<width>.jpg: a rendition that readers may not have yet.

    Whoever may see a draft sees the pictures in it.
    """
    if not may_see(request.user, Photo) and not may_see(request.user, Issue):
        raise PermissionDenied
    rendition = get_object_or_404(Rendition, picture__key=key, width=width)
    return FileResponse(rendition.file.open("rb"), content_type="image/jpeg")


def place_of(draft: Issue, document: Document, at: datetime) -> frame.Place:
    """The draft's place: the Folio's, or the one that would be proposed at `at`."""
    if draft.folio is not None:
        folio = draft.folio
        return frame.Place(
            draft.series,
            folio.get_absolute_url(),
            folio.volume,
            folio.number,
            folio.first_live_from or at,
            folio.pk,
        )
    volume, number = numbers.proposed(draft.series, taken.slot_of(draft), at)
    slug = folios.propose_slug(draft.series, document.title, volume=volume, number=number)
    address = reverse("reader:issue", args=[draft.series.slug, slug])
    return frame.Place(draft.series, address, volume, number, at)


def _figures(document: Document, at: datetime) -> dict[str, frame.Figure]:
    """The draft's pictures that may be shown at `at`, under addresses of the desk."""
    keys = [use.key for use in document.pictures() if use.key]
    rows = Picture.objects.permitted(at).filter(key__in=keys).prefetch_related("renditions")
    return {row.key: frame.figure(row.renditions.all(), address_of) for row in rows}

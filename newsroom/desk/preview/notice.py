"""A notice on the page on which readers would meet it, as of a moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digest.lib import dates
from digest.models import Edition, Notice, Picture, Series
from digest.models.editions import EditionQuerySet
from digest.reader import frame, pages
from digest.reader.views import NEWEST
from newsroom.desk.lib.pictures import address_of
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import may_see
from newsroom.models import Issue


@require_safe
@staff_member_required
def notice(request: DeskRequest, pk: int) -> HttpResponse:
    """/preview/notices/<pk>/?at=…: home, or the latest issue of the notice's series, with it.

    The notice is on the page whether or not its time has come; the desk's page says which.
    """
    one = _notice(request, pk)
    try:
        at = asked(request, one)
    except ValueError as complaint:
        return HttpResponseBadRequest(str(complaint), content_type="text/plain; charset=utf-8")
    texts = _texts(request, at)
    latest = _latest(texts, one)
    if latest is None:
        return _home(texts, one, at)
    return _issue_page(latest, one, at, _moment(request, at))


@require_safe
def about(request: DeskRequest, pk: int) -> HttpResponse:
    """The desk's page around it: the moment, what readers would get then, and the way there."""
    one = _notice(request, pk)
    complaint = ""
    try:
        at = asked(request, one)
    except ValueError as problem:
        at, complaint = one.starts_at, str(problem)
    context = {
        **admin.site.each_context(request),
        "title": _("Preview of a notice"),
        "opts": Notice._meta,
        "notice": one,
        "at": at,
        "complaint": complaint,
        "typed": timezone.localtime(at).strftime("%Y-%m-%dT%H:%M"),
        "zone": timezone.get_current_timezone_name(),
        "is_shown": one.is_shown(at),
        "is_over": one.is_over(at),
        "issue": _latest(_texts(request, at), one),
    }
    return TemplateResponse(request, "desk/preview/notice.html", context)


def _notice(request: DeskRequest, pk: int) -> Notice:
    if not may_see(request.user, Notice):
        raise PermissionDenied
    return get_object_or_404(Notice.objects.select_related("series"), pk=pk)


def asked(request: DeskRequest, one: Notice) -> datetime:
    """The moment in the address: an instant, or a time on the desk's clock; else its beginning.

    Raises ValueError with a sentence where it is neither.
    """
    text = request.GET.get("at", "").strip().replace(" ", "+")
    if not text:
        return one.starts_at
    try:
        at = datetime.fromisoformat(text)
        known = at.year in dates.YEARS
    except ValueError:
        known = False
    if not known:
        raise ValueError(_("“%s” is no moment. Write it like 2031-03-06T15:00.") % text)
    if at.tzinfo is None:
        return dates.instant(at, timezone.get_current_timezone_name())
    return at.astimezone(UTC)


def _moment(request: DeskRequest, at: datetime) -> datetime:
    """Of which moment the texts are: for who may not see issues, of none but the present."""
    return at if may_see(request.user, Issue) else dates.now()


def _texts(request: DeskRequest, at: datetime) -> EditionQuerySet:
    """What is live then."""
    return Edition.objects.live(_moment(request, at)).newest_first()


def _latest(texts: EditionQuerySet, one: Notice) -> Edition | None:
    """The newest issue of the notice's series; None for a notice that is for everywhere."""
    if one.series is None:
        return None
    return texts.filter(folio__series=one.series).select_related("folio__series").first()


def _issue_page(edition: Edition, one: Notice, at: datetime, texts_at: datetime) -> HttpResponse:
    around = frame.of(edition, texts_at)
    keys = [use.key for use in edition.text.pictures()]
    keys += [card.picture_key for card in around.cards.values()]
    notices = _with(frame.notices(at, edition.folio.series), one)
    return pages.issue(
        edition.text, replace(around, notices=notices, pictures=_figures(keys, at)), at
    )


def _home(texts: EditionQuerySet, one: Notice, at: datetime) -> HttpResponse:
    editions = list(texts.pictured()[:NEWEST])
    pictures = _figures([edition.picture_key for edition in editions], at)
    notices = _with(frame.notices(at), one)
    return pages.home(frame.site(), editions, list(Series.objects.all()), notices, pictures)


def _with(notices: list[Notice], one: Notice) -> list[Notice]:
    """The notices of that moment, this one among them in its place."""
    others = [other for other in notices if other.pk != one.pk]
    return sorted([*others, one], key=lambda each: (each.starts_at, each.pk))


def _figures(keys: list[str], at: datetime) -> dict[str, frame.Figure]:
    """The pictures; those of what is to come are not public yet, and have the desk's addresses."""
    wanted = [key for key in keys if key]
    found = Picture.objects.permitted(at).filter(key__in=wanted).prefetch_related("renditions")
    public = frame.figures(wanted, dates.now())
    return {
        one.key: public.get(one.key) or frame.figure(one.renditions.all(), address_of)
        for one in found
    }

"""From a public address to its page, at this moment."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.paginator import EmptyPage, Page, Paginator
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from digest.lib import dates
from digest.models import Edition, FormerAddress, Person, Picture, Rendition, Series, Topic
from digest.models.editions import EditionQuerySet
from digest.reader import archives, frame, pages

#: Issues on a page of a long list.
PER_PAGE = 50
NEWEST = 10
_LATER_PAGE = re.compile(r"[2-9]|[1-9][0-9]{1,5}", re.ASCII)

View = Callable[..., HttpResponseBase]


def only_read(view: View) -> View:
    """GET and HEAD; anything else is answered 405, also where it brings no token."""
    return csrf_exempt(require_safe(view))


def readers(view: View) -> View:
    """What every public text has in common: GET and HEAD only, kept by nobody unasked.

    The ETag is the hash of what is sent; `no-cache` lets copies be kept and asked
    about, so that nothing withdrawn is shown from a cache. A Last-Modified would lie:
    after a withdrawal or a minor change it does not move.
    """

    @only_read
    @gzip_page
    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        del response["Last-Modified"]
        response["Cache-Control"] = "public, no-cache"
        if response.status_code == 200 and isinstance(response, HttpResponse):
            response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        return response

    return page


@readers
def home(request: HttpRequest) -> HttpResponse:
    """/: the newest live issues of all series."""
    at = dates.now()
    editions = list(Edition.objects.live(at).newest_first().pictured()[:NEWEST])
    pictures = frame.figures_of(editions, at)
    site_notices = frame.notices(at)
    return pages.home(frame.site(), editions, list(Series.objects.all()), site_notices, pictures)


@readers
def issue(request: HttpRequest, series: str, slug: str) -> HttpResponse:
    """/<series>/<slug>/: the live text; 410 where one has been, else 404."""
    at = dates.now()
    editions = _of_folio(series, slug)
    edition = editions.live(at).select_related("folio__series").first()
    if edition is None:
        return _absent(editions, at)
    return pages.issue(edition.text, frame.of(edition, at), at)


@readers
def version(request: HttpRequest, series: str, slug: str, revision: int) -> HttpResponse:
    """/<series>/<slug>/versions/<revision>/, which leads on where that text is the current one."""
    at = dates.now()
    editions = _of_folio(series, slug).filter(revision=revision).select_related("folio__series")
    if current := editions.live(at).first():
        return HttpResponseRedirect(current.get_absolute_url())
    edition = editions.versions(at).first()
    if edition is None:
        return _absent(editions, at)
    return pages.issue(edition.text, frame.of_version(edition, at), at)


@readers
def series(request: HttpRequest, series: str) -> HttpResponse:
    """/<series>/, also before anything of it is live."""
    at = dates.now()
    one = get_object_or_404(Series, slug=series)
    found = Edition.objects.live(at).filter(folio__series=one)
    editions = list(found.newest_first().pictured()[:NEWEST])
    years = archives.years(at, one)
    skips = list(one.skipped_weeks.around(dates.local(at, one.zone).date()))
    pictures = frame.figures_of(editions, at)
    return pages.series(frame.site(), one, editions, years, pictures, skips)


@readers
def archive(request: HttpRequest, series: str = "") -> HttpResponse:
    """/archive/ and /<series>/archive/: how many issues in which year, in the series' zone."""
    one = get_object_or_404(Series, slug=series) if series else None
    all_series = [] if one else list(Series.objects.all())
    return pages.archive(frame.site(), one, archives.annals(dates.now(), one), all_series)


@readers
def archive_year(request: HttpRequest, year: int, series: str = "") -> HttpResponse:
    """/archive/<year>/ and /<series>/archive/<year>/; 404 for a year without a live issue."""
    at = dates.now()
    one = get_object_or_404(Series, slug=series) if series else None
    editions = list(archives.of_year(at, year, one).listed())
    if not editions:
        raise Http404
    entries = archives.entries(editions, archives.skips_of_year(year, one))
    return pages.archive_year(frame.site(), one, year, entries, archives.years(at, one))


def listed(view: View) -> View:
    """Of a long list in pages: the first page has no number, so `?page=1` leads to it."""

    @wraps(view)
    def first_has_none(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.GET.get("page") == "1":
            return HttpResponseRedirect(request.path)
        return view(request, *args, **kwargs)

    return first_has_none


@readers
@listed
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """/topics/<slug>/, while a live text is on it"""
    one = Topic.objects.filter(slug=slug).first() or FormerAddress.objects.topic(slug)
    if one is None:
        raise Http404
    at = dates.now()
    page = _listing(request, Edition.objects.live(at).filter(topics__topic=one))
    if one.slug != slug:
        return HttpResponsePermanentRedirect(one.get_absolute_url())
    return pages.topic(frame.site(), one, page, frame.figures_of(page, at))


@readers
@listed
def author(request: HttpRequest, slug: str) -> HttpResponse:
    """/authors/<slug>/, while a live text names the person"""
    person = Person.objects.filter(slug=slug).first() or FormerAddress.objects.person(slug)
    if person is None:
        raise Http404
    at = dates.now()
    page = _listing(request, Edition.objects.live(at).filter(people__person=person))
    if person.slug != slug:
        return HttpResponsePermanentRedirect(person.get_absolute_url())
    return pages.author(frame.site(), person, page, frame.figures_of(page, at))


@only_read
def picture(request: HttpRequest, key: str, width: int) -> HttpResponseBase:
    """/pictures/<key>/<width>.jpg, while a text that readers may have prints it"""
    shown = Picture.objects.showable(dates.now()).filter(key=key)
    rendition = get_object_or_404(Rendition, picture__in=shown, width=width)
    response = FileResponse(rendition.file.open("rb"), content_type="image/jpeg")
    response["Cache-Control"] = "public, max-age=300"
    response["ETag"] = f'"{key}-{width}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@readers
def robots(request: HttpRequest) -> HttpResponse:
    """/robots.txt: keeps crawlers out of admin and previews, and names the sitemap."""
    sitemap = settings.SITE_URL + reverse("reader:sitemap")
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /preview/", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What answers where nothing has ever been public."""
    response = pages.not_found(frame.site())
    response["Cache-Control"] = "public, no-cache"
    return response


def _of_folio(series: str, slug: str) -> EditionQuerySet:
    return Edition.objects.filter(folio__series__slug=series, folio__slug=slug)


def _absent(editions: EditionQuerySet, at: datetime) -> HttpResponse:
    """410 where a range has begun; 404 where nothing was ever public."""
    if editions.began(at).exists():
        return pages.gone(frame.site())
    raise Http404


def _listing(request: HttpRequest, editions: EditionQuerySet) -> Page[Edition]:
    """The page that `?page=` asks for: 2, 3, … Any other number, or what is none, is not found."""
    asked = request.GET.get("page")
    if asked is not None and not _LATER_PAGE.fullmatch(asked):
        raise Http404
    try:
        page = Paginator(editions.newest_first().pictured(), PER_PAGE).page(int(asked or 1))
    except EmptyPage as nothing:
        raise Http404 from nothing
    if not page.object_list:
        raise Http404
    return page

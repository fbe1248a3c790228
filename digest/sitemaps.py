"""The sitemap (sitemaps.org): every address that has a live text behind it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from digest.lib import dates
from digest.models import Edition, Person, Series, Topic
from digest.reader import archives


class _OwnSitemap(Sitemap):
    """Addresses under SITE_URL, whatever host was asked."""

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class _Issues(_OwnSitemap):
    def items(self) -> Any:
        return Edition.objects.live(dates.now()).newest_first().listed()

    def lastmod(self, item: Edition) -> datetime:
        return item.live_from


class _Places(_OwnSitemap):
    """Home, archives and their years, and each series that has a live issue."""

    def items(self) -> list[str]:
        at = dates.now()
        live = Edition.objects.live(at).filter(folio__series=OuterRef("pk"))
        all_series = list(Series.objects.filter(Exists(live)))
        years = archives.years(at)
        return [
            reverse("reader:home"),
            *([reverse("reader:archive")] if years else []),
            *(reverse("reader:archive-year", args=[year]) for year in years),
            *(series.get_absolute_url() for series in all_series),
        ]

    def location(self, item: str) -> str:
        return item


class _Topics(_OwnSitemap):
    def items(self) -> Any:
        live = Edition.objects.live(dates.now()).filter(topics__topic=OuterRef("pk"))
        return Topic.objects.filter(Exists(live))


class _People(_OwnSitemap):
    def items(self) -> Any:
        live = Edition.objects.live(dates.now()).filter(people__person=OuterRef("pk"))
        return Person.objects.filter(Exists(live))


SITEMAPS: dict[str, type[Sitemap] | Sitemap] = {
    "issues": _Issues,
    "places": _Places,
    "topics": _Topics,
    "people": _People,
}


def sitemap(request: HttpRequest) -> HttpResponse:
    """/sitemap.xml"""
    response = sitemap_view(request, sitemaps=SITEMAPS)
    response.render()
    return response

"""Pages: one function each, from a document or a list and what is around it to a response.

No function here sees a request, so no page can depend on who asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.paginator import Page
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation

from digest.document import Document
from digest.models import Edition, Notice, Person, Series, SkippedWeek, Topic
from digest.reader.archives import Entry
from digest.reader.frame import Figure, Frame, Site


def issue(document: Document, frame: Frame, at: datetime) -> HttpResponse:
    """The page of an issue; of an earlier version where the frame says so."""
    page = _page("reader/issue.html", frame.site, {"document": document, "frame": frame})
    if frame.earlier is not None:
        page["X-Robots-Tag"] = "noindex"
    return page


def home(
    site: Site,
    editions: Sequence[Edition],
    all_series: Sequence[Series],
    notices: Sequence[Notice],
    pictures: Mapping[str, Figure],
) -> HttpResponse:
    """The newest issue as the lead, the next ones, and the series with their rhythm."""
    return _page(
        "reader/home.html",
        site,
        {
            "lead": editions[0] if editions else None,
            "editions": editions[1:],
            "all_series": all_series,
            "notices": notices,
            "pictures": pictures,
        },
    )


def series(
    site: Site,
    one: Series,
    editions: Sequence[Edition],
    years: Sequence[int],
    pictures: Mapping[str, Figure],
    skips: Sequence[SkippedWeek],
) -> HttpResponse:
    """A series: what it is, the weeks it skips, its newest issues, the years of its archive."""
    return _page(
        "reader/series.html",
        site,
        {
            "series": one,
            "editions": editions,
            "years": years,
            "pictures": pictures,
            "skips": skips,
        },
    )


def archive(
    site: Site, one: Series | None, annals: Mapping[int, int], all_series: Sequence[Series] = ()
) -> HttpResponse:
    """The years of the archive and their issues' numbers: of one series, or of all of them."""
    return _page(
        "reader/archive.html", site, {"series": one, "annals": annals, "all_series": all_series}
    )


def archive_year(
    site: Site, one: Series | None, year: int, entries: Sequence[Entry], years: Sequence[int]
) -> HttpResponse:
    """The issues of one year, and the weeks that were skipped."""
    return _page(
        "reader/archive_year.html",
        site,
        {"series": one, "year": year, "entries": entries, "years": years},
    )


def topic(
    site: Site, one: Topic, page: Page[Edition], pictures: Mapping[str, Figure]
) -> HttpResponse:
    """One page of the list of live issues on a topic, newest first."""
    return _page("reader/topic.html", site, {"topic": one, "page": page, "pictures": pictures})


def author(
    site: Site, person: Person, page: Page[Edition], pictures: Mapping[str, Figure]
) -> HttpResponse:
    """One page of the list of live issues that name a person, newest first."""
    return _page("reader/author.html", site, {"person": person, "page": page, "pictures": pictures})


def gone(site: Site) -> HttpResponse:
    """410: something was here and is not any more. No word of what it was."""
    return _page("reader/gone.html", site, {}, status=410)


def not_found(site: Site) -> HttpResponse:
    """404: nothing has ever been public here."""
    return _page("reader/not_found.html", site, {}, status=404)


def _page(template: str, site: Site, context: dict[str, Any], status: int = 200) -> HttpResponse:
    with translation.override(site.publication.language):
        body = render_to_string(template, {"site": site, **context})
    return HttpResponse(body, status=status)

"""The specimen's sheets: each kind of reader page, made by the function that makes the real one."""

from __future__ import annotations

from datetime import UTC, datetime

from django.core.paginator import Paginator
from django.http import HttpResponse

from digest.document import Document
from digest.models import Person, Topic
from digest.reader import archives, pages
from digest.reader.frame import Frame, Site
from newsroom.desk.specimen import setting, words


def much() -> HttpResponse:
    """An issue with every part, corrected, with notices and cards."""
    versions = setting.versions()
    latest = setting.editions()
    document = words.much()
    frame = Frame(
        site=_site(),
        place=setting.place(),
        modified_at=versions[0].live_from,
        people=setting.people(),
        topics=setting.topics(),
        pictures=setting.figures(),
        cards={"folio-0": latest[0]},
        shown_cards=list(document.cards),
        notes=versions[:3],
        versions=versions,
        latest=latest,
        notices=setting.notices(),
    )
    return pages.issue(document, frame, setting.BEGAN)


def little() -> HttpResponse:
    """An issue with next to nothing."""
    return _issue(words.little())


def unsigned() -> HttpResponse:
    """An issue that nobody has signed."""
    return _issue(words.unsigned())


def earlier() -> HttpResponse:
    """An earlier version, with its banner."""
    return _issue(words.unsigned(), earlier=setting.versions()[1])


def home() -> HttpResponse:
    """The home page, with a lead and nine issues more."""
    shown = (setting.editions(10), [setting.OTHER, setting.SERIES])
    return pages.home(_site(), *shown, setting.notices(), setting.figures())


def series() -> HttpResponse:
    """A series' page, with two years in its archive."""
    shown = (setting.editions(), [2026, 2025])
    return pages.series(_site(), setting.SERIES, *shown, setting.figures(), [])


def archive() -> HttpResponse:
    """The archive of three years, one of them with a single issue."""
    years = {2026: 9, 2025: 52, 2024: 1}
    return pages.archive(_site(), None, years, [setting.OTHER, setting.SERIES])


def year() -> HttpResponse:
    """A year with an issue every week."""
    newest = datetime(2025, 12, 26, 7, 30, tzinfo=UTC)
    issues = setting.editions(52, newest=newest)
    entries = archives.entries(issues, [])
    return pages.archive_year(_site(), None, 2025, entries, [2026, 2025, 2024])


def topic() -> HttpResponse:
    """A topic with more issues than a page holds."""
    page = Paginator(setting.editions(120), 10).get_page(2)
    name = f"Insurance, liability and {words.LONG_WORD}"
    return pages.topic(_site(), Topic(name=name, slug="topic"), page, setting.figures())


def author() -> HttpResponse:
    """The page of a person with a description."""
    person = Person(
        name="Ines Duarte",
        slug="ines-duarte",
        description="<p>Ines Duarte writes about tides. She was a harbour clerk.</p>",
    )
    page = Paginator(setting.editions(), 10).get_page(1)
    return pages.author(_site(), person, page, setting.figures())


def gone() -> HttpResponse:
    """The page of 410."""
    return _shown(pages.gone(_site()))


def not_found() -> HttpResponse:
    """The page of 404."""
    return _shown(pages.not_found(_site()))


SHEETS = {
    "issue": much,
    "short": little,
    "unsigned": unsigned,
    "earlier": earlier,
    "home": home,
    "series": series,
    "archive": archive,
    "year": year,
    "topic": topic,
    "author": author,
    "gone": gone,
    "not-found": not_found,
}


def _issue(document: Document, **known: object) -> HttpResponse:
    frame = Frame(
        site=_site(),
        place=setting.place(),
        people=setting.people(),
        pictures=setting.figures(),
        **known,  # type: ignore[arg-type]
    )
    return pages.issue(document, frame, setting.BEGAN)


def _shown(response: HttpResponse) -> HttpResponse:
    """The same page, answered as one that is there."""
    return HttpResponse(response.content)


def _site() -> Site:
    return setting.site(SHEETS)

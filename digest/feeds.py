"""RSS and Atom: the newest issues, in full."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import F, Max, OuterRef, Q, Subquery
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from digest.lib import dates, plaintext
from digest.models import Edition, Publication, Series
from digest.reader import frame

NEWEST = 20
#: The series slug that stands for all of them.
ALL = "all"
#: When a feed was changed that has never had an issue: Atom must name a moment.
BEFORE_ALL = datetime(1970, 1, 1, tzinfo=UTC)


class _Steady(SyndicationFeed):
    """A feed without an issue is of no moment: the same bytes each time, and 304 for a copy."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else BEFORE_ALL


class _Printable(SyndicationFeed):
    """A feed is well-formed whatever a row holds: the writer itself raises, or writes it."""

    def write(self, outfile: Any, encoding: str) -> None:
        self.feed, self.items = _for_xml(self.feed), _for_xml(self.items)
        super().write(outfile, encoding)


def _for_xml(value: Any) -> Any:
    if isinstance(value, str):
        return plaintext.for_xml(value)
    if isinstance(value, dict):
        return {name: _for_xml(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_for_xml(one) for one in value]
    return value


class _FullRss(_Steady, _Printable, Rss201rev2Feed):
    """RSS 2.0 with the text in content:encoded (web.resource.org/rss/1.0/modules/content)."""

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        # RSS wants a mail address for an author; the name goes into dc:creator.
        super().add_item_elements(handler, {**item, "author_name": None})
        if item["author_name"]:
            handler.addQuickElement("dc:creator", item["author_name"])
        handler.addQuickElement("content:encoded", item["content"])


class _FullAtom(_Steady, _Printable, Atom1Feed):
    """Atom (RFC 4287) with the text in content."""

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


class IssueFeed(Feed):
    """The 20 newest issues of a series, or of all: what live() says at this moment."""

    feed_name: str
    description_template = None

    def get_object(self, request: HttpRequest, series: str) -> dict[str, Any]:
        one = None if series == ALL else get_object_or_404(Series, slug=series)
        at = dates.now()
        return {
            "series": one,
            "at": at,
            "publication": Publication.objects.current(),
            "address": settings.SITE_URL + reverse(f"reader:{self.feed_name}", args=[series]),
        }

    def get_feed(self, obj: Any, request: HttpRequest) -> Any:
        # The feed's language is the one that is active while it is made.
        with translation.override(obj["publication"].language):
            return super().get_feed(obj, request)

    def title(self, about: dict[str, Any]) -> str:
        publication, series = about["publication"], about["series"]
        return f"{publication.name}: {series.name}" if series else publication.name

    def description(self, about: dict[str, Any]) -> str:
        series = about["series"]
        return (series.rhythm if series else about["publication"].tagline) or self.title(about)

    subtitle = description

    def link(self, about: dict[str, Any]) -> str:
        path = reverse("reader:home")
        if about["series"]:
            path = about["series"].get_absolute_url()
        return settings.SITE_URL + path

    def author_name(self, about: dict[str, Any]) -> str:
        return str(about["publication"].name)

    def feed_url(self, about: dict[str, Any]) -> str:
        return str(about["address"])

    def feed_guid(self, about: dict[str, Any]) -> str:
        return str(about["address"])

    def items(self, about: dict[str, Any]) -> list[Edition]:
        at = about["at"]
        editions = Edition.objects.live(at).newest_first().select_related("folio__series")
        if about["series"]:
            editions = editions.filter(folio__series=about["series"])
        newest = list(editions.annotate(changed_at=Subquery(_last_change(at)))[:NEWEST])
        _fill(newest, at)
        return newest

    def item_title(self, item: Edition) -> str:
        return item.title

    def item_description(self, item: Edition) -> str:
        return escape(item.dek)

    def item_link(self, item: Edition) -> str:
        return settings.SITE_URL + item.get_absolute_url()

    def item_guid(self, item: Edition) -> str:
        return f"urn:uuid:{item.folio.uid}"

    item_guid_is_permalink = False

    def item_author_name(self, item: Edition) -> str:
        return item.text.signed_by

    def item_pubdate(self, item: Edition) -> datetime:
        assert item.folio.first_live_from is not None
        return item.folio.first_live_from

    def item_updateddate(self, item: Edition) -> datetime:
        return item.changed_at or self.item_pubdate(item)  # type: ignore[attr-defined]

    def item_categories(self, item: Edition) -> list[str]:
        return [topic.name for topic in item.text.topics]

    def item_extra_kwargs(self, item: Edition) -> dict[str, str]:
        return {"content": item.feed_content}  # type: ignore[attr-defined]


class RssFeed(IssueFeed):
    """/feeds/<series>.rss"""

    feed_name = "rss"
    feed_type = _FullRss


class AtomFeed(IssueFeed):
    """/feeds/<series>.atom"""

    feed_name = "atom"
    feed_type = _FullAtom


def _last_change(at: datetime) -> Any:
    """The last beginning that readers are told of: a minor change is not news."""
    return (
        Edition.objects.began(at)
        .filter(~Q(kind=Edition.Kind.MINOR), folio=OuterRef("folio"))
        .order_by()
        .values("folio")
        .annotate(last=Max(F("live_from")))
        .values("last")
    )


def _fill(editions: list[Edition], at: datetime) -> None:
    """Render the texts with their notes and pictures: a constant number of queries."""
    pictures = frame.figures(
        [use.key for edition in editions for use in edition.text.pictures()], at
    )
    notes = frame.notes_of([edition.folio for edition in editions], at)
    for edition in editions:
        edition.feed_content = render_to_string(  # type: ignore[attr-defined]
            "reader/feed_entry.html",
            {
                "document": edition.text,
                # Names lead nowhere from a feed: whose page there is changes.
                "people": {},
                "zone": edition.folio.series.zone,
                "pictures": pictures,
                "notes": notes.get(edition.folio_id, []),
            },
        )

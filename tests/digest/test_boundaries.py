"""Every instant of the table of ranges, one millisecond before, at it, and one after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest

from digest.models import Folio
from tests import factories
from tests.digest.conftest import Ask
from tests.digest.pagetext import text
from tests.digest.stories import STORIES, WORDS, Moment, Story
from tests.factories import DAY, T0, TICK

pytestmark = pytest.mark.django_db


@dataclass
class Site:
    """A story beside an issue of another series, which has a card of the story's issue."""

    story: Story
    host: Folio

    def addresses(self) -> dict[str, str]:
        """Surface -> its address, for all that list the story's issue while it is live."""
        folio = self.story.draft.folio
        series = folio.series.slug
        mentioned = self.story.editions[0]
        return {
            "home": "/",
            "series": f"/{series}/",
            "archive year": "/archive/2431/",
            "archive year of the series": f"/{series}/archive/2431/",
            "topic": mentioned.topics.get().topic.get_absolute_url(),
            "author": mentioned.people.get().person.get_absolute_url(),
            "rss": "/feeds/all.rss",
            "atom of the series": f"/feeds/{series}.atom",
            "page with a card and the latest": self.host.get_absolute_url(),
        }


#: Surfaces that do not exist while they would be empty.
ABSENT_WHEN_EMPTY = {"archive year of the series", "topic", "author"}


def a_site(tell: Any) -> Site:
    story = Story(factories.series(slug="tide-tables", name="Tide tables"))
    host = factories.issue(factories.series(name="Elsewhere"), title="Another issue")
    factories.own_card(host, story.draft)
    factories.pressed(host, now=T0 - DAY, override="It will be live.")
    tell(story)
    return Site(story, host.folio)


def seen_by_readers(site: Site, ask: Ask, moment: datetime) -> dict[str, Any]:
    """Surface -> what is there: an answer's status, or the words of the story's titles."""
    folio = site.story.draft.folio
    base = folio.get_absolute_url()
    page = ask(base, moment)
    told: dict[str, Any] = {
        "status": page.status_code,
        "page": titles(page),
        "versions": tuple(ask(f"{base}versions/{n}/", moment).status_code for n in (1, 2, 3)),
        "pictures": tuple(
            ask(f"/pictures/{picture.key}/60.jpg", moment).status_code
            for picture in site.story.pictures
        ),
        "sitemap": f"<loc>http://localhost{base}</loc>" in text(ask("/sitemap.xml", moment)),
        "years": "/archive/2431/" in text(ask(f"/{folio.series.slug}/archive/", moment)),
    }
    for surface, address in site.addresses().items():
        answer = ask(address, moment)
        told[surface] = titles(answer)
        if surface in ABSENT_WHEN_EMPTY:
            told[f"{surface} status"] = answer.status_code
    return told


def titles(answer: Any) -> list[str]:
    """Which of the story's titles stand in an answer."""
    return [word for word in WORDS if word in text(answer)]


def expected(site: Site, now: Moment, live_texts: dict[int, int]) -> dict[str, Any]:
    """The same, as the table of ranges wants it. `live_texts`: revision -> its text."""
    listed = [WORDS[now.live - 1]] if now.live else []
    read = {n for n, status in enumerate(now.versions, 1) if status in {200, 302}}
    pictures = {live_texts[revision] for revision in read if revision in live_texts}
    surfaces = dict.fromkeys(site.addresses(), listed)
    statuses = {f"{surface} status": 200 if now.live else 404 for surface in ABSENT_WHEN_EMPTY}
    return {
        "status": now.issue,
        "page": listed,
        "versions": now.versions,
        "pictures": tuple(
            200 if n in pictures else 404 for n in range(1, len(site.story.pictures) + 1)
        ),
        "sitemap": bool(now.live),
        "years": bool(now.live),
        **surfaces,
        **statuses,
    }


@pytest.mark.parametrize("tell", STORIES, ids=lambda tell: tell.__name__)
def test_every_surface_changes_at_the_instant(tell: Any, ask: Ask):
    site = a_site(tell)
    editions = Folio.objects.get(pk=site.story.draft.folio_id).editions.order_by("revision")
    texts = {one.revision: WORDS.index(one.text.title) + 1 for one in editions}
    before = Moment(T0, None, (404, 404, 404), 404)
    if site.story.moments[0].at > T0:
        before = Moment(T0, 1, (302, 404, 404))
    for moment in site.story.moments:
        was = seen_by_readers(site, ask, moment.at - TICK)
        assert was == expected(site, before, texts), f"just before {moment}"
        for instant in (moment.at, moment.at + TICK):
            now = seen_by_readers(site, ask, instant)
            assert now == expected(site, moment, texts), f"{instant} of {moment}"
        before = moment

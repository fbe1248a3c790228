"""Reading costs the same number of queries however much there is."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.models import NewsBrief, PhotoUse
from tests import factories
from tests.bench.shelf import Shelf, shelve
from tests.digest.conftest import Ask
from tests.factories import DAY, T0

pytestmark = pytest.mark.django_db

#: What a page may cost at most.
MOST = {
    "issue": 14,
    "home": 8,
    "series": 8,
    "archive": 6,
    "year": 8,
    "series year": 8,
    "topic": 8,
    "author": 8,
    "rss": 12,
    "atom": 12,
    "sitemap": 16,
}


def pages(shelf: Shelf, slug: str) -> dict[str, str]:
    newest = shelf.folios[-1]
    return {
        "issue": newest.get_absolute_url(),
        "home": "/",
        "series": f"/{slug}/",
        "archive": "/archive/",
        "year": "/archive/2431/",
        "series year": f"/{slug}/archive/2431/",
        "topic": shelf.topic.get_absolute_url(),
        "author": shelf.person.get_absolute_url(),
        "rss": "/feeds/all.rss",
        "atom": f"/feeds/{slug}.atom",
        "sitemap": "/sitemap.xml",
    }


def count(ask: Ask, address: str, shelf: Shelf) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert ask(address, shelf.until).status_code == 200
    return len(queries)


def test_every_page_costs_the_same_for_10_issues_and_300(ask: Ask):
    factories.publication()
    one = factories.series(slug="harbour-watch")
    few = shelve(one, 10)
    costs_of_few = {name: count(ask, at, few) for name, at in pages(few, one.slug).items()}
    many = shelve(one, 290, first=11)
    costs_of_many = {name: count(ask, at, many) for name, at in pages(many, one.slug).items()}
    # Ten issues fit on one page of a list; with more, nothing is asked more often.
    assert costs_of_many == costs_of_few
    assert {name: cost for name, cost in costs_of_many.items() if cost > MOST[name]} == {}


def cost_of_issue(ask: Ask, briefs: int, cards: int) -> int:
    draft = factories.issue()
    NewsBrief.objects.filter(section__issue=draft).delete()
    place = draft.sections.get()
    outlets = [factories.outlet() for _ in range(3)]
    for number in range(briefs):
        brief = factories.part(NewsBrief(section=place, body="<p>A buoy drifted.</p>"))
        factories.source(brief, outlet=outlets[number % 3])
    factories.top_picture(draft, factories.small_photo())
    for number in range(cards):
        card = factories.foreign_card(draft, title=f"Essay {number}")
        factories.part(PhotoUse(card=card, photo=factories.small_photo(), alt="A gauge"))
    other = factories.issue()
    factories.pressed(other, now=T0 - DAY)
    factories.own_card(draft, other)
    factories.pressed(draft)
    factories.corrected(draft, now=T0 + DAY)
    with CaptureQueriesContext(connection) as queries:
        assert ask(draft.folio.get_absolute_url(), T0 + DAY).status_code == 200
    return len(queries)


def test_an_issue_costs_the_same_for_1_brief_and_60(ask: Ask):
    factories.publication()
    one = cost_of_issue(ask, 1, 1)
    assert cost_of_issue(ask, 60, 5) == one
    assert one <= 16

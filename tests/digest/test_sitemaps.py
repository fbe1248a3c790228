"""The sitemap: every address with a live text behind it, and no other."""

from __future__ import annotations

from datetime import datetime

import pytest

from newsroom.models import Issue
from tests import factories
from tests.bench.shelf import shelve
from tests.digest.conftest import Ask
from tests.digest.pagetext import xml
from tests.factories import DAY, HOUR, T0

pytestmark = pytest.mark.django_db
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(ask: Ask, moment: datetime = T0) -> dict[str, str | None]:
    """Path -> lastmod."""
    answer = ask("/sitemap.xml", moment)
    assert answer["Content-Type"] == "application/xml"
    found = {}
    for url in xml(answer).findall(f"{NAMESPACE}url"):
        address = url.findtext(f"{NAMESPACE}loc") or ""
        assert address.startswith("http://localhost/")
        path = address.removeprefix("http://localhost")
        assert path not in found
        found[path] = url.findtext(f"{NAMESPACE}lastmod")
    return found


def test_the_sitemap_of_an_empty_site_is_its_home(ask: Ask):
    factories.series()
    factories.person()
    factories.topic()
    assert addresses(ask) == {"/": None}


def test_the_sitemap_names_every_kind_of_page(ask: Ask):
    draft = factories.issue(factories.series(slug="harbour-watch"), title="Fog")
    factories.pressed(draft)
    factories.pressed(factories.issue(), T0 + DAY, now=T0)
    assert addresses(ask) == {
        "/": None,
        "/archive/": None,
        "/archive/2431/": None,
        "/harbour-watch/": None,
        "/harbour-watch/fog/": "2431-03-06",
        draft.topics.get().get_absolute_url(): None,
        draft.bylines.get().person.get_absolute_url(): None,
    }


def test_every_address_of_the_sitemap_answers(ask: Ask):
    draft = factories.issue()
    factories.pressed(draft)
    factories.corrected(draft, now=T0 + HOUR)
    for path in addresses(ask, T0 + DAY):
        assert ask(path, T0 + DAY).status_code == 200, path


@pytest.mark.parametrize("kind", ["correction", "minor"])
def test_lastmod_moves_with_every_revision(ask: Ask, kind: str):
    draft = factories.issue()
    factories.pressed(draft)
    factories.corrected(draft, now=T0 + DAY, kind=kind)
    path = draft.folio.get_absolute_url()
    assert addresses(ask, T0 + DAY - factories.TICK)[path] == "2431-03-06"
    assert addresses(ask, T0 + DAY)[path] == "2431-03-07"


def test_earlier_versions_are_not_in_the_sitemap(ask: Ask):
    draft = factories.issue()
    factories.pressed(draft)
    Issue.objects.filter(pk=draft.pk).update(title="Another")
    factories.corrected(draft, now=T0 + HOUR)
    assert [path for path in addresses(ask, T0 + HOUR) if "versions" in path] == []


def test_the_sitemap_holds_every_issue(ask: Ask):
    shelf = shelve(factories.series(), 120)
    found = addresses(ask, shelf.until)
    assert {folio.get_absolute_url() for folio in shelf.folios} <= found.keys()

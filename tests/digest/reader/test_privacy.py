"""Reader pages: no cookie, no session, no token, nothing that depends on who asks."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from digest.models import Edition
from newsroom.models import Issue, JournalEntry
from tests import factories
from tests.digest import public_addresses
from tests.digest.canaries import Marked, mark_up
from tests.digest.conftest import Ask
from tests.digest.pagetext import page
from tests.digest.visitor import Visitor
from tests.factories import HOUR, T0

pytestmark = pytest.mark.django_db


@pytest.fixture
def live() -> Marked:
    """A live issue with everything, corrected once, in a site that is filled in."""
    factories.publication()
    factories.notice()
    marked = mark_up(factories.issue(factories.series(slug="harbour-watch")), "live")
    factories.pressed(marked.draft, now=T0 - HOUR)
    factories.corrected(marked.draft, now=T0)
    return marked


def addresses(live: Marked) -> list[str]:
    """Every readers' address of a live issue, and some where there is nothing."""
    sought = public_addresses.Sought(
        live.draft.series.slug,
        live.slug,
        live.topic.slug,
        live.person.slug,
        tuple(live.keys),
        live.draft.pk,
    )
    found = public_addresses.all_addresses(sought)
    return [address for address in found if not address.startswith("/preview/")]


def signed_in() -> Visitor:
    client = Client()
    client.force_login(factories.account("root", is_superuser=True))
    visitor = Visitor()
    visitor.cookies = client.cookies
    assert settings.SESSION_COOKIE_NAME in visitor.cookies
    assert visitor.ask("/admin/").status_code == 200, "not signed in"
    return visitor


def test_a_reader_page_is_the_same_for_staff_and_touches_no_session(
    live: Marked, ask: Ask, visitor: Visitor
):
    staff = signed_in()
    statuses = set()
    for address in addresses(live):
        anonymous = ask(address)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            known = staff.ask(address, Accept_Language="de", User_Agent="Other")
        assert (known.status_code, known.headers, known.content) == (
            anonymous.status_code,
            anonymous.headers,
            anonymous.content,
        ), address
        asked = [query["sql"] for query in queries.captured_queries]
        assert [sql for sql in asked if "django_session" in sql or "auth_user" in sql] == [], (
            address
        )
        assert known.cookies == []
        assert known.get("Vary", "Accept-Encoding") == "Accept-Encoding"
        statuses.add(known.status_code)
    assert statuses == {200, 301, 302, 404}
    assert Session.objects.count() == 1


def test_a_reader_page_writes_nothing(live: Marked, ask: Ask):
    before = [list(model.objects.values()) for model in (Edition, Issue, JournalEntry)]
    for address in addresses(live):
        with CaptureQueriesContext(connection) as queries:
            ask(address)
        verbs = {query["sql"].split()[0].upper() for query in queries.captured_queries}
        assert verbs <= {"SELECT"}, address
    assert [list(model.objects.values()) for model in (Edition, Issue, JournalEntry)] == before


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_readers_may_only_read(live: Marked, visitor: Visitor, ask: Ask, method: str):
    ask("/")
    for address in addresses(live):
        answer = visitor.ask(address, method)
        # 405: nothing but GET and HEAD; 301: the slash.
        assert answer.status_code in {301, 404, 405}, address
        assert answer.cookies == [], address


#: What a converter of digest/lib/paths.py lets through; any other takes a 1.
STEPS = {"key": "a" * 32, "year": "2431"}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_every_public_address_says_that_it_is_only_read(
    live: Marked, visitor: Visitor, ask: Ask, method: str
):
    ask("/")
    routes = [
        f"/{re.sub('<([a-z]+):[^>]+>', lambda one: STEPS.get(one[1], '1'), route)}"
        for name, route in public_addresses.patterns().items()
        if name.startswith("reader:")
    ]
    asked = {*routes, *(at for at in addresses(live) if ask(at).status_code in {200, 302})}
    answers = {address: visitor.ask(address, method) for address in asked}
    told = {at: (one.status_code, one.get("Allow")) for at, one in answers.items()}
    assert told == dict.fromkeys(asked, (405, "GET, HEAD"))


def test_head_has_the_headers_of_get(live: Marked, ask: Ask, visitor: Visitor):
    for address in addresses(live):
        get, head = ask(address), visitor.ask(address, "HEAD")
        assert head.status_code == get.status_code, address
        assert head.get("ETag") in {None, get.get("ETag")}, address


def test_every_text_has_a_strict_policy_and_its_headers(live: Marked, ask: Ask):
    for address in addresses(live):
        answer = ask(address)
        if answer.status_code != 200 or address.startswith("/pictures/"):
            continue
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy, address
        assert "unsafe" not in policy, address
        assert "nonce" not in policy, address
        assert answer["X-Content-Type-Options"] == "nosniff", address
        assert answer["X-Frame-Options"] == "DENY", address
        assert answer["Cache-Control"] == "public, no-cache", address
        assert answer["ETag"], address
        assert answer.get("Last-Modified") is None, address


def test_pages_hold_no_script_style_form_or_foreign_resource(live: Marked, ask: Ask):
    seen = 0
    for address in addresses(live):
        answer = ask(address)
        if not (answer["Content-Type"] or "").startswith("text/html"):
            continue
        if answer.status_code in {301, 302}:
            continue
        found = page(answer)
        seen += 1
        for tag in ("script", "style", "form", "input", "iframe", "object", "embed"):
            assert found.all(tag) == [], (address, tag)
        for element in found.all():
            names = element.attributes.keys()
            assert not [n for n in names if n.startswith("on") or n == "style"], address
            for name in ("src", "srcset"):
                assert element.attributes.get(name, "/").startswith("/"), address
        for link in found.all("link", rel="stylesheet"):
            assert link.attributes["href"].startswith("/static/"), address
    assert seen > 10


def test_a_kept_copy_is_confirmed_until_something_changes(live: Marked, ask: Ask):
    for address in ("/", live.draft.folio.get_absolute_url(), "/feeds/all.atom", "/sitemap.xml"):
        etag = ask(address)["ETag"]
        assert ask(address, If_None_Match=etag).status_code == 304, address
    Issue.objects.filter(pk=live.draft.pk).update(title="Another title")
    factories.corrected(live.draft, now=T0 + HOUR)
    for address in ("/", live.draft.folio.get_absolute_url(), "/feeds/all.atom"):
        etag = ask(address)["ETag"]
        assert ask(address, T0 + HOUR, If_None_Match=etag).status_code == 200, address


def test_robots_are_led_to_the_sitemap_and_away_from_the_desk(ask: Ask):
    assert ask("/robots.txt").content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /preview/",
        "Sitemap: http://localhost/sitemap.xml",
    ]


@pytest.mark.parametrize("path", ["/preview/issues/1/", f"/preview/pictures/{'a' * 32}/60.jpg"])
def test_previews_are_for_staff_and_kept_by_nobody(ask: Ask, path: str):
    answer = ask(path)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/login/")
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"

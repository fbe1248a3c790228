"""Hostile texts in every field: no page of the desk or the site does what they say.

The pages are opened with the content policy off: it is the second lock, and here the first is
tried. A text has done something where a dialog opens, where its mark is left on the window, where
anything but this site is asked for something, or where an element has a handler or a link leads
to a script.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

import pytest
from django.contrib import admin
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, Route

from digest.lib import dates
from newsroom.models import NewsBrief, PhotoCredit
from newsroom.writing import tray
from tests.browser.hostile_world import TEXTS, WORDS, World, bypass
from tests.digest.lib.harmless import HARMLESS, HARMLESS_WORDS
from tests.digest.public_addresses import ADDRESSES as PUBLIC
from tests.digest.public_addresses import Sought
from tests.factories import account, brief, issue, pressed, publication, section
from tests.newsroom.desk.places import change, press
from tests.newsroom.desk.rim.addresses import all_addresses as desk_addresses

#: Handlers, links to scripts, and elements that load or run, where none of ours has any.
PROBE = """() => {
    const found = [];
    if (window.pwned !== undefined) found.push("the window is marked");
    for (const one of document.querySelectorAll("*")) {
        for (const { name } of one.attributes) {
            if (name.startsWith("on")) found.push(`${name} on ${one.outerHTML.slice(0, 200)}`);
        }
    }
    const own = (address) => address.startsWith(location.origin + "/");
    for (const one of document.querySelectorAll("script[src], img[src], form[action]")) {
        if (!own(one.src ?? one.action)) found.push(one.outerHTML.slice(0, 200));
    }
    for (const one of document.links) {
        if (!/^(https?|mailto):$/.test(one.protocol)) found.push(one.outerHTML.slice(0, 200));
    }
    // The desk shows drafts in frames of its own.
    const others = [
        "iframe:not([src^='/preview/issues/']), iframe[srcdoc], object, embed, base",
        "video, audio, math, meta[http-equiv=refresh]",
    ];
    for (const one of document.querySelectorAll(others)) found.push(one.outerHTML.slice(0, 200));
    return found;
}"""


#: Pages that load at the same time.
TABS = 3
#: A rich text field that has no editor yet.
RICH_FIELD = "[data-django-prose-editor-configurable]:visible"


class Visitor:
    """A browser without a content policy, and what it noticed on the pages it opened."""

    def __init__(self, context: BrowserContext, base_url: str) -> None:
        self.base_url = base_url
        self.noticed: list[str] = []
        self.tabs = [self._tab(context.new_page()) for _ in range(TABS)]

    def _tab(self, page: Page) -> Page:
        page.on("dialog", lambda dialog: self._dialog(page, dialog))
        page.on("request", lambda request: self._asked(page, request.url))
        return page

    def _dialog(self, page: Page, dialog) -> None:
        self.noticed.append(f"{page.url}: a dialog says {dialog.message}")
        dialog.dismiss()

    def _asked(self, page: Page, address: str) -> None:
        ours = address.startswith((f"{self.base_url}/", "data:", "blob:"))
        if not ours or "/pwned" in address:
            self.noticed.append(f"{page.url}: asks for {address[:200]}")

    def open(self, addresses: list[str]) -> None:
        """Open pages, let their editors open, and look around on each."""
        for first in range(0, len(addresses), TABS):
            tabs = list(zip(self.tabs, addresses[first : first + TABS], strict=False))
            for page, address in tabs:
                page.goto(address, wait_until="commit")
            for page, address in tabs:
                page.wait_for_load_state("load")
                # A fragment opened by itself has no script that would make editors.
                script = page.locator("script[data-issues]").count()
                if script and page.locator(RICH_FIELD).count():
                    page.locator(".ProseMirror[contenteditable]").first.wait_for()
                self.noticed += [f"{address}: {one}" for one in page.evaluate(PROBE)]


def pages_of_models() -> Iterator[str]:
    """What the desk's rim/addresses.py leaves out: the other apps' pages, and whole lists."""
    for name in ("index", "password_change", "password_change_done"):
        yield reverse(f"admin:{name}")
    for label in ("newsroom", "digest", "auth"):
        yield reverse("admin:app_list", args=[label])
    for model, model_admin in admin.site._registry.items():
        space = f"{model._meta.app_label}_{model._meta.model_name}"
        yield reverse(f"admin:{space}_changelist") + "?all="
        if model._meta.app_label != "newsroom":
            row = model._default_manager.first()
            for pattern in model_admin.get_urls():
                if pattern.name:
                    args = dict.fromkeys(pattern.pattern.converters, row.pk)
                    yield reverse(f"admin:{pattern.name}", kwargs=args)


def desk_pages(world: World) -> Iterator[str]:
    """Every page of the desk, and those of all the large issues."""
    yield from (one.address for one in desk_addresses(world.issues[0]) if one.rights["GET"])
    yield from pages_of_models()
    for one in world.issues[: world.LARGE]:
        yield from (change(one), press(one), one.preview_address)
    for lying in tray.lying():
        yield reverse("admin:desk-parked", args=[lying.pk])


def reader_pages(world: World) -> Iterator[str]:
    """Every page of the site."""
    first = world.issues[0]
    sought = Sought(
        series=world.series.slug,
        slug=first.folio.slug,
        topic=world.topics[0].slug,
        person=world.people[0].slug,
        keys=(),
        issue=first.pk,
    )
    yield from (address for row in PUBLIC.values() for address in row(sought))
    yield f"/archive/{world.now.year}/"
    for one in [*world.issues[: world.SIGNED], world.issues[-1]]:
        yield one.folio.get_absolute_url()


def pages(addresses: Iterable[str]) -> list[str]:
    """Each address once; without files, which are no pages, and without half of a whole list."""
    files = re.compile(r"\.\w+(\?|$)|jsi18n|autocomplete|/find/")
    known = dict.fromkeys(one for one in addresses if not files.search(one))
    return [one for one in known if f"{one}?all=" not in known]


@pytest.fixture
def world(live_server) -> World:
    """Everything written and pressed."""
    return World()


def test_hostile_texts_do_nothing_anywhere(world, browser: Browser, live_server, client):
    assert world.hand.missing() == []
    client.force_login(account("vera", is_superuser=True, first_name=TEXTS[0][:150]))
    context = browser.new_context(bypass_csp=True, base_url=live_server.url)
    cookie = client.cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": live_server.url}])
    visitor = Visitor(context, live_server.url)
    addresses = pages([*desk_pages(world), *reader_pages(world)])
    assert len(addresses) > 100
    visitor.open(addresses)
    assert visitor.noticed == []
    first = world.issues[0]
    # An address that came past every check is printed as it is, but nothing follows it by itself.
    bypass()
    visitor.open([change(first), press(first), change(PhotoCredit.objects.first().photo), "/"])
    visitor.open([one.preview_address for one in world.issues[: world.LARGE]])
    context.close()
    assert [one for one in visitor.noticed if "<a " not in one] == []
    stored = NewsBrief.objects.filter(body__in=[f"{WORDS}{row}" for row in HARMLESS])
    assert stored.values("body").distinct().count() == len(HARMLESS)


def test_visitor_notices_what_a_hostile_text_does(browser: Browser, live_server):
    """The same visit sees each kind of harm on a page without any protection."""
    context = browser.new_context(bypass_csp=True, base_url=live_server.url)
    visitor = Visitor(context, live_server.url)
    for harm in (
        "<img src=/x onerror=alert(1)>",
        "<script>window.pwned = 1</script>",
        "<img src=https://evil.example/a.gif>",
        "<p onclick=alert(1)>a</p>",
        "<iframe></iframe>",
        "<form action=https://evil.example/></form>",
        "<a href=javascript:alert(1)>a</a>",
    ):
        visitor.noticed.clear()
        answer = partial(Route.fulfill, body=harm, content_type="text/html")
        context.route("**/harm/", answer)
        visitor.open(["/harm/"])
        assert visitor.noticed, harm
        context.unroute("**/harm/")
    context.close()


def test_harmless_words_are_read_as_they_were_written(live_server, page: Page):
    publication()
    draft = issue()
    place = section(draft, HARMLESS_WORDS[0])
    for words in HARMLESS_WORDS:
        brief(place, title=words)
    pressed(draft, now=dates.now())
    stored = NewsBrief.objects.filter(section=place).values_list("title", flat=True)
    assert list(stored) == HARMLESS_WORDS
    page.goto(draft.folio.get_absolute_url())
    shown = page.locator("section", has_text=HARMLESS_WORDS[0]).locator(".brief h3").all()
    assert [one.text_content() for one in shown] == HARMLESS_WORDS

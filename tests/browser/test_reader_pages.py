"""Reader pages in a browser: accessible, narrow, by keyboard, without CSS and without scripts."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page

from digest.lib import dates
from digest.models import Series, SkippedWeek
from tests.digest.pagetext import tree

SCHEMES = ("light", "dark")


def test_no_page_has_an_accessibility_finding_at_any_width_in_any_colours(
    page: Page, pages, axe_findings
):
    found = {}
    for kind, address in pages.items():
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width in (360, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                if findings := axe_findings():
                    found[kind, width, scheme] = findings
    assert found == {}


def test_no_page_scrolls_sideways_on_a_narrow_screen(page: Page, pages):
    page.set_viewport_size({"width": 320, "height": 640})
    wide = {}
    for kind, address in pages.items():
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[kind] = width
    assert wide == {}


@pytest.mark.parametrize("width", [360, 1280])
def test_week_without_an_issue_stands_at_the_edge_of_what_it_is_under(page: Page, pages, width):
    one = Series.objects.get(slug="harbour-watch")
    ahead = dates.local(dates.now(), one.zone).date() + timedelta(days=6)
    SkippedWeek.objects.create(series=one, day=ahead, note="The harbour sleeps.")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(pages["series"])
    edge = "document.querySelector('%s').getBoundingClientRect().left"
    assert page.evaluate(edge % ".skips li") == page.evaluate(edge % "h1")


def test_no_page_complains_or_asks_elsewhere(page: Page, pages, complaints, requests):
    for kind, address in pages.items():
        if kind not in {"404", "410"}:
            page.goto(address)
            page.wait_for_load_state("networkidle")
    assert (complaints, requests) == ([], [])
    assert page.context.cookies() == []


def test_first_tab_skips_to_the_text(page: Page, pages):
    page.goto(pages["issue"])
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    assert link.inner_text() == "Skip to the text"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("name", ["Keep reading", "Versions of this text"])
def test_details_are_opened_by_enter(page: Page, pages, name):
    page.goto(pages["issue"])
    details = page.locator("details", has=page.get_by_text(name, exact=True))
    assert details.get_attribute("open") is None
    details.locator("summary").focus()
    page.keyboard.press("Enter")
    assert details.get_attribute("open") is not None


@pytest.mark.parametrize("scheme", SCHEMES)
def test_whatever_has_the_focus_is_seen_to_have_it(page: Page, pages, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(pages["issue"])
    unseen, count = [], 0
    for _step in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        count += 1
        style = "getComputedStyle(document.activeElement)"
        drawn = page.evaluate(
            f"{style}.outlineStyle !== 'none' && parseFloat({style}.outlineWidth) >= 1"
        )
        if not drawn:
            unseen.append(page.evaluate("document.activeElement.outerHTML"))
    assert unseen == []
    assert count > 20


def words(text: str) -> str:
    """Words alone, apart by single blanks, in small letters: styles may write them in capitals."""
    return " ".join(re.findall(r"\w+", text)).lower()


def test_page_without_scripts_and_without_styles_holds_all_text(browser: Browser, pages, base_url):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    shown = {}
    for kind in ("home", "issue", "version", "archive"):
        page.goto(pages[kind])
        for one in page.locator("summary").all():
            one.click()
        shown[kind] = page.locator("body").inner_text()
        expected = tree(page.request.get(pages[kind]).text()).one("body").words
        assert words(shown[kind]) == words(expected)
    context.close()
    for said in (
        "“We were on the water when the vote was taken.”",
        "The office gave no briefing this week.",
        "The gauge stands in a shed.",
        "An earlier text named the wrong pier.",
    ):
        assert said in shown["issue"]

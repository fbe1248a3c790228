"""How reader pages look: every sheet of the specimen, at every width, in big letters, on paper."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from newsroom.desk.specimen.sheets import SHEETS
from tests.factories import account, publication

SCHEMES = ("light", "dark")
#: The elements that stick out of the window, in place of a mere number.
STICKING_OUT = """() => {
    const edge = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= edge) return [];
    return [...document.querySelectorAll('body *')]
        .filter(one => one.getBoundingClientRect().right > edge + 1)
        .map(one => one.outerHTML.slice(0, 80));
}"""
#: The letters of each full line of the lead's paragraphs.
LINES = """() => [...document.querySelectorAll('.lead > p')].flatMap(paragraph => {
    const range = document.createRange(), lines = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        for (let i = 0; i < node.length; i++) {
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const {bottom} = range.getBoundingClientRect();
            const last = lines.at(-1);
            if (last && Math.abs(last.bottom - bottom) < 8) last.letters++;
            else lines.push({bottom, letters: 1});
        }
    }
    return lines.slice(0, -1).map(line => line.letters);
})"""


@pytest.fixture
def specimen(live_server, page: Page, client) -> dict[str, str]:
    """Name of a sheet -> its address, for a browser that is logged in."""
    publication()
    client.force_login(account("vera", is_superuser=True))
    host = urlsplit(live_server.url).hostname
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "domain": host, "path": "/"}])
    return {name: f"/preview/specimen/{name}/" for name in SHEETS}


def open_all(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


def test_no_sheet_has_an_accessibility_finding_in_any_colours(page: Page, specimen, axe_findings):
    found = {}
    for name, address in specimen.items():
        page.goto(address)
        open_all(page)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            for width in (360, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                if findings := axe_findings():
                    found[name, width, scheme] = findings
    assert found == {}


def test_no_sheet_has_a_finding_where_more_contrast_is_wanted(page: Page, specimen, axe_findings):
    page.goto(specimen["issue"])
    open_all(page)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, contrast="more")
        # Seven to one, as WCAG's highest level has it.
        assert axe_findings(options={"runOnly": ["color-contrast-enhanced"]}) == []


@pytest.mark.parametrize(("width", "letters"), [(320, 100), (2560, 100), (360, 200), (1280, 200)])
def test_no_sheet_scrolls_sideways_at_any_width_or_size_of_letters(
    page: Page, specimen, width, letters
):
    page.set_viewport_size({"width": width, "height": 800})
    wide = {}
    for name, address in specimen.items():
        page.goto(address)
        open_all(page)
        page.evaluate(f"document.documentElement.style.fontSize = '{letters}%'")
        if found := page.evaluate(STICKING_OUT):
            wide[name] = found
    assert wide == {}


def test_a_line_of_the_lead_holds_as_many_letters_as_one_reads_well(page: Page, specimen):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(specimen["issue"])
    lines = sorted(page.evaluate(LINES))
    assert len(lines) >= 6
    # Of lines that end where the next word would not fit, and of those beside the big letter.
    assert 55 <= lines[len(lines) * 3 // 4] <= 70


def test_sources_stand_beside_their_brief_on_a_wide_screen_and_under_it_on_a_narrow_one(
    page: Page, specimen
):
    page.goto(specimen["issue"])
    brief = page.locator(".brief").nth(2)
    for width, beside in [(1280, True), (360, False)]:
        page.set_viewport_size({"width": width, "height": 800})
        words = brief.locator(".words").bounding_box()
        sources = brief.locator(".sources").bounding_box()
        assert words
        assert sources
        assert (sources["x"] >= words["x"] + words["width"]) == beside
        assert (sources["y"] >= words["y"] + words["height"]) != beside


def test_colours_that_a_reader_forces_keep_texts_and_rules(page: Page, specimen):
    page.emulate_media(forced_colors="active")
    page.goto(specimen["issue"])
    style = "el => { const s = getComputedStyle(el); return [s.color, s.backgroundColor]; }"
    for part in (".lead > p", ".dek", ".credit", ".notes p", ".sources a", ".notice p"):
        color, background = page.locator(part).first.evaluate(style)
        assert color != background, part
    for part in (".notes", ".notice", ".part > h2"):
        width = page.locator(part).first.evaluate(
            "el => Math.max(...['Left', 'Top'].map("
            "side => parseFloat(getComputedStyle(el)[`border${side}Width`])))"
        )
        assert width >= 1, part


def test_paper_gets_the_text_and_not_the_ways_around_the_site(page: Page, specimen):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(specimen["issue"])
    for part in ("nav", ".skip", ".related", ".latest", ".notice", ".topics", ".versions"):
        assert page.locator(part).first.is_hidden(), part
    for part in ("h1", ".byline span", ".notes", ".issue > figure img", ".lead > p", ".brief"):
        assert page.locator(part).first.is_visible(), part
    assert page.locator("html").evaluate("el => getComputedStyle(el).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    written = "el => getComputedStyle(el, '::after').content"
    assert "https://outlet-0.example/story" in page.locator(".sources a").first.evaluate(written)


def test_nothing_jumps_while_a_page_loads(page: Page, pages):
    page.add_init_script(
        "window.shifts = []; new PerformanceObserver(list => window.shifts.push("
        "...list.getEntries().map(one => one.value))).observe({type: 'layout-shift', "
        "buffered: true});"
    )

    def late(route: Route) -> None:
        time.sleep(0.2)
        route.continue_()

    page.route("**/*.jpg", late)
    for kind in ("home", "issue", "series", "year"):
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(pages[kind], wait_until="networkidle")
            assert page.evaluate("window.shifts") == [], (kind, width)


def test_a_page_is_a_text_three_sheets_and_its_pictures(page: Page, pages):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    for kind in ("home", "issue", "archive"):
        asked.clear()
        page.goto(pages[kind], wait_until="networkidle")
        # Chromium calls the icon “other”.
        texts = sorted(one for one in asked if one not in {"image", "other"})
        assert texts == ["document", *["stylesheet"] * 3]

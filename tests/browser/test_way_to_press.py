"""The way to the press: preview, differences, and the ways back, on every screen."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from digest.lib import dates
from newsroom.models import JournalEntry, NewsBrief
from newsroom.writing.saving import move_part, save_part
from tests.browser.test_desk_pages import own
from tests.factories import (
    HOUR,
    account,
    brief,
    corrected,
    foreign_card,
    issue,
    own_card,
    pressed,
    publication,
    section,
    series,
    small_photo,
    top_picture,
)
from tests.newsroom.desk.places import change, press, verb
from tests.newsroom.press.verbs import retitle

SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)


def enter(page: Page, live_server, client) -> None:
    """Log in without the log-in page."""
    client.force_login(account("vera", is_superuser=True))
    host = urlsplit(live_server.url).hostname
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "domain": host, "path": "/"}])


@pytest.fixture
def draft(live_server, page: Page, client):
    """A live issue with an earlier version, edited since, and somebody at the desk."""
    publication()
    weekly = series(name="Harbour Watch", slug="harbour-watch")
    away = issue(weekly, title="Low water")
    at = dates.now()
    pressed(away, now=at - 5 * HOUR, expires_at=at - HOUR)
    one = issue(weekly, title="The pilots go hom")
    top_picture(one, small_photo())
    foreign_card(one)
    tides = section(one, "Tides", intro="<p>High water.</p>")
    for title in ("Ebb", "Flood", "Slack"):
        brief(tides, f"<p>{title} is late at every pier of the harbour.</p>", title=title)
    pressed(one, now=at - 3 * HOUR)
    retitle(one, "The pilots go home")
    corrected(one, now=at - 2 * HOUR)
    retitle(one, "The pilots go home again")
    ebb, slack = (NewsBrief.objects.get(title=title) for title in ("Ebb", "Slack"))
    save_part(ebb, seen=1, values={"body": "<p>Ebb is early at every pier of the harbour.</p>"})
    move_part(slack, after=None)
    own_card(one, away)
    enter(page, live_server, client)
    return one


PAGES = {
    "preview": lambda one: verb("preview-frames", one),
    "press page": press,
    "withdraw": lambda one: verb("withdraw", one),
    "publish again": lambda one: verb("rearm", one, 1),
    "edition": lambda one: verb("edition", one, 2),
    "restore": lambda one: verb("restore-draft", one, 1),
    "take down": lambda one: f"/admin/newsroom/photo/{one.top_picture.photo.pk}/take-down/",
}


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_page_is_sound_on_every_screen_in_any_colours(
    page: Page, draft, axe_findings, complaints, requests, address
):
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.goto(address(draft))
            page.wait_for_load_state("networkidle")
            # Before axe, which adds a style of its own to what it looks at.
            assert (complaints, requests) == ([], [])
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            findings = own(axe_findings())
            complaints.clear()
            if findings or wide > 0:
                found[width, scheme] = (findings, wide)
    assert found == {}


def test_table_of_editions_is_cards_on_a_phone(page: Page, draft):
    page.goto(press(draft))
    table = page.get_by_role("region", name="Table of editions")
    label = "getComputedStyle(document.querySelector('td[data-label]'), '::before').content"
    for width, labels in [(1280, "none"), (360, '"Live from: "')]:
        page.set_viewport_size({"width": width, "height": 800})
        assert table.evaluate("one => one.scrollWidth - one.clientWidth") <= 0
        assert page.evaluate(label) == labels


def frame_says(page: Page, expression: str):
    """What the page in the frame computes."""
    return page.locator(".stage iframe").evaluate(
        f"frame => {{const page = frame.contentDocument; return {expression}}}"
    )


def test_preview_shows_the_page_at_every_width_in_both_schemes_and_printed(
    page: Page, draft, complaints
):
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(verb("preview-frames", draft))
    heading = page.frame_locator(".stage iframe").get_by_role("heading", level=1)
    expect(heading).to_have_text("Harbour Watch: The pilots go home again")
    for name, width in [("Phone", 390), ("Tablet", 820), ("Desktop", 1280)]:
        button = page.get_by_role("button", name=name)
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
        assert page.locator("button[data-show][aria-pressed=true]").count() == 1
        assert frame_says(page, "page.documentElement.clientWidth") == width
    ink = "getComputedStyle(page.body).color.match(/\\d+/g).map(Number)"
    for name, is_bright in [("Dark", True), ("Light", False)]:
        page.get_by_role("button", name=name).click()
        assert (min(frame_says(page, ink)) > 127) is is_bright
    navigation = "getComputedStyle(page.querySelector('.masthead nav')).display"
    on_screens = frame_says(page, navigation)
    assert on_screens != "none"
    page.get_by_role("button", name="Print").click()
    assert frame_says(page, navigation) == "none"
    page.get_by_role("button", name="Desktop").click()
    assert frame_says(page, navigation) == on_screens
    assert complaints == []


def test_preview_of_a_moment_is_shown_as_chosen_before(page: Page, draft):
    page.goto(verb("preview-frames", draft))
    page.get_by_role("button", name="Tablet").click()
    page.get_by_role("button", name="Dark").click()
    page.get_by_label("As it will be at").fill("2431-03-06T10:00")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.get_by_text("on 6 March 2431, 10:00 EST, that is 6 March 2431")).to_be_visible()
    for name in ("Tablet", "Dark"):
        expect(page.get_by_role("button", name=name)).to_have_attribute("aria-pressed", "true")
    heading = page.frame_locator(".stage iframe").get_by_role("heading", level=1)
    expect(heading).to_contain_text("The pilots go home again")


def test_links_of_the_preview_leave_the_frame_where_it_is(page: Page, draft):
    page.goto(verb("preview-frames", draft))
    shown = page.frame_locator(".stage iframe")
    with page.context.expect_page() as opened:
        shown.get_by_role("link", name="Archive").click()
    assert urlsplit(opened.value.url).path == "/archive/"
    expect(shown.get_by_role("heading", level=1)).to_contain_text("The pilots go home")


@pytest.fixture
def phone(browser: Browser, base_url, draft, page: Page):
    """A phone in the hand of the same person."""
    context = browser.new_context(
        base_url=base_url,
        viewport={"width": 360, "height": 740},
        has_touch=True,
        is_mobile=True,
        device_scale_factor=2,
    )
    context.add_cookies(page.context.cookies())
    yield context.new_page()
    context.close()


def on_screen(page: Page, locator) -> bool:
    """Whether all of it is seen without scrolling."""
    box = locator.bounding_box()
    return box["y"] >= 0 and box["y"] + box["height"] <= 740 and box["x"] + box["width"] <= 360


def test_issue_is_withdrawn_on_a_phone_in_three_taps(phone: Page, draft):
    phone.goto(change(draft))
    phone.get_by_role("link", name="Withdraw", exact=True).tap()
    phone.get_by_text("A court or a lawyer asks for it").tap()
    button = phone.get_by_role("button", name="Withdraw the issue")
    assert on_screen(phone, button)
    assert button.bounding_box()["height"] >= 44
    button.tap()
    expect(phone.get_by_text("The issue is withdrawn")).to_be_visible()
    assert phone.request.get(draft.folio.get_absolute_url()).status == 410
    entry = JournalEntry.objects.get(verb="issue.withdrawn")
    assert (entry.by, entry.reason) == ("vera", "A court or a lawyer asks for it")


def test_picture_is_taken_down_on_a_phone_in_three_taps(phone: Page, draft):
    photo = draft.top_picture.photo
    address = photo.picture.renditions.first().get_absolute_url()
    assert phone.request.get(address).status == 200
    phone.goto(change(photo))
    phone.get_by_role("link", name="Take down", exact=True).tap()
    phone.get_by_text("It names or shows somebody who must not be").tap()
    button = phone.get_by_role("button", name="Take the picture down")
    assert on_screen(phone, button)
    button.tap()
    expect(phone.get_by_text("The picture is off every page")).to_be_visible()
    assert phone.request.get(address).status == 404


def test_correction_is_pressed_on_a_phone(phone: Page, draft):
    phone.goto(press(draft))
    change_ = phone.locator(".wording")
    expect(change_.locator("del").first).to_contain_text("late")
    phone.get_by_label("Why the warnings do not matter").fill("It is back tonight.")
    phone.get_by_text("Correction: something was wrong").tap()
    phone.get_by_label("Note for readers").fill("Ebb was called late.")
    phone.get_by_role("button", name="Show what will happen").tap()
    expect(phone.get_by_text("Readers see the note: Ebb was called late.")).to_be_visible()
    button = phone.get_by_role("button", name="Press it")
    assert on_screen(phone, button)
    expect(phone.get_by_label("Note for readers")).to_have_value("Ebb was called late.")
    button.tap()
    expect(phone.get_by_text("Revision 3 is live since")).to_be_visible()


def test_draft_starts_again_from_the_published_text_on_a_phone(phone: Page, draft):
    phone.goto(press(draft))
    phone.get_by_role("link", name="Start from the published text").tap()
    phone.get_by_role("button", name="Start from this text").tap()
    expect(phone.get_by_text("The draft says what revision 2 says.")).to_be_visible()


def test_small_targets_are_large_enough(phone: Page, draft):
    """WCAG 2.2, 2.5.8: 24 pixels, for links and buttons that stand on their own."""
    small = {}
    for name, address in PAGES.items():
        phone.goto(address(draft))
        for one in phone.locator("main :is(button, .act a, .deeds a, .choices label)").all():
            box = one.bounding_box()
            if box and min(box["height"], box["width"]) < 24:
                small[name, one.inner_text()] = box
    assert small == {}

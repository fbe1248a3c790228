"""The issue's screen in a browser: nothing is lost, everything moves, nobody waits."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from newsroom.models import NewsBrief
from newsroom.writing.saving import save_part
from tests.browser.atscreen import AtScreen
from tests.browser.dragging import drag
from tests.factories import account, brief, foreign_card, issue, publication, section
from tests.newsroom.desk.places import change


@pytest.fixture
def draft(live_server, page: Page, client):
    """Two sections of briefs, and a browser that is logged in."""
    publication()
    one = issue(title="The pilots go home")
    one.sections.all().delete()
    for heading in ("Tides", "Berths"):
        place = section(one, heading)
        for number in (1, 2, 3):
            brief(place, f"<p>Water {number}.</p>", title=f"{heading} {number}")
    foreign_card(one)
    client.force_login(account("vera", is_superuser=True))
    host = urlsplit(live_server.url).hostname
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "domain": host, "path": "/"}])
    page.goto(change(one))
    return one


def named(title: str) -> NewsBrief:
    return NewsBrief.objects.get(title=title)


def opened(page: Page, title: str) -> Locator:
    """Open a brief; its own part of the screen, with the editor ready."""
    desk = AtScreen(page)
    own = desk.opened(lambda: desk.click(desk.button(f"Edit {title}")))
    expect(own.locator(".ProseMirror[aria-multiline]")).to_be_visible()
    return own


def write(own: Locator, text: str) -> None:
    box = own.locator(".ProseMirror")
    box.click()
    own.page.keyboard.press("Control+End")
    own.page.keyboard.type(text)


def order(page: Page) -> list[list[str]]:
    lists = page.locator(".list.briefs")
    return [lists.nth(n).locator(".closed strong").all_inner_texts() for n in range(lists.count())]


def stored() -> list[list[str]]:
    found: dict[str, list[str]] = {"Tides": [], "Berths": []}
    for one in NewsBrief.objects.select_related("section").order_by("position"):
        found[one.section.heading].append(one.title)
    return list(found.values())


def test_fluent_typing_is_saved_on_the_way_and_no_letter_is_lost(page, draft, complaints):
    own = opened(page, "Tides 1")
    posts: list[str] = []
    page.on("request", lambda r: r.method == "POST" and posts.append(r.url))
    text = " The wind went round to the north and stayed there until the boats were in. " * 3
    own.locator(".ProseMirror").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text, delay=25)
    expect(own.get_by_role("status")).to_contain_text("Saved")
    page.keyboard.type("!")
    page.keyboard.press("Control+Enter")
    expect(own.locator("form")).to_have_count(0)
    assert len(posts) >= 3
    saved = named("Tides 1").body
    assert saved.startswith("<p>Water 1. The wind went")
    assert saved.endswith("!</p>"), saved[-60:]
    assert complaints == []


def test_caret_stays_where_somebody_put_it_while_the_editor_is_loaded(page, draft):
    waiting = []
    page.route("**/django_prose_editor/configurable*.js", lambda route: waiting.append(route))
    page.reload()
    desk = AtScreen(page)
    own = desk.opened(lambda: desk.click(desk.button("Edit Tides 1")))
    address = own.get_by_label("Address of the report").first
    address.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("https://ledger")
    for request in waiting:
        request.continue_()
    expect(own.locator(".ProseMirror[aria-multiline]")).to_be_visible()
    page.keyboard.type(".example/tides")
    expect(address).to_have_value("https://ledger.example/tides")


def test_stale_text_is_shown_beside_mine_and_both_are_kept(page, draft):
    own = opened(page, "Tides 1")
    one = named("Tides 1")
    save_part(one, seen=one.version, values={"body": "<p>Theirs.</p>"}, by=account("Second"))
    write(own, " Mine.")
    panel = own.locator(".conflict")
    expect(panel).to_be_focused()
    expect(panel).to_contain_text("Second has saved this since you opened it.")
    expect(panel).to_contain_text("Theirs.")
    expect(panel).to_contain_text("Water 1. Mine.")
    own.get_by_role("button", name="Keep the result").click()
    expect(own.locator(".conflict")).to_have_count(0)
    expect(own.locator(".ProseMirror")).to_contain_text("Theirs.")
    assert named("Tides 1").body == "<p>Theirs.</p><p>Water 1. Mine.</p>"


def test_what_is_typed_without_a_server_is_kept_and_saved_later(page, draft):
    own = opened(page, "Tides 1")
    page.route("**/screen/parts/**", lambda route: route.abort())
    write(own, " Far out.")
    expect(page.locator(".banner.offline")).to_be_visible()
    assert named("Tides 1").body == "<p>Water 1.</p>"
    page.unroute("**/screen/parts/**")
    expect(own.get_by_role("status")).to_contain_text("Saved", timeout=15_000)
    expect(page.locator(".banner.offline")).to_be_hidden()
    assert named("Tides 1").body == "<p>Water 1. Far out.</p>"


def test_copy_kept_here_is_offered_when_the_part_is_opened_again(page, draft):
    own = opened(page, "Tides 1")
    page.route("**/screen/parts/**", lambda route: route.abort())
    write(own, " Far out.")
    expect(page.locator(".banner.offline")).to_be_visible()
    page.unroute("**/screen/parts/**")
    page.evaluate("window.htmx.trigger = () => {}")
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("/admin/")
    page.goto(change(draft))
    if named("Tides 1").body == "<p>Water 1.</p>":
        own = opened(page, "Tides 1")
        page.get_by_role("button", name="Use the text kept on this computer").click()
        expect(own.locator(".ProseMirror")).to_have_text("Water 1. Far out.")
        expect(own.get_by_role("status")).to_contain_text("Saved")
    assert named("Tides 1").body == "<p>Water 1. Far out.</p>"


def test_signed_out_text_waits_until_somebody_is_signed_in_again(page, draft, client):
    own = opened(page, "Tides 1")
    cookies = page.context.cookies()
    page.context.clear_cookies(name="sessionid")
    write(own, " Late.")
    expect(page.locator(".banner.signed-out")).to_be_visible()
    expect(own.locator(".ProseMirror")).to_have_text("Water 1. Late.")
    page.context.add_cookies(cookies)
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(own.get_by_role("status")).to_contain_text("Saved")
    assert named("Tides 1").body == "<p>Water 1. Late.</p>"


def test_parts_are_moved_by_buttons_keys_and_hand(page, draft, complaints):
    page.set_viewport_size({"width": 1280, "height": 1800})
    desk = AtScreen(page)
    desk.click(desk.button("Move down: Tides 1"))
    expect(page.locator("#desk-said")).to_have_text("Moved to place 2 of 3 in Tides.")
    assert stored()[0] == ["Tides 2", "Tides 1", "Tides 3"]
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowDown")
    expect(page.locator("#desk-said")).to_have_text("Moved to place 1 of 4 in Berths.")
    assert stored() == [
        ["Tides 2", "Tides 3"],
        ["Tides 1", "Berths 1", "Berths 2", "Berths 3"],
    ]
    grip = page.locator(".part", has_text="Berths 3").last.locator(".grip")
    drag(page, grip, page.locator(".part", has_text="Tides 2").last, at={"x": 20, "y": 10})
    expect(page.locator("#desk-said")).to_have_text("Moved to place 1 of 3 in Tides.")
    assert stored() == [
        ["Berths 3", "Tides 2", "Tides 3"],
        ["Tides 1", "Berths 1", "Berths 2"],
    ]
    assert order(page) == stored()
    assert complaints == []


def test_part_is_moved_by_a_finger(page, draft):
    page.set_viewport_size({"width": 420, "height": 2600})
    grip = page.locator(".part.brief", has_text="Tides 3").locator(".grip").bounding_box()
    above = page.locator(".part.brief", has_text="Tides 1").bounding_box()
    touch = page.context.new_cdp_session(page)

    def at(kind: str, x: float = 0, y: float = 0) -> None:
        points = [{"x": x, "y": y}] if kind != "touchEnd" else []
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    x, y = grip["x"] + 8, grip["y"] + 8
    at("touchStart", x, y)
    for step in range(1, 9):
        at("touchMove", x + step, y + (above["y"] + 4 - y) * step / 8)
        page.wait_for_timeout(30)
    page.wait_for_timeout(120)
    at("touchEnd")
    expect(page.locator("#desk-said")).to_have_text("Moved to place 1 of 3 in Tides.")
    assert stored()[0] == ["Tides 3", "Tides 1", "Tides 2"]


def test_refused_move_puts_everything_back_and_says_so(page, draft):
    page.route("**/move/", lambda route: route.fulfill(status=409, body="No."))
    before = order(page)
    desk = AtScreen(page)
    desk.click(desk.button("Move down: Tides 1"))
    expect(page.locator("#desk-said")).to_have_text(
        "That did not work: everything stands where it stood."
    )
    assert order(page) == before


def test_removed_part_is_brought_back_from_its_place_and_from_the_panel(page, draft):
    desk = AtScreen(page)
    brief_ = page.locator(".part.brief", has_text="Tides 2").last
    for way in ("place", "panel"):
        brief_.locator("summary").click()
        brief_.get_by_role("button", name="Remove Tides 2").click()
        expect(page.get_by_text("“Tides 2” is removed.")).to_be_visible()
        if way == "place":
            desk.click(desk.button("Bring it back"))
        else:
            desk.click(page.locator(".panel").get_by_role("button", name="Bring back Tides 2"))
        expect(desk.button("Edit Tides 2")).to_be_visible()
    assert order(page)[0] == ["Tides 1", "Tides 2", "Tides 3"]


def test_finding_leads_to_its_field_with_one_click(page, draft):
    NewsBrief.objects.filter(title="Berths 3").update(body="")
    page.reload()
    page.locator(".panel").get_by_role("link", name="The brief has no text.").click()
    expect(page.get_by_label("Run-in title")).to_be_focused()
    assert page.get_by_label("Run-in title").input_value() == "Berths 3"


def test_issue_is_written_by_keyboard_alone(page, draft):
    def tab_to(name: str) -> None:
        for _ in range(150):
            focused = page.evaluate("document.activeElement.innerText || ''")
            if re.sub(r"\s+", " ", focused).strip().startswith(name):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"no way to {name}")

    tab_to("Add a brief")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Run-in title")).to_be_focused()
    page.keyboard.type("Lamp")
    expect(page.locator(".ProseMirror[aria-multiline]")).to_be_visible()
    page.locator(".ProseMirror[aria-multiline]").focus()
    page.keyboard.type("The lamp is dark.")
    page.keyboard.press("Tab")
    page.keyboard.type("https://www.gauge.example/lamp")
    expect(page.get_by_role("button", name="Add “gauge.example” (Enter)")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("input.outlet").first).to_have_value("gauge.example")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".part-form")).to_have_count(0)
    lamp = named("Lamp")
    assert lamp.body == "<p>The lamp is dark.</p>"
    assert lamp.sources.get().outlet.name == "gauge.example"


def test_no_task_is_long_while_somebody_types(page, draft):
    own = opened(page, "Tides 1")
    page.evaluate(
        """() => {
            window.long = [];
            new PerformanceObserver((list) => {
                for (const one of list.getEntries()) window.long.push(one.duration);
            }).observe({type: "longtask"});
        }"""
    )
    write(own, " The wind went round to the north and stayed there.")
    expect(own.get_by_role("status")).to_contain_text("Saved")
    assert [one for one in page.evaluate("window.long") if one > 200] == []


def test_stored_markup_starts_no_request(page, draft):
    NewsBrief.objects.filter(title="Tides 1").update(title='<p hx-get="/x" hx-trigger="load">')
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_timeout(500)
    assert [one for one in asked if one.endswith("/x")] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_screen_has_no_accessibility_finding(page, draft, axe_findings, scheme, width, complaints):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    opened(page, "Tides 1")
    desk = AtScreen(page)
    desk.click(desk.button("Edit The pilots go home"))
    expect(page.locator(".part-form")).to_have_count(2)
    assert axe_findings() == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert complaints == []


def test_what_is_too_long_for_one_request_is_said_and_not_asked_again(page, draft):
    own = opened(page, "Tides 1")
    asked: list[str] = []

    def refuse(route):
        asked.append(route.request.url)
        route.fulfill(status=400, body="")

    page.route(re.compile(r"/screen/parts/brief/\d+/$"), refuse)
    write(own, " And more.")
    expect(page.locator(".banner.refused")).to_contain_text("mostly it is too much at once")
    expect(page.locator(".banner.offline")).to_be_hidden()
    expect(own.locator(".ProseMirror")).to_contain_text("And more.")
    page.wait_for_timeout(6000)
    assert len(asked) == 1

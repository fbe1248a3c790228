"""The board in a browser: issues moved by mouse, by keys and by form, also on a phone."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from digest.lib import dates
from newsroom import plan
from newsroom.calendar import cadence as rhythm
from newsroom.models import TakenSlot
from newsroom.plan.starting import start_in_slot
from tests.browser.dragging import drag
from tests.factories import HOUR, account, cadence, issue, pressed, publication, series
from tests.newsroom.desk.places import verb


@pytest.fixture
def slots(live_server, page: Page, client):
    """Three slots ahead of a series that comes out daily, and a planner who is logged in."""
    publication()
    one = series()
    cadence(one, "1234567")
    first = dates.now().date() + timedelta(days=2)
    found = list(rhythm.slots(list(one.cadences.all()), first, first + timedelta(days=4)))
    client.force_login(account("vera", is_superuser=True))
    host = urlsplit(live_server.url).hostname
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "domain": host, "path": "/"}])
    return one, found


def planned(slots, number: int = 0, title: str = "The pilots go home"):
    one, found = slots
    draft = issue(one, title=title)
    plan.take(draft, found[number], by=account())
    return draft


def day_of(draft):
    return TakenSlot.objects.get(issue=draft).day


def slot(page: Page, day):
    return page.locator(f'.slot[data-day="{day:%Y-%m-%d}"]')


def ready(page: Page) -> None:
    """The board, once its script is there."""
    page.goto("/admin/")
    expect(page.locator(".board[data-ready]")).to_have_count(1)


def confirm(page: Page, day) -> None:
    """The page that asks: it says the day, and one button does it."""
    expect(page.locator(".consequences")).to_contain_text(f"gets the slot of {day:%A}")
    page.get_by_role("button", name="Move it").click()
    expect(page.get_by_text("The pilots go home” is planned for")).to_be_visible()


def test_issue_is_dragged_to_another_slot(page: Page, slots):
    draft = planned(slots)
    target = slots[1][2].day
    ready(page)
    title = slot(page, slots[1][0].day).locator("[data-moves]")
    drag(page, title, slot(page, target).locator(".when"))
    confirm(page, target)
    assert day_of(draft) == target


def test_what_was_done_to_a_late_slot_is_said_in_sight_of_it(page: Page, slots):
    ready(page)
    last = page.locator(".slot.empty").last
    day = last.get_attribute("data-day")
    last.get_by_role("link", name="Leave out").click()
    page.get_by_role("button", name="Leave this week out").click()
    expect(page.locator(".slot:target")).to_have_attribute("data-day", day or "")
    expect(page.locator(".slot:target")).to_be_in_viewport()
    expect(page.get_by_text("is left out on")).to_be_in_viewport()


def test_issue_is_dragged_onto_another_and_they_change_places(page: Page, slots):
    one, other = planned(slots), planned(slots, 1, "The lamp")
    ready(page)
    title = slot(page, slots[1][0].day).locator("[data-moves]")
    drag(page, title, slot(page, slots[1][1].day).locator(".when"))
    expect(page.get_by_label("it gets the slot of this one")).to_be_checked()
    confirm(page, slots[1][1].day)
    assert (day_of(one), day_of(other)) == (slots[1][1].day, slots[1][0].day)


def test_issue_is_carried_by_keys(page: Page, slots):
    draft = planned(slots)
    ready(page)
    link = slot(page, slots[1][0].day).get_by_role("link", name="Move")
    link.focus()
    page.keyboard.press("m")
    expect(page.locator("#board > [role=status]")).to_contain_text("Moving “The pilots go home”")
    target = slots[1][1].day
    for _ in range(14):
        page.keyboard.press("ArrowDown")
        if "is-target" in (slot(page, target).get_attribute("class") or ""):
            break
    page.keyboard.press("Enter")
    confirm(page, target)
    assert day_of(draft) == target


def test_escape_leaves_it_where_it_was(page: Page, slots):
    planned(slots)
    ready(page)
    slot(page, slots[1][0].day).get_by_role("link", name="Move").focus()
    page.keyboard.press("m")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#board > [role=status]")).to_have_text("Left where it was.")
    expect(page.locator(".is-target")).to_have_count(0)


def test_issue_is_moved_by_form_on_a_phone(page: Page, slots):
    draft = planned(slots)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/admin/")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    slot(page, slots[1][0].day).get_by_role("link", name="Move").click()
    target = slots[1][2].day
    page.get_by_label("Slot").select_option(f"{target:%Y-%m-%d}")
    page.get_by_role("button", name="Show what will happen").click()
    confirm(page, target)
    assert day_of(draft) == target


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_board_and_its_pages_have_no_accessibility_finding(
    page: Page, slots, axe_findings, complaints, requests, theme, width
):
    one, found = slots
    draft = planned(slots)
    pressed(draft, found[0].at, now=dates.now())
    start_in_slot(one, found[1], by=account())
    plan.skip(one, found[2].day, by=account(), note="The desk is at sea.")
    pressed(planned(slots, 3), found[3].at + HOUR, now=dates.now())
    issue(one)
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": width, "height": 900})
    skip = f"/admin/newsroom/issue/slots/{one.pk}/{found[2].day:%Y-%m-%d}/skip/"
    move = verb("move-issue", draft)
    for address in ("/admin/", move, f"{move}?to=tray", skip, verb("hand", draft)):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert (complaints, requests) == ([], [])
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert axe_findings() == []
        # What axe adds to a page to look at it is no fault of the page.
        complaints.clear()

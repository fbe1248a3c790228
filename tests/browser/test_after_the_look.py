"""From the look to the button by keyboard, and back in the browser after it was pressed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from digest.lib import dates
from tests.factories import HOUR, issue, pressed
from tests.newsroom.desk.places import press, verb


def tabs_to(page: Page, name: str, most: int) -> int:
    """How often Tab is pressed until that button has the focus."""
    for count in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            return count
    raise AssertionError(f"{name} is further than {most} tabs away")


@pytest.fixture
def page(desk) -> Page:
    return desk.page


def test_button_comes_right_after_the_look(page: Page):
    page.goto(press(issue()))
    page.get_by_role("button", name="Show what will happen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What will happen")).to_be_focused()
    assert tabs_to(page, "Press it", 3) <= 3


def test_button_comes_right_after_the_look_at_an_end(page: Page):
    draft = issue()
    pressed(draft, now=dates.now() - HOUR)
    page.goto(verb("expire", draft, 1))
    later = dates.now() + timedelta(days=9)
    page.get_by_label("Ends at").fill(later.strftime("%Y-%m-%dT%H:%M"))
    page.get_by_role("button", name="Show what will happen").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What will happen")).to_be_focused()
    assert tabs_to(page, "Set the end", 3) <= 3


def test_what_is_wrong_has_the_focus_after_a_look_that_is_refused(page: Page):
    page.goto(press(issue()))
    page.get_by_label("Goes live at").fill("2020-01-01T10:00")
    page.get_by_role("button", name="Show what will happen").click()
    expect(page.locator(".errornote")).to_be_focused()


def test_going_back_after_pressing_shows_how_things_are(page: Page):
    draft = issue()
    page.goto(press(draft))
    page.get_by_role("button", name="Show what will happen").click()
    page.get_by_role("button", name="Press it").click()
    page.locator(".messagelist").get_by_text("is live since").wait_for()
    page.go_back()
    page.get_by_text("Live since").wait_for()
    assert page.url.endswith(press(draft))
    expect(page.get_by_role("button", name="Press it")).to_have_count(0)
    expect(page.get_by_role("heading", name="What will happen")).to_have_count(0)


def test_going_back_after_stopping_offers_no_button(page: Page):
    draft = issue()
    pressed(draft, dates.now() + HOUR, now=dates.now())
    page.goto(verb("disarm", draft, 1))
    page.get_by_label("It is not ready").check()
    page.get_by_role("button", name="Stop it").click()
    page.locator(".messagelist").get_by_text("is not armed any more").wait_for()
    page.go_back()
    page.get_by_text("Revision 1 is not armed.").wait_for()
    expect(page.get_by_role("button", name="Stop it")).to_have_count(0)

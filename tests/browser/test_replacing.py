"""What is armed is replaced from the issue's screen, in a browser."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import Page, expect

from digest.lib import dates
from digest.models import Edition
from tests.browser.atscreen import AtScreen
from tests.browser.test_screen import draft, named, opened, write
from tests.factories import pressed
from tests.newsroom.press.verbs import retitle

__all__ = ["draft"]


def test_difference_stays_open_while_somebody_writes_and_goes_out(page: Page, draft):
    pressed(draft, dates.now() + timedelta(days=3), now=dates.now())
    retitle(draft, "The pilots stay")
    page.reload()
    panel = page.locator("#panel")
    panel.get_by_text("What has been changed since").click()
    expect(panel.locator("ins")).to_contain_text("stay")
    write(opened(page, "Tides 1"), " Low at nine.")
    expect(panel.locator("ins").last).to_contain_text("Low at nine.")
    expect(panel.locator("ins").last).to_be_visible()
    desk = AtScreen(page)
    desk.click(panel.get_by_role("button", name="Replace what goes out"))
    expect(page.get_by_text("Revision 2 is armed for")).to_be_visible()
    assert "Low at nine." in named("Tides 1").body
    armed = Edition.objects.armed(dates.now()).get()
    assert (armed.revision, armed.text.title) == (2, "The pilots stay")

"""The button that takes a repeated prefix out of the title, in a browser."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.atscreen import AtScreen
from tests.factories import account, issue, publication, series
from tests.newsroom.desk.places import change


def test_repeated_prefix_is_taken_out_with_one_click_and_typing_goes_on(
    live_server, page: Page, client, complaints
):
    publication()
    draft = issue(series(title_prefix="Harbour Watch"), title="The pilots go home")
    client.force_login(account("vera", is_superuser=True))
    host = urlsplit(live_server.url).hostname
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "domain": host, "path": "/"}])
    page.goto(change(draft))
    desk = AtScreen(page)
    own = desk.opened(lambda: desk.click(page.locator(f"#own-{draft.uid} [data-open]")))
    title = own.get_by_label("Title", exact=True)
    title.fill("Harbour Watch – the pilots go home")
    button = own.get_by_role("button", name="Take it out of the title")
    expect(button).to_be_visible()
    button.click()
    expect(title).to_have_value("the pilots go home")
    expect(button).to_have_count(0)
    title.press("End")
    title.press_sequentially(" again")
    page.keyboard.press("Control+Enter")
    expect(own.locator("form")).to_have_count(0)
    draft.refresh_from_db()
    assert draft.title == "the pilots go home again"
    assert complaints == []

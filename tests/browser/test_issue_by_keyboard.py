"""An issue is written and pressed with the keyboard alone, from the log-in page on."""

from __future__ import annotations

import sys

from playwright.sync_api import Page, expect

from newsroom.models import Issue
from tests.browser import test_editor_presses_an_issue as script
from tests.browser import test_screen
from tests.browser.keys import Keys

newsroom = script.newsroom
draft = test_screen.draft


def log_in(keys: Keys) -> None:
    """The first field has the focus already, and Enter sends the form."""
    keys.page.goto("/admin/")
    expect(keys.page.get_by_label("Username")).to_be_focused()
    keys.type("vera")
    keys.fill(keys.page.get_by_label("Password"), "a long enough password")
    keys.press("Enter")
    expect(keys.page.get_by_role("heading", name="What needs me")).to_be_visible()
    # It is there once the page listens to keys.
    expect(keys.page.get_by_role("button", name="Keyboard shortcuts")).to_be_visible()


def write_lead(keys: Keys) -> None:
    """A link, a quotation and an emphasis by chords; the rest was written elsewhere."""
    lead = keys.opened(lambda: keys.click(keys.button("Write the lead analysis")))
    keys.type("The pilots of Port Ellery told the Harbour Ledger")
    for _word in range(4):
        keys.move("Control+Shift+ArrowLeft")
    keys.press("Control+k")
    expect(keys.page.get_by_role("combobox", name="An address, or words")).to_be_focused()
    keys.type("https://ledger.example/pilots")
    keys.press("Enter")
    keys.back_in(lead.locator(".ProseMirror"))
    keys.move("End")
    keys.type(" that they would not sail at night.")
    keys.press("Enter")
    keys.press("Control+Shift+b")
    keys.type("“Nobody asked us.”")
    keys.press("Enter")
    keys.press("Enter")
    keys.type("The owners were ")
    keys.press("Control+i")
    keys.type("not")
    keys.press("Control+i")
    keys.type(" amused.")
    keys.press("Enter")
    keys.paste(lead, "".join(f"<p>{text}</p>" for text in script.PARAGRAPHS))
    keys.done(lead)


def show_our_own(keys: Keys) -> None:
    """A card of an issue of ours: its address, and nothing else is asked."""
    own = keys.opened(lambda: keys.click(keys.button("Add a related link")))
    keys.fill(own.get_by_label("Address, or the title"), "/harbour-watch/low-water/")
    expect(own.get_by_text("A card of our own issue “Low water”")).to_be_visible()
    keys.done(own)


def write_card(keys: Keys, card: tuple[str, ...]) -> None:
    """A card of somebody else's article; its picture is closed, then the card."""
    for own in script.write_card(keys, *card):
        keys.done(own)


def write_everything(keys: Keys) -> None:
    """From top to bottom, as the keys go; a part that is written is closed."""
    keys.press("n")
    script.begin(keys)
    keys.done(script.write_title(keys))
    keys.done(script.show_picture(keys))
    write_lead(keys)
    keys.click(keys.button("Nothing this week: From the Harbour Office"))
    expect(keys.button("It has news: From the Harbour Office")).to_be_visible()
    keys.done(script.begin_section(keys))
    for title in ("Dredger", "Fares", "Lamp", "Herring"):
        brief = script.write_brief(keys, title)
        if title == "Lamp":
            script.add_outlet(keys)
        keys.done(brief)
    keys.press("Alt+ArrowUp")
    expect(keys.page.locator("#desk-said")).to_contain_text("Moved to place 3 of 4")
    first, _left_out, last = script.CARDS
    write_card(keys, first)
    show_our_own(keys)
    write_card(keys, last)
    keys.settled()


def test_issue_is_written_and_pressed_by_keyboard_alone(page: Page, newsroom, complaints, requests):
    keys = Keys(page)
    log_in(keys)
    write_everything(keys)
    script.press_it(keys)
    sys.stdout.write(f"keys: {keys.interactions}, letters: {keys.letters}\n")

    page.context.clear_cookies()
    page.goto("/")
    keys.click(page.get_by_role("link", name="Harbour Watch: The pilots go home").last)
    script.read(page)
    own = page.locator(".related .card").nth(1)
    expect(own.get_by_role("link", name="Low water")).to_be_visible()
    assert Issue.objects.latest("pk").analysis.body.count("<p>") == 13
    assert (complaints, requests) == ([], [])


def test_focus_stays_in_a_part_that_cannot_be_closed_yet(page: Page, draft):
    keys = Keys(page)
    keys.click(keys.button("Edit Tides 1"))
    own = page.locator(".own.open")
    title = own.get_by_label("Run-in title")
    expect(title).to_be_focused()
    page.route("**/screen/parts/**", lambda route: route.abort())
    keys.type("Ebb")
    keys.press("Control+Enter")
    expect(page.locator(".banner.offline")).to_be_visible()
    expect(title).to_be_focused()
    keys.type("ing")
    page.unroute("**/screen/parts/**")
    expect(own).to_have_count(0, timeout=15_000)
    expect(keys.button("Edit Ebbing")).to_be_focused()

"""The whole way in a browser: an editor writes an issue, presses it, and a reader reads it."""

from __future__ import annotations

import re
import sys

import pytest
from playwright.sync_api import Locator, Page, expect

from digest.lib import dates
from newsroom.models import Issue
from tests.browser.atscreen import AtScreen
from tests.browser.newsdesk import Newsdesk
from tests.factories import (
    HOUR,
    account,
    issue,
    label,
    outlet,
    person,
    pressed,
    publication,
    series,
    standing,
    topic,
)
from tests.newsroom.desk import uploads

#: The most that a whole issue may ask of its editor.
MOST = 90

LEAD = (
    '<p>The pilots of Port Ellery <a href="https://ledger.example/pilots">told the Harbour '
    "Ledger</a> that they would not sail at night.</p><blockquote><p>“Nobody asked us.”</p>"
    "</blockquote><p>The owners were <em>not</em> amused.</p>"
)
PARAGRAPHS = [
    "The owners say that the timetable was agreed in spring and that nobody objected then.",
    "The pilots say that what was agreed in spring was a trial of six weeks.",
    "Both have the minutes, and the minutes can be read either way.",
    "What is not in doubt is that eleven nights out of thirty had one pilot for two harbours.",
    "On two of those nights a tanker waited outside until it was light.",
    "The harbour office counts a wait as a success: nothing was hit.",
    "The insurers, who were not at the table, count it differently.",
    "By Friday three of them had asked for the rosters of the whole coast.",
    "A roster is not a secret, but it is not published either.",
    "If it were, the question of who is tired would answer itself.",
]
BRIEFS = {
    "Dredger": ("A dredger sank off the north pier.", ["https://ledger.example/dredger"]),
    "Fares": ("Crossing the sound costs a fifth more.", ["https://www.post.example/fares"]),
    "Herring": ("The herring came a month early.", ["https://sea.wire.example/herring"]),
    "Lamp": (
        "The lamp on the mole is dark again.",
        ["https://ledger.example/lamp", "https://www.gauge.example/lamp"],
    ),
}


@pytest.fixture
def newsroom(live_server):
    """A publication with a series, its standing section, an older issue, and an editor."""
    publication()
    weekly = series(name="Harbour Watch", slug="harbour-watch")
    older = issue(weekly, title="Low water")
    pressed(older, now=dates.now() - 24 * HOUR)
    standing(weekly, "From the Harbour Office")
    person("Ana Reis")
    topic("Night sailing")
    label("Analysis")
    label("Pilots", "section")
    for name, domain in [("Harbour Ledger", "ledger"), ("Sound Post", "post"), ("Wire", "wire")]:
        outlet(name, f"{domain}.example")
    account("vera", is_superuser=True)
    return weekly


CARDS = [
    ("Essay", "What tides remember", "A year beside a gauge.", "The gauge stands in a shed."),
    ("Ports", "The quay that moved", "Nobody signed for it.", "It began with a crack."),
    ("Pilots", "Two ladders, one ship", "An old rule returns.", "The second ladder hung lower."),
]


def write_everything(desk: AtScreen) -> None:
    """The issue on one screen, part by part; the form of a real one."""
    begin(desk)
    write_title(desk)
    html = LEAD + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    desk.paste(desk.opened(lambda: desk.click(desk.button("Write the lead analysis"))), html)
    begin_section(desk)
    for title in BRIEFS:
        write_brief(desk, title)
    add_outlet(desk)
    desk.click(desk.button("Nothing this week: From the Harbour Office"))
    show_picture(desk)
    for card in CARDS:
        write_card(desk, *card)
    desk.settled()


def begin(desk: AtScreen) -> None:
    """What the first form asks for; the screen follows."""
    desk.choose(desk.page.locator("#id_series"), "Harbour Watch")
    desk.fill(desk.page.locator("#id_title"), "The pilots go home")
    desk.click(desk.page.get_by_role("button", name="Save", exact=True))


def write_title(desk: AtScreen) -> Locator:
    """The title block, with everything it can have."""
    title = desk.opened(lambda: desk.click(desk.button("Edit The pilots go home")))
    desk.fill(title.get_by_label("Dek"), "Why nobody sails after dark.")
    desk.choose(title.get_by_label("Genre"), "Analysis")
    desk.choose(title.get_by_label("Section"), "Pilots")
    desk.fill(title.get_by_label("Another name"), "Ana Reis")
    desk.fill(title.get_by_label("Another topic: Enter adds it"), "Night sailing")
    desk.press("Enter")
    expect(title.locator(".chip", has_text="Night sailing")).to_be_visible()
    return title


def begin_section(desk: AtScreen) -> Locator:
    """The section of the briefs."""
    place = desk.opened(lambda: desk.click(desk.button("Add a section")))
    desk.fill(place.get_by_label("Heading", exact=True), "In other news")
    return place


def write_brief(desk: AtScreen, title: str) -> Locator:
    """One of the briefs, as the last of its section, with its sources."""
    text, addresses = BRIEFS[title]
    add = desk.button("Add a brief").last
    brief = desk.opened(lambda: desk.click(add))
    desk.fill(brief.get_by_label("Run-in title"), title)
    desk.paste(brief, f"<p>{text}</p>")
    for row, address in enumerate(addresses):
        desk.fill(brief.get_by_label("Address of the report").nth(row), address)
    return brief


def add_outlet(desk: AtScreen) -> None:
    """One outlet is not known yet: one key adds it."""
    offer = desk.page.get_by_role("button", name="Add “gauge.example” (Enter)")
    expect(offer).to_be_visible(timeout=12_000)
    desk.press("Enter")


def show_picture(desk: AtScreen) -> Locator:
    """The top picture, with its words."""
    wanted = desk.page.get_by_label("Top picture")
    picture = desk.opened(lambda: desk.upload(wanted, file("crane")))
    desk.fill(picture.get_by_label("Description"), "A crane over still water")
    desk.fill(picture.get_by_label("Caption"), "The crane has not moved since May.")
    desk.fill(picture.get_by_label("Made by"), "Rui Barros")
    return picture


def write_card(desk: AtScreen, label_: str, title: str, dek: str, opening: str) -> list[Locator]:
    """A card of somebody else's article, with its picture."""
    card = desk.opened(lambda: desk.click(desk.button("Add a related link")))
    address = f"https://quarterly.example/{len(title)}"
    desk.fill(card.get_by_label("Address, or the title"), address)
    desk.fill(card.get_by_label("Label"), label_)
    desk.fill(card.get_by_label("Title", exact=True), title)
    desk.fill(card.get_by_label("Dek"), dek)
    desk.paste(card, f"<p>{opening}</p>", "Opening")
    wanted = desk.page.get_by_label("Picture of the card").last
    shown = desk.opened(lambda: desk.upload(wanted, file(title)))
    desk.fill(shown.get_by_label("Description"), f"Seen from the quay: {title}")
    desk.fill(shown.get_by_label("Credit as received"), "Ines Duarte / Sound Post")
    return [shown, card]


def file(name: str) -> dict[str, object]:
    """A picture on the editor's computer."""
    picture = uploads.jpeg()
    return {"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": picture.read()}


def test_editor_writes_and_presses_an_issue_and_a_reader_reads_it(
    page: Page, newsroom, complaints, requests
):
    Newsdesk(page).log_in("vera", "a long enough password")
    desk = AtScreen(page)
    page.goto("/admin/newsroom/issue/add/")
    write_everything(desk)
    press_it(desk)
    sys.stdout.write(f"interactions: {desk.interactions}\n")
    assert desk.interactions < MOST

    page.context.clear_cookies()
    page.goto("/")
    page.get_by_role("link", name="Harbour Watch: The pilots go home").last.click()
    read(page)
    assert Issue.objects.latest("pk").analysis.body.count("<p>") == 13
    assert (complaints, requests) == ([], [])


def press_it(desk: AtScreen) -> None:
    """Preflight finds nothing; look, and press."""
    page = desk.page
    expect(page.get_by_text("None: the issue is ready.")).to_be_visible(timeout=12_000)
    desk.click(page.get_by_role("link", name="Press", exact=True))
    desk.click(page.get_by_role("button", name="Show what will happen"))
    expect(page.get_by_text("Its address is /harbour-watch/the-pilots-go-home/.")).to_be_visible()
    desk.click(page.get_by_role("button", name="Press it"))
    expect(page.get_by_text(re.compile("Revision 1 is live since"))).to_be_visible()


def read(page: Page) -> None:
    """Every element of the issue stands on the reader's page."""
    article = page.locator("article.issue")
    expect(article.get_by_role("heading", level=1)).to_have_text(
        "Harbour Watch: The pilots go home"
    )
    expect(article.locator(".kicker").first).to_have_text(re.compile("Analysis.*Pilots"))
    expect(article.locator(".dek")).to_have_text("Why nobody sails after dark.")
    expect(article.locator(".byline")).to_have_text("By Ana Reis")
    expect(article.locator("header time").first).to_have_text(re.compile(r"\d\d:\d\d E[SD]T$"))
    lead = article.locator(".lead")
    expect(lead.locator("blockquote")).to_have_text("“Nobody asked us.”")
    expect(lead.get_by_role("link", name="told the Harbour Ledger")).to_have_attribute(
        "href", "https://ledger.example/pilots"
    )
    expect(lead.locator("em")).to_have_text("not")
    image = article.get_by_alt_text("A crane over still water")
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("one => one.naturalWidth") > 0
    expect(article.locator("figcaption .caption")).to_have_text(
        "The crane has not moved since May."
    )
    expect(article.locator("figcaption .credit")).to_contain_text("Rui Barros")
    for title, (text, addresses) in BRIEFS.items():
        brief = article.locator(".brief", has=page.get_by_role("heading", name=title, exact=True))
        expect(brief).to_contain_text(text)
        for link, address in zip(brief.locator(".sources a").all(), addresses, strict=True):
            expect(link).to_have_attribute("href", address)
    outlets = ["Harbour Ledger", "Sound Post", "Wire", "Harbour Ledger", "gauge.example"]
    expect(article.locator(".sources a")).to_have_text(outlets)
    office = article.locator("section", has=page.get_by_role("heading", name="From the Harbour"))
    expect(office.locator(".nothing")).to_have_text("The office gave no briefing this week.")
    expect(article.get_by_role("link", name="Night sailing")).to_be_visible()
    cards = page.locator(".related .card")
    expect(cards).to_have_count(3)
    expect(cards.first.get_by_role("heading")).to_have_text("What tides remember")
    cards.first.get_by_text("Keep reading").click()
    expect(cards.first.get_by_text("The gauge stands in a shed.")).to_be_visible()
    expect(cards.last.get_by_role("heading")).to_have_text("Two ladders, one ship")
    expect(cards.last.locator("figcaption")).to_contain_text("Ines Duarte / Sound Post")
    latest = page.locator(".latest")
    expect(latest.get_by_role("link", name="Harbour Watch: Low water")).to_be_visible()

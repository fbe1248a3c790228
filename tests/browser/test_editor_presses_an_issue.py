"""The whole way in a browser: an editor writes an issue, presses it, and a reader reads it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from digest.lib import dates
from newsroom.models import Issue
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

LEAD = (
    '<p>The pilots of Port Ellery <a href="https://ledger.example/pilots">told the Harbour '
    "Ledger</a> that they would not sail at night.</p><blockquote><p>“Nobody asked us.”</p>"
    "</blockquote><p>The owners were <em>not</em> amused.</p>"
)
BRIEFS = {
    "Dredger": ("A dredger sank off the north pier.", "https://ledger.example/dredger"),
    "Fares": ("Crossing the sound costs a fifth more.", "https://www.post.example/fares"),
    "Herring": ("The herring came a month early.", "https://sea.wire.example/herring"),
    "Lamp": ("The lamp on the mole is dark again.", "https://ledger.example/lamp"),
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


def write_everything(desk: Newsdesk) -> None:
    """The issue, part by part."""
    page = desk.page
    page.goto("/admin/newsroom/issue/add/")
    page.locator("#id_series").select_option(label="Harbour Watch")
    desk.fill("Title", "The pilots go home")
    desk.save()

    desk.fill("Dek", "Why nobody sails after dark.")
    page.locator("#id_genre_label").select_option(label="Analysis")
    page.locator("#id_section_label").select_option(label="Pilots")
    desk.choose("bylines-0-person", "Ana Reis")
    desk.choose("issue_topics-0-tag", "Night sailing")
    page.get_by_role("button", name="Save and continue editing").click()
    page.get_by_text("was changed successfully").wait_for()

    desk.begin("Add the lead analysis")
    desk.paste(LEAD)
    desk.save()

    desk.begin("Add a section")
    desk.fill("Heading", "In other news")
    desk.save()
    for title, (text, address) in BRIEFS.items():
        desk.begin("Add a brief: In other news")
        desk.fill("Run-in title", title)
        desk.write(text)
        page.locator("#id_sources-0-address").fill(address)
        desk.save()

    page.get_by_role("link", name="From the Harbour Office", exact=True).click()
    page.locator("#id_state").select_option("nothing")
    desk.save()

    page.goto("/admin/newsroom/photo/add/")
    desk.fill("Name", "Crane at dusk")
    picture = uploads.jpeg()
    page.locator("#id_original").set_input_files(
        {"name": "crane.jpg", "mimeType": "image/jpeg", "buffer": picture.read()}
    )
    page.locator("#id_credit-0-creator").fill("Rui Barros")
    page.locator("#id_credit-0-licence").fill("CC BY 4.0")
    desk.save()
    page.goto(f"/admin/newsroom/issue/{Issue.objects.latest('pk').pk}/change/")
    desk.begin("Add the top picture")
    desk.choose("photo", "Crane")
    desk.fill("Description", "A crane over still water")
    desk.fill("Caption", "The crane has not moved since May.")
    desk.save()

    desk.begin("Add a related link")
    page.locator("#id_address").fill("https://quarterly.example/tides")
    page.locator("#id_label").fill("Essay")
    page.locator("#id_title").fill("What tides remember")
    page.locator("#id_dek").fill("A year beside a gauge.")
    desk.write("The gauge stands in a shed.", "opening")
    desk.save()
    desk.begin("Add a related link")
    desk.choose("folio", "low-water")
    desk.save()


def test_editor_writes_and_presses_an_issue_and_a_reader_reads_it(
    page: Page, newsroom, complaints, requests
):
    desk = Newsdesk(page)
    desk.log_in("vera", "a long enough password")
    write_everything(desk)
    expect(page.get_by_text(re.compile("findings? before it can be pressed"))).to_have_count(0)

    page.get_by_role("link", name="Preview", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("The pilots go home")
    page.go_back()
    page.get_by_role("link", name="Press", exact=True).click()
    page.get_by_role("button", name="Show what will happen").click()
    expect(page.get_by_text("Its address is /harbour-watch/the-pilots-go-home/.")).to_be_visible()
    page.get_by_role("button", name="Press it").click()
    expect(page.get_by_text(re.compile("Revision 1 is live since"))).to_be_visible()

    page.context.clear_cookies()
    page.goto("/")
    page.get_by_role("link", name="Harbour Watch: The pilots go home").last.click()
    read(page)
    assert (complaints, requests) == ([], [])


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
    expect(article.locator("figcaption .credit")).to_contain_text("Rui Barros, CC BY 4.0")
    for title, (text, address) in BRIEFS.items():
        brief = article.locator(".brief", has=page.get_by_role("heading", name=title, exact=True))
        expect(brief).to_contain_text(text)
        expect(brief.locator(".sources a")).to_have_attribute("href", address)
    outlets = ["Harbour Ledger", "Sound Post", "Wire", "Harbour Ledger"]
    expect(article.locator(".sources a")).to_have_text(outlets)
    office = article.locator("section", has=page.get_by_role("heading", name="From the Harbour"))
    expect(office.locator(".nothing")).to_have_text("The office gave no briefing this week.")
    expect(article.get_by_role("link", name="Night sailing")).to_be_visible()
    cards = page.locator(".related .card")
    expect(cards).to_have_count(2)
    expect(cards.first.get_by_role("heading")).to_have_text("What tides remember")
    cards.first.get_by_text("Keep reading").click()
    expect(cards.first.get_by_text("The gauge stands in a shed.")).to_be_visible()
    expect(cards.last.get_by_role("heading")).to_have_text("Harbour Watch: Low water")

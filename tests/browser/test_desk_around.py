"""The desk around the issue's screen, in a browser: accessible, in both themes and on a phone."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from digest.lib import dates
from digest.models import Notice, Outlet, Person, Publication, Series, Topic
from newsroom.models import Issue, JournalEntry, Label, Photo, Staff
from newsroom.writing.saving import save_part
from tests.factories import (
    DAY,
    HOUR,
    account,
    empty_issue,
    issue,
    notice,
    person,
    photo,
    pressed,
    publication,
    series,
    small_photo,
    standing,
    top_picture,
)

#: What stands in no template of ours: the rich text editor's package names no text box.
STOCK = [("aria-input-field-name", 'class="tiptap ProseMirror"')]

THEMES = ("light", "dark")
WIDTHS = (360, 1280)


def listing(model):
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/"


def form(model):
    return lambda: f"{listing(model)}{model.objects.first().pk}/change/"


PAGES = {
    "what needs me": lambda: "/admin/",
    "issues": lambda: listing(Issue),
    "narrowed issues": lambda: listing(Issue) + "?state=draft&q=fog",
    "photos": lambda: listing(Photo),
    "outlets": lambda: listing(Outlet),
    "people": lambda: listing(Person),
    "topics": lambda: listing(Topic),
    "labels": lambda: listing(Label),
    "series": lambda: listing(Series),
    "notices": lambda: listing(Notice),
    "staff": lambda: listing(Staff),
    "journal": lambda: listing(JournalEntry),
    "journal entry": form(JournalEntry),
    "accounts": lambda: "/admin/auth/user/",
    "photo": form(Photo),
    "outlet": form(Outlet),
    "person": form(Person),
    "topic": form(Topic),
    "label": form(Label),
    "one series": form(Series),
    "notice": form(Notice),
    "preview of a notice": lambda: f"{listing(Notice)}{Notice.objects.first().pk}/preview/",
    "publication": form(Publication),
    "member of staff": form(Staff),
    "new notice": lambda: listing(Notice) + "add/",
    "new issue": lambda: listing(Issue) + "add/",
    "deleting": lambda: f"{listing(Label)}{Label.objects.first().pk}/delete/",
    "history": lambda: f"{listing(Label)}{Label.objects.first().pk}/history/",
    "password": lambda: "/admin/password_change/",
}


@pytest.fixture
def newsroom(live_server):
    """Something in every list, and on the first page in each of its parts."""
    publication()
    vera = account("vera", is_superuser=True, first_name="Vera", last_name="Lund")
    Staff.objects.create(person=person("Vera Lund"), account=vera)
    weekly = series(description="<p>From the pier.</p>")
    standing(weekly)
    at = dates.now()
    mine = empty_issue(weekly, title="Fog at the outer roads")
    save_part(mine, seen=1, values={"dek": "Thick."}, by=vera)
    empty_issue(weekly, title="Silt")
    out = issue(title="The pilots go home")
    top_picture(out, small_photo(rights_until=at + DAY))
    pressed(out, now=at - HOUR)
    save_part(out, seen=1, values={"dek": "Another."})
    pressed(issue(title="Ice on the bar"), at + DAY, now=at)
    photo(ready=False, credit="")
    notice(starts_at=at - HOUR, ends_at=at + DAY)
    notice("<p>For one series.</p>", starts_at=at + HOUR, ends_at=at + DAY, series=weekly)
    return vera


@pytest.fixture
def at_the_desk(newsroom, live_server, page: Page, client) -> Page:
    """A browser that is logged in."""
    client.force_login(newsroom)
    host = urlsplit(live_server.url).hostname
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "domain": host, "path": "/"}])
    return page


def own(findings: list[str]) -> list[str]:
    """Those that are not the package's."""
    return [
        one
        for one in findings
        if not any(one.startswith(f"{rule}:") and part in one for rule, part in STOCK)
    ]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_has_an_accessibility_finding_breaks_the_policy_or_overflows(
    at_the_desk: Page, axe_findings, complaints, requests, width
):
    page = at_the_desk
    page.set_viewport_size({"width": width, "height": 800})
    wrong = []
    for name, address in PAGES.items():
        page.goto(address())
        page.wait_for_load_state("networkidle")
        # Before axe, which adds a style of its own to what it looks at.
        wrong += [f"{name}: {one}" for one in (*complaints, *requests)]
        if (wide := overflow(page)) > 0:
            wrong.append(f"{name}: {wide} pixels too wide")
        for theme in THEMES:
            page.emulate_media(reduced_motion="reduce", color_scheme=theme)
            wrong += [f"{name}, {theme}: {one}" for one in own(axe_findings())]
        complaints.clear()
        requests.clear()
    assert not wrong, "\n".join(wrong)


#: What somebody may paste as a name: nothing to break it at.
LONG = "Hafenbetriebsgesellschaftsaufsichtsratsvorsitzendenwahl"


def test_no_form_and_no_deletion_is_wider_than_a_phone(at_the_desk: Page):
    page = at_the_desk
    page.set_viewport_size({"width": 360, "height": 740})
    draft = issue(title=f"{LONG} and more")
    top_picture(draft, photo(credit=LONG))
    pressed(draft)
    for model in (Person, Topic, Outlet, Series, Label, Photo):
        model.objects.filter(pk=model.objects.last().pk).update(name=LONG)
    Outlet.objects.last().domains.create(domain=f"{LONG.lower()}.example")
    Notice.objects.update(text=f"<p>{LONG}</p>")
    Publication.objects.update(name=LONG, tagline=LONG)
    wide = []
    for model in (Person, Series, Outlet, Topic, Notice, Publication, Photo, Staff, Label):
        at = [f"{listing(model)}add/", listing(model)]
        for row in model.objects.all():
            at += [f"{listing(model)}{row.pk}/{verb}/" for verb in ("change", "delete", "history")]
        for address in at:
            page.goto(address)
            if overflow(page) > 0:
                wide.append((address, overflow(page)))
    assert wide == []


def test_what_is_printed_has_nothing_to_press(at_the_desk: Page):
    page = at_the_desk
    page.goto("/admin/")
    assert page.locator("#board :is(button, form, .deeds)").count() > 0
    page.emulate_media(media="print")
    for address in ("/admin/", PAGES["issues"](), form(Issue)(), PAGES["photo"]()):
        page.goto(address)
        pressable = page.locator("button, input[type=submit], nav, .deeds, #board form, a.button")
        assert [one for one in pressable.all() if one.is_visible()] == [], address
    page.goto("/admin/")
    expect(page.get_by_role("heading", name="The board")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", THEMES)
def test_log_in_page_is_accessible(live_server, page: Page, axe_findings, complaints, theme, width):
    publication()
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(reduced_motion="reduce", color_scheme=theme)
    page.goto("/admin/login/")
    assert (complaints, overflow(page)) == ([], 0)
    assert axe_findings() == []


@pytest.mark.parametrize("theme", THEMES)
def test_menu_and_dialog_are_accessible_when_open(at_the_desk: Page, axe_findings, theme):
    page = at_the_desk
    page.emulate_media(reduced_motion="reduce", color_scheme=theme)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/admin/")
    expect(page.get_by_role("navigation", name="Desk")).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("link", name="Notices", exact=True)).to_be_visible()
    assert axe_findings() == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    assert axe_findings() == []


def test_theme_chosen_by_hand_wins_over_the_system(at_the_desk: Page, axe_findings):
    page = at_the_desk
    page.emulate_media(reduced_motion="reduce", color_scheme="light")
    page.goto("/admin/newsroom/issue/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    # From auto to dark.
    page.locator(".theme-toggle").click()
    assert page.evaluate("document.documentElement.dataset.theme") in {"dark", "light"}
    while page.evaluate("document.documentElement.dataset.theme") != "dark":
        page.locator(".theme-toggle").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    assert own(axe_findings()) == []


def test_question_mark_lists_the_shortcuts_and_escape_gives_the_focus_back(at_the_desk: Page):
    page = at_the_desk
    page.goto("/admin/")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    page.keyboard.press("?")
    expect(dialog).to_be_visible()
    assert "Issues" in dialog.inner_text()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    button = page.get_by_role("button", name="Keyboard shortcuts")
    button.click()
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    expect(button).to_be_focused()


def test_shortcuts_lead_where_they_say(at_the_desk: Page):
    page = at_the_desk
    page.goto("/admin/digest/topic/")
    page.keyboard.press("g")
    page.keyboard.press("i")
    page.wait_for_url("**/admin/newsroom/issue/")
    page.keyboard.press("/")
    expect(page.locator("#searchbar")).to_be_focused()
    # What is typed is text, not a shortcut.
    page.keyboard.type("n?g")
    expect(page.locator("#searchbar")).to_have_value("n?g")
    expect(page.locator("#shortcuts")).to_be_hidden()
    page.locator("h1").click()
    page.keyboard.press("g")
    page.keyboard.press("h")
    page.wait_for_url("**/admin/")
    page.keyboard.press("n")
    page.wait_for_url("**/admin/newsroom/issue/add/")


def test_nothing_is_a_shortcut_in_a_rich_text_editor(at_the_desk: Page):
    page = at_the_desk
    page.goto(form(Notice)())
    page.locator(".ProseMirror[contenteditable=true]").click()
    page.keyboard.type("n ? gi")
    assert "n ? gi" in page.locator(".ProseMirror[contenteditable=true]").inner_text()
    expect(page.locator("#shortcuts")).to_be_hidden()


def test_control_s_saves_and_stays(at_the_desk: Page):
    page = at_the_desk
    page.goto(form(Topic)())
    page.get_by_label("Name").fill("Dredging")
    page.keyboard.press("Control+s")
    page.locator(".messagelist").get_by_text("changed successfully").wait_for()
    assert page.url.endswith("/change/")
    assert Topic.objects.filter(name="Dredging").exists()


def test_control_s_never_confirms_a_deletion(at_the_desk: Page):
    page = at_the_desk
    before = Label.objects.count()
    page.goto(PAGES["deleting"]())
    page.keyboard.press("Control+s")
    page.wait_for_timeout(300)
    assert page.url.endswith("/delete/")
    assert Label.objects.count() == before


def test_single_keys_can_be_switched_off(at_the_desk: Page):
    page = at_the_desk
    page.goto("/admin/")
    page.keyboard.press("?")
    page.get_by_label("Single keys act").uncheck()
    page.keyboard.press("Escape")
    page.goto("/admin/newsroom/issue/")
    page.keyboard.press("?")
    expect(page.locator("#shortcuts")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#searchbar")).not_to_be_focused()
    page.get_by_role("button", name="Keyboard shortcuts").click()
    expect(page.locator("#shortcuts")).to_be_visible()


def test_filter_opens_closes_and_narrows_by_keyboard(at_the_desk: Page):
    page = at_the_desk
    page.goto("/admin/newsroom/issue/")
    menu = page.locator("details.menu").first
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link", name="draft")).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu.get_by_role("link", name="draft")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    menu.get_by_role("link", name="draft").click()
    page.wait_for_url("**?state=draft")
    expect(page.locator("details.menu").first.locator("summary")).to_contain_text("draft")

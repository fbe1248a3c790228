"""The rich text editor on stock forms: its name, its toolbar, its links, and what is stored."""

from __future__ import annotations

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from digest.lib import dates, html
from digest.lib.addresses import is_mail_address, is_web_address, unwrapped
from digest.models import Series
from tests.browser.keys import NEXT_FRAME
from tests.browser.newsdesk import Newsdesk
from tests.digest.lib import test_addresses as tables
from tests.digest.lib.hostile import ADDRESSES as HOSTILE
from tests.factories import issue, pressed, series
from tests.newsroom.desk.places import change

MODULES = f"{settings.STATIC_URL}js/desk"
EDITOR = f'(await import("{MODULES}/editor.js"))'
ADDRESSES = f'(await import("{MODULES}/addresses.js"))'


class Writer:
    """Somebody at the editor of one series' description."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.row = series()
        page.goto(change(self.row))
        self.text = page.locator(".ProseMirror[contenteditable]")
        self.text.click()

    def press(self, button: str) -> None:
        """A button of the toolbar."""
        self.page.locator(".prose-menubar").get_by_role("button", name=button, exact=True).click()

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def move(self, keys: str) -> None:
        """Move the caret; the editor hears of it a frame later."""
        self.page.keyboard.press(keys)
        self.page.evaluate(NEXT_FRAME)

    def select(self, count: int) -> None:
        """That many characters before the caret, as soon as the editor knows of the caret."""
        self.page.evaluate(
            f"""async (count) => {{
                const editor = {EDITOR}.editorOf(document.querySelector("#id_description"));
                const to = editor.state.doc.content.size - 1;
                editor.commands.setTextSelection({{ from: to - count, to }});
            }}""",
            count,
        )

    @property
    def held(self) -> str:
        """What the editor holds, as it would send it."""
        return self.page.locator("#id_description").input_value()

    def store(self) -> str:
        """Save, and read what is stored."""
        Newsdesk(self.page).save()
        return Series.objects.get(pk=self.row.pk).description


@pytest.fixture
def writer(page: Page, desk) -> Writer:
    """At work."""
    return Writer(page)


@pytest.fixture
def link_field(page: Page):
    """Where an address or words of a title are typed."""
    return page.get_by_role("combobox", name="An address, or words of the title")


LINK = "link, also to an issue of ours"


def test_editor_is_a_text_box_with_the_name_of_its_field(page: Page, writer):
    box = page.get_by_role("textbox", name="Description:", exact=True)
    expect(box).to_have_attribute("aria-multiline", "true")
    page.get_by_role("textbox", name="Rhythm").click()
    page.get_by_text("Description:", exact=True).click()
    expect(box).to_be_focused()
    assert box.evaluate("one => one.spellcheck")


def test_editors_are_closed_and_opened_again_within_the_policy(page: Page, writer, complaints):
    for _ in range(3):
        page.evaluate(f"async () => {EDITOR}.closeEditors(document)")
        expect(writer.text).to_have_count(0)
        page.evaluate(f"async () => {EDITOR}.openEditors(document)")
        expect(writer.text).to_have_count(1)
    assert complaints == []
    # The style that tiptap brings along is still there.
    assert writer.text.evaluate("one => getComputedStyle(one).whiteSpace") == "break-spaces"


def test_editor_of_a_field_that_is_gone_meanwhile_is_not_kept(page: Page, writer, complaints):
    left = page.evaluate(
        f"""async () => {{
            const {{ openEditors, closeEditors, editorOf }} = {EDITOR};
            const field = document.querySelector("#id_description");
            closeEditors(document);
            const opening = openEditors(field.parentElement);
            field.remove();
            await opening;
            return [editorOf(field) === undefined, document.querySelectorAll(".tiptap").length];
        }}"""
    )
    assert (left, complaints) == ([True, 0], [])


def test_every_button_makes_what_is_stored(page: Page, writer, complaints):
    buttons = page.locator(".prose-menubar button")
    names = buttons.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    pressed_buttons = []

    def press(name: str) -> None:
        writer.press(name)
        pressed_buttons.append(name)

    writer.type("Large")
    press("heading 3")
    writer.type("\nSmall")
    press("heading 4")
    press("paragraph")
    press("heading 4")
    writer.type("\nPlain & < ")
    press("bold")
    writer.type("bold")
    press("bold")
    writer.type(" ")
    press("italic")
    writer.type("leaning")
    press("italic")
    writer.type(" 10")
    press("superscript")
    writer.type("6")
    press("superscript")
    writer.type(" CO")
    press("subscript")
    writer.type("2")
    press("subscript")
    writer.type(" the Ledger")
    page.keyboard.press("Shift+Enter")
    writer.type("next line\n")
    writer.type("one\ntwo")
    press("unordered list")
    writer.type("\n\nfirst\nsecond")
    press("ordered list")
    writer.type("\n\nquoted")
    press("blockquote")
    writer.type("more")
    press("undo")
    press("redo")
    press(LINK)
    page.keyboard.type("https://ledger.example/a?b=1&c=2\n")
    writer.select(3)
    press("remove link")
    assert {*pressed_buttons} == {*names}

    held = writer.held
    assert html.clean(held) == held
    assert {*ELEMENTS, "ListItem", "Menu", "NoSpellCheck"} == {*html.EXTENSIONS}
    for made in ELEMENTS.values():
        assert made in held
    assert writer.store() == held
    assert complaints == []


#: Extension -> what shows that it was at work. The others make nothing by themselves.
ELEMENTS = {
    "Link": '<a href="https://ledger.example/a?b=1&amp;c=2">https:',
    "Bold": "<strong>bold</strong>",
    "Italic": "<em>leaning</em>",
    "Superscript": "10<sup>6</sup> CO",
    "Subscript": "CO<sub>2</sub> the",
    "Heading": "<h3>Large</h3><h4>Small</h4>",
    "Blockquote": "<blockquote><p>quoted",
    "BulletList": "<ul><li><p>two</p></li></ul>",
    "OrderedList": "<ol><li><p>second</p></li></ol>",
    "HardBreak": "the Ledger<br>next line",
}


def test_letters_are_raised_or_lowered_by_keys_and_not_both(page: Page, writer):
    writer.type("10")
    page.keyboard.press("Control+.")
    writer.type("6")
    writer.select(1)
    page.keyboard.press("Control+,")
    assert writer.held == "<p>10<sub>6</sub></p>"


#: Typed -> set.
LINKS = {
    "https://ledger.example/a?b=1&c=2#d": "https://ledger.example/a?b=1&amp;c=2#d",
    "http://ledger.example": "http://ledger.example",
    "  https://ledger.example/ ": "https://ledger.example/",
    "mailto:desk@strait.example": "mailto:desk@strait.example",
    "https://www.google.com/url?q=https://ledger.example/x&sa=D": "https://ledger.example/x",
}


def test_link_that_readers_can_follow_is_set_on_what_is_selected(page: Page, writer, link_field):
    writer.type("the Ledger")
    for typed, address in LINKS.items():
        writer.select(6)
        page.keyboard.press("Control+k")
        expect(link_field).to_be_focused()
        link_field.fill(typed)
        page.keyboard.press("Enter")
        expect(writer.text).to_be_focused()
        assert writer.held == f'<p>the <a href="{address}">Ledger</a></p>'
    held = writer.held
    assert writer.store() == held


def test_link_is_changed_and_taken_away_where_the_caret_is(page: Page, writer, link_field):
    writer.press(LINK)
    page.keyboard.type("https://ledger.example/\n")
    assert writer.held == '<p><a href="https://ledger.example/">https://ledger.example/</a></p>'
    writer.type(" says so")
    # Not Home: the start is where browsers put a caret by mistake, and at once after it was
    # focused the editor takes it back from there.
    for _letter in " says so/":
        writer.move("ArrowLeft")
    writer.press(LINK)
    expect(link_field).to_have_value("https://ledger.example/")
    page.keyboard.type("mailto:desk@strait.example\n")
    changed = '<a href="mailto:desk@strait.example">https://ledger.example/</a>'
    assert writer.held == f"<p>{changed} says so</p>"
    writer.press("remove link")
    assert writer.store() == "<p>https://ledger.example/ says so</p>"


def test_link_that_leads_nowhere_is_refused_in_words(page: Page, writer, link_field):
    writer.type("Ledger")
    writer.select(6)
    writer.press(LINK)
    for address in ["javascript:alert(1)", "/relative", "//evil.example/", "ledger.example", ""]:
        link_field.fill(address)
        page.keyboard.press("Enter")
        expect(page.get_by_text("No reader could follow that.")).to_be_visible()
        expect(link_field).to_have_attribute("aria-invalid", "true")
        expect(link_field).to_be_focused()
    page.keyboard.press("Escape")
    expect(link_field).to_have_count(0)
    expect(writer.text).to_be_focused()
    assert writer.store() == "<p>Ledger</p>"


@pytest.fixture
def own_issues(settings):
    """Two live issues and a draft, on a site of our own."""
    settings.SITE_URL = "https://strait.example"
    weekly = series(name="Harbour Watch", slug="harbour-watch", title_prefix="")
    for title in ("Ice edge", "Night pilots", "The pilots go home"):
        pressed(issue(weekly, title=title), now=dates.now())
    issue(weekly, title="Pilots: a draft")


def test_own_issue_is_found_by_its_title_and_linked(page: Page, own_issues, writer, link_field):
    writer.type("As we wrote.")
    writer.select(9)
    writer.press(LINK)
    options = page.get_by_role("listbox", name="Our issues").get_by_role("option")
    expect(options).to_have_text(
        [
            "The pilots go home Harbour Watch 3",
            "Night pilots Harbour Watch 2",
            "Ice edge Harbour Watch 1",
        ]
    )
    page.keyboard.type("PILOTS")
    expect(options).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.last).to_have_attribute("aria-selected", "true")
    assert link_field.get_attribute("aria-activedescendant") == options.last.get_attribute("id")
    page.keyboard.press("Enter")
    address = "https://strait.example/harbour-watch/night-pilots/"
    stored = f'<p>As <a href="{address}">we wrote.</a></p>'
    assert (writer.held, writer.store()) == (stored, stored)


def test_title_is_written_where_nothing_is_selected(page: Page, own_issues, writer):
    writer.type("See ")
    writer.press(LINK)
    page.keyboard.type("ice")
    page.get_by_role("option", name="Ice edge").click()
    writer.type(", please.")
    address = "https://strait.example/harbour-watch/ice-edge/"
    assert writer.store() == f'<p>See <a href="{address}">Ice edge</a>, please.</p>'


def test_words_of_no_title_are_answered(page: Page, own_issues, writer):
    writer.press(LINK)
    page.keyboard.type("draft")
    expect(page.get_by_text("No issue that readers have now has these words")).to_be_visible()


def test_toolbar_and_link_dialog_stay_in_sight_beside_a_long_text(page: Page, writer, link_field):
    Series.objects.filter(pk=writer.row.pk).update(description="<p>Fog.</p>" * 60)
    page.goto(change(writer.row))
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        writer.text.click()
        page.keyboard.press("Control+End")
        page.keyboard.press("Control+k")
        expect(link_field).to_be_in_viewport()
        toolbar = page.locator(".prose-menubar").bounding_box()
        assert toolbar["y"] == 0
        assert page.locator(".link-dialog").bounding_box()["y"] >= toolbar["height"]
        assert page.evaluate("scrollY") > 200
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.keyboard.press("Escape")


def test_link_dialog_has_no_accessibility_finding(
    page: Page, own_issues, writer, axe_findings, complaints
):
    writer.press(LINK)
    expect(page.get_by_role("listbox", name="Our issues").get_by_role("option")).to_have_count(3)
    page.keyboard.press("ArrowDown")
    assert complaints == []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert axe_findings(context=".prose-editor") == []


def test_browser_and_server_agree_about_addresses(page: Page, writer):
    rows = [*tables.GOOD, *tables.BAD, *HOSTILE, "mailto:a@b.example", "mailto:é@b.example"]
    judged = page.evaluate(
        f"async (rows) => {{ const {{ isAddress }} = {ADDRESSES}; return rows.map(isAddress); }}",
        rows,
    )
    expected = [is_web_address(one) or is_mail_address(one) for one in rows]
    assert list(zip(rows, judged, strict=True)) == list(zip(rows, expected, strict=True))
    rows = [*(written for written, _ in tables.WRAPPED), *tables.NOT_WRAPPED]
    found = page.evaluate(
        f"async (rows) => {{ const {{ unwrapped }} = {ADDRESSES}; return rows.map(unwrapped); }}",
        rows,
    )
    assert found == [unwrapped(one) for one in rows]

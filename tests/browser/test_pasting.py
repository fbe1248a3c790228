"""What is pasted from other programs keeps its words, links and meaning, and nothing else."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from digest.lib import dates, html, raised
from digest.models import Series
from tests.browser.clipboards import CLIPBOARDS
from tests.browser.dragging import drag
from tests.browser.newsdesk import Newsdesk
from tests.browser.pasted import HEAVY, LEVELS, SAID, TIDIED
from tests.factories import issue, pressed, series
from tests.newsroom.desk.places import change, press

TIDY = '(await import("/static/js/desk/paste.js")).tidy'


def test_pastes_are_stored_as_what_they_mean(page: Page, desk: Newsdesk, complaints, requests):
    stored = {}
    for program, clipboard in CLIPBOARDS.items():
        weekly = series()
        page.goto(change(weekly))
        desk.paste(clipboard.html, "description")
        desk.save()
        weekly.refresh_from_db()
        stored[program] = weekly.description
    assert stored == {program: one.stored for program, one in CLIPBOARDS.items()}
    # Handlers in what is pasted are refused by the policy as it is read, and then dropped.
    assert [one for one in complaints if "inline event handler" not in one] == []
    assert requests == []


def test_expected_texts_are_what_the_cleaner_lets_through():
    for program, clipboard in CLIPBOARDS.items():
        assert html.clean(clipboard.stored) == clipboard.stored, program


LIST = (
    "<p class=MsoListParagraph style='mso-list:l{of} level{level} lfo{of}'><![if !supportLists]>"
    "<span style='mso-list:Ignore'>{marker}<span>&nbsp; </span></span><![endif]>{words}</p>"
)


def listed(*items: tuple[int, int, str, str]) -> str:
    """A list in Word's way: (number of the list, level, marker, words) each."""
    return "\n".join(
        LIST.format(of=of, level=level, marker=marker, words=words)
        for of, level, marker, words in items
    )


WORD_LISTS = [
    (listed((0, 1, "·", "a"), (0, 1, "·", "b")), "<ul><li>a</li><li>b</li></ul>"),
    (listed((0, 1, "o", "a")), "<ul><li>a</li></ul>"),
    (listed((0, 1, "1.", "a"), (0, 1, "2.", "b")), "<ol><li>a</li><li>b</li></ol>"),
    (listed((0, 1, "(a)", "a")), "<ol><li>a</li></ol>"),
    (listed((0, 1, "iv)", "a")), "<ol><li>a</li></ol>"),
    (
        listed((0, 1, "1.", "a"), (0, 2, "a.", "b"), (0, 3, "·", "c"), (0, 1, "2.", "d")),
        "<ol><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li><li>d</li></ol>",
    ),
    (listed((0, 1, "·", "a"), (1, 1, "1.", "b")), "<ul><li>a</li></ul><ol><li>b</li></ol>"),
    (listed((0, 3, "·", "a"), (0, 1, "·", "b")), "<ul><li>a</li></ul><ul><li>b</li></ul>"),
    (
        listed((0, 1, "·", "a")) + "<p>between</p>" + listed((0, 1, "·", "b")),
        "<ul><li>a</li></ul>between<ul><li>b</li></ul>",
    ),
]


@pytest.fixture
def tidied(page: Page, desk: Newsdesk):
    """A function that tidies several texts in the browser."""
    page.goto(change(series()))
    return lambda rows: page.evaluate(
        f"async (rows) => {{ const tidy = {TIDY}; return rows.map((row) => tidy(row)); }}", rows
    )


def test_small_things_are_tidied(tidied):
    found = tidied([written for written, _ in TIDIED])
    assert list(zip((written for written, _ in TIDIED), found, strict=True)) == TIDIED


def test_word_lists_become_lists(tidied):
    found = tidied([written for written, _ in WORD_LISTS])
    bare = [re.sub("</?p>", "", one) for one in found]
    assert bare == [expected for _, expected in WORD_LISTS]


def test_what_is_left_out_is_counted_and_said_in_one_line(page: Page, desk: Newsdesk):
    page.goto(change(series()))
    found = page.evaluate(
        """async (rows) => {
            const { tidied } = await import("/static/js/desk/paste.js");
            const { wordFor } = await import("/static/js/desk/pasteword.js");
            return rows.map((row) => wordFor(tidied(row).left));
        }""",
        [written for written, _ in SAID],
    )
    assert list(zip((written for written, _ in SAID), found, strict=True)) == SAID


def test_word_about_a_paste_stands_below_the_text_until_the_next(
    page: Page, desk: Newsdesk, axe_findings
):
    page.goto(change(series()))
    desk.paste("<p>The pilots <s>never </s>sail: 10<sup>6</sup> t.</p>", "description")
    said = page.locator(".field-description").get_by_role("status")
    expect(said).to_have_text("Not taken along: 1 struck-out passage.")
    page.keyboard.type(" And more.")
    expect(said).to_have_text("Not taken along: 1 struck-out passage.")
    assert axe_findings() == []
    desk.paste("<p>Nothing else.</p>", "description")
    expect(said).to_have_count(0)
    desk.save()
    stored = Series.objects.get().description
    assert stored.startswith("<p>The pilots sail: 10<sup>6</sup> t. And more.")


PASTE = """([selector, html, text]) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", text);
    const event = {clipboardData: data, bubbles: true, cancelable: true};
    const field = document.querySelector(selector);
    field.focus();
    return field.dispatchEvent(new ClipboardEvent("paste", event));
}"""


def test_plain_fields_get_raised_letters_and_no_struck_out_words(page: Page, desk: Newsdesk):
    page.goto(change(series()))
    field = page.locator("#id_rhythm")
    field.fill("")
    html_ = (
        "<p>10<sup>6</sup> t on 5 km<sup>2</sup>, <s>no </s>CO<sub>2</sub>"
        "<sup><a href='#fn1'>1</a></sup></p><p>b</p>"
    )
    assert not page.evaluate(PASTE, ["#id_rhythm", html_, "106 t"])
    expect(field).to_have_value("10⁶ t on 5 km², CO₂ b")
    said = page.locator(".field-rhythm").get_by_role("status")
    expect(said).to_have_text("Not taken along: 1 struck-out passage, 1 footnote mark.")
    # What has none of it is the browser's business.
    assert page.evaluate(PASTE, ["#id_rhythm", "<p>Plain <b>words</b></p>", "Plain words"])
    expect(said).to_have_count(0)


#: A passage of another program beside the page, for dragging; says what comes with the drag.
DRAGGED = """([name, html]) => {
    document.querySelector("#dragged")?.remove();
    const passage = Object.assign(document.createElement("p"), {id: "dragged", draggable: true});
    passage.textContent = "drag me";
    passage.addEventListener("dragstart", ({dataTransfer}) => {
        dataTransfer.setData("text/html", html);
        dataTransfer.setData("text/plain", "106 t, never");
    });
    document.querySelector(`.${name}`).before(passage);
}"""


def drop(page: Page, field: Locator, html_: str, *, x: int) -> None:
    """Drag a passage onto a field, `x` pixels from its left."""
    row = field.evaluate("(one) => [...one.closest('.form-row').classList].at(-1)")
    page.evaluate(DRAGGED, [row, html_])
    drag(page, page.locator("#dragged"), field, at={"x": x, "y": 15})


@pytest.mark.parametrize("name", ["rhythm", "description"], ids=["plain", "rich"])
def test_what_is_dropped_is_taken_as_what_is_pasted(page: Page, desk: Newsdesk, name):
    page.goto(change(series()))
    row = page.locator(f".field-{name}")
    field = row.locator("#id_rhythm, .ProseMirror")
    field.fill("Before ")
    html_ = "<p>10<sup>6</sup> t<s>, never</s><sup><a href='#fn1'>1</a></sup></p>"
    drop(page, field, html_, x=300)
    said = row.get_by_role("status")
    expect(said).to_have_text("Not taken along: 1 struck-out passage, 1 footnote mark.")
    if name == "rhythm":
        expect(field).to_have_value("Before 10⁶ t")
    else:
        expect(field).to_have_text("Before 106 t")
        expect(field.locator("sup")).to_have_text("6")
    # What has none of it is the browser's business, and nothing is said of it.
    drop(page, field, "<p>106 t, never</p>", x=300)
    expect(said).to_have_count(0)
    words = field.input_value() if name == "rhythm" else field.inner_text()
    assert words.count("106 t, never") == 1


def test_drop_goes_where_the_pointer_is_and_can_be_undone(page: Page, desk: Newsdesk):
    page.goto(change(series()))
    field = page.locator("#id_rhythm")
    field.fill("Before after")
    drop(page, field, "<p>10<sup>6</sup> t</p>", x=2)
    expect(field).to_have_value("10⁶ tBefore after")
    page.keyboard.press("Control+z")
    expect(field).to_have_value("Before after")


def test_browser_and_server_write_raised_letters_alike(page: Page, desk: Newsdesk):
    page.goto(change(series()))
    found = page.evaluate(
        """async (rows) => {
            const { written } = await import("/static/js/desk/raised.js");
            return rows.map(([level, words]) => written(level, words));
        }""",
        LEVELS,
    )
    assert found == [raised.written(level, words) for level, words in LEVELS]


@pytest.mark.parametrize("name", HEAVY)
def test_time_of_a_paste_grows_with_its_size(page: Page, desk: Newsdesk, name):
    page.goto(change(series()))
    spent = page.evaluate(
        """async (texts) => {
            const { tidied } = await import("/static/js/desk/paste.js");
            const times = texts.map((text) => {
                let best = Infinity;
                for (let n = 0; n < 3; n += 1) {
                    const begin = performance.now();
                    tidied(text);
                    best = Math.min(best, performance.now() - begin);
                }
                return best;
            });
            return times;
        }""",
        [HEAVY[name][: len(HEAVY[name]) // 8], HEAVY[name]],
    )
    # Eight times the text: sixty-four times the time where it grows with the square.
    assert spent[1] < 30 * max(spent[0], 2), spent


def test_note_for_readers_gets_raised_letters_on_a_page_without_an_editor(
    page: Page, desk: Newsdesk, complaints
):
    draft = issue()
    pressed(draft, now=dates.now())
    page.goto(press(draft))
    note = page.get_by_label("Note for readers")
    html_ = "<p>We wrote 106; it was 10<sup>6</sup> t.</p>"
    assert not page.evaluate(PASTE, ["[name=note]", html_, "We wrote 106; it was 106 t."])
    expect(note).to_have_value("We wrote 106; it was 10⁶ t.")
    assert complaints == []

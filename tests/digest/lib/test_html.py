"""The cleaner: what an editor may write, and nothing else, wherever it comes from."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from digest.lib import html
from digest.lib.addresses import is_mail_address, is_web_address
from tests.digest.lib.harmless import HARMLESS
from tests.digest.lib.hostile import ROWS
from tests.tables import each

ALLOWED = frozenset(
    ["p", "br", "a", "em", "strong", "sup", "sub", "blockquote", "ul", "ol", "li", "h3", "h4"]
)
FORBIDDEN_CHARACTERS = frozenset(
    chr(code)
    for code in [
        *range(9),
        11,
        12,
        *range(14, 32),
        127,
        *range(8234, 8239),
        *range(8294, 8298),
        65279,
        65534,
        65535,
    ]
)


class _Judge(HTMLParser):
    """A second opinion: reads HTML as Python does and notes what must not be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.findings: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED:
            self.findings.append(f"<{tag}>")
        if tag != "br":
            self.open.append(tag)
        names = [name for name, _ in attrs]
        if names != (["href"] if tag == "a" else []):
            self.findings.append(f"<{tag}> with {names}")
        for name, value in attrs:
            if name == "href" and not (is_web_address(value or "") or is_mail_address(value or "")):
                self.findings.append(f"leads to {value}")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.findings.append(f"</{tag}> out of order")

    def handle_data(self, data: str) -> None:
        self.findings += [f"U+{ord(c):04X}" for c in data if c in FORBIDDEN_CHARACTERS]

    def handle_comment(self, data: str) -> None:
        self.findings.append("a comment")

    handle_decl = handle_pi = unknown_decl = handle_comment


def judged(markup: str) -> list[str]:
    judge = _Judge()
    judge.feed(markup)
    judge.close()
    return judge.findings + [f"<{tag}> left open" for tag in judge.open]


def test_the_corpus_is_large_and_the_judge_is_strict():
    assert len(ROWS) >= 150
    assert len(ROWS) == len(set(ROWS))
    assert judged('<p onclick="x">a</p>') == ["<p> with ['onclick']"]
    assert judged("<script>x</script>") == ["<script>"]
    assert judged('<a href="javascript:x">a</a>') == ["leads to javascript:x"]
    assert judged("<p>a\u202e</p><!--x-->") == ["U+202E", "a comment"]


@each("row", ROWS)
def test_a_hostile_row_comes_out_harmless(row: str):
    assert judged(html.clean(row)) == []


@each("row", ROWS)
def test_cleaning_a_hostile_row_twice_changes_nothing(row: str):
    once = html.clean(row)
    assert html.clean(once) == once


@each("row", HARMLESS)
def test_a_harmless_row_comes_out_unchanged(row: str):
    assert html.clean(row) == row


_PIECES = st.sampled_from(
    [
        "<",
        ">",
        "</",
        "/>",
        "<!--",
        "-->",
        "&",
        ";",
        "&#",
        "x202e;",
        "'",
        '"',
        "=",
        " ",
        "\n",
        "\x00",
        "<p>",
        "</p>",
        "<a>",
        "</a>",
        '<a href="',
        "https://a.example",
        "https://www.google.com/url?q=",
        "javascript:",
        "<br>",
        "<ul>",
        "<li>",
        "</li>",
        "<h3>",
        "<blockquote>",
        "<strong>",
        "<em>",
        "</em>",
        "&nbsp;",
        "<script>",
        "<svg>",
        "<math>",
        "<style>",
        "<table>",
        "<template>",
        "onclick=",
        "&lt;",
        "x",
    ]
)
_MARKUP = st.lists(_PIECES | st.text(max_size=4), max_size=24).map("".join)


@given(_MARKUP)
def test_whatever_is_written_comes_out_harmless_and_stays_so(markup: str):
    once = html.clean(markup)
    assert judged(once) == []
    assert html.clean(once) == once


@each(
    ("written", "kept"),
    [
        ("<div><p>a</p></div>", "<p>a</p>"),
        ("<p>a<span style='color:red'>b</span></p>", "<p>ab</p>"),
        ('<p><a href="javascript:x">the words</a></p>', "<p>the words</p>"),
        ("<p>a</p><p></p><p><br></p><p>&nbsp;</p>", "<p>a</p>"),
        ("<ul><li></li></ul><p>a</p>", "<p>a</p>"),
        ("<script>a</script><p>b</p>", "<p>b</p>"),
        ("  <p>a</p>\n", "<p>a</p>"),
        ('<a href=" https://a.example/ ">a</a>', '<a href="https://a.example/">a</a>'),
        (
            '<a href="https://www.google.com/url?q=https://a.example/&amp;sa=D">a</a>',
            '<a href="https://a.example/">a</a>',
        ),
        ("<p>&#x202e;a</p>", "<p>a</p>"),
        ("<p>a&#11;b</p>", "<p>a b</p>"),
    ],
)
def test_words_stay_where_markup_goes(written: str, kept: str):
    assert html.clean(written) == kept


@each(
    ("markup", "words"),
    [
        ("<p>a</p><p>b</p>", "a b"),
        ("<p>a<br>b</p>", "a b"),
        ("<p>a<strong>b</strong>c</p>", "abc"),
        ("<p>5 &lt; 6 &amp; 7</p>", "5 < 6 & 7"),
        ('<p><a href="https://a.example">a</a>, b</p>', "a, b"),
        ("<ul><li>a</li><li>b</li></ul>", "a b"),
        ("", ""),
    ],
)
def test_plain_gives_the_words(markup: str, words: str):
    assert html.plain(markup) == words


def test_links_are_found_in_order_and_decoded():
    markup = (
        '<p><a href="https://a.example/?x=1&amp;y=2">a</a> <a href="mailto:b@c.example">b</a></p>'
    )
    assert html.clean(markup) == markup
    assert html.links(markup) == ["https://a.example/?x=1&y=2", "mailto:b@c.example"]


STRUCK = [
    ("<p>a <s>b</s>c</p>", "<p>a c</p>"),
    ("<p>a <strike>b</strike>c</p>", "<p>a c</p>"),
    ('<p>a <del datetime="2431-03-01"><strong>b</strong></del>c</p>', "<p>a c</p>"),
    ("<DEL><p>a</p></DEL><p>b</p>", "<p>b</p>"),
    ("<p>a <s>b</p><p>c</p>", "<p>a</p>"),
    ("<p>a <ins>b</ins></p>", "<p>a b</p>"),
    ("<s>a</s>", ""),
]


@each(("written", "cleaned"), STRUCK)
def test_struck_out_words_are_dropped_and_inserted_ones_stay(written: str, cleaned: str):
    assert re.sub(r"\s+</p>", "</p>", html.clean(written)) == cleaned


@each("tag", ["s", "STRIKE", "del"])
def test_struck_out_words_are_dropped_from_text_that_is_nested_too_deep(tag: str):
    deep = "<div>" * 300 + f"<p>sailed <{tag} class=x>never</{tag}> at all</p>"
    assert html.plain(html.clean(deep)) == "sailed at all"
    assert "never" not in html.clean("<div>" * 300 + f"a <{tag}>never")


@each(
    ("written", "kept"),
    [
        ("<p><s>a</del>b</s>c</p>", "c"),
        ("<p><del>a</s>b</del>c</p>", "c"),
        ("<s>a<del>b</s>c</del>d", "cd"),
        ("<p>a <del>b</p><p>c</p>", "a c"),
        ("<ul><li>a <del>b</li><li>c</li></ul>", "a c"),
        ("<p>a <s>b</p><p>c</s>d</p>", "a d"),
        ("<table><tr><td>a<s>b</td><td>c</td></tr></table><p>d</p>", "ac d"),
        ("<s><p>a</p><p>b</p></s><p>c</p>", "c"),
    ],
)
def test_what_is_struck_out_is_what_a_browser_shows_so(written: str, kept: str):
    assert html.plain(html.clean(written)) == kept


MARKS = [
    *((tag, f"<{tag}>", f"</{tag}>") for tag in ("em", "strong", "sup", "sub")),
    ("b", "<strong>", "</strong>"),
    ("i", "<em>", "</em>"),
    ('a href="https://a.example/"', '<a href="https://a.example/">', "</a>"),
]
BLOCKS = [(tag, f"<{tag}>", f"</{tag}>") for tag in ("p", "h3", "h4", "blockquote")]
ITEMS = [(f"{tag}><li", f"<{tag}><li>", f"</li></{tag}>") for tag in ("ul", "ol")]


@each("strike", ["s", "strike", "del"])
@each(("tag", "begin", "end"), [*MARKS, *BLOCKS, *ITEMS])
def test_what_words_are_in_goes_on_after_struck_out_ones(strike, tag, begin, end):
    names = re.findall(r"(?:^|<)(\w+)", tag)
    closing = "".join(f"</{one}>" for one in reversed(names))
    is_mark = (tag, begin, end) in MARKS
    struck = f"<{strike}> two</{strike}>"
    same = f"<{strike}><{tag}> two{closing}</{strike}>"
    # A link within a link ends it, for browsers too.
    within = [struck, f"<{strike}><em> two</em><br></{strike}>"]
    within += [same] if is_mark and names != ["a"] else []
    for one in within:
        found = html.clean(f"<{tag}>one{one} three{closing} four")
        assert found == f"{begin}one three{end} four", one


@each(("tag", "begin", "end"), MARKS)
def test_mark_begun_in_struck_out_words_goes_on_after_them(tag, begin, end):
    name = tag.split()[0]
    found = html.clean(f"<p><s>one <{tag}>two</s>three</{name}> four</p>")
    assert found == f"<p>{begin}three{end} four</p>"
    assert html.clean(f"<p>a<s><{tag}>b</{name}></s>c</p>") == "<p>ac</p>"
    assert html.clean(f"<p>a<{tag}> </{name}>c<{tag}></{name}></p>") == f"<p>a{begin} {end}c</p>"


RAW = ["noscript", "noembed", "noframes", "iframe", "xmp", "plaintext", "textarea", "title"]


@each("name", [*RAW, "template", "XMP", "NoScript"])
def test_text_that_browsers_read_raw_prints_no_tags(name):
    inside = "<!--x--><b>b</b> <s>no</s>&lt; <img src=x onerror=y><p title='</p>'>c</p>"
    cleaned = html.clean(f"<p>a</p><{name} class=x>{inside}</{name}><p>d</p>")
    assert cleaned == "<p>a</p><strong>b</strong> &lt; <p>c</p><p>d</p>"
    assert html.clean(f"<p>a</p><{name}><b>b") == "<p>a</p><strong>b</strong>"
    script = f"<{name}><p title='</{name}><img src=x onerror=alert(1)>'>c"
    assert judged(html.clean(script)) == []
    assert "onerror" not in html.clean(script)


def test_half_a_character_is_none():
    assert html.clean("<p>\ud800a</p>") == "<p>a</p>"


PLAIN = [
    ("10<sup>6</sup> t", "10⁶ t"),
    ("km<sup>2</sup>, CO<sub>2</sub>", "km², CO₂"),
    ("10<sup>-3</sup>, Na<sup>+</sup>, x<sup>n</sup>", "10⁻³, Na⁺, xⁿ"),
    ("10<sup><em>n</em></sup>", "10ⁿ"),
    ("1<sup>st</sup>, M<sup>lle</sup> Reis", "1st, Mlle Reis"),
    ("x<sup>a,b</sup>, v<sub>Q</sub>", "x^a,b, v_Q"),
    ("x<sup>a<sup>2</sup></sup>, <sup><sup>6</sup></sup>Li", "xa², ⁶Li"),
    ("a<sup></sup>b<sup> </sup>c", "ab c"),
    ("x<sup>&lt;</sup>", "x^<"),
]


@each(("rich", "plain"), PLAIN)
def test_raised_letters_are_read_in_plain_text_too(rich: str, plain: str):
    assert html.plain(f"<p>{rich}</p>") == plain

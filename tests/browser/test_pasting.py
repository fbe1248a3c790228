"""What is pasted from other programs keeps its words, links and meaning, and nothing else."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page

from digest.lib import html
from tests.browser.clipboards import CLIPBOARDS
from tests.browser.newsdesk import Newsdesk
from tests.factories import series
from tests.newsroom.desk.places import change

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


#: Small things, each by itself: written -> tidied.
TIDIED = [
    ("", ""),
    ("words", "<p>words</p>"),
    ("a & b < c \u00a0 d", "<p>a &amp; b &lt; c d</p>"),
    ("<p>No.&nbsp;12</p>", "<p>No.&nbsp;12</p>"),
    ("a<br>b", "<p>a<br>b</p>"),
    ("a<br><br>b<br> <br>\n<br>c<br>", "<p>a</p><p>b</p><p>c</p>"),
    ("<div>a</div><div><br></div><div>b</div>", "<p>a</p><p>b</p>"),
    ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
    ("<p> </p><p>&nbsp;</p><p><br></p><p><b> </b></p><ul><li></li></ul>", ""),
    ("<pre>one\ntwo\n\nthree\n</pre>", "<p>one<br>two</p><p>three</p>"),
    ("<b><p>a</p><p>b</p></b>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
    ("<b style='font-weight:normal'>a</b>", "<p>a</p>"),
    ("<b style='mso-bidi-font-weight:normal'>a</b>", "<p><strong>a</strong></p>"),
    (
        "<span style='font-weight:700;font-style:italic'>a</span>",
        "<p><strong><em>a</em></strong></p>",
    ),
    ("<span style='font-weight:500'>a</span>", "<p>a</p>"),
    ("<i style='font-style:normal'>a</i>", "<p>a</p>"),
    ("<u>a</u><s>b</s><sup>2</sup><code>c</code>", "<p>ab2c</p>"),
    ("He said <q>no</q>.", "<p>He said “no”.</p>"),
    ("<h1>a</h1><h2>b</h2><h3>c</h3>", "<h3>a</h3><h3>b</h3><h3>c</h3>"),
    ("<h4>a</h4><h5>b</h5><h6>c</h6>", "<h4>a</h4><h4>b</h4><h4>c</h4>"),
    ("<h2><strong>a</strong></h2>", "<h3>a</h3>"),
    ("<p class=MsoTitle>a</p>", "<h3>a</h3>"),
    (
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
        "<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>",
    ),
    (
        "<blockquote>a<blockquote>b</blockquote></blockquote>",
        "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>",
    ),
    ("<dl><dt>a</dt><dd>b</dd></dl>", "<p>a</p><p>b</p>"),
    ("<table><tr><td>a</td><td></td><td><p>b</p><p>c</p></td></tr></table>", "<p>a | b c</p>"),
    ("<a href='https://a.example/'>a</a>", '<p><a href="https://a.example/">a</a></p>'),
    ("<a href=' https://a.example/ '>a</a>", '<p><a href="https://a.example/">a</a></p>'),
    (
        "<a href='mailto:a@b.example?subject=c'>a</a>",
        '<p><a href="mailto:a@b.example">a</a></p>',
    ),
    ("<a href='https://a.example/'></a>", ""),
    ("<a href='#top'>a</a><a href='/b'>b</a><a href='//c.example'>c</a>", "<p>abc</p>"),
    ("<a href='file:///C:/x.docx'>a</a><a name=b>b</a>", "<p>ab</p>"),
    ("<a href='javascript:alert(1)'>a</a>", "<p>a</p>"),
    ("<script>a</script><style>b</style><!--c--><title>d</title>e", "<p>e</p>"),
    ("<style>p { } e", ""),
    ("<img src=x onerror=alert(1)>a<svg><text>b</text></svg>", "<p>a</p>"),
    ("<p style='display:none'>a</p><p hidden>b</p><span style='mso-hide:all'>c</span>", ""),
    ("&lt;script&gt;a", "<p>&lt;script&gt;a</p>"),
    ("<p>a<o:p></o:p></p><o:p>&nbsp;</o:p>", "<p>a</p>"),
    ("<p data-pm-slice='1 1 []'>a <b>b</b></p>", "<p data-pm-slice='1 1 []'>a <b>b</b></p>"),
]

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

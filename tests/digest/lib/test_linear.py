"""Whatever reads foreign text takes time that grows with its length, and no faster.

Each is timed at some length and at eight times that, in the same run. Linear work takes
eight times as long, quadratic work sixty-four; between them is room for a slow machine.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any

import pytest

from digest.document import Analysis, Document
from digest.lib import addresses, alignment, html, limits, plaintext, slugs
from digest.models import Outlet
from digest.models.topics import tidy
from newsroom.desk.screen.forms import _own_folio
from newsroom.text import changes, outline, preflight, words
from tests.tables import each

TIMES = 8
#: Letters; cleaning is tried with as many as the longest field holds.
LONG = 40_000
#: Seconds that are noise.
NOISE = 0.05
#: Of linear growth; quadratic work is eight times slower still.
BOUND = 3

HTML_SHAPES: dict[str, str] = {
    "raised letters on raised letters": "x<sup>2</sup>",
    "raised words": "<em>x</em><sup><strong>2</strong></sup>",
    "cells in which words are struck out": "<td><s>x",
    "a tag that never ends": "<a",
    "signs of beginning": "<",
    "signs of ending": ">",
    "ampersands": "&",
    "ampersands that begin something": "&x",
    "references": "&amp;",
    "references that never end": "&#x",
    "links in links": "<a>",
    "links with targets": '<a href="https://a.example/">x',
    "paragraphs in paragraphs": "<p><p>",
    "unknown elements": "<div>",
    "quotations in quotations": "<blockquote>",
    "lists in lists": "<ul><li>",
    "items": "<li>",
    "emphasis": "<em>",
    "emphasis over paragraphs": "<em><p></em>",
    "closing of what is not open": "</em>",
    "closed by others": "<div></b>",
    "closed in a comment": "<div><!--</div>-->",
    "closed in an attribute": "<div title='>' x=\"</div>\">",
    "overlapping": "<em><strong></em></strong>",
    "empty blocks": "<blockquote></blockquote>",
    "empty blocks in each other": "<blockquote><p></p>",
    "breaks": "<br>",
    "blanks": " ",
    "a paragraph of blanks": "<p>\u00a0 &nbsp;",
    "comments that never end": "<!--",
    "closing signs that never end": "</",
    "quotes": "<a title=\"'",
    "an attribute without end": '<a href="',
    "attributes": " a=b",
    "elements of one kind with other attributes": "<b x=>",
    "scripts": "<script>",
    "titles": "<title>a</title>",
    "tables": "<table><tr><td>",
    "foreign elements": "<svg><math>",
    "templates": "<template>",
    "the page": "<html a><body b>",
    "letters": "x",
    "marks": "\u0323\u0301",
    "emoji": "👩\u200d🚒",
    "invisible": "\u200b",
    "line separators": "\x0b",
    "a lead in an item": "<ul><li><ul><li>x</li></ul>y</li><li><p>a</p></li>",
}

RICH: dict[str, Callable[[str], Any]] = {
    "clean": html.clean,
    "plain": html.plain,
    "links": html.links,
    "blocks": lambda text: html.blocks(html.clean(text)),
    "words": lambda text: words.rich(html.clean(text)),
}

PLAIN_SHAPES: dict[str, str] = {
    "letters": "x",
    "blanks": " ",
    "breaks": "\r\n",
    "brackets": "[",
    "almost a placeholder": "TKTK",
    "almost many placeholders": "XXX-[text",
    "hyphens": "-",
    "marks": "\u0323\u0301",
    "marks on letters": "a\u0323\u0301\u0316",
    "marks that decompose": "\u0344",
    "syllables": "\u1100\u1161",
    "emoji": "👩\u200d🚒",
    "invisible": "\u200b\u2800",
    "overrides": "\u202e",
    "noncharacters": "\ufffe",
    "dots": "a.",
    "slashes": "/a",
    "parameters": "&utm_x=1",
    "percent signs": "%3A%2F",
    "words": "word ",
}

PLAIN: dict[str, Callable[[str], Any]] = {
    "line": plaintext.line,
    "lines": plaintext.lines,
    "sifted": plaintext.sifted,
    "with_blanks": plaintext.with_blanks,
    "for_xml": plaintext.for_xml,
    "tidy": tidy,
    "slug": lambda text: slugs.base(plaintext.line(text), otherwise="x"),
    "placeholder": preflight.PLACEHOLDER.search,
    "web address": lambda text: addresses.is_web_address(f"https://{text}"),
    "mail address": lambda text: addresses.is_mail_address(f"mailto:a@{text}"),
    "host": lambda text: addresses.host(f"https://{text}"),
    "unwrapped": lambda text: addresses.unwrapped(f"https://www.google.com/url?q={text}"),
    "tracking": lambda text: addresses.without_tracking(f"https://a.example/?{text}"),
    "our own issue": lambda text: _own_folio(f"/{text}"),
    "known outlet": lambda text: Outlet.objects.for_address(f"https://{text}.example/"),
}


def taken(work: Callable[[str], Any], text: str) -> float:
    """Seconds of this thread alone: what else the machine does is not counted."""
    begun = time.thread_time()
    work(text)
    return time.thread_time() - begun


def check(work: Callable[[str], Any], short: Any, long: Any) -> None:
    """The slowest of the short ones against the quickest of the long ones, tried again if late."""
    for _ in range(3):
        allowed = TIMES * BOUND * max(taken(work, short) for _ in range(3)) + NOISE
        needed = taken(work, long)
        if needed <= allowed:
            return
    raise AssertionError(f"the long one takes {needed:.2f} s, and may take {allowed:.2f} s")


def lengths(shape: str, longest: int) -> tuple[str, str]:
    return shape * (longest // len(shape) // TIMES), shape * (longest // len(shape))


@pytest.mark.parametrize("work", RICH.values(), ids=RICH.keys())
@each("shape", HTML_SHAPES)
def test_rich_text_is_read_in_linear_time(work, shape):
    check(work, *lengths(shape, limits.LEAD if work is html.clean else LONG))


@pytest.mark.django_db
@pytest.mark.parametrize("work", PLAIN.values(), ids=PLAIN.keys())
@each("shape", PLAIN_SHAPES)
def test_plain_text_is_read_in_linear_time(work, shape):
    check(work, *lengths(shape, LONG))


def text(words: list[str]) -> Document:
    return Document(uid="a", title="b", analysis=Analysis("c", f"<p>{' '.join(words)}</p>"))


WORDS: dict[str, Callable[[int], tuple[list[str], list[str]]]] = {
    "the same word": lambda n: (["x"] * n, ["x"] * (n - n // 7)),
    "two words": lambda n: (["x", "y"] * (n // 2), ["y", "x", "x"] * (n // 3)),
    "a hundred and fifty words": lambda n: (
        [str(i * i % 150) for i in range(n)],
        [str(i * 7 % 150) for i in range(n)],
    ),
    "no word twice": lambda n: (list(map(str, range(n))), list(map(str, range(n)))[::-1]),
    "nothing in common": lambda n: (["x"] * n, ["y"] * n),
    "pairs": lambda n: (
        [str(i // 2) for i in range(n)],
        [str(i // 2) for i in range(0, n, 2)] + [str(i // 2) for i in range(0, n, 2)],
    ),
}


@pytest.mark.parametrize(
    "compare",
    [
        alignment.matching,
        lambda old, new: list(alignment.opcodes(old, new)),
        lambda old, new: changes.between(text(old), text(new)),
        lambda old, new: outline.between(
            [outline.Line(one, one, one, one) for one in old],
            [outline.Line(one, "", one, one) for one in new],
        ),
    ],
    ids=["matching", "opcodes", "wording", "differences"],
)
@each("make", WORDS)
def test_two_texts_are_compared_in_linear_time(compare, make):
    most = limits.LEAD // 6
    check(lambda pair: compare(*pair), make(most // TIMES), make(most))


@pytest.mark.parametrize("size", [499, 500])
def test_what_difflib_is_asked_at_once_is_bounded(size: int, monkeypatch):
    asked = []
    exactly = alignment._exactly
    monkeypatch.setattr(
        alignment, "_exactly", lambda a, b: asked.append(len(a) * len(b)) or exactly(a, b)
    )
    old = [str(i) if i % size else "anchor" + str(i) for i in range(20_000)]
    new = [str(i + i % 3) if i % size else "anchor" + str(i) for i in range(20_000)]
    list(alignment.opcodes(old, new))
    assert sum(asked) <= alignment.GAPS
    assert all(one <= alignment.GAP for one in asked)


def test_quadratic_work_would_be_seen():
    with pytest.raises(AssertionError):
        check(re.compile(r"<[a-z]+[^>]*>").findall, *lengths("<a", LONG))

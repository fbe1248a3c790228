"""The one rule for plain text: what goes, what becomes a blank, and what honest texts keep."""

from __future__ import annotations

import unicodedata
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from digest.lib import plaintext
from tests.tables import each

NONCHARACTERS = [
    *map(chr, range(0xFDD0, 0xFDF0)),
    *(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)),
]
CONTROLS = [chr(code) for code in [*range(9), *range(14, 32), *range(0x7F, 0xA0)] if code != 0x85]
REORDERING = [chr(code) for code in [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]]
GOES = [*NONCHARACTERS, *CONTROLS, *REORDERING, "\ud800", "\udfff", "\ufeff"]
BREAKS = ["\r\n", "\r", "\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
#: Each on its own shows nothing.
UNSEEN = [
    *" \t\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u180e\u2000\u200b\u200c\u200d\u200e",
    *"\u200f\u202f\u2060\u2064\u2800\u3000\u3164\ufe0f\ufeff\uffa0\ufff9\U000e0001\U000e0100",
    *BREAKS,
    *CONTROLS,
    *REORDERING,
]
HONEST = [
    "Sold before it sailed",
    "Zoë, Łódź, Straße, Ærø",
    "ينتظر الميناء المد",
    "הנמל ממתין",
    "می\u200cخواهم",
    "क्\u200dष",
    "👩\u200d🚒 and 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f and ❤\ufe0f",
    "\u200fהנמל, 5 ק״מ\u200f",
    "co\u00adoperate",
    "ถนน\u200bใหญ่",
    "e\u0328\u0301 \u2028".strip(),
    "1 < 2 & “three”",
]


@each("sign", GOES)
def test_what_no_text_may_hold_goes_and_joins_nothing_else(sign: str):
    for rule in (plaintext.line, plaintext.lines, plaintext.sifted, plaintext.with_blanks):
        assert rule(f"be{sign}fore it") == "before it"


@each("sign", BREAKS)
def test_a_break_is_a_blank_in_a_line_and_a_new_line_in_lines(sign: str):
    assert plaintext.line(f"Sold before{sign}it") == "Sold before it"
    assert plaintext.lines(f"Sold before{sign}it") == "Sold before\nit"
    assert plaintext.within({"a": [f"x{sign}y"]}) == {"a": ["x\ny"]}


@each("sign", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_a_break_of_other_programs_is_a_blank_in_html(sign: str):
    assert plaintext.with_blanks(f"<p>a{sign}b</p>") == "<p>a b</p>"


@each("sign", UNSEEN)
def test_what_only_looks_empty_is_empty(sign: str):
    for text in (sign, sign * 3, f" {sign}\u200b{sign}"):
        assert plaintext.looks_empty(text)
        assert plaintext.line(text) == plaintext.lines(text) == plaintext.sifted(text) == ""
    assert not plaintext.looks_empty(f"{sign}a{sign}")


@each("text", HONEST)
def test_honest_text_stays_letter_for_letter(text: str):
    text = unicodedata.normalize("NFC", text)
    assert plaintext.line(text) == plaintext.lines(text) == plaintext.sifted(text) == text


def test_letters_are_composed_and_carry_no_endless_marks():
    assert plaintext.line("Jose\u0301") == "José"
    assert plaintext.line("a" + "\u0323\u0301" * 500) == plaintext.composed(
        "a" + "\u0323\u0301" * (plaintext.MOST_MARKS // 2)
    )
    # HTML is not: a mark after a sign of its own would change what is markup.
    assert plaintext.sifted("<p>\u0338</p>") == "<p>\u0338</p>"


_ANYTHING = st.lists(st.characters() | st.sampled_from([*GOES, *BREAKS, *UNSEEN])).map("".join)


@given(_ANYTHING)
def test_the_rule_is_done_at_once(text: str):
    for rule in (plaintext.line, plaintext.lines, plaintext.sifted, plaintext.with_blanks):
        assert rule(rule(text)) == rule(text)
    assert "\n" not in plaintext.line(text)
    assert plaintext.line(plaintext.lines(text)) == plaintext.line(text)
    assert not set(plaintext.lines(text)) & {*GOES, "\x0b", "\x0c", "\x85", "\u2028", "\u2029"}


@given(_ANYTHING)
def test_xml_can_hold_what_the_last_door_lets_through(text: str):
    markup = plaintext.for_xml(text).replace("&", "&amp;").replace("<", "&lt;")
    ET.fromstring(f"<a>{markup}</a>")  # noqa: S314 -- our own
    markup.encode()

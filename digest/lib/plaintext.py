"""What plain text may hold, whoever wrote it: one rule, at every door.

Word processors, phones and web pages send characters that are no words. Line
separators of other programs become a blank, or a new line where a text may have
lines. What XML 1.0 (2.2) cannot hold, and so no feed, goes; so do noncharacters and
the controls that reorder what stands around them (Unicode UAX #9: embeddings,
overrides and isolates). A text in which nothing can be seen is empty. Right-to-left
text, its marks, and the joiners within words and emoji stay. Letters are composed
(NFC), so that what looks the same is found as the same.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

#: Separators that only other programs know: vertical tab, form feed, NEL, U+2028, U+2029.
_ODD_BREAK = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_LAST_OF_PLANES = "".join(chr(last) + chr(last + 1) for last in range(0xFFFE, 0x110000, 0x10000))
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff"
    # Embeddings, overrides, isolates and the deprecated controls after them.
    "\u202a-\u202e\u2066-\u206f"
    # Byte order mark, interlinear annotations, the hole that a pasted picture leaves.
    f"\ufeff\ufff9-\ufffc\ufdd0-\ufdef{_LAST_OF_PLANES}]"
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Blanks, Default_Ignorable_Code_Point (Unicode), and letters that are drawn as nothing.
_UNSEEN = re.compile(
    "[\\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc"
    "\U00016fe4\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*"
)
#: The longest run of marks on one letter (Unicode UAX #15, Stream-Safe Text Format); putting a
#: run in order takes time that grows with its square.
MOST_MARKS = 30
_MAYBE_MARKS = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")


def line(text: str) -> str:
    """The text as one line: breaks and tabs are blanks, none at either end."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return _whole(re.sub("[\n\t]", " ", _BREAK.sub(" ", text)))


def lines(text: str) -> str:
    """The text with its lines apart by "\\n"; no blanks at either end."""
    if text.isascii() and text.isprintable():
        return text.strip()
    return _whole(_BREAK.sub("\n", text))


def _whole(text: str) -> str:
    return sifted(composed(sifted(text))).strip()


def sifted(text: str) -> str:
    """The text without what may stand in none, "" where nothing of it can be seen.

    For what is no plain text yet (a posted value, HTML): breaks, blanks and the spelling
    of letters stay as they are.
    """
    if text.isascii() and text.isprintable():
        return "" if text.isspace() else text
    kept = _FORBIDDEN.sub("", text)
    return "" if looks_empty(kept) else kept


def looks_empty(text: str) -> bool:
    """Whether nothing in the text can be seen."""
    return _UNSEEN.fullmatch(text) is not None


def with_blanks(markup: str) -> str:
    """Sifted HTML: separators of other programs are blanks, which HTML knows."""
    return sifted(_ODD_BREAK.sub(" ", markup))


def composed(text: str) -> str:
    """The letters composed (NFC), with at most 30 marks on each."""
    if text.isascii():
        return text
    once = unicodedata.normalize("NFC", _MAYBE_MARKS.sub(_few_marks, text))
    # Some marks are two when they are composed.
    return _MAYBE_MARKS.sub(_few_marks, once)


def _few_marks(found: re.Match[str]) -> str:
    kept, run = [], 0
    for sign in found[0]:
        run = run + 1 if unicodedata.category(sign)[0] == "M" else 0
        if run <= MOST_MARKS:
            kept.append(sign)
    return "".join(kept)


def within(value: Any) -> Any:
    """The same for every text in lists and dictionaries that are to be JSON, HTML or plain."""
    if isinstance(value, str):
        return sifted(_BREAK.sub("\n", value))
    if isinstance(value, dict):
        return {within(name): within(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [within(one) for one in value]
    return value


def for_xml(text: str) -> str:
    """The last door: what XML 1.0 can hold of a text, however it was stored."""
    return _NOT_XML.sub("", _ODD_BREAK.sub(" ", text))

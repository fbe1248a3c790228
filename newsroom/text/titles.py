"""Titles, and the prefix that a series puts before them."""

from __future__ import annotations

import re
import unicodedata

_DASHES = r"\u2010-\u2015\u2212\ufe31\ufe32\ufe58\ufe63\uff0d"
_MARKS = rf":;|/>~»·•\u02d0\u02f8\u2236\ua789\ufe13\ufe30\ufe55\uff1a\uff5c{_DASHES}"
#: What people put between a prefix and a title, or nothing more. A hyphen within a word is none.
_AFTER = rf"(?:\s*[{_MARKS}]|\s+-|-(?=[\s-])|\s*$)"
_MORE = re.compile(rf"[\s{_MARKS}-]+")


def without_prefix(title: str, prefix: str) -> str:
    """The title without the prefix at its beginning, however often it stands there.

    Other capitals, blanks, hyphens and dashes are the same; after it comes a colon, a dash or
    the like, so that "Soundings of the strait" keeps its first word. "" where nothing is left.
    """
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", prefix))
    if not words:
        return title
    said = re.compile(r"\s*" + r"[\W_]*".join(map(re.escape, words)) + _AFTER, re.IGNORECASE)
    rest = unicodedata.normalize("NFC", title)
    found = said.match(rest)
    if found is None:
        return title
    while found:
        more = _MORE.match(rest, found.end())
        rest = rest[more.end() if more else found.end() :]
        found = said.match(rest)
    return rest.strip()


def repeats(title: str, prefix: str) -> bool:
    """Whether the title begins with the prefix that stands before it."""
    return without_prefix(title, prefix) != title

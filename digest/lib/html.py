"""The one kind of HTML that editors write and readers get.

EXTENSIONS drives the editor's toolbar and the cleaner alike, so what a person can
make with a button is what survives, and nothing else does.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import nh3
from django_prose_editor.config import allowlist_from_extensions, expand_extensions

from digest.lib import markup, plaintext, raised
from digest.lib.addresses import is_mail_address, is_web_address, unwrapped

#: p, br, a[href], em, strong, sup, sub, blockquote, ul, ol, li, h3, h4.
EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "Superscript": True,
    "Subscript": True,
    "Heading": {"levels": [3, 4]},
    "Blockquote": True,
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    # Heads are buttons too: the keyboard does not reach the package's list of them.
    "Menu": {
        "groups": [
            {"group": one}
            for one in ["blockType -lists", "lists", "nodes -blockType", "marks", "link", "history"]
        ]
    },
    "NoSpellCheck": False,
}

_ALLOWED = allowlist_from_extensions(expand_extensions(EXTENSIONS))
_DEAD_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
#: Cut out with its sign: an opening tag, or a closing one.
_BLOCK_TAG = re.compile(r"(</?(?:p|h3|h4|blockquote|ul|ol|li)>)")
#: The same for those that mark words, too.
_TAG = re.compile(r'(</?(?:p|h3|h4|blockquote|ul|ol|li|em|strong|sup|sub|a)>|<a href="[^"]*">)')
_ANY_TAG = re.compile(r"<[^<>]*>")


def _href(tag: str, attribute: str, value: str) -> str | None:
    value = unwrapped(value.strip())
    return value if is_web_address(value) or is_mail_address(value) else None


def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_ALLOWED["tags"],
        attributes={"a": {"href"}},
        attribute_filter=_href,
        url_schemes=_ALLOWED["url_schemes"],
        link_rel=None,
    )


_CLEANER = _cleaner()


def clean(html: str) -> str:
    """The part of `html` that Pressday allows; idempotent, never raises.

    Scripts, styles, struck-out words, attributes, foreign elements, links that lead
    nowhere or hide where they lead, empty blocks and marks, and invisible controls are
    dropped; other words stay. Time grows with the length of the text, whatever it is.
    """
    cleaned = _CLEANER.clean(markup.ordered(plaintext.with_blanks(html), _ALLOWED["tags"]))
    # After the parser: a control may also be written as a character reference.
    cleaned = _DEAD_LINK.sub(r"\1", plaintext.with_blanks(cleaned))
    return _without_empty(cleaned).strip()


def _without_empty(cleaned: str) -> str:
    """Blocks in which nothing can be seen go, and marks with nothing in them; in one pass."""
    out: list[str] = []
    begun: list[int] = []
    filled = [False]
    for piece in filter(None, _TAG.split(cleaned)):
        if not _TAG.fullmatch(piece):
            out.append(piece)
            filled[-1] = filled[-1] or not plaintext.looks_empty(plain(piece))
        elif piece[1] != "/":
            begun.append(len(out))
            filled.append(False)
            out.append(piece)
        else:
            is_filled, at = filled.pop(), begun.pop()
            # A blank may be marked, and parts two words.
            if is_filled or (not _BLOCK_TAG.fullmatch(piece) and len(out) > at + 1):
                filled[-1] = filled[-1] or is_filled
                out.append(piece)
            else:
                del out[at:]
    return "".join(out)


def plain(html: str) -> str:
    """The words of cleaned HTML, blocks apart by a blank, entities decoded."""
    apart = re.sub(r"<(?:/?(?:p|h3|h4|blockquote|ul|ol|li)|br)>", " ", html)
    # Marks within raised letters first: <sup><em>n</em></sup>.
    bare = re.sub(r"<(?!/?su[bp]>)[^<>]*>", "", apart)
    bare = re.sub(r"<(su[bp])>([^<]*)</\1>", lambda one: raised.written(one[1], one[2]), bare)
    words = " ".join(unescape(_ANY_TAG.sub("", bare)).split())
    return "" if plaintext.looks_empty(words) else words


def blocks(html: str) -> list[str]:
    """Top-level blocks of cleaned HTML; what stands outside of them is one too."""
    found, depth = [""], 0
    for piece in _BLOCK_TAG.split(html):
        is_tag = _BLOCK_TAG.fullmatch(piece) is not None
        if depth == 0 and is_tag:
            found.append("")
        found[-1] += piece
        if is_tag:
            depth += -1 if piece[1] == "/" else 1
            if depth == 0:
                found.append("")
    return [one for one in found if one.strip()]


def links(html: str) -> list[str]:
    """The addresses that cleaned HTML links to, in order."""
    return [unescape(address) for address in re.findall(r'<a href="([^"]*)">', html)]

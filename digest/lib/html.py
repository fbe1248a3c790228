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

from digest.lib.addresses import is_mail_address, is_web_address, unwrapped

#: p, br, a[href], em, strong, blockquote, ul, ol, li, h3, h4.
EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
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

#: Controls that reorder or hide text, and those that neither HTML nor XML has a use for.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
#: Nesting that no honest text has; a parser's time grows with its square.
_DEEPEST = 200
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^>]*>")
_NOT_NESTING = frozenset(["p", "br", "li", "hr", "img", "meta", "link", "input", "col", "wbr"])
_DEAD_LINK = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_EMPTY_BLOCK = re.compile(r"<(p|h3|h4|blockquote|ul|ol|li)>(?:\s|<br>|&nbsp;|\u00a0)*</\1>")


def _href(tag: str, attribute: str, value: str) -> str | None:
    value = unwrapped(value.strip())
    return value if is_web_address(value) or is_mail_address(value) else None


def _cleaner() -> nh3.Cleaner:
    allowed = allowlist_from_extensions(expand_extensions(EXTENSIONS))
    return nh3.Cleaner(
        tags=allowed["tags"],
        attributes={"a": {"href"}},
        attribute_filter=_href,
        url_schemes=allowed["url_schemes"],
        link_rel=None,
    )


_CLEANER = _cleaner()


def clean(html: str) -> str:
    """The part of `html` that Pressday allows; idempotent, never raises.

    Scripts, styles, attributes, foreign elements, links that lead nowhere or hide
    where they lead, empty blocks and invisible controls are dropped; words stay.
    """
    if _is_hopeless(html):
        html = _TAG.sub(" ", html)
    # After the parser: a control may also be written as a character reference.
    cleaned = _INVISIBLE.sub("", _CLEANER.clean(html))
    cleaned = _DEAD_LINK.sub(r"\1", cleaned)
    while (smaller := _EMPTY_BLOCK.sub("", cleaned)) != cleaned:
        cleaned = smaller
    return cleaned.strip()


def _is_hopeless(html: str) -> bool:
    depth = 0
    for closing, name in _TAG.findall(html):
        if name.lower() not in _NOT_NESTING:
            depth = max(0, depth - 1) if closing else depth + 1
            if depth > _DEEPEST:
                return True
    return False


def plain(html: str) -> str:
    """The words of cleaned HTML, blocks apart by a blank, entities decoded."""
    apart = re.sub(r"<(?:/?(?:p|h3|h4|blockquote|ul|ol|li)|br)>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", apart)).split())


def links(html: str) -> list[str]:
    """The addresses that cleaned HTML links to, in order."""
    return [unescape(address) for address in re.findall(r'<a href="([^"]*)">', html)]

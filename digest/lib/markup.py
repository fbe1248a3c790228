"""Foreign HTML brought into order before it is cleaned, in time that grows with its length.

HTML's own parser mends everything, and its time grows with the square of what it mends
(a thousand open elements, or an element with ten thousand attributes). Here HTML is cut
into tags and text as its tokenizer does (WHATWG HTML, 13.2.5); only the tags asked for
come out, each closed in its turn and nested no deeper than honest texts are. Words stay.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from digest.lib.struck import Struck

#: Nesting that no honest text has.
DEEPEST = 100

_NAME = re.compile(r"(/?)([a-zA-Z][^\t\n\f\r />]*)")
_NO_SPACE = re.compile(r"[^\t\n\f\r /]")
_ATTRIBUTE = re.compile(r"=?[^\t\n\f\r />=]*")
_EQUALS = re.compile(r"[\t\n\f\r ]*=[\t\n\f\r ]*")
_BARE = re.compile(r"[^\t\n\f\r >]*")
#: Elements whose text no reader ever sees. What stands in others that browsers read raw ("xmp",
#: "noscript", "textarea") is read as markup here: their words stay, and their tags are not printed.
_UNSEEN = frozenset(["script", "style"])
#: What browsers' own editors write for it.
_MEANS = {"b": "strong", "i": "em"}
_BLOCKS = frozenset(["p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "li"])
_VOID = frozenset(["br", "hr"])
#: Elements of others that end a paragraph, too (13.2.6.4.7).
_ENDS_PARAGRAPH = _BLOCKS | frozenset(
    re.findall(
        r"\w+",
        "address article aside center dd details dialog dir div dl dt fieldset figcaption figure "
        "footer form header hgroup hr main menu nav plaintext pre search section summary table xmp",
    )
)

#: Text as it stands in the HTML; or a tag: whether it closes, its name, its href as it stands.
Token = str | tuple[bool, str, str | None]


def tokens(html: str) -> Iterator[Token]:
    """The tags and the text between them. Comments go, and so does a tag that never ends."""
    at, end = 0, len(html)
    while at < end:
        opening = html.find("<", at)
        if opening < 0:
            yield html[at:]
            return
        if opening > at:
            yield html[at:opening]
        found = _NAME.match(html, opening + 1)
        if found:
            href, at = _attributes(html, found.end())
            if at < 0:
                return
            name = found[2].lower()
            yield bool(found[1]), name, href
            if name in _UNSEEN and not found[1]:
                at = _end_of_raw(html, name, at)
        elif html.startswith("<!--", opening):
            at = _past(html, "-->", opening + 2)
        elif html[opening + 1 : opening + 2] in {"!", "?", "/"}:
            at = _past(html, ">", opening)
        else:
            yield "&lt;"
            at = opening + 1


def _past(html: str, sign: str, at: int) -> int:
    found = html.find(sign, at)
    return len(html) if found < 0 else found + len(sign)


def _attributes(html: str, at: int) -> tuple[str | None, int]:
    """The first href of a tag, and where the tag ends; -1 where it never does."""
    href: str | None = None
    while True:
        begins = _NO_SPACE.search(html, at)
        if begins is None:
            return None, -1
        at = begins.start()
        if html[at] == ">":
            return href, at + 1
        name, value = _taken(_ATTRIBUTE, html, at), ""
        at += len(name)
        if equals := _EQUALS.match(html, at):
            at = equals.end()
            quote = html[at : at + 1]
            if quote in {'"', "'"}:
                closing = html.find(quote, at + 1)
                if closing < 0:
                    return None, -1
                value, at = html[at + 1 : closing], closing + 1
            else:
                value = _taken(_BARE, html, at)
                at += len(value)
        if href is None and name.lower() == "href":
            href = value


def _taken(pattern: re.Pattern[str], html: str, at: int) -> str:
    found = pattern.match(html, at)
    return found[0] if found else ""


def _end_of_raw(html: str, name: str, at: int) -> int:
    """Where the closing tag begins of an element that holds no markup."""
    closing = re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE).search(html, at)
    return closing.start() if closing else len(html)


#: The cleaner's parser takes the square of the references in one piece of text.
_MANY_REFERENCES = re.compile(r"(?:&[^&]*){500}")


def ordered(html: str, allowed: Collection[str]) -> str:
    """The HTML with the tags of `allowed` only, each closed where it has to be.

    Words that are struck out go, as their author has dropped them.
    """
    order = _Order()
    struck = Struck(_ENDS_PARAGRAPH)
    for token in tokens(html):
        if isinstance(token, str):
            order.out += [] if struck.is_on else [_in_parts(token)]
            continue
        closes, name, href = token
        struck.closes(name) if closes else struck.opens(name)
        if _MEANS.get(name, name) not in allowed:
            if name in _ENDS_PARAGRAPH and not closes:
                order.close("p")
        elif name in _VOID:
            order.out += [] if struck.is_on else [f"<{name}>"]
        elif closes:
            order.close(name)
        else:
            order.make_room(name)
            order.open(name, href)
    order.close_all()
    return "".join(order.out)


def _in_parts(text: str) -> str:
    """A text with comments, which the cleaner drops, wherever a reference can begin anew."""
    return _MANY_REFERENCES.sub(r"\g<0><!---->", text)


class _Order:
    """What has come out so far, and what is open in it: names with the tags that opened them."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.stack: list[tuple[str, str]] = []
        self.count: Counter[str] = Counter()

    def open(self, name: str, href: str | None) -> None:
        """Begin an element; too deep within others it is left out."""
        if len(self.stack) < DEEPEST:
            quoted = "" if href is None else ' href="{}"'.format(href.replace('"', "&quot;"))
            self._begin(name, f"<{_MEANS.get(name, name)}{quoted}>")

    def make_room(self, name: str) -> None:
        """Close what cannot hold the element; HTML lets such closing tags be left out."""
        if name == "a":
            self.close("a")
        elif name in _BLOCKS:
            self.close("p")
            if name == "li" and self._is_in_an_item():
                self.close("li")
            if name[0] == "h" and self.stack and self.stack[-1][0][0] == "h":
                self.close(self.stack[-1][0])

    def close(self, name: str) -> None:
        """Close an element with all that is open in it; what is not open is not closed.

        Emphasis that overlaps another goes on after it.
        """
        if not self.count[name]:
            return
        within = []
        while (top := self._end())[0] != name:
            within.append(top)
        if name not in _BLOCKS and all(one not in _BLOCKS for one, _tag in within):
            for one, tag in reversed(within):
                self._begin(one, tag)

    def close_all(self) -> None:
        """Close what is still open."""
        while self.stack:
            self._end()

    def _is_in_an_item(self) -> bool:
        """Whether an item of the innermost list is open."""
        inner = (name for name, _tag in reversed(self.stack))
        return next((name for name in inner if name in {"li", "ul", "ol"}), "") == "li"

    def _begin(self, name: str, tag: str) -> None:
        self.stack.append((name, tag))
        self.count[name] += 1
        self.out.append(tag)

    def _end(self) -> tuple[str, str]:
        name, tag = self.stack.pop()
        self.count[name] -= 1
        self.out.append(f"</{_MEANS.get(name, name)}>")
        return name, tag

"""Reading a response: its bytes, its words, its elements."""

from __future__ import annotations

import gzip
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from tests.digest.visitor import Answer

#: Elements that have no end tag.
VOID = frozenset(["meta", "link", "img", "br", "input", "hr"])


def body(answer: Answer) -> bytes:
    """The whole body, unpacked."""
    packed = answer.get("Content-Encoding") == "gzip"
    return gzip.decompress(answer.content) if packed and answer.content else answer.content


def text(answer: Answer) -> str:
    """The whole body as text."""
    return body(answer).decode()


@dataclass
class Element:
    """An element with its attributes; `inside` are elements and words in their order."""

    tag: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All text in it, blanks made single."""
        parts = [one.words if isinstance(one, Element) else one for one in self.inside]
        return re.sub(r"\s+([,.;:)])", r"\1", " ".join(" ".join(parts).split()))

    def all(self, tag: str = "", **wanted: str) -> list[Element]:
        """Every element in it with that tag and those attributes (class_="x": has the class)."""
        found = []
        for one in self.inside:
            if isinstance(one, Element):
                if one.fits(tag, wanted):
                    found.append(one)
                found += one.all(tag, **wanted)
        return found

    def one(self, tag: str = "", **wanted: str) -> Element:
        """The only such element."""
        found = self.all(tag, **wanted)
        assert len(found) == 1, f"{len(found)} elements {tag} {wanted}"
        return found[0]

    def fits(self, tag: str, wanted: dict[str, str]) -> bool:
        """Whether it has that tag and those attributes."""
        if tag and self.tag != tag:
            return False
        for name, value in wanted.items():
            mine = self.attributes.get(name.rstrip("_"))
            if name == "class_":
                if value not in (mine or "").split():
                    return False
            elif mine != value:
                return False
        return True


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            closed = self.open.pop()
            assert closed.tag == tag, f"<{closed.tag}> ended by </{tag}>"

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def tree(markup: str) -> Element:
    """The elements of well-formed HTML; an element that is not closed fails."""
    parser = _Tree()
    parser.feed(markup)
    parser.close()
    assert parser.open == [parser.root], f"not closed: {[one.tag for one in parser.open[1:]]}"
    return parser.root


def page(answer: Answer) -> Element:
    """The elements of a page."""
    return tree(text(answer))


def xml(answer: Answer) -> ET.Element:
    """The root of a feed or sitemap, which is well-formed XML."""
    return ET.fromstring(body(answer))  # noqa: S314 (our own words)

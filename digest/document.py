"""The frozen text of an issue: content only, values only.

No revision, time, slot, number or note stands in it, and nothing in it points at a
row that can change: a person, topic or outlet is a uid and the name as printed.
Rich texts are cleaned HTML (digest/lib/html.py); everything else is plain text.
Uids are UUIDs in their usual 36 characters.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from digest.lib import html, plaintext

VERSION = 1


@dataclass(frozen=True)
class Named:
    """A person, topic or outlet under the name that is printed."""

    uid: str
    name: str


@dataclass(frozen=True)
class Signature:
    """A person's place in the byline; role is author, editor, with or illustration."""

    person: Named
    role: str


@dataclass(frozen=True)
class Credit:
    """Who is named for a picture. `line` is the credit as received, where nothing else is known."""

    creator: str = ""
    agency: str = ""
    licence: str = ""
    licence_address: str = ""
    source_address: str = ""
    line: str = ""

    def is_empty(self) -> bool:
        """Whether neither maker, agency nor line is there: a licence alone credits nobody."""
        return not (self.creator or self.agency or self.line)

    def addresses(self) -> tuple[str, str]:
        """Where the licence and the source stand; each may be ""."""
        return self.licence_address, self.source_address


@dataclass(frozen=True)
class PictureUse:
    """One use of a picture; `key` is that of digest's Picture, "" until it is ready."""

    uid: str
    key: str
    alt: str
    decorative: bool
    caption: str
    credit: Credit


@dataclass(frozen=True)
class Analysis:
    """The lead text; `body` is cleaned HTML."""

    uid: str
    body: str


@dataclass(frozen=True)
class Citation:
    """An outlet's report that a brief rests on."""

    uid: str
    outlet: Named
    address: str
    reporter: str = ""


@dataclass(frozen=True)
class Brief:
    """One item of news; `body` is cleaned HTML, `title` may be ""."""

    uid: str
    title: str
    body: str
    sources: tuple[Citation, ...] = ()


@dataclass(frozen=True)
class Section:
    """An ordered part: filled, or a sentence that says there is nothing this week.

    `standing` is the uid of the series' standing section it belongs to, or "".
    """

    uid: str
    heading: str
    intro: str = ""
    nothing: str = ""
    standing: str = ""
    briefs: tuple[Brief, ...] = ()

    def is_filled(self) -> bool:
        """Whether there is an intro or a brief."""
        return bool(html.plain(self.intro) or self.briefs)

    def is_printed(self) -> bool:
        """Whether readers see it: an empty section prints no heading."""
        return self.is_filled() or bool(self.nothing)


@dataclass(frozen=True)
class Card:
    """A related link: to one of our own issues (`folio`, a uid) or to a foreign address."""

    uid: str
    folio: str = ""
    address: str = ""
    label: str = ""
    title: str = ""
    dek: str = ""
    opening: str = ""
    picture: PictureUse | None = None


@dataclass(frozen=True)
class Document:
    """The whole text of one issue. `uid` is that of its title block."""

    uid: str
    title: str
    prefix: str = ""
    dek: str = ""
    genre: str = ""
    section: str = ""
    byline: tuple[Signature, ...] = ()
    topics: tuple[Named, ...] = ()
    picture: PictureUse | None = None
    analysis: Analysis | None = None
    sections: tuple[Section, ...] = ()
    cards: tuple[Card, ...] = ()

    @classmethod
    def from_json(cls, text: str) -> Document:
        """Read canonical JSON of this or an earlier version.

        Raises ValueError for a version this code does not know.
        """
        document: Document = _build(cls, _read(text))
        return document

    @staticmethod
    def picture_in(text: str) -> PictureUse | None:
        """The top picture of such a JSON, without building the rest: for lists of issues."""
        use: PictureUse | None = _build(PictureUse | None, _read(text).get("picture"))
        return use

    def plain(self) -> Document:
        """The document by today's rule for plain text, whatever rows or frozen texts hold."""
        document: Document = _plain(self)
        return document

    def to_json(self) -> str:
        """Canonical JSON: sorted keys, no blanks, letters as they are."""
        return json.dumps(
            {"version": VERSION, **asdict(self)},
            sort_keys=True,
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the canonical JSON in UTF-8, 64 hexadecimal digits."""
        return hashlib.sha256(self.to_json().encode()).hexdigest()

    @property
    def shown_title(self) -> str:
        """The title as printed, with the series' prefix where the issue shows it."""
        return f"{self.prefix}: {self.title}" if self.prefix and self.title else self.title

    @property
    def kicker(self) -> str:
        """Genre and section, as "Reporting | Ports"; each may be missing."""
        return " | ".join(filter(None, [self.genre, self.section]))

    @property
    def byline_names(self) -> str:
        """The authors' names in a row; everybody's where no author is named."""
        authors = [s.person.name for s in self.byline if s.role == "author"]
        names = authors or [s.person.name for s in self.byline]
        return get_text_list(names, _("and"))

    @property
    def signed_by(self) -> str:
        """The byline in a row, with those whom the page names after "with": "A and B with C"."""
        also = [s.person.name for s in self.byline if s.role == "with"]
        if not also or not any(s.role == "author" for s in self.byline):
            return self.byline_names
        words = _("%(authors)s with %(others)s")
        return words % {"authors": self.byline_names, "others": get_text_list(also, _("and"))}

    def briefs(self) -> Iterator[Brief]:
        """Every brief, in order."""
        for section in self.sections:
            yield from section.briefs

    def pictures(self) -> Iterator[PictureUse]:
        """Every use of a picture: the top picture and those on foreign cards."""
        for use in [self.picture, *(card.picture for card in self.cards)]:
            if use is not None:
                yield use

    def texts(self) -> Iterator[tuple[str, str]]:
        """(uid of the part, plain text) of everything that readers read."""
        yield self.uid, self.title
        yield self.uid, self.dek
        if self.analysis:
            yield self.analysis.uid, html.plain(self.analysis.body)
        for section in self.sections:
            for text in (section.heading, html.plain(section.intro), section.nothing):
                yield section.uid, text
            for brief in section.briefs:
                yield brief.uid, brief.title
                yield brief.uid, html.plain(brief.body)
        for card in self.cards:
            for text in (card.label, card.title, card.dek, html.plain(card.opening)):
                yield card.uid, text
        for use in self.pictures():
            yield use.uid, use.caption
            yield use.uid, use.alt

    def addresses(self) -> Iterator[tuple[str, str]]:
        """(uid of the part, address) of everything that a page links to elsewhere, in order."""
        for use in self.pictures():
            yield from ((use.uid, one) for one in use.credit.addresses())
        if self.analysis:
            yield from ((self.analysis.uid, one) for one in html.links(self.analysis.body))
        for section in self.sections:
            yield from ((section.uid, one) for one in html.links(section.intro))
            for brief in section.briefs:
                yield from ((brief.uid, one) for one in html.links(brief.body))
                yield from ((brief.uid, source.address) for source in brief.sources)
        for card in self.cards:
            yield from ((card.uid, one) for one in [card.address, *html.links(card.opening)])

    def count_words(self) -> int:
        """Words of the lead, the sections and their briefs."""
        own = {self.uid, *(card.uid for card in self.cards), *(use.uid for use in self.pictures())}
        return sum(len(text.split()) for uid, text in self.texts() if uid not in own)


#: version -> what turns its dict into one of the next version.
UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def _read(text: str) -> dict[str, Any]:
    """The parts as they stand in canonical JSON, brought up to this version."""
    data: dict[str, Any] = json.loads(text)
    version = data.pop("version")
    while version in UPGRADES:
        data = UPGRADES[version](data)
        version += 1
    if version != VERSION:
        raise ValueError(f"document version {version} is not known")
    return data


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _build(kind: Any, value: Any) -> Any:
    """Make `value`, as json.loads gave it, into the dataclass, tuple or plain value `kind`."""
    if is_dataclass(kind):
        hints = _hints(kind)  # type: ignore[arg-type]
        known = {field.name for field in fields(kind)}
        if unknown := value.keys() - known:
            raise ValueError(f"{kind} has no {sorted(unknown)}")
        return kind(**{name: _build(hints[name], part) for name, part in value.items()})  # type: ignore[operator]
    if get_origin(kind) is tuple:
        return tuple(_build(get_args(kind)[0], part) for part in value)
    if get_origin(kind) is UnionType:
        if value is None:
            return None
        return _build(next(one for one in get_args(kind) if one is not NoneType), value)
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return plaintext.within(value)
    if isinstance(value, tuple):
        return tuple(_plain(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _plain(getattr(value, f.name)) for f in fields(value)})
    return value

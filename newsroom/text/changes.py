"""What one document says otherwise than another: by part, and in each part by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from digest.document import (
    Analysis,
    Brief,
    Card,
    Citation,
    Credit,
    Document,
    PictureUse,
    Section,
    Signature,
)
from newsroom.text import outline, words
from newsroom.text.words import Segment, Token


@dataclass(frozen=True)
class Passage:
    """One field of a part: its name, and the words that stayed, went and came."""

    field: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Change:
    """What happened to a part ("added", "removed", "changed", "moved"); `place` is its uid.

    A part that was moved has no passages, and says in `now` where it stands; one that was
    both moved and changed is there twice.
    """

    what: str
    name: str
    place: str
    passages: tuple[Passage, ...] = ()
    now: str = ""

    @property
    def spoken_what(self) -> str:
        """What happened, in a word."""
        words = {"added": _("Added"), "removed": _("Removed"), "moved": _("Moved")}
        return words.get(self.what, _("Changed"))


Part = Document | PictureUse | Analysis | Section | Brief | Card
Field = tuple[str, list[Token]]


def between(before: Document, after: Document) -> list[Change]:
    """The changes from one document to the other, in the order of differences.between()."""
    old, new = dict(_parts(before)), dict(_parts(after))
    lines = outline.outline(after)
    found = outline.between(outline.outline(before), lines)
    changes = []
    for one in found:
        if one.what == "moved":
            changes.append(Change(one.what, one.name, one.uid, now=_stands(one.uid, lines)))
        else:
            passages = _passages(old.get(one.uid), new.get(one.uid))
            changes.append(Change(one.what, one.name, one.uid, passages))
    return changes


def _parts(document: Document) -> Iterator[tuple[str, Part]]:
    yield document.uid, document
    if document.picture:
        yield document.picture.uid, document.picture
    if document.analysis:
        yield document.analysis.uid, document.analysis
    for section in document.sections:
        yield section.uid, section
        yield from ((brief.uid, brief) for brief in section.briefs)
    yield from ((card.uid, card) for card in document.cards)


def _stands(uid: str, lines: Sequence[outline.Line]) -> str:
    """Where a part stands, in words."""
    line = next(line for line in lines if line.uid == uid)
    siblings = [one for one in lines if one.parent == line.parent]
    index = siblings.index(line)
    if index:
        return _("now after “%s”") % siblings[index - 1].name
    parent = next((one.name for one in lines if one.uid == line.parent), "")
    return _("now first in “%s”") % parent if parent else _("now first")


def _passages(before: Part | None, after: Part | None) -> tuple[Passage, ...]:
    """The fields that are not the same, each compared by word."""
    old, new = dict(_fields(before)), dict(_fields(after))
    passages = (
        Passage(name, words.compare(old.get(name, []), new.get(name, [])))
        for name in dict.fromkeys([*old, *new])
        if old.get(name, []) != new.get(name, [])
    )
    return tuple(passage for passage in passages if passage.segments)


def _fields(part: Part | None) -> Iterator[Field]:
    if part is not None:
        yield from _FIELDS[type(part)](part)


def _title_block(document: Document) -> Iterator[Field]:
    yield _("Title"), words.plain(document.title)
    yield _("Prefix"), words.plain(document.prefix)
    yield _("Dek"), words.plain(document.dek)
    yield _("Genre"), words.plain(document.genre)
    yield _("Label of the section"), words.plain(document.section)
    yield _("Byline"), _listed(_signed(one) for one in document.byline)
    yield _("Topics"), _listed(topic.name for topic in document.topics)


def _signed(signature: Signature) -> str:
    roles = {
        "author": _("author"),
        "editor": _("editor"),
        "with": _("with"),
        "illustration": _("illustration"),
    }
    return f"{signature.person.name} ({roles.get(signature.role, signature.role)})"


def _picture(use: PictureUse) -> Iterator[Field]:
    yield _("Picture"), words.plain(_("file %s") % use.key[:8] if use.key else _("not ready"))
    yield _("Description"), words.plain(_("decorative") if use.decorative else use.alt)
    yield _("Caption"), words.plain(use.caption)
    yield _("Credit"), _listed(_credited(use.credit))


def _credited(credit: Credit) -> Iterator[str]:
    yield from filter(None, [credit.creator, credit.agency, credit.line])
    yield from filter(None, [credit.licence, credit.licence_address, credit.source_address])


def _analysis(analysis: Analysis) -> Iterator[Field]:
    yield _("Text"), words.rich(analysis.body)


def _section(section: Section) -> Iterator[Field]:
    yield _("Heading"), words.plain(section.heading)
    yield _("Introduction"), words.rich(section.intro)
    yield _("Sentence for an empty week"), words.plain(section.nothing)


def _brief(brief: Brief) -> Iterator[Field]:
    yield _("Run-in title"), words.plain(brief.title)
    yield _("Text"), words.rich(brief.body)
    yield _("Sources"), _listed(_cited(source) for source in brief.sources)


def _cited(source: Citation) -> str:
    reporter = f" ({source.reporter})" if source.reporter else ""
    return f"{source.outlet.name}{reporter} {source.address}"


def _card(card: Card) -> Iterator[Field]:
    own = _("an issue of our own") if card.folio else card.address
    yield _("Leads to"), [replace(one, key=card.folio + one.key) for one in words.plain(own)]
    yield _("Label"), words.plain(card.label)
    yield _("Title"), words.plain(card.title)
    yield _("Dek"), words.plain(card.dek)
    yield _("Opening"), words.rich(card.opening)
    if card.picture:
        yield from _picture(card.picture)


def _listed(lines: Iterator[str]) -> list[Token]:
    """Lines apart by a sign, so that one more line is a change of its own."""
    tokens: list[Token] = []
    for line in lines:
        sign = [Token("line", ";", ";", close=True)] if tokens else []
        tokens += [*sign, *words.plain(line)]
    return tokens


_FIELDS: dict[type, Callable[..., Iterator[Field]]] = {
    Document: _title_block,
    PictureUse: _picture,
    Analysis: _analysis,
    Section: _section,
    Brief: _brief,
    Card: _card,
}

"""What has changed between the text a person saw and the text as it is now, by part."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from digest.document import Document
from digest.lib import alignment, html


@dataclass(frozen=True)
class Line:
    """One part in the outline of a document: uid, parent's uid, name, hash of its text."""

    uid: str
    parent: str
    name: str
    digest: str


@dataclass(frozen=True)
class Difference:
    """What happened to one part: added, removed, changed or moved."""

    what: str
    name: str
    uid: str = field(default="", compare=False)

    def __str__(self) -> str:
        sentences = {
            "added": _("Added: %s"),
            "removed": _("Removed: %s"),
            "changed": _("Changed: %s"),
            "moved": _("Moved: %s"),
        }
        return sentences[self.what] % self.name


def outline(document: Document) -> tuple[Line, ...]:
    """The parts of a document in their order, small enough to travel in a form."""
    return tuple(_lines(document))


def between(before: Sequence[Line], after: Sequence[Line]) -> list[Difference]:
    """The differences of two outlines; a part that was both moved and changed counts twice."""
    old = {line.uid: line for line in before}
    new = {line.uid: line for line in after}
    in_order = _in_order(
        [line for line in before if line.uid in new and line.parent == new[line.uid].parent],
        [line for line in after if line.uid in old and line.parent == old[line.uid].parent],
    )
    found = [Difference("removed", line.name, line.uid) for line in before if line.uid not in new]
    for line in after:
        if line.uid not in old:
            found.append(Difference("added", line.name, line.uid))
            continue
        if line.digest != old[line.uid].digest:
            found.append(Difference("changed", line.name, line.uid))
        if line.uid not in in_order:
            found.append(Difference("moved", line.name, line.uid))
    return found


def _in_order(before: Sequence[Line], after: Sequence[Line]) -> set[str]:
    """The parts that stand among their siblings as they did; the same lines in both orders."""
    steady = set()
    old, new = _by_parent(before), _by_parent(after)
    for parent in old:
        for block in alignment.matching(old[parent], new[parent]):
            steady.update(old[parent][block.a : block.a + block.size])
    return steady


def _by_parent(lines: Sequence[Line]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        found[line.parent].append(line.uid)
    return found


def _lines(document: Document) -> Iterator[Line]:
    head = replace(document, picture=None, analysis=None, sections=(), cards=())
    yield _line(head, "", _("Title block"))
    if document.picture:
        yield _line(document.picture, document.uid, _("Top picture"))
    if document.analysis:
        yield _line(document.analysis, document.uid, _("Lead analysis"))
    for section in document.sections:
        yield _line(replace(section, briefs=()), document.uid, section.heading)
        for brief in section.briefs:
            yield _line(brief, section.uid, brief.title or _words(html.plain(brief.body)))
    for card in document.cards:
        yield _line(card, document.uid, card.title or _("Card of our own issue"))


def _line(part: Any, parent: str, name: str) -> Line:
    text = json.dumps(asdict(part), sort_keys=True, ensure_ascii=False)
    return Line(part.uid, parent, name, hashlib.sha256(text.encode()).hexdigest()[:16])


def _words(text: str) -> str:
    words = text.split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "") or _("Empty brief")

"""Two texts of one part: what somebody saved meanwhile, and what was typed on top of the old.

Each field that differs is a question; a rich text is asked about passage by passage.
An answer is "saved", "mine" or "both"; where none is given it is both, or what was
typed where there can be only one: no word is lost by not choosing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from digest.lib import alignment, html
from digest.models.richtext import RichTextField

if TYPE_CHECKING:
    from newsroom.desk.screen.forms import PartForm


@dataclass(frozen=True)
class Difference:
    """One place where the two texts differ, as plain words; `name` is the radio's name."""

    name: str
    label: str
    saved: str
    mine: str
    can_be_both: bool


@dataclass(frozen=True)
class Conflict:
    """All questions about one part, and a hash of what was typed when they were asked."""

    questions: list[Difference]
    digest: str


def between(form: PartForm) -> Conflict:
    """What differs between the row (`form.part`, read anew) and the valid form."""
    questions: list[Difference] = []
    for name, mine in form.typed().items():
        saved = form.current(name)
        label = str(form.fields[name].label or name)
        if _is_rich(form, name):
            for number, (old, new) in enumerate(_passages(saved or "", html.clean(mine))):
                if old != new:
                    texts = html.plain("".join(old)), html.plain("".join(new))
                    questions.append(Difference(f"choice-{name}-{number}", label, *texts, True))
        elif _same(saved) != _same(mine):
            texts = _spoken(form, name, saved), _spoken(form, name, mine)
            questions.append(Difference(f"choice-{name}", label, *texts, False))
    return Conflict(questions, digest_of(form))


def digest_of(form: PartForm) -> str:
    """A hash of what was typed: radios answer for one text, not for a later one."""
    return hashlib.sha256(repr(sorted(form.typed().items(), key=str)).encode()).hexdigest()[:16]


def merged(form: PartForm, choices: Mapping[str, str]) -> dict[str, Any]:
    """What the answers make of the two texts, as if it had been typed."""
    values = form.typed()
    for name, mine in values.items():
        if _is_rich(form, name):
            passages = _passages(form.current(name) or "", html.clean(mine))
            values[name] = "".join(
                _chosen(choices.get(f"choice-{name}-{number}", "both"), old, new)
                for number, (old, new) in enumerate(passages)
            )
        elif choices.get(f"choice-{name}") == "saved":
            values[name] = _raw(form, name)
    return values


def _chosen(choice: str, saved: list[str], mine: list[str]) -> str:
    if saved == mine or choice == "saved":
        return "".join(saved)
    return "".join(mine if choice == "mine" else [*saved, *mine])


def _passages(saved: str, mine: str) -> list[tuple[list[str], list[str]]]:
    """The two texts cut into runs of blocks: equal ones, and such that stand for each other."""
    old, new = html.blocks(saved), html.blocks(mine)
    return [(old[a:b], new[c:d]) for _, a, b, c, d in alignment.opcodes(old, new)]


def _is_rich(form: PartForm, name: str) -> bool:
    return isinstance(form.model._meta.get_field(name), RichTextField)


def _raw(form: PartForm, name: str) -> Any:
    value = form.current(name)
    field = form.fields[name]
    return field.clean(value) if hasattr(field, "queryset") else value


def _same(value: Any) -> Any:
    return getattr(value, "pk", value) or ""


def _spoken(form: PartForm, name: str, value: Any) -> str:
    field: Any = form.fields[name]
    if hasattr(field, "queryset") and not hasattr(value, "pk"):
        value = field.queryset.filter(pk=value).first() if value else ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return str(value or "")

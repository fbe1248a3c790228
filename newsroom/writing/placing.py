"""The order of rows within a parent.

Positions are gapped integers, unique within the parent at every moment. A move says
after which row it goes; the caller holds the issue's lock (saving.lock()).
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from newsroom.models.parts import GAP, Placed
from newsroom.refusals import Refused


def last_of(row: Placed, parent: models.Model) -> Placed | None:
    """The last sibling `row` would have under `parent`, or None."""
    return _siblings(row, parent).last()


def place(row: Placed, *, after: Placed | None, parent: models.Model | None = None) -> None:
    """Put `row` after a sibling, or first; under another parent where one is given.

    An unsaved row only gets its position. Refused where `after` is no sibling (any more).
    """
    parent = parent or getattr(row, row.parent_field)
    siblings = list(_siblings(row, parent))
    if after is not None and after not in siblings:
        raise Refused(_("“%s” does not stand here any more. Look again.") % after)
    index = siblings.index(after) + 1 if after is not None else 0
    position = _between(siblings, index)
    if position is None:
        # Out of its own old place, which a sibling may get.
        own = _rows(type(row)).filter(**{"pk": row.pk, row.parent_field: parent})
        own.update(position=-len(siblings) - 1)
        _renumber(type(row), siblings, leave_free=index)
        position = GAP * (index + 1)
    setattr(row, row.parent_field, parent)
    row.position = position
    if row.pk:
        _rows(type(row)).filter(pk=row.pk).update(
            **{row.parent_field: parent, "position": position}
        )


def _rows(model: type[Placed]) -> models.QuerySet[Any]:
    return model._default_manager.all()


def _siblings(row: Placed, parent: models.Model) -> models.QuerySet[Any]:
    siblings = _rows(type(row)).filter(**{row.parent_field: parent})
    return siblings.exclude(pk=row.pk).order_by("position")


def _between(siblings: list[Any], index: int) -> int | None:
    """A free position before siblings[index], or None where the gap is used up."""
    low = siblings[index - 1].position if index else 0
    if index == len(siblings):
        return low + GAP
    middle = (low + siblings[index].position) // 2
    return middle if low < middle < siblings[index].position else None


def _renumber(model: type[Placed], siblings: list[Any], *, leave_free: int) -> None:
    """Gaps for everybody, and a free place; by way of negative positions, which nobody holds."""
    for number, sibling in enumerate(siblings, 1):
        _rows(model).filter(pk=sibling.pk).update(position=-number)
    for index, sibling in enumerate(siblings):
        sibling.position = GAP * (index + 1 + (index >= leave_free))
        _rows(model).filter(pk=sibling.pk).update(position=sibling.position)

"""Pictures: taken in, drawn at their widths, shown and taken down. What others call."""

from newsroom.pictures.drawing import (
    FORMATS,
    WIDTHS,
    Unusable,
    develop,
    draw,
    keep,
    remove,
    taken_in,
)
from newsroom.pictures.showing import set_rights, take_down

__all__ = [
    "FORMATS",
    "WIDTHS",
    "Unusable",
    "develop",
    "draw",
    "keep",
    "remove",
    "set_rights",
    "take_down",
    "taken_in",
]

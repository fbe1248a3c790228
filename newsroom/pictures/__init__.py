"""Pictures: taken in, and drawn from originals at their widths. What others call."""

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

__all__ = ["FORMATS", "WIDTHS", "Unusable", "develop", "draw", "keep", "remove", "taken_in"]

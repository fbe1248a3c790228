"""Numbers and keys as they come with a request: whatever else comes is none, and never an error."""

from __future__ import annotations

#: More digits than any key of a row has; both databases hold numbers of so many.
DIGITS = 18


def number(text: str | None) -> int:
    """A number as it came with a form; 0 for anything else, which no row has."""
    known = text and text.isascii() and text.isdigit() and len(text) <= DIGITS
    return int(text) if text and known else 0

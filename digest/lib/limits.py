"""How long texts may be, in characters; said to whoever writes more, and nothing is cut.

All are well below what a request may hold (DATA_UPLOAD_MAX_MEMORY_SIZE), whatever the
letters: a character is at most twelve bytes of a form.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.translation import ngettext

#: Rich texts, counted as HTML.
LEAD = 200_000
RICH = 50_000
#: Plain texts of several lines.
LISTED = 10_000
NOTE = 5_000
DEK = 2_000


def too_long(text: str, longest: int) -> str:
    """The sentence about a text of more than `longest` characters, or ""."""
    over = len(text) - longest
    if over <= 0:
        return ""
    sentence = ngettext(
        "This is %(over)d character longer than the %(longest)d that fit. "
        "Shorten it; nothing of it is lost.",
        "This is %(over)d characters longer than the %(longest)d that fit. "
        "Shorten it; nothing of it is lost.",
        over,
    )
    return sentence % {"over": over, "longest": longest}


class Fits(MaxLengthValidator):
    """Django's own, which says by how much a text is too long."""

    def __call__(self, value: Any) -> None:
        if trouble := too_long(value, self.limit_value):
            raise ValidationError(trouble, code="max_length")


def at_most(limit: int) -> MaxLengthValidator:
    """Refuses a longer text, and says by how much."""
    return Fits(limit)

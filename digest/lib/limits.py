"""How long texts may be, in characters; said to whoever writes more, and nothing is cut.

All are well below what a request may hold (DATA_UPLOAD_MAX_MEMORY_SIZE), whatever the
letters: a character is at most twelve bytes of a form.
"""

from __future__ import annotations

from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

#: Rich texts, counted as HTML.
LEAD = 200_000
RICH = 50_000
#: Plain texts of several lines.
LISTED = 10_000
NOTE = 5_000
DEK = 2_000


def at_most(limit: int) -> MaxLengthValidator:
    """Refuses a longer text with a sentence that says both lengths."""
    return MaxLengthValidator(
        limit,
        message=_(
            "This text is too long: it has %(show_value)d characters, and at most "
            "%(limit_value)d can be kept. Shorten it."
        ),
    )

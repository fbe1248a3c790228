"""Languages, as tags."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: BCP 47 (RFC 5646, 2.1): language, script, region, variants; extensions are nobody's here.
_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    re.IGNORECASE,
)


def is_language(tag: str) -> bool:
    """Whether `tag` is written like a tag of a language."""
    return _TAG.fullmatch(tag) is not None


def validate_language(tag: str) -> None:
    """Raise ValidationError unless is_language(tag)."""
    if not is_language(tag):
        raise ValidationError(
            _("“%(tag)s” is no language tag. Write it like en, pt-PT or zh-Hant."),
            params={"tag": tag},
            code="language",
        )

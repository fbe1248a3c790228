"""Addresses made of words: the one rule, for whatever is part of a public address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from anyascii import anyascii
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

#: What the routes take (Django's converter "slug"): the database holds nothing else.
ROUTE = r"\A[-a-zA-Z0-9_]+\Z"
_PLAIN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: Written without blanks, each of these is a word of its own.
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_APOSTROPHES = re.compile("['’ʼ‘`]")


def base(words: str, *, otherwise: str, longest: int = 60) -> str:
    """The words as an address, in ASCII, whatever their script, and never cut within one.

    `otherwise` where there is no letter, or where the first word alone is longer.
    """
    kept: list[str] = []
    for word in _romanised(words):
        if len("-".join([*kept, word])) > longest:
            break
        kept.append(word)
    return "-".join(kept) or otherwise


def _romanised(words: str) -> list[str]:
    """Small letters and digits; signs, dashes and pictures are blanks."""
    composed = _HAN.sub(r" \g<0> ", unicodedata.normalize("NFC", words))
    letters = "".join(map(_letter, _APOSTROPHES.sub("", composed)))
    ascii_only = _APOSTROPHES.sub("", anyascii(letters)).lower()
    return re.findall("[a-z0-9]+", ascii_only)


def _letter(one: str) -> str:
    category = unicodedata.category(one)
    if category == "Cf":
        # Joiners and soft hyphens stand within words.
        return ""
    return one if category[0] in "LMN" else " "


def is_plain(slug: str) -> bool:
    """Whether an address is of small letters, digits and single hyphens between them."""
    return _PLAIN.fullmatch(slug) is not None


def validate_plain(slug: str) -> None:
    """Raise ValidationError unless is_plain(slug)."""
    if not is_plain(slug):
        raise ValidationError(
            _(
                "Write the address with small letters and digits, and single hyphens between "
                "words, like the-pilots-go-home."
            ),
            code="slug",
        )


def free(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or the first of "wanted-2", "wanted-3", … that is not taken."""
    slug, count = wanted, 1
    while slug in taken:
        count += 1
        slug = f"{wanted}-{count}"
    return slug

"""Addresses made of words."""

from __future__ import annotations

import re
from collections.abc import Collection

from django.utils.text import slugify


def base(words: str, *, otherwise: str, longest: int = 60) -> str:
    """The words as an address; `otherwise` where they have no letter an address knows."""
    return re.sub(r"[-_]+", "-", slugify(words))[:longest].strip("-") or otherwise


def is_plain(slug: str) -> bool:
    """Whether an address is of small letters, digits and single hyphens between them."""
    return re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) is not None


def free(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or the first of "wanted-2", "wanted-3", … that is not taken."""
    slug, count = wanted, 1
    while slug in taken:
        count += 1
        slug = f"{wanted}-{count}"
    return slug

"""Addresses made of words."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.text import slugify


def base(words: str, *, otherwise: str, longest: int = 60) -> str:
    """The words as an address; `otherwise` where they have no letter an address knows."""
    return slugify(words)[:longest].strip("-") or otherwise


def free(wanted: str, taken: Collection[str]) -> str:
    """`wanted`, or the first of "wanted-2", "wanted-3", … that is not taken."""
    slug, count = wanted, 1
    while slug in taken:
        count += 1
        slug = f"{wanted}-{count}"
    return slug

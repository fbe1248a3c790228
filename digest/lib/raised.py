"""Raised and lowered letters ("sup", "sub") where there is plain text only.

Figures and signs have letters of their own in Unicode: 10⁶, CO₂. A word stays as it
is, since "1st" is read as well as it was set. Anything else gets the sign that people
type for it: x^2a.
"""

from __future__ import annotations

import re

_FORMS = {
    "sup": dict(
        zip(
            "0123456789+−-=()abcdefghijklmnoprstuvwxyz",
            "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
            strict=True,
        )
    ),
    "sub": dict(
        zip("0123456789+−-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)
    ),
}
_SIGNS = {"sup": "^", "sub": "_"}
_WORD = re.compile(r"[^\W\d_]{2,}\.?")


def written(level: str, words: str) -> str:
    """`words` as a plain text has them; static/js/desk/raised.js has the same rule."""
    if _WORD.fullmatch(words) or not words.strip():
        return words
    forms = [_FORMS[level].get(letter, "") for letter in words]
    return "".join(forms) if all(forms) else _SIGNS[level] + words

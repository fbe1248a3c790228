"""Raised and lowered letters ("sup", "sub") where there is plain text only.

Figures and signs have letters of their own in Unicode: 10⁶, CO₂. A word stays as it
is, since "1st" is read as well as it was set. Anything else gets the sign that people
type for it: x^2a.
"""

from __future__ import annotations

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


def written(level: str, words: str) -> str:
    """`words` as a plain text has them; static/js/desk/raised.js has the same rule."""
    letters = words.removesuffix(".")
    if (len(letters) > 1 and letters.isalpha()) or not words.strip():
        return words
    known = _FORMS[level]
    raised = frozenset(known.values())
    forms = [known.get(letter, letter if letter in raised else "") for letter in words]
    return "".join(forms) if all(forms) else _SIGNS[level] + words

"""What is longer than fits is refused in words, and never cut."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import Model
from django.utils.translation import ngettext


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


def longest(model: type[Model], name: str) -> int:
    """How many characters a column holds."""
    return int(model._meta.get_field(name).max_length or 0)


class Fits(MaxLengthValidator):
    """Django's own, which says by how much a text is too long."""

    def __call__(self, value: Any) -> None:
        if trouble := too_long(value, self.limit_value):
            raise ValidationError(trouble, code="max_length")


def say_how_long(field: forms.Field) -> None:
    """Have a form's field say by how much a text is too long."""
    field.validators = [
        Fits(one.limit_value) if isinstance(one, MaxLengthValidator) else one
        for one in field.validators
    ]

"""What is longer than fits is refused in words, and never cut."""

from __future__ import annotations

from django import forms
from django.core.validators import MaxLengthValidator
from django.db.models import Model

from digest.lib.limits import Fits


def longest(model: type[Model], name: str) -> int:
    """How many characters a column holds."""
    return int(model._meta.get_field(name).max_length or 0)


def say_how_long(field: forms.Field) -> None:
    """Have a form's field say by how much a text is too long."""
    field.validators = [
        Fits(one.limit_value) if isinstance(one, MaxLengthValidator) else one
        for one in field.validators
    ]

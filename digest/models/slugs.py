"""A column that is part of public addresses."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from digest.lib import slugs
from digest.models.plaintext import PlainFormField, PlainSlugField


class AddressField(PlainSlugField):
    """One word of an address: small letters, digits and hyphens (digest/lib/slugs.py)."""

    default_validators = [slugs.validate_plain]

    def formfield(self, **kwargs: Any) -> Any:
        # Not a form's SlugField: that has a sentence of its own, and another rule.
        return models.CharField.formfield(self, **{"form_class": PlainFormField, **kwargs})


def on_a_route(model: str) -> models.BaseConstraint:
    """No row, whoever writes it, has an address that the routes do not take.

    One that they do not take would make every page that names the row an error.
    """
    return models.CheckConstraint(
        condition=Q(slug__regex=slugs.ROUTE), name=f"{model}_slug_is_on_a_route"
    )

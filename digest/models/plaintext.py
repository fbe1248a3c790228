"""Columns of plain text: the rule of digest/lib/plaintext.py on the way in and out.

It hangs on the field, below save(), update() and bulk_create(), so no form, command or
import has to remember it. What was stored before the rule is read by it, too. For the
database these are Django's own fields: no migration knows them.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection
from typing import Any

from django import forms
from django.db import DatabaseError, models, transaction
from django.db.models.query_utils import DeferredAttribute

from digest.lib import limits, plaintext


class PlainFormField(forms.CharField):
    """One line as it will be stored: what was saved is what is shown."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return plaintext.line(value) if isinstance(value, str) else value


class PlainLinesFormField(forms.CharField):
    """Several lines as they will be stored."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return plaintext.lines(value) if isinstance(value, str) else value


class _PlainAttribute(DeferredAttribute):
    """What a row in memory is given is plain at once."""

    def __set__(self, instance: models.Model, value: Any) -> None:
        field: Any = self.field
        instance.__dict__[field.attname] = field.stored(value)


class _Plain(models.Field):
    """What the columns have in common."""

    django_field: type[models.Field]
    descriptor_class = _PlainAttribute
    #: The rule of digest/lib/plaintext.py.
    rule = staticmethod(plaintext.line)

    def stored(self, value: Any) -> Any:
        """The value as the row will hold it."""
        return self.rule(value) if isinstance(value, str) else value

    def to_python(self, value: Any) -> Any:
        return self.stored(super().to_python(value))

    def get_prep_value(self, value: Any) -> Any:
        return self.stored(super().get_prep_value(value))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return self.stored(value)

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, f"django.db.models.{self.django_field.__name__}", args, kwargs


class PlainCharField(_Plain, models.CharField):
    """One line: what breaks or hides text is taken out as it is stored and read."""

    django_field = models.CharField

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": PlainFormField, **kwargs})


class PlainSlugField(_Plain, models.SlugField):
    """A slug column under the same rule as one line of text."""

    django_field = models.SlugField


class PlainTextField(_Plain, models.TextField):
    """Several lines, at most `limit` characters: refused beside the field, never cut."""

    django_field = models.TextField
    rule = staticmethod(plaintext.lines)

    def __init__(self, *args: Any, limit: int = limits.LISTED, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.limit = limit

    @property
    def validators(self) -> Any:
        return [*super().validators, limits.at_most(self.limit)]

    def formfield(self, **kwargs: Any) -> Any:
        ours = {"form_class": PlainLinesFormField, "validators": [limits.at_most(self.limit)]}
        return super().formfield(**{**ours, **kwargs})


class PlainJSONField(_Plain, models.JSONField):
    """JSON whose strings, at any depth, are held to the rule of plain text."""

    django_field = models.JSONField

    def stored(self, value: Any) -> Any:
        return plaintext.within(value)

    def get_prep_value(self, value: Any) -> Any:
        return self.stored(models.Field.get_prep_value(self, value))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return models.JSONField.from_db_value(self, value, expression, connection)


def clean_rows(apps: Any, label: str, but: Collection[str] = ()) -> None:
    """For migrations: bring what an app's rows hold under the rule, but for models named.

    What would then be the same as another row where only one can be stays as it is; it is
    read by the rule all the same.
    """
    for model in apps.get_app_config(label).get_models():
        columns = {
            field.name: plaintext.lines if isinstance(field, models.TextField) else plaintext.line
            for field in model._meta.concrete_fields
            if type(field) in {models.CharField, models.SlugField, models.TextField}
        }
        if not columns or model.__name__ in but:
            continue
        for row in list(model.objects.values("pk", *columns)):
            plain = {name: rule(row[name]) for name, rule in columns.items()}
            changed = {name: value for name, value in plain.items() if value != row[name]}
            if changed:
                with contextlib.suppress(DatabaseError), transaction.atomic():
                    model.objects.filter(pk=row["pk"]).update(**changed)

"""What Django's admin takes from a request as it comes, held within what a row can have.

Its own pages answer some of it with an error: a key that is no number, a year that no calendar
of ours has. Every admin of the desk has this one.
"""

from __future__ import annotations

from typing import Any

from django.contrib.admin import helpers
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from django.forms import DateField, DateTimeField, Field, SplitDateTimeField
from django.http import HttpRequest

from digest.lib.dates import validate_year
from newsroom.desk.keys import number


class KeySelect(AutocompleteSelect):
    """A choice among rows; a key that is none is refused beside it, and chooses nothing."""

    def format_value(self, value: Any) -> list[str]:
        """Only what can be the key of a row is looked up."""
        return [one for one in super().format_value(value) if not one or number(one)]


class BoundedFields:
    """Fields of a form or of rows in it."""

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> Field | None:
        """With bounds for days and moments."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(field, DateField | DateTimeField | SplitDateTimeField):
            field.validators.append(validate_year)
        return field

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> Field | None:
        """With a widget that looks for keys only."""
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", KeySelect(db_field, self.admin_site))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class BoundedAdmin(BoundedFields):
    """The pages of a model."""

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None):
        """The row of a key, or of another field that a link names."""
        return super().get_object(request, object_id, from_field or None)

    def response_action(self, request: HttpRequest, queryset: models.QuerySet):
        """What is to be done with rows; keys that are none have chosen nothing."""
        chosen = request.POST.getlist(helpers.ACTION_CHECKBOX_NAME)
        request.POST = request.POST.copy()
        request.POST.setlist(helpers.ACTION_CHECKBOX_NAME, [one for one in chosen if number(one)])
        return super().response_action(request, queryset)

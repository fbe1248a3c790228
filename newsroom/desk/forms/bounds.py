"""What Django's admin takes from a request as it comes, held within what a row can have.

Its own pages answer some of it with an error: a key that is no number, a year that no calendar
of ours has. Every admin of the desk has this one.
"""

from __future__ import annotations

from typing import Any

from django.contrib.admin import helpers
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.widgets import AutocompleteSelect
from django.db import models
from django.forms import DateField, DateTimeField, Field, SplitDateTimeField
from django.http import HttpRequest

from digest.lib.dates import YEARS, validate_year
from newsroom.desk.lib.keys import number

#: Rows of one kind within a form.
MOST_ROWS = 100


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


class BoundedRows(BoundedFields):
    """Rows within a form, of which a request cannot ask for thousands."""

    max_num = MOST_ROWS

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        # For somebody who may add none, the admin sets that of this very inline to 0.
        most = type(self).max_num
        return super().get_formset(request, obj, **{"absolute_max": most, **kwargs})


#: How the filters of a list, and its way through the years, ask for a field.
ASKED = {"", "exact", "isnull", "id__exact", "pk__exact", "year", "month", "day"}


class BoundedAdmin(BoundedFields):
    """A model's pages, of which an address can ask only what they offer."""

    #: Fields by which links of ours narrow a list, beside its filters.
    asked_for: tuple[str, ...] = ()

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        """Only what the list offers: any other lookup of a field could be one of no value."""
        names = [getattr(one, "parameter_name", one) for one in self.get_list_filter(request)]
        offered = [one if isinstance(one, str) else one[0] for one in names]
        offered += [*self.asked_for, *filter(None, [self.date_hierarchy])]
        asked = (lookup[len(one) :] for one in offered if lookup.startswith(one))
        known = any(rest.removeprefix("__") in ASKED for rest in asked)
        return known and super().lookup_allowed(lookup, value, request)

    def get_changelist_instance(self, request: HttpRequest):
        """A list, of years that the clocks know."""
        year = request.GET.get(f"{self.date_hierarchy}__year")
        if year is not None and number(year) not in YEARS:
            raise IncorrectLookupParameters
        return super().get_changelist_instance(request)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None):
        """The row of a key, or of another field that a link names."""
        return super().get_object(request, object_id, from_field or None)

    def response_action(self, request: HttpRequest, queryset: models.QuerySet):
        """What is to be done with rows; keys that are none have chosen nothing."""
        chosen = request.POST.getlist(helpers.ACTION_CHECKBOX_NAME)
        request.POST = request.POST.copy()
        request.POST.setlist(helpers.ACTION_CHECKBOX_NAME, [one for one in chosen if number(one)])
        return super().response_action(request, queryset)

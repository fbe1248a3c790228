"""Rows within a form."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import UniqueConstraint
from django.forms.models import InlineForeignKeyField
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from newsroom.desk.forms.bounds import BoundedRows
from newsroom.desk.forms.stale import StaleForm, StaleFormSet


class RowForm(StaleForm):
    """A row; what its parent may have only once is looked for among the rows that are stored."""

    def validate_unique(self):
        # Django leaves constraints that name the parent out of a form within a form.
        [parent] = [n for n, one in self.fields.items() if isinstance(one, InlineForeignKeyField)]
        exclude = self._get_validation_exclusions()
        for one in self.instance._meta.constraints:
            if isinstance(one, UniqueConstraint) and parent in one.fields:
                try:
                    one.validate(type(self.instance), self.instance, exclude=exclude)
                except ValidationError:
                    [name] = set(one.fields) - {parent}
                    said = _("“%s” stands in another row already.")
                    self.add_error(name, said % getattr(self.instance, name))
        super().validate_unique()


class NamedFormSet(StaleFormSet):
    """The box that deletes a row has a name too."""

    def get_deletion_widget(self):
        return forms.CheckboxInput(attrs={"aria-label": _("Delete this row")})


class NamedRows(BoundedRows, admin.TabularInline):
    """Rows whose fields have names of their own: a column's heading names none of them."""

    extra = 0
    form = RowForm
    formset = NamedFormSet

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            # A relation's widget is wrapped in one that draws the links beside it.
            inner = getattr(field.widget, "widget", field.widget)
            inner.attrs.setdefault("aria-label", capfirst(field.label))
        return field

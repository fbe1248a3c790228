"""Rows within a form."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.utils.text import capfirst
from django.utils.translation import gettext as _


class NamedFormSet(forms.BaseInlineFormSet):
    """The box that deletes a row has a name too."""

    def get_deletion_widget(self):
        return forms.CheckboxInput(attrs={"aria-label": _("Delete this row")})


class NamedRows(admin.TabularInline):
    """Rows whose fields have names of their own: a column's heading names none of them."""

    extra = 0
    formset = NamedFormSet

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None:
            # A relation's widget is wrapped in one that draws the links beside it.
            inner = getattr(field.widget, "widget", field.widget)
            inner.attrs.setdefault("aria-label", capfirst(field.label))
        return field

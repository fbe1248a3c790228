"""Fields that are closed by now: what was typed into one is not dropped without a word.

A form leaves out what may not be changed; the page may have been opened when it still could.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from newsroom.desk.forms import lines
from newsroom.desk.forms.hashes import Hashes, hashed, key_of, shown_to


class ClosedAdmin:
    """Forms whose fields depend on what the row has become, or on what a person may."""

    #: Why a field can be closed, said to who has typed into it.
    why_closed: dict[str, Any] = {}

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """With the fields that it would have, were nothing closed."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.open_field = staticmethod(
            lambda name: self.formfield_for_dbfield(self.opts.get_field(name), request)
        )
        form.why_closed = self.why_closed
        return form


class ClosedForm(forms.ModelForm):
    """A form that says what was typed into fields which it has not any more."""

    #: Whether the page showed an empty form for what somebody has made since.
    made_meanwhile = False
    open_field: Callable[[str], forms.Field | None] | None = None
    why_closed: dict[str, Any] = {}

    @cached_property
    def was(self) -> Hashes:
        """What the page has shown of this row, field by field."""
        said, row = shown_to(self.data), self.instance
        was = said.get(key_of(row), {}) if row.pk else {}
        if self.made_meanwhile:
            was = was or said.get(key_of(type(row)()), {})
        return was

    def clean(self) -> dict[str, Any]:
        """Said once: the next page does not show the field as one to type into."""
        cleaned: dict[str, Any] = super().clean()
        if self.open_field is not None:
            meta = self.instance._meta
            own = {one.name for one in (*meta.fields, *meta.many_to_many)}
            for name in sorted(own & self.was.keys() - self.fields.keys()):
                if sentence := self._closed(name, self.was[name]):
                    self.add_error(None, sentence)
        return cleaned

    def _closed(self, name: str, was: str) -> str:
        """The sentence about a closed field; "" where nothing was typed into it."""
        column, field = self.instance._meta.get_field(name), self.open_field(name)
        key = self.add_prefix(name)
        if field is None or field.widget.value_omitted_from_data(self.data, self.files, key):
            return ""
        typed = field.widget.value_from_datadict(self.data, self.files, key)
        try:
            value = field.clean(typed)
            words = _spoken(column, value)
        except ValidationError:
            value = typed
            words = ", ".join(map(str, filter(None, typed))) if isinstance(typed, list) else typed
        stored = column.value_from_object(self.instance)
        if hashed(value) in (was, hashed(stored)):
            return ""
        said = _(
            "“%(field)s” cannot be changed any more since you looked. Your “%(typed)s” was not "
            "kept: it stays “%(stored)s”. Save again to have the rest."
        )
        told = said % {
            "field": capfirst(column.verbose_name),
            "typed": words or _("nothing"),
            "stored": _spoken(column, stored) or _("nothing"),
        }
        return " ".join(filter(None, [told, str(self.why_closed.get(name, ""))]))


def _spoken(column: Any, value: Any) -> str:
    if column.many_to_many:
        return ", ".join(map(str, value))
    return lines.spoken(column, value)

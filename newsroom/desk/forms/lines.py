"""What is saved on a form of the frame, for the journal: field by field, from what to what."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.forms import BaseInlineFormSet, ModelForm
from django.utils import timezone
from django.utils.translation import gettext as _

from digest.lib import dates, html
from digest.models.richtext import RichTextField
from newsroom import journal

ADDED, CHANGED, DELETED = "frame.added", "frame.changed", "frame.deleted"


def record(form: ModelForm, row: models.Model, *, by: AbstractUser, change: bool) -> None:
    """Write a line for the row of a form; none where nothing is another than before."""
    if _changed(form) or not change:
        _record(CHANGED if change else ADDED, row, form, by, str(row))


def record_rows(formset: BaseInlineFormSet, *, by: AbstractUser) -> None:
    """Write a line for each row that was saved within a form: it is about the whole."""
    whole = formset.instance
    verbs = {
        ADDED: formset.new_objects,
        CHANGED: [row for row, _fields in formset.changed_objects],
        DELETED: formset.deleted_objects,
    }
    for form in formset.forms:
        for verb in (verb for verb, rows in verbs.items() if form.instance in rows):
            if verb == CHANGED and not _changed(form):
                continue
            if formset.fk.one_to_one:
                # What there is one of was as it begins, also where no row said so.
                _record(CHANGED, whole, form, by, str(whole))
            else:
                _record(verb, whole, form, by, f"{whole}, {form.instance}")


def _record(verb: str, subject: models.Model, form: ModelForm, by: AbstractUser, name: str) -> None:
    # Keys of the row and of its whole are hidden.
    shown = {one.name for one in form.visible_fields()}
    own = [one for one in form.instance._meta.fields if one.name in shown]
    changed = [one for one in _changed(form) if one in shown]
    values = [_values(verb, one, form) for one in own if verb == DELETED or one.name in changed]
    journal.record(
        verb,
        subject,
        by=by,
        at=dates.now(),
        name=name,
        fields=changed,
        values=[one for one in values if any(one[1:])],
    )


def _changed(form: ModelForm) -> list[str]:
    """The fields that say something else; browsers send other ends of lines than are stored."""
    return [
        name
        for name in form.changed_data
        if _lines(form.get_initial_for_field(form.fields[name], name))
        != _lines(form.cleaned_data.get(name))
    ]


def _lines(value: Any) -> Any:
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def _values(verb: str, field: models.Field[Any, Any], form: ModelForm) -> list[str]:
    """The field, and what stood in it, what stands in it now, or both."""
    label = str(field.verbose_name)
    before = form.get_initial_for_field(form.fields[field.name], field.name)
    after = form.cleaned_data.get(field.name)
    wanted = {ADDED: [after], CHANGED: [before, after], DELETED: [before]}[verb]
    return [label, *(spoken(field, one) for one in wanted)]


def spoken(field: models.Field[Any, Any], value: Any) -> str:
    """What stands in a field, in the words of the desk; "" for nothing."""
    if value in (None, ""):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.related_model and not isinstance(value, models.Model):
        return str(field.related_model._default_manager.filter(pk=value).first() or "")
    if isinstance(value, datetime):
        return dates.spoken(value, timezone.get_current_timezone_name())
    if isinstance(field, RichTextField):
        return html.plain(value)
    return str(dict(field.flatchoices).get(value, value))

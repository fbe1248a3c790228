"""Forms that somebody else has saved since they were shown: nothing is overwritten unseen.

A page prints what its forms were shown, as a hash a field. Saved later, it is compared with what
is stored by then, under the lock of the row: a field that only the other person has changed keeps
their change; where both have, nothing is saved, and both stand beside each other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db import connection
from django.db.models import FileField, Model
from django.forms.models import InlineForeignKeyField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from newsroom.desk.forms import lines
from newsroom.desk.forms.closed import ClosedAdmin, ClosedForm
from newsroom.desk.forms.hashes import SHOWN, Hashes, hashed, key_of, shown_to
from newsroom.desk.forms.moments import keep_untouched


def shown(every: Iterable[forms.ModelForm]) -> str:
    """What forms show, for the hidden field."""
    noticing = [one for one in every if isinstance(one, StaleForm)]
    return json.dumps({key_of(one.instance): _hashes(one) | one.unasked for one in noticing})


class StaleAdmin(ClosedAdmin):
    """Pages of such forms. What is to be saved is locked before it is compared."""

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Model | None:
        """Locked where it is to be saved: who comes second is told what the first has saved."""
        found = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST" or not connection.in_atomic_block:
            return found
        rows = type(found)._default_manager.select_for_update(of=("self",))
        return rows.filter(pk=found.pk).first()

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        """Saved, and said what of somebody else's was left alone."""
        super().save_model(request, obj, form, change)
        for name in getattr(form, "stayed", []):
            words = _("Somebody else has changed “%s” since you looked. That stays.")
            messages.info(request, words % form.fields[name].label)

    def _delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None
    ) -> HttpResponse:
        """Nothing is deleted that says something else by now than when it was looked at."""
        found = self.get_object(request, unquote(object_id))
        now = _all_of(found) if found else ""
        if found and request.method == "POST" and request.POST.get(SHOWN, now) != now:
            said = _("Somebody else has changed “%s” since you looked. Look again, then delete.")
            messages.warning(request, said % found)
            return redirect(request.get_full_path())
        return super()._delete_view(request, object_id, {**(extra_context or {}), SHOWN: now})

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """With what its forms show, for the comparison when they come back."""
        rows = [form for one in context["inline_admin_formsets"] for form in one.formset.forms]
        context["shown"] = shown([context["adminform"].form, *rows])
        return super().render_change_form(request, context, *args, **kwargs)


class StaleForm(ClosedForm):
    """A form that notices what somebody else has saved since it was shown."""

    #: Whether the page showed a row that somebody has deleted since.
    gone = False
    #: What is to be said where it is about a row that is gone; anew.py beside this says when.
    deleted = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        #: Fields that keep what somebody else has saved.
        self.stayed: list[str] = []
        #: What was shown of fields that are wrong in themselves, to be compared once they are not.
        self.unasked: Hashes = {}

    @cached_property
    def changed_meanwhile(self) -> Hashes:
        """The fields that hold something else by now than was shown, with what was shown."""
        was = self.was
        return {name: was[name] for name, one in _hashes(self).items() if was.get(name, one) != one}

    @property
    def is_stale(self) -> bool:
        """Whether somebody else has changed the row since it was shown."""
        return bool(self.changed_meanwhile)

    def clean(self) -> dict[str, Any]:
        """Keep what only the other person has changed, and ask where both have."""
        cleaned: dict[str, Any] = super().clean()
        keep_untouched(self, cleaned)
        for name, was in self.changed_meanwhile.items():
            mine, theirs = cleaned.get(name), _stored(self, name)
            if name in self.errors:
                self.unasked[name] = was
            elif hashed(mine) == was:
                self._keep(name)
            elif hashed(mine) != hashed(theirs):
                self.add_error(name, self._asked(name, theirs))
        if self.deleted:
            self._say_deleted()
        return cleaned

    def _say_deleted(self) -> None:
        """Once for the row, and beside each file: a browser does not send one again."""
        self.add_error(None, self.deleted)
        for name in (name for name, one in self.fields.items() if isinstance(one, forms.FileField)):
            self.errors.pop(name, None)
            self.add_error(name, _("The file was deleted with it. Choose it once more."))

    def _asked(self, name: str, theirs: Any) -> str:
        """The sentence beside a field that both have changed."""
        field = self.instance._meta.get_field(name)
        if isinstance(field, FileField):
            return _("Somebody else has put another file here meanwhile. Choose yours once more.")
        if field.many_to_many:
            words = ", ".join(map(str, theirs))
        else:
            words = lines.spoken(field, theirs)
        return saved_meanwhile(words)

    def _keep(self, name: str) -> None:
        """Leave a field as it is stored, and show it so."""
        kept = getattr(self.instance, name)
        is_list = self.instance._meta.get_field(name).many_to_many
        self.cleaned_data[name] = kept.all() if is_list else kept
        self.data = self.data.copy()
        field, key = self.fields[name], self.add_prefix(name)
        value, widget = field.prepare_value(_stored(self, name)), field.widget
        if isinstance(widget, forms.MultiWidget):
            parts = zip(widget.widgets_names, widget.widgets, widget.decompress(value), strict=True)
            self.data.update(
                {key + name: one.format_value(part) or "" for name, one, part in parts}
            )
        elif isinstance(widget, forms.CheckboxInput):
            self.data.pop(key, None)
            self.data.update({key: "on"} if value else {})
        elif is_list:
            self.data.setlist(key, [str(one) for one in value])
        else:
            self.data[key] = "" if value is None else str(value)
        self.__dict__.pop("changed_data", None)
        self.stayed.append(name)


class StaleFormSet(forms.BaseInlineFormSet):
    """Rows of such forms: what somebody has changed or deleted meanwhile is asked about."""

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        made = self._made_meanwhile(i)
        if made is not None:
            kwargs["instance"] = made
        form = super()._construct_form(i, **kwargs)
        form.made_meanwhile = made is not None
        form.gone = self.is_bound and i < self.initial_form_count() and form.instance.pk is None
        if form.gone:
            # Its key names nothing any more; what was typed is a new row if it is sent again.
            key = form.fields[self.model._meta.pk.name]
            key.required, key.disabled, form.empty_permitted = False, True, True
        return form

    def _made_meanwhile(self, i: int) -> Model | None:
        """The one row there can be, where the page showed that there is none."""
        is_new = self.is_bound and i >= self.initial_form_count()
        return self.get_queryset().first() if is_new and self.fk.one_to_one else None

    @property
    def initial_forms(self) -> list[Any]:
        """Those whose row is still there."""
        return [form for form in super().initial_forms if not form.gone]

    @property
    def extra_forms(self) -> list[Any]:
        """New ones, and those whose row somebody has deleted meanwhile."""
        return [*(form for form in super().initial_forms if form.gone), *super().extra_forms]

    def _should_delete_form(self, form: Any) -> bool:
        if form.gone and self._is_as_shown(form):
            # Somebody has deleted what this person has left alone.
            return True
        return super()._should_delete_form(form) and (form.gone or not form.is_stale)

    def _is_as_shown(self, form: Any) -> bool:
        was = shown_to(self.data).get(self._posted_key(form), {})
        cleaned = getattr(form, "cleaned_data", {})
        return bool(was) and all(hashed(cleaned.get(name)) == one for name, one in was.items())

    def clean(self) -> None:
        """Say where a row was deleted meanwhile, or changed before it was to be deleted."""
        super().clean()
        for form in (one for one in self.forms if isinstance(one, StaleForm)):
            if form.gone and not self._should_delete_form(form) and self._was_shown(form):
                said = _(
                    "Somebody has deleted this row since you looked. Save again to add it anew, "
                    "or tick Delete."
                )
                form.add_error(None, said)
            elif form.is_stale and super()._should_delete_form(form):
                said = _("Somebody has changed this row since you looked. Look again, then delete.")
                form.add_error(None, said)
            elif self.save_as_new and super()._should_delete_form(form):
                said = _("You ticked Delete here. Take this row out, or it is added with the rest.")
                form.add_error(None, said)

    def _was_shown(self, form: Any) -> bool:
        return self._posted_key(form) in shown_to(self.data)

    def _posted_key(self, form: Any) -> str:
        """The key of the row that the page showed in this place."""
        meta = self.model._meta
        posted = self.data.get(f"{form.prefix}-{meta.pk.name}")
        return "" if posted is None else f"{meta.label_lower}.{posted}"


class StaleAnswer(forms.Form):
    """A small form beside the frame's, whose `initial` is what is stored: it notices as well."""

    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored = {name: hashed(one) for name, one in self.initial.items()}
        self.initial[SHOWN] = json.dumps({"": self.stored})

    def clean(self) -> dict[str, Any]:
        """Keep what only the other person has changed, and ask where both have."""
        cleaned: dict[str, Any] = super().clean()
        was = shown_to(self.data).get("", {})
        self.data = self.data.copy()
        seen = dict(self.stored)
        for name, one in self.stored.items():
            field, mine = self.fields[name], hashed(cleaned.get(name))
            if was.get(name, one) == one or mine == one:
                continue
            theirs = field.clean(self.initial[name])
            if name in self.errors:
                seen[name] = was[name]
            elif mine == was[name]:
                cleaned[name], self.data[name] = theirs, str(field.prepare_value(theirs) or "")
            else:
                spoken = getattr(field, "label_from_instance", str)
                self.add_error(name, saved_meanwhile(spoken(theirs) if theirs else ""))
        self.data[SHOWN] = json.dumps({"": seen})
        return cleaned


def _all_of(row: Model) -> str:
    """A hash of all that a row says."""
    columns = (one for one in row._meta.concrete_fields if not one.primary_key)
    return hashed("\n".join(hashed(one.value_from_object(row)) for one in columns))


def saved_meanwhile(words: str) -> str:
    """What is said beside a field that somebody else has saved, too."""
    said = _("Saved by somebody else meanwhile: “%s”. Save again to keep yours.")
    return said % (words or _("nothing"))


def _hashes(form: forms.ModelForm) -> Hashes:
    """A hash of what is stored in each field of the form that a person can change."""
    meta = form._meta.model._meta
    own = {one.name for one in (*meta.fields, *meta.many_to_many) if not one.primary_key}
    return {
        name: hashed(_stored(form, name))
        for name, field in form.fields.items()
        if name in own and not field.disabled and not isinstance(field, InlineForeignKeyField)
    }


def _stored(form: forms.ModelForm, name: str) -> Any:
    return form.get_initial_for_field(form.fields[name], name)

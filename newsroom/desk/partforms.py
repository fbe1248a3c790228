"""Forms of parts: they know which version the person saw, and where the part stands."""

from __future__ import annotations

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.lib import html
from digest.models import Outlet
from digest.models.richtext import RichTextField
from newsroom.models import Source
from newsroom.models.parts import Placed


class VersionedForm(forms.ModelForm):
    """Refuses a stale save beside the fields, with both texts, and loses no character."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["seen"].initial = self.instance.version if self.instance.pk else None

    def clean(self):
        cleaned = super().clean()
        # The instance still holds what the database has; the form, what was typed.
        if self.instance.pk and cleaned.get("seen") != self.instance.version:
            self._show_both(cleaned)
        return cleaned

    def values(self):
        """What save_part() is to write."""
        names = {field.name for field in self._meta.model._meta.fields}
        return {name: value for name, value in self.cleaned_data.items() if name in names}

    def _show_both(self, typed):
        for name in list(typed):
            if name in {"seen", "after"} or not hasattr(self.instance, name):
                continue
            theirs = getattr(self.instance, name)
            if typed[name] != theirs:
                if isinstance(self._meta.model._meta.get_field(name), RichTextField):
                    theirs = html.plain(theirs)
                shown = theirs if theirs not in (None, "") else _("nothing")
                self.add_error(name, _("Saved by somebody else in the meantime: %s") % shown)
        for related in getattr(self, "shown_rows", []):
            rows = "; ".join(str(row) for row in getattr(self.instance, related).all())
            self.add_error(None, _("The rows below are now, as saved by somebody else: %s") % rows)
        self.add_error(
            None,
            _(
                "Somebody else has saved this since you opened it. What you typed is still here; "
                "theirs stands beside it. Save again to put yours in its place."
            ),
        )
        self.data = self.data.copy()
        self.data[self.add_prefix("seen")] = str(self.instance.version)


class PlaceField(forms.ChoiceField):
    """A place in an order that others may have changed since the form was shown.

    The form brings back what it showed, so that only a choice somebody made is a move;
    whether the chosen neighbour is still there is asked then.
    """

    def __init__(self, **kwargs):
        super().__init__(required=False, show_hidden_initial=True, **kwargs)

    def valid_value(self, value):
        return True


class PlacedForm(VersionedForm):
    """Also says after which sibling the part stands; "" is first."""

    after = PlaceField(label=gettext_lazy("stands after"))

    def __init__(self, *args, parent=None, **kwargs):
        super().__init__(*args, **kwargs)
        siblings = list(self._siblings(parent))
        choices = [(str(row.pk), str(row)) for row in siblings if row.pk != self.instance.pk]
        self.fields["after"].choices = [("", _("nothing: it is the first")), *choices]
        if self.instance.pk:
            before = [r for r in siblings if r.position < self.instance.position]
        else:
            before = siblings
        self.fields["after"].initial = str(before[-1].pk) if before else ""
        self.siblings = {str(row.pk): row for row in siblings}

    def _siblings(self, parent):
        model: type[Placed] = self._meta.model
        if self.instance.pk:
            parent = getattr(self.instance, model.parent_field)
        if parent is None:
            return []
        return model.objects.standing_in().filter(**{model.parent_field: parent})

    def clean(self):
        cleaned = super().clean()
        if "after" in self.changed_data and cleaned.get("after") not in {"", *self.siblings}:
            self.add_error(
                "after", _("That one does not stand here any more. Choose another place.")
            )
        return cleaned

    def chosen_place(self):
        """The sibling to stand after, or None for first."""
        return self.siblings.get(self.cleaned_data.get("after", ""))


class SteadyFormSet(forms.BaseInlineFormSet):
    """Rows that somebody else has deleted in the meantime are saved as new ones."""

    def __init__(self, data=None, *args, **kwargs):
        super().__init__(data, *args, **kwargs)
        if self.is_bound:
            self.data = self._with_lost_rows_as_new(self.data.copy())

    def _with_lost_rows_as_new(self, data):
        prefix, pk = self.prefix, self.model._meta.pk.name
        try:
            total = min(int(data[f"{prefix}-TOTAL_FORMS"]), self.absolute_max)
            initial = min(int(data[f"{prefix}-INITIAL_FORMS"]), total)
        except (KeyError, ValueError):
            return data
        there = {str(row.pk) for row in self.get_queryset()}
        known, lost = [], []
        for index in range(initial):
            row = data.get(f"{prefix}-{index}-{pk}", "") in there
            (known if row else lost).append(index)
        if not lost:
            return data
        rows = {}
        for to, index in enumerate([*known, *lost, *range(initial, total)]):
            start = f"{prefix}-{index}-"
            for name in [name for name in data if name.startswith(start)]:
                rows[f"{prefix}-{to}-{name.removeprefix(start)}"] = data[name]
            if index in lost:
                rows[f"{prefix}-{to}-{pk}"] = ""
        for name in [name for name in data if re.match(rf"{prefix}-\d+-", name)]:
            del data[name]
        for name, value in rows.items():
            data[name] = value
        data[f"{prefix}-INITIAL_FORMS"] = str(len(known))
        return data


class SourceForm(forms.ModelForm):
    """An empty outlet is found from the address."""

    class Meta:
        model = Source
        fields = ["address", "outlet", "reporter"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["outlet"].required = False

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("address") and not cleaned.get("outlet"):
            cleaned["outlet"] = Outlet.objects.for_address(cleaned["address"])
            if cleaned["outlet"] is None:
                self.add_error(
                    "outlet",
                    _("No outlet has this address's domain. Choose one, or add it with the plus."),
                )
        return cleaned

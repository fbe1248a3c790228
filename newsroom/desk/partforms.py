"""Forms of parts: they know which version the person saw, and where the part stands."""

from __future__ import annotations

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


class PlacedForm(VersionedForm):
    """Also says after which sibling the part stands; "" is first."""

    after = forms.ChoiceField(label=gettext_lazy("stands after"), required=False)

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

    def chosen_place(self):
        """The sibling to stand after, or None for first."""
        return self.siblings.get(self.cleaned_data.get("after", ""))


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

"""The forms of the press. Times are typed on the clock of the issue's series."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.lib import dates
from digest.models import Edition
from newsroom import folios
from newsroom.holding import Expecting
from newsroom.preflight import Finding, Level


class ReasonForm(forms.Form):
    """Why; people will ask."""

    reason = forms.CharField(
        label=gettext_lazy("reason"), widget=forms.Textarea(attrs={"rows": 3, "cols": 60})
    )


class ZonedDateTimeField(forms.DateTimeField):
    """A time on the clock of `zone`, cleaned into an instant in UTC."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def __init__(self, *, zone: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.zone = zone
        self.help_text = _("On the clock of %s.") % zone

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, datetime) and value.tzinfo is not None:
            value = dates.local(value, self.zone)
            return value.replace(tzinfo=None)
        return value

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        for form in ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"):
            try:
                wall = datetime.strptime(str(value).strip(), form)  # noqa: DTZ007 -- the zone follows
            except ValueError:
                continue
            try:
                return dates.instant(wall, self.zone)
            except (dates.NoSuchTime, OverflowError) as error:
                raise forms.ValidationError(str(error)) from error
        raise forms.ValidationError(_("Write the time like 2031-03-06 10:00."))


class ExpectingForm(forms.Form):
    """Carries what the person was shown."""

    expecting = forms.CharField(widget=forms.HiddenInput)

    def expected(self) -> Expecting:
        """What the person was shown when they pressed."""
        return Expecting.from_json(self.cleaned_data["expecting"])


class MomentForm(ExpectingForm):
    """When a text goes live and ends; kind and note where the issue has been live."""

    def __init__(
        self,
        *args: Any,
        zone: str,
        has_been_live: bool,
        findings: list[Finding],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"] = ZonedDateTimeField(
            zone=zone, required=False, label=_("goes live at (empty: at once)")
        )
        self.fields["expires_at"] = ZonedDateTimeField(
            zone=zone, required=False, label=_("ends at (empty: never)")
        )
        if has_been_live:
            self.fields["kind"] = forms.ChoiceField(
                label=_("what the new text is"),
                choices=[("", _("choose …")), *Edition.Kind.choices],
            )
            self.fields["note"] = forms.CharField(
                label=_("note for readers"),
                required=False,
                widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
                help_text=_("Printed on the page. A minor change needs none."),
            )
        if any(finding.level == Level.WARNING for finding in findings):
            self.fields["override"] = forms.CharField(
                label=_("why the warnings do not matter"),
                required=False,
                help_text=_("Stands in the journal with your name."),
            )

    def asked(self) -> dict[str, Any]:
        """Arguments for press.arm() and press.rearm()."""
        names = ("at", "expires_at", "kind", "note", "override")
        found = {name: self.cleaned_data.get(name) for name in names}
        return {
            "at": found["at"],
            "expires_at": found["expires_at"],
            "kind": found["kind"] or "",
            "note": found["note"] or "",
            "override": found["override"] or "",
        }


class PressForm(MomentForm):
    """Everything press.arm() asks; address and number while they are not fixed."""

    def __init__(self, *args: Any, has_been_live: bool, **kwargs: Any) -> None:
        super().__init__(*args, has_been_live=has_been_live, **kwargs)
        if not has_been_live:
            self.fields["slug"] = forms.SlugField(label=_("address"), max_length=120)
            self.fields["volume"] = forms.IntegerField(label=_("volume"), min_value=0)
            self.fields["number"] = forms.IntegerField(
                label=_("number"),
                min_value=1,
                required=False,
                help_text=_("Empty for a special. Fixed, like the address, once it is live."),
            )

    def place(self) -> folios.Place | None:
        """The address and number wanted."""
        if "slug" not in self.fields:
            return None
        data = self.cleaned_data
        return folios.Place(data["slug"], data["volume"], data["number"])

"""The forms of the press. Times are typed on the clock of the issue's series."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.lib import limits
from digest.models import Edition
from newsroom.desk.forms.zones import ZonedDateTimeField
from newsroom.press import folios
from newsroom.press.expecting import Expecting
from newsroom.text.preflight import Finding, Level


class ExpectingForm(forms.Form):
    """Carries what the person was shown."""

    expecting = forms.CharField(widget=forms.HiddenInput)

    def expected(self) -> Expecting:
        """What the person was shown when they pressed."""
        return Expecting.from_json(self.cleaned_data["expecting"])


#: What each kind of new text is, so that nobody has to remember.
SPOKEN_KINDS = {
    Edition.Kind.CORRECTION: gettext_lazy("Correction: something was wrong"),
    Edition.Kind.CLARIFICATION: gettext_lazy("Clarification: something could be misread"),
    Edition.Kind.UPDATE: gettext_lazy("Update: there is more to say"),
    Edition.Kind.MINOR: gettext_lazy("Minor change: spelling or setting, nothing is announced"),
}


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
        if has_been_live:
            self.fields["kind"] = forms.ChoiceField(
                label=_("what the new text is"),
                choices=list(SPOKEN_KINDS.items()),
                widget=forms.RadioSelect,
                error_messages={"required": _("Say what the new text is.")},
            )
            self.fields["note"] = forms.CharField(
                label=_("note for readers"),
                required=False,
                widget=forms.Textarea(attrs={"rows": 3, "cols": 60}),
                validators=[limits.at_most(limits.NOTE)],
                help_text=_("Printed on the page. A minor change needs none."),
            )
        self.fields["at"] = ZonedDateTimeField(
            zone=zone, required=False, label=_("goes live at (empty: at once)")
        )
        self.fields["expires_at"] = ZonedDateTimeField(
            zone=zone, required=False, label=_("ends at (empty: never)")
        )
        if any(finding.level == Level.WARNING for finding in findings):
            self.fields["override"] = forms.CharField(
                label=_("why the warnings do not matter"),
                required=False,
                validators=[limits.at_most(limits.NOTE)],
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

    def oddities(self) -> list[str]:
        """What there is to say about times that the clock skips or shows twice."""
        fields = [self.fields[name] for name in ("at", "expires_at")]
        typed = [self[name].data for name in ("at", "expires_at")]
        said = [field.oddity(text) for field, text in zip(fields, typed, strict=True)]
        return [sentence for sentence in said if sentence]

    def place(self) -> folios.Place | None:
        """The address and number wanted, where they can be chosen."""
        return None

    def said(self) -> str:
        """What was asked, to compare with what is asked when the button is pressed."""
        return json.dumps([self.asked(), self.place()], default=str)


class PressForm(MomentForm):
    """Everything press.arm() asks; address and number while they are not fixed."""

    def __init__(self, *args: Any, has_been_live: bool, **kwargs: Any) -> None:
        super().__init__(*args, has_been_live=has_been_live, **kwargs)
        if not has_been_live:
            self.fields["slug"] = forms.CharField(label=_("address"), max_length=120)
            self.fields["volume"] = forms.IntegerField(
                label=_("volume"), min_value=0, max_value=9999
            )
            self.fields["number"] = forms.IntegerField(
                label=_("number"),
                min_value=1,
                max_value=999_999,
                required=False,
                help_text=_("Empty for a special. Fixed, like the address, once it is live."),
            )

    def place(self) -> folios.Place | None:
        if "slug" not in self.fields:
            return None
        data = self.cleaned_data
        return folios.Place(data.get("slug", ""), data.get("volume", 0), data.get("number"))

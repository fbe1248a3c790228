"""Forms of the frame's rows that have a public address of their own."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.desk.forms.stale import StaleForm
from newsroom.writing import readdressing


class AddressedForm(StaleForm):
    """An address that is left empty is made of the name, by the rule of every other address."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("slug"):
            field.required = False
            made = gettext_lazy("Empty: it is made of the name.")
            field.help_text = f"{field.help_text} {made}".strip()

    def clean_slug(self):
        model, own = self._meta.model, self.instance.pk
        slug = self.cleaned_data["slug"]
        if not slug and (name := self.cleaned_data.get("name")):
            return readdressing.propose(model, name, own=own)
        if holder := readdressing.had_it_before(model, slug, own):
            raise ValidationError(
                _("“%(slug)s” was the address of %(name)s, and leads there. Choose another one."),
                params={"slug": slug, "name": holder},
            )
        return slug

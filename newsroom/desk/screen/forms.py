"""The forms of an issue's parts: plain fields, a version each, and nothing required.

What must be there is preflight's word; a form refuses only what cannot be stored.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.conf import settings
from django.db import models
from django.utils.translation import gettext as _

from digest.lib import dates
from digest.lib.addresses import is_web_address
from digest.models import Folio
from newsroom.desk.forms.fitting import say_how_long
from newsroom.desk.lib.keys import number
from newsroom.desk.lib.rights import why_series_stays
from newsroom.desk.screen import credit
from newsroom.desk.screen.credit import CreditFields
from newsroom.desk.screen.signatures import Signatures
from newsroom.desk.screen.sources import SourceRows
from newsroom.models import (
    Issue,
    LeadAnalysis,
    NewsBrief,
    PhotoCredit,
    PhotoUse,
    RelatedLink,
    Section,
)
from newsroom.refusals import Misfilled
from newsroom.text import titles
from newsroom.text.facts import CREDIT_ADDRESSES
from newsroom.writing.saving import save_part

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser


def _fields(model: type[models.Model], *names: str) -> dict[str, forms.Field]:
    found = forms.fields_for_model(model, names)
    for field in found.values():
        field.required = False
        say_how_long(field)
        if isinstance(field.widget, forms.Textarea) and "rows" in field.widget.attrs:
            field.widget.attrs["rows"] = 2
    return found


class PartForm(forms.Form):
    """Fields of one part; `part` is the row as the database has it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    model: ClassVar[type[models.Model]]
    names: ClassVar[tuple[str, ...]]

    def __init__(self, part: Any, data: Any = None, files: Any = None) -> None:
        self.part = part
        initial = {name: self.current(name) for name in self.names}
        super().__init__(
            data,
            files,
            initial={**initial, "version": part.version},
            auto_id=f"{part._meta.model_name}-{part.pk}-%s",
        )
        for name, field in _fields(self.model, *self.names).items():
            self.fields[name] = field

    def current(self, name: str) -> Any:
        """What the row holds, as the form's field wants it."""
        return self.part._meta.get_field(name).value_from_object(self.part)

    def clean(self) -> dict[str, Any]:
        """A row that does not fit holds the save back; its sentence stands beside it."""
        cleaned = super().clean() or {}
        if self.has_unfit_rows():
            self.add_error(None, _("One of the rows is too long."))
        return cleaned

    def has_unfit_rows(self) -> bool:
        """Whether a row beside the fields says more than can be stored."""
        return False

    def typed(self) -> dict[str, Any]:
        """What the fields say, once the form is valid."""
        return {name: self.cleaned_data[name] for name in self.names if name in self.fields}

    def values(self, typed: dict[str, Any]) -> dict[str, Any]:
        """What save_part() is to write for what was typed, or chosen in a conflict."""
        return typed

    @property
    def is_merging(self) -> bool:
        """Whether this answers a conflict: both texts were shown."""
        return "merge" in self.data

    def seen(self) -> int:
        """The version the person saw: in a conflict, that of the text shown beside theirs."""
        shown = self.data.get("conflict-version", "") if self.is_merging else ""
        return number(shown) or self.cleaned_data["version"]

    def has_loose_ends(self) -> bool:
        """Whether something typed is offered to be added first, and would be lost by closing."""
        return False

    def is_another_form(self) -> bool:
        """Whether what was saved asks for other fields than are shown."""
        return False

    def save(self, typed: dict[str, Any], *, by: AbstractUser, do: str = "") -> None:
        """Write what was typed and what hangs on the part; or raise Stale, and write nothing."""
        save_part(
            self.part,
            seen=self.seen(),
            values=self.values(typed),
            by=by,
            also=lambda: self.save_more(by=by, do=do),
        )

    def save_more(self, *, by: AbstractUser, do: str) -> None:
        """What else is saved with the part, under the same lock."""


class TitleForm(PartForm):
    """The title block; bylines and topics are rows beside it."""

    model = Issue
    names = ("title", "show_prefix", "dek", "genre_label", "section_label", "series")

    def __init__(self, part: Issue, data: Any = None, files: Any = None) -> None:
        super().__init__(part, data, files)
        if part.folio_id or (data is not None and "series" not in data):
            # Its address is under the series. A field that cannot be changed is not sent.
            del self.fields["series"]
        else:
            self.fields["series"].required = True
            self.fields["series"].empty_label = None
            if data is None and (why := why_series_stays(part)):
                self.fields["series"].disabled = True
                self.fields["series"].help_text = why
        if data is not None:
            # What the row holds already need not be looked up.
            for name in ("genre_label", "section_label", "series"):
                if name in self.fields and data.get(name, "") == str(self.initial[name] or ""):
                    del self.fields[name]
        self.signatures = Signatures(part, data)
        self.was_shortened = False

    def save(self, typed: dict[str, Any], *, by: AbstractUser, do: str = "") -> None:
        """With do="prefix" the title loses the series' prefix, which stands before it already."""
        if do == "prefix":
            series = typed.get("series") or self.part.series
            shorter = titles.without_prefix(typed["title"], series.title_prefix)
            self.was_shortened = shorter not in (typed["title"], "")
            typed = {**typed, "title": shorter or typed["title"]}
        super().save(typed, by=by, do=do)

    @property
    def repeated_prefix(self) -> str:
        """The prefix that the stored title repeats, and that a button takes out of it; or ""."""
        prefix = self.part.series.title_prefix if self.part.show_prefix else ""
        shorter = titles.without_prefix(self.part.title, prefix)
        return prefix if shorter and shorter != self.part.title else ""

    @property
    def shortened_title(self) -> str:
        """The field of the title with what is stored by now, in the place of what was typed."""
        field = self["title"]
        attrs = {**field.build_widget_attrs({}), "id": field.auto_id, "data-hx-swap-oob": "true"}
        return field.field.widget.render(field.html_name, self.part.title, attrs)

    def save_more(self, *, by: AbstractUser, do: str) -> None:
        is_moved = self.part.series_id != self.initial["series"]
        if is_moved and (why := why_series_stays(self.part)):
            raise Misfilled("series", why)
        if do:
            self.signatures.do(do, by=by, at=dates.now())
        if do or self.is_merging or self.signatures.has_changed():
            self.signatures.save(keep=self.is_merging)

    def has_unfit_rows(self) -> bool:
        return bool(self.signatures.troubles)

    def has_loose_ends(self) -> bool:
        return self.signatures.has_loose_ends()


class LeadForm(PartForm):
    """The lead analysis."""

    model = LeadAnalysis
    names = ("body",)


class SectionForm(PartForm):
    """A section; its sentence for an empty week where it says that there is nothing."""

    model = Section
    names = ("heading", "intro", "nothing_text")

    def __init__(self, part: Section, data: Any = None, files: Any = None) -> None:
        super().__init__(part, data, files)
        self.is_empty_week = self.part.state == Section.State.NOTHING
        if not self.is_empty_week and "nothing_text" not in (data or {}):
            del self.fields["nothing_text"]

    def clean_nothing_text(self) -> str:
        """The sentence cannot be missing while the section is said to be empty."""
        sentence: str = self.cleaned_data["nothing_text"]
        if self.is_empty_week and not sentence.strip():
            raise forms.ValidationError(_("Say in a sentence that there is nothing this week."))
        return sentence


class BriefForm(PartForm):
    """A news brief; its sources are rows beside it."""

    model = NewsBrief
    names = ("title", "body")

    def __init__(self, part: NewsBrief, data: Any = None, files: Any = None) -> None:
        super().__init__(part, data, files)
        self.sources = SourceRows(part, data)

    def save_more(self, *, by: AbstractUser, do: str) -> None:
        if do:
            self.sources.do(do, by=by, at=dates.now())
        if do or self.is_merging or self.sources.has_changed():
            self.sources.save(keep=self.is_merging)

    def has_unfit_rows(self) -> bool:
        return any(row.troubles for row in self.sources)

    def has_loose_ends(self) -> bool:
        return self.sources.has_loose_ends()


class LinkForm(PartForm):
    """A card. The address of one of our own issues makes it a card of that issue."""

    model = RelatedLink
    names = ("address", "label", "title", "dek", "opening")

    def __init__(self, part: RelatedLink, data: Any = None, files: Any = None) -> None:
        super().__init__(part, data, files)
        self.had_folio = bool(part.folio_id)
        if self.had_folio:
            # The page fills the card; what it said of a foreign address stays in its row.
            for name in self.names[1:]:
                if name not in (data or {}):
                    del self.fields[name]

    def current(self, name: str) -> Any:
        if name == "address" and self.part.folio:
            return settings.SITE_URL + self.part.folio.get_absolute_url()
        return super().current(name)

    def values(self, typed: dict[str, Any]) -> dict[str, Any]:
        folio = _own_folio(typed["address"])
        return {**typed, "folio": folio, "address": "" if folio else typed["address"]}

    def is_another_form(self) -> bool:
        return self.had_folio != bool(self.part.folio_id)


class PictureForm(PartForm):
    """One use of a photo, and the credit of the photo itself."""

    model = PhotoUse
    names = ("alt", "decorative", "caption")

    def __init__(self, part: PhotoUse, data: Any = None, files: Any = None) -> None:
        super().__init__(part, data, files)
        self.credit = CreditFields(part.photo, data)
        for name, field in _fields(PhotoCredit, *credit.NAMES).items():
            self.fields[name] = field
            self.initial[name] = self.credit.stored[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("decorative") and cleaned.get("alt"):
            self.add_error(
                "decorative",
                _("A decorative picture has no description: clear one of the two."),
            )
        return cleaned

    def save_more(self, *, by: AbstractUser, do: str) -> None:
        self.credit.save({name: self.cleaned_data[name] for name in credit.NAMES})
        self.part.photo = self.credit.photo

    def is_another_form(self) -> bool:
        return bool(self.credit.stayed)

    @property
    def has_bad_address(self) -> bool:
        """Whether an address of the credit is none, so that it is shown at once."""
        typed = [self.initial[name] for name in CREDIT_ADDRESSES]
        return any(one and not is_web_address(one) for one in typed)


def _own_folio(address: str) -> Folio | None:
    """The place of one of our own issues that an address names, or None."""
    path = address.strip().removeprefix(settings.SITE_URL)
    found = re.fullmatch(r"/([\w-]+)/([\w-]+)/?", path)
    if not found:
        return None
    return Folio.objects.filter(series__slug=found[1], slug=found[2]).first()

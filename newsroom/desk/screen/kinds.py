"""The kinds of parts that an issue is made of, as the screen addresses them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from newsroom.desk.screen import forms
from newsroom.models import (
    Issue,
    LeadAnalysis,
    NewsBrief,
    PhotoUse,
    RelatedLink,
    Section,
)


@dataclass(frozen=True)
class Kind:
    """One kind: its model, its form, and which rows of the model stand in an issue."""

    name: str
    label: Promise | str
    model: Any
    form: type[forms.PartForm]
    within: Callable[[Issue], Q]
    related: tuple[str, ...] = ()

    def rows(self, issue: Issue) -> Any:
        """Those of the issue, removed ones too, with what their form needs."""
        return self.model.objects.filter(self.within(issue)).select_related(*self.related)


KINDS = {
    kind.name: kind
    for kind in [
        Kind("title", _("Title block"), Issue, forms.TitleForm, lambda i: Q(pk=i.pk), ("series",)),
        Kind(
            "picture",
            _("Picture"),
            PhotoUse,
            forms.PictureForm,
            lambda i: Q(issue=i) | Q(card__issue=i),
            ("issue__series", "card__issue__series", "photo__credit", "photo__picture"),
        ),
        Kind(
            "lead",
            _("Lead"),
            LeadAnalysis,
            forms.LeadForm,
            lambda i: Q(issue=i),
            ("issue__series",),
        ),
        Kind(
            "section",
            _("Section"),
            Section,
            forms.SectionForm,
            lambda i: Q(issue=i),
            ("issue__series", "standing"),
        ),
        Kind(
            "brief",
            _("Brief"),
            NewsBrief,
            forms.BriefForm,
            lambda i: Q(section__issue=i),
            ("section__issue__series", "copied_from", "taken_into"),
        ),
        Kind(
            "link",
            _("Related link"),
            RelatedLink,
            forms.LinkForm,
            lambda i: Q(issue=i),
            ("issue__series", "folio__series", "folio__issue"),
        ),
    ]
}


def kind_of(part: Any) -> Kind:
    """The kind of a part's row. Raises StopIteration for what is no part."""
    return next(kind for kind in KINDS.values() if isinstance(part, kind.model))

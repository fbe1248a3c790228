"""Cards that lead on from an issue."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from digest.lib import limits
from digest.models import Folio
from digest.models.plaintext import PlainCharField, PlainTextField
from digest.models.richtext import RichTextField
from newsroom.models.issues import Issue
from newsroom.models.parts import Part, Placed, placed_once


class RelatedLink(Part, Placed):
    """A foreign address with values of its own, or one of our issues.

    Of our own issue only its Folio is kept: the page fills the card from what is
    live when it is read, and prints none while nothing is.
    """

    parent_field = "issue"

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="related_links")
    folio = models.ForeignKey(
        Folio,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="related_links",
        verbose_name=_("our own issue"),
    )
    address = PlainCharField(_("address"), max_length=2000, blank=True)
    label = PlainCharField(_("label"), max_length=80, blank=True)
    title = PlainCharField(_("title"), max_length=300, blank=True)
    dek = PlainTextField(_("dek"), blank=True, limit=limits.DEK)
    opening = RichTextField(
        _("opening"),
        blank=True,
        help_text=_("The first paragraphs; readers open them on the card."),
    )

    class Meta(Part.Meta, Placed.Meta):
        verbose_name = _("related link")
        verbose_name_plural = _("related links")
        constraints = [
            *Part.Meta.constraints,
            placed_once("issue", "link"),
            models.CheckConstraint(
                condition=Q(folio__isnull=True) | Q(address=""), name="link_leads_to_one_place"
            ),
        ]

    def __str__(self) -> str:
        if self.folio:
            return str(self.folio.issue)
        return self.title or self.address or gettext("Empty card")

    @property
    def whole(self) -> Issue:
        return self.issue

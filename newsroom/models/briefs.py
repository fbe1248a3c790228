"""News briefs and what they rest on."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from digest.lib import html
from digest.models import Outlet
from digest.models.plaintext import PlainCharField
from digest.models.richtext import RichTextField
from newsroom.models.issues import Issue
from newsroom.models.parts import Part, Placed, placed_once
from newsroom.models.sections import Section


class NewsBrief(Part, Placed):
    """One item of news, with its sources.

    A parked one has been removed from its issue, and waits in the tray until it is taken
    into this one or `taken_into` another (newsroom/writing/tray.py).
    """

    parent_field = "section"
    STANDING: ClassVar[dict[str, Any]] = Part.STANDING | {"parked": False, "taken_into": None}

    section = models.ForeignKey(
        Section, on_delete=models.CASCADE, related_name="briefs", verbose_name=_("section")
    )
    title = PlainCharField(
        _("run-in title"), max_length=200, blank=True, help_text=_("Optional; begins the text.")
    )
    body = RichTextField(_("text"), blank=True)
    copied_from = models.ForeignKey(
        Issue, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    parked = models.BooleanField(default=False, editable=False)
    taken_into = models.ForeignKey(
        Issue, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Meta(Part.Meta, Placed.Meta):
        verbose_name = _("news brief")
        verbose_name_plural = _("news briefs")
        constraints = [
            *Part.Meta.constraints,
            placed_once("section", "brief"),
            models.CheckConstraint(
                condition=models.Q(parked=False) | models.Q(removed_at__isnull=False),
                name="parked_brief_is_removed",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-removed_at"],
                condition=models.Q(parked=True),
                name="newsbrief_in_the_tray",
            ),
        ]

    def __str__(self) -> str:
        return self.title or Truncator(html.plain(self.body)).words(8) or str(_("Empty brief"))

    @property
    def whole(self) -> Issue:
        return self.section.issue

    @property
    def holder(self) -> Section:
        return self.section


class Source(Placed):
    """A citation: an outlet, the address of its report, its reporter where named.

    In a draft each may be missing, and the address is kept as it was typed: what must
    be there is preflight's word.
    """

    parent_field = "brief"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    brief = models.ForeignKey(NewsBrief, on_delete=models.CASCADE, related_name="sources")
    outlet = models.ForeignKey(
        Outlet,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="sources",
        verbose_name=_("outlet"),
    )
    address = PlainCharField(_("address"), max_length=2000, blank=True)
    reporter = PlainCharField(_("reporter"), max_length=120, blank=True)

    class Meta(Placed.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [placed_once("brief", "source")]

    def __str__(self) -> str:
        return ": ".join(filter(None, [str(self.outlet or ""), self.address]))

"""The sections of an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from digest.models.plaintext import PlainCharField
from digest.models.richtext import RichTextField
from newsroom.models.parts import Part, Placed, placed_once
from newsroom.models.rules import StandingSection

if TYPE_CHECKING:
    pass
from newsroom.models.issues import Issue


class Section(Part, Placed):
    """An ordered part of an issue: briefs under a heading, or nothing this week.

    "Not filled yet" is computed, never stored; "nothing" hides what was written
    and deletes none of it.
    """

    class State(models.TextChoices):
        """Whether the section has something this week."""

        OPEN = "open", _("has news")
        NOTHING = "nothing", _("nothing this week")

    parent_field = "issue"

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="sections")
    standing = models.ForeignKey(
        StandingSection,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="sections",
    )
    heading = PlainCharField(_("heading"), max_length=200)
    intro = RichTextField(_("introduction"), blank=True)
    state = PlainCharField(_("this week"), max_length=7, choices=State, default=State.OPEN)
    nothing_text = PlainCharField(_("sentence for an empty week"), max_length=300, blank=True)

    class Meta(Part.Meta, Placed.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        constraints = [
            *Part.Meta.constraints,
            placed_once("issue", "section"),
            models.UniqueConstraint(
                fields=["issue", "standing"],
                condition=Q(standing__isnull=False, removed_at=None),
                name="section_stands_once_an_issue",
            ),
            models.CheckConstraint(
                condition=~Q(state="nothing", nothing_text=""),
                name="section_nothing_has_its_sentence",
                violation_error_message=_("Say in a sentence that there is nothing this week."),
            ),
        ]

    def __str__(self) -> str:
        return self.heading

    @property
    def whole(self) -> Issue:
        return self.issue

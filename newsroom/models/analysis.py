"""The lead text of an issue."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from digest.lib import limits
from digest.models.richtext import RichTextField
from newsroom.models.issues import Issue
from newsroom.models.parts import Part, stands_once


class LeadAnalysis(Part):
    """Zero or one an issue; some digests have none."""

    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="analyses")
    body = RichTextField(_("text"), blank=True, limit=limits.LEAD)

    class Meta(Part.Meta):
        verbose_name = _("lead analysis")
        verbose_name_plural = _("lead analyses")
        constraints = [*Part.Meta.constraints, stands_once("issue", "lead")]

    def __str__(self) -> str:
        return gettext("Lead analysis")

    @property
    def whole(self) -> Issue:
        return self.issue

"""Weeks in which a series does not come out, as readers are told."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from digest.models.series import Series


class SkippedWeek(models.Model):
    """A press day that is left out. Public as it is saved, where it has a note.

    `day` is the date on the clock of the series' cadence.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    series = models.ForeignKey(
        Series, on_delete=models.CASCADE, related_name="skipped_weeks", verbose_name=_("series")
    )
    day = models.DateField(_("day"))
    note = models.CharField(
        _("note for readers"),
        max_length=300,
        blank=True,
        help_text=_("Stands on the series' page and in its archive. Empty: readers are not told."),
    )

    class Meta:
        verbose_name = _("skipped week")
        verbose_name_plural = _("skipped weeks")
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["series", "day"], name="week_is_skipped_once"),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.day:%Y-%m-%d}"

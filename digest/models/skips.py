"""Weeks in which a series does not come out, as readers are told."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from digest.lib.dates import validate_year
from digest.models.plaintext import PlainCharField
from digest.models.series import Series

#: How long the series' page still says that there was no issue, and how many weeks it names.
STILL_NEWS = timedelta(days=14)
MOST = 6


class SkippedWeekQuerySet(models.QuerySet["SkippedWeek"]):
    """Which skipped weeks readers are told of."""

    def told(self) -> SkippedWeekQuerySet:
        """Those with a note."""
        return self.exclude(note="")

    def around(self, today: date) -> SkippedWeekQuerySet:
        """Those told that lie ahead or were a short while ago, in the order of their days."""
        return self.told().filter(day__gte=today - STILL_NEWS).order_by("day", "pk")[:MOST]

    def of_year(self, year: int) -> SkippedWeekQuerySet:
        """Those told of one year, latest day first."""
        return self.told().filter(day__year=year).order_by("-day", "pk")


class SkippedWeek(models.Model):
    """A press day that is left out. Public as it is saved, where it has a note.

    `day` is the date on the clock of the series' cadence.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    series = models.ForeignKey(
        Series, on_delete=models.CASCADE, related_name="skipped_weeks", verbose_name=_("series")
    )
    day = models.DateField(_("day"), validators=[validate_year])
    note = PlainCharField(
        _("note for readers"),
        max_length=300,
        blank=True,
        help_text=_("Stands on the series' page and in its archive. Empty: readers are not told."),
    )

    objects = SkippedWeekQuerySet.as_manager()

    class Meta:
        verbose_name = _("skipped week")
        verbose_name_plural = _("skipped weeks")
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["series", "day"], name="week_is_skipped_once"),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.day:%Y-%m-%d}"

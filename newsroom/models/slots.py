"""The rhythm of a series, and the press days that issues have taken."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from digest.lib.dates import validate_year, validate_zone
from digest.models import Series, SkippedWeek
from digest.models.plaintext import PlainCharField
from newsroom.models.issues import Issue


class Cadence(models.Model):
    """From a day on: every n weeks on these weekdays at this time.

    It holds until the next one of the series begins; what has begun is not changed, so
    that the past keeps its own. `weekdays` are ISO numbers, "1" for Monday to "7"; none
    of them is a pause. Weeks are counted from that of `valid_from`.
    """

    series = models.ForeignKey(
        Series, on_delete=models.CASCADE, related_name="cadences", verbose_name=_("series")
    )
    valid_from = models.DateField(_("valid from"), validators=[validate_year])
    every = models.PositiveSmallIntegerField(
        _("every how many weeks"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(52)],
    )
    weekdays = PlainCharField(
        _("weekdays"),
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^1?2?3?4?5?6?7?$")],
        help_text=_("None: the series pauses from that day on."),
    )
    time = models.TimeField(_("time"))
    zone = PlainCharField(_("time zone"), max_length=64, validators=[validate_zone])

    class Meta:
        verbose_name = _("cadence")
        verbose_name_plural = _("cadences")
        ordering = ["series", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "valid_from"],
                name="cadence_begins_once_a_day",
                violation_error_message=_("Another rhythm begins on that day already."),
            ),
            models.CheckConstraint(condition=Q(every__gte=1), name="cadence_counts_weeks"),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.valid_from:%Y-%m-%d}"

    def clean(self) -> None:
        """No seconds: clocks of the desk show none."""
        if self.time and (self.time.second or self.time.microsecond):
            raise ValidationError({"time": _("Write the time without seconds, like 10:00.")})


class TakenSlot(models.Model):
    """A press day of a series that is used: by an issue, or by leaving it out.

    Press days are computed (newsroom/calendar/cadence.py); only what is taken is a row, written by
    newsroom/plan/moving.py.
    """

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="taken_slots")
    day = models.DateField()
    issue = models.OneToOneField(Issue, on_delete=models.CASCADE, null=True, related_name="slot")
    skip = models.OneToOneField(
        SkippedWeek, on_delete=models.CASCADE, null=True, related_name="slot"
    )

    class Meta:
        default_permissions = ()
        verbose_name = _("taken slot")
        verbose_name_plural = _("taken slots")
        ordering = ["day", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["series", "day"], name="slot_is_taken_once"),
            models.CheckConstraint(
                condition=Q(issue__isnull=False, skip=None) | Q(issue=None, skip__isnull=False),
                name="slot_has_an_issue_or_is_skipped",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.day:%Y-%m-%d}"

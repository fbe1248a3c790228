"""Appeals and announcements beside the issues."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from digest.lib.dates import validate_year
from digest.models.plaintext import PlainCharField
from digest.models.richtext import RichTextField
from digest.models.series import Series


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Notices by the moment at which a page is asked for."""

    def shown(self, at: datetime) -> NoticeQuerySet:
        """Those whose time it is at `at`, oldest beginning first."""
        return self.filter(
            Q(ends_at=None) | Q(ends_at__gt=at),
            starts_at__lte=at,
        ).order_by("starts_at", "pk")


class Notice(models.Model):
    """Shown by the time at which a page is asked for; never part of an issue."""

    class Kind(models.TextChoices):
        """What the notice wants of its readers."""

        APPEAL = "appeal", _("appeal")
        CALL = "call", _("call to readers")
        SPONSOR = "sponsor", _("sponsor line")

    kind = PlainCharField(_("kind"), max_length=10, choices=Kind)
    series = models.ForeignKey(
        Series,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        verbose_name=_("series"),
        related_name="notices",
        help_text=_("Empty: on all issue pages, and on the home page."),
    )
    text = RichTextField(_("text"))
    starts_at = models.DateTimeField(_("from"), validators=[validate_year])
    ends_at = models.DateTimeField(
        _("until"),
        null=True,
        blank=True,
        validators=[validate_year],
        help_text=_("Empty: until further notice."),
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
                name="notice_ends_after_it_starts",
                violation_error_message=_("The notice has to end after it starts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.starts_at:%Y-%m-%d}"

    def is_over(self, at: datetime) -> bool:
        """Whether its time is over at `at`; one without an end is never over."""
        return self.ends_at is not None and self.ends_at <= at

    def is_shown(self, at: datetime) -> bool:
        """Whether it is its time at `at`."""
        return self.starts_at <= at and not self.is_over(at)

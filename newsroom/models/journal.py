"""Who did what, when, and why."""

from __future__ import annotations

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digest.lib import dates, limits
from digest.models.immutable import ImmutableModel, ImmutableQuerySet
from digest.models.plaintext import PlainCharField, PlainJSONField, PlainTextField


class JournalEntry(ImmutableModel):
    """One act. Values only: the journal never stands in the way of live data.

    `subject` is "<model>:<uid>", `by` the account's name, `detail` what else was so.
    """

    at = models.DateTimeField(_("when"))
    by = PlainCharField(_("who"), max_length=150)
    verb = PlainCharField(_("what"), max_length=40)
    subject = PlainCharField(_("of"), max_length=80, db_index=True)
    reason = PlainTextField(_("reason"), blank=True, limit=limits.NOTE)
    detail = PlainJSONField(_("details"), default=dict)

    objects = ImmutableQuerySet.as_manager()

    class Meta:
        verbose_name = _("journal entry")
        verbose_name_plural = _("journal entries")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        at = dates.spoken(self.at, timezone.get_current_timezone_name())
        return f"{at} {self.by} {self.verb} {self.subject}"

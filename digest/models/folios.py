"""The permanent public places of issues."""

from __future__ import annotations

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from digest.models.series import Series
from digest.models.slugs import AddressField, on_a_route

#: Second words of addresses that belong to the series.
RESERVED_SLUGS = frozenset(["archive"])


def validate_issue_slug(slug: str) -> None:
    """Raise ValidationError for an issue's slug that is another page's address."""
    if slug in RESERVED_SLUGS:
        raise ValidationError(
            _("“%(slug)s” is the address of the series' archive. Choose another one."),
            params={"slug": slug},
        )


class Folio(models.Model):
    """Where one issue stands for ever: series, number, slug, and the id feeds know it by.

    A public record: written by newsroom/press/door.py only. `volume` is 0, or the year
    where numbering restarts; `number` is null for a special. `first_live_from` is
    null unless some Edition was, or is armed to be, live.
    """

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="folios")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = AddressField(max_length=120, validators=[validate_issue_slug])
    volume = models.PositiveIntegerField(default=0)
    number = models.PositiveIntegerField(null=True, blank=True)
    first_live_from = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = _("folio")
        verbose_name_plural = _("folios")
        permissions = [
            ("arm", _("Can press an issue, at once or for a time")),
            ("disarm", _("Can stop what is armed")),
            ("withdraw", _("Can withdraw an issue or take down a picture")),
            ("suppress", _("Can suppress an earlier version")),
        ]
        constraints = [
            on_a_route("folio"),
            models.UniqueConstraint(fields=["series", "slug"], name="folio_slug_is_used_once"),
            models.UniqueConstraint(
                fields=["series", "volume", "number"],
                condition=Q(number__isnull=False),
                name="folio_number_is_used_once",
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=sorted(RESERVED_SLUGS)), name="folio_slug_is_not_reserved"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series.slug}/{self.slug}"

    def get_absolute_url(self) -> str:
        return reverse("reader:issue", args=[self.series.slug, self.slug])

"""A digest that comes regularly."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from digest.lib.dates import validate_zone
from digest.models.plaintext import PlainCharField
from digest.models.richtext import RichTextField
from digest.models.slugs import AddressField, on_a_route

#: First words of addresses that belong to the site.
RESERVED = frozenset(
    [
        "admin",
        "static",
        "media",
        "feeds",
        "topics",
        "authors",
        "archive",
        "pictures",
        "preview",
        "all",
    ]
)


def validate_series_slug(slug: str) -> None:
    """Raise ValidationError for a slug that is the first word of another address."""
    if slug in RESERVED:
        raise ValidationError(
            _("“%(slug)s” is taken by the site itself. Choose another address."),
            params={"slug": slug},
        )


class Series(models.Model):
    """Name, address and rhythm of a digest. Public as it is saved."""

    name = PlainCharField(_("name"), max_length=100, unique=True)
    slug = AddressField(
        _("address"),
        max_length=60,
        unique=True,
        validators=[validate_series_slug],
        help_text=_("The first word of its pages' addresses. Fixed once an issue has been armed."),
    )
    title_prefix = PlainCharField(
        _("title prefix"),
        max_length=80,
        blank=True,
        help_text=_("Stands before an issue's title, with a colon, where the issue shows it."),
    )
    description = RichTextField(_("description"), blank=True)
    zone = PlainCharField(_("time zone"), max_length=64, default="UTC", validators=[validate_zone])
    rhythm = PlainCharField(
        _("rhythm"), max_length=120, blank=True, help_text=_("What readers see: “Every Thursday”.")
    )

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = _("series")
        ordering = ["name"]
        constraints = [
            on_a_route("series"),
            models.CheckConstraint(
                condition=~models.Q(slug__in=sorted(RESERVED)), name="series_slug_is_not_reserved"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("reader:series", args=[self.slug])

"""The site itself: one row."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from digest.lib import limits
from digest.lib.addresses import validate_web_address
from digest.lib.dates import validate_zone
from digest.lib.languages import validate_language
from digest.models.plaintext import PlainCharField, PlainTextField


class PublicationQuerySet(models.QuerySet["Publication"]):
    """The one row, which may not be there yet."""

    def current(self) -> Publication:
        """The row, or an unsaved one with the defaults before anybody has filled it in."""
        return self.first() or self.model()


class Publication(models.Model):
    """Name, addresses and zone of the site. Public as it is saved."""

    name = PlainCharField(_("name"), max_length=100, default="Pressday")
    tagline = PlainCharField(_("tagline"), max_length=200, blank=True)
    language = PlainCharField(
        _("language"),
        max_length=12,
        default="en",
        validators=[validate_language],
        help_text=_("A language tag, such as en or pt-PT."),
    )
    zone = PlainCharField(_("time zone"), max_length=64, default="UTC", validators=[validate_zone])
    postal_address = PlainTextField(_("postal address"), blank=True, limit=limits.DEK)
    sign_up_address = PlainCharField(
        _("sign-up link"), max_length=500, blank=True, validators=[validate_web_address]
    )
    preferred_source_address = PlainCharField(
        _("preferred-source link"),
        max_length=500,
        blank=True,
        validators=[validate_web_address],
        help_text=_("Where readers tell their search engine to prefer this site."),
    )

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publication")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="publication_is_one_row"),
        ]

    def __str__(self) -> str:
        return self.name


class SocialAddress(models.Model):
    """One of the places where readers can follow the publication."""

    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="social_addresses"
    )
    label = PlainCharField(_("label"), max_length=60)
    address = PlainCharField(_("address"), max_length=500, validators=[validate_web_address])

    class Meta:
        verbose_name = _("follow-us link")
        verbose_name_plural = _("follow-us links")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "address"], name="social_address_is_given_once"
            ),
        ]

    def __str__(self) -> str:
        return self.label

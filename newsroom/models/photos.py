"""Originals with their rights, and the uses made of them."""

from __future__ import annotations

import uuid
from datetime import timedelta

from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from digest.lib.addresses import validate_web_address
from digest.lib.dates import validate_year
from digest.models import Picture
from digest.models.plaintext import PlainCharField
from newsroom.models.issues import Issue
from newsroom.models.links import RelatedLink
from newsroom.models.parts import Part, stands_once


def original_storage() -> Storage:
    """Where originals lie; a function, so that no migration names a folder."""
    return storages["originals"]


def original_name(photo: Photo, filename: str) -> str:
    """A name of our own: nothing of the uploader's file name reaches the disk."""
    return f"{photo.uid}"


#: How long before a licence ends it is said to.
LICENCES_AHEAD = timedelta(days=30)


class Photo(models.Model):
    """The newsroom's original. Readers get its Picture, once that has been made."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = PlainCharField(
        _("name"), max_length=200, help_text=_("For finding it again; readers never see it.")
    )
    original = models.FileField(
        _("file"), storage=original_storage, upload_to=original_name, max_length=200
    )
    picture = models.OneToOneField(
        Picture, on_delete=models.PROTECT, null=True, editable=False, related_name="photo"
    )
    rights_until = models.DateTimeField(
        _("licence ends"),
        null=True,
        blank=True,
        validators=[validate_year],
        help_text=_("Empty: it does not end."),
    )
    created_at = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("photo")
        verbose_name_plural = _("photos")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.name


class PhotoCredit(models.Model):
    """Who made it, through whom it came, and on what terms."""

    photo = models.OneToOneField(Photo, on_delete=models.CASCADE, related_name="credit")
    creator = PlainCharField(_("made by"), max_length=200, blank=True)
    agency = PlainCharField(
        _("agency"), max_length=200, blank=True, help_text=_("A chain goes with slashes.")
    )
    licence = PlainCharField(_("licence"), max_length=100, blank=True)
    licence_address = PlainCharField(
        _("address of the licence"), max_length=500, blank=True, validators=[validate_web_address]
    )
    source_address = PlainCharField(
        _("address of the source"), max_length=500, blank=True, validators=[validate_web_address]
    )
    line = PlainCharField(
        _("credit as received"),
        max_length=400,
        blank=True,
        help_text=_("Printed as it is where neither maker nor agency is given."),
    )

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")

    def __str__(self) -> str:
        return self.line or " / ".join(filter(None, [self.creator, self.agency]))


class PhotoUse(Part):
    """One use of a photo: as the top picture of an issue, or on a foreign card."""

    photo = models.ForeignKey(
        Photo, on_delete=models.PROTECT, related_name="uses", verbose_name=_("photo")
    )
    issue = models.ForeignKey(
        Issue, on_delete=models.CASCADE, null=True, editable=False, related_name="top_pictures"
    )
    card = models.ForeignKey(
        RelatedLink, on_delete=models.CASCADE, null=True, editable=False, related_name="pictures"
    )
    alt = PlainCharField(
        _("description"),
        max_length=500,
        blank=True,
        help_text=_("What the picture shows, for those who do not see it."),
    )
    decorative = models.BooleanField(
        _("decorative"), default=False, help_text=_("It shows nothing that needs describing.")
    )
    caption = PlainCharField(_("caption"), max_length=500, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            *Part.Meta.constraints,
            stands_once("issue", "top_picture"),
            stands_once("card", "card_picture"),
            models.CheckConstraint(
                condition=Q(issue__isnull=False, card__isnull=True)
                | Q(issue__isnull=True, card__isnull=False),
                name="photo_is_used_in_one_place",
            ),
            models.CheckConstraint(
                condition=Q(decorative=False) | Q(alt=""),
                name="photo_is_described_or_decorative",
                violation_error_message=_(
                    "A decorative picture has no description: clear one of the two."
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.photo)

    @property
    def whole(self) -> Issue:
        if self.card is not None:
            return self.card.issue
        assert self.issue is not None
        return self.issue

    @property
    def holder(self) -> Issue | RelatedLink:
        return self.card or self.whole

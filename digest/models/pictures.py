"""The public form of photos."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from digest.models.plaintext import PlainCharField


def random_key() -> str:
    """128 random bits as 32 hexadecimal digits: no picture can be found by guessing."""
    return secrets.token_hex(16)


def rendition_storage() -> Storage:
    """Where renditions lie; a function, so that no migration names a folder."""
    return storages["renditions"]


class PictureQuerySet(models.QuerySet["Picture"]):
    """Pictures by takedown and licence at a moment: the one rule of which may be shown."""

    def permitted(self, at: datetime) -> PictureQuerySet:
        """Not taken down, and licence not lapsed, at `at`."""
        return self.filter(
            Q(taken_down_at=None) | Q(taken_down_at__gt=at),
            Q(shown_until=None) | Q(shown_until__gt=at),
        )

    def showable(self, at: datetime) -> PictureQuerySet:
        """Permitted, and printed in a text that readers may have at `at`."""
        from digest.models.editions import Edition

        uses = Q(pictures__picture=OuterRef("pk"))
        return self.permitted(at).filter(
            Exists(Edition.objects.live(at).filter(uses))
            | Exists(Edition.objects.versions(at).filter(uses))
        )


class Picture(models.Model):
    """One photo as readers may have it: re-encoded, stripped, under a random key.

    A public record: written by newsroom/pictures/drawing.py and newsroom/press/door.py only.
    Width and height are those of the upright original, in pixels. `photo_uid` says of
    which photo it was made: a photo whose original was replaced has several pictures.
    """

    key = PlainCharField(max_length=32, unique=True, default=random_key, editable=False)
    photo_uid = models.UUIDField(db_index=True, editable=False)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    shown_until = models.DateTimeField(null=True, blank=True)
    taken_down_at = models.DateTimeField(null=True, blank=True)

    objects = PictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return f"{self.width} × {self.height}"


class Rendition(models.Model):
    """The picture at one width, in pixels."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    file = models.FileField(storage=rendition_storage)

    class Meta:
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")
        ordering = ["width"]
        constraints = [
            models.UniqueConstraint(
                fields=["picture", "width"], name="rendition_width_is_made_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.width} × {self.height}"

    def get_absolute_url(self) -> str:
        return reverse("reader:picture", args=[self.picture.key, self.width])

"""Words for kickers."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from digest.models.plaintext import PlainCharField


class Label(models.Model):
    """A genre ("Reporting") or a section ("Ports"); frozen as words, without a page."""

    class Kind(models.TextChoices):
        """Which half of the kicker a label is for."""

        GENRE = "genre", _("genre")
        SECTION = "section", _("section")

    name = PlainCharField(_("name"), max_length=60)
    kind = PlainCharField(_("kind"), max_length=7, choices=Kind)

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        ordering = ["kind", "name"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "name"], name="label_is_given_once"),
        ]

    def __str__(self) -> str:
        return self.name

"""Who writes, edits and draws."""

from __future__ import annotations

import uuid

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from digest.models.plaintext import PlainCharField
from digest.models.richtext import RichTextField
from digest.models.slugs import AddressField, on_a_route


class Person(models.Model):
    """Somebody named in bylines. The page exists while a live Edition names them."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = PlainCharField(_("name"), max_length=120)
    slug = AddressField(_("address"), max_length=80, unique=True)
    description = RichTextField(_("description"), blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]
        constraints = [on_a_route("person")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("reader:author", args=[self.slug])

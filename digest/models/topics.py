"""Free tags on issues."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from taggit.models import TagBase

from digest.lib import plaintext
from digest.models.plaintext import PlainCharField, PlainSlugField


def tidy(name: str) -> str:
    """One spelling for one topic: plain text, single blanks."""
    return " ".join(plaintext.line(name).split())


class Topic(TagBase):
    """What issues are about. The page exists while a live Edition names it."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # taggit's columns, under our rule for plain text.
    name = PlainCharField(pgettext_lazy("A tag name", "name"), unique=True, max_length=100)
    slug = PlainSlugField(
        pgettext_lazy("A tag slug", "slug"), unique=True, max_length=100, allow_unicode=True
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="topic_name_is_used_once"),
        ]

    def clean_fields(self, exclude: Any = None) -> None:
        self.name = tidy(self.name)
        super().clean_fields(exclude)

    def get_absolute_url(self) -> str:
        return reverse("reader:topic", args=[self.slug])

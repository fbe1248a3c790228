"""Free tags on issues."""

from __future__ import annotations

import unicodedata
import uuid
from typing import Any

from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import TagBase


def tidy(name: str) -> str:
    """One spelling for one topic: composed letters, single blanks."""
    return " ".join(unicodedata.normalize("NFC", name).split())


class Topic(TagBase):
    """What issues are about. The page exists while a live Edition names it."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="topic_name_is_used_once"),
        ]

    def clean_fields(self, exclude: Any = None) -> None:
        self.name = tidy(self.name)  # type: ignore[has-type]
        super().clean_fields(exclude)

    def get_absolute_url(self) -> str:
        return reverse("reader:topic", args=[self.slug])

"""Free tags on issues."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from taggit.models import NaturalKeyManager, TagBase

from digest.lib import plaintext, slugs
from digest.models.plaintext import PlainCharField
from digest.models.slugs import AddressField, on_a_route


def tidy(name: str) -> str:
    """One spelling for one topic: plain text, single blanks."""
    return " ".join(plaintext.line(name).split())


class TopicManager(NaturalKeyManager):
    """Topics by the name that somebody typed."""

    def named(self, name: str) -> Topic | None:
        """The topic of that name, in capitals or not, in whatever script."""
        wanted = tidy(name)
        found: models.QuerySet[Topic] = self.filter(name__iexact=wanted)
        if not wanted.isascii():
            rows = self.values_list("pk", "name")
            found = self.filter(
                pk__in=[pk for pk, one in rows if one.casefold() == wanted.casefold()]
            )
        return found.order_by("pk").first()


class Topic(TagBase):
    """What issues are about. The page exists while a live Edition names it."""

    # taggit's columns, under our rules for plain text and for addresses.
    name = PlainCharField(pgettext_lazy("A tag name", "name"), unique=True, max_length=100)
    slug = AddressField(_("address"), max_length=100, unique=True)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = TopicManager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [
            on_a_route("topic"),
            models.UniqueConstraint(Lower("name"), name="topic_name_is_used_once"),
        ]

    def slugify(self, tag: str, i: int | None = None) -> str:
        """What taggit gives a topic that is saved without an address: our rule, not its own."""
        wanted = slugs.base(tag, otherwise="topic")
        return wanted if i is None else f"{wanted}-{i + 1}"

    def clean(self) -> None:
        """É and é are one letter; Lower() of SQLite knows only those of ASCII."""
        super().clean()
        there = Topic.objects.named(self.name)
        if there is not None and there.pk != self.pk:
            raise ValidationError(
                {"name": _("The topic “%(name)s” is there already.") % {"name": there.name}}
            )

    def clean_fields(self, exclude: Any = None) -> None:
        self.name = tidy(self.name)
        super().clean_fields(exclude)

    def get_absolute_url(self) -> str:
        return reverse("reader:topic", args=[self.slug])

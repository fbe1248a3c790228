"""Addresses that people and topics had before: they lead on for ever."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from digest.models.people import Person
from digest.models.slugs import AddressField
from digest.models.topics import Topic


class FormerAddressQuerySet(models.QuerySet["FormerAddress"]):
    """Slugs that persons and topics had, looked up when someone comes by one."""

    def person(self, slug: str) -> Person | None:
        """The person who was public under that slug, or None."""
        found = self.filter(slug=slug, person__isnull=False).select_related("person").first()
        return found.person if found else None

    def topic(self, slug: str) -> Topic | None:
        """The topic that was public under that slug, or None."""
        found = self.filter(slug=slug, topic__isnull=False).select_related("topic").first()
        return found.topic if found else None


class FormerAddress(models.Model):
    """An address under which a person or a topic was public, and whose it was.

    A public record: written by newsroom/writing/readdressing.py only. It names the row, not the
    row's next address: that is asked when somebody comes, so that nobody is led on twice.
    """

    slug = AddressField(max_length=100)
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, blank=True, related_name="former_addresses"
    )
    topic = models.ForeignKey(
        Topic, on_delete=models.CASCADE, null=True, blank=True, related_name="former_addresses"
    )

    objects = FormerAddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["slug"], condition=Q(person__isnull=False), name="person_left_it_once"
            ),
            models.UniqueConstraint(
                fields=["slug"], condition=Q(topic__isnull=False), name="topic_left_it_once"
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, topic__isnull=True)
                | Q(person__isnull=True, topic__isnull=False),
                name="former_address_is_of_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slug} → {self.person or self.topic}"

"""Rows derived from documents, so that a person's, topic's or picture's uses are found.

They say nothing of their own: press writes them with the Edition, and
`manage.py reindex` makes them anew from the documents.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from digest.models.editions import Edition
from digest.models.outlets import Outlet
from digest.models.people import Person
from digest.models.pictures import Picture
from digest.models.topics import Topic


def _edition(name: str) -> models.ForeignKey:
    return models.ForeignKey(Edition, on_delete=models.CASCADE, related_name=name)


def _once(field: str) -> list[models.BaseConstraint]:
    return [models.UniqueConstraint(fields=["edition", field], name=f"edition_names_{field}_once")]


class Mention(models.Model):
    """What all of these rows are called: by the text that they were derived from."""

    edition: models.ForeignKey

    class Meta:
        abstract = True

    def __str__(self) -> str:
        words = gettext("revision %(number)d of “%(title)s”")
        return words % {"number": self.edition.revision, "title": self.edition.title}


class EditionPerson(Mention):
    """A person in the byline of an Edition."""

    edition = _edition("people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mentions")

    class Meta:
        verbose_name = _("person in an edition")
        constraints = _once("person")


class EditionTopic(Mention):
    """A row for a topic that an Edition's document names: finds the topic's issues."""

    edition = _edition("topics")
    topic = models.ForeignKey(Topic, on_delete=models.PROTECT, related_name="mentions")

    class Meta:
        verbose_name = _("topic of an edition")
        constraints = _once("topic")


class EditionOutlet(Mention):
    """An outlet cited in an Edition."""

    edition = _edition("outlets")
    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="mentions")

    class Meta:
        verbose_name = _("outlet in an edition")
        constraints = _once("outlet")


class EditionPicture(Mention):
    """A picture printed in an Edition."""

    edition = _edition("pictures")
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="mentions")

    class Meta:
        verbose_name = _("picture in an edition")
        constraints = _once("picture")

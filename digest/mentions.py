"""Deriving what an Edition mentions from its document."""

from __future__ import annotations

from digest.models import (
    Edition,
    EditionOutlet,
    EditionPerson,
    EditionPicture,
    EditionTopic,
    Outlet,
    Person,
    Picture,
    Topic,
)


def mention(edition: Edition) -> None:
    """Write the rows by which a person's, topic's, outlet's and picture's uses are found.

    For an Edition that has none yet; `manage.py reindex` clears them first.
    """
    document = edition.text
    people = Person.objects.filter(uid__in=[line.person.uid for line in document.byline])
    topics = Topic.objects.filter(uid__in=[topic.uid for topic in document.topics])
    outlets = Outlet.objects.filter(
        uid__in=[source.outlet.uid for brief in document.briefs() for source in brief.sources]
    )
    pictures = Picture.objects.filter(key__in=[use.key for use in document.pictures()])
    EditionPerson.objects.bulk_create(EditionPerson(edition=edition, person=p) for p in people)
    EditionTopic.objects.bulk_create(EditionTopic(edition=edition, topic=t) for t in topics)
    EditionOutlet.objects.bulk_create(EditionOutlet(edition=edition, outlet=o) for o in outlets)
    EditionPicture.objects.bulk_create(EditionPicture(edition=edition, picture=p) for p in pictures)


def forget(edition: Edition) -> None:
    """Remove an Edition's derived rows."""
    for model in (EditionPerson, EditionTopic, EditionOutlet, EditionPicture):
        model.objects.filter(edition=edition).delete()

"""The byline and the topics of an issue, as rows beside its title block."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from digest.lib import plaintext
from digest.lib.limits import too_long
from digest.models import Person, Topic
from digest.models.topics import tidy
from newsroom.desk.forms.fitting import longest
from newsroom.desk.screen import adding
from newsroom.models import Byline, Issue, IssueTopic
from newsroom.models.parts import GAP
from newsroom.refusals import Refused
from newsroom.writing import readdressing

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import AbstractUser
    from django.http import QueryDict


@dataclass
class BylineRow:
    """A name as it was typed, and the person it is, if there is one."""

    name: str
    role: str
    person: Person | None = None


class Signatures:
    """Who signs the issue and what it is about, as posted or as stored."""

    def __init__(self, issue: Issue, data: QueryDict | None = None) -> None:
        self.issue = issue
        self.was = data.get("signatures-digest", "") if data is not None else ""
        self.was_saved = False
        self.new_topic = tidy(data.get("new-topic", "")) if data is not None else ""
        if data is None:
            lines = issue.bylines.select_related("person")
            self.byline = [BylineRow(line.person.name, line.role, line.person) for line in lines]
            rows = issue.issue_topics.select_related("tag").order_by("pk")
            self.topics = [row.tag.name for row in rows]
        else:
            self.byline = [
                BylineRow(plaintext.line(name), role)
                for name, role in zip(
                    data.getlist("byline-name"), data.getlist("byline-role"), strict=False
                )
                if plaintext.line(name) and role in Byline.Role.values
            ]
            self.topics = list(dict.fromkeys(tidy(name) for name in data.getlist("topic") if name))

    @property
    def digest(self) -> str:
        """A short hash of what the rows say."""
        said = [[[row.name, row.role] for row in self.byline], self.topics]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]

    @property
    def unknown(self) -> list[BylineRow]:
        """Names that nobody has: they are not saved."""
        return [row for row in self.byline if row.person is None]

    def has_loose_ends(self) -> bool:
        """Whether a name is nobody's yet, or a topic is typed and not added."""
        return bool(self.new_topic) or any(
            row.person is None and _person(row.name) is None for row in self.byline
        )

    @property
    def roles(self) -> list[tuple[str, str]]:
        """What a person can have done."""
        return [(value, str(label)) for value, label in Byline.Role.choices]

    @property
    def troubles(self) -> list[str]:
        """A sentence for each name and topic that is too long to be stored."""
        named = [(_("Name %d") % place, row.name) for place, row in enumerate(self.byline, 1)]
        found = [(label, too_long(name, longest(Person, "name"))) for label, name in named]
        found.append((_("Topic"), too_long(self.new_topic, longest(Topic, "name"))))
        return [f"{label}: {sentence}" for label, sentence in found if sentence]

    def has_changed(self) -> bool:
        """Whether a name, a role or a topic is another."""
        return self.digest != self.was

    def do(self, what: str, *, by: AbstractUser, at: datetime) -> None:
        """What a button asks for: "person:<name>" or "topic" (with what was typed)."""
        verb, _sign, name = what.partition(":")
        name = plaintext.line(name)
        fits = not too_long(name, longest(Person, "name"))
        if verb == "person" and name and fits and not _person(name):
            slug = readdressing.propose(Person, name)
            adding.add(Person(name=name, slug=slug), name, by=by, at=at)
        if verb == "topic" and self.new_topic:
            topic = _topic(self.new_topic)
            if topic is None:
                slug = readdressing.propose(Topic, self.new_topic)
                topic = Topic(name=self.new_topic, slug=slug)
                adding.add(topic, topic.name, by=by, at=at)
            self.topics = list(dict.fromkeys([*self.topics, topic.name]))
            self.new_topic = ""

    def save(self, *, keep: bool = False) -> None:
        """Make byline and topics what the rows say; the caller holds the issue's lock.

        With `keep` those that somebody else saved meanwhile stay, before what was typed.
        """
        if keep:
            stored = Signatures(self.issue)
            self.byline = [*stored.byline, *self.byline]
            self.topics = list(dict.fromkeys([*stored.topics, *self.topics]))
        for row in self.byline:
            row.person = _person(row.name)
        wanted = list(dict.fromkeys((r.person.pk, r.role) for r in self.byline if r.person))
        self.issue.bylines.all().delete()
        Byline.objects.bulk_create(
            Byline(issue=self.issue, person_id=pk, role=role, position=GAP * number)
            for number, (pk, role) in enumerate(wanted, 1)
        )
        topics = [topic for name in self.topics if (topic := _topic(name))]
        known = {topic.name for topic in topics}
        if gone := [name for name in self.topics if name not in known and _topic(name) is None]:
            raise Refused(
                _("The topic “%s” is not there any more: take it out, or add it anew.") % gone[0]
            )
        self.issue.issue_topics.all().delete()
        IssueTopic.objects.bulk_create(
            IssueTopic(content_object=self.issue, tag=topic) for topic in topics
        )
        self.was_saved = True


def _person(name: str) -> Person | None:
    found = Person.objects.filter(name__iexact=name.strip()).order_by("pk")
    return found.filter(name=name.strip()).first() or found.first()


def _topic(name: str) -> Topic | None:
    return Topic.objects.named(name)

"""Issues whose every field holds a word that stands nowhere else.

A word is "zq" + the mark of the issue + "x" + the field: found anywhere, it says what leaked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.models import Person, Topic
from newsroom.models import Byline, Issue, IssueTopic, LeadAnalysis, Photo, PhotoCredit, PhotoUse
from tests import factories

#: What readers find on some page while the text is live.
PUBLIC = frozenset(
    [
        "title",
        "dek",
        "genre",
        "section",
        "person",
        "topic",
        "lead",
        "heading",
        "intro",
        "nothing",
        "brieftitle",
        "briefbody",
        "outlet",
        "address",
        "reporter",
        "alt",
        "caption",
        "creator",
        "agency",
        "licence",
        "licenceaddress",
        "sourceaddress",
        "cardaddress",
        "cardlabel",
        "cardtitle",
        "carddek",
        "opening",
        "cardalt",
        "cardcaption",
        "cardline",
    ]
)


def found(mark: str, text: str) -> set[str]:
    """The fields of that issue whose words stand in the text."""
    return set(re.findall(rf"zq{mark}x([a-z]+)", text.lower()))


@dataclass
class Marked:
    """An issue full of canaries, and where somebody would look for it."""

    mark: str
    draft: Issue
    topic: Topic
    person: Person
    photos: list[Photo]

    @property
    def slug(self) -> str:
        """The slug it has, or would be proposed."""
        self.draft.refresh_from_db()
        return self.draft.folio.slug if self.draft.folio else f"{self.word('title')}-at-sea"

    @property
    def keys(self) -> list[str]:
        """The keys of its pictures."""
        return [photo.picture.key for photo in self.photos]

    @property
    def note(self) -> str:
        """A note with a canary."""
        return f"An earlier text named {self.word('note')}."

    def word(self, field: str) -> str:
        """The canary of a field."""
        return f"zq{self.mark}x{field}"


def mark_up(draft: Issue, mark: str) -> Marked:
    """Write canaries over everything the draft says, and into what it did not have."""

    def word(field: str) -> str:
        return f"zq{mark}x{field}"

    person = Person.objects.create(name=word("person"), slug=word("person"))
    topic = Topic.objects.create(name=word("topic"), slug=word("topic"))
    top = factories.small_photo(credit="", size=(600, 360))
    Photo.objects.filter(pk=top.pk).update(name=word("photoname"))
    PhotoCredit.objects.create(
        photo=top,
        creator=word("creator"),
        agency=word("agency"),
        licence=word("licence"),
        licence_address=f"https://rights.example/{word('licenceaddress')}",
        source_address=f"https://photos.example/{word('sourceaddress')}",
    )
    small = factories.small_photo(credit="")
    PhotoCredit.objects.create(photo=small, line=word("cardline"))

    Issue.objects.filter(pk=draft.pk).update(
        title=f"{word('title')} at sea",
        dek=f"Why {word('dek')} is quiet.",
        genre_label=factories.label(word("genre")),
        section_label=factories.label(word("section"), "section"),
    )
    Byline.objects.create(issue=draft, person=person, position=4096)
    IssueTopic.objects.create(content_object=draft, tag=topic)
    LeadAnalysis.objects.filter(issue=draft).update(body=f"<p>The {word('lead')} is late.</p>")
    place = factories.section(
        draft, heading=word("heading"), intro=f"<p>After {word('intro')}.</p>"
    )
    brief = factories.brief(
        place, title=word("brieftitle"), body=f"<p>A {word('briefbody')} sank.</p>"
    )
    factories.source(
        brief,
        outlet=factories.outlet(word("outlet")),
        address=f"https://ledger.example/{word('address')}",
        reporter=word("reporter"),
    )
    factories.section(
        draft,
        heading=word("heading"),
        state="nothing",
        nothing_text=f"No {word('nothing')} this week.",
    )
    factories.top_picture(draft, top, alt=word("alt"), caption=word("caption"))
    card = factories.foreign_card(
        draft,
        address=f"https://quarterly.example/{word('cardaddress')}",
        label=word("cardlabel"),
        title=word("cardtitle"),
        dek=word("carddek"),
        opening=f"<p>The {word('opening')} stands.</p>",
    )
    factories.part(
        PhotoUse(card=card, photo=small, alt=word("cardalt"), caption=word("cardcaption"))
    )
    draft.refresh_from_db()
    return Marked(mark, draft, topic, person, [top, small])

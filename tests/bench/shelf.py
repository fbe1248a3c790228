"""Many published issues at once, as rows: what pressing them one by one would leave behind."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from digest.document import Analysis, Brief, Citation, Document, Named, Section, Signature
from digest.models import (
    Edition,
    EditionOutlet,
    EditionPerson,
    EditionTopic,
    Folio,
    Outlet,
    Person,
    Series,
    Topic,
)
from tests.factories import T0

#: One issue every nine hours: 5,000 of them fill five years.
APART = timedelta(hours=9)
WORDS = (
    "The pilots of the outer roads have been on short watches since the fog came in, and the "
    "harbour office says that the queue of ships beyond the bar is the longest since the strike. "
)


@dataclass(frozen=True)
class Shelf:
    """Issues 1 to n of a series, all on one topic and by one person; live at `until`."""

    topic: Topic
    person: Person
    folios: list[Folio]
    until: datetime


def shelve(one: Series, count: int, *, briefs: int = 6, first: int = 1) -> Shelf:
    """Insert issues `first` to `first` + `count` - 1, the last of them just before `until`."""
    topic, _ = Topic.objects.get_or_create(name="Pilotage", slug="pilotage")
    person, _ = Person.objects.get_or_create(name="Ines Duarte", slug="ines-duarte")
    outlet, _ = Outlet.objects.get_or_create(name="Harbour Ledger")
    numbers = range(first, first + count)
    folios = Folio.objects.bulk_create(
        (
            Folio(
                series=one,
                slug=f"issue-{number}",
                number=number,
                first_live_from=T0 + number * APART,
            )
            for number in numbers
        ),
        batch_size=500,
    )
    editions = Edition.objects.bulk_create(
        (
            edition(folio, document(number, topic, person, outlet, briefs))
            for number, folio in zip(numbers, folios, strict=True)
        ),
        batch_size=100,
    )
    for model, name, row in (
        (EditionTopic, "topic", topic),
        (EditionPerson, "person", person),
        (EditionOutlet, "outlet", outlet),
    ):
        model.objects.bulk_create(
            (model(edition=edition, **{name: row}) for edition in editions), batch_size=500
        )
    return Shelf(topic, person, folios, T0 + (first + count) * APART)


def edition(folio: Folio, text: Document) -> Edition:
    """The first Edition of a Folio, live from its first moment on."""
    assert folio.first_live_from is not None
    return Edition(
        folio=folio,
        revision=1,
        document=text.to_json(),
        fingerprint=text.fingerprint,
        title=text.shown_title,
        dek=text.dek,
        kicker=text.kicker,
        byline=text.byline_names,
        words=text.count_words(),
        pressed_at=folio.first_live_from,
        pressed_by="presser",
        live_from=folio.first_live_from,
    )


def bare(folio: Folio) -> Edition:
    """The same without a text, for pages that show none."""
    assert folio.first_live_from is not None
    return Edition(
        folio=folio,
        revision=1,
        document="{}",
        fingerprint="0" * 64,
        title=f"Issue {folio.number}",
        words=0,
        pressed_at=folio.first_live_from,
        pressed_by="presser",
        live_from=folio.first_live_from,
    )


def document(number: int, topic: Topic, person: Person, outlet: Outlet, briefs: int) -> Document:
    """A text of a lead and that many briefs."""
    cited = Named(str(outlet.uid), outlet.name)
    return Document(
        uid=str(uuid.uuid4()),
        title=f"Issue {number}",
        dek="Why the harbour is quiet.",
        genre="Reporting",
        section="Ports",
        byline=(Signature(Named(str(person.uid), person.name), "author"),),
        topics=(Named(str(topic.uid), topic.name),),
        analysis=Analysis(str(uuid.uuid4()), f"<p>{WORDS}</p>" * 6),
        sections=(
            Section(
                uid=str(uuid.uuid4()),
                heading="In other news",
                briefs=tuple(
                    Brief(
                        str(uuid.uuid4()),
                        "",
                        f"<p>{WORDS}</p>",
                        (Citation(str(uuid.uuid4()), cited, f"https://ledger.example/{n}"),),
                    )
                    for n in range(briefs)
                ),
            ),
        ),
    )

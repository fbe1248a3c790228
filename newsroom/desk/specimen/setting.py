"""What stands around the specimen's documents: a site, a series, issues. No row is read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from digest.document import Document
from digest.models import (
    Edition,
    Folio,
    Notice,
    Person,
    Publication,
    Series,
    SocialAddress,
    Topic,
)
from digest.reader.frame import Figure, File, Place, Site
from newsroom.desk.specimen import words

BEGAN = datetime(2026, 3, 6, 7, 30, tzinfo=UTC)
WEEK = timedelta(days=7)

SERIES = Series(
    name="The Tide Book",
    slug="tide-book",
    zone="Europe/Lisbon",
    rhythm="Every Friday at half past seven, Lisbon time",
    description="<p>What the harbour offices wrote down, and what they did not.</p>",
)
OTHER = Series(name="Fog", slug="fog", zone="America/Halifax", rhythm="When there is some")

TITLES = [
    ("The Tide Book: What the clerk wrote beside the figure", "Wind, mostly", "landscape"),
    ("Fog", "", ""),
    (
        "The Tide Book: A title that goes on for longer than a title should, so that everybody "
        "can see where it breaks",
        "A dek that does the same. It says who, and where, and what came of it, and it has a "
        "second sentence that could have been left out",
        "portrait",
    ),
    (f"The Tide Book: {words.LONG_WORD}", "One word", "strip"),
    ("The Tide Book: Low water", "The harbour was dry on Thursday", "landscape"),
]


def site(sheets: Iterable[str]) -> Site:
    """A publication with everything filled in; where others say “Follow us”, the sheets."""
    publication = Publication(
        name="Strait & Sound",
        tagline="An invented review, for looking at",
        postal_address="Strait & Sound\n4 Quay Street\nStrand",
        sign_up_address="https://letters.example/sign-up",
        preferred_source_address="https://search.example/prefer",
    )
    addresses = [
        SocialAddress(label=name, address=settings.SITE_URL + reverse("desk-specimen", args=[name]))
        for name in sheets
    ]
    return Site(publication, addresses)


def place() -> Place:
    """Where the specimen's issue would stand."""
    return Place(SERIES, "/tide-book/nobody-decided/", 2026, 12, BEGAN)


def figures() -> dict[str, Figure]:
    """The drawings: one lying, one standing, one wide strip."""
    sizes = {"landscape": (1200, 800), "portrait": (800, 1200), "strip": (1600, 400)}
    return {
        key: Figure((File(static(f"specimen/{key}.svg"), width, height),))
        for key, (width, height) in sizes.items()
    }


def editions(count: int = len(TITLES), newest: datetime = BEGAN) -> list[Edition]:
    """Issues for lists, one a week back from `newest`, with the titles in turn."""
    found = []
    for number in range(count):
        title, dek, key = TITLES[number % len(TITLES)]
        folio = Folio(
            series=SERIES if title != "Fog" else OTHER,
            slug=f"issue-{count - number}",
            volume=2026,
            number=count - number,
            first_live_from=newest - number * WEEK,
        )
        byline = "Ines Duarte, Bartholomew Featherstonehaugh and Jo Li" if number % 3 else ""
        kicker = "Reporting | Harbours" if number % 2 == 0 else ""
        picture = words.picture(key, list(words.CREDITS)[number % 4]) if key else None
        found.append(
            Edition(
                folio=folio,
                document=Document(uid="listed", title=title, picture=picture).to_json(),
                title=title,
                dek=dek,
                byline=byline,
                kicker=kicker,
                picture_key=key,
            )
        )
    return found


def versions() -> list[Edition]:
    """A text that was changed in each of the ways, newest first."""
    kinds = [
        ("correction", "An earlier text gave the ninth of January as a Thursday. It was a Friday."),
        (
            "update",
            "The guild has met since. We have added what it decided and who voted against it, and "
            "taken out a sentence that said it would meet.",
        ),
        ("clarification", "The gauge belongs to the university, not to the office."),
        ("minor", ""),
        ("", ""),
    ]
    folio = editions(1)[0].folio
    return [
        Edition(
            folio=folio,
            revision=len(kinds) - number,
            kind=kind,
            note=note,
            live_from=BEGAN - number * timedelta(hours=5),
            live_until=BEGAN - (number - 1) * timedelta(hours=5),
        )
        for number, (kind, note) in enumerate(kinds)
    ]


def people() -> dict[str, Person]:
    """Those of the byline who have a page."""
    return {"person-0": Person(name="Ines Duarte", slug="ines-duarte")}


def topics() -> dict[str, Topic]:
    """Those topics that have a page."""
    return {f"topic-{n}": Topic(name=f"Topic {n}", slug=f"topic-{n}") for n in range(3)}


def notices() -> list[Notice]:
    """One notice of each kind."""
    return [
        Notice(kind="call", text="<p>Write to us about tides.</p>"),
        Notice(
            kind="appeal",
            text="<p><strong>Dear reader,</strong> this review is invented and costs nothing. If "
            'it were real, <a href="https://letters.example/give">you would be asked</a>.</p>',
        ),
        Notice(kind="sponsor", text="<p>Made possible by nobody.</p>"),
    ]

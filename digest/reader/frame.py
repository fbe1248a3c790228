"""What stands around a document on its page, loaded for one moment.

The frame holds everything that is not frozen: names of the site, notes, cards filled
from what is live, notices, the pictures that may be shown. Texts that readers may
have come from Edition.objects.live() and versions(), and from nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import Q

from digest.document import Card, Document
from digest.models import (
    Edition,
    Folio,
    Notice,
    Person,
    Picture,
    Publication,
    Rendition,
    Series,
    SocialAddress,
    Topic,
)

#: How many other issues a page leads on to.
LATEST = 5
#: Instead of a Folio's key where there is none yet: after all that have one.
NOT_YET = 2**63 - 1


@dataclass(frozen=True)
class Site:
    """What stands in the head and foot of every page; `publication` may be unsaved."""

    publication: Publication
    social_addresses: list[SocialAddress]


@dataclass(frozen=True)
class File:
    """One file of a picture: its address, and its size in pixels."""

    address: str
    width: int
    height: int


@dataclass(frozen=True)
class Figure:
    """The renditions of a picture, narrowest first."""

    sources: tuple[File, ...]

    @property
    def shown(self) -> File:
        """A middling rendition: its address and size stand in the page."""
        return next((one for one in self.sources if one.width >= 900), self.sources[-1])

    @property
    def srcset(self) -> str:
        """All renditions as HTML's srcset attribute wants them."""
        return ", ".join(f"{one.address} {one.width}w" for one in self.sources)


@dataclass(frozen=True)
class Place:
    """Where and when an issue stands; provisional for a preview."""

    series: Series
    address: str
    volume: int
    number: int | None
    published_at: datetime
    #: The Folio's key, which orders issues of one instant.
    folio: int = NOT_YET


@dataclass(frozen=True)
class Frame:
    """Everything on an issue's page that is not its document."""

    site: Site
    place: Place
    modified_at: datetime | None = None
    people: Mapping[str, Person] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    pictures: Mapping[str, Figure] = field(default_factory=dict)
    cards: Mapping[str, Edition] = field(default_factory=dict)
    notes: list[Edition] = field(default_factory=list)
    versions: list[Edition] = field(default_factory=list)
    latest: list[Edition] = field(default_factory=list)
    #: The issues of the series that came right before and right after.
    previous: Edition | None = None
    next: Edition | None = None
    notices: list[Notice] = field(default_factory=list)
    #: Set on the page of an earlier version: that Edition.
    earlier: Edition | None = None

    #: The cards that are printed: not those of our own issues of which nothing is live.
    shown_cards: list[Card] = field(default_factory=list)

    @property
    def series(self) -> Series:
        """The series of the issue, whose zone is that of all its dates."""
        return self.place.series


def site() -> Site:
    """The Publication and where to follow it."""
    publication = Publication.objects.current()
    social = publication.social_addresses.all() if publication.pk else []
    return Site(publication, list(social))


def of(edition: Edition, at: datetime) -> Frame:
    """The frame of a live text at `at`."""
    versions = list(Edition.objects.versions(at).filter(folio=edition.folio).listed())
    return _around(
        edition.text,
        place_of(edition),
        at,
        modified_at=_modified_at(edition),
        notes=_notes([edition, *versions]),
        versions=_newest_first([edition, *versions]) if versions else [],
        notices=notices(at, edition.folio.series),
    )


def of_version(edition: Edition, at: datetime) -> Frame:
    """The frame of an earlier version: its own notes, no notices."""
    before = Edition.objects.versions(at).filter(folio=edition.folio)
    frame = _around(
        edition.text,
        place_of(edition),
        at,
        modified_at=_modified_at(edition),
        notes=_notes(before.filter(revision__lte=edition.revision).listed()),
        earlier=edition,
    )
    # Whom only an earlier text names has no page to link to.
    return replace(frame, people={}, topics={})


def of_draft(
    document: Document, place: Place, at: datetime, pictures: Mapping[str, Figure]
) -> Frame:
    """The frame a draft would have at `at`; its pictures are not public yet and are given."""
    return _around(document, place, at, pictures=pictures, notices=notices(at, place.series))


def place_of(edition: Edition) -> Place:
    """The place of a published text."""
    folio = edition.folio
    assert folio.first_live_from is not None
    return Place(
        folio.series,
        folio.get_absolute_url(),
        folio.volume,
        folio.number,
        folio.first_live_from,
        folio.pk,
    )


def _modified_at(edition: Edition) -> datetime | None:
    """Since when another text than the first is live; revisions may have been stopped before."""
    first = edition.folio.first_live_from
    return edition.live_from if first and edition.live_from > first else None


def notices(at: datetime, series: Series | None = None) -> list[Notice]:
    """The notices of the site and, on a page of a series, of that series."""
    return list(Notice.objects.shown(at).filter(Q(series=None) | Q(series=series)))


def figures(keys: Iterable[str], at: datetime) -> dict[str, Figure]:
    """Those of the pictures that may be shown at `at`, by key."""
    wanted = {key for key in keys if key}
    shown = Picture.objects.showable(at).filter(key__in=wanted).prefetch_related("renditions")
    return {picture.key: figure(picture.renditions.all()) for picture in shown}


def figures_of(editions: Iterable[Edition], at: datetime) -> dict[str, Figure]:
    """The top pictures of several issues, by key, for a list of them."""
    return figures([edition.picture_key for edition in editions], at)


def figure(
    renditions: Iterable[Rendition], address: Callable[[Rendition], str] | None = None
) -> Figure:
    """A picture under its public addresses, or under those that `address` gives."""
    at = address or Rendition.get_absolute_url
    return Figure(tuple(File(at(one), one.width, one.height) for one in renditions))


def notes_of(folios: Iterable[Folio], at: datetime) -> dict[int, list[Edition]]:
    """The printed notes of several issues, by the Folio's key, newest first."""
    texts = Edition.objects.live(at) | Edition.objects.versions(at)
    result: dict[int, list[Edition]] = {}
    for edition in _notes(texts.filter(folio__in=folios).listed()):
        result.setdefault(edition.folio_id, []).append(edition)
    return result


def _around(document: Document, place: Place, at: datetime, **known: object) -> Frame:
    """Load what every page of an issue has around it; `known` are the other fields."""
    own = [card.folio for card in document.cards if card.folio]
    cards = {
        str(edition.folio.uid): edition
        for edition in Edition.objects.live(at).filter(folio__uid__in=own).pictured()
    }
    others = Edition.objects.live(at).newest_first().listed()
    latest = [e for e in others[: LATEST + 1] if e.get_absolute_url() != place.address][:LATEST]
    previous, following = _neighbours(place, at)
    keys = [use.key for use in document.pictures()]
    keys += [edition.picture_key for edition in cards.values()]
    people = Person.objects.filter(uid__in=[line.person.uid for line in document.byline])
    topics = Topic.objects.filter(uid__in=[topic.uid for topic in document.topics])
    shown = figures(keys, at) | dict(known.pop("pictures", {}))  # type: ignore[call-overload]
    return Frame(
        site=site(),
        place=place,
        people={str(person.uid): person for person in people},
        topics={str(topic.uid): topic for topic in topics},
        cards=cards,
        shown_cards=[c for c in document.cards if not c.folio or c.folio in cards],
        latest=latest,
        previous=previous,
        next=following,
        pictures=shown,
        **known,  # type: ignore[arg-type]
    )


def _neighbours(place: Place, at: datetime) -> tuple[Edition | None, Edition | None]:
    """The issues of the series before and after a place, of those that are live at `at`."""
    others = Edition.objects.live(at).filter(folio__series=place.series).listed()
    then = Q(folio__first_live_from=place.published_at)
    before = Q(folio__first_live_from__lt=place.published_at) | then & Q(folio__lt=place.folio)
    after = Q(folio__first_live_from__gt=place.published_at) | then & Q(folio__gt=place.folio)
    return others.filter(before).newest_first().first(), others.filter(after).newest_first().last()


def _newest_first(editions: Iterable[Edition]) -> list[Edition]:
    return sorted(editions, key=lambda edition: -edition.revision)


def _notes(editions: Iterable[Edition]) -> list[Edition]:
    """The Editions whose notes are printed, newest first."""
    return _newest_first([edition for edition in editions if edition.prints_note])

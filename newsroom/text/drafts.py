"""All rows of drafts, read at once: a constant number of queries for one issue or for fifty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from newsroom.models import (
    Byline,
    Issue,
    IssueTopic,
    LeadAnalysis,
    NewsBrief,
    PhotoUse,
    RelatedLink,
    Section,
    Source,
)
from newsroom.models.parts import RESTORABLE


class Draft:
    """One issue with its parts, those included that were removed from it."""

    def __init__(self, issue: Issue) -> None:
        self.issue = issue
        self.bylines: list[Byline] = issue.bylines_read  # type: ignore[attr-defined]
        self.topics: list[IssueTopic] = issue.topics_read  # type: ignore[attr-defined]
        self._leads: list[LeadAnalysis] = issue.leads_read  # type: ignore[attr-defined]
        self._sections: list[Section] = issue.sections_read  # type: ignore[attr-defined]
        self._links: list[RelatedLink] = issue.links_read  # type: ignore[attr-defined]
        self._pictures: list[PhotoUse] = issue.pictures_read  # type: ignore[attr-defined]

    @property
    def picture(self) -> PhotoUse | None:
        """The top picture that stands in the issue, or None."""
        return next(iter(_standing(self._pictures)), None)

    @property
    def lead(self) -> LeadAnalysis | None:
        """The lead that stands in the issue, or None."""
        return next(iter(_standing(self._leads)), None)

    @property
    def sections(self) -> list[Section]:
        """The sections that stand in the issue, in their order."""
        return _standing(self._sections)

    @property
    def links(self) -> list[RelatedLink]:
        """The cards that stand in the issue, in their order."""
        return _standing(self._links)

    def briefs(self, section: Section) -> list[NewsBrief]:
        """The briefs of a section in their order, hidden by "nothing this week" or not."""
        return _standing(section.briefs_read)  # type: ignore[attr-defined]

    def picture_of(self, link: RelatedLink) -> PhotoUse | None:
        """The picture that stands on a card, or None."""
        return next(iter(_standing(link.pictures_read)), None)  # type: ignore[attr-defined]

    def restorable(self, at: datetime) -> list[Any]:
        """What was removed less than 30 days before `at`, latest first."""
        removed = [
            part for part in self._parts() if part.removed_at and part.removed_at > at - RESTORABLE
        ]
        return sorted(removed, key=lambda part: part.removed_at, reverse=True)

    def latest(self) -> list[Any]:
        """The parts that stand in the issue and have been saved, latest first."""
        saved = [part for part in self._parts() if part.saved_at and not part.removed_at]
        return sorted(saved, key=lambda part: part.saved_at, reverse=True)

    def _parts(self) -> Iterator[Any]:
        yield from chain(self._pictures, self._leads, self._sections, self._links)
        for section in self._sections:
            yield from section.briefs_read  # type: ignore[attr-defined]
        for link in self._links:
            yield from link.pictures_read  # type: ignore[attr-defined]


def read(issues: Iterable[Issue]) -> list[Draft]:
    """The drafts of the issues, in their order."""
    rows = list(issues)
    uses = PhotoUse.objects.select_related("photo__picture", "photo__credit")
    sources = Prefetch("sources", Source.objects.select_related("outlet"))
    briefs = Prefetch(
        "briefs",
        NewsBrief.objects.select_related("copied_from", "taken_into").prefetch_related(sources),
        "briefs_read",
    )
    links = RelatedLink.objects.select_related("folio__series", "folio__issue")
    prefetch_related_objects(
        rows,
        "series",
        "genre_label",
        "section_label",
        Prefetch("bylines", Byline.objects.select_related("person"), "bylines_read"),
        Prefetch(
            "issue_topics",
            IssueTopic.objects.select_related("tag").order_by("pk"),
            "topics_read",
        ),
        Prefetch("top_pictures", uses, "pictures_read"),
        Prefetch("analyses", to_attr="leads_read"),
        Prefetch(
            "sections",
            Section.objects.select_related("standing").prefetch_related(briefs),
            "sections_read",
        ),
        Prefetch(
            "related_links",
            links.prefetch_related(Prefetch("pictures", uses, "pictures_read")),
            "links_read",
        ),
    )
    return [Draft(issue) for issue in rows]


def _standing(parts: Iterable[Any]) -> list[Any]:
    return [part for part in parts if part.removed_at is None]

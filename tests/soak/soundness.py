"""Whether the database holds whole acts only."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from digest.models import Edition, Folio
from newsroom.models import Issue, JournalEntry
from newsroom.press import ranges


def count() -> int:
    """How many Editions there are."""
    return Edition.objects.count()


def faults() -> list[str]:
    """One sentence for each thing that is not as a whole act leaves it; none is sound."""
    return [*_of_issues(), *_of_folios(), *_of_editions()]


def _of_issues() -> Iterator[str]:
    for issue in Issue.objects.filter(folio__isnull=False, folio__editions=None):
        yield f"issue {issue.pk} has a Folio without an Edition"
    for folio in Folio.objects.filter(issue=None):
        yield f"{folio} belongs to no issue"


def _of_folios() -> Iterator[str]:
    for folio in Folio.objects.select_related("series"):
        editions = list(folio.editions.order_by("revision"))
        revisions = [edition.revision for edition in editions]
        if revisions != list(range(1, len(editions) + 1)):
            yield f"{folio} has the revisions {revisions}"
        if ranges.ends(editions) != [(e.live_until, e.end_cause) for e in editions]:
            yield f"{folio}: the ends that are stored are not those that follow"
        if folio.first_live_from != ranges.first_beginning(editions):
            yield f"{folio} begins at {folio.first_live_from}"
        lasting = [edition for edition in editions if not edition.is_empty()]
        for one, following in pairwise(lasting):
            if one.live_until is None or one.live_until > following.live_from:
                yield f"{folio}: revisions {one.revision} and {following.revision} overlap"


def _of_editions() -> Iterator[str]:
    acts = JournalEntry.objects.filter(verb__in=["edition.armed", "edition.rearmed"])
    told = sorted((act.subject, act.detail["revision"]) for act in acts)
    editions = list(Edition.objects.select_related("folio__issue"))
    if told != sorted((f"issue:{e.folio.issue.uid}", e.revision) for e in editions):
        yield "journal and Editions do not tell the same"
    ends = {"edition.disarmed": "disarmed_at", "issue.withdrawn": "withdrawn_at"}
    for verb, column in ends.items():
        for act in JournalEntry.objects.filter(verb=verb):
            row = Edition.objects.filter(
                folio__issue__uid=act.subject.removeprefix("issue:"),
                revision=act.detail["revision"],
            )
            if not row.filter(**{column: act.at}).exists():
                yield f"{act} has not happened"
    withdrawn = Edition.objects.exclude(withdrawn_at=None).count()
    if withdrawn != JournalEntry.objects.filter(verb="issue.withdrawn").count():
        yield "something is withdrawn of which the journal says nothing"
    for edition in editions:
        document = edition.text
        named = [
            (edition.people.count(), len({line.person.uid for line in document.byline})),
            (edition.topics.count(), len({topic.uid for topic in document.topics})),
            (
                edition.outlets.count(),
                len({s.outlet.uid for brief in document.briefs() for s in brief.sources}),
            ),
            (edition.pictures.count(), len({use.key for use in document.pictures()})),
        ]
        if any(has != wanted for has, wanted in named):
            yield f"{edition} is found by {named}"
        if document.fingerprint != edition.fingerprint:
            yield f"{edition} has another fingerprint than its document"

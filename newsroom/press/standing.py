"""How an issue stands at one moment: what of it is live, armed, or was; and its slot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from digest.models import Edition
from newsroom.calendar import taken
from newsroom.calendar.cadence import Slot
from newsroom.models import Issue


@dataclass(frozen=True)
class Standing:
    """One issue at `at`, as its Editions say, given in order of revision: never stored.

    The Editions come without their documents, which are read where somebody asks for one.
    """

    issue: Issue
    at: datetime
    editions: Sequence[Edition] = ()

    @property
    def zone(self) -> str:
        """The zone of the series."""
        return self.issue.series.zone

    @cached_property
    def live(self) -> Edition | None:
        """The text that readers have."""
        return next((one for one in self.editions if one.is_live(self.at)), None)

    @cached_property
    def armed(self) -> Edition | None:
        """The text that is to go out."""
        return next((one for one in self.editions if one.is_armed(self.at)), None)

    @cached_property
    def begun(self) -> Edition | None:
        """The text that went out last, whether readers still have it or not."""
        return next((one for one in reversed(self.editions) if one.has_begun(self.at)), None)

    @property
    def has_been_live(self) -> bool:
        """Whether readers have ever had the issue."""
        return self.begun is not None

    @property
    def gone(self) -> Edition | None:
        """The text that readers had last, where they have none now."""
        return None if self.live else self.begun

    @property
    def last(self) -> Edition | None:
        """The newest of all that was, is or is going to be live."""
        return self.armed or self.begun

    @cached_property
    def slot(self) -> Slot | None:
        """The slot for which the issue is planned."""
        return taken.slot_of(self.issue)


def of(issue: Issue, at: datetime) -> Standing:
    """How one issue stands, in one query."""
    return of_many([issue], at)[issue.pk]


def of_many(issues: Iterable[Issue], at: datetime) -> dict[int, Standing]:
    """How several issues stand, by their keys; the queries of one."""
    rows = list(issues)
    own: dict[int, list[Edition]] = {one.folio_id: [] for one in rows if one.folio_id}
    if own:
        editions = Edition.objects.filter(folio__in=own).order_by("revision").defer("document")
        for edition in editions:
            own[edition.folio_id].append(edition)
    return {one.pk: Standing(one, at, own.get(one.folio_id or 0, ())) for one in rows}

"""The Editions of an issue at one moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from digest.models import Edition
from newsroom.calendar import taken
from newsroom.calendar.cadence import Slot
from newsroom.desk.lib.people import names_of
from newsroom.models import Issue


@dataclass(frozen=True)
class Shelf:
    """The Editions of an issue at one moment, newest first, and the slot it is planned for.

    `names` has the accounts that pressed them, as people are called.
    """

    issue: Issue
    editions: Sequence[Edition]
    live: Edition | None
    armed: Edition | None
    has_been_live: bool
    slot: Slot | None = None
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, issue: Issue, at: datetime) -> Shelf:
        """What there is of an issue at `at`."""
        rows = Edition.objects.filter(folio=issue.folio) if issue.folio else Edition.objects.none()
        editions = list(rows.order_by("-revision"))
        return cls(
            issue,
            editions,
            rows.live(at).first(),
            rows.armed(at).first(),
            rows.began(at).exists(),
            taken.slot_of(issue),
            names_of(edition.pressed_by for edition in editions),
        )

    def presser(self, edition: Edition) -> str:
        """Who pressed it, as people are called."""
        return self.names.get(edition.pressed_by, edition.pressed_by)

    @property
    def zone(self) -> str:
        """The zone of the series."""
        return self.issue.series.zone

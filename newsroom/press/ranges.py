"""When a range ends: the algebra, as a function of what the verbs have written.

Ranges of one Folio never overlap. A disarmed Edition ends where it begins; any other
at the earliest of its expiry, its withdrawal and the beginning of the next Edition
that is not disarmed; never, where there is none of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from digest.models import Edition

End = tuple[datetime | None, str]


def ends(editions: Sequence[Edition]) -> list[End]:
    """(live_until, end_cause) of each Edition of one Folio, given in order of revision."""
    result: list[End] = []
    next_begins: datetime | None = None
    for edition in reversed(editions):
        if edition.disarmed_at is not None:
            result.append((edition.live_from, Edition.EndCause.DISARM))
            continue
        # Where moments coincide the first named is the cause: an end that has come keeps it.
        moments = [
            (edition.withdrawn_at, Edition.EndCause.WITHDRAWAL),
            (edition.expires_at, Edition.EndCause.EXPIRY),
            (next_begins, Edition.EndCause.NEXT),
        ]
        known = [(at, cause) for at, cause in moments if at is not None]
        result.append(min(known, key=lambda end: end[0]) if known else (None, ""))
        next_begins = edition.live_from
    result.reverse()
    return result


def first_beginning(editions: Sequence[Edition]) -> datetime | None:
    """The first moment of the issue: of the first range that is not empty, or None."""
    return min((e.live_from for e in editions if not e.is_empty()), default=None)


def last_passed(editions: Sequence[Edition], clock: datetime) -> datetime | None:
    """The latest instant of the Folio's history that is behind us, or None.

    Instants at which somebody acted have passed whatever the clock says: demo and
    tests press with a `now` of their own.
    """
    acted = [
        at
        for e in editions
        for at in (e.pressed_at, e.withdrawn_at, e.disarmed_at, e.suppressed_at)
        if at is not None
    ]
    ranges = [
        at
        for e in editions
        for at in (e.live_from, e.live_until)
        if at is not None and at <= clock and not e.is_empty()
    ]
    return max(acted + ranges, default=None)

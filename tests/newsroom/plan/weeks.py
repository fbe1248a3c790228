"""A series that comes on Thursdays at ten in New York, and looking at its plan."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from digest.models import Edition, Series
from newsroom import plan
from newsroom.models import Issue, JournalEntry, TakenSlot
from tests import factories
from tests.factories import DAY, T0
from tests.newsroom.press.verbs import presser

#: Four Thursdays. The clocks of New York go forward between the first and the second.
FIRST, SECOND, THIRD, FOURTH = (date(2431, 3, 6) + timedelta(days=7 * n) for n in range(4))
AT = {
    FIRST: T0,
    SECOND: T0 + 7 * DAY - timedelta(hours=1),
    THIRD: T0 + 14 * DAY - timedelta(hours=1),
    FOURTH: T0 + 21 * DAY - timedelta(hours=1),
}
#: When the planning is done.
NOW = T0 - 5 * DAY


def thursdays(**fields: Any) -> Series:
    """The series."""
    one = factories.series(**fields)
    factories.cadence(one)
    return one


def moved(
    issue: Issue, day: date | None, *, now: datetime | None = NOW, seen: str = "", **asked: Any
) -> None:
    """Move an issue as somebody does who has just looked."""
    seen = seen or str(plan.shown(issue, day))
    plan.move(issue, day, by=presser(), seen=seen, now=now, **asked)


def planned(one: Series, *days: date | None, **fields: Any) -> list[Issue]:
    """A finished issue for each of the days; None is the tray."""
    issues = [factories.issue(one, **fields) for _ in days]
    for issue, day in zip(issues, days, strict=True):
        if day is not None:
            moved(issue, day, now=NOW - DAY)
    return issues


def day_of(issue: Issue) -> date | None:
    """The day an issue holds; None where it is in the tray."""
    return TakenSlot.objects.filter(issue=issue).values_list("day", flat=True).first()


def armed(issue: Issue) -> Edition | None:
    """What is armed of an issue."""
    return Edition.objects.filter(folio__issue=issue).armed(NOW).first()


def everything() -> list[Any]:
    """All rows that planning writes, so that two moments can be compared."""
    models = (TakenSlot, Edition, JournalEntry, Issue)
    return [list(model.objects.order_by("pk").values()) for model in models]

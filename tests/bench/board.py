"""Figures of the board: python -m tests.bench board.

What a writer, an editor, a publisher and a superuser get as their first page, with one series or
twelve, and the issues of one year or of ten. Every week has had its issue; of the weeks ahead some
are armed, drafts, left out or empty.
"""

from __future__ import annotations

import statistics
import time
from datetime import date, datetime, timedelta
from datetime import time as clock

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from digest.lib import dates
from digest.models import Edition, Folio, Publication, Series
from newsroom import plan
from newsroom.calendar import cadence as rhythm
from newsroom.models import Cadence, Issue, TakenSlot
from newsroom.plan.starting import start_in_slot
from newsroom.writing import tray
from tests import factories
from tests.bench.shelf import bare
from tests.digest.visitor import Visitor

#: Series and their years: the second differs from the first by the slots that are shown, the
#: third from the second by nothing but history.
SIZES = ((1, 1), (12, 1), (12, 10))
GROUPS = ("Writer", "Editor", "Publisher")
ROUNDS = 5


def measure_all() -> None:
    """Print queries, bytes and time of the first page for each size and each kind of person."""
    Publication.objects.create(pk=1, name="Strait and Sound", zone="Europe/Lisbon")
    people = {name: factories.member(name) for name in GROUPS}
    people["superuser"] = factories.account("chief", is_superuser=True)
    print(f"{'person':<12}{'series':>8}{'years':>7}{'issues':>8}", end="")
    print(f"{'queries':>9}{'bytes':>9}{'ms':>9}{'ratio':>8}")
    first: dict[str, float] = {}
    for series, years in SIZES:
        with transaction.atomic():
            fill(series, years)
            for name, person in people.items():
                queries, size, milliseconds = _measure(person)
                ratio = milliseconds / first.setdefault(name, milliseconds)
                print(f"{name:<12}{series:>8}{years:>7}{Issue.objects.count():>8}", end="")
                print(f"{queries:>9}{size:>9}{milliseconds:>9.1f}{ratio:>8.2f}", flush=True)
            transaction.set_rollback(True)
        print()


def fill(series: int, years: int) -> None:
    """That many more weekly series, with the issues of so many years and their weeks ahead."""
    at = dates.now()
    before = Series.objects.count()
    for number in range(before, before + series):
        one = factories.series(name=f"Watch {number}", slug=f"watch-{number}", zone="UTC")
        began = at.date() - timedelta(weeks=52 * years + 1)
        # On all days of the week, so that no two are alike.
        row = Cadence.objects.create(
            series=one,
            valid_from=began,
            weekdays=str(1 + number % 7),
            time=clock(number % 24, 30),
            zone="UTC",
        )
        days = [slot for slot in rhythm.slots([row], began, at.date()) if slot.at <= at]
        _history(one, [(slot.day, slot.at) for slot in days])
        _ahead(one, row, at)
    # The database plans its queries by what it has last counted, which may be next to nothing.
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _history(one: Series, weeks: list[tuple[date, datetime]]) -> None:
    """An issue for each of the days, live since its moment."""
    folios = Folio.objects.bulk_create(
        (
            Folio(series=one, slug=f"issue-{number}", number=number, first_live_from=at)
            for number, (_day, at) in enumerate(weeks, 1)
        ),
        batch_size=500,
    )
    Edition.objects.bulk_create(map(bare, folios), batch_size=500)
    issues = Issue.objects.bulk_create(
        (
            Issue(
                series=one,
                folio=folio,
                title=f"Issue {folio.number}",
                created_at=folio.first_live_from,
                saved_at=folio.first_live_from,
                saved_by="presser",
            )
            for folio in folios
        ),
        batch_size=500,
    )
    TakenSlot.objects.bulk_create(
        (
            TakenSlot(series=one, day=day, issue=issue)
            for issue, (day, _at) in zip(issues, weeks, strict=True)
        ),
        batch_size=500,
    )


def _ahead(one: Series, row: Cadence, at: datetime) -> None:
    """One armed, two drafts, one left out, the others empty; in the tray an issue and a brief."""
    by = User.objects.filter(username="planner").first() or factories.account("planner")
    last = at.date() + timedelta(weeks=6)
    ahead = [slot for slot in rhythm.slots([row], at.date(), last) if slot.at > at]
    armed, draft, skipped, other, *_empty = ahead
    issue = factories.issue(one)
    plan.take(issue, armed, by=by)
    factories.pressed(issue, armed.at, now=at)
    start_in_slot(one, draft, by=by)
    plan.skip(one, skipped.day, by=by, note="The desk is at sea.")
    start_in_slot(one, other, by=by)
    lying = factories.section(factories.issue(one))
    tray.park(factories.brief(lying), by=by)


def _measure(person: User) -> tuple[int, int, float]:
    """Queries, bytes, and the median of some requests in milliseconds."""
    client = Client()
    client.force_login(person)
    visitor = Visitor()
    visitor.cookies = client.cookies
    visitor.ask("/admin/")
    with CaptureQueriesContext(connection) as captured:
        answer = visitor.ask("/admin/")
    if answer.status_code != 200:
        raise SystemExit(f"/admin/ answers {answer.status_code}")
    queries = len(captured)
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        visitor.ask("/admin/")
        times.append(time.perf_counter() - begun)
    return queries, len(answer.content), statistics.median(times) * 1000

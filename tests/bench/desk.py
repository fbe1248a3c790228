"""Figures of the desk for somebody with few rights: python -m tests.bench desk [ISSUES ...].

Half of the issues are live with an Edition each, one in fifty is a draft, and of the newest ones
each has its parts, so that a page has something to compose and to check.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Sequence
from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from digest.lib import dates
from digest.models import Edition, Folio, Publication, Series
from newsroom.models import Issue
from tests.bench.shelf import WORDS, bare
from tests.digest.visitor import Visitor
from tests.factories import account, issue

SIZES = (10, 1000, 10000)
ROUNDS = 5
#: What a limited member of staff may do, which is what makes permissions cost something.
RIGHTS = ("newsroom.view_issue", "newsroom.change_issue", "newsroom.view_photo")

PAGES = {
    "what needs me": "/admin/",
    "issues": "/admin/newsroom/issue/",
    "by last saved": "/admin/newsroom/issue/?o=-4",
    "drafts": "/admin/newsroom/issue/?state=draft",
    "saved since": "/admin/newsroom/issue/?state=ahead",
    "mine": "/admin/newsroom/issue/?whose=mine",
    "search": "/admin/newsroom/issue/?q=fog",
    "last page": "/admin/newsroom/issue/?p={last}",
}


def measure_all(sizes: Sequence[int]) -> None:
    """Print queries and milliseconds of each page for each number of issues."""
    Publication.objects.create(pk=1, name="Strait and Sound", zone="Europe/Lisbon")
    weekly = Series.objects.create(name="Harbour Watch", slug="harbour-watch", zone="UTC")
    user = account("limited", *RIGHTS)
    client = Client()
    client.force_login(user)
    visitor = Visitor()
    visitor.cookies = client.cookies
    for number in range(5):
        issue(weekly, title=f"Fog {number}")
    print(f"{'page':<16}{'issues':>8}{'queries':>9}{'ms':>9}")
    made = 0
    for size in sizes:
        _make(weekly, made, size)
        made = size
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        for name, address in PAGES.items():
            queries, milliseconds = _measure(visitor, address.format(last=max(1, size // 50)))
            print(f"{name:<16}{size:>8}{queries:>9}{milliseconds:>9.1f}", flush=True)
        print()


def _make(weekly: Series, first: int, until: int) -> None:
    """Issues `first` to `until`: all but one in fifty with an Edition."""
    now = dates.now()
    numbers = [number for number in range(first, until) if number % 50]
    folios = Folio.objects.bulk_create(
        Folio(
            series=weekly,
            slug=f"issue-{number}",
            number=number,
            first_live_from=now - timedelta(hours=number + 1),
        )
        for number in numbers
    )
    by_number = dict(zip(numbers, folios, strict=True))
    Edition.objects.bulk_create(map(bare, folios), batch_size=500)
    Issue.objects.bulk_create(
        (
            Issue(
                series=weekly,
                folio=by_number.get(number),
                title=f"{'Fog' if number % 100 else 'Ice'} {number}",
                dek=WORDS,
                created_at=now - timedelta(hours=number + 3),
                # One in ten was saved after it had been pressed.
                saved_at=now - timedelta(hours=number if number % 10 == 1 else number + 2),
                saved_by="limited" if number % 7 == 0 else "presser",
            )
            for number in range(first, until)
        ),
        batch_size=500,
    )


def _measure(visitor: Visitor, address: str) -> tuple[int, float]:
    """Queries of a page, and the median of some requests in milliseconds."""
    with CaptureQueriesContext(connection) as queries:
        answer = visitor.ask(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answers {answer.status_code}")
    # Later requests empty the log.
    asked = len(queries)
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        visitor.ask(address)
        times.append(time.perf_counter() - begun)
    return asked, statistics.median(times) * 1000

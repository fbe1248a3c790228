"""Figures of reading: python -m tests.bench [ISSUES ...], 10, 500 and 5,000 unless told otherwise.

With the word "desk" first, figures of the desk's lists instead (tests/bench/desk.py); with
"screen", those of an issue's screen (tests/bench/screen.py); with "board", those of the board
(tests/bench/board.py).

For each page and size: queries, bytes (raw and gzipped), and the time of one request as a
multiple of the time at the smallest size in the same run. Takes DATABASE_URL, makes a database of
its own beside it and removes it. It prints; it judges nothing.
"""

from __future__ import annotations

import gzip
import statistics
import sys
import time
from collections.abc import Sequence

from tests import environment

environment.prepare()

import django  # noqa: E402
from django.conf import settings  # noqa: E402

settings.STORAGES = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
django.setup()

from django.db import connection  # noqa: E402
from django.test.utils import (  # noqa: E402
    CaptureQueriesContext,
    setup_databases,
    setup_test_environment,
    teardown_databases,
    teardown_test_environment,
)

from digest.lib import dates  # noqa: E402
from digest.models import Series  # noqa: E402
from tests.bench import board, desk, screen  # noqa: E402
from tests.bench.shelf import Shelf, shelve  # noqa: E402
from tests.digest.visitor import Visitor  # noqa: E402

SIZES = (10, 500, 5000)
#: Requests whose median counts.
ROUNDS = 7


def main(arguments: Sequence[str]) -> int:
    """Print the table for the sizes named; return an exit code."""
    at_the_desk = "desk" in arguments
    sizes = sorted({int(one) for one in arguments if one.isdecimal()})
    sizes = sizes or list(desk.SIZES if at_the_desk else SIZES)
    setup_test_environment()
    databases = setup_databases(verbosity=0, interactive=False)
    try:
        if "screen" in arguments:
            print(f"The screen of an issue, on {connection.display_name}\n")
            screen.measure_all()
            return 0
        if "board" in arguments:
            print(f"The first page with the board, on {connection.display_name}\n")
            board.measure_all()
            return 0
        if at_the_desk:
            print(f"The desk of a limited user, on {connection.display_name}\n")
            desk.measure_all(sizes)
            return 0
        print(f"Reading, on {connection.display_name}; time against {sizes[0]} issues\n")
        print(
            f"{'page':<16}{'issues':>8}{'queries':>9}{'bytes':>10}{'gzip':>9}{'ms':>9}{'ratio':>8}"
        )
        _measure_all(sizes)
    finally:
        teardown_databases(databases, verbosity=0)
        teardown_test_environment()
    return 0


def _measure_all(sizes: Sequence[int]) -> None:
    series = Series.objects.create(
        name="Harbour Watch", slug="harbour-watch", zone="America/New_York", rhythm="Every Thursday"
    )
    other = Series.objects.create(name="Port Calls", slug="port-calls", zone="Europe/Lisbon")
    shelve(other, 1)
    first: dict[str, float] = {}
    shelved = 0
    for size in sizes:
        shelf = shelve(series, size - shelved, first=shelved + 1)
        shelved = size
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        moment = shelf.until
        dates.now = lambda moment=moment: moment  # type: ignore[assignment]
        for name, address in _pages(shelf).items():
            queries, raw, milliseconds = _measure(address)
            ratio = milliseconds / first.setdefault(name, milliseconds)
            packed = len(gzip.compress(raw))
            print(
                f"{name:<16}{size:>8}{queries:>9}{len(raw):>10}{packed:>9}"
                f"{milliseconds:>9.1f}{ratio:>8.2f}",
                flush=True,
            )
        print()


def _pages(shelf: Shelf) -> dict[str, str]:
    folio = shelf.folios[-1]
    year = dates.year(folio.first_live_from or shelf.until, folio.series.zone)
    return {
        "issue": folio.get_absolute_url(),
        "home": "/",
        "series": f"/{folio.series.slug}/",
        "archive": "/archive/",
        "year": f"/archive/{year}/",
        "topic": shelf.topic.get_absolute_url(),
        "rss": "/feeds/all.rss",
        "atom": "/feeds/all.atom",
        "sitemap": "/sitemap.xml",
    }


def _measure(address: str) -> tuple[int, bytes, float]:
    """Queries, body, and the median of some requests in milliseconds."""
    visitor = Visitor()
    with CaptureQueriesContext(connection) as queries:
        answer = visitor.ask(address)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answers {answer.status_code}")
    asked = len(queries)
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        visitor.ask(address)
        times.append(time.perf_counter() - begun)
    return asked, answer.content, statistics.median(times) * 1000


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

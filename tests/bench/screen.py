"""Figures of an issue's screen: python -m tests.bench screen.

An issue of 11 parts and one of 60 briefs with three sources each, beside a stock Django form of
the same text in one run; and a save of one part, for an owner and for somebody with few rights.
"""

from __future__ import annotations

import gzip
import statistics
import time
from collections.abc import Callable

from django.contrib.auth.models import User
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from newsroom.models import Issue, NewsBrief
from tests.bench.shelf import WORDS
from tests.digest.visitor import Visitor
from tests.factories import (
    account,
    brief,
    foreign_card,
    issue,
    publication,
    section,
    series,
    small_photo,
    source,
    top_picture,
)

ROUNDS = 15
TEXT = f"<p>{WORDS}</p>"


def measure_all() -> None:
    """Print the tables."""
    publication(zone="UTC")
    weekly = series()
    small, large, stock = _small(weekly), _large(weekly), _stock(weekly)
    owner = account("owner", is_superuser=True)
    limited = account("limited", "newsroom.view_issue", "newsroom.change_issue")
    print(f"{'page':<34}{'queries':>9}{'gzip':>9}{'ms':>9}{'ratio':>8}")
    with override_settings(ROOT_URLCONF="tests.bench.stock"):
        base = _row("stock form, 5 inlines", owner, f"/stock/{stock.pk}/")
        _row("screen, 11 parts", owner, _address(small), base)
        _row("screen, 11 parts, few rights", limited, _address(small), base)
        _row("screen, 60 briefs of 3 sources", owner, _address(large), base)
    print(f"\n{'save of one part':<34}{'queries':>9}{'':>9}{'ms':>9}")
    for name, user in [("brief, by an owner", owner), ("brief, with few rights", limited)]:
        _save(name, user, small)


def _small(weekly) -> Issue:
    """Title, picture, lead, two sections, four briefs, two cards: 11 parts."""
    draft = issue(weekly)
    top_picture(draft, small_photo())
    place = section(draft, "Tides", intro=TEXT)
    for _ in range(3):
        brief(place, TEXT)
    foreign_card(draft, opening=TEXT)
    foreign_card(draft, opening=TEXT)
    return draft


def _large(weekly) -> Issue:
    draft = issue(weekly)
    for number in range(6):
        place = section(draft, f"Section {number}")
        for _ in range(10):
            one = brief(place, TEXT)
            source(one)
            source(one)
    return draft


def _stock(weekly) -> Issue:
    """The text of the small one, with a section for each brief."""
    draft = _small(weekly)
    for one in NewsBrief.objects.filter(section__issue=draft):
        section(draft, one.title, intro=one.body)
    return draft


def _address(draft: Issue) -> str:
    return f"/admin/newsroom/issue/{draft.pk}/change/"


def _row(name: str, user: User, address: str, base: float | None = None) -> float:
    # Not by Django's client, which copies the context of every template for its tests.
    client, visitor = Client(), Visitor()
    client.force_login(user)
    visitor.cookies = client.cookies
    queries, milliseconds, answer = _measure(lambda: visitor.ask(address))
    if answer.status_code != 200:
        raise SystemExit(f"{address} answers {answer.status_code}")
    packed = len(gzip.compress(answer.content))
    ratio = milliseconds / (base or milliseconds)
    print(f"{name:<34}{queries:>9}{packed:>9}{milliseconds:>9.1f}{ratio:>8.2f}", flush=True)
    return milliseconds


def _save(name: str, user: User, draft: Issue) -> None:
    client = Client()
    client.force_login(user)
    client.get(_address(draft))
    one = NewsBrief.objects.filter(section__issue=draft).first()
    address = f"/admin/newsroom/issue/{draft.pk}/screen/parts/brief/{one.pk}/"
    form = client.get(address).content.decode()
    digest = form.partition('name="sources-digest"')[2].partition('value="')[2].partition('"')[0]
    rows = {"source": [str(row.uid) for row in one.sources.all()], "sources-digest": digest}
    for row in one.sources.select_related("outlet"):
        rows[f"source-{row.uid}-address"] = row.address
        rows[f"source-{row.uid}-outlet"] = row.outlet.name

    def save():
        version = NewsBrief.objects.values_list("version", flat=True).get(pk=one.pk)
        return client.post(address, {"version": version, "title": "", "body": TEXT, **rows})

    queries, milliseconds, answer = _measure(save)
    if answer.status_code != 200:
        raise SystemExit(f"{address} answers {answer.status_code}")
    # One of them is this function's own.
    print(f"{name:<34}{queries - 1:>9}{'':>9}{milliseconds:>9.1f}", flush=True)


def _measure(act: Callable):
    act()
    with CaptureQueriesContext(connection) as captured:
        answer = act()
    queries = len(captured)
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        act()
        times.append(time.perf_counter() - begun)
    return queries, statistics.median(times) * 1000, answer

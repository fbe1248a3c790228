"""The desk's long pages cost a constant number of queries."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.models import Issue, NewsBrief, Section, Source
from newsroom.models.parts import GAP
from newsroom.saving import remove_part
from tests.factories import (
    HOUR,
    account,
    foreign_card,
    issue,
    outlet,
    own_card,
    pressed,
    section,
    series,
)
from tests.newsroom.desk.places import change, now, press
from tests.newsroom.desk.screen import Desk


def queries(desk: Desk, address: str) -> int:
    """How many queries a page takes once everything that is kept has been kept."""
    assert desk.open(address).status == 200
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert desk.client.get(address).status_code == 200
    return len(captured)


def fill(place: Section, count: int) -> None:
    """That many briefs with two sources each."""
    ledger, first = outlet(), place.briefs.count() + 1
    briefs = NewsBrief.objects.bulk_create(
        NewsBrief(section=place, title=f"Brief {n}", body="<p>High.</p>", position=n * GAP)
        for n in range(first, first + count)
    )
    Source.objects.bulk_create(
        Source(brief=one, outlet=ledger, address="https://a.example/x", position=n * GAP)
        for one in briefs
        for n in (1, 2)
    )


def test_page_of_an_issue_costs_the_same_with_3_and_with_60_briefs(desk):
    draft, other = issue(), issue()
    pressed(other, now=now() - HOUR)
    place = section(draft, "Tides")
    fill(place, 2)
    remove_part(own_card(draft, other), by=desk.user)
    remove_part(foreign_card(draft), by=desk.user)
    own_card(draft, other)
    pages = [change(draft), press(draft), draft.preview_address]
    few = [queries(desk, page) for page in pages]
    fill(place, 57)
    for number in range(5):
        further = section(draft, f"Section {number}")
        fill(further, 2)
        remove_part(further.briefs.first(), by=desk.user)
        remove_part(own_card(draft, other), by=desk.user)
        own_card(draft, other)
    assert [queries(desk, page) for page in pages] == few


def test_list_of_issues_costs_the_same_with_5_and_with_200(desk):
    limited = Desk(account("limited", "newsroom.view_issue", "newsroom.change_issue"))
    weekly = series()
    for n in range(3):
        pressed(issue(weekly, title=f"Fog {n}"), now=now() - HOUR)
    rows = [Issue(series=weekly, title=f"Ice {n}", created_at=now()) for n in range(197)]
    Issue.objects.bulk_create(rows[:2])
    address = "/admin/newsroom/issue/?all="
    few = queries(limited, address)
    Issue.objects.bulk_create(rows[2:])
    assert queries(limited, address) == few
    assert "200 issues" in limited.open(address).words

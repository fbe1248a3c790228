"""The list of issues costs a constant number of queries, for somebody with few rights too."""

from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.models import Issue
from tests.factories import HOUR, account, issue, pressed, series
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import now


def queries(desk: Desk, address: str) -> int:
    """How many queries a page takes once everything that is kept has been kept."""
    assert desk.open(address).status == 200
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert desk.client.get(address).status_code == 200
    return len(captured)


def test_list_of_issues_costs_the_same_with_5_and_with_200(desk):
    limited = Desk(account("limited", "newsroom.view_issue", "newsroom.change_issue"))
    weekly = series()
    for n in range(3):
        pressed(issue(weekly, title=f"Fog {n}"), now=now() - HOUR)
    at = now()
    rows = [Issue(series=weekly, title=f"Ice {n}", created_at=at, saved_at=at) for n in range(197)]
    Issue.objects.bulk_create(rows[:2])
    address = "/admin/newsroom/issue/?all="
    few = queries(limited, address)
    Issue.objects.bulk_create(rows[2:])
    assert queries(limited, address) == few
    assert "200 issues" in limited.open(address).words

"""The board of a large newsroom costs what that of a small one costs."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from newsroom.models import Issue
from tests.bench.board import fill
from tests.factories import account, member, publication


@pytest.mark.django_db
def test_twelve_more_series_and_ten_years_cost_the_queries_of_one():
    publication()
    people = [member("Writer"), member("Editor"), member("Publisher")]
    people.append(account("chief", is_superuser=True))
    fill(1, 1)
    few = [asked(one) for one in people]
    fill(12, 10)
    assert Issue.objects.count() > 12 * 10 * 52
    assert [asked(one) for one in people] == few


def asked(person: User) -> int:
    """How many queries the first page of the desk takes."""
    client = Client()
    client.force_login(person)
    # The first request of a process fills caches of content types and such.
    client.get(reverse("admin:index"))
    with CaptureQueriesContext(connection) as captured:
        page = client.get(reverse("admin:index")).content.decode()
    assert "left out" in page
    assert "armed: goes out" in page
    assert "Parked briefs" in page
    return len(captured)

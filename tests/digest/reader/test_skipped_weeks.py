"""Weeks that are left out, as readers are told of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from digest.lib import dates
from digest.models import Series, SkippedWeek
from tests.factories import issue, pressed, series

pytestmark = pytest.mark.django_db

ASHORE = "The desk is ashore."


def today():
    return dates.now().date()


def skip(one: Series, days: int, note: str = ASHORE) -> SkippedWeek:
    """A week left out, that many days from today."""
    return SkippedWeek.objects.create(series=one, day=today() + timedelta(days=days), note=note)


def page(address: str) -> str:
    return Client().get(address).content.decode()


def test_series_page_says_which_weeks_are_left_out():
    one = series()
    ahead, past = skip(one, 20), skip(one, -5, "The desk was at sea.")
    text = page(one.get_absolute_url())
    for skipped in (ahead, past):
        day = f"{skipped.day:%A} {skipped.day.day} {skipped.day:%B %Y}"
        assert f"No issue on {day}" in text
        assert skipped.note in text
    assert text.index(past.note) < text.index(ahead.note)


def test_nothing_is_said_without_a_note_of_another_series_or_long_after():
    one, other = series(), series()
    skip(one, 20, "")
    skip(one, -30)
    skip(other, 20, "Another desk is away.")
    text = page(one.get_absolute_url())
    assert "No issue on" not in text
    assert "Another desk is away." not in text


def test_series_page_names_no_more_than_six():
    one = series()
    for number in range(8):
        skip(one, 7 * number)
    assert page(one.get_absolute_url()).count("No issue on") == 6


@pytest.mark.parametrize("of_all", [True, False])
def test_year_has_it_among_its_issues(of_all):
    one, other = series(zone="UTC"), series(zone="UTC")
    now = dates.now()
    older, newer = issue(one, title="The older"), issue(one, title="The newer")
    pressed(older, now=now - timedelta(seconds=20))
    pressed(newer, now=now - timedelta(seconds=10))
    year = now.year
    SkippedWeek.objects.create(series=one, day=now.date().replace(month=1, day=2), note=ASHORE)
    SkippedWeek.objects.create(series=one, day=now.date().replace(month=1, day=3), note="")
    SkippedWeek.objects.create(
        series=other, day=now.date().replace(month=1, day=4), note="Another desk is away."
    )
    SkippedWeek.objects.create(
        series=one, day=now.date().replace(year=year - 1, month=1, day=2), note="Last year."
    )
    text = page(f"/archive/{year}/" if of_all else f"/{one.slug}/archive/{year}/")
    assert text.count("No issue on") == (2 if of_all else 1)
    assert ("Another desk is away." in text) == of_all
    assert "Last year." not in text
    assert text.index("The newer") < text.index("The older") < text.index(ASHORE)


def test_year_with_nothing_but_skips_is_no_page():
    one = series()
    skip(one, 0)
    assert Client().get(f"/{one.slug}/archive/{today().year}/").status_code == 404

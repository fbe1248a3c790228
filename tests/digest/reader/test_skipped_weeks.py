"""Weeks without an issue, as readers are told of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from digest.models import Series, SkippedWeek
from tests import factories
from tests.digest.conftest import Ask
from tests.digest.pagetext import Element, page, text
from tests.factories import DAY, T0

pytestmark = pytest.mark.django_db

TODAY = date(2431, 3, 6)


def skip(one: Series, day: date, note: str = "The harbour sleeps.") -> SkippedWeek:
    return SkippedWeek.objects.create(series=one, day=day, note=note)


def issue(one: Series, title: str, at: datetime) -> None:
    factories.pressed(factories.issue(one, title=title, show_prefix=False), now=at)


def lines(found: Element) -> list[str]:
    return [one.words for told in found.all(class_="skips") for one in told.all("li")]


def entries(group: Element) -> list[str]:
    """The titles of issues, and the days of skipped weeks."""
    return [
        one.one("time").words if one.tag == "div" else one.one("h3").words
        for one in group.all(class_="entry")
    ]


def months(found: Element) -> dict[str, list[str]]:
    return {group.one("h2").words: entries(group) for group in found.all(class_="group")}


def test_the_series_page_tells_of_weeks_ahead_and_of_late(ask: Ask):
    one = factories.series(slug="one")
    for day in (14, 0, -14, -15):
        skip(one, TODAY + timedelta(days=day), f"Note {day}.")
    assert lines(page(ask("/one/"))) == [
        "No issue on Thursday 20 February 2431: Note -14.",
        "No issue on Thursday 6 March 2431: Note 0.",
        "No issue on Thursday 20 March 2431: Note 14.",
    ]


def test_the_series_page_names_six_weeks_at_most(ask: Ask):
    one = factories.series(slug="one")
    for number in reversed(range(8)):
        skip(one, TODAY + timedelta(days=7 * number), f"Note {number}.")
    told = lines(page(ask("/one/")))
    assert [line.split("Note")[1] for line in told] == [f" {number}." for number in range(6)]


def test_a_week_without_a_note_and_one_of_another_series_are_not_told(ask: Ask):
    one, other = factories.series(slug="one"), factories.series(slug="other")
    issue(one, "Fog", T0)
    skip(one, TODAY + timedelta(days=7), note="")
    skip(other, TODAY + timedelta(days=7))
    for address in ("/one/", "/one/archive/2431/"):
        answer = text(ask(address))
        assert "No issue on" not in answer, address
        assert "The harbour sleeps." not in answer, address
    assert len(lines(page(ask("/other/")))) == 1
    assert text(ask("/archive/2431/")).count("No issue on") == 1


@pytest.mark.parametrize(("zone", "told"), [("America/New_York", 1), ("Asia/Kathmandu", 0)])
def test_today_is_that_of_the_series(ask: Ask, zone: str, told: int):
    one = factories.series(slug="one", zone=zone)
    skip(one, date(2431, 2, 20))
    # Still the 6th of March in New York, the 7th already in Kathmandu.
    assert len(lines(page(ask("/one/", datetime(2431, 3, 6, 22, tzinfo=UTC))))) == told


def test_the_archive_has_the_week_at_its_day_in_the_month(ask: Ask):
    one = factories.series(slug="one", name="Port Calls")
    for number in (0, 14):
        issue(one, f"Story {number}", T0 + number * DAY)
    for day in (date(2431, 3, 27), date(2431, 3, 13), date(2431, 2, 27), date(2431, 12, 25)):
        skip(one, day)
    skip(one, date(2430, 12, 26), "Another year.")
    expected = {
        "December": ["25 Dec"],
        "March": ["27 Mar", "Story 14", "13 Mar", "Story 0"],
        "February": ["27 Feb"],
    }
    for address in ("/archive/2431/", "/one/archive/2431/"):
        found = page(ask(address, T0 + 20 * DAY))
        assert months(found) == expected, address
        assert "Another year." not in found.words
    meta = page(ask("/archive/2431/", T0 + 20 * DAY)).all(class_="skipped")[0].one(class_="meta")
    assert meta.one("a").words == "Port Calls"


def test_a_year_of_skipped_weeks_only_is_not_found(ask: Ask):
    one = factories.series(slug="one")
    skip(one, date(2431, 12, 25))
    assert ask("/archive/2431/").status_code == 404
    assert ask("/one/archive/2431/").status_code == 404


def test_a_note_is_words_and_no_markup(ask: Ask):
    one = factories.series(slug="one")
    issue(one, "Fog", T0)
    skip(one, TODAY, "<b>Fog</b> & ice")
    for address in ("/one/", "/one/archive/2431/", "/archive/2431/"):
        assert "&lt;b&gt;Fog&lt;/b&gt; &amp; ice" in text(ask(address)), address


def test_many_skipped_weeks_cost_no_more_than_one(ask: Ask):
    one = factories.series(slug="one")
    issue(one, "Fog", T0)

    def costs() -> list[int]:
        found = []
        for address in ("/one/", "/archive/2431/", "/one/archive/2431/"):
            with CaptureQueriesContext(connection) as queries:
                assert ask(address).status_code == 200
            found.append(len(queries))
        return found

    skip(one, TODAY)
    few = costs()
    for number in range(1, 20):
        skip(one, TODAY + timedelta(days=7 * number))
        skip(factories.series(), TODAY + timedelta(days=7 * number))
    assert costs() == few

"""Two who save the rhythm of a series: the second is told in words, and loses nothing typed."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from digest.lib import dates
from digest.models import Series
from newsroom.models import JournalEntry
from tests.factories import account, cadence, publication, series
from tests.newsroom.desk.deskscreens import Desk, Screen
from tests.newsroom.desk.places import add, change, changed, rows
from tests.threads import at_once

FRIDAYS = {"cadences-0-weekdays": ["5"], "cadences-0-time": "09:00"}
TAKEN = "Another rhythm begins on that day already."
CHANGED = "Somebody has changed this rhythm since you looked. Save again to have yours."
DELETED = (
    "Somebody has deleted this rhythm since you looked. Save again to add it anew, or tick Delete."
)
DELETE = {"cadences-0-DELETE": "on"}


def owners(count):
    """People who may do everything."""
    publication()
    return [Desk(account(f"owner-{number}", is_superuser=True)) for number in range(count)]


@pytest.fixture
def both(db):
    """Two of them."""
    return owners(2)


def thursdays():
    """A series that comes on Thursdays from tomorrow on."""
    weekly = series()
    cadence(weekly, "4", valid_from=dates.now().date() + timedelta(days=2))
    return weekly


def opened(desks, weekly):
    """Its form, as each of them has it before anybody saves."""
    return [desk.open(change(weekly)) for desk in desks]


def said(screen):
    """What is said above the rows."""
    return " ".join(one.words for one in screen.root.all("ul", class_="nonfield"))


def lines():
    """What the journal says was done to rhythms, first to last."""
    entries = JournalEntry.objects.order_by("pk")
    return [one.verb for one in entries if one.detail["name"] != str(Series.objects.get())]


def test_second_from_one_day_is_told_beside_it_and_keeps_what_was_typed(both):
    weekly = series()
    first, second = opened(both, weekly)
    assert first.click("Save", FRIDAYS).sent
    before = rows()
    screen = second.click("Save", {**FRIDAYS, "cadences-0-time": "07:30", "name": "Renamed"})
    assert not screen.sent
    assert screen.beside("cadences-0-valid_from") == TAKEN
    assert (screen.value("cadences-0-time"), screen.value("name")) == ("07:30", "Renamed")
    assert changed(before) == []
    later = (dates.now().date() + timedelta(days=30)).isoformat()
    assert screen.click("Save", {"cadences-0-valid_from": later}).sent
    assert weekly.cadences.count() == 2


def test_rhythm_deleted_meanwhile_is_said_and_can_be_added_anew(both):
    weekly = thursdays()
    later = cadence(weekly, "2", valid_from=date(2099, 1, 6))
    first, second = opened(both, weekly)
    assert first.click("Save", DELETE).sent
    before = rows()
    screen = second.click("Save", {"cadences-0-time": "07:30", "cadences-1-time": "08:15"})
    assert not screen.sent
    assert said(screen) == DELETED
    typed = [screen.value(f"cadences-{number}-time") for number in (0, 1)]
    assert typed == ["07:30", "08:15"]
    assert changed(before) == []
    assert screen.click("Save").sent
    assert list(weekly.cadences.values_list("time", flat=True)) == [time(7, 30), time(8, 15)]
    assert weekly.cadences.get(pk=later.pk).time == time(8, 15)
    assert lines() == ["frame.deleted", "frame.added", "frame.changed"]


def test_rhythm_deleted_meanwhile_can_be_let_go(both):
    weekly = thursdays()
    first, second = opened(both, weekly)
    assert first.click("Save", DELETE).sent
    screen = second.click("Save", {"cadences-0-time": "07:30"})
    assert screen.click("Save", DELETE).sent
    assert not weekly.cadences.exists()
    assert lines() == ["frame.deleted"]


def test_rhythm_deleted_by_both_is_deleted_once(both):
    weekly = thursdays()
    first, second = opened(both, weekly)
    assert first.click("Save", DELETE).sent
    assert second.click("Save", DELETE).sent
    assert not weekly.cadences.exists()
    assert lines() == ["frame.deleted"]


@pytest.mark.parametrize("asked", [{"cadences-0-time": "07:30"}, DELETE])
def test_rhythm_changed_meanwhile_is_not_overwritten_before_it_was_seen(both, asked):
    weekly = thursdays()
    first, second = opened(both, weekly)
    assert first.click("Save", {"cadences-0-time": "08:15"}).sent
    before = rows()
    screen = second.click("Save", asked)
    assert not screen.sent
    assert said(screen) == CHANGED
    assert "Every Thursday at 08:15" in screen.words
    assert changed(before) == []
    assert screen.click("Save").sent
    assert [one.time for one in weekly.cadences.all()] != [time(8, 15)]
    assert "at 08:15" in JournalEntry.objects.filter(detail__has_key="from").first().detail["from"]


def sending(screen, button, changes):
    """The form of that page, sent; what it says if it was not taken."""

    def send():
        data = {**screen.fields(button), **changes}
        answer = screen.desk.client.post(screen.address, data)
        assert answer.status_code in {200, 302}
        return Screen(screen.desk, screen.address, answer, answer.status_code == 302)

    return send


@pytest.mark.django_db(transaction=True)
def test_four_who_add_a_rhythm_from_one_day_at_once_add_one():
    desks = owners(4)
    for _ in range(5):
        weekly = series()
        screens = opened(desks, weekly)
        pages = at_once([sending(one, "Save", FRIDAYS) for one in screens])
        assert sorted(page.sent for page in pages) == [False] * 3 + [True]
        told = {page.beside("cadences-0-valid_from") for page in pages if not page.sent}
        assert told == {TAKEN}
        assert weekly.cadences.count() == 1
        added = JournalEntry.objects.filter(verb="frame.added")
        assert sum(one.detail["name"].startswith(f"{weekly}, ") for one in added) == 1


@pytest.mark.django_db(transaction=True)
def test_four_who_add_a_series_at_once_add_one_of_its_name_and_address():
    screens = [desk.open(add(Series)) for desk in owners(4)]
    for number in range(5):
        values = {"name": f"Fog {number}", "slug": f"fog-{number}", "zone": "Lisbon", **FRIDAYS}
        pages = at_once([sending(one, "Save", values) for one in screens])
        assert sorted(page.sent for page in pages) == [False] * 3 + [True]
        told = {page.beside("slug") for page in pages if not page.sent}
        assert told == {"Series with this Address already exists."}
    named = [one.detail["name"] for one in JournalEntry.objects.filter(verb="frame.added")]
    assert [named.count(f"Fog {number}") for number in range(5)] == [1] * 5
    assert all(one.cadences.count() == 1 for one in Series.objects.all())


@pytest.mark.django_db(transaction=True)
def test_rhythm_deleted_and_changed_at_once_is_one_of_them():
    desks = owners(2)
    for number in range(8):
        weekly = thursdays()
        screens = opened(desks, weekly)
        asked = [DELETE, {"cadences-0-time": "07:30"}][:: 1 if number % 2 else -1]
        pages = at_once(
            [sending(one, "Save", values) for one, values in zip(screens, asked, strict=True)]
        )
        assert sorted(page.sent for page in pages) == [False, True]
        told = next(said(page) for page in pages if not page.sent)
        times = list(weekly.cadences.values_list("time", flat=True))
        assert (told, times) in [(DELETED, []), (CHANGED, [time(7, 30)])]

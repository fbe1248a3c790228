"""The rhythm of a series on its form: set up without help, and its past stays."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from digest.lib import dates
from digest.models import Series
from newsroom import plan
from newsroom.calendar.cadence import slots as cadence_slots
from newsroom.desk.forms import zones
from newsroom.desk.frame import rhythm_words
from newsroom.models import Cadence, JournalEntry, SeriesRules, TakenSlot
from tests.factories import (
    account,
    cadence,
    issue,
    label,
    pressed,
    publication,
    series,
    small_photo,
)
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import add, change, changed, rows
from tests.tables import each

NOON = datetime(2431, 3, 6, 17, tzinfo=UTC)  # a Thursday, noon in New York
FRIDAYS = {"cadences-0-weekdays": ["5"], "cadences-0-time": "09:00"}


@pytest.fixture(autouse=True)
def noon(monkeypatch):
    """The desk's clock stands still."""
    monkeypatch.setattr(dates, "now", lambda: NOON)


@pytest.fixture
def owner(db):
    """Somebody who may do everything."""
    publication()
    return Desk(account("owner", is_superuser=True))


def limited(*verbs):
    """Somebody who may change a series, and these with a cadence."""
    publication()
    rights = [f"newsroom.{verb}_cadence" for verb in verbs]
    return Desk(account("limited", "digest.view_series", "digest.change_series", *rights))


def stored(one):
    return list(one.cadences.values_list("valid_from", "every", "weekdays", "time", "zone"))


def test_fridays_at_nine_in_washington_are_set_up_without_help(owner):
    weekly = series(rhythm="")
    form = owner.open(change(weekly))
    assert form.value("cadences-0-valid_from") == "2431-03-06"
    assert form.value("cadences-0-every") == "1"
    assert form.value("cadences-0-zone") == "America/New_York"
    assert form.click("Save", {**FRIDAYS, "cadences-0-zone": "Washington"}).sent
    day = date(2431, 3, 6)
    assert stored(weekly) == [(day, 1, "5", time(9), "America/New_York")]
    words = owner.open(change(weekly)).words
    assert "Every Friday at 09:00 in America/New_York, from 6 March 2431, with no end." in words
    assert "The next slot is Friday, 7 March 2431, 09:00 EST" in words
    assert "that is 7 March 2431, 14:00 UTC." in words
    weekly.refresh_from_db()
    assert weekly.rhythm == "Every Friday"


def test_new_series_takes_its_own_zone_by_the_name_of_a_city(owner):
    values = {"name": "Fog", "slug": "fog", "zone": "san francisco", **FRIDAYS}
    assert owner.open(add(Series)).click("Save", values).sent
    one = Series.objects.get()
    assert one.zone == "America/Los_Angeles"
    assert [row[4] for row in stored(one)] == ["America/Los_Angeles"]


def test_row_that_nobody_has_filled_in_is_none(owner):
    weekly = series()
    assert owner.open(change(weekly)).click("Save", rhythm="Now and then").sent
    assert not Cadence.objects.exists()


def test_readers_keep_the_sentence_that_stands_there(owner):
    weekly = series(rhythm="When the tide is out")
    owner.open(change(weekly)).click("Save", FRIDAYS)
    weekly.refresh_from_db()
    assert weekly.rhythm == "When the tide is out"


@pytest.mark.parametrize(
    ("weekdays", "every", "said"),
    [
        ("5", 1, "Every Friday"),
        ("15", 1, "Every Monday and Friday"),
        ("1234567", 1, "Every day"),
        ("5", 2, ""),
        ("", 1, ""),
        ("12345", 1, ""),
    ],
)
def test_only_a_simple_rhythm_is_said_to_readers(db, weekdays, every, said):
    one = cadence(series(), weekdays, every=every)
    assert rhythm_words.for_readers([one], NOON) == said


def test_words_of_rarer_rhythms(db):
    weekly = series()
    first = cadence(weekly, "15", every=2, valid_from=date(2431, 1, 1))
    pause = cadence(weekly, "", valid_from=date(2431, 4, 1))
    three = cadence(weekly, "3", every=3, valid_from=date(2431, 6, 1))
    every = [first, pause, three]
    assert rhythm_words.told(first, every, NOON)[0] == (
        "Every second week on Monday and Friday at 10:00 in America/New_York, "
        "from 1 January 2431 until 31 March 2431."
    )
    assert rhythm_words.told(pause, every, NOON) == [
        "No press days: a pause, from 1 April 2431 until 31 May 2431."
    ]
    assert rhythm_words.told(three, every, NOON)[0].startswith("Every 3 weeks on Wednesday at")
    assert rhythm_words.told(first, every, NOON + timedelta(days=60))[1] == "It is over."


BAD = {
    "no time": ("time", {"time": ""}, "Write the time at which issues go out, like 09:00."),
    "no clock": ("time", {"time": "noon"}, "Write the time like 09:00."),
    "seconds": ("time", {"time": "09:00:30"}, "Write the time without seconds, like 10:00."),
    "never": ("every", {"every": "0"}, "Count from 1: each week is 1, every second week is 2."),
    "too rarely": ("every", {"every": "53"}, "At most every 52 weeks."),
    "no zone": ("zone", {"zone": "Atlantis"}, "There is no time zone “Atlantis”."),
    "past": ("valid_from", {"valid_from": "2431-03-05"}, "That day has passed"),
    "no day": ("valid_from", {"valid_from": ""}, "Say from which day on it holds."),
    "no weekday": ("weekdays", {"weekdays": ["8"]}, "Select a valid choice."),
}


@pytest.mark.parametrize(("field", "typed", "said"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_said_beside_its_field_and_nothing_is_saved(owner, field, typed, said):
    weekly = series()
    before = rows()
    values = {**FRIDAYS, **{f"cadences-0-{name}": value for name, value in typed.items()}}
    screen = owner.open(change(weekly)).click("Save", {**values, "name": "Renamed"})
    assert not screen.sent
    assert screen.beside(f"cadences-0-{field}").startswith(said)
    assert changed(before) == []


def test_no_weekday_is_a_pause_and_says_so(owner):
    weekly = series()
    owner.open(change(weekly)).click("Save", {"cadences-0-time": "09:00"})
    assert [row[2] for row in stored(weekly)] == [""]
    assert "No press days: a pause, from 6 March 2431" in owner.open(change(weekly)).words


def test_pause_needs_no_time_and_a_press_day_does(owner):
    weekly = series()
    form = owner.open(change(weekly))
    refused = form.click("Save", {"cadences-0-weekdays": ["5"], "cadences-0-time": ""})
    assert refused.beside("cadences-0-time") == (
        "Write the time at which issues go out, like 09:00."
    )
    assert not weekly.cadences.exists()
    later = {"cadences-0-valid_from": "2431-04-03", "cadences-0-time": ""}
    assert owner.open(change(weekly)).click("Save", later).sent
    assert [row[2] for row in stored(weekly)] == [""]


def test_what_stands_beside_the_new_rhythm_is_said_to_whoever_changed_it(owner):
    weekly = series()
    cadence(weekly, "4", valid_from=date(2431, 3, 6))
    slots = cadence_slots(list(weekly.cadences.all()), date(2431, 3, 7), date(2431, 4, 7))
    days = [slot.day for slot in slots]
    for day in days[:2]:
        TakenSlot.objects.create(series=weekly, day=day, issue=issue(weekly))
    plan.skip(weekly, days[2], by=account())
    assert owner.open(change(weekly)).click("Save", name="Tides").messages[:-1] == []
    answer = owner.open(change(weekly)).click("Save", {"cadences-0-weekdays": ["5"]})
    assert answer.messages[:-1] == [
        "3 days that are planned or left out are no press days any more. The board shows which."
    ]


def test_armed_issue_beside_the_new_time_is_said_to_whoever_changed_it(owner):
    weekly = series()
    cadence(weekly, "4", valid_from=date(2431, 3, 6))
    [slot] = cadence_slots(list(weekly.cadences.all()), date(2431, 3, 13), date(2431, 3, 13))
    draft = issue(weekly)
    TakenSlot.objects.create(series=weekly, day=slot.day, issue=draft)
    pressed(draft, slot.at, now=dates.now())
    answer = owner.open(change(weekly)).click("Save", {"cadences-0-time": "08:00"})
    assert answer.messages[:-1] == [
        "1 armed issue goes out at another moment than that of its slot. The board shows which."
    ]


def typed(number, pk="", **fields):
    values = {"id": pk, "valid_from": "2431-03-06", "every": "1", "weekdays": ["5"]}
    values |= {"time": "09:00", "zone": "Boston", **fields}
    return {f"cadences-{number}-{name}": value for name, value in values.items()}


def save(desk, weekly, *forms, stored=0):
    """A raw request with these rows of cadences."""
    data = desk.open(change(weekly)).fields("Save")
    data = {n: v for n, v in data.items() if n.endswith("-seen") or not n.startswith("cadences-0")}
    counts = {"cadences-TOTAL_FORMS": len(forms), "cadences-INITIAL_FORMS": stored}
    for one in forms:
        data |= one
    return desk.send(change(weekly), {**data, **counts})


def test_two_from_one_day_are_refused_beside_the_second(owner):
    weekly = series()
    before = rows()
    screen = save(owner, weekly, typed(0), typed(1, weekdays=["2"]))
    assert screen.beside("cadences-1-valid_from") == "Another rhythm begins on that day already."
    assert changed(before) == []
    first = cadence(weekly, valid_from=date(2431, 3, 6))
    before = rows()
    screen = save(owner, weekly, typed(0, first.pk), typed(1, weekdays=["2"]), stored=1)
    assert screen.beside("cadences-1-valid_from") == "Another rhythm begins on that day already."
    assert changed(before) == []


def test_what_has_begun_is_said_in_words_and_stays_whatever_is_sent(owner):
    weekly = series()
    old = cadence(weekly, "4", valid_from=date(2431, 3, 5))
    screen = owner.open(change(weekly))
    assert "its past keeps its own" in screen.words
    assert "Every Thursday at 10:00 in America/New_York, from 5 March 2431" in screen.words
    names = set(screen.fields("Save"))
    assert "cadences-0-time" not in names
    assert "cadences-0-DELETE" not in names
    before = stored(weekly)
    for more in ({}, {"DELETE": "on"}):
        save(owner, weekly, typed(0, old.pk, valid_from="2431-05-01", **more), stored=1)
        assert stored(weekly) == before
    assert not JournalEntry.objects.exists()


def test_what_begins_today_or_later_is_changed_and_deleted_with_a_line_each(owner):
    weekly = series()
    one = cadence(weekly, "4", valid_from=date(2431, 3, 6))
    assert save(owner, weekly, typed(0, one.pk, time="08:15"), stored=1).sent
    assert [row[3] for row in stored(weekly)] == [time(8, 15)]
    owner.open(change(weekly)).click("Save", {"cadences-0-DELETE": "on"})
    assert stored(weekly) == []
    lines = JournalEntry.objects.filter(detail__name=str(one)).order_by("pk")
    assert {line.subject for line in lines} == {f"series:{weekly.pk}"}
    assert [line.verb for line in lines] == ["frame.changed", "frame.deleted"]
    thursdays = "Every Thursday at 10:00 in America/New_York, from 6 March 2431"
    fridays = "Every Friday at 08:15 in America/New_York, from 6 March 2431"
    assert (lines[0].detail["from"], lines[0].detail["to"]) == (thursdays, fridays)
    assert lines[0].detail["fields"] == ["weekdays", "time"]
    assert lines[1].detail["from"] == fridays


def test_another_one_from_a_day_on_ends_the_first(owner):
    weekly = series()
    old = cadence(weekly, "4", valid_from=date(2431, 1, 1))
    save(owner, weekly, typed(0, old.pk), typed(1, valid_from="2431-04-01"), stored=1)
    assert [row[0] for row in stored(weekly)] == [date(2431, 1, 1), date(2431, 4, 1)]
    assert "from 1 January 2431 until 31 March 2431." in owner.open(change(weekly)).words
    line = JournalEntry.objects.get(verb="frame.added")
    assert line.detail["to"].startswith("Every Friday at 09:00")


@pytest.mark.parametrize("verb", ["none", "view", "add", "change", "delete"])
def test_each_right_is_asked_for(db, verb):
    desk = limited(*([] if verb == "none" else ["view", verb] if verb != "view" else ["view"]))
    weekly = series()
    one = cadence(weekly, "4", valid_from=date(2431, 3, 20))
    save(desk, weekly, typed(0, one.pk, valid_from="2431-03-20"), typed(1), stored=1)
    days = {row[0].day: row[2] for row in stored(weekly)}
    assert days.get(20) == ("5" if verb == "change" else "4")
    assert (6 in days) == (verb == "add")
    Cadence.objects.exclude(pk=one.pk).delete()
    save(desk, weekly, typed(0, one.pk, valid_from="2431-03-20", DELETE="on"), stored=1)
    assert (stored(weekly) == []) == (verb == "delete")
    seen = "in America/New_York, from 20 March 2431" in desk.open(change(weekly)).words
    assert seen == (verb not in {"none", "delete"})


def test_cadence_of_another_series_is_out_of_reach(owner):
    weekly, foreign = series(), series()
    one = cadence(foreign, "4", valid_from=date(2431, 3, 20))
    save(owner, weekly, typed(0, one.pk), stored=1)
    assert (one.pk, stored(foreign)[0][2]) == (foreign.cadences.get().pk, "4")


def test_rules_say_how_a_new_issue_begins(owner):
    weekly, genre, photo = series(), label("Essay"), small_photo()
    values = {
        "rules-0-genre_label": genre.pk,
        "rules-0-default_photo": photo.pk,
        "rules-0-default_alt": "A buoy",
        "rules-0-repeats_layout": "on",
    }
    form = owner.open(change(weekly))
    assert "How a new issue begins" in form.words
    assert form.click("Save", values).sent
    rules = SeriesRules.objects.get()
    assert (rules.genre_label, rules.default_photo) == (genre, photo)
    assert (rules.default_alt, rules.repeats_layout) == ("A buoy", True)


@each(
    ("typed", "zone"),
    [
        ("Washington", "America/New_York"),
        ("washington, d.c.", "America/New_York"),
        ("Boston", "America/New_York"),
        ("Miami", "America/New_York"),
        ("SAN FRANCISCO", "America/Los_Angeles"),
        ("New York", "America/New_York"),
        ("Lisbon", "Europe/Lisbon"),
        ("europe/lisbon", "Europe/Lisbon"),
        ("utc", "UTC"),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_zone_is_found_by_what_people_call_it(typed, zone):
    assert zones.find(typed) == zone


def test_every_city_of_ours_has_a_zone():
    for zone in zones.CITIES.values():
        dates.validate_zone(zone)


def test_day_of_a_rhythm_that_goes_is_free(owner):
    weekly = series()
    one = cadence(weekly, "4", valid_from=date(2431, 3, 6))
    save(owner, weekly, typed(0, one.pk, DELETE="on"), typed(1), stored=1)
    assert [row[2] for row in stored(weekly)] == ["5"]


def test_days_exchanged_in_one_go_are_refused_in_words(owner):
    weekly = series()
    days = [date(2431, 3, 6), date(2431, 4, 3)]
    first, second = (cadence(weekly, "4", valid_from=day) for day in days)
    before = rows()
    forms = [
        typed(0, first.pk, valid_from="2431-04-03"),
        typed(1, second.pk, valid_from="2431-03-06"),
    ]
    screen = save(owner, weekly, *forms, stored=2)
    assert screen.beside("cadences-0-valid_from") == "Another rhythm begins on that day already."
    assert changed(before) == []

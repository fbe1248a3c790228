"""What the journal says of the frame: field by field, from what to what, in words."""

from __future__ import annotations

from datetime import timedelta

import pytest

from digest.lib import dates
from digest.models import Series
from newsroom.desk.journal import words as journalwords
from newsroom.models import JournalEntry, StandingSection
from tests.factories import (
    DAY,
    account,
    cadence,
    issue,
    label,
    notice,
    outlet,
    person,
    publication,
    rules,
    series,
    standing,
)
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import add, change, changed, rows

LIST = "/admin/newsroom/journalentry/"


@pytest.fixture
def owner(db):
    """Somebody who may do everything."""
    publication()
    return Desk(account("owner", is_superuser=True))


@pytest.fixture
def weekly(owner):
    return series(name="Soundings")


def lines():
    """Verb, name and words of every line, first to last."""
    entries = JournalEntry.objects.order_by("pk")
    return [(one.verb, one.detail["name"], journalwords.change_of(one)) for one in entries]


def test_rules_say_what_they_were_and_are(owner, weekly):
    rules(weekly, numbering="none", genre_label=label("Essay"))
    values = {
        "rules-0-numbering": "by year",
        "rules-0-dek_required": None,
        "rules-0-genre_label": label("Reporting").pk,
        "rules-0-default_alt": "A buoy",
    }
    assert owner.open(change(weekly)).click("Save", values).sent
    words = (
        "every issue has a dek: yes → no; numbering: no numbers → anew each year; "
        "genre: Essay → Reporting; description of the picture: nothing → A buoy"
    )
    assert lines() == [("frame.changed", "Soundings", words)]
    listed = owner.open(LIST).words
    assert "Soundings" in listed
    assert words in listed


def test_rules_that_no_row_said_were_as_they_begin(owner, weekly):
    assert owner.open(change(weekly)).click("Save", {"rules-0-numbering": "none"}).sent
    assert lines() == [("frame.changed", "Soundings", "numbering: running → no numbers")]


def section(number, heading, position, **more):
    values = {"heading": heading, "position": position, **more}
    return {f"standing_sections-{number}-{name}": value for name, value in values.items()}


def test_standing_sections_are_added_changed_and_deleted_in_words(owner, weekly):
    two = {"standing_sections-TOTAL_FORMS": 2}
    values = {**two, **section(0, "In the port", 1), **section(1, "From the office", 2)}
    assert owner.open(change(weekly)).click("Save", values).sent
    again = {**section(0, "At the quay", 1), "standing_sections-1-DELETE": "on"}
    assert owner.open(change(weekly)).click("Save", again).sent
    assert lines() == [
        ("frame.added", "Soundings, In the port", "heading: In the port; order: 1"),
        ("frame.added", "Soundings, From the office", "heading: From the office; order: 2"),
        ("frame.changed", "Soundings, At the quay", "heading: In the port → At the quay"),
        (
            "frame.deleted",
            "Soundings, From the office",
            "heading: From the office; order: 2; required: no",
        ),
    ]


def test_parts_of_the_frame_say_what_they_were_and_are(owner):
    owner.open(change(person("Ana Reis"))).click("Save", name="Ana Reis-Lund")
    owner.open(change(notice("<p>Give.</p>"))).click("Save", text="<p>Give a <em>lot</em>.</p>")
    ledger = outlet("Harbour Ledger", "ledger.example")
    owner.open(change(ledger)).click("Save", {"domains-1-domain": "harbour.example"})
    assert [(verb, words) for verb, _name, words in lines()] == [
        ("frame.changed", "name: Ana Reis → Ana Reis-Lund"),
        ("frame.changed", "text: Give. → Give a lot."),
        ("frame.added", "domain: harbour.example"),
    ]
    assert lines()[-1][1] == "Harbour Ledger, harbour.example"


def test_moment_is_said_with_its_zone(owner):
    begun = dates.now().replace(second=0, microsecond=0)
    one = notice(starts_at=begun, ends_at=begun + DAY)
    owner.open(change(one)).click("Save", ends_at_0=(begun + 9 * DAY).date().isoformat())
    before, after = lines()[0][2].removeprefix("until: ").split(" → ")
    assert before != after
    assert {before.split()[-1], after.split()[-1]} <= {"WET", "WEST"}


def test_long_text_is_shortened_in_the_line_and_whole_in_the_details(owner, weekly):
    text = "The tide comes in. " * 20
    owner.open(change(weekly)).click("Save", description=f"<p>{text}</p>")
    ((_verb, _name, words),) = lines()
    assert words.startswith("description: nothing → The tide comes in.")
    assert len(words) < 200
    assert JournalEntry.objects.get().detail["values"] == [["description", "", text.strip()]]


def test_only_the_form_of_a_text_is_said_by_the_name_of_its_field(owner):
    one = notice("<p>Give.</p>")
    owner.open(change(one)).click("Save", text="<p><em>Give.</em></p>")
    assert [words for _verb, _name, words in lines()] == ["text"]


def test_nothing_changed_leaves_no_line(owner, weekly):
    rules(weekly)
    standing(weekly)
    cadence(weekly, valid_from=dates.now().date() + timedelta(days=9))
    Series.objects.update(rhythm="Now and then")
    assert owner.open(change(weekly)).click("Save").sent
    assert lines() == []


def test_ends_of_lines_that_a_browser_sends_are_no_change(owner, weekly):
    one = standing(weekly)
    one.nothing_sentences = "Nothing this week.\nNobody called."
    one.save()
    typed = {"standing_sections-0-nothing_sentences": "Nothing this week.\r\nNobody called."}
    assert owner.open(change(weekly)).click("Save", typed).sent
    assert lines() == []
    typed = {"standing_sections-0-nothing_sentences": "Nothing this week.\r\nNobody wrote."}
    assert owner.open(change(weekly)).click("Save", typed).sent
    assert [verb for verb, _name, _words in lines()] == ["frame.changed"]


@pytest.mark.parametrize(
    "wrong",
    [{"zone": "Atlantis"}, {"standing_sections-0-DELETE": "on"}, {"cadences-0-time": "noon"}],
    ids=["field", "section in use", "rhythm"],
)
def test_save_that_failed_leaves_no_line(owner, weekly, wrong):
    rules(weekly)
    standing(weekly)
    issue(weekly)
    before = rows()
    values = {"rules-0-numbering": "none", "name": "Renamed", **wrong}
    assert not owner.open(change(weekly)).click("Save", values).sent
    assert changed(before) == []


def test_new_series_says_what_it_began_with(owner):
    values = {"name": "Fog", "slug": "fog", "zone": "Lisbon", "rules-0-numbering": "none"}
    assert owner.open(add(Series)).click("Save", values).sent
    assert lines() == [
        ("frame.added", "Fog", "name: Fog; address: fog; time zone: Europe/Lisbon"),
        ("frame.changed", "Fog", "numbering: running → no numbers"),
    ]


def test_journal_is_narrowed_to_a_series_and_its_history_leads_there(owner, weekly):
    other = series(name="Tides")
    standing(weekly)
    kept = StandingSection.objects.get().heading
    owner.open(change(weekly)).click("Save", {"standing_sections-0-position": 7})
    day = (dates.now().date() + timedelta(days=9)).isoformat()
    rhythm = {"cadences-0-valid_from": day, "cadences-0-time": "09:00"}
    owner.open(change(weekly)).click("Save", rhythm)
    owner.open(change(other)).click("Save", {"rules-0-numbering": "none"})
    for page in (
        owner.open(f"{LIST}?series={weekly.pk}"),
        owner.open(change(weekly)).follow("History").follow("From what to what: the journal"),
    ):
        assert f"Soundings, {kept}" in page.words
        assert "No press days: a pause" in page.words
        assert "numbering: running" not in page.words
    assert "Tides" in owner.open(LIST).follow("Tides").root.one("table", id="result_list").words


def test_history_leads_to_the_journal_those_who_may_see_it(owner, weekly):
    blind = Desk(account("blind", "digest.view_series"))
    history = change(weekly).replace("change", "history")
    assert "From what to what: the journal" not in blind.open(history).links

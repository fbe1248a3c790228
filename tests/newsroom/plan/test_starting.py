"""An issue started in a slot is complete: as its series begins them."""

from __future__ import annotations

from datetime import date

import pytest

from newsroom import plan
from newsroom.calendar import taken
from newsroom.calendar.cadence import slot_on
from newsroom.models import Issue, JournalEntry, NewsBrief, PhotoUse, Section, TakenSlot
from newsroom.plan.starting import start_in_slot
from newsroom.refusals import Refused
from newsroom.writing.saving import remove_part, save_part
from tests import factories
from tests.factories import HOUR
from tests.newsroom.plan.weeks import AT, FIRST, NOW, SECOND, THIRD, day_of, planned, thursdays
from tests.newsroom.press.verbs import last_entry, presser

pytestmark = pytest.mark.django_db


def started(series, day, now=NOW):
    slot = slot_on(list(series.cadences.all()), day)
    return start_in_slot(series, slot, by=presser(), now=now)


def headings(issue):
    return list(issue.sections.standing_in().values_list("heading", flat=True))


def test_issue_is_started_and_planned():
    series = thursdays()
    one = started(series, SECOND)
    assert Issue.objects.get() == one
    assert (one.series, one.title, day_of(one)) == (series, "", SECOND)
    assert (one.created_at, one.saved_at, one.saved_by) == (NOW, NOW, "presser")
    assert taken.slot_of(one).at == AT[SECOND]
    line = last_entry()
    assert (line.verb, line.by, line.at) == ("issue.started", "presser", NOW)
    assert (line.subject, line.detail["to"]) == (f"issue:{one.uid}", "2431-03-13")


def test_it_has_labels_picture_and_sections_of_its_series():
    series = thursdays()
    photo = factories.small_photo()
    genre, place = factories.label("Reporting"), factories.label("Ports", "section")
    factories.rules(
        series,
        genre_label=genre,
        section_label=place,
        default_photo=photo,
        default_alt=" A buoy in fog ",
        show_prefix=False,
    )
    factories.standing(series, "In other waters", position=2048)
    factories.standing(series, "From the Harbour Office", position=1024)
    one = started(series, SECOND)
    assert (one.genre_label, one.section_label, one.show_prefix) == (genre, place, False)
    picture = one.top_picture
    assert (picture.photo, picture.alt, picture.decorative) == (photo, "A buoy in fog", False)
    assert picture.caption == ""
    assert headings(one) == ["From the Harbour Office", "In other waters"]
    sections = list(one.sections.standing_in())
    assert {section.standing.heading for section in sections} == set(headings(one))
    assert {section.state for section in sections} == {"open"}
    assert sections[0].nothing_text == "The office gave no briefing this week."


def test_picture_without_a_description_is_decorative():
    series = thursdays()
    factories.rules(series, default_photo=factories.small_photo(), default_alt="  ")
    picture = started(series, SECOND).top_picture
    assert (picture.alt, picture.decorative) == ("", True)


@pytest.mark.parametrize("rules", [{}, None])
def test_series_that_gives_nothing_gives_an_empty_issue(rules):
    series = thursdays()
    if rules is not None:
        factories.rules(series, **rules)
    one = started(series, SECOND)
    assert (one.genre_label, one.section_label, one.show_prefix) == (None, None, True)
    assert (one.top_picture, headings(one)) == (None, [])


def a_layout(series):
    """An issue before: a renamed standing section, one of its own, one that was removed."""
    before = factories.empty_issue(series)
    standing = before.sections.standing_in().first()
    save_part(standing, seen=standing.version, values={"heading": "From the new Office"})
    own = factories.section(before, "Letters", intro="<p>Many came.</p>")
    factories.brief(own)
    factories.brief(standing)
    gone = factories.section(before, "Gone")
    remove_part(gone, by=presser())
    return before


def test_layout_of_the_issue_before_is_repeated_without_what_was_written():
    series = thursdays()
    factories.rules(series, repeats_layout=True)
    office = factories.standing(series, "From the Harbour Office", position=1024)
    before = a_layout(series)
    waters = factories.standing(series, "In other waters", position=2048)
    one = started(series, SECOND)
    assert headings(one) == ["From the new Office", "Letters", "In other waters"]
    sections = list(one.sections.standing_in())
    assert [section.standing for section in sections] == [office, None, waters]
    assert {section.intro for section in sections} == {""}
    assert not NewsBrief.objects.filter(section__issue=one).exists()
    assert sections[0].nothing_text == "The office gave no briefing this week."
    assert NewsBrief.objects.filter(section__issue=before).count() == 2


def test_layout_is_that_of_the_issue_of_this_series_that_was_started_last():
    series = thursdays()
    factories.rules(series, repeats_layout=True)
    factories.section(started(series, THIRD, now=NOW - 2 * HOUR), "Older")
    factories.section(started(series, FIRST, now=NOW - HOUR), "Newer")
    factories.section(started(thursdays(), FIRST), "Of another series")
    assert headings(started(series, SECOND)) == ["Older", "Newer"]


def test_layout_is_not_repeated_where_the_series_does_not_say_so():
    series = thursdays()
    factories.rules(series)
    factories.standing(series)
    a_layout(series)
    assert headings(started(series, SECOND)) == ["From the Harbour Office"]


def full_series():
    series = thursdays()
    factories.rules(series, default_photo=factories.small_photo(), repeats_layout=True)
    factories.standing(series)
    return series


def by_an_issue(series):
    planned(series, SECOND)


def by_a_skip(series):
    plan.skip(series, SECOND, by=presser(), now=NOW)


@pytest.mark.parametrize("take", [by_an_issue, by_a_skip])
def test_slot_that_is_taken_is_refused_and_nothing_is_half_made(take):
    series = full_series()
    take(series)
    before = [
        list(model.objects.order_by("pk").values())
        for model in (Issue, Section, PhotoUse, TakenSlot, JournalEntry)
    ]
    with pytest.raises(Refused, match="That slot is taken by now"):
        started(series, SECOND)
    after = [
        list(model.objects.order_by("pk").values())
        for model in (Issue, Section, PhotoUse, TakenSlot, JournalEntry)
    ]
    assert after == before


@pytest.mark.parametrize(
    ("day", "now", "words"),
    [
        (date(2431, 3, 14), NOW, "That is no press day"),
        (SECOND, AT[SECOND], "That slot has passed"),
    ],
)
def test_day_that_is_not_open_is_refused_and_nothing_is_half_made(day, now, words):
    series = full_series()
    with pytest.raises(Refused, match=words):
        started(series, day, now=now)
    assert not Issue.objects.exists()
    assert not PhotoUse.objects.exists()
    assert not JournalEntry.objects.exists()

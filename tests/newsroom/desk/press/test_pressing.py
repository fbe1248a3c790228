"""An issue is pressed in two steps: look, then press."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User

from digest.lib import dates
from digest.models import Edition
from newsroom.models import JournalEntry
from tests.factories import (
    HOUR,
    foreign_card,
    issue,
    own_card,
    pressed,
    rules,
    series,
    small_photo,
    top_picture,
)
from tests.newsroom.desk.places import change, now, press, rows, verb
from tests.newsroom.press.verbs import retitle

LOOK, PRESS, SCHEDULE = "Show what will happen", "Press it", "Arm it"


def test_issue_is_looked_at_then_pressed_and_public(desk, client):
    draft = issue(title="The pilots go home")
    top_picture(draft, small_photo())
    foreign_card(draft)
    other = issue(title="Tide tables")
    pressed(other, now=now() - HOUR)
    own_card(draft, other)
    before = rows()
    looked = desk.open(change(draft)).follow("Press").click(LOOK)
    assert rows() == before
    assert f"Its address is /{draft.series.slug}/the-pilots-go-home/." in looked.words
    assert "Revision 1 goes live at once." in looked.words
    screen = looked.click(PRESS)
    assert screen.address == change(draft)
    edition = Edition.objects.get(folio__issue=draft)
    assert (edition.revision, edition.live_until, edition.pressed_by) == (1, None, "editor")
    assert abs(now() - edition.live_from).total_seconds() < 60
    page = client.get(f"/{draft.series.slug}/the-pilots-go-home/")
    assert page.status_code == 200
    for words in ("The pilots go home", "A crane over still water", "What tides", "Tide tables"):
        assert words in page.content.decode()
    assert screen.follow("Read it").address == edition.get_absolute_url()


def test_page_names_the_time_on_both_clocks(desk):
    draft = issue(series(zone="America/New_York"))
    words = desk.open(press(draft)).words
    found = re.search(r"It is (.*? E[SD]T), that is (.*? UTC)\.", words)
    there = datetime.strptime(found[1][:-4], "%d %B %Y, %H:%M")  # noqa: DTZ007
    utc = datetime.strptime(found[2][:-4], "%d %B %Y, %H:%M").replace(tzinfo=UTC)
    assert dates.instant(there, "America/New_York") == utc
    assert abs((now() - utc).total_seconds()) < 120


@pytest.mark.parametrize(
    ("zone", "typed", "stored", "spoken"),
    [
        (
            "America/New_York",
            "2431-03-06T10:00",
            datetime(2431, 3, 6, 15, tzinfo=UTC),
            "6 March 2431, 10:00 EST, that is 6 March 2431, 15:00 UTC",
        ),
        (
            "America/New_York",
            "2431-07-03T10:00",
            datetime(2431, 7, 3, 14, tzinfo=UTC),
            "3 July 2431, 10:00 EDT, that is 3 July 2431, 14:00 UTC",
        ),
        (
            "Asia/Kathmandu",
            "2431-03-06T05:30",
            datetime(2431, 3, 5, 23, 45, tzinfo=UTC),
            "6 March 2431, 05:30 UTC+5:45, that is 5 March 2431, 23:45 UTC",
        ),
    ],
)
def test_time_is_typed_on_the_clock_of_the_series(desk, zone, typed, stored, spoken):
    draft = issue(series(zone=zone))
    form = desk.open(press(draft))
    assert f"On the clock of {zone}." in form.words
    looked = form.click(LOOK, at=typed, expires_at="2431-12-24T00:00")
    assert f"Revision 1 goes live on {spoken}." in looked.words
    assert "It ends on 24 December 2431, 00:00" in looked.words
    screen = looked.click(SCHEDULE)
    edition = Edition.objects.get()
    assert edition.live_from == stored
    assert edition.expires_at == dates.instant(datetime(2431, 12, 24), zone)  # noqa: DTZ001
    [said] = screen.messages
    assert said.startswith(f"Revision 1 is armed for {spoken}. It ends on 24 December 2431, 00:00")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("next Thursday", "Write the time like 2031-03-06 10:00."),
        ("9999-12-31T23:59", ""),
    ],
)
@pytest.mark.parametrize("field", ["at", "expires_at"])
def test_what_is_no_time_is_refused_beside_the_field(desk, typed, sentence, field):
    draft = issue()
    before = rows()
    form = desk.open(press(draft))
    screen = form.click(LOOK, {field: typed})
    assert screen.beside(field)
    assert sentence in screen.beside(field)
    assert screen.value(field, LOOK) == typed
    assert PRESS not in screen.buttons
    assert rows() == before


@pytest.mark.parametrize(
    ("typed", "utc", "sentence"),
    [
        (
            "2431-03-09T02:30",
            datetime(2431, 3, 9, 7, tzinfo=UTC),
            "The clock in America/New_York skips 02:30 that night; what comes first is meant: "
            "9 March 2431, 03:00 EDT.",
        ),
        (
            "2431-11-02T01:30",
            datetime(2431, 11, 2, 5, 30, tzinfo=UTC),
            "The clock in America/New_York shows 01:30 twice that night; the first is meant: "
            "2 November 2431, 01:30 EDT.",
        ),
    ],
)
def test_time_that_the_clock_skips_or_shows_twice_is_said_before_the_button(
    desk, typed, utc, sentence
):
    draft = issue()
    looked = desk.open(press(draft)).click(LOOK, at=typed)
    assert sentence in looked.words
    looked.click(SCHEDULE)
    assert Edition.objects.get().live_from == utc


def test_time_that_has_passed_is_refused_in_a_sentence(desk):
    draft = issue()
    screen = desk.open(press(draft)).click(LOOK, at="2020-03-05T10:00")
    assert screen.beside("at") == "That time has passed. Choose a later one, or press now."
    assert (screen.messages, screen.notes) == ([], "Mend what is marked below first.")
    assert screen.value("at") == "2020-03-05T10:00"
    assert {PRESS, SCHEDULE}.isdisjoint(screen.buttons)
    assert not Edition.objects.exists()


def test_time_that_passes_before_the_button_is_refused_beside_its_field(desk, monkeypatch):
    draft = issue()
    looked = desk.open(press(draft)).click(LOOK, at="2431-03-06T10:00")
    monkeypatch.setattr(dates, "now", lambda: datetime(2431, 3, 6, 15, 0, 1, tzinfo=UTC))
    screen = looked.click(SCHEDULE)
    assert screen.beside("at") == "That time has passed. Choose a later one, or press now."
    assert not Edition.objects.exists()
    screen.click(LOOK, at="").click(PRESS)
    assert Edition.objects.count() == 1


def test_number_that_is_taken_is_refused_beside_its_field(desk):
    weekly = series()
    rules(weekly, numbering="by year")
    other = issue(weekly)
    pressed(other, now=now() - HOUR)
    number = str(other.folio.number)
    screen = desk.open(press(issue(weekly))).click(LOOK, number=number)
    assert "is taken in this series" in screen.beside("number")
    assert Edition.objects.count() == 1


def test_end_before_the_beginning_is_refused_in_a_sentence(desk):
    form = desk.open(press(issue()))
    screen = form.click(LOOK, at="2431-03-06T10:00", expires_at="2431-03-06T09:59")
    sentence = "It would end before it has begun. Choose a later end, or none."
    assert (screen.beside("expires_at"), screen.beside("at"), screen.messages) == (sentence, "", [])
    assert screen.value("expires_at") == "2431-03-06T09:59"
    assert not Edition.objects.exists()


def test_address_and_number_are_proposed_and_can_be_chosen(desk):
    weekly = series()
    rules(weekly, numbering="by year")
    pressed(issue(weekly, title="Fog"), now=now() - HOUR)
    draft = issue(weekly, title="Fog")
    form = desk.open(press(draft))
    year = str(dates.year(now(), weekly.zone))
    assert [form.value(name) for name in ("slug", "volume", "number")] == ["fog-2", year, "2"]
    form.click(LOOK, slug="fog-again", number="7").click(PRESS)
    draft.refresh_from_db()
    assert (draft.folio.slug, draft.folio.number) == ("fog-again", 7)


@pytest.mark.parametrize(
    ("field", "typed"), [("number", "9" * 24), ("number", "1000000"), ("volume", "10000")]
)
def test_number_that_no_issue_can_have_is_refused_beside_its_field(desk, field, typed):
    screen = desk.open(press(issue())).click(LOOK, **{field: typed})
    assert "less than or equal to" in screen.beside(field)
    assert screen.value(field) == typed
    assert not Edition.objects.exists()


@pytest.mark.parametrize("slug", ["The-Fog", "fog--again", "-fog", "__", "fog again", "tide/fog"])
def test_address_is_of_small_letters_digits_and_single_hyphens(desk, slug):
    screen = desk.open(press(issue())).click(LOOK, slug=slug)
    assert screen.beside("slug").startswith("Write the address with small letters and digits")
    assert screen.value("slug") == slug


def test_address_that_is_taken_is_refused_and_what_was_typed_stays(desk):
    weekly = series()
    pressed(issue(weekly, title="Fog"), now=now() - HOUR)
    draft = issue(weekly, title="Ice")
    screen = desk.open(press(draft)).click(LOOK, slug="fog", at="2431-03-06T10:00")
    sentence = "The address “fog” is taken in this series. Choose another one."
    assert (screen.beside("slug"), screen.messages) == (sentence, [])
    assert (screen.value("slug"), screen.value("at")) == ("fog", "2431-03-06T10:00")
    assert Edition.objects.count() == 1


def test_address_is_fixed_once_the_issue_has_been_live(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    form = desk.open(press(draft))
    assert {"slug", "volume", "number"}.isdisjoint(form.fields())


def test_warning_is_pressed_over_only_with_a_reason(desk):
    other, draft = issue(), issue()
    pressed(other, now=now() - 3 * HOUR, expires_at=now() - HOUR)
    own_card(draft, other)
    refused = desk.open(press(draft)).click(LOOK, number="7")
    assert "its card will not be shown" in refused.words
    assert refused.beside("override") == "Mend what is found, or say why it does not matter."
    assert refused.value("number") == "7"
    assert PRESS not in refused.buttons
    raw = {name: row[0] for name, row in refused.fields().items()}
    desk.send(press(draft), {**raw, "step": "press"})
    assert not Edition.objects.filter(folio__issue=draft).exists()
    refused.click(LOOK, override="It is back on Friday.").click(PRESS)
    assert Edition.objects.filter(folio__issue=draft).count() == 1
    entry = JournalEntry.objects.get(verb="edition.armed", by="editor")
    assert entry.reason == "It is back on Friday."


def test_scheduled_issue_says_what_pressing_again_cancels(desk):
    draft = issue()
    pressed(draft, datetime(2431, 3, 6, 15, tzinfo=UTC), now=now() - HOUR)
    form = desk.open(press(draft))
    assert form.value("at") == "2431-03-06T10:00"
    looked = form.click(LOOK, at="2431-03-06T12:00")
    sentence = (
        "Revision 1, armed for 6 March 2431, 10:00 EST, that is 6 March 2431, 15:00 UTC, "
        "is stopped."
    )
    assert sentence in looked.words
    looked.click(SCHEDULE)
    kept = Edition.objects.armed(now()).get()
    assert (kept.revision, kept.live_from.hour) == (2, 17)
    assert Edition.objects.get(revision=1).end_cause == "disarm"
    assert desk.open(verb("press", draft)).value("at") == "2431-03-06T12:00"


def test_warning_of_the_moment_of_the_slot_is_asked_about_too(desk):
    """The related issue is live now, and will have ended by then."""
    other, draft = issue(), issue()
    pressed(other, now=now() - HOUR, expires_at=datetime(2431, 3, 6, 12, tzinfo=UTC))
    own_card(draft, other)
    form = desk.open(press(draft))
    assert "override" not in form.fields()
    refused = form.click(LOOK, at="2431-03-06T10:00")
    assert "its card will not be shown" in refused.words
    assert refused.beside("override")
    refused.click(LOOK, override="It comes back.").click(SCHEDULE)
    assert Edition.objects.armed(now()).get().folio.issue == draft


def test_what_was_changed_after_the_look_is_said_before_it_is_done(desk):
    """The sentences said “armed”; an emptied field must not publish at once."""
    draft = issue()
    looked = desk.open(press(draft)).click(LOOK, at="2431-03-06T10:00")
    again = looked.click(SCHEDULE, at="")
    assert not Edition.objects.exists()
    assert again.messages == [
        "You have changed something since you looked. This is what will happen now."
    ]
    assert "Revision 1 goes live at once." in again.words
    again.click(PRESS)
    assert Edition.objects.live(now()).exists()


def test_looking_writes_nothing(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    before = rows()
    looked = desk.open(press(draft)).click(LOOK, kind="minor", at="2431-03-06T10:00")
    assert "Until then revision 1 stays live." in looked.words
    assert rows() == before


def test_who_pressed_is_named_as_people_are_called(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    User.objects.filter(username="presser").update(first_name="Ana", last_name="Reis")
    screen = desk.open(press(draft))
    assert "revision 1, pressed by Ana Reis." in state(screen)[0]
    assert "Ana Reis" in screen.root.one("table").words
    assert ", by Ana Reis" in desk.open(verb("edition", draft, 1)).words
    # The account is gone; its name stays.
    User.objects.filter(username="presser").delete()
    assert "pressed by presser." in state(desk.open(press(draft)))[0]


def test_state_is_said_at_the_top(desk):
    draft = issue(series(zone="America/New_York"))
    form = desk.open(press(draft))
    assert state(form) == ["A draft: nothing of it has been public yet."]
    pressed(draft, datetime(2431, 3, 6, 15, tzinfo=UTC), now=now())
    goes_out = (
        "Armed: revision 1 goes out on 6 March 2431, 10:00 EST, that is 6 March 2431, "
        "15:00 UTC, pressed by presser."
    )
    assert state(desk.open(press(draft))) == [goes_out, "The draft says what revision 1 says."]
    retitle(draft, "Otherwise")
    screen = desk.open(press(draft))
    assert state(screen)[1] == (
        "The draft has been changed since: what goes out is revision 1 as it was pressed, "
        "without the changes."
    )
    assert "What is new against the armed text" in screen.words


def state(screen) -> list[str]:
    """The sentences at the top."""
    return [line.words for line in screen.root.one(class_="how-it-is").all("li")]


def test_time_away_between_two_texts_is_said(desk):
    draft = issue(series(zone="America/New_York"))
    pressed(draft, now=now() - HOUR, expires_at=datetime(2431, 3, 5, 15, tzinfo=UTC))
    values = {"kind": "update", "note": "It is back.", "expires_at": "", "at": "2431-03-06T10:00"}
    looked = desk.open(press(draft)).click(LOOK, values)
    assert (
        "Revision 1 ends before, on 5 March 2431, 10:00 EST, that is 5 March 2431, 15:00 UTC: "
        "in between the issue is gone."
    ) in looked.words
    assert "Until then" not in looked.words


def test_issue_that_is_gone_is_said_to_be_gone(desk):
    draft = issue()
    pressed(draft, now=now() - 3 * HOUR, expires_at=now() - HOUR)
    (sentence,) = state(desk.open(press(draft)))
    assert sentence.startswith("Not public since ")
    assert sentence.endswith(" UTC: revision 1 was expired.")

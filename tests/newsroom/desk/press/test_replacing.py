"""What goes out is what was shown: the screen says what is armed, and one button replaces it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from digest.models import Edition
from newsroom.desk.lib import clocks
from newsroom.models import TakenSlot
from newsroom.press.expecting import Expecting, seen
from newsroom.writing.saving import move_part
from tests.factories import (
    DAY,
    HOUR,
    TICK,
    account,
    brief,
    cadence,
    corrected,
    issue,
    own_card,
    pressed,
    section,
    series,
)
from tests.newsroom.desk import staff
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, changed, now, press, rows, verb
from tests.newsroom.desk.small import Small
from tests.newsroom.press.verbs import expiring, rearmed, retitle
from tests.tables import each

REPLACE, LOOK, PRESS = "Replace what goes out", "Show what will happen", "Press it"
LATER = datetime(2431, 3, 6, 15, tzinfo=UTC)
SPOKEN = "6 March 2431, 10:00 EST, that is 6 March 2431, 15:00 UTC"
NOTE = "An earlier text named the wrong pier."


@pytest.fixture
def armed(desk):
    """An issue that goes out on a Thursday, changed since."""
    draft = issue(title="The pilots go hom")
    pressed(draft, LATER, now=now() - HOUR, expires_at=LATER + DAY)
    retitle(draft, "The pilots go home")
    return draft


def panel(screen):
    """What stands beside the parts."""
    return screen.root.one(id="panel")


def kept() -> tuple[int, str]:
    """Revision and title of what goes out."""
    return Edition.objects.armed(now()).values_list("revision", "title").get()


def title_of(edition: Edition) -> str:
    return edition.text.title


def test_screen_says_what_goes_out_and_what_does_not(desk, armed):
    screen = desk.open(change(armed))
    said = panel(screen).words
    assert f"Revision 1, armed by presser, goes out {SPOKEN}." in said
    assert "Your changes since then do not." in said
    new = panel(screen).one("details").one("ul", class_="wording")
    assert [one.words for one in new.all("h3")] == ["Changed Title block"]
    assert [one.words for one in new.all("ins")] == ["added: home"]


def test_people_are_named_as_they_are_called(desk, armed):
    User.objects.filter(username="presser").update(first_name="Ana", last_name="Reis")
    said = panel(desk.open(change(armed))).words
    assert "Revision 1, armed by Ana Reis, goes out" in said
    assert "Ana Reis armed" in said


def test_screen_of_a_planned_issue_says_for_when(desk):
    weekly = series()
    cadence(weekly)
    draft = issue(weekly)
    TakenSlot.objects.create(series=weekly, day=LATER.date(), issue=draft)
    said = f"Draft Planned for {SPOKEN}; nothing is armed."
    assert said in panel(desk.open(change(draft))).words
    pressed(draft, LATER, now=now() - HOUR)
    assert "Planned for" not in panel(desk.open(change(draft))).words


def test_screen_of_an_unchanged_text_offers_nothing(desk, armed):
    retitle(armed, "The pilots go hom")
    screen = desk.open(change(armed))
    assert "goes out" in panel(screen).words
    assert "since then" not in panel(screen).words
    assert REPLACE not in screen.buttons


def test_brief_that_was_moved_is_shown_as_moved(desk):
    draft = issue()
    place = section(draft, "Tides")
    brief(place, title="Ebb")
    flood = brief(place, title="Flood")
    pressed(draft, LATER, now=now() - HOUR)
    move_part(flood, after=None)
    new = panel(desk.open(change(draft))).one("ul", class_="wording")
    (line,) = [one.words for one in new.all("h3")]
    assert line.startswith("Moved Flood")


def test_panel_follows_a_save_and_carries_what_it_shows(desk, armed):
    small = Small(desk, armed)
    retitle(armed, "The pilots stay")
    side = small.get(f"{small.base}side/")
    form = side.root.one("form")
    field = next(one for one in form.all("input") if one.attributes["name"] == "expecting")
    assert Expecting.from_json(field.attributes["value"]) == seen(armed)
    assert any(one.attributes["name"] == "csrfmiddlewaretoken" for one in form.all("input"))


def test_one_button_replaces_it_at_the_same_moment(desk, armed):
    screen = desk.open(change(armed)).click(REPLACE)
    assert screen.address == change(armed)
    assert screen.messages[0].startswith(f"Revision 2 is armed for {SPOKEN}. It ends on 7 March")
    edition = Edition.objects.armed(now()).get()
    assert (edition.live_from, edition.expires_at) == (LATER, LATER + DAY)
    assert (title_of(edition), edition.pressed_by) == ("The pilots go home", "editor")
    assert Edition.objects.get(revision=1).end_cause == "disarm"
    assert REPLACE not in screen.buttons
    assert "Revision 2, armed by editor" in panel(screen).words


def test_correction_that_is_armed_keeps_kind_and_note(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    corrected(draft, LATER, now=now(), kind="clarification")
    retitle(draft, "Otherwise")
    desk.open(change(draft)).click(REPLACE)
    edition = Edition.objects.armed(now()).get()
    assert (edition.revision, edition.kind, edition.note) == (3, "clarification", NOTE)
    assert Edition.objects.live(now()).get().live_until == LATER


def test_end_that_was_set_after_the_look_holds(desk, armed):
    screen = desk.open(change(armed))
    expiring(Edition.objects.get(), LATER + HOUR, now=now())
    screen.click(REPLACE)
    assert Edition.objects.armed(now()).get().expires_at == LATER + HOUR


@pytest.mark.parametrize("person", [staff.writer, lambda: account("looker", "newsroom.view_issue")])
def test_without_the_right_there_is_no_button_and_no_way(desk, armed, person):
    other = Desk(person())
    screen = other.open(change(armed))
    assert "since then do not" in panel(screen).words
    assert panel(screen).one("details").all("ins")
    assert REPLACE not in screen.buttons
    assert "Stop it" not in screen.links
    before = rows()
    data = {"expecting": seen(armed).to_json()}
    # Without the token: that of a form of the page.
    other.client.handler.enforce_csrf_checks = False
    assert other.client.post(verb("replace", armed), data).status_code == 403
    assert changed(before) == []


def test_somebody_who_may_press_but_not_see_issues_does_not_replace(desk, armed):
    other = Desk(account("presses", "digest.arm"))
    other.client.handler.enforce_csrf_checks = False
    assert other.client.post(verb("replace", armed)).status_code == 403
    assert kept()[0] == 1


def test_address_is_not_for_looking(desk, armed):
    before = rows()
    assert desk.client.get(verb("replace", armed)).status_code == 405
    assert changed(before) == []


def test_errors_take_the_button_and_the_armed_text_goes_out(desk):
    draft = issue()
    pressed(draft, now() + timedelta(minutes=41, seconds=30), now=now() - HOUR)
    retitle(draft, "Once more")
    stale = desk.open(change(draft))
    section(draft, "Tides")
    screen = desk.open(change(draft))
    sentence = "1 error stands in the way. Revision 1 goes out as it was armed, in 41 minutes."
    assert sentence in panel(screen).words
    assert REPLACE not in screen.buttons
    before = rows()
    # Somebody who still has the screen of before, and says they have seen what is now.
    again = stale.click(REPLACE, expecting=seen(draft).to_json())
    assert again.address == change(draft)
    assert again.messages[0].startswith("The issue is not ready: ")
    assert again.messages[1] == sentence
    assert changed(before) == []


def test_warnings_lead_to_the_press_page_where_the_reason_is_given(desk, armed):
    other = issue()
    pressed(other, now=now() - 3 * HOUR, expires_at=now() - HOUR)
    own_card(armed, other)
    before = rows()
    asked = desk.open(change(armed)).click(REPLACE)
    assert changed(before) == []
    assert asked.beside("override") == "Mend what is found, or say why it does not matter."
    assert asked.messages[0].startswith("Revision 1 goes out as it was armed, in ")
    assert (asked.value("at"), asked.value("expires_at")) == (
        "2431-03-06T10:00",
        "2431-03-07T10:00",
    )
    looked = asked.click(LOOK, override="It is back on Friday.")
    assert looked.address == press(armed)
    looked.click("Arm it")
    assert kept()[0] == 2


def test_text_changed_meanwhile_is_named_and_nothing_is_replaced(desk, armed):
    screen = desk.open(change(armed))
    retitle(armed, "The pilots stay")
    before = rows()
    again = screen.click(REPLACE)
    assert changed(before) == []
    assert "The text has changed since you looked at it." in " ".join(again.messages)
    assert "Changed: Title block" in again.messages
    assert any("Revision 1 goes out as it was armed" in one for one in again.messages)
    assert again.value("at") == "2431-03-06T10:00"
    assert "as an update" not in " ".join(again.messages)
    again.click(LOOK).click("Arm it")
    assert kept()[1].endswith("The pilots stay")


def test_armed_anew_meanwhile_is_named(desk, armed):
    screen = desk.open(change(armed))
    rearmed(Edition.objects.get(), LATER + HOUR, now=now())
    again = screen.click(REPLACE)
    assert "You were shown revision 1 as armed; now it is revision 2." in again.messages[1]
    assert kept()[0] == 2


def gone_out(desk, draft, *, was_live: int | None = None, armed: int = 1):
    """A press of the button at 9:59:59, for which the lock was held at 10:00:01."""
    shown = seen(draft)
    stale = Expecting(was_live, armed, shown.fingerprint, shown.outline)
    desk.client.handler.enforce_csrf_checks = False
    before = rows()
    again = desk.send(verb("replace", draft), {"expecting": stale.to_json()})
    assert changed(before) == []
    desk.client.handler.enforce_csrf_checks = True
    return again


def test_armed_text_has_gone_out_meanwhile_and_mine_is_offered_as_an_update(desk):
    draft = issue(title="The pilots go hom")
    pressed(draft, now() - TICK, now=now() - HOUR)
    retitle(draft, "The pilots go home")
    again = gone_out(desk, draft)
    assert "You were shown revision 1 as armed; now it is nothing." in again.messages[0]
    assert "You can publish yours now as an update." in " ".join(again.messages)
    assert (again.value("kind"), again.value("at")) == ("update", "")
    assert "home" in again.root.one("ins").words
    again.click(LOOK, note="The title was cut off.").click(PRESS)
    edition = Edition.objects.live(now()).get()
    assert (edition.revision, edition.kind) == (2, "update")
    assert title_of(edition) == "The pilots go home"


def test_armed_correction_has_gone_out_and_its_note_is_not_said_twice(desk):
    draft = issue()
    pressed(draft, now=now() - 2 * HOUR)
    corrected(draft, now() - TICK, now=now() - HOUR)
    retitle(draft, "Otherwise")
    again = gone_out(desk, draft, was_live=1, armed=2)
    assert "You can publish yours now as an update." in " ".join(again.messages)
    assert (again.value("kind"), again.value("note")) == ("update", "")


@pytest.mark.parametrize(("typed", "kept_note"), [(NOTE, ""), ("My own words.", "My own words.")])
def test_press_page_offers_an_update_where_an_armed_correction_has_gone_out(desk, typed, kept_note):
    draft = issue()
    pressed(draft, now=now() - 2 * HOUR)
    corrected(draft, now() - TICK, now=now() - HOUR)
    retitle(draft, "Otherwise")
    shown = seen(draft)
    stale = Expecting(1, 2, shown.fingerprint, shown.outline).to_json()
    values = {"kind": "correction", "note": typed, "at": "2431-03-06T10:00"}
    again = desk.open(press(draft)).click(LOOK, values, expecting=stale)
    assert "You can publish yours now as an update." in " ".join(again.messages)
    assert [again.value(name, LOOK) for name in ("kind", "note", "at")] == ["update", kept_note, ""]


def test_nothing_armed_is_nothing_to_replace(desk):
    draft = issue()
    desk.client.handler.enforce_csrf_checks = False
    again = desk.send(verb("replace", draft), {"expecting": seen(draft).to_json()})
    assert again.messages == ["Nothing is armed, so there is nothing to replace."]
    assert not Edition.objects.exists()


def test_document_is_read_only_of_what_is_armed(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)

    def read() -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            desk.open(change(draft))
        return [one["sql"] for one in captured if '"digest_edition"."document"' in one["sql"]]

    assert read() == []
    corrected(draft, now() + HOUR, now=now())
    assert read() == []
    retitle(draft, "The pilots wake")
    assert len(read()) == 1


@each(
    ("span", "words"),
    [
        (timedelta(0), "less than a minute"),
        (timedelta(seconds=59), "less than a minute"),
        (timedelta(seconds=61), "1 minute"),
        (timedelta(minutes=41, seconds=59), "41 minutes"),
        (timedelta(hours=1), "1 hour"),
        (timedelta(hours=5, minutes=59), "5 hours"),
        (timedelta(hours=47), "47 hours"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=3, hours=23), "3 days"),
        (-DAY, "less than a minute"),
    ],
)
def test_time_left_is_said_in_words(span, words):
    assert clocks.left(LATER + span, LATER) == words


def test_screen_of_a_live_issue_says_that_readers_do_not_have_the_changes(desk):
    said = "The draft has been changed since then. Readers do not have the changes"
    draft = issue()
    pressed(draft, now=now() - HOUR)
    assert said not in desk.open(change(draft)).words
    retitle(draft, "The pilots stay")
    assert said in desk.open(change(draft)).words
    corrected(draft, now() + DAY, now=now())
    assert said not in desk.open(change(draft)).words

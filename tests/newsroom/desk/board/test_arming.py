"""The rules of a zone change: the board says so, and one button arms the text for its slot."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from digest.lib import dates
from digest.models import Edition
from newsroom import plan
from newsroom.calendar import taken
from newsroom.calendar.cadence import Slot, slot_on
from newsroom.desk.board import zonerules
from newsroom.desk.lib import clocks
from newsroom.models import Issue, JournalEntry, SeriesRules
from newsroom.plan.starting import start_in_slot
from tests.factories import (
    DAY,
    HOUR,
    TICK,
    account,
    cadence,
    issue,
    own_card,
    pressed,
    publication,
    rules,
    series,
)
from tests.html_validation import validate
from tests.newsroom.desk.board.test_board import places, slots
from tests.newsroom.desk.deskscreens import Desk, Screen
from tests.newsroom.desk.places import changed, now, rows, verb
from tests.newsroom.press.verbs import disarmed, rearmed, retitle

LOOKING, PLANNING, ARMING = "newsroom.view_issue", "newsroom.plan_issue", "digest.arm"
BUTTON = "Arm it for the slot: The pilots go home"
ELSEWHERE = "which is not the moment of the slot"
BOARD = reverse("admin:index")


@pytest.fixture
def weekly(db):
    """A series of New York that comes out every day, so that there are slots ahead."""
    publication()
    one = series(zone="America/New_York")
    cadence(one, "1234567")
    return one


@pytest.fixture
def zone(monkeypatch):
    """Changes the rules of New York: from then on its clocks are an hour ahead."""

    def change() -> None:
        def rules_of(name: str) -> ZoneInfo:
            return ZoneInfo("America/Halifax" if name == "America/New_York" else name)

        monkeypatch.setattr(dates, "ZoneInfo", rules_of)

    return change


def planner(*rights: str) -> Desk:
    return Desk(account("", LOOKING, PLANNING, *rights))


def armed(one, *, apart: timedelta = timedelta(), **asked) -> Issue:
    """An issue, armed for its slot or so long after it."""
    slot = slots(one)[0]
    draft = issue(one, title="The pilots go home", **asked.pop("fields", {}))
    plan.take(draft, slot, by=account())
    pressed(draft, slot.at + apart, now=now(), **asked)
    return draft


def slot_of(draft: Issue) -> Slot:
    slot = taken.slot_of(draft)
    assert slot is not None
    return slot


def goes_out(draft: Issue) -> Edition:
    return Edition.objects.filter(folio__issue=draft).armed(now()).get()


def refused(board: Screen, *sentences: str) -> Screen:
    """The button is pressed, and nothing is another than before."""
    before = rows()
    answer = board.click(BUTTON)
    assert changed(before) == []
    assert answer.messages == list(sentences)
    return answer


def test_one_click_arms_the_same_text_for_the_slot(weekly, zone):
    draft = armed(weekly, expires_at=now() + 90 * DAY)
    first = goes_out(draft)
    retitle(draft, "The pilots stay")
    desk = planner(ARMING)
    assert ELSEWHERE not in desk.open(BOARD).words
    zone()
    slot = slot_of(draft)
    assert slot.at == first.live_from - HOUR
    board = desk.open(BOARD)
    assert ELSEWHERE in board.words
    answer = board.click("Arm it for the slot: The pilots stay")
    second = goes_out(draft)
    assert (second.live_from, second.document) == (slot.at, first.document)
    assert (second.kind, second.note, second.expires_at) == ("", "", first.expires_at)
    assert answer.address == f"{BOARD}#slot-{weekly.pk}-{slot.day}"
    assert answer.messages == [f"“The pilots stay” goes live {clocks.spoken(slot.at, slot.zone)}."]
    assert "10:00 " in answer.messages[0]
    assert ELSEWHERE not in answer.words
    line = JournalEntry.objects.latest("pk")
    assert (line.verb, line.by) == ("edition.rearmed", desk.user.username)
    assert line.detail["from"] == first.live_from.isoformat()
    assert line.detail["live_from"] == slot.at.isoformat()


def test_reason_is_said_where_it_is_the_zone(weekly, zone):
    armed(weekly)
    zone()
    assert (
        "The rules of America/New_York have changed since it was armed: "
        "10:00 there is another moment now." in planner().open(BOARD).words
    )


@pytest.mark.parametrize("cause", ["on purpose", "another time", "another zone"])
def test_zone_is_not_blamed_for_what_people_did(weekly, cause):
    armed(weekly, apart=HOUR if cause == "on purpose" else timedelta())
    if cause == "another time":
        weekly.cadences.update(time="09:00")
    if cause == "another zone":
        weekly.cadences.update(zone="America/Halifax")
    words = planner().open(BOARD).words
    assert ELSEWHERE in words
    assert "have changed since it was armed" not in words


def test_zone_is_not_blamed_for_what_was_armed_beside_the_slot(weekly, zone):
    armed(weekly, apart=2 * HOUR)
    zone()
    words = planner().open(BOARD).words
    assert ELSEWHERE in words
    assert "have changed since it was armed" not in words


def test_zone_is_not_blamed_where_its_clock_shows_the_time_twice(weekly):
    weekly.cadences.update(time="01:30")
    draft = issue(weekly)
    plan.take(draft, slot_on(list(weekly.cadences.all()), date(2431, 11, 2)), by=account())
    slot = slot_of(draft)
    second = pressed(draft, slot.at + HOUR, now=now())
    shown = [dates.local(at, slot.zone) for at in (slot.at, second.live_from)]
    assert [f"{one:%H:%M}" for one in shown] == ["01:30", "01:30"]
    assert zonerules.changed([(draft, slot, second)]) == {}


def test_button_is_there_for_who_may_plan_and_arm(weekly):
    draft = armed(weekly, apart=HOUR)
    address = verb("arm-for-slot", draft)
    for rights, offered in [((), False), ((ARMING,), True)]:
        board = planner(*rights).open(BOARD)
        assert (BUTTON in board.buttons, ELSEWHERE in board.words) == (offered, True)
    assert BUTTON not in Desk(account("", LOOKING, ARMING)).open(BOARD).buttons
    before = rows()
    for rights in [(LOOKING, PLANNING), (LOOKING, ARMING), (PLANNING, ARMING)]:
        client = Desk(account("", *rights)).client
        client.handler.enforce_csrf_checks = False
        before = rows()
        assert client.post(address).status_code == 403
        assert changed(before) == []


def test_looking_at_the_address_changes_nothing(weekly):
    draft = armed(weekly, apart=HOUR)
    client = planner(ARMING).client
    before = rows()
    assert client.get(verb("arm-for-slot", draft)).status_code == 405
    assert changed(before) == []


def test_button_is_refused_without_what_the_board_has_shown(weekly):
    draft = armed(weekly, apart=HOUR)
    client = planner(ARMING).client
    client.handler.enforce_csrf_checks = False
    slot = slot_of(draft)
    for data in [{}, {"at": "x", "expecting": "[]"}, {"at": slot.at.isoformat()}]:
        before = rows()
        answer = client.post(verb("arm-for-slot", draft), data)
        assert answer.status_code == 302
        assert changed(before) == []


def test_other_text_armed_since_the_board_was_drawn_is_refused(weekly):
    draft = armed(weekly, apart=HOUR)
    board = planner(ARMING).open(BOARD)
    rearmed(goes_out(draft), slot_of(draft).at + 2 * HOUR, now=now())
    refused(
        board,
        "You were shown revision 1 as armed; now it is revision 2. Look again before you press.",
    )


def test_other_moment_of_the_slot_since_is_refused(weekly):
    armed(weekly, apart=HOUR)
    board = planner(ARMING).open(BOARD)
    weekly.cadences.update(time="08:00")
    refused(board, "“The pilots go home” has another slot than you were shown. Look again.")


def test_day_that_is_no_press_day_since_is_refused(weekly):
    armed(weekly, apart=HOUR)
    board = planner(ARMING).open(BOARD)
    weekly.cadences.update(weekdays="")
    refused(board, "That is no press day of the series. Choose one of its slots.")


def test_second_click_says_that_it_is_done(weekly):
    armed(weekly, apart=HOUR)
    board = planner(ARMING).open(BOARD)
    board.click(BUTTON)
    refused(board, "“The pilots go home” is armed for the moment of its slot already.")


def test_stopped_since_is_refused(weekly):
    draft = armed(weekly, apart=HOUR)
    board = planner(ARMING).open(BOARD)
    disarmed(goes_out(draft), now=now())
    refused(board, "Nothing of “The pilots go home” is armed any more. Look again.")


def test_published_since_is_refused(weekly):
    draft = armed(weekly, apart=HOUR)
    board = planner(ARMING).open(BOARD)
    rearmed(goes_out(draft), now=now())
    refused(board, "“The pilots go home” has gone out: its day is fixed.")


def test_error_in_the_armed_text_stops_it_and_the_armed_text_stays(weekly):
    rules(weekly, dek_required=False)
    armed(weekly, apart=HOUR, fields={"dek": ""})
    SeriesRules.objects.update(dek_required=True)
    board = planner(ARMING).open(BOARD)
    before = rows()
    answer = board.click(BUTTON)
    assert changed(before) == []
    assert answer.address.startswith(f"{BOARD}#slot-")
    assert answer.messages[0].startswith("The issue is not ready: ")
    assert answer.messages[1].startswith("Revision 1 goes out as it was armed, in ")


def test_warning_in_the_armed_text_asks_the_reason_for_the_moment_of_the_slot(weekly):
    waiting = issue()
    disarmed(pressed(waiting, now() + DAY, now=now()), now=now())
    waiting.refresh_from_db()
    draft = issue(weekly, title="The pilots go home")
    own_card(draft, waiting)
    slot = slots(weekly)[0]
    plan.take(draft, slot, by=account())
    pressed(draft, slot.at + HOUR, now=now(), override="It follows on Friday.")
    board = planner(ARMING).open(BOARD)
    before = rows()
    asked = board.click(BUTTON)
    assert changed(before) == []
    assert asked.messages[-1] == "Say below why that does not matter, to arm it for its slot."
    assert asked.value("at", "Show what will happen") == (
        f"{dates.local(slot.at, weekly.zone):%Y-%m-%dT%H:%M}"
    )
    looked = asked.click("Show what will happen", override="It follows on Friday.")
    looked.click("Arm it")
    assert goes_out(draft).live_from == slot.at


def test_end_before_the_slot_is_refused(weekly):
    slot = slots(weekly)[0]
    draft = armed(weekly, apart=-2 * HOUR, expires_at=slot.at - HOUR)
    refused(
        planner(ARMING).open(BOARD),
        "It would end before it has begun. Choose a later end, or none.",
    )
    assert goes_out(draft).revision == 1


def test_moment_that_the_way_to_the_press_page_names_wrongly_is_none(weekly):
    draft = armed(weekly, apart=HOUR)
    page = f"{verb('rearm', draft, 1)}?at=soon"
    moment = dates.local(goes_out(draft).live_from, weekly.zone)
    assert planner(ARMING).open(page).value("at", "Show what will happen") == (
        f"{moment:%Y-%m-%dT%H:%M}"
    )


def test_day_that_is_no_press_day_any_more_has_no_button(weekly):
    armed(weekly, apart=HOUR)
    weekly.cadences.update(weekdays="", time="08:00")
    board = planner(ARMING).open(BOARD)
    assert (ELSEWHERE in board.words, BUTTON in board.buttons) == (False, False)


def test_slot_that_has_passed_offers_nothing_to_arm_for(weekly):
    draft = armed(weekly, apart=DAY)
    slot = slot_of(draft)
    for at, offered in [(slot.at - TICK, True), (slot.at, False)]:
        place = places(at)[slot.day]
        assert place.armed_elsewhere == goes_out(draft)
        assert place.may_arm_for_slot is offered


def test_what_has_gone_out_is_not_armed_for_its_slot(weekly):
    draft = issue(weekly, title="The pilots go home")
    plan.take(draft, slots(weekly)[0], by=account())
    pressed(draft, now=now() - HOUR, expires_at=now() - HOUR / 2)
    pressed(draft, now() + HOUR, now=now(), kind="update", note="It is back.")
    words = planner(ARMING).open(BOARD)
    assert (BUTTON in words.buttons, ELSEWHERE in words.words) == (False, False)


def test_reason_costs_one_query_however_many(weekly):
    desk = planner(ARMING)

    def asked() -> int:
        desk.open(BOARD)
        with CaptureQueriesContext(connection) as captured:
            desk.open(BOARD)
        return len(captured)

    start_in_slot(weekly, slots(weekly)[1], by=account())
    armed(weekly, apart=HOUR)
    one = asked()
    for _ in range(3):
        other = series()
        cadence(other, "1234567")
        armed(other, apart=HOUR)
    assert asked() == one


@pytest.mark.validator
def test_board_with_the_button_is_valid(weekly, zone):
    armed(weekly)
    zone()
    board = planner(ARMING).open(BOARD)
    assert BUTTON in board.buttons
    assert validate({"board": board.response.content}) == []

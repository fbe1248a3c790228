"""An issue whose day is no press day any more: no page speaks of a slot that there is not."""

from __future__ import annotations

import pytest

from newsroom import plan
from newsroom.calendar.cadence import slots
from tests.factories import DAY, account, cadence, issue, pressed, series
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, now, press, verb

SAID = "is no press day any more: give it another one."


@pytest.fixture
def draft(db):
    """An armed issue of a Thursday; since then the series comes on Fridays at half past ten."""
    weekly = series()
    cadence(weekly)
    slot = next(slots(list(weekly.cadences.all()), now().date() + DAY, now().date() + 9 * DAY))
    one = issue(weekly)
    plan.take(one, slot, by=account())
    pressed(one, slot.at, now=now())
    weekly.cadences.update(weekdays="5", time="10:30")
    return one


def test_stopping_says_that_the_day_is_none(desk, draft):
    words = desk.open(verb("disarm", draft, 1)).words
    assert SAID in words
    assert "It keeps its slot" not in words


def test_page_and_press_page_say_so_and_propose_no_time(desk, draft):
    desk.open(verb("disarm", draft, 1)).click("Stop it", reason="Another rhythm")
    panel = desk.open(change(draft)).root.one(id="panel").words
    assert SAID in panel
    assert "Planned for" not in panel
    form = desk.open(press(draft))
    assert SAID in form.words
    assert form.value("at") == ""
    looked = form.click("Show what will happen")
    assert "but goes out" not in looked.words


def test_editor_finds_the_way_to_stop_it_on_the_board(db, draft):
    board = Desk(account("", "newsroom.plan_issue", "newsroom.view_issue", "digest.disarm"))
    assert f"Stop it: {draft}" in board.open("/admin/").links

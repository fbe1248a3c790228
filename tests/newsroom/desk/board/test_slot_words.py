"""What a row of the board says, for each thing that can have become of a slot."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.context_processors import PermWrapper
from django.template.loader import render_to_string
from django.urls import reverse

from digest.models import SkippedWeek
from newsroom.desk.board import board
from newsroom.models import Issue, TakenSlot
from tests.digest.pagetext import Element, tree
from tests.factories import DAY, HOUR, T0, TICK, account, cadence, corrected, issue, pressed, series
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import now
from tests.newsroom.press.verbs import disarmed, retitle, withdrawn

pytestmark = pytest.mark.django_db

LOOKING, PLANNING = "newsroom.view_issue", "newsroom.plan_issue"
#: A Thursday, an hour after the slot of the day; the day before and the day after.
NOW = T0 + HOUR
PAST, TODAY, AHEAD = (T0.date() + timedelta(days=n) for n in (-1, 0, 1))
#: Their moments: ten in New York.
PAST_AT, AHEAD_AT = T0 - DAY, T0 + DAY
STRAY = "The rhythm of the series has changed: nothing is due on this day."


@pytest.fixture
def daily():
    """A series that comes every day at ten in New York."""
    one = series()
    cadence(one, "1234567")
    return one


def planned(one, day: date, **fields) -> Issue:
    draft = issue(one, title="Fog", **fields)
    TakenSlot.objects.create(series=one, day=day, issue=draft)
    return draft


def changed(draft: Issue) -> None:
    """Another title, at the moment of the look: later than the press."""
    retitle(draft, "Fog lifts")
    Issue.objects.filter(pk=draft.pk).update(saved_at=NOW + TICK)


def left_out(one, day: date, note: str = "") -> None:
    skipped = SkippedWeek.objects.create(series=one, day=day, note=note)
    TakenSlot.objects.create(series=one, day=day, skip=skipped)


def no_press_days(one) -> None:
    """The rhythm becomes another: none of these days is a press day any more."""
    one.cadences.update(weekdays="")


def row(day: date, *rights: str, at: datetime = NOW) -> Element:
    """The row of a day, as somebody sees it who looks at `at`."""
    viewer = account("", LOOKING, *rights)
    shown = board.of(viewer, at)
    [place] = [one for _, some in shown.weeks for one in some if one.slot.day == day]
    return tree(
        render_to_string("desk/board/slot.html", {"place": place, "perms": PermWrapper(viewer)})
    )


def said(day: date, **asked) -> str:
    """Its words."""
    return row(day, **asked).one(class_="what").words


def deeds(day: date, *rights: str) -> list[str]:
    """What can be done from it."""
    offered = row(day, PLANNING, *rights).one(class_="deeds")
    return [one.words.partition(":")[0] for one in offered.all("a") + offered.all("button")]


# --- Without an issue --------------------------------------------------------------


def test_empty(daily):
    assert said(AHEAD) == "empty 23 hours left"
    assert said(PAST) == "passed: no issue"
    assert (deeds(AHEAD), deeds(PAST)) == (["Leave out", "Start the issue"], [])


def test_left_out(daily):
    left_out(daily, AHEAD, "The desk is at sea.")
    left_out(daily, PAST)
    assert said(AHEAD) == "left out “The desk is at sea.”"
    assert said(PAST) == "left out no note for readers"
    assert (deeds(AHEAD), deeds(PAST)) == (["Note, or open again"], [])


# --- An issue of which nothing has gone out ----------------------------------------


def test_draft_and_ready(daily):
    planned(daily, AHEAD, dek="")
    assert said(AHEAD) == "Fog planned: draft 1 error 23 hours left"
    planned(daily, AHEAD + timedelta(days=1))
    assert said(AHEAD + timedelta(days=1)) == "Fog planned: ready no findings 47 hours left"


def test_late(daily):
    planned(daily, PAST)
    assert said(PAST) == "Fog late: nothing went out no findings"
    assert "Move" in deeds(PAST)


def test_stopped_after_it_was_armed(daily):
    for day, at in [(PAST, PAST_AT), (AHEAD, AHEAD_AT)]:
        disarmed(pressed(planned(daily, day), at, now=PAST_AT - HOUR), now=PAST_AT - HOUR)
    assert said(PAST) == "Fog late: nothing went out no findings was armed, then stopped"
    assert said(AHEAD) == "Fog planned: ready no findings was armed, then stopped 23 hours left"


# --- Armed -------------------------------------------------------------------------


def test_armed_for_its_slot(daily):
    draft = planned(daily, AHEAD)
    pressed(draft, AHEAD_AT, now=NOW)
    assert said(AHEAD) == "Fog armed: goes out 23 hours left"
    changed(draft)
    assert said(AHEAD) == (
        "Fog lifts armed: goes out changed since; what goes out has not no findings 23 hours left"
    )


@pytest.mark.parametrize(
    ("day", "at", "words"),
    [
        (AHEAD, AHEAD_AT + HOUR, "7 Mar 2431, 11:00 EST ( 7 Mar 2431, 16:00 UTC)"),
        (PAST, AHEAD_AT, "7 Mar 2431, 10:00 EST ( 7 Mar 2431, 15:00 UTC)"),
    ],
)
def test_armed_for_another_moment(daily, day, at, words):
    pressed(planned(daily, day), at, now=NOW)
    left = 24 if day == AHEAD else 23
    assert said(day) == (
        f"Fog armed: goes out armed for {words}, which is not the moment of the slot "
        f"{left} hours left"
    )


# --- Gone out ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (PAST_AT, ""),
        (PAST_AT + 2 * HOUR, " went out 5 Mar 2431, 12:00 EST"),
        (PAST_AT - DAY, " went out 4 Mar 2431, 10:00 EST"),
    ],
)
def test_live_says_when_it_went_out_beside_its_slot(daily, at, words):
    pressed(planned(daily, PAST), now=at)
    assert said(PAST) == f"Fog live{words}"
    assert deeds(PAST) == []


def test_live_before_its_slot(daily):
    pressed(planned(daily, AHEAD), now=T0)
    assert said(AHEAD) == "Fog live went out 6 Mar 2431, 10:00 EST"


def test_changed_since_it_is_live(daily):
    draft = planned(daily, TODAY)
    pressed(draft, now=T0)
    changed(draft)
    assert said(TODAY) == "Fog lifts live changed since; what is live has not no findings"


def test_live_with_a_correction_to_come(daily):
    draft = planned(daily, TODAY)
    pressed(draft, now=T0)
    corrected(draft, AHEAD_AT, now=NOW)
    assert said(TODAY) == "Fog live revision 2 goes out 7 Mar 2431, 10:00 EST"


def test_withdrawn(daily):
    draft = planned(daily, TODAY)
    withdrawn(pressed(draft, now=T0), now=T0 + HOUR / 2)
    assert said(TODAY) == "Fog withdrawn"
    changed(draft)
    assert said(TODAY) == "Fog lifts withdrawn changed since it was public no findings"


def test_expired(daily):
    pressed(planned(daily, TODAY), now=T0, expires_at=T0 + HOUR / 2)
    assert said(TODAY) == "Fog expired"


def test_what_comes_back_is_not_moved(daily):
    draft = planned(daily, TODAY)
    pressed(draft, now=T0, expires_at=T0 + HOUR / 2)
    corrected(draft, AHEAD_AT, now=NOW)
    assert said(TODAY) == (
        "Fog armed: goes out again revision 2 goes out 7 Mar 2431, 10:00 EST 23 hours left"
    )
    assert deeds(TODAY, "digest.arm") == []


# --- Not a press day any more ------------------------------------------------------


@pytest.mark.parametrize("day", [PAST, AHEAD])
def test_stray_day_of_an_issue(daily, day):
    planned(daily, day)
    no_press_days(daily)
    state = "planned: ready" if day == AHEAD else "late: nothing went out"
    assert said(day) == (
        f"Fog {state} no findings {STRAY} Give the issue another day, or put it into the tray."
    )
    # The time of the rhythm of today was never that of this day.
    assert row(day).one(class_="when").words.startswith(f"{day:%a} {day.day} Mar 2431 Harbour")
    assert "not a press day any more" in row(day).one(class_="when").words
    assert "Move" in deeds(day)


def test_stray_day_of_an_armed_issue(daily):
    pressed(planned(daily, AHEAD), AHEAD_AT, now=NOW)
    daily.cadences.update(weekdays="", time="08:00")
    assert said(AHEAD) == (
        f"Fog armed: goes out {STRAY} It goes out all the same: "
        "Fri 7 Mar 2431, 10:00 EST (7 Mar 2431, 15:00 UTC). Move it or stop it. 23 hours left"
    )


def test_end_that_is_set_is_said(daily):
    pressed(planned(daily, AHEAD), AHEAD_AT, now=NOW, expires_at=AHEAD_AT + DAY)
    assert "ends 8 Mar 2431, 10:00 EST" in said(AHEAD)


def test_stray_day_of_what_has_gone_out(daily):
    pressed(planned(daily, PAST), now=PAST_AT)
    no_press_days(daily)
    assert said(PAST) == "Fog live went out 5 Mar 2431, 10:00 EST"


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("", f"left out no note for readers {STRAY}"),
        ("At sea.", f"left out “At sea.” {STRAY} Readers are told the note all the same."),
    ],
)
def test_stray_day_that_is_left_out(daily, note, words):
    left_out(daily, AHEAD, note)
    left_out(daily, PAST, note)
    no_press_days(daily)
    assert said(AHEAD) == words
    assert STRAY not in said(PAST)
    assert (deeds(AHEAD), deeds(PAST)) == (["Note, or take it off the board"], [])


def test_stray_day_that_is_left_out_is_taken_off_the_board(daily):
    day = now().date() + timedelta(days=2)
    left_out(daily, day, "At sea.")
    no_press_days(daily)
    desk = Desk(account("", LOOKING, PLANNING))
    page = desk.open(reverse("admin:desk-skip", args=[daily.pk, day]))
    assert STRAY in page.words
    answer = page.click("Take it off the board")
    assert "it is no press day" in answer.messages[0]
    assert not SkippedWeek.objects.exists()
    assert desk.open(reverse("admin:desk-skip", args=[daily.pk, day])).status == 404


def test_issue_of_a_series_without_a_rhythm_by_now_is_in_the_tray(daily):
    draft, out = planned(daily, AHEAD), planned(daily, TODAY)
    pressed(out, now=T0)
    daily.cadences.all().delete()
    shown = board.of(account("", LOOKING), NOW)
    assert [one for one, _ in shown.tray] == [draft]
    assert shown.weeks == []


def test_tray_says_that_there_are_no_findings(daily):
    issue(daily, title="Fog")
    board_ = Desk(account("", LOOKING)).open(reverse("admin:index")).root.one(id="board")
    tray = board_.one("section", class_="tray")
    assert tray.one("li").words.endswith("no findings")

"""The press page of an issue that is planned for a press day, or for none; and of an armed one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import islice

import pytest

from digest.models import Edition
from newsroom.calendar.cadence import slots
from newsroom.desk.board import board
from newsroom.desk.lib.clocks import clocks
from newsroom.models import TakenSlot
from newsroom.plan import skip
from tests.factories import DAY, HOUR, account, cadence, corrected, issue, pressed, rules, series
from tests.newsroom.desk.places import now, press
from tests.newsroom.press.verbs import retitle

LOOK, SCHEDULE = "Show what will happen", "Arm it"
END = date(2431, 1, 1)
SLOT = datetime(2431, 3, 6, 15, tzinfo=UTC)
SPOKEN = "6 March 2431, 10:00 EST, that is 6 March 2431, 15:00 UTC"


def planned(day: date = date(2431, 3, 6), *, time: str = "10:00", **fields):
    """An issue planned for a day of a weekly series."""
    weekly = series()
    cadence(weekly, time=time, **fields)
    rules(weekly, numbering="by year")
    draft = issue(weekly)
    TakenSlot.objects.create(series=weekly, day=day, issue=draft)
    return draft


def state(screen) -> list[str]:
    """The sentences at the top."""
    return [line.words for line in screen.root.one(class_="how-it-is").all("li")]


def test_slot_is_proposed_and_said(desk):
    form = desk.open(press(planned()))
    assert state(form) == [
        "A draft: nothing of it has been public yet.",
        f"Planned for {SPOKEN}.",
    ]
    assert form.value("at") == "2431-03-06T10:00"
    # Nine Thursdays of that year come before it, and nobody has left them out.
    assert (form.value("volume"), form.value("number")) == ("2431", "10")
    looked = form.click(LOOK)
    assert "It is planned for" not in looked.words
    looked.click(SCHEDULE)
    assert Edition.objects.get().live_from == SLOT


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("2431-03-06T12:00", "on 6 March 2431, 12:00 EST, that is 6 March 2431, 17:00 UTC"),
        ("", "at once"),
    ],
)
def test_time_that_is_not_that_of_the_slot_is_said_before_the_button(desk, typed, when):
    looked = desk.open(press(planned())).click(LOOK, at=typed)
    assert f"It is planned for {SPOKEN}, but goes out {when}." in looked.words


def test_time_of_the_slot_that_the_clock_skips_is_said(desk):
    sunday = planned(date(2431, 3, 9), weekdays="7", time="02:30")
    said = state(desk.open(press(sunday)))
    assert said[1:] == [
        "Planned for 9 March 2431, 03:00 EDT, that is 9 March 2431, 07:00 UTC.",
        "The clock in America/New_York skips 02:30 that night; what comes first is meant: "
        "9 March 2431, 03:00 EDT.",
    ]


def test_slot_that_has_passed_is_said_and_not_proposed(desk):
    form = desk.open(press(planned(date(2021, 3, 4))))
    assert "Planned for 4 March 2021, 10:00 EST" in form.words
    assert form.value("at") == ""


def test_number_is_the_one_that_the_board_shows_whatever_is_armed_first(desk):
    weekly = series()
    cadence(weekly)
    first, second, third = islice(slots(list(weekly.cadences.all()), now().date() + DAY, END), 3)
    skip(weekly, first.day, by=account())
    drafts = [issue(weekly) for _ in range(2)]
    for draft, slot in zip(drafts, (second, third), strict=True):
        TakenSlot.objects.create(series=weekly, day=slot.day, issue=draft)
    late = desk.open(press(drafts[1]))
    assert late.value("number") == "2"
    late.click(LOOK).click(SCHEDULE)
    early = desk.open(press(drafts[0]))
    assert early.value("number") == "1"
    early.click(LOOK).click(SCHEDULE)
    drafts[0].refresh_from_db()
    assert drafts[0].folio.number == 1
    shown = {place.slot.day: place.number for _week, some in on_board() for place in some}
    assert [shown[one.day] for one in (first, second, third)] == [None, 1, 2]


def on_board():
    return board.of(account("", is_superuser=True), now()).weeks


def test_issue_beside_the_rhythm_is_a_special(desk):
    weekly = series()
    cadence(weekly)
    form = desk.open(press(issue(weekly)))
    assert form.value("number") == ""
    assert "Planned for" not in form.words


def test_correction_is_proposed_at_once_though_the_slot_is_ahead(desk):
    draft = planned()
    pressed(draft, now=now() - HOUR)
    form = desk.open(press(draft))
    assert form.value("at") == ""
    assert "Planned for" not in form.words
    looked = form.click(LOOK, kind="minor")
    assert "It is planned for" not in looked.words


def test_slot_is_said_of_what_is_armed_for_another_time(desk):
    draft = planned()
    pressed(draft, SLOT, now=now() - HOUR)
    assert "Planned for" not in desk.open(press(draft)).words
    pressed(draft, SLOT + HOUR, now=now())
    form = desk.open(press(draft))
    assert f"Planned for {SPOKEN}." in form.words
    assert form.value("at") == "2431-03-06T11:00"


def test_kind_note_and_end_of_what_is_armed_are_proposed(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR, expires_at=SLOT + HOUR)
    note = "It was the north pier."
    corrected(draft, SLOT, now=now(), kind="clarification", note=note, expires_at=SLOT + 2 * HOUR)
    retitle(draft, "Otherwise")
    form = desk.open(press(draft))
    names = ("at", "kind", "note", "expires_at")
    assert [form.value(name, LOOK) for name in names] == [
        "2431-03-06T10:00",
        "clarification",
        note,
        "2431-03-06T12:00",
    ]
    corrected(draft, SLOT, now=now())
    assert desk.open(press(draft)).value("expires_at") == ""


def test_end_after_the_beginning_of_the_next_text_is_said_to_do_nothing(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR, expires_at=SLOT + HOUR)
    looked = desk.open(press(draft)).click(LOOK, kind="minor", at="2431-03-06T10:00")
    ends = clocks(SLOT + HOUR, "America/New_York")
    idle = f"The end of revision 1, on {ends}, does nothing unless revision 2 is stopped."
    assert idle in looked.words
    assert "Until then revision 1 stays live." in looked.words

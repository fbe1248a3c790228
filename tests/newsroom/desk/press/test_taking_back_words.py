"""The pages of stopping, ending and withdrawing say exactly what happens."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from digest.models import Edition
from newsroom.desk.lib.clocks import clocks
from newsroom.models import JournalEntry, TakenSlot
from tests.factories import DAY, HOUR, cadence, corrected, issue, pressed, series
from tests.newsroom.desk.places import change, now, rows, verb
from tests.newsroom.press.verbs import rearmed, retitle, withdrawn

LATER = datetime(2431, 3, 6, 15, tzinfo=UTC)
SHOW_END = "Show what will happen"
REQUIRED = "Choose a reason, or give one in your own words."


def spoken(at: datetime) -> str:
    return clocks(at, "America/New_York")


def sentences(screen) -> list[str]:
    """What the page says will happen."""
    return [one.words for one in screen.root.one("ul", class_="consequences").all("li")]


def test_stopping_is_asked_from_the_screen_and_wants_a_reason(desk):
    draft = issue()
    pressed(draft, LATER, now=now() - HOUR)
    form = desk.open(change(draft)).follow("Stop it")
    before = rows()
    assert form.click("Stop it", reason=" ").beside("reason") == REQUIRED
    assert rows() == before
    form.click("Stop it", quick="facts")
    assert JournalEntry.objects.get(verb="edition.disarmed").reason == (
        "A fact has to be checked first"
    )


def test_stopping_what_was_never_live_keeps_draft_and_slot(desk):
    weekly = series()
    cadence(weekly)
    draft = issue(weekly)
    TakenSlot.objects.create(series=weekly, day=date(2431, 3, 6), issue=draft)
    pressed(draft, LATER, now=now() - HOUR)
    form = desk.open(verb("disarm", draft, 1))
    assert sentences(form) == [
        f"Revision 1 does not go out on {spoken(LATER)}.",
        "Nothing of the issue has been public, and nothing becomes so.",
        "The draft stays as it is.",
        "When the issue is pressed again its address and its number can still be changed.",
        f"It keeps its slot: planned for {spoken(LATER)}, but not armed.",
    ]
    form.click("Stop it", quick="time")
    assert TakenSlot.objects.get().issue == draft


@pytest.mark.parametrize(
    ("ends", "sentence"),
    [
        (None, "Revision 1 stays live. It has no end."),
        (
            LATER + DAY,
            f"Revision 1 stays live, and gets back its own end on {spoken(LATER + DAY)}.",
        ),
        (
            LATER - DAY,
            f"Revision 1 stays live until its end on {spoken(LATER - DAY)}, and nothing follows.",
        ),
    ],
)
def test_stopping_a_correction_says_what_the_live_text_gets_back(desk, ends, sentence):
    draft = issue()
    pressed(draft, now=now() - HOUR, expires_at=ends)
    corrected(draft, LATER, now=now())
    form = desk.open(verb("disarm", draft, 2))
    assert sentences(form) == [
        f"Revision 2 does not go out on {spoken(LATER)}.",
        sentence,
        "The draft stays as it is.",
    ]
    form.click("Stop it", quick="time")
    assert Edition.objects.live(now()).get().live_until == ends


def test_stopping_what_would_bring_the_issue_back_leaves_it_away(desk):
    draft = issue()
    pressed(draft, now=now() - 3 * HOUR, expires_at=now() - HOUR)
    corrected(draft, LATER, now=now())
    form = desk.open(verb("disarm", draft, 2))
    assert sentences(form)[1] == "The issue stays off the site: no text of it is live."


def test_stopping_what_is_not_scheduled_says_so(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    assert sentences(desk.open(verb("disarm", draft, 1))) == ["Revision 1 is not armed."]


def test_end_after_the_next_beginning_is_said_to_do_nothing(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    corrected(draft, LATER, now=now())
    form = desk.open(verb("expire", draft, 1))
    assert sentences(form) == [
        f"Revision 2 takes its place on {spoken(LATER)}.",
        "With an end before that the issue is gone in between, and back with revision 2.",
        "An end after that does nothing unless revision 2 is stopped.",
        "Until then nothing changes.",
    ]
    (said,) = form.click(SHOW_END, at="2431-03-07T10:00").click("Set the end").messages
    assert said == (
        f"The end of revision 1 is set to {spoken(LATER + DAY)}. "
        "It does nothing unless revision 2 is stopped."
    )
    assert Edition.objects.live(now()).get().live_until == LATER
    desk.open(verb("disarm", draft, 2)).click("Stop it", quick="time")
    assert Edition.objects.live(now()).get().live_until == LATER + DAY


def test_end_that_is_refused_before_a_minor_change_is_said_to_be(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    corrected(draft, LATER, now=now(), kind="minor")
    form = desk.open(verb("expire", draft, 1))
    refused = "An end before that is refused: revision 2 would bring it back without a note."
    assert refused in sentences(form)
    screen = form.click(SHOW_END, at="2431-03-05T10:00")
    assert "Stop it first." in screen.beside("at")


def test_end_of_what_is_armed_is_that_of_the_issue(desk):
    draft = issue()
    pressed(draft, LATER, now=now() - HOUR)
    form = desk.open(verb("expire", draft, 1))
    assert sentences(form)[0].startswith("At that moment the issue leaves the site")
    (said,) = form.click(SHOW_END, at="2431-03-07T10:00").click("Set the end").messages
    assert said == f"Revision 1 ends on {spoken(LATER + DAY)}."


@pytest.mark.parametrize(("kind", "kept"), [("correction", True), ("minor", False)])
def test_withdrawal_names_what_is_armed(desk, kind, kept):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    corrected(draft, LATER, now=now(), kind=kind)
    said = sentences(desk.open(verb("withdraw", draft)))
    assert "No older text takes its place." in said
    assert f"Revision 2 is armed, and would go out on {spoken(LATER)}: choose below." in said
    refused = "Readers would see no note with revision 2, so that it cannot be kept."
    assert (refused in said) is not kept


def test_withdrawal_without_anything_armed_names_none(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    assert "armed" not in " ".join(sentences(desk.open(verb("withdraw", draft))))


def test_suppressing_names_the_revisions_that_have_the_same_text(desk):
    draft = issue()
    first = pressed(draft, now=now() - 3 * HOUR)
    retitle(draft, "The pilots stay")
    corrected(draft, now=now() - 2 * HOUR)
    page = verb("suppress", draft, 1)
    assert "has the same text" not in desk.open(page).words
    again = {"kind": "update", "note": "As it was."}
    rearmed(first, now=now() - HOUR, **again)
    said = "Revision 3 has the same text, and is not suppressed with it."
    assert sentences(desk.open(page))[-1] == said


def test_withdrawing_says_that_earlier_versions_come_back_with_the_issue(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    words = desk.open(verb("withdraw", draft)).words
    assert "Its earlier versions, this text among them, are public again then" in words


def test_text_whose_end_has_passed_is_published_again_without_it(desk):
    draft = issue()
    pressed(draft, now=now() - 3 * HOUR, expires_at=now() - HOUR)
    assert desk.open(verb("rearm", draft, 1)).value("expires_at") == ""


def test_end_is_said_on_the_screen_and_what_has_ended(desk):
    draft = issue()
    first = pressed(draft, now=now() - HOUR, expires_at=LATER)

    def panel() -> str:
        return desk.open(change(draft)).root.one(id="panel").words

    assert f"It ends {spoken(LATER)}." in panel()
    withdrawn(first, now=now())
    assert f"Withdrawn Revision 1 was live until {spoken(now()).partition(', that')[0]}." in panel()


def test_armed_end_is_said_on_the_screen(desk):
    draft = issue()
    pressed(draft, LATER, now=now(), expires_at=LATER + DAY)
    words = desk.open(change(draft)).root.one(id="panel").words
    assert f"It ends {spoken(LATER + DAY)}." in words

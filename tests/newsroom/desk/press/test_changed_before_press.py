"""Somebody else acts between the look and the press: nothing is pressed, and all is said."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digest.models import Edition
from newsroom import press as door
from newsroom.press.expecting import seen
from newsroom.writing.saving import move_part, remove_part, save_part
from tests.factories import HOUR, brief, corrected, issue, pressed, section
from tests.newsroom.desk.places import changed, now, press, rows
from tests.newsroom.press.verbs import disarmed, presser, retitle

LOOK, PRESS, SCHEDULE = "Show what will happen", "Press it", "Arm it"
LATER = datetime(2431, 3, 6, 15, tzinfo=UTC)
TYPED = {"slug": "the-pilots", "number": "7", "at": "2431-03-06T10:00"}


@pytest.fixture
def looked(desk):
    """A press page on which somebody has looked, with an address and a time typed in."""
    draft = issue(title="The pilots go home")
    for title in ("Ebb", "Flood", "Slack"):
        brief(section(draft, title), title=f"{title} brief")
    screen = desk.open(press(draft)).click(LOOK, TYPED)
    screen.draft = draft
    return screen


def refused(screen, **values):
    """The page after a press that must not go through."""
    before = rows()
    button = SCHEDULE if SCHEDULE in screen.buttons else PRESS
    again = screen.click(button, values)
    assert changed(before) == []
    return again


def test_text_changed_meanwhile_is_named_by_part(looked):
    draft = looked.draft
    retitle(draft, "The pilots stay")
    ebb, flood, slack = draft.sections.all()[1:]
    save_part(ebb.briefs.get(), seen=1, values={"body": "<p>Low.</p>"})
    remove_part(flood.briefs.get(), by=presser())
    brief(slack, title="Spring")
    move_part(slack, after=None)
    again = refused(looked)
    assert again.messages == [
        "The text has changed since you looked at it. Look again before you press.",
        "Removed: Flood brief",
        "Changed: Title block",
        "Moved: Slack",
        "Added: Spring",
        "Changed: Ebb brief",
    ]
    assert {name: again.value(name, LOOK) for name in TYPED} == TYPED
    remove_part(flood, by=presser())
    assert again.desk.open(press(draft)).click(LOOK, TYPED).click(SCHEDULE).sent


def test_scheduled_meanwhile_is_named(looked):
    pressed(looked.draft, LATER, now=now())
    again = refused(looked)
    assert again.messages == [
        "You were shown nothing as armed; now it is revision 1. Look again before you press."
    ]
    assert {name: again.value(name) for name in TYPED} == TYPED


def test_stopped_meanwhile_is_named(desk):
    draft = issue()
    edition = pressed(draft, LATER, now=now() - HOUR)
    looked = desk.open(press(draft)).click(LOOK, at="2431-03-06T12:00")
    disarmed(edition, now=now())
    again = refused(looked)
    assert "You were shown revision 1 as armed; now it is nothing." in again.messages[0]
    assert again.value("at") == "2431-03-06T12:00"


def test_pressed_meanwhile_is_named_and_an_update_offered(looked, client):
    pressed(looked.draft, now=now())
    again = refused(looked)
    assert "You were shown nothing as live; now it is revision 1." in again.messages[0]
    assert again.value("kind") == "update"
    again.click(LOOK, note="More is known.").click(PRESS)
    edition = Edition.objects.live(now()).get()
    assert (edition.revision, edition.kind, edition.note) == (2, "update", "More is known.")


def test_replaced_text_has_gone_out_meanwhile_and_mine_is_offered_as_an_update(desk):
    """The last second: the page was shown at 9:59:59, the lock was held at 10:00:01."""
    draft = issue(title="The pilots go hom")
    shown_at = now() - HOUR
    pressed(draft, now() - HOUR / 2, now=shown_at - HOUR)
    retitle(draft, "The pilots go home")
    expecting = seen(draft, at=shown_at)
    assert (expecting.live, expecting.armed) == (None, 1)
    form = desk.open(press(draft))
    # The form that was shown at 9:59:59 had neither of them.
    data = {name: row[0] for name, row in form.fields().items() if name not in {"kind", "note"}}
    sent = {**data, "step": "press", "expecting": expecting.to_json(), "at": "2431-03-06T10:00"}
    again = desk.send(press(draft), sent)
    assert "You were shown revision 1 as armed; now it is nothing." in again.messages[0]
    assert "You can publish yours now as an update." in " ".join(again.messages)
    assert (again.value("kind"), again.value("at")) == ("update", "")
    assert Edition.objects.live(now()).get().title.endswith("The pilots go hom")
    again.click(LOOK, note="The title was cut off.").click(PRESS)
    edition = Edition.objects.live(now()).get()
    assert (edition.revision, edition.kind) == (2, "update")
    assert edition.title.endswith("The pilots go home")


def test_corrected_meanwhile_is_named_and_what_was_typed_stays(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    values = {"kind": "clarification", "note": "It was the north pier."}
    looked = desk.open(press(draft)).click(LOOK, values)
    corrected(draft, now=now())
    again = refused(looked)
    assert "You were shown revision 1 as live; now it is revision 2." in again.messages[0]
    assert {name: again.value(name) for name in values} == values


def test_withdrawn_meanwhile_is_named(desk):
    draft = issue()
    edition = pressed(draft, now=now() - HOUR)
    looked = desk.open(press(draft)).click(LOOK, kind="minor")
    expecting = seen(draft)
    door.withdraw(edition.folio, by=presser(), expecting=expecting, reason="Wrong.")
    assert "You were shown revision 1 as live; now it is nothing." in refused(looked).messages[0]


@pytest.mark.parametrize(
    "told", ["", "[]", "null", "[null, null]", '{"live": 1}', "[1,2,3,4]", "x"]
)
def test_what_was_never_shown_is_not_pressed(desk, told):
    draft = issue()
    looked = desk.open(press(draft)).click(LOOK)
    again = looked.click(PRESS, expecting=told)
    assert again.status == 200
    assert not Edition.objects.exists()


@pytest.mark.parametrize("name", ["data", "self", "zone", "initial"])
def test_field_that_nobody_asked_for_breaks_no_refusal(desk, name):
    draft = issue()
    looked = desk.open(press(draft)).click(LOOK)
    retitle(draft, "Mist")
    data = {**{n: v[0] for n, v in looked.fields(PRESS).items()}, "step": "press", name: "x"}
    again = desk.send(press(draft), data)
    assert "The text has changed since you looked at it." in again.messages[0]

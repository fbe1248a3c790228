"""What is wrong on the press page is said in one answer, each beside its field."""

from __future__ import annotations

from digest.models import Edition
from tests.factories import HOUR, issue, own_card, pressed, series
from tests.newsroom.desk.places import now, press
from tests.newsroom.press.verbs import retitle

LOOK = "Show what will happen"


def test_all_that_is_wrong_is_said_in_one_answer_beside_its_field(desk):
    weekly = series(zone="UTC")
    other = issue(weekly, title="Taken")
    pressed(other, now=now() - HOUR)
    draft = issue(weekly, dek="")
    wrong = {
        "at": "2020-01-01T10:00",
        "expires_at": "next week",
        "slug": other.folio.slug,
        "number": str(other.folio.number),
        "volume": str(other.folio.volume),
    }
    screen = desk.open(press(draft)).click(LOOK, wrong)
    assert {name: screen.beside(name) for name in ("at", "expires_at", "slug", "number")} == {
        "at": "That time has passed. Choose a later one, or press now.",
        "expires_at": "Write the time like 2031-03-06 10:00.",
        "slug": f"The address “{other.folio.slug}” is taken in this series. Choose another one.",
        "number": f"Number {other.folio.number} is taken in this series. Choose another one.",
    }
    assert screen.messages == []
    assert Edition.objects.count() == 1


def test_kind_note_end_and_answer_to_warnings_are_asked_for_together(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    gone = issue()
    pressed(gone, now=now() - 5 * HOUR, expires_at=now() - HOUR)
    own_card(draft, gone)
    retitle(draft, "Another")
    screen = desk.open(press(draft)).click(LOOK, kind="", note="", expires_at="2020-01-01T10:00")
    found = {name: screen.beside(name) for name in ("kind", "note", "expires_at", "override")}
    assert found == {
        "kind": "Say what the new text is.",
        "note": "Write the note that readers will see with the new text.",
        "expires_at": "It would end before it has begun. Choose a later end, or none.",
        "override": "Mend what is found, or say why it does not matter.",
    }

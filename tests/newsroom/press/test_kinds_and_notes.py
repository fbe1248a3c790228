"""What an Edition of an issue that was already live is to the text before it."""

import pytest

from newsroom.refusals import Refused
from tests.factories import HOUR, T0, TICK, corrected, issue, pressed
from tests.newsroom.press.verbs import disarmed, fresh, shown

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("kind", "note"), [("update", ""), ("", "A note."), ("minor", "")])
def test_kind_or_note_before_the_issue_was_live_is_refused(kind, note):
    draft = issue()
    with pytest.raises(Refused, match="not been live yet"):
        pressed(draft, kind=kind, note=note)
    armed = pressed(draft, T0 + HOUR)
    with pytest.raises(Refused, match="not been live yet"):
        pressed(draft, T0 + HOUR, now=T0 + HOUR - TICK, kind=kind, note=note)
    assert fresh(armed).disarmed_at is None


def test_kind_and_note_are_blank_as_long_as_everything_was_disarmed():
    draft = issue()
    disarmed(pressed(draft, T0 + HOUR), now=T0)
    second = pressed(draft, now=T0 + 2 * HOUR)
    assert (second.kind, second.note) == ("", "")


@pytest.mark.parametrize("kind", ["", "rewrite"])
def test_kind_that_is_none_is_refused_once_the_issue_was_live(kind):
    draft = issue()
    first = pressed(draft, T0 + HOUR)
    with pytest.raises(Refused, match="say whether this is a correction"):
        corrected(draft, now=T0 + HOUR, kind=kind)
    assert shown(first.folio, T0 + HOUR) == (1, [])


@pytest.mark.parametrize("kind", ["correction", "clarification", "update"])
@pytest.mark.parametrize("note", ["", " \n "])
def test_kind_without_its_note_is_refused(kind, note):
    draft = issue()
    first = pressed(draft)
    with pytest.raises(Refused, match="Write the note"):
        corrected(draft, now=T0 + HOUR, kind=kind, note=note)
    assert shown(first.folio, T0 + HOUR) == (1, [])


@pytest.mark.parametrize("kind", ["correction", "clarification", "update"])
def test_kind_and_note_stand_on_the_edition(kind):
    draft = issue()
    pressed(draft)
    second = corrected(draft, now=T0 + HOUR, kind=kind, note=" The pier was the other one.\n")
    assert (fresh(second).kind, fresh(second).note) == (kind, "The pier was the other one.")


def test_minor_change_needs_no_note():
    draft = issue()
    pressed(draft)
    second = corrected(draft, now=T0 + HOUR, kind="minor", note="")
    assert (fresh(second).kind, fresh(second).note) == ("minor", "")
    assert shown(second.folio, T0 + HOUR) == (2, [1])

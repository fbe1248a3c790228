"""`first_live_from`: by it home, archive and feeds are in order."""

import pytest

from tests.factories import DAY, HOUR, T0, corrected, issue, pressed
from tests.newsroom.press.verbs import disarmed, fresh, rearmed, withdrawn

pytestmark = pytest.mark.django_db


def first_live_from(edition):
    return fresh(edition).folio.first_live_from


def test_first_beginning_is_that_of_the_first_armed_text():
    assert first_live_from(pressed(issue(), T0 + HOUR)) == T0 + HOUR


def test_first_beginning_is_unset_when_the_only_text_is_disarmed():
    first = pressed(issue(), T0 + HOUR)
    disarmed(first, now=T0)
    assert first_live_from(first) is None


@pytest.mark.parametrize("at", [T0 + HOUR / 2, T0 + 2 * DAY, None])
def test_first_beginning_follows_a_slot_that_moves(at):
    first = pressed(issue(), T0 + HOUR)
    rearmed(first, at, now=T0)
    assert first_live_from(first) == (at or T0)


def test_first_beginning_follows_a_new_text_in_another_slot():
    draft = issue()
    first = pressed(draft, T0 + HOUR)
    disarmed(first, now=T0)
    pressed(draft, T0 + DAY)
    assert first_live_from(first) == T0 + DAY


def test_first_beginning_stays_when_the_issue_is_corrected():
    draft = issue()
    first = pressed(draft)
    second = corrected(draft, T0 + 2 * DAY, now=T0 + DAY)
    assert first_live_from(first) == T0
    disarmed(second, now=T0 + DAY)
    assert first_live_from(first) == T0


def test_first_beginning_stays_when_the_issue_is_withdrawn_and_back():
    draft = issue()
    first = pressed(draft)
    withdrawn(first, now=T0 + HOUR)
    assert first_live_from(first) == T0
    corrected(draft, now=T0 + DAY)
    assert first_live_from(first) == T0

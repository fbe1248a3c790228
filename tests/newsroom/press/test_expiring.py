"""Setting, moving and clearing the one scheduled end."""

import pytest

from newsroom.refusals import Refused
from tests.factories import HOUR, T0, corrected, issue, pressed
from tests.newsroom.press.verbs import around, disarmed, expiring, fresh, withdrawn

pytestmark = pytest.mark.django_db


def test_live_text_ends_at_its_expiry_and_its_versions_with_it():
    draft = issue()
    first = pressed(draft)
    second = corrected(draft, now=T0 + HOUR)
    expiring(second, T0 + 3 * HOUR, now=T0 + 2 * HOUR)
    assert around(first.folio, T0 + 3 * HOUR) == [(2, [1]), (None, []), (None, [])]


def test_armed_text_ends_at_its_expiry():
    first = pressed(issue(), T0 + HOUR)
    expiring(first, T0 + 2 * HOUR, now=T0)
    assert around(first.folio, T0 + 2 * HOUR) == [(1, []), (None, []), (None, [])]


def test_expiry_cleared_in_time_does_not_come():
    first = pressed(issue(), expires_at=T0 + HOUR)
    expiring(first, None, now=T0 + HOUR / 2)
    assert around(first.folio, T0 + HOUR) == [(1, [])] * 3
    assert (fresh(first).live_until, fresh(first).end_cause) == (None, "")


def test_expiry_that_has_come_cannot_be_cleared():
    first = pressed(issue(), expires_at=T0 + HOUR)
    with pytest.raises(Refused, match="neither live nor armed"):
        expiring(first, None, now=T0 + HOUR)
    assert fresh(first).live_until == T0 + HOUR


@pytest.mark.parametrize("at", [T0 - HOUR, T0 + HOUR])
def test_expiry_of_a_live_text_not_after_now_is_refused(at):
    first = pressed(issue())
    with pytest.raises(Refused, match="end before it has begun"):
        expiring(first, at, now=T0 + HOUR)
    assert fresh(first).expires_at is None


def test_expiry_at_the_beginning_of_an_armed_text_is_refused():
    first = pressed(issue(), T0 + HOUR)
    with pytest.raises(Refused, match="end before it has begun"):
        expiring(first, T0 + HOUR, now=T0)


def test_expiry_of_an_earlier_disarmed_or_withdrawn_text_is_refused():
    draft = issue()
    first = pressed(draft)
    second = corrected(draft, now=T0 + HOUR)
    third = corrected(draft, T0 + 3 * HOUR, now=T0 + HOUR)
    disarmed(third, now=T0 + HOUR)
    for past in (first, third):
        with pytest.raises(Refused, match="neither live nor armed"):
            expiring(past, T0 + 9 * HOUR, now=T0 + 2 * HOUR)
    withdrawn(second, now=T0 + 2 * HOUR)
    with pytest.raises(Refused, match="neither live nor armed"):
        expiring(second, T0 + 9 * HOUR, now=T0 + 2 * HOUR)

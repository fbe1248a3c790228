"""Withdrawing takes the whole issue off, at once; never back to an older text."""

import pytest

from digest.models import Edition
from newsroom.refusals import Refused
from tests.factories import DAY, HOUR, T0, corrected, issue, pressed
from tests.newsroom.press.verbs import around, disarmed, fresh, last_entry, shown, withdrawn

pytestmark = pytest.mark.django_db


def test_withdrawn_issue_goes_with_its_earlier_versions():
    draft = issue()
    pressed(draft)
    second = corrected(draft, now=T0 + HOUR)
    withdrawn(second, now=T0 + 2 * HOUR)
    assert around(second.folio, T0 + 2 * HOUR) == [(2, [1]), (None, []), (None, [])]
    assert shown(second.folio, T0 + DAY) == (None, [])
    assert fresh(second).end_cause == Edition.EndCause.WITHDRAWAL


def test_armed_text_is_stopped_with_the_withdrawal():
    draft = issue()
    first = pressed(draft)
    second = corrected(draft, T0 + 2 * HOUR, now=T0)
    withdrawn(first, now=T0 + HOUR)
    assert fresh(second).disarmed_at == T0 + HOUR
    assert around(first.folio, T0 + 2 * HOUR) == [(None, [])] * 3
    assert last_entry().detail == {"revision": 1, "armed": 2, "armed_kept": False}


def test_armed_text_with_a_note_can_be_kept():
    draft = issue()
    first = pressed(draft)
    corrected(draft, T0 + 2 * HOUR, now=T0)
    withdrawn(first, now=T0 + HOUR, keep_armed=True)
    assert around(first.folio, T0 + HOUR) == [(1, []), (None, []), (None, [])]
    assert around(first.folio, T0 + 2 * HOUR) == [(None, []), (2, [1]), (2, [1])]
    assert last_entry().detail == {"revision": 1, "armed": 2, "armed_kept": True}


@pytest.mark.parametrize("note", ["", "A comma."])
def test_armed_minor_change_cannot_be_kept(note):
    """Its note, if any, is not printed: readers would see the issue return without a word."""
    draft = issue()
    first = pressed(draft)
    second = corrected(draft, T0 + 2 * HOUR, now=T0, kind="minor", note=note)
    with pytest.raises(Refused, match="stop it"):
        withdrawn(first, now=T0 + HOUR, keep_armed=True)
    assert shown(first.folio, T0 + HOUR) == (1, [])
    assert fresh(second).disarmed_at is None


def test_withdrawn_text_stays_withdrawn_when_the_kept_one_is_disarmed():
    draft = issue()
    first = pressed(draft)
    second = corrected(draft, T0 + 3 * HOUR, now=T0)
    withdrawn(first, now=T0 + HOUR, keep_armed=True)
    disarmed(second, now=T0 + 2 * HOUR)
    assert around(first.folio, T0 + 3 * HOUR) == [(None, [])] * 3
    assert fresh(first).live_until == T0 + HOUR


@pytest.mark.parametrize("reason", ["", "  ", "\u200b", "\ud800", "\ufdd0", "\U0001ffff"])
def test_withdrawal_without_a_reason_is_refused(reason):
    first = pressed(issue())
    with pytest.raises(Refused, match="reason"):
        withdrawn(first, now=T0 + HOUR, reason=reason)
    assert shown(first.folio, T0 + HOUR) == (1, [])


def test_withdrawal_of_what_is_not_live_is_refused():
    armed = pressed(issue(), T0 + HOUR)
    with pytest.raises(Refused, match="nothing to withdraw"):
        withdrawn(armed, now=T0)
    gone = pressed(issue())
    withdrawn(gone, now=T0 + HOUR)
    with pytest.raises(Refused, match="nothing to withdraw"):
        withdrawn(gone, now=T0 + 2 * HOUR)
    assert fresh(gone).withdrawn_at == T0 + HOUR

"""One text that must not be read any more; the current one is untouched."""

import pytest

from newsroom.refusals import Refused
from tests.factories import DAY, HOUR, T0, corrected, issue, pressed
from tests.newsroom.press.verbs import (
    around,
    disarmed,
    fresh,
    rearmed,
    shown,
    suppressed,
    withdrawn,
)

pytestmark = pytest.mark.django_db


def test_suppressed_version_is_gone_and_the_others_stay():
    draft = issue()
    first = pressed(draft)
    corrected(draft, now=T0 + HOUR)
    corrected(draft, now=T0 + 2 * HOUR)
    suppressed(first, now=T0 + 3 * HOUR)
    assert around(first.folio, T0 + 3 * HOUR) == [(3, [1, 2]), (3, [2]), (3, [2])]


def test_suppressed_live_text_stays_live_and_never_becomes_a_version():
    draft = issue()
    first = pressed(draft)
    suppressed(first, now=T0 + HOUR)
    assert shown(first.folio, T0 + HOUR) == (1, [])
    corrected(draft, now=T0 + 2 * HOUR)
    assert around(first.folio, T0 + 2 * HOUR) == [(1, []), (2, []), (2, [])]


def test_range_of_a_suppressed_text_is_what_it_was():
    draft = issue()
    first = pressed(draft, expires_at=T0 + DAY)
    suppressed(first, now=T0 + HOUR)
    assert (fresh(first).live_from, fresh(first).live_until) == (T0, T0 + DAY)


def test_text_of_a_withdrawn_issue_can_be_suppressed():
    draft = issue()
    first = pressed(draft)
    withdrawn(first, now=T0 + HOUR)
    suppressed(first, now=T0 + 2 * HOUR)
    corrected(draft, now=T0 + 3 * HOUR)
    assert shown(first.folio, T0 + 3 * HOUR) == (2, [])


def test_suppressing_what_never_was_live_is_refused():
    draft = issue()
    pressed(draft)
    second = corrected(draft, T0 + 2 * HOUR, now=T0)
    with pytest.raises(Refused, match="never been live"):
        suppressed(second, now=T0 + HOUR)
    disarmed(second, now=T0 + HOUR)
    with pytest.raises(Refused, match="never been live"):
        suppressed(second, now=T0 + 3 * HOUR)
    assert fresh(second).suppressed_at is None


def test_suppressing_twice_is_refused_and_keeps_the_first_moment():
    draft = issue()
    first = pressed(draft)
    corrected(draft, now=T0 + HOUR)
    suppressed(first, now=T0 + 2 * HOUR)
    with pytest.raises(Refused, match="suppressed already"):
        suppressed(first, now=T0 + 3 * HOUR)
    assert fresh(first).suppressed_at == T0 + 2 * HOUR


@pytest.mark.parametrize("reason", ["", " \n"])
def test_suppressing_without_a_reason_is_refused(reason):
    first = pressed(issue())
    with pytest.raises(Refused, match="reason"):
        suppressed(first, now=T0 + HOUR, reason=reason)
    assert fresh(first).suppressed_at is None


def test_suppressed_text_is_not_published_again():
    draft = issue()
    first = pressed(draft)
    corrected(draft, now=T0 + HOUR)
    suppressed(first, now=T0 + 2 * HOUR)
    with pytest.raises(Refused, match="suppressed"):
        rearmed(first, now=T0 + 3 * HOUR, kind="update", note="The older text was right.")
    assert first.folio.editions.count() == 2

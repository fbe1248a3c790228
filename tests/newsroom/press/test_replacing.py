"""A later text takes the place of the live one at its time, and not before."""

import pytest

from digest.models import Edition
from tests.factories import HOUR, T0, corrected, issue, pressed
from tests.newsroom.press.verbs import around, disarmed, fresh, shown

pytestmark = pytest.mark.django_db


def test_second_text_replaces_the_first_at_its_instant():
    draft = issue()
    first = pressed(draft)
    corrected(draft, T0 + HOUR, now=T0)
    assert around(first.folio, T0 + HOUR) == [(1, []), (2, [1]), (2, [1])]
    assert fresh(first).end_cause == Edition.EndCause.NEXT


def test_second_text_pressed_at_once_replaces_the_first_now():
    draft = issue()
    first = pressed(draft)
    corrected(draft, now=T0 + HOUR)
    assert around(first.folio, T0 + HOUR) == [(1, []), (2, [1]), (2, [1])]


@pytest.mark.parametrize("hours", [None, 3])
def test_first_text_gets_its_own_end_back_when_the_second_is_disarmed(hours):
    draft = issue()
    end = T0 + hours * HOUR if hours else None
    first = pressed(draft, expires_at=end)
    second = corrected(draft, T0 + 2 * HOUR, now=T0 + HOUR)
    disarmed(second, now=T0 + 2 * HOUR - HOUR / 2)
    assert fresh(first).live_until == end
    assert fresh(first).end_cause == (Edition.EndCause.EXPIRY if hours else "")
    assert around(first.folio, T0 + 2 * HOUR) == [(1, []), (1, []), (1, [])]


def test_disarmed_text_never_was():
    draft = issue()
    pressed(draft)
    second = corrected(draft, T0 + 2 * HOUR, now=T0 + HOUR)
    disarmed(second, now=T0 + HOUR)
    assert fresh(second).is_empty()
    assert fresh(second).end_cause == Edition.EndCause.DISARM
    corrected(draft, now=T0 + 3 * HOUR)
    assert shown(second.folio, T0 + 4 * HOUR) == (3, [1])


def test_second_arming_disarms_the_first():
    draft = issue()
    first = pressed(draft, T0 + HOUR)
    second = pressed(draft, T0 + 2 * HOUR)
    assert fresh(first).disarmed_at == T0
    assert list(Edition.objects.armed(T0)) == [second]
    assert around(first.folio, T0 + HOUR) == [(None, [])] * 3


def test_pressing_at_once_disarms_what_was_armed():
    draft = issue()
    pressed(draft)
    second = corrected(draft, T0 + 2 * HOUR, now=T0)
    corrected(draft, now=T0 + HOUR)
    assert fresh(second).disarmed_at == T0 + HOUR
    assert around(second.folio, T0 + 2 * HOUR) == [(3, [1])] * 3

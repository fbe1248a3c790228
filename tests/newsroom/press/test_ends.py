"""When a range ends, for every order in which the reasons can come."""

from itertools import permutations

from digest.models import Edition
from newsroom.press import ranges
from tests.factories import HOUR, T0
from tests.tables import each

Cause = Edition.EndCause


def text(begins=T0, **columns):
    return Edition(live_from=begins, **columns)


def test_range_without_an_end_is_open():
    assert ranges.ends([text()]) == [(None, "")]


def test_range_ends_at_the_beginning_of_the_next_one():
    assert ranges.ends([text(), text(T0 + HOUR)]) == [(T0 + HOUR, Cause.NEXT), (None, "")]


def test_disarmed_range_ends_where_it_begins_and_is_nobody_s_next():
    editions = [text(), text(T0 + HOUR, disarmed_at=T0), text(T0 + 2 * HOUR)]
    assert ranges.ends(editions) == [
        (T0 + 2 * HOUR, Cause.NEXT),
        (T0 + HOUR, Cause.DISARM),
        (None, ""),
    ]


@each("order", list(permutations([1, 2, 3])))
def test_earliest_reason_ends_the_range(order):
    withdrawal, following, expiry = (T0 + hours * HOUR for hours in order)
    editions = [text(expires_at=expiry, withdrawn_at=withdrawal), text(following)]
    causes = {withdrawal: Cause.WITHDRAWAL, following: Cause.NEXT, expiry: Cause.EXPIRY}
    assert ranges.ends(editions)[0] == (T0 + HOUR, causes[T0 + HOUR])


def test_first_beginning_leaves_out_what_never_was():
    disarmed = text(disarmed_at=T0, live_until=T0)
    assert ranges.first_beginning([disarmed]) is None
    assert ranges.first_beginning([disarmed, text(T0 + HOUR)]) == T0 + HOUR
    assert ranges.first_beginning([]) is None


def test_last_passed_is_the_latest_act_or_moment_behind_the_clock():
    first = text(pressed_at=T0, live_until=T0 + 2 * HOUR)
    second = text(T0 + 2 * HOUR, pressed_at=T0 + HOUR)
    assert ranges.last_passed([first, second], T0 + 90 * HOUR / 60) == T0 + HOUR
    assert ranges.last_passed([first, second], T0 + 2 * HOUR) == T0 + 2 * HOUR
    assert ranges.last_passed([], T0) is None

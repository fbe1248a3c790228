"""What has passed is not changed, and nothing begins or ends in the past."""

from datetime import timedelta

import pytest

from digest.lib import dates
from digest.models import Edition
from newsroom.refusals import Refused
from tests.factories import HOUR, T0, TICK, corrected, issue, pressed
from tests.newsroom.press.verbs import (
    disarmed,
    expiring,
    fresh,
    rearmed,
    shown,
    suppressed,
    withdrawn,
)

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)


def test_beginning_in_the_past_is_refused():
    draft = issue()
    with pytest.raises(Refused, match="That time has passed"):
        pressed(draft, T0 - TICK, now=T0)
    assert Edition.objects.count() == 0
    draft.refresh_from_db()
    assert draft.folio is None


def test_beginning_at_this_very_instant_is_now():
    edition = pressed(issue(), T0, now=T0)
    assert shown(edition.folio, T0) == (1, [])


@pytest.mark.parametrize("late", [TICK, 0 * TICK])
def test_expiry_not_after_the_beginning_is_refused(late):
    with pytest.raises(Refused, match="end before it has begun"):
        pressed(issue(), T0 + HOUR, expires_at=T0 + HOUR - late)
    assert Edition.objects.count() == 0


def test_expiry_a_tick_after_the_beginning_is_taken():
    edition = pressed(issue(), T0 + HOUR, expires_at=T0 + HOUR + TICK)
    assert shown(edition.folio, T0 + HOUR) == (1, [])
    assert shown(edition.folio, T0 + HOUR + TICK) == (None, [])


def test_older_text_cannot_begin_in_the_past():
    draft = issue()
    first = pressed(draft)
    corrected(draft, now=T0 + HOUR)
    with pytest.raises(Refused, match="That time has passed"):
        rearmed(first, T0, now=T0 + 2 * HOUR, kind="correction", note="It was right.")


VERBS = {
    "arm": lambda draft, editions, now: corrected(draft, now=now),
    "rearm": lambda draft, editions, now: rearmed(
        editions[0], now=now, kind="update", note="Back."
    ),
    "disarm": lambda draft, editions, now: disarmed(editions[2], now=now),
    "expire": lambda draft, editions, now: expiring(editions[1], T0 + 9 * HOUR, now=now),
    "withdraw": lambda draft, editions, now: withdrawn(editions[1], now=now),
    "suppress": lambda draft, editions, now: suppressed(editions[0], now=now),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_now_before_the_last_instant_that_passed_is_refused(verb):
    draft = issue()
    editions = [pressed(draft), corrected(draft, now=T0 + HOUR)]
    editions.append(corrected(draft, T0 + 4 * HOUR, now=T0 + 2 * HOUR))
    before = list(Edition.objects.values())
    with pytest.raises(Refused, match="What has passed is not changed"):
        verb(draft, editions, T0 + 2 * HOUR - TICK)
    assert list(Edition.objects.values()) == before
    verb(draft, editions, T0 + 2 * HOUR)
    assert list(Edition.objects.values()) != before


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
def test_clock_that_was_put_back_changes_nothing_that_is_public(verb, monkeypatch):
    draft = issue()
    editions = [pressed(draft), corrected(draft, now=T0 + HOUR)]
    editions.append(corrected(draft, T0 + 4 * HOUR, now=T0 + 2 * HOUR))
    before = list(Edition.objects.values())
    monkeypatch.setattr(dates, "now", lambda: T0 + 2 * HOUR - 30 * SECOND)
    with pytest.raises(Refused, match="have the clock of this machine set"):
        verb(draft, editions, None)
    assert list(Edition.objects.values()) == before
    monkeypatch.setattr(dates, "now", lambda: T0 + 2 * HOUR)
    verb(draft, editions, None)
    assert list(Edition.objects.values()) != before


def test_disarming_what_has_begun_is_refused():
    first = pressed(issue(), T0 + HOUR)
    with pytest.raises(Refused, match="not armed any more"):
        disarmed(first, now=T0 + HOUR)
    assert fresh(first).disarmed_at is None


def test_disarming_twice_is_refused():
    first = pressed(issue(), T0 + HOUR)
    disarmed(first, now=T0)
    with pytest.raises(Refused, match="not armed any more"):
        disarmed(first, now=T0)

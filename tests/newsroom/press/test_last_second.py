"""Pressed a second before the hour, held by a lock until a second after it."""

import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, transaction

from digest.lib import dates
from newsroom import press
from newsroom.press.expecting import seen
from newsroom.refusals import Changed
from newsroom.writing.saving import lock
from tests.factories import HOUR, T0, corrected, issue, pressed
from tests.newsroom.press.verbs import fresh, presser, retitle, shown

SECOND = timedelta(seconds=1)


@pytest.mark.django_db
def test_text_replaced_too_late_goes_out_and_the_new_one_is_kept():
    draft = issue(title="Old")
    first = pressed(draft, T0 + HOUR)
    retitle(draft, "New")
    asked = {"by": presser(), "expecting": seen(draft, at=T0 + HOUR - SECOND)}
    with pytest.raises(Changed, match="shown nothing as live; now it is revision 1"):
        press.arm(draft, at=T0 + HOUR, now=T0 + HOUR + SECOND, **asked)
    assert shown(first.folio, T0 + HOUR) == (1, [])
    assert fresh(first).disarmed_at is None
    draft.refresh_from_db()
    assert draft.title == "New"


@pytest.mark.django_db
def test_text_kept_can_be_pressed_as_an_update():
    draft = issue(title="Old")
    first = pressed(draft, T0 + HOUR)
    retitle(draft, "New")
    late = T0 + HOUR + SECOND
    second = corrected(draft, now=late, kind="update", note="More is known.")
    assert second.text.title == "New"
    assert shown(first.folio, late) == (2, [1])


@pytest.mark.django_db(transaction=True)
def test_now_is_what_the_clock_says_once_the_lock_is_held():
    """Somebody holds the lock from before the armed text's beginning until after it."""
    draft = issue(title="Old")
    begins = dates.now() + timedelta(seconds=0.8)
    first = pressed(draft, begins, now=None)
    retitle(draft, "New")
    expecting = seen(draft)
    assert expecting.armed == 1
    locked = threading.Event()

    def hold_the_lock():
        with transaction.atomic():
            lock(draft)
            locked.set()
            time.sleep(max(0.0, (begins - dates.now()).total_seconds()) + 0.1)
            transaction.set_rollback(True)
        connection.close()

    holder = threading.Thread(target=hold_the_lock)
    holder.start()
    assert locked.wait(10)
    asked_at = dates.now()
    with pytest.raises(Changed, match="now it is revision 1"):
        press.arm(draft, at=begins, by=presser(), expecting=expecting)
    holder.join()
    assert asked_at < begins < dates.now()
    assert fresh(first).disarmed_at is None

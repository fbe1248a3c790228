"""A Hold is given to a verb, and is afterwards as it was: a rehearsal that is taken back leaves
nothing for what is said, or pressed, next."""

from __future__ import annotations

import pytest
from django.db import transaction

from newsroom import press
from newsroom.press.expecting import seen
from newsroom.press.holding import hold
from tests.factories import HOUR, T0, corrected, issue, pressed
from tests.newsroom.press.verbs import presser

pytestmark = pytest.mark.django_db

NOW = T0 + HOUR


def arm(held, draft, **asked):
    return press.arm(draft, held=held, by=presser(), expecting=seen(draft, at=NOW), **asked)


def rearm(held, draft, **asked):
    live = draft.folio.editions.get(revision=1)
    return press.rearm(live, held=held, by=presser(), expecting=seen(draft, at=NOW), **asked)


@pytest.mark.parametrize("verb", [arm, rearm])
def test_press_after_a_rehearsal_is_the_one_that_was_rehearsed(verb):
    draft = issue()
    pressed(draft)
    armed = corrected(draft, T0 + 3 * HOUR, now=T0)
    asked = {"at": T0 + 2 * HOUR, "kind": "update", "note": "More is known."}
    with transaction.atomic():
        held = hold(draft, now=NOW)
        with transaction.atomic():
            assert verb(held, draft, **asked).revision == 3
            transaction.set_rollback(True)
        assert [one.revision for one in held.editions] == [1, 2]
        assert (held.armed.pk, held.armed.disarmed_at) == (armed.pk, None)
        assert verb(held, draft, **asked).revision == 3
    armed.refresh_from_db()
    assert armed.disarmed_at == NOW


def test_first_press_after_a_rehearsal_has_its_place_once():
    draft = issue()
    with transaction.atomic():
        held = hold(draft, now=NOW)
        with transaction.atomic():
            arm(held, draft)
            transaction.set_rollback(True)
        assert (held.folio, held.issue.folio_id) == (None, None)
        assert arm(held, draft).revision == 1
    draft.refresh_from_db()
    assert draft.folio.editions.count() == 1

"""An issue that ends and comes back: by expiry before the next text, or after it all."""

import pytest

from digest.models import Edition
from newsroom.refusals import Refused
from tests.factories import DAY, HOUR, T0, corrected, issue, pressed
from tests.newsroom.press.verbs import around, disarmed, expiring, fresh, shown, withdrawn

pytestmark = pytest.mark.django_db


def test_issue_is_away_between_an_expiry_and_the_next_text():
    draft = issue()
    first = pressed(draft, expires_at=T0 + HOUR)
    corrected(draft, T0 + 2 * HOUR, now=T0)
    assert around(first.folio, T0 + HOUR) == [(1, []), (None, []), (None, [])]
    assert around(first.folio, T0 + 2 * HOUR) == [(None, []), (2, [1]), (2, [1])]
    assert fresh(first).end_cause == Edition.EndCause.EXPIRY


def test_expiry_after_the_next_beginning_does_nothing_but_stays():
    draft = issue()
    first = pressed(draft, expires_at=T0 + 3 * HOUR)
    second = corrected(draft, T0 + 2 * HOUR, now=T0 + HOUR)
    assert around(first.folio, T0 + 3 * HOUR) == [(2, [1])] * 3
    assert fresh(first).expires_at == T0 + 3 * HOUR
    disarmed(second, now=T0 + HOUR)
    assert around(first.folio, T0 + 3 * HOUR) == [(1, []), (None, []), (None, [])]


def test_second_text_carries_its_own_expiry():
    draft = issue()
    first = pressed(draft, expires_at=T0 + 3 * HOUR)
    second = corrected(draft, now=T0 + HOUR, expires_at=T0 + 4 * HOUR)
    assert around(first.folio, T0 + 4 * HOUR) == [(2, [1]), (None, []), (None, [])]
    assert fresh(second).end_cause == Edition.EndCause.EXPIRY


@pytest.mark.parametrize("end", ["expiry", "withdrawal"])
def test_issue_comes_back_to_the_same_address_as_the_next_revision(end):
    draft = issue()
    first = pressed(draft, expires_at=T0 + HOUR if end == "expiry" else None)
    if end == "withdrawal":
        withdrawn(first, now=T0 + HOUR)
    place = (first.folio.uid, first.folio.slug, first.folio.number)
    second = corrected(draft, now=T0 + DAY, kind="update")
    folio = fresh(second).folio
    assert (folio.uid, folio.slug, folio.number) == place
    assert second.revision == 2
    assert around(folio, T0 + DAY) == [(None, []), (2, [1]), (2, [1])]


@pytest.mark.parametrize("end", ["expiry", "withdrawal"])
@pytest.mark.parametrize(("kind", "note"), [("minor", ""), ("minor", "A comma."), ("update", "")])
def test_return_without_a_note_is_refused(end, kind, note):
    draft = issue()
    first = pressed(draft, expires_at=T0 + HOUR if end == "expiry" else None)
    if end == "withdrawal":
        withdrawn(first, now=T0 + HOUR)
    with pytest.raises(Refused):
        corrected(draft, now=T0 + DAY, kind=kind, note=note)
    assert shown(first.folio, T0 + DAY) == (None, [])


def test_minor_change_at_the_instant_of_expiry_leaves_no_time_away():
    draft = issue()
    first = pressed(draft, expires_at=T0 + HOUR)
    corrected(draft, T0 + HOUR, now=T0, kind="minor", note="")
    assert around(first.folio, T0 + HOUR) == [(1, []), (2, [1]), (2, [1])]


def test_text_pressed_at_the_very_instant_of_expiry_follows_without_a_gap():
    draft = issue()
    first = pressed(draft, expires_at=T0 + HOUR)
    corrected(draft, now=T0 + HOUR)
    assert around(first.folio, T0 + HOUR) == [(1, []), (2, [1]), (2, [1])]


def test_minor_change_armed_for_after_the_expiry_is_refused():
    draft = issue()
    pressed(draft, expires_at=T0 + HOUR)
    with pytest.raises(Refused, match="comes back after a time away"):
        corrected(draft, T0 + 2 * HOUR, now=T0, kind="minor", note="")


@pytest.mark.parametrize("note", ["", "A comma."])
def test_expiry_that_would_make_a_minor_change_a_return_is_refused(note):
    draft = issue()
    first = pressed(draft)
    corrected(draft, T0 + 2 * HOUR, now=T0, kind="minor", note=note)
    with pytest.raises(Refused, match="back without a note"):
        expiring(first, T0 + HOUR, now=T0)
    assert fresh(first).expires_at is None


def test_expiry_before_an_armed_text_with_a_note_is_allowed():
    draft = issue()
    first = pressed(draft)
    corrected(draft, T0 + 2 * HOUR, now=T0)
    expiring(first, T0 + HOUR, now=T0)
    assert around(first.folio, T0 + HOUR) == [(1, []), (None, []), (None, [])]

"""Back to an older text, or the same text at another time: a new revision of its document."""

import pytest

from newsroom.refusals import Refused
from tests.factories import HOUR, T0, corrected, issue, pressed
from tests.newsroom.press.verbs import (
    around,
    disarmed,
    fresh,
    rearmed,
    retitle,
    shown,
    withdrawn,
)

pytestmark = pytest.mark.django_db

BACK = {"kind": "correction", "note": "The first text was right."}


def test_older_text_comes_back_as_a_new_revision():
    draft = issue(title="Three boats")
    first = pressed(draft)
    retitle(draft, "Four boats")
    second = corrected(draft, now=T0 + HOUR)
    third = rearmed(first, now=T0 + 2 * HOUR, **BACK)
    assert third.revision == 3
    assert (third.document, third.fingerprint) == (first.document, first.fingerprint)
    assert third.title == first.title != second.title
    assert around(first.folio, T0 + 2 * HOUR) == [(2, [1]), (3, [1, 2]), (3, [1, 2])]


def test_past_is_not_opened_again():
    draft = issue()
    first = pressed(draft)
    second = corrected(draft, now=T0 + HOUR)
    before = [shown(first.folio, T0 + n * HOUR / 2) for n in range(4)]
    rearmed(first, now=T0 + 2 * HOUR, **BACK)
    assert [shown(first.folio, T0 + n * HOUR / 2) for n in range(4)] == before
    assert (fresh(first).live_from, fresh(first).live_until) == (T0, T0 + HOUR)
    assert fresh(second).live_until == T0 + 2 * HOUR


def test_draft_is_left_as_it_is():
    draft = issue(title="Three boats")
    first = pressed(draft)
    retitle(draft, "Four boats")
    rearmed(first, now=T0 + HOUR, **BACK)
    draft.refresh_from_db()
    assert draft.title == "Four boats"


def test_armed_text_moved_to_another_time_keeps_its_document():
    draft = issue(title="Three boats")
    first = pressed(draft, T0 + HOUR)
    retitle(draft, "Four boats")
    second = rearmed(first, T0 + 3 * HOUR, now=T0)
    assert second.document == first.document
    assert fresh(first).disarmed_at == T0
    assert around(first.folio, T0 + HOUR) == [(None, [])] * 3
    assert around(first.folio, T0 + 3 * HOUR) == [(None, []), (2, []), (2, [])]


def test_disarmed_text_can_be_armed_again():
    first = pressed(issue(), T0 + HOUR)
    disarmed(first, now=T0)
    second = rearmed(first, T0 + 2 * HOUR, now=T0)
    assert around(second.folio, T0 + 2 * HOUR) == [(None, []), (2, []), (2, [])]


def test_withdrawn_text_comes_back_only_with_a_note():
    first = pressed(issue())
    withdrawn(first, now=T0 + HOUR)
    for asked in ({}, {"kind": "minor"}, {"kind": "update", "note": " "}):
        with pytest.raises(Refused):
            rearmed(first, now=T0 + 2 * HOUR, **asked)
    rearmed(first, now=T0 + 2 * HOUR, **BACK)
    assert shown(first.folio, T0 + 2 * HOUR) == (2, [1])


def test_mentions_of_the_older_text_come_back_with_it():
    draft = issue()
    first = pressed(draft)
    draft.bylines.all().delete()
    draft.bylines.create(person=issue().bylines.get().person, position=1024)
    corrected(draft, now=T0 + HOUR)
    third = rearmed(first, now=T0 + 2 * HOUR, **BACK)
    assert [row.person for row in third.people.all()] == [row.person for row in first.people.all()]

"""Preflight stands in every verb that makes an Edition."""

import pytest

from digest.models import Edition
from newsroom import pictures
from newsroom.refusals import NotReady
from tests.factories import (
    DAY,
    HOUR,
    T0,
    corrected,
    issue,
    own_card,
    pressed,
    small_photo,
    top_picture,
)
from tests.newsroom.press.verbs import disarmed, presser, rearmed

pytestmark = pytest.mark.django_db


def related_to_a_draft():
    """A finished issue with a card of an issue that is not live."""
    other = issue()
    disarmed(pressed(other, T0 + HOUR), now=T0)
    other.refresh_from_db()
    draft = issue()
    own_card(draft, other)
    return draft


@pytest.mark.parametrize("override", ["", "The editor insists."])
def test_error_blocks_arming_whatever_the_reason(override):
    draft = issue(dek="")
    with pytest.raises(NotReady, match="has no dek") as refusal:
        pressed(draft, override=override)
    assert refusal.value.ids == ["preflight.E002"]
    assert Edition.objects.count() == 0


def test_error_blocks_arming_again():
    """The text was sound when it was pressed; its picture's licence has ended since."""
    draft = issue()
    one = small_photo()
    top_picture(draft, one)
    first = pressed(draft)
    pictures.set_rights(one, T0 + DAY, by=presser(), now=T0)
    asked = {"kind": "update", "note": "Back.", "override": "The editor insists."}
    with pytest.raises(NotReady) as refusal:
        rearmed(first, T0 + DAY, now=T0 + HOUR, **asked)
    assert refusal.value.ids == ["preflight.E013"]
    assert rearmed(first, now=T0 + HOUR, **asked).revision == 2


def test_findings_are_those_of_the_beginning_not_of_the_pressing():
    other = issue()
    pressed(other, T0 + HOUR)
    draft = issue()
    own_card(draft, other)
    with pytest.raises(NotReady):
        pressed(draft, now=T0)
    assert pressed(draft, T0 + HOUR, now=T0).live_from == T0 + HOUR


@pytest.mark.parametrize("override", ["", "  "])
def test_warning_without_a_reason_blocks_arming(override):
    draft = related_to_a_draft()
    before = Edition.objects.count()
    with pytest.raises(NotReady) as refusal:
        pressed(draft, override=override)
    assert refusal.value.ids == ["preflight.W050"]
    assert Edition.objects.count() == before


def test_warning_is_overridden_with_a_reason():
    assert pressed(related_to_a_draft(), override="It follows on Friday.").revision == 1


def test_warning_blocks_arming_again_and_is_overridden_with_a_reason():
    draft = related_to_a_draft()
    first = pressed(draft, T0 + HOUR, override="It follows on Friday.")
    with pytest.raises(NotReady) as refusal:
        rearmed(first, T0 + DAY, now=T0)
    assert refusal.value.ids == ["preflight.W050"]
    assert rearmed(first, T0 + DAY, now=T0, override="Still Friday.").revision == 2


def test_errors_are_named_before_warnings_and_alone():
    draft = related_to_a_draft()
    draft.bylines.all().delete()
    with pytest.raises(NotReady) as refusal:
        pressed(draft, override="The editor insists.")
    assert refusal.value.ids == ["preflight.E003"]


def test_correction_is_checked_as_the_first_text_was():
    draft = issue()
    pressed(draft)
    draft.bylines.all().delete()
    with pytest.raises(NotReady):
        corrected(draft, now=T0 + HOUR)
    assert Edition.objects.count() == 1

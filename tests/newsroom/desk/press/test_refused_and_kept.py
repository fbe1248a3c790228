"""A planner whose deed is refused still has the words that went with it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from newsroom import plan
from newsroom.models import TakenSlot
from tests.newsroom.desk.board.test_board import finished, planner, slots, weekly  # noqa: F401

pytestmark = pytest.mark.django_db


def test_note_of_a_week_that_cannot_be_left_out_stays_in_its_field(weekly):  # noqa: F811
    [slot, *_] = slots(weekly)
    draft = finished(weekly, slot)
    address = reverse("admin:desk-skip", args=[weekly.pk, slot.day])
    page = planner().post(address, {"note": "The desk is at sea."}, follow=True).content.decode()
    assert f"“{draft}” is planned for that day." in page
    assert "The desk is at sea.</textarea>" in page


def test_reason_of_a_move_that_is_refused_stays_and_the_next_try_is_one_on_top(weekly):  # noqa: F811
    first, second, third, *_ = slots(weekly)
    draft = finished(weekly, first)
    seen = str(plan.shown(draft, second.day))
    TakenSlot.objects.filter(issue=draft).update(day=third.day)
    address = reverse("admin:desk-move-issue", args=[draft.pk])
    typed = {"to": second.day.isoformat(), "seen": seen, "reason": "A storm is coming."}
    page = planner().post(address, typed)
    assert "Somebody has moved something here since you looked." in page.content.decode()
    assert 'value="A storm is coming."' in page.content.decode()
    planner().post(address, {**typed, "seen": page.context["form"]["seen"].value()})
    assert TakenSlot.objects.get().day == second.day

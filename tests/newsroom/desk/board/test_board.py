"""The board: what each slot says, what it costs, and what can be done from it."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from digest.lib import dates
from digest.models import SkippedWeek
from newsroom import plan, press
from newsroom.calendar import cadence as rhythm
from newsroom.desk.board import board
from newsroom.models import Issue, TakenSlot
from newsroom.plan.starting import start_in_slot
from newsroom.press.expecting import seen
from tests.factories import DAY, T0, account, cadence, issue, pressed, rules, series
from tests.newsroom.desk.places import now

pytestmark = pytest.mark.django_db

LOOKING = "newsroom.view_issue"
PLANNING = "newsroom.plan_issue"


@pytest.fixture
def weekly():
    """A series that comes out every day of the week, so that there are slots ahead today."""
    one = series()
    cadence(one, "1234567")
    return one


def slots(one, count: int = 5) -> list[rhythm.Slot]:
    """Its next slots, from tomorrow on."""
    first = now().date() + timedelta(days=2)
    return list(rhythm.slots(list(one.cadences.all()), first, first + timedelta(days=count)))


def places(at: datetime | None = None) -> dict[date, board.BoardSlot]:
    shown = board.of(account("", LOOKING), at or now())
    return {one.slot.day: one for _, some in shown.weeks for one in some}


def tray() -> set[Issue]:
    return {one for one, _ in board.of(account("", LOOKING), now()).tray}


def armed(draft: Issue, at: datetime) -> None:
    pressed(draft, at, now=now())


def finished(one, slot: rhythm.Slot) -> Issue:
    """A finished issue, planned for a slot."""
    draft = issue(one)
    plan.take(draft, slot, by=account())
    return draft


def test_each_slot_says_what_it_is(weekly):
    empty, skipped, unwritten, ready, scheduled, *_ = slots(weekly)
    plan.skip(weekly, skipped.day, by=account(), note="The desk is at sea.")
    start_in_slot(weekly, unwritten, by=account())
    finished(weekly, ready)
    armed(finished(weekly, scheduled), scheduled.at)
    kinds = {day: one.kind for day, one in places().items()}
    assert [kinds[one.day] for one in (empty, skipped, unwritten, ready, scheduled)] == [
        "empty",
        "skipped",
        "draft",
        "ready",
        "armed",
    ]


def test_what_has_passed_is_late_or_live(weekly):
    # T0 is a Thursday.
    day = T0.date() - timedelta(days=1)
    assert places(T0)[day].kind == "late"
    assert places(T0)[day + timedelta(days=2)].kind == "empty"
    draft = issue(weekly)
    TakenSlot.objects.create(series=weekly, day=day, issue=draft)
    assert places(T0)[day].kind == "late"
    pressed(draft, now=T0 - DAY)
    assert places(T0)[day].kind == "live"


def test_what_has_passed_empty_uses_no_number(weekly):
    rules(weekly)
    day = T0.date() - timedelta(days=1)
    assert places(T0)[day].number is None
    assert places(T0)[day + timedelta(days=2)].number == 1
    TakenSlot.objects.create(series=weekly, day=day, issue=issue(weekly))
    assert places(T0)[day].number == 1
    assert places(T0)[day + timedelta(days=2)].number == 2


def test_late_issue_of_an_earlier_week_stays_in_sight(weekly):
    draft = issue(weekly)
    TakenSlot.objects.create(series=weekly, day=now().date() - timedelta(days=20), issue=draft)
    [late] = board.of(account("", LOOKING), now()).late
    assert (late.issue, late.kind) == (draft, "late")


def test_numbers_count_along_the_slots_and_a_skip_uses_none(weekly):
    rules(weekly)
    first, second, third, fourth, *_ = slots(weekly)
    pressed(issue(weekly), now=now() - timedelta(days=8))
    shown = places()
    before = shown[first.day].number
    plan.skip(weekly, second.day, by=account())
    shown = places()
    assert [shown[one.day].number for one in (first, second, third, fourth)] == [
        before,
        None,
        before + 1,
        before + 2,
    ]


def test_armed_for_another_moment_than_the_slot_is_said(weekly):
    slot = slots(weekly)[0]
    draft = finished(weekly, slot)
    armed(draft, slot.at)
    assert places()[slot.day].armed_elsewhere is None
    # The rules of the zone change: the slot is another instant, the armed one stays.
    weekly.cadences.update(zone="America/Halifax")
    assert places()[slot.day].armed_elsewhere.live_from == slot.at


def test_tray_holds_what_has_no_slot_and_has_not_gone_out(weekly):
    finished(weekly, slots(weekly)[0])
    loose, gone, stopped = (issue(weekly) for _ in range(3))
    pressed(gone, now=now() - timedelta(days=1))
    edition = pressed(stopped, slots(weekly)[1].at, now=now())
    assert tray() == {loose}
    press.disarm(edition, by=account(is_superuser=True), expecting=seen(stopped))
    assert tray() == {loose, stopped}


def test_who_may_not_see_issues_has_no_board(weekly):
    finished(weekly, slots(weekly)[0])
    assert board.of(account(), now()) is None


@pytest.mark.parametrize("rights", [[LOOKING], [LOOKING, PLANNING, "digest.arm"]])
def test_board_costs_the_same_whatever_there_is(rights):
    client = Client()
    client.force_login(account("", *rights))

    def asked() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(reverse("admin:index")).status_code == 200
        return len(captured)

    def fill(count: int) -> None:
        for _ in range(count):
            one = series()
            cadence(one, "1234567")
            _empty, skipped, draft, scheduled, *_ = slots(one)
            plan.skip(one, skipped.day, by=account(), note="At sea.")
            start_in_slot(one, draft, by=account())
            armed(finished(one, scheduled), scheduled.at)
            pressed(issue(one), now=now() - timedelta(days=3))
            issue(one)

    fill(1)
    asked()
    few = asked()
    fill(3)
    assert asked() == few


def planner(*rights: str) -> Client:
    client = Client()
    client.force_login(account("", LOOKING, PLANNING, *rights))
    return client


def test_issue_is_started_from_its_slot(weekly):
    slot = slots(weekly)[0]
    address = reverse("admin:desk-start", args=[weekly.pk, slot.day])
    client = planner()
    assert client.get(address).status_code == 405
    answer = client.post(address)
    started = Issue.objects.get()
    assert answer.url == reverse("admin:newsroom_issue_change", args=[started.pk])
    assert (started.series, started.slot.day) == (weekly, slot.day)
    client.post(address)
    assert Issue.objects.count() == 1


def test_board_starts_an_issue_with_the_token_of_its_page(weekly):
    client = Client(enforce_csrf_checks=True)
    client.force_login(account("", LOOKING, PLANNING))
    page = client.get(reverse("admin:index")).content.decode()
    address, token = re.search(
        r'action="([^"]+/start/)">\s*<input[^>]*name="csrfmiddlewaretoken" value="([^"]+)"', page
    ).groups()
    assert client.post(address).status_code == 403
    assert client.post(address, {"csrfmiddlewaretoken": token}).status_code == 302
    assert Issue.objects.count() == 1


def test_week_is_left_out_told_and_opened_again(weekly):
    slot = slots(weekly)[0]
    address = reverse("admin:desk-skip", args=[weekly.pk, slot.day])
    client = planner()
    client.post(address, {"note": "The desk is at sea."})
    assert SkippedWeek.objects.get().note == "The desk is at sea."
    client.post(address, {"note": "The desk is ashore."})
    assert SkippedWeek.objects.get().note == "The desk is ashore."
    client.post(address, {"note": "x", "open": "1"})
    assert not SkippedWeek.objects.exists()
    assert not TakenSlot.objects.exists()


def test_week_that_has_an_issue_is_not_left_out(weekly):
    slot = slots(weekly)[0]
    draft = finished(weekly, slot)
    answer = planner().post(
        reverse("admin:desk-skip", args=[weekly.pk, slot.day]), {"note": "x"}, follow=True
    )
    assert f"“{draft}” is planned for that day." in answer.content.decode()
    assert not SkippedWeek.objects.exists()


def move_page(draft):
    return reverse("admin:desk-move-issue", args=[draft.pk])


def test_move_is_said_before_it_is_done(weekly):
    first, second, *_ = slots(weekly)
    draft = finished(weekly, first)
    address = reverse("admin:desk-move-issue", args=[draft.pk])
    client = planner()
    page = client.get(address, {"to": second.day.isoformat()})
    words = page.content.decode()
    assert f"gets the slot of {second.day:%A}" in words
    assert "Nothing of it goes out until a publisher arms it." in words
    assert TakenSlot.objects.get().day == first.day
    seen = page.context["form"].initial["seen"]
    client.post(address, {"to": second.day.isoformat(), "seen": seen, "reason": "A storm"})
    assert TakenSlot.objects.get().day == second.day


def test_move_onto_another_exchanges_or_hands_over(weekly):
    first, second, *_ = slots(weekly)
    one, other = finished(weekly, first), finished(weekly, second)
    client = planner()
    address = reverse("admin:desk-move-issue", args=[one.pk])
    to = second.day.isoformat()
    page = client.get(address, {"to": to})
    assert f"it gets the slot of this one: {first.day:%A}" in page.content.decode()
    assert "it goes into the tray" in page.content.decode()
    seen = page.context["form"].initial["seen"]
    client.post(address, {"to": to, "seen": seen, "way": "exchange"})
    assert [Issue.objects.get(pk=k.pk).slot.day for k in (one, other)] == [second.day, first.day]
    seen = str(plan.shown(one, first.day))
    client.post(address, {"to": first.day.isoformat(), "seen": seen, "way": "tray"})
    assert TakenSlot.objects.get().issue == one


def test_both_who_change_places_are_named_afterwards(weekly):
    first, second, *_ = slots(weekly)
    one, other = finished(weekly, first), finished(weekly, second)
    seen = str(plan.shown(one, second.day))
    asked = {"to": second.day.isoformat(), "seen": seen, "way": "exchange"}
    answer = planner().post(move_page(one), asked, follow=True).content.decode()
    assert f"“{one}” is planned for {second.day:%A}" in answer
    assert f"“{other}” is planned for {first.day:%A}" in answer


def test_what_becomes_of_an_armed_issue_that_stands_there_is_said_with_each_choice(weekly):
    first, second, *_ = slots(weekly)
    one, other = finished(weekly, first), finished(weekly, second)
    armed(one, first.at)
    armed(other, second.at)
    client = planner("digest.arm", "digest.disarm")
    page = client.get(move_page(one), {"to": second.day.isoformat()})
    ways = dict(page.context["form"].fields["way"].choices)
    assert ways["exchange"].endswith("and is armed anew for that, with its text")
    assert ways["tray"].endswith(
        "and is armed no more: nothing of it goes out until it is armed again"
    )
    assert f"It stays no. {one.folio.number}" in page.content.decode()
    asked = {"to": second.day.isoformat(), "seen": page.context["form"].initial["seen"]}
    answer = client.post(move_page(one), {**asked, "way": "tray"}, follow=True)
    said = [str(message) for message in answer.context["messages"]]
    assert said[0].startswith(f"“{one}” goes live {second.day:%A}")
    assert said[1:] == [f"“{other}” is in the tray."]
    assert plan.armed_of(one).live_from == second.at
    assert plan.armed_of(other) is None


def test_who_may_arm_but_not_stop_is_offered_the_exchange_only(weekly):
    first, second, third, *_ = slots(weekly)
    one, other, tray = finished(weekly, first), finished(weekly, second), finished(weekly, third)
    armed(one, first.at)
    armed(other, second.at)
    TakenSlot.objects.filter(issue=tray).delete()
    client = planner("digest.arm")
    page = client.get(move_page(one), {"to": second.day.isoformat()})
    assert list(dict(page.context["form"].fields["way"].choices)) == ["exchange"]
    asked = {"to": second.day.isoformat(), "seen": page.context["form"].initial["seen"]}
    assert client.post(move_page(one), {**asked, "way": "tray"}).status_code == 403
    # Without a slot to give in exchange there is the tray only.
    answer = client.get(move_page(tray), {"to": second.day.isoformat()})
    assert f"“{other}” is armed" in answer.content.decode()
    seen = str(plan.shown(tray, second.day))
    assert client.post(move_page(tray), {**asked, "seen": seen}).status_code == 403
    assert plan.armed_of(other).live_from == second.at


def test_issue_from_the_tray_has_no_slot_to_give(weekly):
    first, *_ = slots(weekly)
    holder, lying = finished(weekly, first), issue(weekly, title="The lamp")
    page = planner().get(move_page(lying), {"to": first.day.isoformat()})
    assert "way" not in page.context["form"].fields
    assert f"“{holder}” goes into the tray: it has no slot then." in page.content.decode()


def test_choice_begins_where_the_issue_stands(weekly):
    _first, second, *_ = slots(weekly)
    draft = finished(weekly, second)
    form = planner().get(move_page(draft)).context["form"]
    assert form.initial["to"] == second.day.isoformat()
    form = planner().get(move_page(issue(weekly))).context["form"]
    assert form.initial["to"] == "tray"


def test_day_that_cannot_be_had_is_said_above_or_beside_the_choice(weekly):
    first, second, *_ = slots(weekly)
    draft = finished(weekly, first)
    plan.skip(weekly, second.day, by=account())
    client = planner()
    stays = client.get(move_page(draft), {"to": first.day.isoformat()}).content.decode()
    assert "The issue stands there already." in stays
    assert "Show what will happen" in stays
    left_out = client.get(move_page(draft), {"to": second.day.isoformat()}).content.decode()
    assert "That day is not open: it has passed, is left out, or is no press day." in left_out


def test_armed_issue_is_moved_by_a_publisher_only(weekly):
    first, second, *_ = slots(weekly)
    draft = finished(weekly, first)
    armed(draft, first.at)
    address = reverse("admin:desk-move-issue", args=[draft.pk])
    to = second.day.isoformat()
    editor = planner()
    refused = editor.get(address, {"to": to}).content.decode()
    assert "is armed. Only a publisher can arm it for another day." in refused
    assert "Move it" not in refused
    seen = str(plan.shown(draft, second.day))
    answer = editor.post(address, {"to": to, "seen": seen})
    assert answer.status_code == 403
    assert "Only a publisher can arm it for another day." in answer.content.decode()
    assert TakenSlot.objects.get().day == first.day
    client = planner("digest.arm")
    page = client.get(address, {"to": to})
    assert f"goes live {second.day:%A}" in page.content.decode()
    seen = page.context["form"].initial["seen"]
    client.post(address, {"to": to, "seen": seen})
    assert plan.armed_of(draft).live_from == second.at


def test_stale_move_is_refused_in_words(weekly):
    first, second, third, *_ = slots(weekly)
    draft = finished(weekly, first)
    seen = str(plan.shown(draft, second.day))
    plan.move(
        draft, third.day, by=account(), seen=str(plan.shown(draft, third.day)), now=dates.now()
    )
    address = reverse("admin:desk-move-issue", args=[draft.pk])
    answer = planner().post(address, {"to": second.day.isoformat(), "seen": seen}, follow=True)
    assert "Somebody has moved something here since you looked." in answer.content.decode()
    assert TakenSlot.objects.get().day == third.day


def test_issue_is_handed_to_a_writer_who_finds_it(weekly):
    draft = finished(weekly, slots(weekly)[0])
    writer = account("nadia", LOOKING, first_name="Nadia", last_name="Rourke")
    address = reverse("admin:desk-hand", args=[draft.pk])
    client = planner()
    assert "Nadia Rourke" in client.get(address).content.decode()
    client.post(address, {"writer": writer.pk, "editor": ""})
    assert "written by Nadia Rourke" in client.get(reverse("admin:index")).content.decode()
    hers = Client()
    hers.force_login(writer)
    assert [row[0] for row in hers.get(reverse("admin:index")).context["needs"].yours] == [draft]

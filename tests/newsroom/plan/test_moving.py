"""An issue gets another day: what happens to the one that held it, and to what is armed."""

from __future__ import annotations

import re
from datetime import date

import pytest

from digest.lib import dates
from digest.models import Edition
from newsroom import plan
from newsroom.calendar import taken
from newsroom.models import JournalEntry
from newsroom.refusals import Refused
from tests import factories
from tests.factories import DAY, HOUR, TICK, pressed
from tests.newsroom.plan.weeks import (
    AT,
    FIRST,
    FOURTH,
    NOW,
    SECOND,
    THIRD,
    armed,
    day_of,
    everything,
    moved,
    planned,
    thursdays,
)
from tests.newsroom.press.verbs import disarmed, presser, shown, withdrawn

pytestmark = pytest.mark.django_db


def refused(words: str, *asked, **more) -> None:
    """The move is refused with these words, and nothing at all is another than before."""
    presser()
    before = everything()
    with pytest.raises(Refused, match=re.escape(words)):
        moved(*asked, **more)
    assert everything() == before


# --- Days --------------------------------------------------------------------


def test_issue_in_the_tray_takes_an_empty_slot():
    (one,) = planned(thursdays(), None)
    assert taken.slot_of(one) is None
    moved(one, SECOND)
    assert day_of(one) == SECOND
    assert taken.slot_of(one).at == AT[SECOND]
    assert taken.holder_of(one.series_id, SECOND) == one


def test_issue_moves_to_an_empty_slot_and_leaves_its_own_free():
    (one,) = planned(thursdays(), FIRST)
    moved(one, THIRD)
    assert day_of(one) == THIRD
    assert taken.holder_of(one.series_id, FIRST) is None


def test_two_issues_exchange_their_days():
    one, other = planned(thursdays(), FIRST, THIRD)
    moved(one, THIRD)
    assert (day_of(one), day_of(other)) == (THIRD, FIRST)


def test_day_is_handed_over_and_the_other_goes_to_the_tray():
    one, other = planned(thursdays(), FIRST, THIRD)
    moved(one, THIRD, exchange=False)
    assert (day_of(one), day_of(other)) == (THIRD, None)
    assert taken.holder_of(one.series_id, FIRST) is None


def test_issue_from_the_tray_sends_the_holder_there():
    one, other = planned(thursdays(), None, SECOND)
    moved(one, SECOND)
    assert (day_of(one), day_of(other)) == (SECOND, None)


def test_issue_goes_back_to_the_tray():
    one, other = planned(thursdays(), FIRST, SECOND)
    moved(one, None)
    assert (day_of(one), day_of(other)) == (None, SECOND)


def test_same_day_of_another_series_is_another_slot():
    (one,) = planned(thursdays(), FIRST)
    (other,) = planned(thursdays(), FIRST)
    assert (day_of(one), day_of(other)) == (FIRST, FIRST)


def test_journal_says_who_moved_what_from_where_and_why():
    one, other = planned(thursdays(), FIRST, THIRD)
    before = JournalEntry.objects.count()
    moved(one, THIRD, reason="The pilots strike that week.")
    lines = JournalEntry.objects.order_by("pk")[before:]
    assert [(line.verb, line.by, line.at) for line in lines] == [
        ("issue.planned", "presser", NOW)
    ] * 2
    assert [line.subject for line in lines] == [f"issue:{one.uid}", f"issue:{other.uid}"]
    assert {line.reason for line in lines} == {"The pilots strike that week."}
    assert [(line.detail["from"], line.detail["to"]) for line in lines] == [
        ("2431-03-06", "2431-03-20"),
        ("2431-03-20", "2431-03-06"),
    ]
    assert lines[0].detail["name"] == str(one)
    moved(one, None)
    last = JournalEntry.objects.latest("pk")
    assert (last.detail["from"], last.detail["to"]) == ("2431-03-20", "")


def test_move_of_an_armed_issue_is_one_line_of_the_journal():
    (one,) = planned(thursdays(), FIRST)
    pressed(one, AT[FIRST], now=NOW)
    for day, verb, days in (
        (THIRD, "edition.rearmed", ["2431-03-06", "2431-03-20"]),
        (None, "edition.disarmed", ["2431-03-20", ""]),
    ):
        before = JournalEntry.objects.count()
        moved(one, day, reason="The pilots strike.")
        (line,) = JournalEntry.objects.order_by("pk")[before:]
        assert (line.verb, line.detail["planned"]) == (verb, days)
        assert (line.subject, line.reason) == (f"issue:{one.uid}", "The pilots strike.")


# --- Refused -----------------------------------------------------------------


def test_day_that_is_no_press_day_is_refused():
    (one,) = planned(thursdays(), FIRST)
    for day in (date(2431, 3, 7), date(2019, 12, 26)):
        refused("That is no press day", one, day)


def test_day_of_a_series_without_a_rhythm_is_refused():
    refused("That is no press day", factories.issue(), FIRST)


def test_slot_that_has_passed_is_refused_from_its_instant_on():
    (one,) = planned(thursdays(), None)
    refused("That slot has passed", one, FIRST, now=AT[FIRST])
    moved(one, FIRST, now=AT[FIRST] - TICK)
    assert day_of(one) == FIRST


def test_slot_that_has_passed_is_not_given_to_the_other_either():
    one, other = planned(thursdays(), FIRST, THIRD)
    refused("would get has passed", one, THIRD, now=AT[FIRST] + HOUR)
    moved(one, THIRD, now=AT[FIRST] + HOUR, exchange=False)
    assert (day_of(one), day_of(other)) == (THIRD, None)


def test_day_that_the_rhythm_has_left_is_not_given_to_the_other():
    series = thursdays()
    one, other = planned(series, FIRST, THIRD)
    factories.cadence(series, "2", valid_from=FIRST)
    factories.cadence(series, "4", valid_from=SECOND)
    assert taken.slot_of(one).stray
    refused("is no press day any more", one, THIRD)
    moved(one, THIRD, exchange=False)
    assert (day_of(one), day_of(other)) == (THIRD, None)


def test_week_that_is_left_out_is_refused():
    series = thursdays()
    (one,) = planned(series, FIRST)
    plan.skip(series, SECOND, by=presser(), now=NOW)
    refused("That week is left out", one, SECOND)


@pytest.mark.parametrize("day", [FIRST, None])
def test_move_to_where_the_issue_stands_is_refused(day):
    (one,) = planned(thursdays(), day)
    refused("stands there already", one, day)


def own_day(one, other):
    moved(one, FOURTH)


def own_arming(one, other):
    pressed(one, AT[FIRST], now=NOW)


def others_day(one, other):
    moved(other, FOURTH)


def others_arming(one, other):
    pressed(other, AT[SECOND], now=NOW)


def another_holder(one, other):
    moved(factories.issue(one.series), SECOND)


@pytest.mark.parametrize("deed", [own_day, own_arming, others_day, others_arming, another_holder])
def test_what_somebody_else_did_meanwhile_is_looked_at_first(deed):
    one, other = planned(thursdays(), FIRST, SECOND)
    seen = str(plan.shown(one, SECOND))
    deed(one, other)
    refused("Look again", one, SECOND, seen=seen)


def test_issue_that_came_into_an_empty_slot_meanwhile_is_looked_at_first():
    one, other = planned(thursdays(), FIRST, None)
    seen = str(plan.shown(one, SECOND))
    moved(other, SECOND)
    refused("Look again", one, SECOND, seen=seen)


def test_issue_that_has_gone_out_keeps_its_day(monkeypatch):
    one, other = planned(thursdays(), FIRST, SECOND)
    pressed(one, AT[FIRST], now=NOW)
    later = AT[FIRST] + HOUR
    monkeypatch.setattr(dates, "now", lambda: later)
    for day in (None, SECOND, THIRD):
        refused(f"“{one}” has gone out", one, day, now=None)
    # Nor is it moved by moving another: pressed before its day came, it holds that day.
    pressed(other, now=later)
    (third,) = planned(one.series, None)
    refused(f"“{other}” has gone out", third, SECOND, now=None)


def test_withdrawn_issue_has_gone_out(monkeypatch):
    (one,) = planned(thursdays(), FIRST)
    edition = pressed(one, now=NOW)
    withdrawn(edition, now=NOW + HOUR)
    monkeypatch.setattr(dates, "now", lambda: NOW + 2 * HOUR)
    refused("has gone out", one, SECOND, now=None)


# --- What is armed -----------------------------------------------------------


def test_armed_issue_is_armed_anew_for_its_new_day():
    (one,) = planned(thursdays(), FIRST)
    first = pressed(one, AT[FIRST], now=NOW, expires_at=AT[FOURTH])
    moved(one, SECOND)
    again = armed(one)
    assert (again.revision, again.live_from) == (2, AT[SECOND])
    assert (again.document, again.expires_at) == (first.document, AT[FOURTH])
    assert (again.kind, again.note) == (first.kind, first.note) == ("", "")
    assert (one.folio.slug, one.folio.number) == (first.folio.slug, first.folio.number)
    assert shown(one.folio, AT[FIRST]) == (None, [])
    assert shown(one.folio, AT[SECOND] - TICK) == (None, [])
    assert shown(one.folio, AT[SECOND]) == (2, [])


def test_text_that_was_armed_stays_and_later_edits_do_not_come_along():
    (one,) = planned(thursdays(), FIRST)
    first = pressed(one, AT[FIRST], now=NOW)
    lead = one.analysis
    type(lead).objects.filter(pk=lead.pk).update(body="<p>Not yet pressed.</p>")
    moved(one, SECOND)
    assert armed(one).fingerprint == first.fingerprint


def test_both_of_an_exchange_are_armed_anew():
    one, other = planned(thursdays(), FIRST, THIRD)
    pressed(one, AT[FIRST], now=NOW)
    pressed(other, AT[THIRD], now=NOW)
    moved(one, THIRD)
    assert (armed(one).live_from, armed(other).live_from) == (AT[THIRD], AT[FIRST])
    assert Edition.objects.armed(NOW).count() == 2
    assert shown(one.folio, AT[FIRST])[0] is None
    assert shown(other.folio, AT[FIRST])[0] == 2


def test_armed_at_an_hour_of_its_own_it_is_armed_for_the_slot():
    (one,) = planned(thursdays(), FIRST)
    pressed(one, AT[FIRST] + HOUR, now=NOW)
    moved(one, SECOND)
    assert armed(one).live_from == AT[SECOND]


def test_issue_of_which_nothing_is_armed_stays_so():
    one, other = planned(thursdays(), FIRST, SECOND)
    disarmed(pressed(one, AT[FIRST], now=NOW), now=NOW + HOUR)
    moved(one, SECOND, now=NOW + 2 * HOUR)
    assert Edition.objects.count() == 1
    assert (armed(one), armed(other)) == (None, None)


def test_tray_takes_back_what_is_armed():
    (one,) = planned(thursdays(), FIRST)
    pressed(one, AT[FIRST], now=NOW)
    moved(one, None, now=NOW + HOUR, reason="It has to wait.")
    assert armed(one) is None
    assert Edition.objects.get().disarmed_at == NOW + HOUR
    assert shown(one.folio, AT[FIRST] + DAY) == (None, [])
    line = JournalEntry.objects.get(verb="edition.disarmed")
    assert line.reason == "It has to wait."


def test_who_is_sent_to_the_tray_is_disarmed():
    one, other = planned(thursdays(), FIRST, THIRD)
    pressed(other, AT[THIRD], now=NOW)
    moved(one, THIRD, exchange=False)
    assert (armed(one), armed(other)) == (None, None)
    assert Edition.objects.get().disarmed_at == NOW


# --- All or nothing ----------------------------------------------------------


def test_first_is_not_moved_where_the_second_cannot_be():
    one, other = planned(thursdays(), THIRD, FIRST)
    pressed(one, AT[THIRD], now=NOW)
    pressed(other, AT[FIRST], now=NOW, expires_at=AT[SECOND])
    refused("It would end before it has begun", one, FIRST)
    assert (armed(one).live_from, armed(other).live_from) == (AT[THIRD], AT[FIRST])


def test_not_moved_where_it_would_end_before_its_new_day():
    (one,) = planned(thursdays(), FIRST)
    pressed(one, AT[FIRST], now=NOW, expires_at=AT[SECOND])
    refused("It would end before it has begun", one, SECOND)

"""Two people plan at the same moment, each on a connection of their own.

Whatever both want, each of them gets the whole of it or a refusal: no slot is taken twice, no
issue is lost, and what is armed is armed for the day that the issue holds then.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from digest.models import Edition, Series
from newsroom import plan as planning
from newsroom.calendar.cadence import slot_on
from newsroom.models import Issue, JournalEntry, Section, TakenSlot
from newsroom.plan.starting import start_in_slot
from newsroom.refusals import Refused
from tests import factories
from tests.newsroom.plan.weeks import (
    AT,
    FIRST,
    FOURTH,
    NOW,
    SECOND,
    THIRD,
    armed,
    day_of,
    moved,
    thursdays,
)
from tests.newsroom.press.verbs import presser
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)

Act = Callable[[], Any]
DAYS = (FIRST, SECOND, THIRD, FOURTH)


def a_move(issue: Issue, day: Any, **asked: Any) -> Act:
    """A move by somebody who has looked before either of the two began."""
    seen = str(planning.shown(issue, day))
    own = Issue.objects.get(pk=issue.pk)
    by = presser()
    return lambda: planning.move(own, day, by=by, seen=seen, now=NOW, **asked)


class Plan:
    """Four issues of one series: three have slots, the first is armed, one is in the tray."""

    def __init__(self) -> None:
        self.series: Series = thursdays()
        self.issues = [factories.issue(self.series) for _ in range(4)]

    def lay_out(self, chance: random.Random) -> None:
        """Back to where every round begins."""
        for issue in self.issues:
            if day_of(issue) is not None:
                moved(issue, None)
        self.a, self.b, self.c, self.d = chance.sample(self.issues, 4)
        self.days = chance.sample(DAYS, 4)
        for issue, day in zip((self.a, self.b, self.c), self.days, strict=False):
            moved(issue, day)
        self.armed = [self.a] if chance.random() < 0.5 else [self.a, self.b]
        for issue in self.armed:
            factories.pressed(issue, AT[day_of(issue)], now=NOW)

    def faults(self) -> list[str]:
        """One sentence for each thing that is not as whole moves leave it."""
        found = []
        taken = TakenSlot.objects.filter(series=self.series)
        for day, times in Counter(taken.values_list("day", flat=True)).items():
            if times > 1:
                found.append(f"{day} is taken {times} times")
        for issue in self.issues:
            held = list(taken.filter(issue=issue).values_list("day", flat=True))
            if len(held) > 1:
                found.append(f"{issue} holds {held}")
            editions = list(Edition.objects.filter(folio__issue=issue).armed(NOW))
            wanted = [AT[day] for day in held] if issue in self.armed else []
            if [edition.live_from for edition in editions] != wanted:
                found.append(f"{issue} is armed for {editions}, and holds {held}")
            moves = [
                line.detail["planned"][1] if "planned" in line.detail else line.detail["to"]
                for line in JournalEntry.objects.filter(subject=f"issue:{issue.uid}").order_by("pk")
                if line.verb == "issue.planned" or "planned" in line.detail
            ]
            last = moves[-1] if moves else ""
            if last != (held[0].isoformat() if held else ""):
                found.append(f"{issue} holds {held}, and the journal says {last!r}")
        return found


def same_issue(plan: Plan) -> list[Act]:
    return [a_move(plan.a, plan.days[3]), a_move(plan.a, plan.days[1])]


def across(plan: Plan) -> list[Act]:
    return [a_move(plan.a, plan.days[1]), a_move(plan.b, plan.days[0])]


def across_without_exchange(plan: Plan) -> list[Act]:
    return [
        a_move(plan.a, plan.days[1], exchange=False),
        a_move(plan.b, plan.days[0], exchange=False),
    ]


def same_empty_slot(plan: Plan) -> list[Act]:
    return [a_move(plan.a, plan.days[3]), a_move(plan.d, plan.days[3])]


def into_the_tray_and_exchanged(plan: Plan) -> list[Act]:
    return [a_move(plan.a, None), a_move(plan.b, plan.days[0])]


def round_about(plan: Plan) -> list[Act]:
    return [a_move(plan.a, plan.days[1]), a_move(plan.c, plan.days[0])]


def left_and_taken(plan: Plan) -> list[Act]:
    return [a_move(plan.a, plan.days[3]), a_move(plan.d, plan.days[0])]


ROUNDS = [
    same_issue,
    across,
    across_without_exchange,
    same_empty_slot,
    into_the_tray_and_exchanged,
    round_about,
    left_and_taken,
]


@pytest.mark.soak
def test_two_who_plan_at_once_lose_nothing(soaking):
    seed = random.SystemRandom().randrange(10**6) if soaking else 7
    chance = random.Random(seed)
    plan = Plan()
    for number in range(200 if soaking else 20):
        deed = ROUNDS[number % len(ROUNDS)]
        plan.lay_out(chance)
        acts = deed(plan)
        chance.shuffle(acts)
        outcomes = at_once(acts)
        told = f"seed {seed}, round {number}, {deed.__name__}: {outcomes}"
        assert plan.faults() == [], told
        # All these cross: who comes second has seen something that is no longer so.
        assert sum(isinstance(one, Refused) for one in outcomes) == 1, told


def test_moves_that_have_nothing_in_common_both_happen():
    plan = Plan()
    plan.lay_out(random.Random(1))
    outcomes = at_once([a_move(plan.a, plan.days[3]), a_move(plan.b, None)])
    assert outcomes == [None, None]
    assert (day_of(plan.a), day_of(plan.b)) == (plan.days[3], None)
    assert armed(plan.a).live_from == AT[plan.days[3]]
    assert plan.faults() == []


def a_start(series: Series, day: Any) -> Act:
    slot = slot_on(list(series.cadences.all()), day)
    by = presser()
    return lambda: start_in_slot(series, slot, by=by, now=NOW)


def test_same_slot_started_by_four_at_once_gets_one_whole_issue():
    series = thursdays()
    factories.standing(series)
    for day in DAYS:
        outcomes = at_once([a_start(series, day)] * 4)
        assert sorted(type(one).__name__ for one in outcomes) == ["Issue"] + ["Refused"] * 3
    assert Issue.objects.count() == Section.objects.count() == TakenSlot.objects.count() == 4


def test_different_slots_started_at_once_all_get_their_issue():
    series = thursdays()
    factories.standing(series)
    outcomes = at_once([a_start(series, day) for day in DAYS])
    assert [day_of(one) for one in outcomes] == list(DAYS)


def test_slot_that_is_left_out_while_an_issue_is_moved_there_gets_one_of_them():
    series = thursdays()
    issue = factories.issue(series)
    by = presser()
    for day in DAYS:
        outcomes = at_once(
            [a_move(issue, day), lambda day=day: planning.skip(series, day, by=by, now=NOW)]
        )
        assert sum(isinstance(one, Refused) for one in outcomes) == 1
        assert TakenSlot.objects.filter(series=series, day=day).count() == 1

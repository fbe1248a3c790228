"""A clock that was put back while a page of the press stood open: that is said, before all else."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from inspect import isfunction
from typing import Any

import pytest

from digest.lib import dates
from newsroom import plan, press
from newsroom.calendar import taken
from newsroom.desk.lib import moments
from newsroom.desk.press import taking_back as pages
from newsroom.models import TakenSlot
from newsroom.press.expecting import Expecting, seen
from newsroom.press.holding import put_back
from tests.factories import (
    HOUR,
    T0,
    account,
    cadence,
    corrected,
    issue,
    pressed,
    publication,
    series,
)
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import changed, rows, verb
from tests.newsroom.desk.places import press as press_page

pytestmark = pytest.mark.django_db

SAID = "have the clock of this machine set"
#: When the page is opened.
LOOKED = T0 + 5 * HOUR
WHY = "It named the wrong pier."
NEW = {"kind": "update", "note": "The pier is another one.", "at": "", "expires_at": ""}

#: A page of the press -> what is typed into its form. The revision is the live one.
OF_LIVE: dict[str, tuple[Any, dict[str, Any]]] = {
    "arm": (press_page, NEW),
    "arm, sent by who has looked": (press_page, {**NEW, "step": "press"}),
    "rearm": (lambda one: verb("rearm", one, 1), NEW),
    "expire": (lambda one: verb("expire", one, 1), {"reason": WHY, "at": "2431-03-09T10:00"}),
    "withdraw": (lambda one: verb("withdraw", one), {"reason": WHY}),
    "suppress": (lambda one: verb("suppress", one, 1), {"reason": WHY}),
}
OF_ARMED = {
    **OF_LIVE,
    "disarm": (lambda one: verb("disarm", one, 2), {"reason": WHY}),
    "expire what is armed": (
        lambda one: verb("expire", one, 2),
        {"reason": WHY, "at": "2431-03-09T10:00"},
    ),
    "replace": (lambda one: verb("replace", one), {}),
}


def test_every_verb_of_the_press_has_its_page() -> None:
    every = {name for name in press.__all__ if isfunction(getattr(press, name))}
    assert every == {one for one in OF_ARMED if hasattr(press, one)}
    asking = {name for name, one in vars(pages).items() if name in every and callable(one)}
    assert asking <= OF_ARMED.keys()


@pytest.fixture
def clock(monkeypatch):
    def show(at: datetime) -> None:
        monkeypatch.setattr(dates, "now", lambda: at)

    show(T0)
    return show


@pytest.fixture
def desk(db, clock) -> Desk:
    publication()
    return Desk(account("editor", is_superuser=True))


def asked(desk, one, form):
    """The page as somebody opened it, and what they send of it."""
    address, typed = form
    address = address(one)
    if "replace" in address:
        return address, {**token(desk, one), "expecting": seen(one).to_json(), **typed}
    fields = desk.open(address).fields()
    return address, {**fields, **typed}


def token(desk, one):
    return {"csrfmiddlewaretoken": desk.open(press_page(one)).value("csrfmiddlewaretoken")}


def first_said(screen) -> str:
    lines = [
        line.words for one in screen.root.all("ul", class_="consequences") for line in one.all("li")
    ]
    return [*screen.messages, *lines][0]


def is_said_first(screen):
    assert SAID in first_said(screen)
    assert screen.status == 200
    every = " ".join([screen.words, *screen.messages])
    assert "You were shown" not in every
    assert "so there is nothing to" not in every
    assert "required" not in every


@pytest.mark.parametrize("form", OF_ARMED.values(), ids=OF_ARMED)
def test_clock_before_the_last_act_is_said_first(desk, clock, form):
    one = issue()
    pressed(one, T0 + 2 * HOUR)
    corrected(one, T0 + 8 * HOUR, now=T0 + 4 * HOUR)
    clock(LOOKED)
    address, sent = asked(desk, one, form)
    before = rows()
    clock(T0 + HOUR)
    screen = desk.send(address, sent)
    is_said_first(screen)
    assert not [name for name in changed(before) if "session" not in name.lower()]
    if "reason" in sent:
        assert WHY in screen.root.all(name="reason")[0].words


@pytest.mark.parametrize("form", OF_LIVE.values(), ids=OF_LIVE)
def test_clock_before_a_beginning_that_was_shown_as_past_is_said_first(desk, clock, form):
    one = issue()
    pressed(one, T0 + 2 * HOUR)
    clock(LOOKED)
    address, sent = asked(desk, one, form)
    before = rows()
    clock(T0 + HOUR)
    is_said_first(desk.send(address, sent))
    assert not [name for name in changed(before) if "session" not in name.lower()]


@pytest.mark.parametrize("name", ["withdraw", "expire", "suppress"])
def test_page_opened_by_such_a_clock_says_so_too(desk, clock, name):
    one = issue()
    pressed(one)
    clock(T0 - HOUR)
    address = verb(name, one, *([] if name == "withdraw" else [1]))
    assert SAID in first_said(desk.open(address))


def test_planner_is_told_so_before_what_is_live_or_where_it_stands(desk, clock):
    weekly = series()
    cadence(weekly, "4", valid_from=(T0 - timedelta(days=7)).date())
    one = issue(weekly)
    day = (T0 + timedelta(days=7)).date()
    TakenSlot.objects.create(series=weekly, day=day, issue=one)
    pressed(one, T0 + HOUR)
    slot = taken.slot_of(one)
    shown = seen(one).to_json()
    clock(T0 - HOUR)
    sent = {"expecting": shown, "at": moments.written(slot.at)}
    own = token(desk, one)
    assert SAID in desk.send(verb("arm-for-slot", one), {**sent, **own}).messages[0]
    move = verb("move-issue", one)
    there = (day + timedelta(days=7)).isoformat()
    shown = str(plan.shown(one, day + timedelta(days=7)))
    screen = desk.send(move, {"to": there, "seen": shown, "reason": WHY, **own})
    assert SAID in screen.words
    assert "no press day" not in screen.words


def test_clock_that_is_set_a_little_finer_stops_nobody(clock):
    one = issue()
    pressed(one)
    clock(LOOKED)
    shown = Expecting.from_json(seen(one).to_json())
    assert shown.at == LOOKED
    clock(LOOKED - timedelta(seconds=2))
    assert put_back(one, shown) is None
    press.withdraw(one.folio, by=account(is_superuser=True), expecting=shown, reason=WHY)


@pytest.mark.parametrize("at", ["", "x", 7, [], "0001-01-01T00:00:00+23:00"])
def test_rubbish_in_place_of_the_moment_was_never_shown(at):
    text = json.dumps([1, None, "", [], at])
    assert Expecting.from_json(text) == Expecting(-1, -1)

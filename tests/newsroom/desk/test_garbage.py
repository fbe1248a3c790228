"""Garbage in a request costs whoever sends it a refusal, and never an error page."""

from __future__ import annotations

import logging

import pytest
from django.db import transaction

from tests.newsroom.desk import garbage
from tests.newsroom.desk.everywhere import Everything, Hand, forms
from tests.newsroom.desk.places import rows


def wrong(hand: Hand, request: garbage.Request, before: dict) -> str:
    """What is wrong with the answer to a request, or ""; what it has written is taken back."""
    with transaction.atomic():
        answer = hand.send(request.method, request.address, request.data)
        is_refused = request.method == "GET" or answer.status_code >= 400
        moved = [] if answer.status_code >= 500 or not is_refused else moved_since(before)
        transaction.set_rollback(True)
    if answer.status_code >= 500:
        return f"{request}: {answer.status_code} {hand.raised[-600:]}"
    return f"{request}: {answer.status_code}, and {moved} changed" if moved else ""


def moved_since(before: dict) -> list[str]:
    after = rows()
    return [label for label in after if after[label] != before[label] and label != SESSIONS]


#: Where a message waits for the next page.
SESSIONS = "sessions.Session"


@pytest.mark.soak
def test_garbage_is_refused_and_changes_nothing(db, soaking):
    logging.disable(logging.CRITICAL)
    import os, time

    t = time.time()
    chance = garbage.Chance(int(os.environ.get("SEED", 7)), int(os.environ.get("TIMES", 1)))
    everything = Everything()
    hand, places = Hand(everything.owner), everything.places()
    rendered = forms(hand, places)
    asked = list(garbage.surely(places, rendered))
    if "ALL" in os.environ:
        asked = [*chance.of_places(places), *chance.of_forms(rendered)]
    print(len(places), len(rendered), len(asked), time.time() - t, flush=True)
    before, found = rows(), []
    for n, one in enumerate(asked):
        if n % 100 == 0:
            print(n, time.time() - t, flush=True)
        u = time.time()
        if said := wrong(hand, one, before):
            print(said, flush=True)
            found.append(said)
        if time.time() - u > 1:
            print("SLOW", time.time() - u, str(one)[:200], flush=True)
    print(len(asked), time.time() - t)
    assert found == []

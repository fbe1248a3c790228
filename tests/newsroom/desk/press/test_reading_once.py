"""The press page reads its draft once: looking, asking and pressing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from digest.models import Edition
from tests.factories import HOUR, issue, pressed
from tests.newsroom.desk.places import now, press

NEW = {"kind": "update", "note": "The pier is another one."}


@pytest.fixture
def counted(desk):
    """What an answer costs: (queries, readings of the draft's parts), without the test's own."""

    def count(answer: Callable[[], Any]) -> tuple[int, int]:
        with CaptureQueriesContext(connection) as captured:
            answer()
        asked = [one["sql"] for one in captured]
        own = [sql for sql in asked if "SAVEPOINT" not in sql]
        parts = [sql for sql in asked if 'FROM "newsroom_newsbrief"' in sql]
        return len(own), len(parts)

    return count


@pytest.mark.parametrize("was_live", [True, False], ids=["correction", "first press"])
def test_draft_is_read_once_whatever_is_asked(desk, counted, was_live):
    desk.client.handler.enforce_csrf_checks = False
    draft = issue()
    if was_live:
        pressed(draft, now=now() - HOUR)
    offered = desk.client.get(press(draft)).context["form"].initial
    data = {name: value for name, value in offered.items() if value is not None}
    data |= NEW if was_live else {}
    said: dict[str, Any] = {}
    costs = {}

    def look() -> None:
        said.update(desk.client.post(press(draft), {**data, "step": "look"}).context)

    costs["open"] = counted(lambda: desk.client.get(press(draft)))
    costs["look"] = counted(look)
    again = {**data, "step": "press", "said": said["form"].said()}
    costs["press"] = counted(lambda: desk.client.post(press(draft), again))
    assert Edition.objects.count() == (2 if was_live else 1)
    assert {name: readings for name, (_queries, readings) in costs.items()} == {
        "open": 1,
        "look": 1,
        "press": 1,
    }
    most = {"open": 20, "look": 35, "press": 45}
    over = {name: one for name, (one, _readings) in costs.items() if one > most[name]}
    assert over == {}

"""The site's clock, and asking the site for a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from digest.lib import dates
from tests.factories import T0

Clock = Callable[[datetime], None]
Ask = Callable[..., Any]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Set the one clock to an instant; T0 until then. Nothing else is ever replaced."""

    def set_clock(moment: datetime) -> None:
        monkeypatch.setattr(dates, "now", lambda: moment)

    set_clock(T0)
    return set_clock


@pytest.fixture
def ask(at: Clock, client: Client) -> Ask:
    """Ask for an address at an instant: ask("/", T0, Range="bytes=0-9")."""

    def get(
        address: str, moment: datetime | None = None, *, method: str = "get", **headers: str
    ) -> Any:
        if moment is not None:
            at(moment)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return getattr(client, method)(address, headers=named)

    return get

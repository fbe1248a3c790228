"""The site's clock, and asking the site for a page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from digest.lib import dates
from tests.digest.visitor import Answer, Visitor
from tests.factories import T0

Clock = Callable[[datetime], None]
Ask = Callable[..., Answer]


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Set the one clock to an instant; the real one until then. Nothing else is replaced."""

    def set_clock(moment: datetime) -> None:
        monkeypatch.setattr(dates, "now", lambda: moment)

    return set_clock


@pytest.fixture
def visitor(at: Clock) -> Visitor:
    """Somebody without an account."""
    return Visitor()


@pytest.fixture
def ask(at: Clock, visitor: Visitor) -> Ask:
    """Ask for an address at an instant: ask("/", T0 + HOUR). Without one it is T0."""

    def get(address: str, moment: datetime = T0, **headers: str) -> Answer:
        at(moment)
        return visitor.ask(address, **headers)

    return get

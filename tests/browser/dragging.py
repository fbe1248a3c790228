"""Dragging as a person does it: take it, carry it, rest over the place, let go."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, Position


def drag(page: Page, what: Locator, place: Locator, *, at: Position | None = None) -> None:
    """Drop `what` on a place, `at` that many pixels from its corner; else on its middle."""
    # A sticky row at the window's foot would lie above what is just in view.
    place.evaluate("(one) => one.scrollIntoView({block: 'center', behavior: 'instant'})")
    what.hover(position={"x": 5, "y": 5})
    page.mouse.down()
    # Two movements: the first one begins the drag.
    place.hover(position=at)
    place.hover(position=at)
    page.mouse.up()

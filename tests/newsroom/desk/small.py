"""The small requests of an issue's screen, as its scripts send them."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from newsroom.desk.screen.kinds import kind_of
from newsroom.models import Issue
from tests.digest.pagetext import Element
from tests.newsroom.desk.deskscreens import Desk, Screen, _values
from tests.newsroom.desk.places import change


class Small:
    """Somebody with the screen of an issue before them."""

    def __init__(self, desk: Desk, issue: Issue) -> None:
        self.desk = desk
        self.issue = issue
        self.base = f"{change(issue).removesuffix('change/')}screen/"
        self.page = desk.open(change(issue))

    def at(self, part: Any, verb: str = "") -> str:
        """The address of a part's small requests."""
        return f"{self.base}parts/{kind_of(part).name}/{part.pk}/{verb}"

    def get(self, address: str, **headers: str) -> Screen:
        """Ask for a fragment."""
        return self._screen(address, self.desk.client.get(address, headers=self._headers(headers)))

    def post(self, address: str, data: Any = None, **headers: str) -> Screen:
        """Send a small request; data may hold lists and files."""
        sent = self.desk.client.post(address, data or {}, headers=self._headers(headers))
        return self._screen(address, sent)

    def open(self, part: Any) -> dict[str, Any]:
        """Open a part: what its form would send."""
        return _values(self.get(self.at(part)).root.one("form", class_="part-form"))

    def save(self, part: Any, form: dict[str, Any] | None = None, **values: Any) -> Screen:
        """Save a part with some of its fields typed anew; "" for None takes a field out."""
        data = {**(form or self.open(part)), **{k.replace("__", "-"): v for k, v in values.items()}}
        return self.post(self.at(part), {k: v for k, v in data.items() if v is not None})

    def _headers(self, more: dict[str, str]) -> dict[str, str]:
        token = self.desk.client.cookies[settings.CSRF_COOKIE_NAME].value
        named = {name.replace("_", "-"): value for name, value in more.items()}
        return {
            "HX-Request": "true",
            "X-CSRFToken": token,
            "Desk-As": str(self.desk.user.pk),
            **named,
        }

    def _screen(self, address: str, response: Any) -> Screen:
        return Screen(self.desk, address, response)


def element(screen: Screen, uid: Any, prefix: str) -> Element:
    """The element of a fragment that is about a part: status, version, conflict, …"""
    return screen.root.one(id=f"{prefix}-{uid}")

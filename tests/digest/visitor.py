"""Asking the whole application, middleware and all, through its WSGI door.

Django's own test client copies the context of every template that is rendered, which
makes a page of many parts six times slower; tests here ask thousands of times.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory


@dataclass(frozen=True)
class Answer:
    """What came out of the door, byte for byte."""

    status_code: int
    headers: tuple[tuple[str, str], ...]
    content: bytes

    def get(self, name: str, otherwise: Any = None) -> Any:
        """A header, whatever case its name is given in."""
        known = {key.lower(): value for key, value in self.headers}
        return known.get(name.lower(), otherwise)

    def __getitem__(self, name: str) -> str:
        return self.get(name)

    @property
    def cookies(self) -> list[str]:
        """Every Set-Cookie header."""
        return [value for name, value in self.headers if name.lower() == "set-cookie"]


class Visitor:
    """Somebody with a browser; `cookies` are sent along."""

    def __init__(self) -> None:
        self.application = WSGIHandler()
        self.cookies = SimpleCookie()
        self.requests = RequestFactory()

    def ask(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path with its query; headers with "_" for "-"."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            named["Cookie"] = "; ".join(
                f"{name}={cookie.value}" for name, cookie in self.cookies.items()
            )
        environment = self.requests.generic(method, address, headers=named).environ
        begun: list[Any] = []
        with _connections_kept():
            chunks = self.application(environment, lambda *line: begun.append(line))
            content = b"".join(chunks)
            chunks.close()  # type: ignore[attr-defined]
        status, answered = begun[0]
        return Answer(int(status.split()[0]), tuple(answered), content)


@contextmanager
def _connections_kept() -> Iterator[None]:
    """A request closes connections that are in a transaction; a test's is in one."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)

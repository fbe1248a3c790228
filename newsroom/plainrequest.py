"""What comes with a request is plain before any code reads it (digest/lib/plaintext.py)."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError

from digest.lib import plaintext


class PlainRequestMiddleware:
    """Queries are lines of plain text; posted values and cookies hold what a text may hold.

    What is posted may be HTML: its breaks and blanks are the field's business. Passwords
    are compared, never printed or stored, and stay as they are.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Our forms are sent in it; what else a request claims can be no encoding at all.
        request.encoding = "utf-8"
        cookies = {name: plaintext.sifted(value) for name, value in request.COOKIES.items()}
        request.COOKIES = cookies
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *args: Any) -> None:
        """Where there is an address for it: only then is a form read at all."""
        if request.GET:
            request.GET = _plain(request.GET, plaintext.line)  # type: ignore[assignment]
        if request.method == "POST":
            # Who hangs up in the middle is told so by the check of the token.
            with contextlib.suppress(UnreadablePostError):
                request.POST = _plain(request.POST, plaintext.sifted)  # type: ignore[assignment]


def _plain(data: QueryDict, rule: Callable[[str], str]) -> QueryDict:
    plain = QueryDict(mutable=True, encoding=data.encoding)
    for name, values in data.lists():
        as_it_is = "password" in name
        plain.setlist(rule(name), values if as_it_is else [rule(value) for value in values])
    plain._mutable = False
    return plain

"""Whatever a request says of its body, it is answered: no type of it costs an error page."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.test import RequestFactory
from django.urls import reverse

from newsroom.wsgi import application
from tests.tables import each

pytestmark = pytest.mark.django_db(transaction=True)

BODY = b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nab\r\n--x--\r\n'


def answered(environ: dict[str, Any]) -> str:
    """The status that a web server would be told."""
    told: list[str] = []
    list(application(environ, lambda status, headers: told.append(status)))
    return told[0][:3]


@each(
    "kind",
    [
        "text/plain; charset=rot13",
        "multipart/form-data; boundary*=bogus'x'%41",
        *(f"multipart/form-data; boundary=x; charset={one}" for one in ("rot13", "idna", "hex")),
        *(f"application/x-www-form-urlencoded; charset={one}" for one in ("utf-16", "undefined")),
    ],
)
@each("method", ["GET", "POST"])
def test_type_of_a_body_costs_no_error_page(kind: str, method: str) -> None:
    for path in ("/", "/archive/", reverse("admin:login"), reverse("admin:digest_topic_add")):
        environ = RequestFactory(SERVER_NAME="localhost").generic(method, path, BODY).environ
        environ |= {"CONTENT_TYPE": kind, "wsgi.input": io.BytesIO(BODY)}
        assert answered(environ) in {"200", "301", "302", "400", "403", "404", "405"}, path

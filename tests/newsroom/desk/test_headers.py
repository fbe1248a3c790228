"""What every answer under /admin/ and /preview/ says of itself."""

from __future__ import annotations

import re

import pytest

from tests.factories import HOUR, issue, pressed, small_photo, top_picture
from tests.newsroom.desk.places import change, now, press
from tests.newsroom.desk.rim.addresses import all_addresses, world


def policy(response) -> dict[str, list[str]]:
    """The content security policy, directive -> sources."""
    lines = response["Content-Security-Policy"].split(";")
    return {line.split()[0]: line.split()[1:] for line in lines if line.strip()}


def test_every_answer_of_the_desk_is_private_and_uncached(desk, client):
    draft = world()
    addresses = [asked.address for asked in all_addresses(draft)]
    addresses += ["/admin/", "/admin/login/", "/admin/nowhere/", "/preview/nowhere/"]
    asked = [(desk.client.get, address) for address in addresses]
    few = [change(draft), press(draft), draft.preview_address, "/admin/nowhere/"]
    asked += [
        (method, one) for method in (client.get, client.post, desk.client.head) for one in few
    ]
    wrong = []
    for method, address in asked:
        answer = method(address)
        said = [answer.get(n) for n in ("Cache-Control", "X-Robots-Tag", "Referrer-Policy")]
        if said != ["private, no-store", "noindex", "same-origin"]:
            wrong.append((address, answer.status_code, said))
        framed = "SAMEORIGIN" if address.startswith("/preview/") else "DENY"
        assert answer["X-Frame-Options"] == framed
        assert answer["X-Content-Type-Options"] == "nosniff"
    assert wrong == []


def test_scripts_of_the_desk_come_from_here_or_carry_the_nonce(desk):
    draft = issue()
    for page in (change(draft), press(draft), "/admin/", "/admin/login/"):
        answer = desk.client.get(page)
        said = policy(answer)
        assert said["default-src"] == ["'none'"]
        nonces = [s for s in said["script-src"] if s.startswith("'nonce-")]
        assert set(said["script-src"]) == {"'self'", *nonces}
        assert len(nonces) <= 1
        body = answer.content.decode() if answer.status_code == 200 else ""
        for tag in re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", body):
            kind = re.search(r'type="([^"]*)"', tag)
            data = bool(kind) and kind[1] == "application/json"
            assert data or f'nonce="{nonces[0][7:-1]}"' in tag
        assert "'unsafe-eval'" not in answer["Content-Security-Policy"]


def test_nonce_is_another_in_every_answer(desk):
    address = change(issue())
    found = {policy(desk.client.get(address))["script-src"][-1] for _ in range(3)}
    assert len(found) == 3


@pytest.mark.parametrize("part", ["issue", "picture"])
def test_preview_has_the_readers_policy(desk, part):
    draft = issue()
    use = top_picture(draft, small_photo())
    address = draft.preview_address
    if part == "picture":
        key = use.photo.picture.key
        address = f"/preview/pictures/{key}/{use.photo.picture.renditions.get().width}.jpg"
    said = policy(desk.client.get(address))
    assert "script-src" not in said
    assert (said["default-src"], said["style-src"]) == (["'none'"], ["'self'"])


@pytest.mark.django_db
def test_readers_pages_have_none_of_it(client):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    answer = client.get(draft.folio.get_absolute_url())
    assert "no-store" not in answer["Cache-Control"]
    assert "X-Robots-Tag" not in answer
    assert "unsafe" not in answer["Content-Security-Policy"]

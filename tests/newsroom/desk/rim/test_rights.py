"""Who may open and send what: every address of the desk, by method and by person."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import Client

from digest.models import Edition
from newsroom.models import Issue
from newsroom.press.expecting import seen
from tests.factories import account, issue, publication
from tests.newsroom.desk import staff
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, changed, press, rows, verb
from tests.newsroom.desk.rim.addresses import NOBODY, OWN, all_addresses, world


@pytest.fixture
def draft(db):
    """Something at every address."""
    publication()
    return world()


PEOPLE = {
    "reader without an account": lambda: None,
    "account that is not staff": lambda: _plain(),
    "staff without rights": lambda: account("guest"),
    "staff who may only look": lambda: account(
        "looker", *(f"newsroom.view_{m}" for m in ("issue", "photo", "journalentry"))
    ),
    "staff who may change and therefore look": lambda: account(
        "changer", "newsroom.change_issue", "newsroom.change_photo", "digest.change_notice"
    ),
    "staff with model rights": staff.writer,
    "editor": staff.editor,
}


def _plain():
    user = account("plain")
    user.is_staff = False
    user.save()
    return user


def may(user, right: str) -> bool:
    """Whether somebody has a right, as Django's admin reads it: to change is to view."""
    if user is None or not user.is_staff or right == NOBODY:
        return False
    return user.has_perm(right) or user.has_perm(right.replace(".view_", ".change_"))


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE.keys())
def test_address_opens_for_those_who_have_the_right(draft, person):
    user = person()
    client = Client()
    if user:
        client.force_login(user)
    addresses = all_addresses(draft)
    before, wrong = rows(), []
    for asked in addresses:
        for method, right in asked.rights.items():
            if not right or not may(user, right):
                answer = getattr(client, method.lower())(asked.address)
                if not barred(answer, user):
                    wrong.append((asked.name, method, answer.status_code))
    assert (wrong, changed(before)) == ([], [])
    for asked in addresses:
        right = asked.rights["GET"]
        if right and may(user, right) and asked.name not in PROTECTED:
            status = client.get(asked.address).status_code
            if status != 200:
                wrong.append((asked.name, "GET", status))
    assert wrong == []


#: What has a Folio is deleted by nobody.
PROTECTED = ("newsroom_issue_delete",)


def barred(answer, user) -> bool:
    """Whether somebody was sent away: to the log-in, or with a refusal."""
    if answer.status_code == 405:
        return True
    if user is None or not user.is_staff:
        # A small request is told so: it would put the log-in page into the form.
        return answer.status_code == 401 or barred_from_page(answer)
    return answer.status_code == 403


def barred_from_page(answer) -> bool:
    """Whether somebody was sent to the log-in page."""
    return answer.status_code == 302 and answer["Location"].startswith("/admin/login/")


def test_every_address_of_ours_is_known_here(draft):
    names = {asked.name for asked in all_addresses(draft)}
    assert set(OWN) <= names
    assert len(names) > 40
    models = {m._meta.model_name for m in admin.site._registry if m._meta.app_label == "newsroom"}
    assert {name.split("_")[1] for name in names if name.startswith("newsroom_")} == models


def test_somebody_without_the_right_cannot_press_by_a_raw_request(db):
    publication()
    draft = issue()
    client = Client()
    client.force_login(staff.writer())
    data = {
        "expecting": seen(draft).to_json(),
        "step": "press",
        "slug": "fog",
        "volume": "0",
        "number": "1",
        "at": "",
        "expires_at": "",
    }
    before = rows()
    assert client.post(press(draft), data).status_code == 403
    assert rows() == before
    client.force_login(staff.editor())
    assert client.post(press(draft), data).status_code == 302
    assert Edition.objects.count() == 1


def test_right_to_press_opens_nothing_to_who_may_not_see_issues(draft):
    asked = [
        one.address
        for one in all_addresses(draft)
        if one.name.startswith("desk-") and one.rights["GET"] in staff.PRESS_RIGHTS
    ]
    assert len(asked) == 6
    for rights, status in ([], 403), (["newsroom.change_issue"], 200):
        client = Client()
        client.force_login(account("", *staff.PRESS_RIGHTS, *rights))
        assert {client.get(address).status_code for address in asked} == {status}
        assert {client.post(address).status_code for address in asked} == {status}


@pytest.mark.parametrize("name", ["press", "withdraw", "disarm", "expire", "rearm", "suppress"])
def test_issue_that_is_not_there_is_not_found(db, name):
    client = Client()
    client.force_login(staff.editor())
    revision = None if name in {"press", "withdraw"} else 1
    address = verb(name, Issue(pk=999), revision)
    assert client.get(address).status_code == 404
    assert client.post(address, {"reason": "x"}).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/preview/issues/999/",
        "/preview/pictures/00000000000000000000000000000000/480.jpg",
        "/admin/newsroom/photo/999/take-down/",
        "/admin/newsroom/nothing/",
        "/preview/",
    ],
)
def test_what_is_not_there_is_not_found(db, address):
    client = Client()
    client.force_login(staff.editor())
    assert client.get(address).status_code == 404


def test_buttons_are_offered_to_those_who_may_press_them(draft):
    rights = {"Correct", "Withdraw"}
    assert rights <= set(Desk(staff.editor()).open(change(draft)).links)
    assert not rights & set(Desk(staff.writer()).open(change(draft)).links)
    looking = Desk(account("looker", "newsroom.view_issue")).open(change(draft))
    assert looking.status == 200
    assert looking.root.all("button", class_="edit") == []
    assert looking.root.all("template") == []
    assert [one for one in looking.links if one.startswith("Add ")] == []


def test_forged_request_is_refused(draft):
    client = Client(enforce_csrf_checks=True)
    client.force_login(staff.editor())
    addresses = all_addresses(draft)
    before = rows()
    for asked in addresses:
        if asked.rights["POST"]:
            assert client.post(asked.address).status_code == 403
    assert rows() == before

"""Where who logs in is led: to a page of ours, whatever the address names."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests.factories import account, publication

pytestmark = pytest.mark.django_db

FOREIGN = [
    "https://evil.example/",
    "//evil.example/admin/",
    "/\\evil.example",
    "http:evil.example",
    "javascript:alert('evil.example')",
    "https:evil.example@localhost",
]


def log_in(address: str) -> tuple[str, object]:
    """The form at that address, and the answer to who fills it in."""
    client = Client()
    form = client.get(address)
    hidden = form.context["next"]
    sent = {"username": "vera", "password": "a long enough password", "next": hidden}
    return form.content.decode(), client.post(form.context["app_path"], sent)


@pytest.fixture(autouse=True)
def vera():
    publication()
    return account("vera", is_superuser=True)


@pytest.mark.parametrize("foreign", FOREIGN)
def test_a_foreign_page_is_neither_named_nor_led_to(foreign):
    form, answer = log_in(f"/admin/login/?next={foreign}")
    assert "evil.example" not in form
    assert (answer.status_code, answer["Location"]) == (302, "/admin/")


@pytest.mark.parametrize("foreign", FOREIGN)
def test_a_foreign_page_that_is_sent_is_not_led_to(foreign):
    sent = {"username": "vera", "password": "a long enough password", "next": foreign}
    answer = Client().post("/admin/login/", sent)
    assert (answer.status_code, answer["Location"]) == (302, "/admin/")


def test_a_page_of_ours_is_led_to():
    _, answer = log_in("/admin/login/?next=/admin/newsroom/issue/%3Fstate%3Ddraft")
    assert answer["Location"] == "/admin/newsroom/issue/?state=draft"


def test_without_a_page_it_is_what_needs_the_person():
    _, answer = log_in("/admin/login/")
    assert answer["Location"] == "/admin/"


def test_question_is_answered_by_who_asks_and_is_never_kept(client):
    """The question itself: 204 to who may come in, and nothing to be kept of it."""
    assert client.get(reverse("admin:desk-here")).status_code == 401
    client.force_login(User.objects.create_user("reader"))
    assert client.get(reverse("admin:desk-here")).status_code == 401
    client.force_login(account())
    answer = client.get(reverse("admin:desk-here"))
    assert (answer.status_code, answer["Cache-Control"].count("no-store")) == (204, 1)

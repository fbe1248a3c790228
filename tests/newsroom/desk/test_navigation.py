"""The menu: the newsroom's words in the order of a week, and only what a person may open."""

from __future__ import annotations

import pytest
from django.contrib import admin

from newsroom.desk.navigation import GROUPS, INDEX
from tests.factories import account, publication
from tests.newsroom.desk import staff
from tests.newsroom.desk.deskscreens import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site():
    return publication()


def menu(user):
    """Group -> the words under it, as the page shows them."""
    nav = Desk(user).open("/admin/").root.one("nav", id="desk-nav")
    names = [one.words for one in nav.all("p")]
    lists = [[link.words for link in one.all("a")] for one in nav.all("ul")]
    return dict(zip(names, lists, strict=True))


def test_owner_sees_everything_in_the_order_of_a_week():
    assert menu(account("owner", is_superuser=True)) == {
        "This week": ["What needs me", "Issues"],
        "Material": ["Photos", "Outlets", "People", "Topics", "Labels"],
        "Publication": ["Series", "Notices", "Publication settings", "Staff"],
        "Record": ["Journal"],
        "Accounts": ["Accounts", "Groups of rights"],
    }


def test_somebody_sees_what_they_may_open_and_no_empty_group():
    assert menu(account("looker", "newsroom.view_issue", "digest.change_outlet")) == {
        "This week": ["What needs me", "Issues"],
        "Material": ["Outlets"],
    }
    assert menu(account("guest")) == {"This week": ["What needs me"]}


def test_every_model_with_a_list_has_a_place():
    placed = {label for _, labels in GROUPS for label in labels} - {INDEX}
    request = type("Request", (), {"user": account("owner", is_superuser=True)})()
    shown = {
        f"{model._meta.app_label}.{model._meta.model_name}"
        for model, one in admin.site._registry.items()
        if one.has_module_permission(request)
    }
    assert placed == shown


@pytest.mark.parametrize(
    "address",
    [
        "/admin/newsroom/issue/",
        "/admin/newsroom/photo/add/",
        "/admin/digest/person/add/",
        "/admin/newsroom/journalentry/",
    ],
)
def test_no_page_speaks_of_apps(address):
    screen = Desk(account("owner", is_superuser=True)).open(address)
    trail = screen.root.one("div", class_="breadcrumbs").words
    assert trail.startswith("What needs me ›")
    assert not {"Newsroom", "Digest", "Home"} & set(trail.split())


def test_trail_of_a_new_row_says_that_it_is_new():
    screen = Desk(staff.editor()).open("/admin/digest/person/add/")
    assert screen.root.one("div", class_="breadcrumbs").words == "What needs me › People › new"


def test_address_of_an_app_leads_to_the_first_page():
    screen = Desk(staff.editor()).open("/admin/newsroom/")
    assert screen.address == "/admin/"


def test_where_one_is_stands_out_in_the_menu():
    nav = Desk(staff.editor()).open("/admin/newsroom/photo/add/").root.one("nav", id="desk-nav")
    current = [one.words for one in nav.all("a") if "aria-current" in one.attributes]
    assert current == ["Photos"]


def test_log_in_lands_on_what_needs_me(client):
    account("vera")
    data = {"username": "vera", "password": "a long enough password", "next": "/admin/"}
    answer = client.post("/admin/login/", data, follow=True)
    assert answer.redirect_chain == [("/admin/", 302)]
    assert "<h1>What needs me</h1>" in answer.content.decode()

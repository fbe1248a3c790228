"""A moment in the hour that a clock shows twice, or skips, refuses no form of the desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.forms import DateTimeField, SplitDateTimeField

from digest.models import Publication
from newsroom.desk.forms.moments import MomentField
from newsroom.models import Photo
from tests.factories import T0, account, notice, publication, small_photo
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change

pytestmark = pytest.mark.django_db

#: In Lisbon both are 01:30 in the night of 31 October 2027.
FIRST, SECOND = (datetime(2027, 10, 31, hour, 30, tzinfo=UTC) for hour in (0, 1))
SPRING = "2027-03-28"
SAID = "The clock in Europe/Lisbon"


@pytest.fixture
def owner():
    publication()
    Publication.objects.update(zone="Europe/Lisbon")
    return Desk(account("owner", is_superuser=True))


def test_every_moment_in_a_form_of_the_desk_is_settled(rf):
    request = rf.get("/admin/")
    request.user = account("owner", is_superuser=True)
    asked = {}
    for model, one in admin.site._registry.items():
        rows = [inline.get_formset(request).form for inline in one.get_inline_instances(request)]
        # The form of an account that is there has more fields than that of a new one.
        there = request.user if model is User else None
        for form in [one.get_form(request, there, change=bool(there)), *rows]:
            for name, field in form.base_fields.items():
                if isinstance(field, DateTimeField | SplitDateTimeField):
                    asked[f"{model.__name__}.{name}"] = type(field)
    names = ["Notice.starts_at", "Notice.ends_at", "Photo.rights_until"]
    names += ["User.last_login", "User.date_joined"]
    assert asked == dict.fromkeys(names, MomentField)


@pytest.mark.parametrize("at", [FIRST, SECOND], ids=["first", "second"])
def test_stored_moment_that_nobody_typed_stays_and_the_rest_is_saved(owner, at):
    one = notice(starts_at=at, ends_at=at + timedelta(days=1))
    answer = owner.open(change(one)).click("Save", {"ends_at_0": "2027-11-02"})
    assert (answer.sent, SAID in " ".join(answer.messages)) == (True, False)
    one.refresh_from_db()
    assert one.starts_at == at
    assert one.ends_at.day == 2
    own = small_photo()
    Photo.objects.filter(pk=own.pk).update(rights_until=at)
    assert owner.open(change(own)).click("Save", {"name": "The quay"}).sent
    own.refresh_from_db()
    assert (own.name, own.rights_until) == ("The quay", at)


def test_account_that_came_in_that_hour_can_be_saved(owner):
    one = account("somebody", date_joined=SECOND, last_login=FIRST)
    assert owner.open(change(one)).click("Save", {"last_name": "Prado"}).sent
    one.refresh_from_db()
    assert (one.last_name, one.date_joined, one.last_login) == ("Prado", SECOND, FIRST)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("2027-10-31", FIRST), (SPRING, datetime(2027, 3, 28, 1, 0, tzinfo=UTC))],
    ids=["twice", "skipped"],
)
def test_typed_moment_is_settled_and_said(owner, typed, stored):
    one = notice(starts_at=T0, ends_at=None)
    values = {"starts_at_0": typed, "starts_at_1": "01:30:00"}
    answer = owner.open(change(one)).click("Save", values)
    assert answer.sent
    assert SAID in " ".join(answer.messages)
    one.refresh_from_db()
    assert one.starts_at == stored


@pytest.mark.parametrize(
    "typed", [("0001-01-01", "00:00"), ("9999-12-31", "23:59"), ("2027-10-31", "")]
)
def test_what_is_no_moment_is_refused_beside_its_field(owner, typed):
    one = notice(starts_at=T0, ends_at=None)
    values = dict(zip(("starts_at_0", "starts_at_1"), typed, strict=True))
    answer = owner.open(change(one)).click("Save", values)
    assert (answer.sent, answer.status) == (False, 200)
    assert answer.root.all("ul", class_="errorlist")

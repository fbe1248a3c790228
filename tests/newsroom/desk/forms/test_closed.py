"""A field that was closed while its form stood open: what was typed into it is not dropped."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.contrib import admin

from digest.lib import dates
from digest.models import Series
from newsroom.models import JournalEntry, Photo
from tests.factories import account, issue, member, photo, pressed, publication, series, top_picture
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change

pytestmark = pytest.mark.django_db

#: How an admin says which fields its form has.
SAY = {"get_readonly_fields", "get_fields", "get_exclude", "get_fieldsets"}
FIXED = {"readonly_fields", "exclude"}

#: An admin that decides it anew for each request -> the test here in which a field is closed.
CLOSE = {
    Series: "slug",
    Photo: "rights_until",
}
#: Those whose form has the same fields for everybody, or that nobody saves.
SAME = {JournalEntry: "read only", "auth.user": "other fields only for what is added"}


def test_every_admin_that_can_close_a_field_is_known() -> None:
    deciding = set()
    for model, one in admin.site._registry.items():
        own = [kind for kind in type(one).__mro__ if kind.__module__.startswith("newsroom.")]
        if any(SAY & vars(kind).keys() for kind in own):
            deciding.add(model._meta.label_lower)
        assert not any(getattr(one, name) for name in FIXED), model
        for inline in one.inlines:
            own = [kind for kind in inline.__mro__ if kind.__module__.startswith("newsroom.")]
            assert not any(SAY & vars(kind).keys() for kind in own), inline
            assert not any(getattr(inline, name) for name in FIXED), inline
    known = {one if isinstance(one, str) else one._meta.label_lower for one in (*CLOSE, *SAME)}
    assert deciding == known


@pytest.fixture
def desk() -> Desk:
    publication()
    return Desk(account("owner", is_superuser=True))


def test_address_of_a_series_that_has_become_fixed_is_said(desk):
    weekly = series(slug="tides")
    page = desk.open(change(weekly))
    pressed(issue(weekly))
    asked = page.click("Save", slug="currents", name="Currents")
    assert not asked.sent
    assert "“Address” cannot be changed any more since you looked." in asked.words
    assert "Your “currents” was not kept: it stays “tides”." in asked.words
    assert "Issues of the series have their addresses under this one by now." in asked.words
    assert asked.value("name") == "Currents"
    assert Series.objects.get().name == weekly.name
    assert asked.click("Save").sent
    weekly.refresh_from_db()
    assert (weekly.name, weekly.slug) == ("Currents", "tides")


@pytest.mark.parametrize("typed", ["tides", " tides "])
def test_address_that_nobody_has_typed_into_is_no_word_worth(desk, typed):
    weekly = series(slug="tides")
    page = desk.open(change(weekly))
    pressed(issue(weekly))
    assert page.click("Save", slug=typed, name="Currents").sent


@pytest.mark.parametrize("typed", ["", "No Slug at all!", "x" * 500])
def test_address_that_is_none_is_said_too(desk, typed):
    weekly = series(slug="tides")
    page = desk.open(change(weekly))
    pressed(issue(weekly))
    asked = page.click("Save", slug=typed)
    assert f"Your “{typed or 'nothing'}” was not kept" in asked.words
    assert asked.click("Save").sent


def test_end_of_a_licence_that_became_a_publishers_is_said_with_what_was_typed(desk):
    one = photo(rights_until=datetime(2431, 5, 1, 12, 30, 15, 7, tzinfo=UTC))
    writer = Desk(member("Writer"))
    page, other = (writer.open(change(one)) for _time in range(2))
    draft = issue()
    top_picture(draft, one)
    pressed(draft)
    assert other.click("Save", name="Pier").sent
    asked = page.click("Save", rights_until_0="2032-01-01", rights_until_1="10:00", name="Quay")
    assert not asked.sent
    assert "was not kept: it stays “" in asked.words
    assert "1 January 2032" in asked.words or "2032" in asked.words
    one.refresh_from_db()
    assert dates.local(one.rights_until, "UTC").year == 2431

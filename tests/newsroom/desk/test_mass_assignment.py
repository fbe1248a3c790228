"""A request may name more fields than the form has; nothing comes of them."""

from __future__ import annotations

import pytest

from tests.factories import (
    HOUR,
    brief,
    foreign_card,
    issue,
    pressed,
    section,
    series,
    small_photo,
    top_picture,
)
from tests.newsroom.desk.places import change, now

EXTRA = {
    "id": "999",
    "pk": "999",
    "uid": "00000000-0000-0000-0000-000000000001",
    "version": "77",
    "content_version": "77",
    "position": "1",
    "removed_at": "2020-01-01",
    "removed_at_0": "2020-01-01",
    "removed_at_1": "10:00",
    "removed_by": "somebody",
    "created_at": "2020-01-01",
    "standing": "1",
    "picture": "1",
    "issue": "1",
    "card": "1",
    "brief": "1",
}

PARTS = {
    "title block": issue,
    "lead": lambda: issue().analysis,
    "section": lambda: section(issue(), "Tides"),
    "brief": lambda: brief(section(issue(), "Tides")),
    "card": lambda: foreign_card(issue()),
    "picture": lambda: top_picture(issue(), small_photo()),
    "photo": small_photo,
}


@pytest.mark.parametrize("make", PARTS.values(), ids=PARTS.keys())
def test_fields_that_are_not_asked_for_stay(desk, make):
    issue()
    row = make()
    form = desk.open(change(row))
    before = type(row).objects.filter(pk=row.pk).values().get()
    data = form.fields("Save")
    assert desk.send(change(row), {**data, **EXTRA}).sent
    after = type(row).objects.filter(pk=row.pk).values().get()
    for moved in ("version", "content_version"):
        if moved in before:
            assert after.pop(moved) == before.pop(moved) + 1
    assert after == before


def test_series_and_place_of_a_pressed_issue_stay(desk):
    draft, other = issue(), series()
    pressed(draft, now=now() - HOUR)
    form = desk.open(change(draft))
    data = form.fields("Save")
    extra = {"series": other.pk, "folio": "", "slug": "elsewhere", "title": "Mist"}
    assert desk.send(change(draft), {**data, **extra}).sent
    before = draft.series, draft.folio
    draft.refresh_from_db()
    assert (draft.series, draft.folio) == before
    assert (draft.title, draft.folio.slug != "elsewhere") == ("Mist", True)


def test_brief_is_not_taken_to_another_issue_by_its_address(desk):
    one, foreign = brief(section(issue(), "Tides")), section(issue(), "Elsewhere")
    form = desk.open(change(one))
    data = form.fields("Save")
    desk.send(f"{change(one)}?section={foreign.pk}", {**data, "title": "Fog"})
    before = one.section
    one.refresh_from_db()
    assert (one.section, one.title) == (before, "Fog")

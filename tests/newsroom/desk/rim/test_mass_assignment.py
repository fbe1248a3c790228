"""A request may name more fields than the form has; nothing comes of them."""

from __future__ import annotations

import pytest

from newsroom.models import Photo
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
from tests.newsroom.desk.small import Small

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
    "saved_at": "2020-01-01",
    "saved_by": "somebody",
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
    before = type(row).objects.filter(pk=row.pk).values().get()
    if isinstance(row, Photo):
        data = desk.open(change(row)).fields("Save")
        assert desk.send(change(row), {**data, **EXTRA}).sent
    else:
        small = Small(desk, row.whole)
        extra = {name: value for name, value in EXTRA.items() if name != "version"}
        assert small.save(row, {**small.open(row), **extra}).status == 200
    after = type(row).objects.filter(pk=row.pk).values().get()
    for moved in ("version", "content_version"):
        if moved in before:
            assert after.pop(moved) == before.pop(moved) + 1
    if "saved_by" in before:
        assert (after.pop("saved_by"), before.pop("saved_by")) == ("editor", "")
        assert after.pop("saved_at") != before.pop("saved_at")
    assert after == before


def test_place_of_a_pressed_issue_stays(desk):
    draft, other = issue(), series()
    pressed(draft, now=now() - HOUR)
    small = Small(desk, draft)
    extra = {"series": other.pk, "folio": "", "slug": "elsewhere", "title": "Mist"}
    small.save(draft, {**small.open(draft), **extra})
    before = draft.series, draft.folio
    draft.refresh_from_db()
    assert (draft.series, draft.folio) == before
    assert (draft.title, draft.folio.slug != "elsewhere") == ("Mist", True)


def test_brief_is_not_taken_to_another_section_by_a_save(desk):
    one, foreign = brief(section(issue(), "Tides")), section(issue(), "Elsewhere")
    Small(desk, one.whole).save(one, title="Fog", section=foreign.pk)
    before = one.section
    one.refresh_from_db()
    assert (one.section, one.title) == (before, "Fog")


def test_part_is_not_reached_by_the_address_of_another_issue(desk):
    one, other = brief(section(issue(), "Tides")), issue()
    small = Small(desk, other)
    assert small.get(small.at(one)).status == 404
    for verb in ("", "remove/", "restore/", "duplicate/", "move/"):
        assert small.post(small.at(one, verb), {"version": "1", "title": "Fog"}).status == 404
    before = one.title
    one.refresh_from_db()
    assert (one.title, one.removed_at) == (before, None)

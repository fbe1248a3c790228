"""The outline of an issue's screen for those who hear it, and its name once it has one."""

from __future__ import annotations

from itertools import pairwise

import pytest

from newsroom.models import Issue, PhotoUse
from tests.factories import (
    brief,
    empty_issue,
    foreign_card,
    issue,
    own_card,
    part,
    pressed,
    section,
    small_photo,
    top_picture,
)
from tests.newsroom.desk.places import change
from tests.newsroom.desk.small import Small

pytestmark = pytest.mark.django_db


def headings(root) -> list[tuple[int, str]]:
    return [(int(one.tag[1]), one.words) for one in root.all() if one.tag in HEADINGS]


HEADINGS = {f"h{level}" for level in range(1, 7)}


@pytest.fixture
def draft() -> Issue:
    other, one = issue(title="Ice"), issue(title="Fog")
    pressed(other)
    brief(section(one, "Tides"), title="The gauge")
    top_picture(one, small_photo())
    card = foreign_card(one, title="Lamps")
    part(PhotoUse(card=card, photo=small_photo(), alt="A lamp"))
    own_card(one, other)
    return one


def test_every_part_stands_under_a_heading_of_its_own(desk, draft):
    root = desk.open(change(draft)).root
    parts = root.all(class_="part")
    assert len(parts) == 10
    for one in parts:
        own = next(iter(one.all(class_="own")))
        (heading,) = [each for each in own.all() if each.fits("", {"class_": "kind"})]
        assert heading.tag in HEADINGS, heading.words
    found = headings(root)
    within = found[found.index((2, "Title block")) :]
    assert within[: len(within) - within[::-1].index((4, "Picture: Buoy"))] == [
        (2, "Title block"),
        (2, "Picture: Buoy"),
        (2, "Lead"),
        (2, "Section: In other news"),
        (3, "Brief: A dredger sank."),
        (2, "Section: Tides"),
        (3, "Brief: The gauge"),
        (2, "Related links"),
        (3, "Related link: Lamps"),
        (4, "Picture: Buoy"),
    ]


def test_no_heading_skips_a_level(desk, draft):
    for one in (draft, empty_issue()):
        levels = [level for level, _ in headings(desk.open(change(one)).root.one(id="content"))]
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_page_is_called_by_the_title_once_that_is_saved(desk):
    draft = empty_issue()
    small = Small(desk, draft)
    assert small.page.root.one("h1", id="issue-name").words == "Untitled issue"
    small.save(draft, title="Fog & “ice”")
    side = small.get(f"{small.base}side/")
    heading = side.root.one("h1", id="issue-name")
    assert (heading.words, heading.attributes["data-hx-swap-oob"]) == ("Fog & “ice”", "true")
    assert side.root.one("title").words == desk.open(change(draft)).root.one("title").words
    assert "Fog & “ice”" in side.root.one("title").words

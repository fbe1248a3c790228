"""Parts are moved, taken out and brought back without a page load."""

from __future__ import annotations

from datetime import timedelta

import pytest

from newsroom.models import NewsBrief, Section
from newsroom.models.parts import RESTORABLE
from newsroom.writing.saving import remove_part
from tests.factories import (
    brief,
    foreign_card,
    issue,
    lead,
    section,
    small_photo,
    top_picture,
)
from tests.newsroom.desk.places import change, now
from tests.newsroom.desk.small import Small


@pytest.fixture
def draft(db):
    """Two sections of three briefs each."""
    one = issue()
    one.sections.all().delete()
    for heading in ("Tides", "Berths"):
        place = section(one, heading)
        for number in (1, 2, 3):
            brief(place, title=f"{heading} {number}")
    return one


def order(draft) -> list[list[str]]:
    return [
        [one.title for one in place.briefs.standing_in()]
        for place in draft.sections.standing_in().order_by("position")
    ]


def named(title: str) -> NewsBrief:
    return NewsBrief.objects.get(title=title)


def test_brief_is_moved_within_its_section_and_into_another(desk, draft):
    small = Small(desk, draft)
    first, berths = named("Tides 1"), Section.objects.get(heading="Berths")
    version = first.version
    small.post(small.at(first, "move/"), {"after": named("Tides 3").pk})
    assert order(draft)[0] == ["Tides 2", "Tides 3", "Tides 1"]
    small.post(small.at(first, "move/"), {"after": "", "section": berths.pk})
    assert order(draft)[1] == ["Tides 1", "Berths 1", "Berths 2", "Berths 3"]
    small.post(small.at(first, "move/"), {"after": named("Berths 2").pk, "section": berths.pk})
    assert order(draft) == [
        ["Tides 2", "Tides 3"],
        ["Berths 1", "Berths 2", "Tides 1", "Berths 3"],
    ]
    assert named("Tides 1").version == version


def test_sections_and_cards_are_moved(desk, draft):
    small = Small(desk, draft)
    cards = [foreign_card(draft, title=title) for title in ("A", "B", "C")]
    berths = Section.objects.get(heading="Berths")
    small.post(small.at(berths, "move/"), {"after": ""})
    small.post(small.at(cards[0], "move/"), {"after": cards[2].pk})
    assert [one.heading for one in draft.sections.all()] == ["Berths", "Tides"]
    assert [one.title for one in draft.related_links.all()] == ["B", "C", "A"]


def test_move_that_cannot_be_is_refused_and_nothing_moves(desk, draft):
    small, foreign = Small(desk, draft), brief(section(issue(), "Elsewhere"), title="Foreign")
    one, gone = named("Tides 1"), named("Tides 3")
    remove_part(gone, by=desk.user)
    before = order(draft)
    tries = [
        ({"after": gone.pk}, 409),
        ({"after": foreign.pk}, 409),
        ({"after": "99999"}, 409),
        ({"after": "", "section": foreign.section_id}, 409),
        ({"after": "", "section": "x"}, 409),
    ]
    for data, status in tries:
        assert small.post(small.at(one, "move/"), data).status == status
    assert small.post(small.at(foreign, "move/"), {"after": ""}).status == 404
    assert small.post(small.at(draft.analysis, "move/"), {"after": ""}).status == 404
    assert order(draft) == before


PARTS = {
    "lead": lambda d: d.analysis,
    "section": lambda d: Section.objects.get(heading="Tides"),
    "brief": lambda d: named("Tides 2"),
    "card": foreign_card,
    "picture": lambda d: top_picture(d, small_photo()),
}


@pytest.mark.parametrize("which", PARTS)
def test_part_is_removed_and_brought_back_to_its_place(desk, draft, which):
    one = PARTS[which](draft)
    small = Small(desk, draft)
    before = order(draft)
    answer = small.post(small.at(one, "remove/"))
    assert "Bring it back" in answer.root.words
    one.refresh_from_db()
    assert one.removed_by == "editor"
    panel = small.get(f"{small.base}side/").root.one(id="panel")
    assert "Removed in the last 30 days" in panel.words
    back = small.post(small.at(one, "restore/"))
    assert back.response["HX-Retarget"].startswith("#")
    one.refresh_from_db()
    assert (one.removed_at, order(draft)) == (None, before)


def test_part_removed_more_than_30_days_ago_stays_away(desk, draft):
    one = named("Tides 2")
    small = Small(desk, draft)
    remove_part(one, by=desk.user, now=now() - RESTORABLE - timedelta(seconds=1))
    assert desk.open(change(draft)).root.all("h2", id="panel-removed") == []
    answer = small.post(small.at(one, "restore/"))
    assert answer.status == 409
    assert "more than 30 days ago" in answer.root.words
    assert order(draft)[0] == ["Tides 1", "Tides 3"]


def test_lead_in_whose_place_another_stands_is_not_brought_back(desk, draft):
    old = draft.analysis
    small = Small(desk, draft)
    small.post(small.at(old, "remove/"))
    lead(draft, "<p>The new one.</p>")
    answer = small.post(small.at(old, "restore/"))
    assert (answer.status, "Another one stands" in answer.root.words) == (409, True)
    assert draft.analysis.body == "<p>The new one.</p>"


def test_title_block_is_not_removed(desk, draft):
    small = Small(desk, draft)
    assert small.post(small.at(draft, "remove/")).status == 404


def test_what_was_taken_away_meanwhile_is_said_wherever_it_is_chosen(desk, draft):
    """A section removed while it stood in somebody's list: copied into, added to, moved into."""
    here = Small(desk, draft)
    elsewhere = section(issue(title="Ice"), "Elsewhere")
    one, [tides, berths] = named("Tides 1"), draft.sections.all()
    remove_part(elsewhere, by=desk.user)
    remove_part(berths, by=desk.user)
    tries = [
        (here.at(one, "copy/"), {"section": elsewhere.pk}),
        (here.at(one, "move/"), {"section": berths.pk, "after": ""}),
        (f"{here.base}parts/brief/add/", {"section": berths.pk}),
        (f"{here.at(tides)}tray/", {"brief": 99999}),
    ]
    count = NewsBrief.objects.count()
    for address, data in tries:
        answer = here.post(address, data)
        assert answer.status == 409, address
        assert "is not there any more" in answer.response.content.decode(), address
    assert NewsBrief.objects.count() == count

"""Order never conflicts with typing: a move makes no open form stale, and no text undoes it."""

from __future__ import annotations

import pytest

from newsroom.models import NewsBrief
from newsroom.saving import move_part, remove_part
from tests.factories import brief, empty_issue, foreign_card, section
from tests.newsroom.desk.places import add, change, rows


@pytest.fixture
def tides(db):
    """A section with three briefs."""
    place = section(empty_issue(), "Tides")
    for title in ("Ebb", "Flood", "Slack"):
        brief(place, title=title)
    return place


def titles(place) -> list[str]:
    """The briefs of a section in their order."""
    return [one.title for one in place.briefs.standing_in()]


def named(title: str) -> NewsBrief:
    """The brief with that title."""
    return NewsBrief.objects.get(title=title)


def test_brief_goes_after_the_one_that_is_named(desk, tides):
    desk.open(change(named("Ebb"))).click("Save", after=named("Slack").pk)
    assert titles(tides) == ["Flood", "Slack", "Ebb"]
    desk.open(change(named("Slack"))).click("Save", after="")
    assert titles(tides) == ["Slack", "Flood", "Ebb"]


def test_card_and_section_are_moved_alike(desk):
    draft = empty_issue()
    parts = [foreign_card(draft, title=t) for t in ("One", "Two")]
    parts += [section(draft, t) for t in ("Ebb", "Flood")]
    for first, second in (parts[:2], parts[2:]):
        desk.open(change(first)).click("Save", after=second.pk)
    assert [c.title for c in draft.related_links.all()] == ["Two", "One"]
    assert [s.heading for s in draft.sections.all()] == ["Flood", "Ebb"]


def test_brief_goes_to_another_section_and_stands_last_there(desk, tides):
    fog = section(tides.issue, "Fog")
    brief(fog, title="Bank")
    screen = desk.open(change(named("Ebb"))).click("Save", section=fog.pk)
    assert screen.sent
    assert (titles(tides), titles(fog)) == (["Flood", "Slack"], ["Bank", "Ebb"])


def test_brief_does_not_go_to_a_section_of_another_issue(desk, tides):
    foreign = section(empty_issue(), "Elsewhere")
    before = rows()
    screen = desk.open(change(named("Ebb"))).click("Save", section=foreign.pk)
    assert "Select a valid choice" in screen.beside("section")
    assert rows() == before


def test_row_of_another_parent_is_no_place_to_stand_after(desk, tides):
    foreign = brief(section(tides.issue, "Fog"))
    before = rows()
    for address in (change(named("Ebb")), add(NewsBrief, section=tides)):
        screen = desk.open(address).click("Save", after=foreign.pk)
        assert screen.beside("after") == (
            "That one does not stand here any more. Choose another place."
        )
    assert rows() == before


def test_form_opened_before_a_move_is_saved_and_the_move_stays(desk, tides):
    form = desk.open(change(named("Ebb")))
    move_part(named("Ebb"), after=named("Flood"))
    assert form.click("Save", body="<p>Low water.</p>").sent
    assert titles(tides) == ["Flood", "Ebb", "Slack"]
    assert named("Ebb").body == "<p>Low water.</p>"


def test_form_opened_before_a_move_to_another_section_is_saved_and_the_move_stays(desk, tides):
    fog = section(tides.issue, "Fog")
    form = desk.open(change(named("Flood")))
    move_part(named("Flood"), after=None, parent=fog)
    assert form.click("Save", body="<p>High water.</p>").sent
    assert (titles(tides), titles(fog)) == (["Ebb", "Slack"], ["Flood"])
    assert named("Flood").body == "<p>High water.</p>"


def test_text_is_saved_in_its_place_after_somebody_has_put_another_before_it(desk, tides):
    form = desk.open(change(named("Flood")))
    new = brief(tides, title="Spring")
    move_part(new, after=named("Ebb"))
    assert form.click("Save", body="<p>High water.</p>").sent
    assert titles(tides) == ["Ebb", "Spring", "Flood", "Slack"]


@pytest.mark.parametrize("gone", ["moved away", "removed"])
def test_text_is_saved_after_the_one_before_it_has_gone(desk, tides, gone):
    form = desk.open(change(named("Flood")))
    if gone == "removed":
        remove_part(named("Ebb"), by=desk.user)
    else:
        move_part(named("Ebb"), after=None, parent=section(tides.issue, "Fog"))
    assert form.click("Save", body="<p>High water.</p>").sent
    assert named("Flood").body == "<p>High water.</p>"
    assert titles(tides) == ["Flood", "Slack"]


def test_move_asked_for_stands_although_the_other_has_moved_it_too(desk, tides):
    form = desk.open(change(named("Ebb")))
    move_part(named("Ebb"), after=named("Flood"))
    form.click("Save", after=named("Slack").pk)
    assert titles(tides) == ["Flood", "Slack", "Ebb"]

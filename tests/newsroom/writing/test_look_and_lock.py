"""What somebody does between another person's look and their write: said in words, never lost."""

from __future__ import annotations

import pytest

from newsroom.models import NewsBrief, PhotoUse
from newsroom.models.parts import Part
from newsroom.refusals import Refused
from newsroom.writing import copying, tray
from newsroom.writing.saving import add_part, move_part, remove_part, restore_part
from tests.factories import (
    account,
    brief,
    empty_issue,
    foreign_card,
    photo,
    section,
    top_picture,
)

pytestmark = pytest.mark.django_db


def again(row):
    """The row as somebody else has it before them."""
    return type(row).objects.get(pk=row.pk)


@pytest.fixture
def by(db):
    return account()


def in_a_section(draft):
    place = section(draft)
    return place, brief(place)


def on_a_card(draft):
    card = foreign_card(draft)
    use = PhotoUse(card=card, photo=photo(ready=False))
    add_part(use)
    return card, use


#: Every kind of part that stands in another part, with that one.
WITHIN = {NewsBrief: in_a_section, PhotoUse: on_a_card}


def test_every_part_that_stands_in_another_is_tried():
    within = [one for one in Part.__subclasses__() if one.holder is not Part.holder]
    assert set(within) == set(WITHIN)


@pytest.mark.parametrize("kind", WITHIN)
def test_nothing_is_added_to_what_was_removed_meanwhile(kind, by):
    holder, one = WITHIN[kind](empty_issue())
    if kind is PhotoUse:
        remove_part(one, by=by)
        new = PhotoUse(card=again(holder), photo=one.photo)
    else:
        new = NewsBrief(section=again(holder), title="Late")
    remove_part(holder, by=by)
    with pytest.raises(Refused, match="does not stand in the issue any more"):
        add_part(new)
    assert kind.objects.count() == 1


@pytest.mark.parametrize("kind", WITHIN)
def test_nothing_comes_back_into_what_was_removed_meanwhile(kind, by):
    holder, one = WITHIN[kind](empty_issue())
    remove_part(one, by=by)
    remove_part(holder, by=by)
    with pytest.raises(Refused, match="Bring that back first"):
        restore_part(again(one), by=by)
    restore_part(holder, by=by)
    restore_part(again(one), by=by)
    assert again(one).removed_at is None


def test_brief_is_not_moved_into_a_section_that_was_removed_meanwhile(by):
    draft = empty_issue()
    here, there = section(draft, "Here"), section(draft, "There")
    one = brief(here)
    remove_part(again(there), by=by)
    with pytest.raises(Refused, match="does not stand in the issue any more"):
        move_part(one, after=None, parent=there)
    assert again(one).section == here


@pytest.mark.parametrize("act", [remove_part, tray.park], ids=["removed", "parked"])
def test_part_that_was_taken_out_meanwhile_is_not_moved(act, by):
    place = section(empty_issue())
    one, other = brief(place), brief(place)
    act(again(one), by=by)
    with pytest.raises(Refused, match="does not stand in the issue any more"):
        move_part(one, after=other)


def test_sibling_that_was_moved_away_meanwhile_is_said(by):
    draft = empty_issue()
    here, there = section(draft, "Here"), section(draft, "There")
    one, other = brief(here), brief(here)
    move_part(again(other), after=None, parent=there)
    with pytest.raises(Refused, match="does not stand here any more"):
        move_part(one, after=other)
    late = NewsBrief(section=here, title="Late")
    with pytest.raises(Refused, match="does not stand here any more"):
        add_part(late, after=other)


def test_copies_are_made_of_what_stands_and_into_what_stands(by):
    draft, elsewhere = empty_issue(), empty_issue()
    place, target = section(draft), section(elsewhere)
    one = brief(place)
    NewsBrief.objects.filter(pk=one.pk).update(title="By now")
    assert copying.duplicate(one, by=by).title == "By now"
    remove_part(again(target), by=by)
    with pytest.raises(Refused, match="does not stand in the issue any more"):
        copying.copy_to(one, target, by=by)
    remove_part(again(one), by=by)
    with pytest.raises(Refused, match="does not stand in the issue any more"):
        copying.duplicate(one, by=by)
    assert NewsBrief.objects.count() == 2


def test_brief_taken_into_another_issue_meanwhile_does_not_come_back_here_too(by):
    one = brief(section(empty_issue()))
    target = section(empty_issue())
    tray.park(one, by=by)
    shown = again(one)
    tray.take(again(one), target, by=by)
    with pytest.raises(Refused, match="into another issue meanwhile"):
        restore_part(shown, by=by)
    standing = NewsBrief.objects.standing_in()
    assert [row.section for row in standing] == [target]


def test_brief_that_came_back_meanwhile_is_not_taken_into_another_issue_too(by):
    one = brief(section(empty_issue()))
    target = section(empty_issue())
    tray.park(one, by=by)
    shown = again(one)
    restore_part(again(one), by=by)
    with pytest.raises(Refused, match="not in the tray any more"):
        tray.take(shown, target, by=by)
    assert NewsBrief.objects.standing_in().get() == one


def test_second_picture_in_one_place_is_refused_in_words(by):
    draft = empty_issue()
    top_picture(draft, photo(ready=False))
    with pytest.raises(Refused, match="Another one stands in its place by now"):
        add_part(PhotoUse(issue=draft, photo=photo(ready=False)))

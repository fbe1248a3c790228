"""A removed part can be brought back for thirty days, and a late save to it is kept."""

from datetime import timedelta

import pytest

from newsroom.models import JournalEntry, NewsBrief
from newsroom.models.parts import RESTORABLE
from newsroom.text.compose import compose
from newsroom.writing.saving import NotRestorable, remove_part, restore_part, save_part
from tests.factories import T0, TICK, account, brief, issue, lead, section

pytestmark = pytest.mark.django_db


@pytest.fixture
def removed():
    """A brief between two others, removed at T0 by Noor."""
    place = section(issue(), "Tides")
    brief(place, title="Before")
    one = brief(place, title="Fog")
    brief(place, title="After")
    remove_part(one, by=account("noor"), now=T0)
    return one


def printed(one):
    document = compose(one.whole)
    return [row.title for row in document.briefs() if row.title]


def test_removed_part_is_kept_with_who_and_when(removed):
    stored = NewsBrief.objects.get(pk=removed.pk)
    assert (stored.removed_at, stored.removed_by, stored.title) == (T0, "noor", "Fog")
    assert printed(removed) == ["Before", "After"]


def test_removing_twice_keeps_the_first_remover(removed):
    remove_part(removed, by=account("tomas"), now=T0 + TICK)
    assert (removed.removed_at, removed.removed_by) == (T0, "noor")
    assert JournalEntry.objects.filter(verb="part.removed").count() == 1


def test_late_save_to_a_removed_part_is_kept(removed):
    save_part(removed, seen=1, values={"body": "<p>Typed as it went.</p>"})
    stored = NewsBrief.objects.get(pk=removed.pk)
    assert stored.body == "<p>Typed as it went.</p>"
    assert (stored.removed_at, stored.removed_by) == (T0, "noor")


@pytest.mark.parametrize("late", [timedelta(), RESTORABLE - TICK])
def test_removed_part_comes_back_to_its_place_within_thirty_days(removed, late):
    restore_part(removed, by=account(), now=T0 + late)
    assert printed(removed) == ["Before", "Fog", "After"]
    assert (removed.removed_at, removed.removed_by) == (None, "")


@pytest.mark.parametrize("late", [RESTORABLE, RESTORABLE + TICK])
def test_removed_part_does_not_come_back_after_thirty_days(removed, late):
    with pytest.raises(NotRestorable, match="more than 30 days ago"):
        restore_part(removed, by=account(), now=T0 + late)
    assert printed(removed) == ["Before", "After"]
    assert list(NewsBrief.objects.restorable(T0 + late)) == []


def test_thirty_days_are_thirty_days():
    assert timedelta(days=30) == RESTORABLE


def test_restoring_what_stands_changes_nothing_and_is_not_journalled(removed):
    restore_part(removed, by=account(), now=T0)
    restore_part(removed, by=account(), now=T0)
    assert JournalEntry.objects.filter(verb="part.restored").count() == 1


def test_removal_and_return_stand_in_the_journal(removed):
    restore_part(removed, by=account("tomas"), now=T0 + TICK)
    returned, gone = JournalEntry.objects.order_by("-pk")[:2]
    assert (gone.verb, gone.by, gone.at) == ("part.removed", "noor", T0)
    assert (returned.verb, returned.by, returned.at) == ("part.restored", "tomas", T0 + TICK)
    assert gone.subject == returned.subject == f"issue:{removed.whole.uid}"
    assert gone.detail == {"part": "Fog"}


def test_removed_section_hides_its_briefs_and_brings_them_back():
    draft = issue()
    place = section(draft, "Tides")
    one = brief(place, title="Fog")
    remove_part(place, by=account(), now=T0)
    assert printed(one) == []
    restore_part(place, by=account(), now=T0)
    assert printed(one) == ["Fog"]


def test_removed_lead_makes_room_for_another_and_comes_back_once_that_is_gone():
    draft, noor = issue(), account("noor")
    first = draft.analysis
    remove_part(first, by=noor, now=T0)
    second = lead(draft, "<p>Another lead.</p>")
    with pytest.raises(NotRestorable, match="Another one stands in its place"):
        restore_part(first, by=noor, now=T0)
    assert compose(draft).analysis.body == "<p>Another lead.</p>"
    remove_part(second, by=noor, now=T0)
    restore_part(first, by=noor, now=T0)
    assert compose(draft).analysis.uid == str(first.uid)

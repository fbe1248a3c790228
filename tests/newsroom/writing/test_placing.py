"""Order within a parent: unique at every moment, and the one that was asked for."""

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from newsroom.models import NewsBrief
from newsroom.models.parts import GAP
from newsroom.refusals import Refused
from newsroom.writing.saving import add_part, move_part
from tests.factories import brief, empty_issue, section

pytestmark = pytest.mark.django_db


def order(place):
    return [row.title for row in place.briefs.order_by("position")]


def add(place, title, after=None):
    one = NewsBrief(section=place, title=title)
    add_part(one, after=after)
    return one


def test_new_part_is_last_where_nothing_is_said():
    place = section(empty_issue())
    for title in "abc":
        add(place, title)
    assert order(place) == ["a", "b", "c"]
    assert [row.position for row in place.briefs.all()] == [GAP, 2 * GAP, 3 * GAP]


def test_new_part_goes_after_the_one_that_is_named():
    place = section(empty_issue())
    a = add(place, "a")
    add(place, "b")
    add(place, "c", after=a)
    assert order(place) == ["a", "c", "b"]


@pytest.mark.parametrize(
    ("moved", "after", "wanted"),
    [("c", None, "cab"), ("a", "c", "bca"), ("a", "b", "bac"), ("b", "a", "abc")],
)
def test_moved_part_stands_after_the_one_that_is_named(moved, after, wanted):
    place = section(empty_issue())
    rows = {title: add(place, title) for title in "abc"}
    move_part(rows[moved], after=rows.get(after))
    assert order(place) == list(wanted)


def test_move_changes_the_row_that_moves_and_no_other():
    place = section(empty_issue())
    rows = [add(place, title) for title in "abcd"]
    before = dict(place.briefs.values_list("title", "position"))
    move_part(rows[3], after=rows[0])
    after = dict(place.briefs.values_list("title", "position"))
    assert {title for title in before if before[title] != after[title]} == {"d"}


def test_part_moves_to_another_parent():
    draft = empty_issue()
    here, there = section(draft, "Here"), section(draft, "There")
    one, other = add(here, "a"), add(there, "b")
    add(there, "c")
    move_part(one, after=other, parent=there)
    assert (order(here), order(there)) == ([], ["b", "a", "c"])
    assert one.section == there


def test_removed_neighbour_keeps_its_place():
    place = section(empty_issue())
    a = add(place, "a")
    b = add(place, "b")
    NewsBrief.objects.filter(pk=b.pk).update(removed_at=place.issue.created_at, removed_by="noor")
    add(place, "c", after=b)
    add(place, "d", after=a)
    assert order(place) == ["a", "d", "b", "c"]


def test_row_to_stand_after_has_to_be_a_sibling():
    draft = empty_issue()
    here, there = section(draft, "Here"), section(draft, "There")
    one, other = add(here, "a"), add(there, "b")
    with pytest.raises(Refused, match="does not stand here any more"):
        move_part(one, after=other)
    assert (order(here), order(there)) == (["a"], ["b"])


def test_part_cannot_stand_after_itself():
    place = section(empty_issue())
    one = add(place, "a")
    with pytest.raises(Refused, match="does not stand here any more"):
        move_part(one, after=one)


def test_gap_that_is_used_up_is_made_anew():
    place = section(empty_issue())
    first = add(place, "first")
    for number in range(12):
        add(place, f"{number}", after=first)
    assert order(place) == ["first", *(f"{number}" for number in reversed(range(12)))]


@pytest.mark.parametrize("own", [GAP, 2 * GAP, 3 * GAP])
def test_gap_is_made_anew_around_a_row_that_already_has_a_place(own):
    """The row that moves still stands where its siblings are numbered to go."""
    place = section(empty_issue())
    rows = [NewsBrief(section=place, title=title) for title in "abc"]
    for row, position in zip(rows, [1, 2, own], strict=True):
        row.position = position
        row.save()
    move_part(rows[2], after=rows[0])
    assert order(place) == ["a", "c", "b"]


def test_place_that_is_taken_is_refused_by_the_database():
    place = section(empty_issue())
    one = brief(place)
    for position in (one.position, -one.position):
        NewsBrief.objects.filter(pk=one.pk).update(position=position)
        with pytest.raises(IntegrityError), transaction.atomic():
            NewsBrief.objects.create(section=place, position=position)


MOVES = st.lists(
    st.tuples(
        st.sampled_from(["add", "move", "move", "over"]), st.integers(0, 99), st.integers(0, 99)
    ),
    min_size=25,
    max_size=60,
)


def run(moves):
    """Two sections, many requests; a list of titles for each says what must come out."""
    draft = empty_issue()
    places = [section(draft, "Here"), section(draft, "There")]
    wanted: list[list[str]] = [[], []]
    for number, (what, which, after) in enumerate(moves):
        side = which % 2
        if what == "add" or not wanted[side]:
            title, to = f"n{number}", side
        else:
            title = wanted[side].pop(which // 2 % len(wanted[side]))
            to = 1 - side if what == "over" else side
        index = after % (len(wanted[to]) + 1)
        sibling = (
            NewsBrief.objects.get(section=places[to], title=wanted[to][index - 1])
            if index
            else None
        )
        row = NewsBrief.objects.filter(section__issue=draft, title=title).first()
        if row is not None:
            move_part(row, after=sibling, parent=places[to])
        elif sibling is not None:
            add(places[to], title, after=sibling)
        else:
            row = add(places[to], title)
            move_part(row, after=None)
        wanted[to].insert(index, title)
        assert [order(place) for place in places] == wanted


@pytest.mark.soak
def test_any_moves_end_in_the_order_that_was_asked(soaking):
    @settings(
        max_examples=200 if soaking else 4,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(MOVES)
    def property_of_placing(moves):
        with transaction.atomic():
            run(moves)
            transaction.set_rollback(True)

    property_of_placing()


@pytest.mark.soak
def test_moves_to_one_spot_never_run_out_of_room(soaking):
    """Every row in turn goes to the same place: the gap there is used up again and again."""
    run([("add", 0, 99)] * 3 + [("move", 2 * n, 1) for n in range(400 if soaking else 40)])

"""Saving parts: versions, stale saves, and the issue's own counter."""

import pytest

from newsroom.models import Issue, NewsBrief, Section
from newsroom.models.parts import Placed
from newsroom.writing.saving import Stale, add_part, move_part, remove_part, save_part
from newsroom.writing.starting import start_issue
from tests.factories import (
    HOUR,
    T0,
    account,
    brief,
    empty_issue,
    foreign_card,
    issue,
    lead,
    photo,
    section,
    series,
    standing,
    top_picture,
)

pytestmark = pytest.mark.django_db


def content_version(draft):
    return Issue.objects.get(pk=draft.pk).content_version


def title_block(draft):
    return Issue.objects.get(pk=draft.pk)


PARTS = {
    "title block": (title_block, "title"),
    "lead": (lead, "body"),
    "section": (section, "heading"),
    "brief": (lambda draft: brief(section(draft)), "body"),
    "card": (foreign_card, "title"),
    "picture": (lambda draft: top_picture(draft, photo(ready=False)), "caption"),
}


@pytest.fixture(params=PARTS)
def part(request):
    """A part of each kind, and the field that is typed into."""
    make, name = PARTS[request.param]
    return make(empty_issue()), name


def test_save_writes_the_values_and_counts_both_versions(part):
    one, name = part
    version, whole = one.version, content_version(one.whole)
    save_part(one, seen=version, values={name: "Words"})
    stored = type(one).objects.get(pk=one.pk)
    assert (getattr(stored, name), stored.version) == ("Words", version + 1)
    assert (getattr(one, name), one.version) == ("Words", version + 1)
    assert content_version(one.whole) == whole + 1


def test_save_says_when_and_by_whom(part):
    one, name = part
    save_part(one, seen=1, values={name: "Words"}, by=account("vera"), now=T0)
    draft = Issue.objects.get(pk=one.whole.pk)
    assert (draft.saved_at, draft.saved_by) == (T0, "vera")
    if isinstance(one, Placed):
        move_part(one, after=None, now=T0 + HOUR)
        draft.refresh_from_db()
        assert (draft.saved_at, draft.saved_by) == (T0 + HOUR, "vera")


def test_stale_save_leaves_who_saved_last(part):
    one, name = part
    save_part(one, seen=1, values={name: "Words"}, by=account("vera"), now=T0)
    with pytest.raises(Stale):
        save_part(one, seen=1, values={name: "Other"}, by=account("rui"), now=T0 + HOUR)
    draft = Issue.objects.get(pk=one.whole.pk)
    assert (draft.saved_at, draft.saved_by) == (T0, "vera")


def test_new_issue_and_new_part_say_when_and_by_whom():
    draft = Issue(series=series(), title="Fog")
    start_issue(draft, by=account("vera"), now=T0)
    draft.refresh_from_db()
    assert (draft.created_at, draft.saved_at, draft.saved_by) == (T0, T0, "vera")
    add_part(Section(issue=draft, heading="Tides"), by=account("rui"), now=T0 + HOUR)
    draft.refresh_from_db()
    assert (draft.created_at, draft.saved_at, draft.saved_by) == (T0, T0 + HOUR, "rui")


def test_stale_save_is_refused_and_nothing_is_written(part):
    one, name = part
    seen = one.version
    save_part(type(one).objects.get(pk=one.pk), seen=seen, values={name: "Theirs"})
    before = type(one).objects.filter(pk=one.pk).values().get(), content_version(one.whole)
    with pytest.raises(Stale) as stale:
        save_part(one, seen=seen, values={name: "Mine"})
    after = type(one).objects.filter(pk=one.pk).values().get(), content_version(one.whole)
    assert after == before
    assert getattr(stale.value.current, name) == "Theirs"


def test_save_after_looking_again_is_taken(part):
    one, name = part
    save_part(type(one).objects.get(pk=one.pk), seen=one.version, values={name: "Theirs"})
    save_part(one, seen=one.version + 1, values={name: "Mine"})
    stored = type(one).objects.get(pk=one.pk)
    assert (getattr(stored, name), stored.version) == ("Mine", one.version)


def test_save_of_one_part_leaves_the_versions_of_the_others():
    place = section(issue())
    one, other = brief(place), brief(place)
    save_part(one, seen=1, values={"body": "<p>Words.</p>"})
    save_part(other, seen=1, values={"body": "<p>Other words.</p>"})
    assert {row.body for row in place.briefs.all()} == {"<p>Words.</p>", "<p>Other words.</p>"}


def test_html_is_cleaned_on_its_way_in():
    one = brief(section(issue()))
    save_part(one, seen=1, values={"body": "<p onclick='x()'>Fog<script>steal()</script></p>"})
    assert NewsBrief.objects.get(pk=one.pk).body == "<p>Fog</p>"


def test_saved_part_holds_what_was_stored():
    one = brief(section(issue()))
    save_part(one, seen=1, values={"body": "<p onclick='x()'>Fog</p>"})
    assert one.body == NewsBrief.objects.get(pk=one.pk).body


@pytest.mark.parametrize("change", ["add", "move", "remove"])
def test_change_of_the_order_counts_for_the_issue_and_for_no_text(change):
    draft = issue()
    one, other = brief(section(draft)), brief(draft.sections.first())
    before = content_version(draft)
    if change == "add":
        add_part(NewsBrief(section=one.section, body="<p>New.</p>"), after=one)
    elif change == "move":
        move_part(one, after=other, parent=other.section)
    else:
        remove_part(one, by=account())
    assert content_version(draft) == before + 1
    assert set(NewsBrief.objects.values_list("version", flat=True)) == {1}


def test_save_of_a_brief_that_was_moved_in_between_is_taken():
    draft = issue()
    one, other = brief(section(draft)), section(draft, "Tides")
    move_part(NewsBrief.objects.get(pk=one.pk), after=None, parent=other)
    save_part(one, seen=1, values={"body": "<p>Typed meanwhile.</p>"})
    stored = NewsBrief.objects.get(pk=one.pk)
    assert (stored.section, stored.body) == (other, "<p>Typed meanwhile.</p>")


def test_issue_begins_with_the_standing_sections_of_its_series():
    one = series()
    standing(one, "From the Harbour Office", position=2)
    standing(one, "Berths", position=1, nothing_sentences="")
    standing(series(), "Of another series")
    sections = empty_issue(one).sections.all()
    assert [(row.heading, row.nothing_text, row.state) for row in sections] == [
        ("Berths", "", "open"),
        ("From the Harbour Office", "The office gave no briefing this week.", "open"),
    ]


def test_part_is_not_moved_to_another_issue():
    one = brief(section(issue()))
    elsewhere = section(issue())

    with pytest.raises(ValueError, match="another issue"):
        move_part(one, after=None, parent=elsewhere)

    one.refresh_from_db()
    assert one.section_id != elsewhere.pk

"""Parts are removed and brought back; what is saved in between is kept."""

from __future__ import annotations

from datetime import timedelta

import pytest

from newsroom.compose import compose
from newsroom.models import JournalEntry
from newsroom.saving import remove_part
from tests.factories import (
    brief,
    foreign_card,
    issue,
    section,
    small_photo,
    top_picture,
)
from tests.newsroom.desk.places import change, now

PARTS = {
    "lead": (lambda draft: draft.analysis, "body", "<p>Late words.</p>"),
    "section": (lambda draft: draft.sections.get(), "heading", "Late words"),
    "brief": (lambda draft: draft.sections.get().briefs.get(), "title", "Late words"),
    "related link": (foreign_card, "title", "Late words"),
    "picture": (lambda draft: top_picture(draft, small_photo()), "caption", "Late words"),
}


@pytest.fixture(params=PARTS.values(), ids=PARTS.keys())
def part(request, db):
    """A part of a finished issue, and a field of it with a late text."""
    make, field, late = request.param
    one = make(issue())
    one.late = {field: late}
    return one


def remove_button(part) -> str:
    return f"Remove {part}"


def test_part_is_removed_and_brought_back(desk, part):
    whole = compose(part.whole)
    screen = desk.open(change(part.whole)).click(remove_button(part))
    assert screen.address == f"{change(part.whole)}#part-{part.uid}"
    assert screen.messages == [f"“{part}” is removed. Below you can bring it back for 30 days."]
    assert compose(part.whole) != whole
    assert f"{part}, removed by editor" in screen.words
    back = screen.click(f"Bring back {part}")
    assert back.messages == [f"“{part}” is back."]
    assert compose(part.whole) == whole
    verbs = JournalEntry.objects.filter(subject__endswith=str(part.uid)).order_by("pk")
    assert [entry.verb for entry in verbs] == ["part.removed", "part.restored"]


def test_late_save_to_a_removed_part_is_kept_and_says_who_removed_it(desk, other_desk, part):
    form = desk.open(change(part))
    other_desk.open(change(part.whole)).click(remove_button(part))
    screen = form.click("Save", part.late)
    part.refresh_from_db()
    named = str(part)
    assert screen.messages[0] == (
        f"Second removed “{named}”. Your text is kept, and comes back with it."
    )
    assert part.removed_by == "Second"
    assert {name: getattr(part, name) for name in part.late} == part.late
    assert "Late words" not in compose(part.whole).to_json()
    button = next(one for one in screen.buttons if one.startswith("Bring back"))
    screen.click(button)
    assert "Late words" in compose(part.whole).to_json()


def test_part_removed_more_than_30_days_ago_stays_away(desk, part):
    remove_part(part, by=desk.user, now=now() - timedelta(days=30, seconds=1))
    screen = desk.open(change(part.whole))
    assert "Removed in the last 30 days" not in screen.words
    address = change(part).replace("change", "restore")
    token = screen.value("csrfmiddlewaretoken")
    late = desk.send(address, {"csrfmiddlewaretoken": token})
    assert late.messages == ["This was removed more than 30 days ago and cannot be brought back."]
    part.refresh_from_db()
    assert part.removed_at is not None


def test_removing_makes_no_open_form_of_another_part_stale(desk, other_desk):
    draft = issue()
    other = brief(section(draft, "Tides"))
    form = desk.open(change(draft.analysis))
    other_desk.open(change(draft)).click(remove_button(other))
    assert form.click("Save", body="<p>The pilots.</p>").sent


def test_late_save_within_a_removed_section_says_who_removed_it(desk, other_desk):
    one = brief(section(issue(), "Tides"))
    form = desk.open(change(one))
    other_desk.open(change(one.section.issue)).click("Remove Tides")
    screen = form.click("Save", body="<p>Late words.</p>")
    one.refresh_from_db()
    assert one.body == "<p>Late words.</p>"
    assert screen.messages[0] == (
        "Second removed “Tides”. Your text is kept, and comes back with it."
    )


def test_removed_brief_comes_back_to_its_place(desk):
    place = section(issue(), "Tides")
    for title in ("Ebb", "Flood", "Slack"):
        brief(place, title=title)
    screen = desk.open(change(place.issue)).click("Remove Flood")
    assert [b.title for b in place.briefs.standing_in()] == ["Ebb", "Slack"]
    screen.click("Bring back Flood")
    assert [b.title for b in place.briefs.standing_in()] == ["Ebb", "Flood", "Slack"]


def test_lead_written_after_the_first_was_removed_is_a_new_one(desk):
    draft = issue()
    old = draft.analysis
    screen = desk.open(change(draft)).click("Remove Lead analysis")
    screen.follow("Add the lead analysis").click("Save", body="<p>A new start.</p>")
    assert draft.analysis.body == "<p>A new start.</p>"
    screen = desk.open(change(draft)).click("Bring back Lead analysis")
    assert screen.messages == ["Another one stands in its place by now. Remove that one first."]
    old.refresh_from_db()
    assert old.removed_at is not None

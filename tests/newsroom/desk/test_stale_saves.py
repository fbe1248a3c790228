"""Two people save one part: the second sees both texts, loses nothing, and overwrites nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from newsroom.models import Issue, LeadAnalysis, PhotoUse
from newsroom.saving import Stale, save_part
from tests.factories import (
    brief,
    empty_issue,
    foreign_card,
    issue,
    label,
    outlet,
    person,
    section,
    small_photo,
    source,
    top_picture,
)
from tests.newsroom.desk.places import add, change, rows

BOTH = "Somebody else has saved this since you opened it. What you typed is still here"
BESIDE = "Saved by somebody else in the meantime: "


@dataclass(frozen=True)
class Case:
    """A part, a field of it, what the first and the second person write into it."""

    make: Any
    field: str
    theirs: str
    mine: str
    shown: str = ""


CASES = {
    "title block": Case(lambda: issue(title="Fog"), "title", "Mist", "Haze"),
    "lead": Case(
        lambda: issue().analysis,
        "body",
        "<p>Theirs, with <strong>weight</strong>.</p>",
        "<p>Mine.</p>",
        "Theirs, with weight.",
    ),
    "section": Case(lambda: section(issue(), "Tides"), "heading", "Ebb", "Flood"),
    "brief": Case(
        lambda: brief(section(issue(), "Tides")),
        "body",
        "<p>Theirs.</p>",
        "<p>Mine.</p>",
        "Theirs.",
    ),
    "related link": Case(lambda: foreign_card(issue()), "dek", "Theirs.", "Mine."),
    "picture": Case(lambda: top_picture(issue(), small_photo()), "caption", "Theirs.", "Mine."),
}


@pytest.fixture(params=CASES.values(), ids=CASES.keys())
def case(request, db):
    """One of the parts that have a version."""
    return request.param


def test_second_save_is_refused_with_both_texts_and_put_in_place_by_saving_again(
    desk, other_desk, case
):
    part = case.make()
    mine, theirs = desk.open(change(part)), other_desk.open(change(part))
    assert theirs.click("Save", {case.field: case.theirs}).sent
    before = rows()

    refused = mine.click("Save", {case.field: case.mine})
    assert not refused.sent
    assert BOTH in refused.notes
    assert refused.beside(case.field) == BESIDE + (case.shown or case.theirs)
    assert refused.value(case.field) == case.mine
    assert rows() == before

    assert refused.click("Save").sent
    part.refresh_from_db()
    assert (getattr(part, case.field), part.version) == (case.mine, 3)


def test_third_save_in_between_is_shown_too(desk, other_desk):
    case = CASES["section"]
    part = case.make()
    mine = desk.open(change(part))
    other_desk.open(change(part)).click("Save", {case.field: case.theirs})
    refused = mine.click("Save", {case.field: case.mine})
    other_desk.open(change(part)).click("Save", {case.field: case.theirs + " Again."})
    again = refused.click("Save")
    assert BOTH in again.notes
    assert again.value(case.field) == case.mine
    assert "Again." in again.beside(case.field)


def test_save_that_has_seen_no_such_version_is_refused(desk, case):
    part = case.make()
    before = rows()
    form = desk.open(change(part))
    for seen in ("", "0", "7", "one"):
        assert not form.click("Save", {case.field: case.mine, "seen": seen}).sent
    assert rows() == before


def test_save_that_loses_the_race_writes_nothing(case):
    part = case.make()
    late = type(part).objects.get(pk=part.pk)
    save_part(part, seen=part.version, values={case.field: case.theirs})
    before = rows()
    with pytest.raises(Stale) as refusal:
        save_part(late, seen=late.version, values={case.field: case.mine})
    assert rows() == before
    assert getattr(refusal.value.current, case.field) == case.theirs


def test_empty_text_of_the_other_is_named(desk, other_desk):
    draft = issue(dek="Why?")
    mine = desk.open(change(draft))
    other_desk.open(change(draft)).click("Save", dek="")
    assert mine.click("Save", dek="How?").beside("dek") == BESIDE + "nothing"


def test_label_chosen_by_the_other_is_named(desk, other_desk):
    draft = issue()
    mine = desk.open(change(draft))
    other_desk.open(change(draft)).click("Save", genre_label=label("Essay").pk)
    assert mine.click("Save").beside("genre_label") == BESIDE + "Essay"


def test_text_with_markup_stands_in_the_form_letter_by_letter(desk, other_desk):
    part = issue().analysis
    typed = "<p>A &amp; B &lt;c&gt; “d”\n<em>e</em> </p>\n\n<p>f</p>"
    mine = desk.open(change(part))
    other_desk.open(change(part)).click("Save", body="<p>Theirs.</p>")
    assert mine.click("Save", body=typed).value("body") == typed


def test_byline_of_a_stale_title_block_is_not_saved(desk, other_desk):
    draft = issue()
    ana = person("Ana Reis")
    mine = desk.open(change(draft))
    other_desk.open(change(draft)).click("Save", title="Mist")
    before = rows()
    screen = mine.click("Save", {"bylines-1-person": ana.pk, "bylines-1-role": "editor"})
    assert BOTH in screen.notes
    assert rows() == before
    assert screen.value("bylines-1-person") == str(ana.pk)
    screen.click("Save")
    assert [line.person for line in draft.bylines.all()][1:] == [ana]


def test_bylines_and_topics_of_the_other_are_shown(desk, other_desk):
    draft = issue()
    ana = person("Ana Reis")
    mine = desk.open(change(draft))
    values = {"bylines-1-person": ana.pk, "bylines-1-role": "editor"}
    other_desk.open(change(draft)).click("Save", values)
    notes = mine.click("Save", title="Mist").notes
    assert "Ana Reis (editor)" in notes
    assert draft.issue_topics.get().tag.name in notes


def test_sources_of_the_other_are_shown_and_mine_are_kept(desk, other_desk):
    one = brief(section(issue(), "Tides"))
    outlet("Coast Wire", "wire.example")
    outlet("Sound Post", "post.example")
    mine = desk.open(change(one))
    other_desk.open(change(one)).click("Save", {"sources-1-address": "https://wire.example/theirs"})
    before = rows()
    screen = mine.click("Save", {"sources-1-address": "https://post.example/mine"})
    assert "Coast Wire: https://wire.example/theirs" in screen.notes
    assert screen.value("sources-1-address") == "https://post.example/mine"
    assert rows() == before
    screen.click("Save")
    assert [s.outlet.name for s in one.sources.all()][1:] == ["Coast Wire", "Sound Post"]


def test_source_removed_by_the_other_does_not_keep_mine_from_being_saved(desk, other_desk):
    one = brief(section(issue(), "Tides"))
    source(one)
    mine = desk.open(change(one))
    other_desk.open(change(one)).click("Save", {"sources-0-DELETE": "on"})
    screen = mine.click("Save", body="<p>Mine.</p>")
    assert BOTH in screen.notes
    assert screen.value("body") == "<p>Mine.</p>"
    assert screen.click("Save").sent
    one.refresh_from_db()
    assert one.body == "<p>Mine.</p>"


def test_second_lead_of_an_issue_is_not_lost(desk, other_desk):
    draft = empty_issue()
    mine, theirs = (one.open(add(LeadAnalysis, issue=draft)) for one in (desk, other_desk))
    theirs.click("Save", body="<p>Theirs.</p>")
    screen = mine.click("Save", body="<p>Mine.</p>")
    assert screen.value("body") == "<p>Mine.</p>"
    assert "Theirs." in screen.words
    assert Issue.objects.get().analysis.body == "<p>Theirs.</p>"
    screen.click("Save")
    assert Issue.objects.get().analysis.body == "<p>Mine.</p>"


def test_second_top_picture_of_an_issue_is_not_lost(desk, other_desk):
    draft, crane, buoy = empty_issue(), small_photo(), small_photo()
    mine, theirs = (one.open(add(PhotoUse, issue=draft)) for one in (desk, other_desk))
    theirs.click("Save", photo=crane.pk, alt="A crane.")
    screen = mine.click("Save", photo=buoy.pk, alt="A buoy that lists.")
    assert screen.value("alt") == "A buoy that lists."
    assert Issue.objects.get().top_picture.alt == "A crane."


def test_two_people_on_different_parts_never_meet(desk, other_desk):
    draft = issue()
    one = brief(section(draft, "Tides"))
    forms = [desk.open(change(part)) for part in (draft, draft.analysis, one)]
    other_desk.open(change(one.section)).click("Save", heading="Ebb")
    other_desk.open(change(draft.sections.first().briefs.get())).click("Save", title="Dredger")
    for form, values in zip(
        forms, [{"title": "Mist"}, {"body": "<p>A.</p>"}, {"body": "<p>B.</p>"}], strict=True
    ):
        assert form.click("Save", values).sent

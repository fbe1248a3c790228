"""A live issue is corrected: its next revision says what it is, and why."""

from __future__ import annotations

import pytest

from digest.models import Edition
from newsroom.writing.saving import save_part
from tests.factories import HOUR, corrected, issue, pressed
from tests.newsroom.desk.places import change, now, press
from tests.newsroom.press.verbs import retitle

LOOK, PRESS = "Show what will happen", "Press it"
NOTE = "An earlier text named the wrong pier."


@pytest.fixture
def live(desk):
    """An issue that went live an hour ago and whose title has been changed since."""
    draft = issue(title="The pilots go hom")
    pressed(draft, now=now() - HOUR)
    retitle(draft, "The pilots go home")
    return draft


def test_correction_is_pressed_with_kind_and_note(desk, live, client):
    form = desk.open(change(live)).follow("Correct")
    looked = form.click(LOOK, kind="correction", note=NOTE)
    assert "It replaces revision 1, which becomes an earlier version." in looked.words
    assert f"Readers see the note: {NOTE}" in looked.words
    looked.click(PRESS)
    edition = Edition.objects.live(now()).get()
    assert (edition.revision, edition.kind, edition.note) == (2, "correction", NOTE)
    page = client.get(edition.get_absolute_url()).content.decode()
    assert NOTE in page
    assert client.get(f"{edition.get_absolute_url()}versions/1/").status_code == 200


def test_kind_is_asked_for_beside_its_field(desk, live):
    screen = desk.open(press(live)).click(LOOK, note=NOTE)
    assert screen.beside("kind") == "Say what the new text is."
    assert screen.value("note") == NOTE
    assert PRESS not in screen.buttons


@pytest.mark.parametrize("kind", ["correction", "clarification", "update"])
def test_note_is_asked_for(desk, live, kind):
    screen = desk.open(press(live)).click(LOOK, kind=kind, note="  ")
    assert PRESS not in screen.buttons
    assert screen.beside("note") == "Write the note that readers will see with the new text."
    assert screen.value("kind", LOOK) == kind
    assert Edition.objects.count() == 1


def test_minor_change_needs_no_note(desk, live):
    desk.open(press(live)).click(LOOK, kind="minor").click(PRESS)
    assert Edition.objects.live(now()).get().kind == "minor"


def test_unchanged_text_is_said_to_be_unchanged(desk, live):
    sentence = "Nothing has changed since the text that is live."
    assert sentence not in desk.open(press(live)).words
    retitle(live, "The pilots go hom")
    assert sentence in desk.open(press(live)).words


def test_end_of_the_live_text_is_proposed_for_the_next(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR, expires_at=now().replace(year=2431, month=3, day=7, hour=15))
    assert desk.open(press(draft)).value("expires_at").startswith("2431-03-07T10:")


def test_issue_that_was_away_comes_back_with_a_note_and_not_as_minor(desk):
    draft = issue()
    pressed(draft, now=now() - 3 * HOUR, expires_at=now() - HOUR)
    screen = desk.open(press(draft)).click(LOOK, kind="minor")
    sentence = "The issue comes back after a time away. A minor change will not do."
    assert screen.beside("kind") == sentence
    screen.click(LOOK, kind="update", note="It is back.").click(PRESS)
    assert Edition.objects.live(now()).get().note == "It is back."


def test_all_editions_are_listed_newest_first_with_what_can_be_done(desk, live):
    corrected(live, now().replace(year=2431), now=now())
    table = desk.open(press(live)).root.one(class_="scrolled")
    numbers = [row.one("th").words for row in table.one("tbody").all("tr")]
    assert numbers == ["2 (correction)", "1"]
    deeds = [[a.words for a in row.all("a")] for row in table.one("tbody").all("tr")]
    assert deeds == [
        ["2 (correction)", "stop", "set its end", "publish this text again"],
        ["1", "set its end", "withdraw the issue", "publish this text again", "suppress"],
    ]


def test_what_is_new_is_shown_by_word_and_leads_to_its_part(desk, live):
    lead = live.analysis
    save_part(lead, seen=1, values={"body": "<p>The pilots said they were very tired.</p>"})
    screen = desk.open(press(live))
    new = screen.root.one("ul", class_="wording")
    assert [one.words for one in new.all("h3")] == ["Changed Title block", "Changed Lead analysis"]
    links = [one.attributes["href"] for one in new.all("a")]
    assert links[1] == f"{change(live)}#part-{lead.uid}"
    assert "removed: hom" in [one.words for one in new.all("del")]
    assert [one.words for one in new.all("ins")] == ["added: home", "added: very"]
    assert screen.follow("Lead analysis").status == 200


def test_markup_in_what_is_new_is_words(desk, live):
    retitle(live, "<script>alert(1)</script>")
    page = desk.client.get(press(live)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page

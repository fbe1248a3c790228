"""One Edition at the desk, compared with another, and the draft brought back to it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digest.models import Edition
from newsroom.models import JournalEntry, NewsBrief
from newsroom.text.compose import compose
from newsroom.writing.saving import remove_part, save_part
from tests.factories import HOUR, brief, corrected, issue, pressed, section, series
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, now, press, rows, verb
from tests.newsroom.desk.staff import writer
from tests.newsroom.press.verbs import retitle, suppressed

BUTTON = "Start from this text"


@pytest.fixture
def draft(desk):
    """Three revisions: one earlier, one live, one scheduled; and a draft edited since."""
    one = issue(series(zone="America/New_York", title_prefix=""), title="The pilots go hom")
    brief(section(one, "Tides"), title="Ebb")
    pressed(one, now=now() - 3 * HOUR)
    retitle(one, "The pilots go home")
    corrected(one, now=now() - HOUR)
    retitle(one, "The pilots stay")
    corrected(one, datetime(2431, 3, 6, 15, tzinfo=UTC), now=now())
    retitle(one, "The pilots sleep")
    remove_part(NewsBrief.objects.get(title="Ebb"), by=desk.user)
    return one


def wording(screen) -> list[str]:
    """What is said about differences, without the words for those who do not see."""
    for one in screen.root.all("span", class_="visually-hidden"):
        one.inside.clear()
    return [" ".join(line.words.split()) for line in screen.root.one(class_="wording").all("li")]


def test_edition_says_its_facts_and_what_is_new_in_it(desk, draft):
    screen = desk.open(press(draft)).follow("2 (correction)")
    assert screen.address == verb("edition", draft, 2)
    assert screen.root.one("h2", id="changes").words == "From revision 1 to revision 2"
    assert wording(screen) == ["Changed Title block Title The pilots go hom home"]
    facts = screen.root.one("dl", class_="facts").words
    for said in (
        "Title The pilots go home",
        "State live",
        "Kind correction",
        "Note An earlier text named the wrong pier.",
        "Until 6 March 2431, 10:00 EST, that is 6 March 2431, 15:00 UTC",
        "by presser",
        Edition.objects.get(revision=2).fingerprint,
    ):
        assert said in facts
    assert screen.links["Read it"] == draft.folio.get_absolute_url()


@pytest.mark.parametrize(
    ("revision", "against", "heading"),
    [
        (3, "1", "From revision 1 to revision 3"),
        (1, "3", "From revision 1 to revision 3"),
        (1, "", "From revision 1 to the draft"),
        (2, "draft", "From revision 2 to the draft"),
        (2, "9", "From revision 1 to revision 2"),
        (2, "2", "From revision 1 to revision 2"),
        (2, "<b>", "From revision 1 to revision 2"),
    ],
)
def test_any_two_texts_are_compared_the_older_first(desk, draft, revision, against, heading):
    query = f"?against={against}" if against else ""
    screen = desk.open(verb("edition", draft, revision) + query)
    assert screen.root.one("h2", id="changes").words == heading
    assert screen.status == 200


def test_same_text_is_said_to_be_the_same(desk, draft):
    retitle(draft, "The pilots go home")
    ebb = NewsBrief.objects.get(title="Ebb")
    NewsBrief.objects.filter(pk=ebb.pk).update(removed_at=None, removed_by="")
    assert "They say the same." in desk.open(verb("edition", draft, 2) + "?against=draft").words


def test_edition_leads_to_where_readers_find_it(desk, draft, client):
    found = {n: desk.open(verb("edition", draft, n)).links.get("Read it") for n in (1, 2, 3)}
    assert found[3] is None
    assert [client.get(found[n]).status_code for n in (1, 2)] == [200, 200]


@pytest.mark.parametrize("name", ["edition", "restore-draft"])
def test_revision_that_is_not_there_is_not_found(desk, draft, name):
    other = issue()
    pressed(other, now=now() - HOUR)
    assert desk.open(verb(name, draft, 4)).status == 404
    assert desk.open(verb(name, other, 2)).status == 404
    assert desk.open(verb(name, issue(), 1)).status == 404


def test_draft_starts_from_the_published_text(desk, draft):
    screen = desk.open(press(draft)).follow("Start from the published text")
    title, ebb = wording(screen)
    assert title == "Changed Title block Title The pilots sleep go home"
    assert ebb.startswith("Added Ebb Run-in title Ebb Text A dredger sank. Sources Harbour Ledger")
    done = screen.click(BUTTON)
    assert done.messages == ["The draft says what revision 2 says."]
    assert done.address == change(draft)
    live = Edition.objects.get(revision=2)
    assert compose(draft).fingerprint == live.fingerprint
    entry = JournalEntry.objects.get(verb="draft.restored")
    assert (entry.by, entry.detail["fingerprint"]) == ("editor", live.fingerprint)
    again = desk.open(verb("restore-draft", draft, 2))
    assert "The draft says already what revision 2 says." in again.words
    assert BUTTON not in again.buttons


def test_restoring_changes_nothing_for_readers(desk, draft, client):
    address = draft.folio.get_absolute_url()
    page = client.get(address).content
    desk.open(verb("restore-draft", draft, 1)).click(BUTTON)
    assert client.get(address).content == page


def test_draft_changed_meanwhile_is_left_alone_and_shown_anew(desk, draft):
    screen = desk.open(verb("restore-draft", draft, 2))
    save_part(draft.analysis, seen=1, values={"body": "<p>Typed meanwhile.</p>"})
    before = rows()
    again = screen.click(BUTTON)
    said = "Somebody has changed the draft since you looked at it. Look again, then decide."
    assert said in again.words
    assert rows() == before
    assert "Typed meanwhile." in again.words
    assert again.click(BUTTON).messages == ["The draft says what revision 2 says."]


@pytest.mark.parametrize("expecting", ["", "x", "-1", "0", "99999999999999999999"])
def test_draft_that_was_never_shown_is_not_written_over(desk, draft, expecting):
    before = rows()
    screen = desk.open(verb("restore-draft", draft, 2)).click(BUTTON, expecting=expecting)
    assert screen.status == 200
    assert rows() == before


def test_suppressed_text_is_not_brought_back(desk, draft):
    form = desk.open(verb("restore-draft", draft, 1))
    suppressed(Edition.objects.get(revision=1), now=now())
    before = rows()
    screen = form.click(BUTTON)
    assert "Revision 1 is suppressed: its text is not brought back." in screen.words
    assert BUTTON not in screen.buttons
    assert rows() == before
    assert "Start the draft from this text" not in desk.open(verb("edition", draft, 1)).links


def test_what_could_not_be_restored_is_said(desk, draft):
    who = draft.bylines.get().person
    was = who.name
    type(who).objects.update(name="Ana Costa")
    screen = desk.open(verb("restore-draft", draft, 2)).click(BUTTON)
    assert screen.messages == [
        "The draft says what revision 2 says, but for what follows.",
        f"“{was}” is called “Ana Costa” by now, and so it says in the draft.",
    ]


def test_somebody_who_only_writes_may_look_and_restore(draft):
    screen = Desk(writer()).open(verb("edition", draft, 2))
    assert screen.status == 200
    assert "Press page" not in screen.links
    assert screen.follow("Start the draft from this text").click(BUTTON).sent


def test_hostile_words_are_words_in_differences(desk, draft):
    retitle(draft, "<img src=x onerror=alert(1)>")
    for address in (
        verb("edition", draft, 2) + "?against=draft",
        verb("restore-draft", draft, 2),
    ):
        assert "<img src=x" not in desk.client.get(address).content.decode()

"""Withdraw, disarm, expire, rearm and suppress, each on its page."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from digest.models import Edition
from newsroom.models import JournalEntry
from tests.factories import DAY, HOUR, corrected, issue, own_card, pressed
from tests.newsroom.desk.places import change, changed, now, press, rows, verb
from tests.newsroom.press.verbs import retitle, withdrawn

LATER = datetime(2431, 3, 6, 15, tzinfo=UTC)
REASON = "The harbour master never said it."
LOOK = SHOW_END = "Show what will happen"
REQUIRED = "Choose a reason, or give one in your own words."


@pytest.fixture
def live(desk):
    """An issue with an earlier version, live since an hour ago."""
    draft = issue()
    pressed(draft, now=now() - 3 * HOUR)
    corrected(draft, now=now() - HOUR)
    return draft


def test_issue_is_withdrawn_with_a_reason(desk, live, client):
    form = desk.open(change(live)).follow("Withdraw")
    assert form.click("Withdraw the issue", reason="").beside("reason") == REQUIRED
    assert client.get(live.folio.get_absolute_url()).status_code == 200
    screen = form.click("Withdraw the issue", reason=REASON)
    assert screen.messages == ["The issue is withdrawn: no text of it is public any more."]
    assert screen.address == change(live)
    assert client.get(live.folio.get_absolute_url()).status_code == 410
    entry = JournalEntry.objects.get(verb="issue.withdrawn")
    assert (entry.by, entry.reason) == ("editor", REASON)
    assert "Withdraw" not in screen.links


@pytest.mark.parametrize(("choice", "kept"), [("cancel", False), ("keep", True)])
def test_withdrawal_asks_what_becomes_of_the_scheduled_revision(desk, live, choice, kept):
    corrected(live, LATER, now=now())
    form = desk.open(verb("withdraw", live))
    assert "Revision 3 is armed" in form.words
    form.click("Withdraw the issue", reason=REASON, armed=choice)
    assert not Edition.objects.live(now()).exists()
    assert Edition.objects.armed(now()).exists() is kept


def test_withdrawal_without_a_scheduled_revision_does_not_ask(desk, live):
    assert "armed" not in desk.open(verb("withdraw", live)).fields()


def test_scheduled_revision_without_a_note_cannot_be_kept(desk, live):
    pressed(live, LATER, now=now(), kind="minor")
    form = desk.open(verb("withdraw", live))
    screen = form.click("Withdraw the issue", reason=REASON, armed="keep")
    assert "Revision 3" in screen.notes
    assert "stop it" in screen.notes
    assert screen.value("reason") == REASON
    assert Edition.objects.live(now()).get().revision == 2
    screen.click("Withdraw the issue", armed="cancel")
    assert not Edition.objects.live(now()).exists()


def test_scheduled_revision_is_disarmed(desk, live):
    corrected(live, LATER, now=now())
    screen = desk.open(press(live)).follow("stop").click("Stop it", reason="Not yet checked.")
    assert screen.messages == ["Revision 3 is not armed any more."]
    row = next(one for one in desk.open(press(live)).root.all("tr") if "never;" in one.words)
    assert "never; it was to go out 6 March 2431" in row.words
    assert "stopped" in row.words
    assert not Edition.objects.armed(now()).exists()
    assert Edition.objects.live(now()).get().live_until is None
    assert JournalEntry.objects.get(verb="edition.disarmed").reason == "Not yet checked."


def test_reason_is_no_essay(desk, live):
    corrected(live, LATER, now=now())
    form = desk.open(verb("disarm", live, 3))
    screen = form.click("Stop it", reason="Because. " * 100)
    assert "at most 500 characters" in screen.beside("reason")
    assert screen.value("reason") == "Because. " * 100
    assert screen.click("Stop it", reason="Because.").messages == [
        "Revision 3 is not armed any more."
    ]


def test_page_of_stopping_has_no_button_once_nothing_is_armed(desk, live):
    corrected(live, LATER, now=now())
    stale = desk.open(verb("disarm", live, 3))
    desk.open(verb("disarm", live, 3)).click("Stop it", reason="Wait.")
    screen = stale.click("Stop it", reason="Wait.")
    assert "You were shown revision 3 as armed; now it is nothing." in screen.notes
    for shown in (screen, desk.open(verb("disarm", live, 3)), desk.open(verb("disarm", live, 1))):
        assert "Stop it" not in shown.buttons
        assert "is not armed." in shown.words


def test_pages_of_what_cannot_be_done_have_no_button(desk, live):
    withdrawn(Edition.objects.get(revision=2), now=now())
    for name, revision, button, said in (
        ("withdraw", None, "Withdraw the issue", "there is nothing to withdraw."),
        ("expire", 2, SHOW_END, "Revision 2 is neither live nor armed."),
        ("expire", 1, SHOW_END, "Revision 1 is neither live nor armed."),
    ):
        screen = desk.open(verb(name, live, *([revision] if revision else [])))
        assert button not in screen.buttons
        assert said in screen.words
    desk.open(verb("suppress", live, 1)).click("Suppress it", reason=REASON)
    assert "Suppress it" not in desk.open(verb("suppress", live, 1)).buttons


def test_end_is_set_on_the_clock_of_the_series_and_cleared_again(desk, live):
    form = desk.open(press(live)).follow("set its end")
    assert "On the clock of America/New_York." in form.words
    before = rows()
    looked = form.click(SHOW_END, at="2431-03-06T10:00", reason="The licence ends.")
    assert rows() == before
    spoken = "6 March 2431, 10:00 EST, that is 6 March 2431, 15:00 UTC"
    assert f"Revision 2 ends on {spoken}: the issue leaves the site then." in looked.words
    screen = looked.click("Set the end")
    assert screen.messages == [
        "Revision 2 ends on 6 March 2431, 10:00 EST, that is 6 March 2431, 15:00 UTC."
    ]
    assert Edition.objects.live(now()).get().live_until == LATER
    again = desk.open(verb("expire", live, 2))
    assert again.value("at") == "2431-03-06T10:00"
    looked = again.click(SHOW_END, at="")
    assert f"Revision 2 does not end on {spoken} any more" in looked.words
    assert looked.click("Set the end").messages == [
        f"Revision 2 has no end any more. It was to end on {spoken}."
    ]
    assert Edition.objects.live(now()).get().live_until is None


def test_text_without_an_end_that_gets_none_is_said_to_have_none_as_before(desk, live):
    looked = desk.open(verb("expire", live, 2)).click(SHOW_END, at="")
    assert "Nothing changes: revision 2 has no end, and gets none." in looked.words
    assert looked.click("Set the end").messages == ["Revision 2 has no end, as before."]


def test_end_that_was_changed_after_the_look_is_looked_at_again(desk, live):
    looked = desk.open(verb("expire", live, 2)).click(SHOW_END, at="2431-03-06T10:00")
    again = looked.click("Set the end", at="2431-03-07T10:00")
    assert "Revision 2 ends on 7 March 2431, 10:00 EST" in again.words
    assert Edition.objects.live(now()).get().live_until is None
    again.click("Set the end")
    assert Edition.objects.live(now()).get().live_until == LATER + DAY


def test_end_that_has_passed_is_refused_and_stays_typed(desk, live):
    screen = desk.open(verb("expire", live, 2)).click(SHOW_END, at="2020-03-05T10:00")
    assert "Choose a later end, or none." in screen.beside("at")
    assert screen.value("at") == "2020-03-05T10:00"
    assert Edition.objects.live(now()).get().expires_at is None


def test_older_text_is_published_again(desk, live):
    first = Edition.objects.get(revision=1)
    page = desk.open(press(live)).root.one(class_="scrolled").one("tbody").all("tr")[1]
    again = next(a for a in page.all("a") if a.words == "publish this text again")
    form = desk.open(again.attributes["href"])
    before = rows()
    looked = form.click(LOOK, kind="correction", note="The first text was right.")
    assert rows() == before
    for said in (
        "Revision 3 goes live at once.",
        "It replaces revision 2, which becomes an earlier version.",
        "It has the text of revision 1, unchanged. The draft stays as it is.",
    ):
        assert said in looked.words
    (message,) = looked.click("Press it").messages
    assert message.startswith("Revision 3 is live since ")
    edition = Edition.objects.live(now()).get()
    assert (edition.revision, edition.fingerprint) == (3, first.fingerprint)


def test_slot_of_a_scheduled_revision_is_moved(desk):
    draft = issue()
    pressed(draft, LATER, now=now() - HOUR)
    form = desk.open(verb("rearm", draft, 1))
    assert "kind" not in form.fields()
    assert form.value("at") == "2431-03-06T10:00"
    form.click(LOOK, at="2431-03-07T10:00").click("Arm it")
    edition = Edition.objects.armed(now()).get()
    assert (edition.revision, edition.live_from.day) == (2, 7)


def test_older_text_with_a_warning_is_published_again_with_a_reason(desk):
    other, draft = issue(), issue()
    pressed(other, now=now() - 5 * HOUR, expires_at=now() - HOUR)
    own_card(draft, other)
    pressed(draft, now=now() - 3 * HOUR)
    form = desk.open(verb("rearm", draft, 1))
    values = {"kind": "update", "note": "Once more."}
    screen = form.click(LOOK, values)
    assert "its card will not be shown" in screen.words
    assert screen.beside("override")
    screen.click(LOOK, override="It is back on Friday.").click("Press it")
    assert Edition.objects.live(now()).get(folio=draft.folio).revision == 2


def test_earlier_version_is_suppressed_with_a_reason(desk, live, client):
    address = Edition.objects.get(revision=1).get_version_url()
    assert client.get(address).status_code == 200
    form = desk.open(verb("suppress", live, 1))
    assert form.click("Suppress it", reason=" ").beside("reason") == REQUIRED
    screen = form.click("Suppress it", reason=REASON)
    assert screen.messages == ["Revision 1 is not among the earlier versions any more."]
    assert client.get(address).status_code == 410
    assert client.get(live.folio.get_absolute_url()).status_code == 200
    assert JournalEntry.objects.get(verb="edition.suppressed").reason == REASON


@pytest.mark.parametrize(
    ("name", "revision", "button", "values"),
    [
        ("withdraw", None, "Withdraw the issue", {"reason": REASON}),
        ("disarm", 3, "Stop it", {"reason": "Wait."}),
        ("expire", 2, SHOW_END, {"at": "2431-03-05T10:00"}),
        ("suppress", 1, "Suppress it", {"reason": REASON}),
    ],
)
def test_verb_is_refused_after_somebody_else_has_acted(desk, live, name, revision, button, values):
    corrected(live, LATER, now=now())
    form = desk.open(verb(name, live, revision))
    corrected(live, LATER, now=now())
    before = rows()
    screen = form.click(button, values)
    assert "You were shown revision 3 as armed; now it is revision 4." in screen.notes
    if name == "disarm":
        # There is nothing of that revision to stop any more.
        assert screen.buttons == []
        assert screen.root.one("textarea", name="reason").words == values["reason"]
    else:
        assert {name: screen.value(name) for name in values} == values
    assert rows() == before


def test_verb_refused_once_can_be_tried_again_on_top_of_how_things_are(desk, live):
    form = desk.open(verb("withdraw", live))
    corrected(live, now=now())
    screen = form.click("Withdraw the issue", reason=REASON)
    assert "You were shown revision 2 as live; now it is revision 3." in screen.notes
    assert Edition.objects.live(now()).exists()
    screen.click("Withdraw the issue")
    assert not Edition.objects.live(now()).exists()


@pytest.mark.parametrize("name", ["disarm", "expire", "rearm", "suppress"])
def test_revision_that_is_not_there_is_not_found(desk, live, name):
    other = issue()
    pressed(other, now=now() - HOUR)
    assert desk.open(verb(name, live, 2)).status == 200
    assert desk.open(verb(name, live, 3)).status == 404
    assert desk.open(verb(name, other, 2)).status == 404


def test_issue_that_was_never_pressed_has_nothing_to_take_back(desk):
    assert desk.open(verb("withdraw", issue())).status == 404


def test_quick_reason_is_enough_and_its_words_stand_in_the_journal(desk, live):
    desk.open(verb("withdraw", live)).click("Withdraw the issue", quick="court")
    assert JournalEntry.objects.get(verb="issue.withdrawn").reason == (
        "A court or a lawyer asks for it"
    )


def test_quick_reason_and_own_words_are_both_kept(desk, live):
    corrected(live, LATER, now=now())
    desk.open(verb("disarm", live, 3)).click("Stop it", quick="facts", reason=" Which pier? ")
    assert JournalEntry.objects.get(verb="edition.disarmed").reason == (
        "A fact has to be checked first: Which pier?"
    )


def test_quick_reason_that_nobody_offers_is_refused(desk, live):
    screen = desk.open(verb("withdraw", live)).click("Withdraw the issue", quick="because")
    assert screen.beside("quick")
    assert Edition.objects.live(now()).exists()


@pytest.mark.parametrize(
    ("name", "revision", "sentence"),
    [
        ("withdraw", None, "The issue leaves the site at once"),
        ("disarm", 3, "Revision 2 stays live. It has no end."),
        ("expire", 3, "At that moment the issue leaves the site"),
        ("suppress", 1, "Readers do not get revision 1 as an earlier version any more"),
    ],
)
def test_page_says_what_will_happen_and_leads_back(desk, live, name, revision, sentence):
    corrected(live, LATER, now=now())
    screen = desk.open(verb(name, live, revision))
    assert sentence in screen.words
    assert screen.follow("Cancel").address == change(live)


def test_publishing_again_is_refused_after_somebody_else_has_acted(desk, live):
    corrected(live, LATER, now=now())
    values = {"kind": "update", "note": "Back."}
    looked = desk.open(verb("rearm", live, 1)).click(LOOK, values)
    corrected(live, LATER, now=now())
    before = rows()
    screen = looked.click("Press it")
    assert "You were shown revision 3 as armed; now it is revision 4." in screen.messages[0]
    assert {name: screen.value(name) for name in values} == values
    assert changed(before) == []


def test_publishing_again_does_not_mind_what_is_typed_into_the_draft(desk, live):
    looked = desk.open(verb("rearm", live, 1)).click(LOOK, kind="minor")
    retitle(live, "Typed meanwhile")
    assert looked.click("Press it").sent
    assert Edition.objects.live(now()).get().revision == 3


def test_page_of_an_older_text_shows_what_it_takes_back(desk, live):
    retitle(live, "Fog")
    corrected(live, now=now())
    screen = desk.open(verb("rearm", live, 1))
    assert "What is new against the live text" in screen.words
    assert "Fog" in screen.root.one("del").words
    assert "The draft" not in screen.root.one(class_="how-it-is").words
    assert "Start from the published text" not in screen.links

"""What was done to one thing: where its page leads, and at what time on whose clock."""

from __future__ import annotations

from datetime import UTC, datetime

from newsroom import journal
from newsroom.writing.saving import remove_part
from tests.factories import account, issue, label, pressed
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, now


def test_history_of_an_issue_is_what_the_journal_says_of_it(desk):
    fog, ice = issue(title="Fog"), issue(title="Ice")
    pressed(fog, now=now(), by=desk.user)
    pressed(ice, now=now(), by=desk.user)
    remove_part(fog.analysis, by=desk.user)
    entries = desk.open(change(fog)).follow("History").root.one("table", id="result_list")
    shown = [[cell.words for cell in row.all("td")][1:3] for row in entries.all("tr")[1:]]
    name = f"Fog ({fog.series})"
    assert shown == [["removed a part", name], ["published", name]]


def test_history_of_an_issue_is_for_those_who_may_see_the_journal(desk):
    other = Desk(account("other", "newsroom.view_issue"))
    assert "History" not in other.open(change(issue())).links


def test_times_of_the_journal_and_of_a_history_name_their_zone(desk):
    at = datetime(2026, 1, 9, 15, tzinfo=UTC)
    entry = journal.record("frame.added", label("Essay"), by=desk.user, at=at)
    assert str(entry).startswith("9 January 2026, 15:00 UTC ")
    assert "9 January 2026, 15:00 WET" in desk.open(change(entry)).words
    essay = label("Chart")
    desk.open(change(essay)).click("Save", name="Map")
    history = desk.open(change(essay).replace("change", "history"))
    assert history.root.one("table").one("time").words.split()[-1] in {"WET", "WEST"}
    assert "9 January" not in history.words

"""What was done to an issue: each line says from what to what, and nobody can change one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from newsroom import journal, plan
from newsroom.desk.journal import words as journalwords
from newsroom.desk.journal.words import VERBS
from newsroom.models import Issue, JournalEntry
from tests.factories import HOUR, T0, account, issue, pressed, publication, series
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, changed, now, rows
from tests.tables import each

LIST = "/admin/newsroom/journalentry/"


@pytest.fixture
def owner(db):
    """Somebody who may do everything."""
    publication()
    return Desk(account("owner", is_superuser=True))


def said(verb, **detail):
    return journalwords.change_of(JournalEntry(verb=verb, detail=detail))


WORDS = [
    (
        said("issue.planned", **{"from": "2026-11-05", "to": "2026-11-12"}),
        "from Thu 5 November 2026 to Thu 12 November 2026",
    ),
    (
        said("issue.planned", **{"from": "2026-11-05", "to": ""}),
        "from Thu 5 November 2026 into the tray",
    ),
    (
        said("issue.planned", **{"from": "", "to": "2026-11-12"}),
        "to Thu 12 November 2026; no slot before",
    ),
    (said("issue.started", to="2026-11-12"), "for Thu 12 November 2026"),
    (
        said("issue.handed", **{"from": ["vera", ""], "to": ["rui", ""]}),
        "writer: rui, before vera; editor: nobody as before",
    ),
    (
        said("edition.armed", revision=1, live_from="2026-11-12T15:00:00+00:00", expires_at=None),
        "revision 1, live from 12 November 2026, 15:00 UTC",
    ),
    (
        said(
            "edition.rearmed",
            revision=3,
            of=1,
            live_from="2026-11-12T15:00:00+00:00",
            expires_at="2026-11-19T15:00:00+00:00",
        ),
        "revision 3, the text of revision 1, live from 12 November 2026, 15:00 UTC, "
        "until 19 November 2026, 15:00 UTC",
    ),
    (
        said(
            "edition.rearmed",
            revision=2,
            of=1,
            live_from="2026-11-12T15:00:00+00:00",
            **{"from": "2026-11-12T14:00:00+00:00"},
        ),
        "revision 2, the text of revision 1, "
        "from 12 November 2026, 14:00 UTC to 12 November 2026, 15:00 UTC",
    ),
    (
        said(
            "edition.rearmed",
            revision=2,
            of=1,
            live_from="2026-11-19T07:00:00+00:00",
            zone="America/New_York",
            planned=["2026-11-12", "2026-11-19"],
            **{"from": "2026-11-12T07:00:00+00:00"},
        ),
        "from Thu 12 November 2026 to Thu 19 November 2026; revision 2, the text of revision 1, "
        "from 12 November 2026, 02:00 EST (12 November 2026, 07:00 UTC) "
        "to 19 November 2026, 02:00 EST (19 November 2026, 07:00 UTC)",
    ),
    (
        said("edition.disarmed", revision=2, planned=["2026-11-12", ""]),
        "from Thu 12 November 2026 into the tray; revision 2",
    ),
    (
        said("edition.expires", revision=2, expires_at="2026-11-19T15:00:00+00:00"),
        "revision 2 ends 19 November 2026, 15:00 UTC",
    ),
    (said("edition.expires", revision=2, expires_at=None), "revision 2 has no end"),
    (said("edition.disarmed", revision=2), "revision 2"),
    (
        said("issue.withdrawn", revision=1, armed=2, armed_kept=False),
        "revision 1; revision 2 is stopped",
    ),
    (
        said("issue.withdrawn", revision=1, armed=2, armed_kept=True),
        "revision 1; revision 2 stays armed",
    ),
    (said("week.skipped", day="2026-11-12", to="At sea."), "Thu 12 November 2026: “At sea.”"),
    (said("week.opened", day="2026-11-12", to=""), "Thu 12 November 2026"),
    (
        said("week.told", day="2026-11-12", **{"from": "", "to": "At sea."}),
        "Thu 12 November 2026: from no sentence to “At sea.”",
    ),
    (said("frame.changed", fields=["name"], **{"from": "a", "to": "b"}), "from “a” to “b”"),
    (said("frame.changed", fields=["name", "zone"]), "name, zone"),
    (said("issue.planned"), ""),
    (said("issue.planned", **{"from": "x", "to": "y"}), "from x to y"),
    (said("issue.handed", **{"from": None, "to": "rui"}), ""),
    (said("brief.parked"), ""),
    (said("part.restored", part="Fog"), "“Fog”"),
    (said("brief.taken", part="Fog", **{"from": "Old ink"}), "“Fog” of “Old ink”"),
    (
        said("edition.armed", revision=2, instead_of=1, live_from="2026-11-12T15:00:00+00:00"),
        "revision 2 in place of revision 1, live from 12 November 2026, 15:00 UTC",
    ),
]


@each(("words", "expected"), WORDS)
def test_change_in_words(words, expected):
    assert words == expected


@each(
    "verb",
    [
        "issue.planned",
        "issue.started",
        "issue.handed",
        "week.skipped",
        "week.told",
        "week.opened",
        "brief.parked",
        "brief.taken",
    ],
)
def test_verb_has_words(verb):
    assert str(VERBS[verb]) != verb


def test_list_says_who_was_before_and_leads_to_the_issue(owner):
    draft = issue(title="Fog")
    rui = account("rui", first_name="Rui", last_name="Barros")
    plan.hand(draft, writer=rui, editor=None, by=owner.user, now=T0)
    screen = owner.open(LIST)
    assert "writer: Rui Barros, before nobody; editor: nobody as before" in screen.words
    assert screen.links["Fog"] == change(draft)
    line = JournalEntry.objects.get()
    assert "writer: Rui Barros, before nobody" in owner.open(change(line)).words


def test_list_is_narrowed_by_what_and_who(owner):
    first, second = issue(title="Fog"), issue(title="Ice")
    other = account("vera")
    journal.record("issue.planned", first, by=owner.user, at=now(), name="Fog")
    journal.record("issue.handed", second, by=other, at=now(), name="Ice")
    for query in ("?by=owner", "?verb=issue.planned", f"?q={first.uid}"):
        links = owner.open(LIST + query).links
        assert ("Fog" in links, "Ice" in links) == (True, False), query
    day = now() - timedelta(days=1)
    links = owner.open(f"{LIST}?at__year={day.year - 1}").links
    assert "Fog" not in links


def test_nobody_writes_the_journal_not_even_by_raw_requests(owner):
    entry = journal.record("issue.planned", issue(), by=owner.user, at=now())
    token = owner.open(LIST).root.all("input", name="csrfmiddlewaretoken")[0].attributes["value"]
    raw = {"csrfmiddlewaretoken": token, "by": "somebody", "verb": "x", "reason": "x"}
    before = rows()
    for address, more in [
        (f"{LIST}add/", {}),
        (change(entry), {}),
        (change(entry).replace("change", "delete"), {"post": "yes"}),
        (LIST, {"action": "delete_selected", "_selected_action": entry.pk, "post": "yes"}),
    ]:
        status = owner.client.post(address, {**raw, **more}).status_code
        assert status == 403 or (address == LIST and status in {200, 302}), address
        assert changed(before) == [], address
    assert owner.client.get(f"{LIST}add/").status_code == 403
    assert owner.client.get(change(entry).replace("change", "delete")).status_code == 403


def panel(desk, draft):
    found = desk.open(change(draft)).root.all("section", **{"aria-labelledby": "panel-acts"})
    return found[0] if found else None


def test_panel_shows_the_last_five_of_this_issue_and_leads_to_all(owner):
    weekly = series(zone="America/New_York")
    draft, other = issue(weekly), issue(weekly)
    for number in range(6):
        journal.record(
            "issue.planned",
            draft,
            by=owner.user,
            at=T0 + number * HOUR,
            reason=f"Reason {number}.",
            **{"from": "2431-03-06", "to": "2431-03-13"},
        )
    journal.record("issue.planned", other, by=owner.user, at=T0 + 9 * HOUR, reason="Elsewhere.")
    shown = panel(owner, draft)
    lines = [one.words for one in shown.all("li")]
    assert len(lines) == 5
    assert lines[0] == (
        "6 Mar 2431, 15:00 EST: owner planned an issue, "
        "from Thu 6 March 2431 to Thu 13 March 2431 Why: Reason 5."
    )
    assert not any("Reason 0." in one or "Elsewhere." in one for one in lines)
    address = shown.one("a").attributes["href"]
    assert address == f"{LIST}?q={draft.uid}"
    everything = owner.open(address).words
    assert "Reason 0." in everything
    assert "Elsewhere." not in everything


def test_panel_shows_it_to_those_who_may_see_the_journal(owner):
    draft = issue()
    assert panel(owner, draft) is None
    pressed(draft, now=now() - HOUR)
    assert "published, revision 1, live from" in panel(owner, draft).words
    blind = Desk(account("blind", "newsroom.view_issue"))
    assert panel(blind, draft) is None
    seeing = Desk(account("seeing", "newsroom.view_issue", "newsroom.view_journalentry"))
    assert panel(seeing, draft) is not None
    assert Issue.objects.count() == 1

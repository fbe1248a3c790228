"""A planner's way: a rhythm, a week left out, the next empty slot, a writer, and the press."""

from __future__ import annotations

import re
import sys

import pytest
from playwright.sync_api import Page, expect

from digest.models import Edition, SkippedWeek
from newsroom.desk.board import board
from newsroom.models import Byline, Cadence, Issue, IssueTopic
from newsroom.writing.saving import save_part
from tests.browser.atscreen import AtScreen
from tests.browser.newsdesk import Newsdesk
from tests.factories import brief, lead, member, person, publication, section, series, topic
from tests.newsroom.desk.places import now

#: The most that it may ask of the planner.
MOST = 30


@pytest.fixture
def digest_of_the_week(live_server):
    """A series that has no rhythm yet, a planner who publishes, and a writer."""
    publication()
    member("Publisher", "paula", first_name="Paula", last_name="Brandt")
    member("Writer", "nadia", first_name="Nadia", last_name="Rourke")
    return series(name="Harbour Watch", zone="UTC", rhythm="")


def write(draft: Issue) -> None:
    """What the writer does, meanwhile, on the issue's screen."""
    draft.refresh_from_db()
    values = {"title": "The pilots go home", "dek": "Why the harbour is quiet."}
    save_part(draft, seen=draft.version, values=values)
    Byline.objects.create(issue=draft, person=person(), position=1024)
    IssueTopic.objects.create(content_object=draft, tag=topic())
    lead(draft)
    brief(section(draft))


def last_week_of_december() -> board.Place:
    """The slot of the last Friday in December, as the board has it."""
    shown = board.of(member("Editor"), now())
    places = [one for _, some in shown.weeks for one in some]
    return [one for one in places if one.slot.day.month == 12][-1]


def test_planner_goes_the_whole_way(page: Page, digest_of_the_week):
    Newsdesk(page).log_in("paula", "a long enough password")
    desk = AtScreen(page)
    # The rhythm: Fridays 09:00 Washington.
    desk.click(page.get_by_role("link", name="Series", exact=True).first)
    desk.click(page.get_by_role("link", name="Harbour Watch"))
    rhythm = page.locator(".rhythm")
    desk.click(page.get_by_text(re.compile("^Add another .*(cadence|rhythm)", re.IGNORECASE)))
    row = rhythm.locator(".inline-related:not(.empty-form)").first
    desk.click(row.get_by_label("Friday"))
    desk.fill(row.get_by_label("Time:"), "09:00")
    desk.fill(row.get_by_label("Time zone"), "Washington")
    desk.click(page.get_by_role("button", name="Save", exact=True))
    page.get_by_text(re.compile("was changed successfully")).wait_for()
    cadence = Cadence.objects.get()
    assert (cadence.weekdays, f"{cadence.time:%H:%M}") == ("5", "09:00")
    assert cadence.zone == "America/New_York"

    # The last week of December is left out, with a note.
    away = last_week_of_december().slot.day
    desk.click(page.get_by_role("link", name="What needs me").first)
    slot = page.locator(f'.slot[data-day="{away:%Y-%m-%d}"]')
    desk.click(slot.get_by_role("link", name="Leave out"))
    desk.fill(page.get_by_label("Note for readers"), "The desk is ashore until the new year.")
    desk.click(page.get_by_role("button", name="Leave this week out"))
    expect(slot).to_contain_text("left out")
    assert SkippedWeek.objects.get().day == away

    # The next empty slot gets its issue, and the issue its writer.
    empty = page.locator(".slot.empty").first
    day = empty.get_attribute("data-day")
    desk.click(empty.get_by_role("button", name="Start the issue"))
    expect(page.locator(".screen[data-ready]")).to_have_count(1)
    draft = Issue.objects.get()
    assert f"{draft.slot.day:%Y-%m-%d}" == day
    desk.click(page.get_by_role("link", name="What needs me").first)
    slot = page.locator(f'.slot[data-day="{day}"]')
    desk.click(slot.get_by_role("link", name="Hand over"))
    desk.choose(page.get_by_label("Who writes"), "Nadia Rourke")
    desk.click(page.get_by_role("button", name="Hand it over"))
    expect(slot).to_contain_text("written by Nadia Rourke")

    write(draft)
    page.reload()
    expect(slot).to_contain_text("planned: ready")
    desk.click(slot.get_by_role("link", name="Arm"))
    desk.click(page.get_by_role("button", name="Show what will happen"))
    desk.click(page.get_by_role("button", name="Arm it"))
    page.get_by_text(re.compile("is armed for")).wait_for()
    edition = Edition.objects.get()
    place = next(
        one
        for _, some in board.of(member("Editor"), now()).weeks
        for one in some
        if one.issue == draft
    )
    assert (place.kind, edition.live_from) == ("armed", place.slot.at)
    sys.stderr.write(f"\n{desk.interactions} interactions\n")
    assert desk.interactions <= MOST

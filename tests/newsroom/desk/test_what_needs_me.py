"""The first page: what waits for the person who has logged in, at a constant price."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom import pictures, press
from newsroom.desk import needs
from newsroom.models import Byline, Issue, Staff
from newsroom.press.expecting import seen
from newsroom.writing.saving import save_part
from tests.factories import (
    DAY,
    HOUR,
    account,
    corrected,
    empty_issue,
    issue,
    notice,
    person,
    photo,
    pressed,
    publication,
    series,
    small_photo,
    standing,
)
from tests.newsroom.desk import staff
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, now

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site():
    return publication()


@pytest.fixture
def vera():
    """An editor who signs, and may see notices."""
    user = staff.editor("vera")
    user.user_permissions.add(*account("", "digest.view_notice").user_permissions.all())
    Staff.objects.create(person=person("Vera Lund"), account=user)
    return user


def titles(rows):
    return [str(one) for one, _ in rows]


def test_drafts_that_i_sign_or_have_saved_last_are_mine(vera):
    signed, saved, other = issue(title="Fog"), issue(title="Ice"), issue(title="Silt")
    Byline.objects.create(issue=signed, person=vera.staff.person, position=9999)
    save_part(saved, seen=1, values={"dek": "Thick."}, by=vera)
    found = needs.of(vera)
    assert set(titles(found.yours)) == {"Fog", "Ice"}
    assert titles(found.drafts) == [str(other)]


def test_what_i_have_pressed_and_somebody_has_changed_since_is_mine(vera):
    out = issue(title="Fog")
    pressed(out, now=now() - HOUR, by=vera)
    assert needs.of(vera).yours == []
    save_part(out, seen=1, values={"title": "Fog lifts"}, by=account("rui"))
    ((one, state),) = needs.of(vera).yours
    assert (one, str(state)) == (out, "live, changed since the press")
    # For everybody else it stands further down.
    assert titles(needs.of(staff.editor("other")).changed) == ["Fog lifts"]


def test_undoing_a_change_is_no_change(vera):
    out = issue(title="Fog")
    pressed(out, now=now() - HOUR, by=vera)
    save_part(out, seen=1, values={"title": "Ice"})
    save_part(out, seen=2, values={"title": "Fog"})
    found = needs.of(vera)
    assert (found.yours, found.changed) == ([], [])


def test_findings_are_counted_by_level(vera):
    weekly = series()
    standing(weekly)
    empty_issue(weekly, title="Fog")
    screen = Desk(vera).open("/admin/")
    # No dek, no byline, nothing to read, and a required section.
    assert "4 errors" in screen.words
    ((_, state),) = needs.of(vera).drafts
    assert (state.errors, state.warnings) == (4, 0)


def test_what_goes_out_is_said_on_the_clock_of_its_series_and_in_utc(vera):
    weekly = series(zone="America/New_York")
    later, sooner = issue(weekly, title="Later"), issue(weekly, title="Sooner")
    pressed(later, now() + 2 * DAY, now=now())
    edition = pressed(sooner, now() + DAY, now=now())
    found = needs.of(vera)
    assert titles(found.scheduled) == ["Sooner", "Later"]
    words = Desk(vera).open("/admin/").words
    there = edition.live_from
    assert f"{there:%H:%M} UTC" in words
    assert "EST" in words or "EDT" in words
    assert "Sooner" not in titles(found.drafts)


def test_scheduled_text_whose_draft_moved_on_says_so(vera):
    draft = issue(title="Fog")
    pressed(draft, now() + DAY, now=now())
    assert "what goes out has not" not in Desk(vera).open("/admin/").words
    save_part(draft, seen=1, values={"title": "Ice"})
    assert "what goes out has not" in Desk(vera).open("/admin/").words


@pytest.mark.parametrize(
    ("part", "link", "title"),
    [
        ("yours", "All issues of yours", "Fog"),
        ("scheduled", "All that is armed", "Silt"),
        ("drafts", "All drafts", "Ice"),
        ("changed", "All live issues saved since the press", "Tide"),
    ],
)
def test_every_list_of_issues_leads_to_the_full_one(vera, part, link, title):
    mine, out = issue(title="Fog"), issue(title="Tide")
    save_part(mine, seen=1, values={"dek": "Thick."}, by=vera)
    issue(title="Ice")
    pressed(issue(title="Silt"), now() + DAY, now=now())
    pressed(out, now=now() - HOUR)
    save_part(out, seen=1, values={"dek": "Changed."})
    screen = Desk(vera).open("/admin/")
    section = screen.root.one("section", **{"aria-labelledby": part})
    full = section.all("a")[-1]
    assert (full.words, title in section.words) == (link, True)
    shown = screen.follow(link).root.one("table", id="result_list").words
    assert [one for one in ("Fog", "Silt", "Ice", "Tide") if one in shown] == (
        ["Fog", "Ice"] if part == "drafts" else [title]
    )


def test_withdrawn_issue_does_not_wait_for_anybody(vera):
    draft = issue(title="Fog")
    pressed(draft, now=now() - HOUR)
    press.withdraw(draft.folio, by=vera, expecting=seen(draft), reason="It was never said.")
    found = needs.of(vera)
    assert (found.yours, found.drafts, found.changed, found.scheduled) == ([], [], [], [])


def test_disarmed_before_it_was_ever_live_is_a_draft_again(vera):
    draft = issue(title="Fog")
    edition = pressed(draft, now() + DAY, now=now())
    press.disarm(edition, by=vera, expecting=seen(draft), reason="Not yet.")
    assert titles(needs.of(vera).drafts) == ["Fog"]


def test_notices_that_end_within_a_week(vera):
    at = now()
    ends = notice("<p>Give to the boat fund.</p>", starts_at=at - DAY, ends_at=at + 6 * DAY)
    notice("<p>Later.</p>", starts_at=at - DAY, ends_at=at + 8 * DAY)
    notice("<p>Over.</p>", starts_at=at - 2 * DAY, ends_at=at - DAY)
    screen = Desk(vera).open("/admin/")
    assert screen.links["Give to the boat fund."] == change(ends)
    assert {"Later.", "Over."} & set(screen.links) == set()


def test_photos_that_are_not_ready_or_whose_licence_ends(vera):
    at = now()
    ends = small_photo(rights_until=at + 29 * DAY)
    unready = photo(ready=False)
    small_photo(rights_until=at + 31 * DAY)
    small_photo(rights_until=at - DAY)
    small_photo()
    down = small_photo(rights_until=at + DAY)
    pictures.take_down(down, by=vera, reason="A claim.")
    assert needs.of(vera).photos == [ends, unready]
    words = Desk(vera).open("/admin/").words
    assert "not ready: its sizes could not be made" in words
    assert "licence ends" in words


def test_page_with_nothing_says_so_in_words(vera):
    words = Desk(vera).open("/admin/").words
    assert "Nothing of yours waits." in words
    assert "Nothing is armed." in words
    assert "There is no other draft." in words


def test_who_may_see_nothing_is_told_whom_to_ask():
    empty_issue(title="Fog")
    photo(ready=False)
    guest = account("guest")
    found = needs.of(guest)
    assert (found.drafts, found.photos, found.notices) == ([], [], [])
    words = Desk(guest).open("/admin/").words
    assert "Ask whoever keeps the accounts." in words
    assert "Fog" not in words


def test_who_saved_last_is_called_by_name(vera):
    rui = account("rui", first_name="Rui", last_name="Barros")
    draft = issue(title="Fog")
    save_part(draft, seen=1, values={"dek": "Thick."}, by=rui)
    assert "Rui Barros" in Desk(vera).open("/admin/").words


def test_page_costs_the_same_with_few_and_with_many(vera):
    weekly = series()
    for n in range(2):
        out = issue(weekly, title=f"Out {n}")
        pressed(out, now=now() - HOUR)
        save_part(out, seen=1, values={"dek": "Changed."})
        pressed(issue(weekly), now() + DAY, now=now())
        issue(weekly)
        saved = issue(weekly)
        save_part(saved, seen=1, values={"dek": "Mine."}, by=vera)
        small_photo(rights_until=now() + DAY)
        notice(starts_at=now() - HOUR, ends_at=now() + DAY)
    few = queries(vera)
    at = now() - timedelta(minutes=1)
    Issue.objects.bulk_create(
        Issue(series=weekly, title=f"Ice {n}", created_at=at, saved_at=at, saved_by="vera")
        for n in range(300)
    )
    for n in range(15):
        out = issue(weekly)
        pressed(out, now=now() - HOUR)
        save_part(out, seen=1, values={"dek": f"Changed {n}."})
        corrected(out, now() + DAY, now=now())
        save_part(out, seen=2, values={"dek": f"Changed {n} again."})
    assert queries(vera) == few
    found = needs.of(vera)
    lists = (found.yours, found.drafts, found.changed, found.scheduled)
    assert max(len(one) for one in lists) == needs.SHOWN


def queries(user):
    desk = Desk(user)
    assert desk.open("/admin/").status == 200
    with CaptureQueriesContext(connection) as captured:
        desk.client.get("/admin/")
    return len(captured)

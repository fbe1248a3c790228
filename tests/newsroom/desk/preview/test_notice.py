"""A notice as readers would meet it, as of a moment: for staff, and for nobody else."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from newsroom.press import withdraw
from newsroom.press.expecting import seen
from tests.factories import (
    DAY,
    HOUR,
    T0,
    account,
    issue,
    notice,
    pressed,
    publication,
    series,
    small_photo,
    top_picture,
)
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import changed, now, rows

pytestmark = pytest.mark.django_db

FUND = "Give to the boat fund."


@pytest.fixture(autouse=True)
def site():
    return publication(zone="Europe/Lisbon")


@pytest.fixture
def keeper():
    """Somebody who keeps the notices, and may see drafts."""
    return Desk(account("keeper", "digest.view_notice", "newsroom.view_issue"))


def page(desk, one, at=""):
    """The preview itself: its words, and the answer."""
    address = reverse("desk-notice-preview", args=[one.pk]) + (f"?at={at}" if at else "")
    answer = desk.client.get(address)
    return answer.content.decode(), answer


def about(one):
    return reverse("admin:desk-notice-about", args=[one.pk])


def test_notice_for_everywhere_stands_on_home(keeper):
    pressed(issue(title="Fog"), now=now() - HOUR)
    text, answer = page(keeper, notice())
    assert answer.status_code == 200
    assert FUND in text
    assert "What we publish" in text


def test_notice_of_a_series_stands_on_its_latest_issue(keeper):
    weekly = series()
    pressed(issue(weekly, title="Fog"), now=now() - 2 * HOUR)
    pressed(issue(weekly, title="Ice"), now=now() - HOUR)
    pressed(issue(title="Silt"), now=now())
    text, _ = page(keeper, notice(series=weekly))
    assert FUND in text
    assert re.search("<title>[^<]*Ice", text)


def test_without_a_moment_it_is_the_beginning_of_the_notice(keeper):
    notice("<p>Then too.</p>", starts_at=T0 - HOUR, ends_at=T0 + HOUR)
    notice("<p>Over by then.</p>", starts_at=T0 - 2 * HOUR, ends_at=T0)
    text, _ = page(keeper, notice())
    assert "Then too." in text
    assert "Over by then." not in text


def test_moment_decides_what_else_is_there(keeper):
    one = notice()
    notice("<p>On that day.</p>", starts_at=T0 + DAY, ends_at=T0 + 2 * DAY)
    assert "On that day." not in page(keeper, one, "2431-03-07T14:59Z")[0]
    # A time without a zone is on the desk's clock: Lisbon's is UTC in March.
    assert "On that day." in page(keeper, one, "2431-03-07T15:00")[0]


@pytest.mark.parametrize("at", ["2431-03-06T14:59:59Z", "2431-03-06T15:00Z", "2431-03-07T15:00Z"])
def test_notice_is_there_whether_or_not_its_time_has_come(keeper, at):
    text, _ = page(keeper, notice(), at)
    assert text.count(f"<p>{FUND}</p>") == 1


def test_page_around_one_without_an_end_says_so(keeper):
    screen = keeper.open(f"{about(notice(ends_at=None))}?at=2441-03-06T14:59")
    assert "Readers see it then." in screen.words
    assert "until further notice." in screen.words


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2431-03-06T14:59", "Readers do not see it yet then."),
        ("2431-03-06T15:00", "Readers see it then."),
        ("2431-03-07T15:00", "Readers do not see it then: its time is over."),
    ],
)
def test_page_around_it_says_whether_readers_see_it_then(keeper, at, said):
    one = notice()
    screen = keeper.open(f"{about(one)}?at={at}")
    assert said in screen.words
    assert "on the clock of Europe/Lisbon" in screen.words
    (link,) = [a for w, a in screen.links.items() if w == "Open the page as readers would get it"]
    assert FUND in keeper.client.get(link).content.decode()


@pytest.mark.parametrize("at", ["soon", "99999-01-01", "0001-01-01T00:00Z", "2431-02-30"])
def test_what_is_no_moment_is_refused_in_words(keeper, at):
    one = notice()
    text, answer = page(keeper, one, at)
    assert (answer.status_code, "is no moment" in text) == (400, True)
    screen = keeper.open(f"{about(one)}?at={at}")
    assert (screen.status, "is no moment" in screen.words) == (200, True)


def test_time_that_the_clock_skips_is_the_first_after_it(keeper):
    starts = datetime(2431, 3, 30, 1, tzinfo=UTC)
    one = notice()
    notice("<p>Mind the tide.</p>", starts_at=starts, ends_at=starts + HOUR)
    # On 30 March 2431 Lisbon's clocks jump from 1:00 to 2:00, which is 1:00 UTC.
    assert "Mind the tide." in page(keeper, one, "2431-03-30T01:30")[0]
    assert "Mind the tide." not in page(keeper, one, "2431-03-30T00:59")[0]


def test_series_with_nothing_live_says_so_and_shows_home(keeper):
    one = notice(series=series(name="Weekly"))
    assert "of which none is live at that moment" in keeper.open(about(one)).words
    assert FUND in page(keeper, one)[0]


def test_scheduled_issue_is_shown_to_those_who_may_see_drafts_only(keeper):
    weekly = series()
    draft = issue(weekly, title="A secret")
    pressed(draft, now() + HOUR, now=now())
    for one in (notice(), notice(series=weekly)):
        assert "A secret" in page(keeper, one, "2431-03-06T15:00Z")[0]
        looker = Desk(account("", "digest.view_notice"))
        assert "A secret" not in page(looker, one, "2431-03-06T15:00Z")[0]
        assert "A secret" not in looker.open(f"{about(one)}?at=2431-03-06T15:00").words


def statuses(desk, text):
    """How each picture of a page is answered."""
    found = re.findall('<img src="([^"]+)"', text)
    assert found
    return {desk.client.get(address).status_code for address in found}


def test_pictures_of_what_is_to_come_have_addresses_of_the_desk(keeper):
    draft = issue()
    top_picture(draft, small_photo())
    pressed(draft, now() + HOUR, now=now())
    text, _ = page(keeper, notice(), "2431-03-06T15:00Z")
    assert "/preview/pictures/" in text
    assert 'src="/pictures/' not in text
    assert statuses(keeper, text) == {200}


def test_pictures_are_shown_to_who_may_see_neither_photos_nor_issues():
    weekly = series()
    draft = issue(weekly)
    top_picture(draft, small_photo())
    pressed(draft, now=now() - HOUR)
    looker = Desk(account("looker", "digest.view_notice"))
    for one in (notice(), notice(series=weekly)):
        assert statuses(looker, page(looker, one)[0]) == {200}


def test_it_is_private_and_changes_nothing(keeper):
    one = notice()
    before = rows()
    _, answer = page(keeper, one)
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Robots-Tag"] == "noindex"
    keeper.open(about(one))
    assert changed(before) == []


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(keeper, method):
    one = notice()
    keeper.client.handler.enforce_csrf_checks = False
    for address in (about(one), reverse("desk-notice-preview", args=[one.pk])):
        assert getattr(keeper.client, method)(address).status_code == 405


def test_readers_and_staff_without_the_right_do_not_get_it():
    one = notice()
    address = reverse("desk-notice-preview", args=[one.pk])
    for path in (address, about(one)):
        answer = Client().get(path)
        assert (answer.status_code, answer["Location"].startswith("/admin/login/")) == (302, True)
        assert Desk(account("", "newsroom.view_issue")).client.get(path).status_code == 403


def test_form_leads_to_it():
    desk = Desk(account("owner", is_superuser=True))
    one = notice()
    address = reverse("admin:digest_notice_change", args=[one.pk])
    assert desk.open(address).follow("Preview").address == about(one)


def test_who_may_not_see_issues_sees_texts_of_the_present_only(keeper):
    weekly = series()
    at = now()
    pressed(issue(weekly, title="The one that is live"), now=at - 5 * HOUR)
    pressed(issue(title="A secret"), at + HOUR, now=at)
    gone = issue(weekly, title="What was withdrawn")
    edition = pressed(gone, now=at - 4 * HOUR)
    withdraw(
        edition.folio,
        by=account(is_superuser=True),
        expecting=seen(gone),
        reason="A court asked for it.",
    )
    one = notice(series=weekly)
    looker = Desk(account("looker", "digest.view_notice"))
    before = (at - 3 * HOUR).isoformat().replace("+00:00", "Z")
    for moment, word in [("2431-03-06T15:00Z", "A secret"), (before, "What was withdrawn")]:
        assert word in page(keeper, one, moment)[0]
        shown = page(looker, one, moment)[0]
        assert "The one that is live" in shown
        assert word not in shown

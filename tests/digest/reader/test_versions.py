"""The page of an earlier version."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from newsroom import press
from newsroom.models import Issue
from newsroom.press.expecting import seen
from tests import factories
from tests.digest.conftest import Ask
from tests.digest.pagetext import page, text
from tests.factories import DAY, HOUR, T0

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Issue:
    """Three texts: at T0, an hour later, a day later."""
    factories.publication()
    one = factories.issue(factories.series(slug="harbour-watch"), title="First words")
    factories.pressed(one)
    for now, title, note in [
        (T0 + HOUR, "Second words", "The pier was the north one."),
        (T0 + DAY, "Third words", "The pilots are back."),
    ]:
        Issue.objects.filter(pk=one.pk).update(title=title)
        factories.corrected(one, now=now, note=note)
    return one


def address(draft: Issue, revision: int) -> str:
    return f"{draft.folio.get_absolute_url()}versions/{revision}/"


def test_an_earlier_version_says_when_it_stood_there_and_leads_to_the_current(
    ask: Ask, draft: Issue
):
    found = page(ask(address(draft, 1), T0 + DAY))
    assert found.one("h1").words == "Harbour Watch: First words"
    banner = found.one(class_="banner")
    assert banner.words == (
        "This is an earlier version. It stood here from 6 March 2431, 10:00 EST "
        "until 6 March 2431, 11:00 EST. Read the current text"
    )
    assert banner.one("a").attributes["href"] == draft.folio.get_absolute_url()


def test_an_earlier_version_is_kept_out_of_search_engines(ask: Ask, draft: Issue):
    answer = ask(address(draft, 1), T0 + DAY)
    assert answer["X-Robots-Tag"] == "noindex"
    found = page(answer)
    assert found.one("meta", name="robots").attributes["content"] == "noindex"
    canonical = found.one("link", rel="canonical").attributes["href"]
    assert canonical == f"http://localhost{draft.folio.get_absolute_url()}"


def test_the_current_text_is_not_kept_out(ask: Ask, draft: Issue):
    answer = ask(draft.folio.get_absolute_url(), T0 + DAY)
    assert answer.get("X-Robots-Tag") is None
    assert page(answer).all("meta", name="robots") == []


def test_an_earlier_version_prints_the_notes_up_to_its_own(ask: Ask, draft: Issue):
    assert page(ask(address(draft, 1), T0 + DAY)).all(class_="notes") == []
    notes = page(ask(address(draft, 2), T0 + DAY)).one(class_="notes")
    assert notes.words == "Correction, 6 March 2431, 11:00 EST: The pier was the north one."


def test_an_earlier_version_shows_no_notice(ask: Ask, draft: Issue):
    factories.notice(starts_at=T0, ends_at=T0 + 5 * DAY)
    assert page(ask(draft.folio.get_absolute_url(), T0 + DAY)).one(class_="notice").words == (
        "Give to the boat fund."
    )
    assert "boat fund" not in text(ask(address(draft, 1), T0 + DAY))


def test_the_version_that_is_current_leads_to_the_issue(ask: Ask, draft: Issue):
    answer = ask(address(draft, 3), T0 + DAY)
    assert (answer.status_code, answer["Location"]) == (302, draft.folio.get_absolute_url())


def test_the_list_of_versions_has_a_line_for_each(ask: Ask, draft: Issue):
    found = page(ask(draft.folio.get_absolute_url(), T0 + DAY)).one(class_="versions")
    assert [line.words for line in found.all("li")] == [
        "7 March 2431, 10:00 EST, correction: the current text",
        "6 March 2431, 11:00 EST, correction: version 2",
        "6 March 2431, 10:00 EST: version 1",
    ]
    assert [link.attributes["href"] for link in found.all("a")] == [
        address(draft, 2),
        address(draft, 1),
    ]


def test_a_suppressed_version_is_off_the_list_with_its_note(ask: Ask, draft: Issue):
    second = draft.folio.editions.get(revision=2)
    now = T0 + 2 * DAY
    press.suppress(
        second,
        by=User.objects.get(username="presser"),
        expecting=seen(draft, at=now),
        reason="libel",
        now=now,
    )
    found = page(ask(draft.folio.get_absolute_url(), now))
    assert [line.attributes["value"] for line in found.one(class_="versions").all("li")] == [
        "3",
        "1",
    ]
    assert [note.words for note in found.one(class_="notes").all("p")] == [
        "Correction, 7 March 2431, 10:00 EST: The pilots are back."
    ]
    for feed in ("/feeds/all.rss", "/feeds/all.atom"):
        assert "The pilots are back." in text(ask(feed, now))
        assert "north one" not in text(ask(feed, now))
    assert ask(address(draft, 2), now).status_code == 410


@pytest.mark.parametrize("revision", ["0", "4", "99999999999999999999999999", "-1", "x"])
def test_a_version_that_never_was_is_not_found(ask: Ask, draft: Issue, revision: str):
    answer = ask(f"{draft.folio.get_absolute_url()}versions/{revision}/", T0 + DAY)
    assert answer.status_code == 404

"""Our own issues are found by words of the titles that readers see."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from newsroom import press
from newsroom.press.expecting import seen
from newsroom.press.folios import Place
from newsroom.writing.saving import save_part
from tests.factories import DAY, HOUR, account, corrected, issue, pressed, publication, series
from tests.newsroom.desk.places import now

FIND = "/admin/newsroom/issue/find/"


@pytest.fixture
def looker(db) -> Client:
    """Somebody who may look at issues, and no more."""
    publication()
    client = Client()
    client.force_login(account("looker", "newsroom.view_issue"))
    return client


def titles(client: Client, words: str) -> list[str]:
    return [row["title"] for row in found(client, words)]


def found(client: Client, words: str) -> list[dict[str, str]]:
    answer = client.get(FIND, {"q": words})
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    return answer.json()["issues"]


@pytest.fixture
def weekly():
    """A series."""
    return series(name="Harbour Watch", slug="harbour-watch", title_prefix="")


def test_row_says_title_place_and_public_address(looker, weekly, settings):
    settings.SITE_URL = "https://strait.example"
    pressed(issue(weekly, title="The pilots go home"), now=now() - HOUR)
    assert found(looker, "pilots") == [
        {
            "title": "The pilots go home",
            "place": "Harbour Watch 1",
            "address": "https://strait.example/harbour-watch/the-pilots-go-home/",
        }
    ]


def test_special_has_no_number(looker, weekly):
    place = Place("a-special", volume=0, number=None)
    pressed(issue(weekly, title="A special"), now=now() - HOUR, place=place)
    assert found(looker, "special")[0]["place"] == "Harbour Watch"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "pilots",
        "PILOTS",
        "home pilots",
        " go  the ",
        "ILOT",
        "été",
        "ÉTÉ",
        "l'été",
        "100 %",
        "pilot\x00",
    ],
)
def test_title_with_all_the_words_is_found(looker, weekly, words):
    pressed(issue(weekly, title="The pilots go home: l'Été, 100 %"), now=now() - HOUR)
    assert len(titles(looker, words)) == 1


@pytest.mark.parametrize("words", ["harbour", "pilots tired", "%", "_", "<b>", "x" * 9999])
def test_title_without_one_of_the_words_is_not_found(looker, weekly, words):
    pressed(issue(weekly, title="The pilots go home"), now=now() - HOUR)
    assert titles(looker, words) == []


def test_only_what_is_live_now_is_found(looker, weekly):
    issue(weekly, title="Fog: a draft")
    pressed(issue(weekly, title="Fog: scheduled"), now() + HOUR, now=now())
    gone = issue(weekly, title="Fog: withdrawn")
    pressed(gone, now=now() - HOUR)
    gone.refresh_from_db()
    press.withdraw(
        gone.folio,
        by=account("editor", is_superuser=True),
        expecting=seen(gone),
        reason="Never said.",
    )
    pressed(issue(weekly, title="Fog: expired"), now=now() - 2 * HOUR, expires_at=now() - HOUR)
    pressed(issue(weekly, title="Fog: live"), now=now() - HOUR)
    assert titles(looker, "fog") == ["Fog: live"]


def test_title_is_the_one_that_readers_have(looker, weekly):
    draft = issue(weekly, title="Fog")
    pressed(draft, now=now() - DAY)
    save_part(draft, seen=1, values={"title": "Mist"})
    assert (titles(looker, "fog"), titles(looker, "mist")) == (["Fog"], [])
    corrected(draft, now=now() - HOUR)
    assert (titles(looker, "fog"), titles(looker, "mist")) == ([], ["Mist"])


def test_newest_ten_are_shown_in_as_many_queries_as_one(looker, weekly):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            found(looker, "fog")
        return len(captured)

    for n in range(12):
        pressed(issue(weekly, title=f"Fog {n}"), now=now() - (20 - n) * HOUR)
        if n == 0:
            one = queries()
    assert titles(looker, "fog") == [f"Fog {n}" for n in range(11, 1, -1)]
    assert queries() == one


def test_no_more_titles_are_read_than_are_shown(looker, weekly):
    for n in range(12):
        pressed(issue(weekly, title=f"Fog {n}"), now=now() - HOUR)
    with CaptureQueriesContext(connection) as captured:
        assert len(found(looker, "fog " * 9999)) == 10
    asked = [one["sql"] for one in captured if '"title"' in one["sql"]]
    assert ["LIMIT 10" in sql and sql.count("LIKE") <= 50 for sql in asked] == [True]


def test_those_without_the_right_are_refused(looker):
    client = Client()
    assert client.get(FIND).status_code == 302
    client.force_login(account("guest"))
    assert client.get(FIND).status_code == 403
    assert looker.post(FIND).status_code == 405

"""The list of issues: what it says of each, how it is narrowed, and what it costs."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom import press
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
    person,
    photo,
    pressed,
    publication,
    series,
)
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import now

pytestmark = pytest.mark.django_db

LIST = "/admin/newsroom/issue/"
COLUMNS = ["title", "series", "state", "findings", "saved"]


@pytest.fixture(autouse=True)
def site():
    return publication()


@pytest.fixture
def limited():
    """Somebody who may see and change issues, and nothing else."""
    return Desk(account("limited", "newsroom.view_issue", "newsroom.change_issue"))


def rows(desk, query=""):
    """Each row as a dict, column -> words."""
    root = desk.open(LIST + query).root
    found = []
    for row in root.one("table", id="result_list").all("tbody")[0].all("tr"):
        cells = row.all("th") + row.all("td")
        names = [one.attributes["class"].split()[-1].removeprefix("field-") for one in cells]
        found.append({n: one.words for n, one in zip(names, cells, strict=True)})
    return found


def titles(desk, query=""):
    page = desk.open(LIST + query)
    if not page.root.all("table", id="result_list"):
        return set()
    return {row["shown_title"] for row in rows(desk, query)}


def states(desk):
    return {row["shown_title"]: row["state"] for row in rows(desk)}


def test_title_is_shown_with_prefix_and_number(limited):
    weekly = series(title_prefix="Harbour Watch")
    numbered, bare = issue(weekly, title="Fog"), issue(weekly, title="Ice", show_prefix=False)
    pressed(numbered, now=now() - HOUR)
    assert titles(limited) == {"Harbour Watch: Fog no. 1", "Ice"}
    empty_issue(weekly)
    assert "Untitled issue" in titles(limited)
    assert str(bare) in titles(limited)


def test_state_is_computed(limited):
    weekly = series(title_prefix="")
    names = ["draft", "live", "armed", "both", "changed", "gone", "expired"]
    made = {name: issue(weekly, title=name) for name in names}
    for name in ("live", "both", "changed", "gone"):
        pressed(made[name], now=now() - HOUR)
    pressed(made["expired"], now=now() - 2 * HOUR, expires_at=now() - HOUR)
    pressed(made["armed"], now() + DAY, now=now())
    corrected(made["both"], now() + DAY, now=now())
    save_part(made["changed"], seen=1, values={"dek": "Another."})
    gone = made["gone"]
    press.withdraw(
        gone.folio, by=account(is_superuser=True), expecting=seen(gone), reason="It was never said."
    )
    said = {title.split(" no. ")[0]: state for title, state in states(limited).items()}
    assert said["draft"] == "draft"
    assert said["live"] == "live"
    assert said["changed"] == "live, changed since the press"
    assert said["gone"] == "withdrawn"
    assert said["expired"] == "expired"
    assert said["armed"].startswith("armed for ")
    assert said["both"].startswith("live, revision 2 goes out ")


def test_time_of_what_is_scheduled_is_on_the_clock_of_its_series(limited):
    draft = issue(series(zone="Asia/Tokyo"))
    pressed(draft, now() + DAY, now=now())
    assert rows(limited)[0]["state"].endswith(" JST")


def test_findings_are_counted_for_what_readers_have_not_got(limited):
    weekly = series(title_prefix="")
    empty_issue(weekly, title="Bare")
    issue(weekly, title="Ready")
    out = issue(weekly, title="Out")
    pressed(out, now=now() - HOUR)
    found = {row["shown_title"].split(" no.")[0]: row["findings"] for row in rows(limited)}
    assert found == {"Bare": "3 errors", "Ready": "no findings", "Out": ""}
    save_part(out, seen=1, values={"dek": ""})
    found = {row["shown_title"].split(" no.")[0]: row["findings"] for row in rows(limited)}
    assert found["Out"] == "1 error"


def test_last_saved_says_when_with_its_zone_and_by_whom(limited):
    draft = issue()
    vera = account("vera", first_name="Vera", last_name="Lund")
    save_part(draft, seen=1, values={"dek": "Thick."}, by=vera)
    said = rows(limited)[0]["last_saved"]
    assert said.endswith("Vera Lund")
    assert {"WET", "WEST"} & set(said.split())


def test_newest_first_and_by_last_saved_when_asked(limited):
    weekly = series(title_prefix="")
    at = now()
    for n, (begun, saved) in enumerate([(3, 1), (2, 3), (1, 2)]):
        Issue.objects.create(
            series=weekly,
            title=f"Issue {n}",
            created_at=at - begun * HOUR,
            saved_at=at - saved * HOUR,
        )
    assert [row["shown_title"] for row in rows(limited)] == ["Issue 2", "Issue 1", "Issue 0"]
    by_saved = [row["shown_title"] for row in rows(limited, f"?o=-{COLUMNS.index('saved')}")]
    assert by_saved == ["Issue 0", "Issue 2", "Issue 1"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("pilots", {"Pilots"}),
        ("quay", {"Ice"}),  # in the dek
        ("barros", {"Ice"}),  # in the byline
        ("pilots+tired", {"Pilots"}),  # each word, wherever it is
        ("pilots+quay", set()),
        ("%22rui+barros%22", {"Ice"}),
        ("pilots-on-strike", {"Pilots"}),  # in the address
        ("90210", {"Pilots"}),  # the number
        ("99999999999999999999", set()),
    ],
)
def test_search(limited, words, found):
    weekly = series(title_prefix="")
    pilots = issue(weekly, title="Pilots", dek="They were tired.")
    pressed(pilots, now=now() - HOUR)
    pilots.folio.__class__.objects.filter(pk=pilots.folio.pk).update(
        slug="pilots-on-strike", number=90210
    )
    ice = issue(weekly, title="Ice", dek="At the quay.")
    rui = person("Rui Barros")
    for place, role in enumerate(("editor", "author")):
        Byline.objects.create(issue=ice, person=rui, role=role, position=9000 + place)
    shown = {title.split(" no.")[0] for title in titles(limited, f"?q={words}")}
    assert shown == found


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("draft", {"draft", "disarmed"}),
        ("scheduled", {"armed", "both"}),
        ("live", {"live", "both", "changed"}),
        ("ahead", {"changed"}),
        ("gone", {"gone"}),
        ("nonsense", None),
    ],
)
def test_filter_by_state(limited, state, found):
    weekly = series(title_prefix="")
    names = ["draft", "live", "armed", "both", "changed", "gone", "disarmed"]
    made = {name: issue(weekly, title=name) for name in names}
    Issue.objects.update(saved_at=now() - DAY)
    for name in ("live", "both", "changed", "gone"):
        pressed(made[name], now=now() - HOUR)
    pressed(made["armed"], now() + DAY, now=now())
    corrected(made["both"], now() + DAY, now=now())
    save_part(made["changed"], seen=1, values={"dek": "Another."})
    edition = pressed(made["disarmed"], now() + DAY, now=now())
    press.disarm(
        edition, by=account(is_superuser=True), expecting=seen(made["disarmed"]), reason="Not yet."
    )
    gone = made["gone"]
    press.withdraw(
        gone.folio, by=account(is_superuser=True), expecting=seen(gone), reason="It was never said."
    )
    shown = {title.split(" no.")[0] for title in titles(limited, f"?state={state}")}
    assert shown == (set(names) if found is None else found)


def test_filter_by_series_and_by_what_is_mine(limited):
    weekly, other = series(title_prefix=""), series(title_prefix="")
    signed, saved = issue(weekly, title="Signed"), issue(other, title="Saved")
    issue(other, title="Neither")
    Staff.objects.create(person=person("Vera Lund"), account=limited.user)
    Byline.objects.create(issue=signed, person=limited.user.staff.person, position=9000)
    save_part(saved, seen=1, values={"dek": "Thick."}, by=limited.user)
    assert titles(limited, "?whose=mine") == {"Signed", "Saved"}
    query = f"?series__id__exact={other.pk}"
    assert titles(limited, query) == {"Saved", "Neither"}
    assert titles(limited, f"{query}&whose=mine") == {"Saved"}


@pytest.mark.parametrize("model", ["issue", "photo"])
def test_search_of_ten_thousand_words_is_cut(model):
    issue(title="Crane at dusk")
    photo(ready=False)
    desk = Desk(account("", "newsroom.view_issue", "newsroom.view_photo"))
    with CaptureQueriesContext(connection) as captured:
        screen = desk.open(f"/admin/newsroom/{model}/?q={'crane+' * 10_000}")
    assert "Crane at dusk" in screen.words
    assert max(one["sql"].count("LIKE") for one in captured) <= 200


def test_empty_list_says_so_and_one_that_was_narrowed_says_what_to_do(limited):
    assert "There is nothing here yet." in limited.open(LIST).words
    issue()
    words = limited.open(f"{LIST}?q=nowhere").words
    assert "Search for less, or clear the filters." in words


@pytest.mark.parametrize("query", ["", "?state=draft", "?whose=mine", "?q=ice", "?o=4", "?p=2"])
def test_list_costs_the_same_with_10_and_with_300(limited, query):
    weekly = series()
    for n in range(3):
        out = issue(weekly, title=f"Fog {n}")
        pressed(out, now=now() - HOUR)
        save_part(out, seen=1, values={"dek": "Changed."}, by=limited.user)
    at = now()
    drafts = [
        Issue(series=weekly, title=f"Ice {n}", created_at=at, saved_at=at, saved_by="limited")
        for n in range(290)
    ]
    Issue.objects.bulk_create(drafts[:57] if query == "?p=2" else drafts[:7])
    few = queries(limited, LIST + query)
    Issue.objects.bulk_create(drafts[57:] if query == "?p=2" else drafts[7:])
    assert queries(limited, LIST + query) == few


def queries(desk, address):
    assert desk.open(address).status == 200
    with CaptureQueriesContext(connection) as captured:
        assert desk.client.get(address).status_code == 200
    return len(captured)

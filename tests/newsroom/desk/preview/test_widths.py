"""The preview in a frame of the desk, and as of a moment."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from newsroom.desk.lib import moments
from tests.digest.pagetext import page
from tests.factories import (
    DAY,
    HOUR,
    T0,
    issue,
    notice,
    own_card,
    pressed,
    series,
    small_photo,
    top_picture,
)
from tests.newsroom.desk.places import now, verb


def frames(draft, query: str = "") -> str:
    """The page around the preview."""
    return verb("preview-frames", draft) + query


def frame(screen) -> str:
    """Where the frame leads."""
    return screen.root.one("iframe").attributes["src"]


def test_page_frames_the_readers_page(desk):
    draft = issue()
    screen = desk.open(frames(draft))
    assert (screen.status, frame(screen)) == (200, draft.preview_address)
    assert "As readers would see it if it were pressed now." in screen.words
    buttons = screen.root.one(class_="tools").all("button")
    pressed_ = {one.words.split()[0]: one.attributes.get("aria-pressed") for one in buttons}
    assert pressed_ == {
        "Phone": "false",
        "Tablet": "false",
        "Desktop": "true",
        "Print": "false",
        "Light": "true",
        "Dark": "false",
        "Show": None,
    }


def test_frame_may_be_shown_by_the_desk_and_by_nobody_else(desk, client):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    said = {
        "preview": desk.client.get(draft.preview_address),
        "desk": desk.client.get(frames(draft)),
        "readers": client.get(draft.folio.get_absolute_url()),
    }
    ancestors = {
        name: re.search(r"frame-ancestors ([^;]*)", one["Content-Security-Policy"])[1]
        for name, one in said.items()
    }
    assert ancestors == {"preview": "'self'", "desk": "'none'", "readers": "'none'"}
    options = {name: one["X-Frame-Options"] for name, one in said.items()}
    assert options == {"preview": "SAMEORIGIN", "desk": "DENY", "readers": "DENY"}
    assert "frame-src 'self'" in said["desk"]["Content-Security-Policy"]


def test_frame_runs_no_script_and_leads_nowhere_by_itself(desk):
    sandbox = desk.open(frames(issue())).root.one("iframe").attributes["sandbox"].split()
    assert {"allow-scripts", "allow-forms", "allow-top-navigation"}.isdisjoint(sandbox)


def test_moment_is_typed_on_the_clock_of_the_series(desk):
    draft = issue(series(zone="America/New_York"))
    screen = desk.open(frames(draft, "?at=2431-03-06T10:00"))
    assert frame(screen) == f"{draft.preview_address}?at=2431-03-06T15:00Z"
    sentence = "on 6 March 2431, 10:00 EST, that is 6 March 2431, 15:00 UTC."
    assert f"As readers would see it {sentence}" in screen.words
    assert "On the clock of America/New_York." in screen.words
    assert 'value="2431-03-06T10:00"' in screen.response.content.decode()


def test_moment_that_no_clock_shows_is_the_first_after_it(desk):
    draft = issue(series(zone="America/New_York"))
    screen = desk.open(frames(draft, "?at=2431-03-09T02:30"))
    assert frame(screen) == f"{draft.preview_address}?at=2431-03-09T07:00Z"


@pytest.mark.parametrize("at", ["0203-03-06T10:00", "1969-12-31T18:59", "2999-12-31T19:00"])
def test_year_that_the_frame_would_refuse_is_refused_beside_the_field(desk, at):
    draft = issue(series(zone="America/New_York"))
    screen = desk.open(frames(draft, f"?at={at}"))
    assert screen.beside("at") == "Choose a year from 1970 to 2999."
    assert desk.client.get(frame(screen)).status_code == 200


@pytest.mark.parametrize("at", ["1969-12-31T19:00", "2999-12-31T18:59"])
def test_years_at_the_edge_are_shown(desk, at):
    draft = issue(series(zone="America/New_York"))
    screen = desk.open(frames(draft, f"?at={at}"))
    assert "?at=" in frame(screen)
    assert desk.client.get(frame(screen)).status_code == 200


def test_preview_as_of_a_moment_shows_notices_cards_and_issues_of_then(desk):
    draft, other = issue(title="Fog"), issue(title="Tide tables")
    pressed(other, T0, now=now())
    own_card(draft, other)
    notice("<p>Give to the boat fund.</p>", starts_at=T0, ends_at=T0 + DAY)

    def then(at: str) -> str:
        return desk.client.get(f"{draft.preview_address}?at={at}").content.decode()

    for at in ("2431-03-06T14:59:59Z", "2431-03-06T09:59:59-05:00"):
        assert "Tide tables" not in then(at)
        assert "Give to the boat fund." not in then(at)
    for at in ("2431-03-06T15:00Z", "2431-03-06T10:00-05:00", "2431-03-06T16:00%2B01:00"):
        related = page_part(then(at), "related")
        assert "Tide tables" in related
        assert "Tide tables" in page_part(then(at), "latest")
        assert "Give to the boat fund." in then(at)
    assert "6 March 2431, 10:00 EST" in then("2431-03-06T15:00Z")
    assert "Give to the boat fund." not in then("2431-03-07T15:00Z")
    assert "Tide tables" not in desk.client.get(draft.preview_address).content.decode()


def page_part(markup: str, name: str) -> str:
    return re.search(rf'<section class="[^"]*\b{name}".*?</section>', markup, re.DOTALL)[0]


def test_picture_whose_licence_has_ended_by_then_is_not_shown(desk):
    draft = issue()
    use = top_picture(draft, small_photo())
    type(use.photo.picture).objects.update(shown_until=T0)
    before = desk.client.get(f"{draft.preview_address}?at=2431-03-06T14:00Z")
    after = desk.client.get(f"{draft.preview_address}?at=2431-03-06T15:00Z")
    assert page(before).all("figure")
    assert not page(after).all("figure")


@pytest.mark.parametrize(
    "text",
    ["tomorrow", "2431-03-06T15:00", "2431-03-06", "9999-12-31T23:59Z", "0001-01-01T00:00Z", "<b>"],
)
def test_moment_that_is_none_is_refused_in_a_plain_sentence(desk, text):
    answer = desk.client.get(issue().preview_address, {"at": text})
    assert answer.status_code == 400
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "is no moment. Write it with its zone, like 2031-03-06T15:00Z." in (
        answer.content.decode()
    )


def test_moment_in_an_address_reads_back_as_it_was_written():
    at = datetime(2431, 3, 6, 15, tzinfo=UTC)
    assert moments.written(at) == "2431-03-06T15:00Z"
    assert moments.read(moments.written(at)) == at
    assert moments.read("2431-03-06T16:00 01:00") == at

"""Findings stand on the issue's page beside their part, and no error is pressed past."""

from __future__ import annotations

import pytest

from digest.models import Edition
from newsroom.models import NewsBrief
from newsroom.press.expecting import seen
from tests.factories import (
    brief,
    empty_issue,
    issue,
    lead,
    part,
    section,
    series,
    small_photo,
    standing,
    top_picture,
)
from tests.newsroom.desk.places import change, press, rows


@pytest.fixture
def unready(db):
    """An issue with one fault in each of its parts."""
    weekly = series()
    standing(weekly, "From the Harbour Office")
    draft = empty_issue(weekly)
    lead(draft, "<p>TK</p>")
    place = section(draft, "Tides")
    part(NewsBrief(section=place, body="<p>High.</p>"))
    section(draft, "Berths")
    top_picture(draft, small_photo(credit=""), alt="")
    return draft


def test_findings_stand_beside_their_part_and_in_the_panel_with_a_way_there(desk, unready):
    root = desk.open(change(unready)).root
    sections = {one.heading: one for one in unready.sections.all()}
    expected = {
        unready: ["The issue has no title.", "The issue has no dek.", "Nobody is named"],
        unready.top_picture: ["The picture has no credit.", "neither described nor marked"],
        unready.analysis: ["There is placeholder text: “TK”"],
        sections["From the Harbour Office"]: ["“From the Harbour Office” is not filled yet."],
        sections["Tides"]: [],
        sections["Tides"].briefs.get(): ["The brief names no source."],
        sections["Berths"]: ["The section “Berths” is empty."],
    }
    panel = root.one(id="panel")
    ways = {link.words: link.attributes["href"] for link in panel.all("a")}
    for one, sentences in expected.items():
        lines = root.one("ul", id=f"findings-{one.uid}").all("li")
        assert len(lines) == len(sentences)
        for line, sentence in zip(lines, sentences, strict=True):
            assert sentence in line.words
            way = next(address for words, address in ways.items() if sentence in words)
            assert way == f"#part-{one.uid}"
    assert "9 findings before it can be pressed." in panel.words


def test_press_page_names_every_finding_with_its_place_and_offers_no_button(desk, unready):
    screen = desk.open(press(unready))
    listed = screen.root.one("ul", class_="findings")
    lines = {code.words: line for line in listed.all("li") for code in line.all("code")}
    assert set(lines) == {f"preflight.E0{n}" for n in (10, 11, 20, 21, 31, 40)} | {
        f"preflight.E00{n}" for n in (1, 2, 3)
    }
    assert "While there are errors nothing can be pressed." in screen.words
    for code, uid in [
        ("preflight.E040", unready.analysis.uid),
        ("preflight.E010", unready.top_picture.uid),
        ("preflight.E001", unready.uid),
    ]:
        ways = [a.attributes["href"] for a in lines[code].all("a")]
        assert ways == [f"{change(unready)}#part-{uid}"]
    screen = screen.click("Show what will happen", slug="fog")
    assert "Press it" not in screen.buttons


def test_errors_cannot_be_pressed_past_by_a_raw_request(desk, unready):
    form = desk.open(press(unready))
    before = rows()
    data = {name: values[0] for name, values in form.fields().items()}
    raw = {**data, "slug": "fog", "step": "press", "override": "Never mind."}
    screen = desk.send(press(unready), {**raw, "expecting": seen(unready).to_json()})
    assert "The issue is not ready:" in screen.messages[0]
    assert "The issue has no title." in screen.messages[0]
    assert rows() == before
    assert not Edition.objects.exists()


def test_ready_issue_has_no_finding(desk):
    draft = issue()
    brief(section(draft, "Tides"))
    assert "None: the issue is ready." in desk.open(press(draft)).words
    assert "before it can be pressed" not in desk.open(change(draft)).words

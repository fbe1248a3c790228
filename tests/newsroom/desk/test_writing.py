"""An issue is begun and written part by part."""

from __future__ import annotations

from newsroom.models import Issue, LeadAnalysis, NewsBrief, RelatedLink, Section
from tests.factories import (
    HOUR,
    empty_issue,
    issue,
    label,
    outlet,
    person,
    pressed,
    section,
    series,
    standing,
    topic,
)
from tests.newsroom.desk.places import add, change, now


def test_new_issue_begins_with_the_standing_sections_of_its_series(desk):
    weekly = series()
    standing(weekly, "From the Harbour Office", position=1)
    standing(weekly, "From the Pilots", position=2)
    standing(series(), "From another series")
    screen = desk.open(add(Issue)).click("Save", series=weekly.pk, title="The pilots go home")
    draft = Issue.objects.get()
    assert screen.address == change(draft)
    assert [(one.heading, one.state) for one in draft.sections.all()] == [
        ("From the Harbour Office", "open"),
        ("From the Pilots", "open"),
    ]
    assert "From the Harbour Office" in screen.links
    assert "From the Pilots" in screen.links


def test_title_block_is_saved_with_byline_labels_and_topics(desk):
    draft = empty_issue()
    ines, rui = person("Ines Duarte"), person("Rui Barros")
    genre, ports = label("Reporting"), label("Ports", "section")
    pilotage = topic("Pilotage")
    rows = {
        "bylines-TOTAL_FORMS": 2,
        "bylines-0-person": ines.pk,
        "bylines-0-role": "author",
        "bylines-1-id": "",
        "bylines-1-issue": draft.pk,
        "bylines-1-person": rui.pk,
        "bylines-1-role": "illustration",
        "issue_topics-0-tag": pilotage.pk,
    }
    desk.open(change(draft)).click(
        "Save",
        rows,
        title="The pilots go home",
        dek="Why the harbour is quiet.",
        genre_label=genre.pk,
        section_label=ports.pk,
        show_prefix=None,
    )
    draft.refresh_from_db()
    assert (draft.title, draft.dek) == ("The pilots go home", "Why the harbour is quiet.")
    assert (draft.genre_label, draft.section_label, draft.show_prefix) == (genre, ports, False)
    assert [(b.person, b.role) for b in draft.bylines.all()] == [
        (ines, "author"),
        (rui, "illustration"),
    ]
    assert [row.tag for row in draft.issue_topics.all()] == [pilotage]
    assert draft.version == 2


def test_lead_is_added_from_the_issue_and_leads_back_to_it(desk):
    draft = empty_issue()
    form = desk.open(change(draft)).follow("Add the lead analysis")
    screen = form.click("Save", body="<p>The pilots are tired.</p>")
    assert draft.analysis.body == "<p>The pilots are tired.</p>"
    assert screen.address == f"{change(draft)}#part-{draft.analysis.uid}"


def test_section_is_added_last_or_after_the_one_that_is_named(desk):
    draft = empty_issue()
    first = section(draft, "Tides")
    section(draft, "Berths")
    desk.open(change(draft)).follow("Add a section").click("Save", heading="Fog")
    desk.open(add(Section, issue=draft)).click("Save", heading="Hail", after=first.pk)
    desk.open(add(Section, issue=draft)).click("Save", heading="Ice", after="")
    headings = [one.heading for one in draft.sections.all()]
    assert headings == ["Ice", "Tides", "Hail", "Berths", "Fog"]


def test_section_is_said_to_be_empty_with_the_proposed_sentence(desk):
    weekly = series()
    standing(weekly)
    draft = empty_issue(weekly)
    place = draft.sections.get()
    screen = desk.open(change(place))
    assert screen.value("nothing_text") == "The office gave no briefing this week."
    screen = screen.click("Save", state="nothing")
    place.refresh_from_db()
    assert place.state == "nothing"
    assert "From the Harbour Office (nothing this week)" in screen.words


def test_empty_section_without_its_sentence_is_refused_in_words(desk):
    place = section(empty_issue(), "Tides")
    screen = desk.open(change(place)).click("Save", state="nothing", nothing_text="")
    assert "Say in a sentence that there is nothing this week." in screen.notes
    place.refresh_from_db()
    assert place.state == "open"


def test_brief_is_saved_with_its_sources_in_their_order(desk):
    place = section(empty_issue(), "Tides")
    ledger, post = outlet("Harbour Ledger", "ledger.example"), outlet("Sound Post", "post.example")
    rows = {
        "sources-TOTAL_FORMS": 2,
        "sources-0-address": "https://post.example/dredger",
        "sources-0-reporter": "Ana Reis",
        "sources-1-id": "",
        "sources-1-brief": "",
        "sources-1-address": "https://ledger.example/dredger",
        "sources-1-outlet": "",
        "sources-1-reporter": "",
    }
    form = desk.open(change(place.issue)).follow("Add a brief: Tides")
    form.click("Save", rows, title="Dredger", body="<p>A dredger sank off the pier.</p>")
    one = NewsBrief.objects.get()
    assert (one.section, one.title, one.body) == (
        place,
        "Dredger",
        "<p>A dredger sank off the pier.</p>",
    )
    assert [(s.outlet, s.address, s.reporter) for s in one.sources.all()] == [
        (post, "https://post.example/dredger", "Ana Reis"),
        (ledger, "https://ledger.example/dredger", ""),
    ]


def test_save_and_add_another_begins_the_next_brief_of_the_section(desk):
    place = section(empty_issue(), "Tides")
    outlet("Harbour Ledger", "ledger.example")
    form = desk.open(add(NewsBrief, section=place))
    for words in ("First", "Second", "Third"):
        form = form.click(
            "Save and add another",
            {"sources-0-address": "https://ledger.example/story"},
            title=words,
            body="<p>High water.</p>",
        )
    assert [one.title for one in place.briefs.all()] == ["First", "Second", "Third"]


def test_foreign_card_is_saved(desk):
    draft = empty_issue()
    form = desk.open(change(draft)).follow("Add a related link")
    values = {
        "address": "https://quarterly.example/tides",
        "label": "Essay",
        "title": "What tides remember",
        "dek": "A year beside a gauge.",
        "opening": "<p>The gauge stands in a shed.</p>",
    }
    form.click("Save", values)
    card = RelatedLink.objects.get()
    assert {name: getattr(card, name) for name in values} == values


def test_own_card_points_at_an_issue_that_was_pressed(desk):
    other, draft = issue(), empty_issue()
    pressed(other, now=now() - HOUR)
    desk.open(add(RelatedLink, issue=draft)).click("Save", folio=other.folio.pk)
    assert RelatedLink.objects.get().folio == other.folio


def test_card_that_leads_nowhere_is_refused_in_words(desk):
    other, draft = issue(), empty_issue()
    pressed(other, now=now() - HOUR)
    both = {"folio": other.folio.pk, "address": "https://a.example/x", "title": "Tides"}
    for values in ({}, {"address": "https://a.example/x"}, {"title": "Tides"}, both):
        screen = desk.open(add(RelatedLink, issue=draft)).click("Save", values)
        sentence = "Choose one of our own issues, or give a foreign address and a title."
        assert sentence in screen.notes
        assert not screen.sent
    assert not RelatedLink.objects.exists()


def test_part_without_an_issue_is_not_begun(desk):
    for model in (LeadAnalysis, Section, NewsBrief, RelatedLink):
        assert desk.open(add(model)).status == 404


def test_series_of_an_issue_that_has_been_pressed_is_fixed(desk):
    draft = issue()
    assert "series" in desk.open(change(draft)).fields()
    pressed(draft, now=now() - HOUR)
    assert "series" not in desk.open(change(draft)).fields()


def test_draft_that_was_never_pressed_can_be_deleted(desk):
    draft, weekly = issue(), series()
    standing(weekly)
    with_standing = empty_issue(weekly, title="Fog")
    for one in (draft, with_standing):
        desk.open(change(one)).follow("Delete").click("Yes, I’m sure")
    assert not Issue.objects.exists()


def test_issue_that_has_been_pressed_cannot_be_deleted(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    screen = desk.open(change(draft))
    assert "Delete" not in screen.links
    assert desk.open(change(draft).replace("change", "delete")).status == 403
    assert Issue.objects.get() == draft


def test_list_of_issues_says_where_each_stands(desk):
    at = now()
    weekly = series()
    live, scheduled, next_one, gone = (issue(weekly, title=t) for t in ("Fog", "Ice", "Sun", "Wet"))
    issue(weekly, title="Dry")
    pressed(live, now=at - HOUR)
    pressed(scheduled, at + HOUR, now=at - HOUR)
    pressed(next_one, now=at - HOUR)
    pressed(next_one, at + HOUR, now=at - HOUR, kind="minor")
    pressed(gone, now=at - 3 * HOUR, expires_at=at - HOUR)
    table = desk.open("/admin/newsroom/issue/").root.one("table", id="result_list")
    states = {
        row.one("th", class_="field-__str__").words: row.one("td", class_="field-state").words
        for row in table.one("tbody").all("tr")
    }
    assert states == {
        "Fog": "live",
        "Ice": "scheduled",
        "Sun": "live, next revision scheduled",
        "Wet": "withdrawn or expired",
        "Dry": "draft",
    }

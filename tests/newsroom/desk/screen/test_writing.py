"""An issue is begun, and written part by part on its screen."""

from __future__ import annotations

import pytest

from digest.models import Person, Topic
from newsroom.models import Issue, JournalEntry, LeadAnalysis, NewsBrief, RelatedLink, Section
from tests.factories import (
    HOUR,
    brief,
    empty_issue,
    foreign_card,
    issue,
    label,
    person,
    pressed,
    section,
    series,
    small_photo,
    standing,
    top_picture,
    topic,
)
from tests.newsroom.desk.places import add, change, now
from tests.newsroom.desk.small import Small


def test_new_issue_begins_with_the_standing_sections_of_its_series(desk):
    weekly = series()
    standing(weekly, "From the Harbour Office", position=1)
    standing(weekly, "From the Pilots", position=2)
    standing(series(), "From another series")
    screen = desk.open(add(Issue)).click("Save", series=weekly.pk, title="The pilots go home")
    draft = Issue.objects.get()
    assert screen.address == change(draft)
    assert draft.saved_by == "editor"
    assert [(one.heading, one.state) for one in draft.sections.all()] == [
        ("From the Harbour Office", "open"),
        ("From the Pilots", "open"),
    ]
    assert "From the Harbour Office" in screen.words


def test_title_block_is_saved_with_byline_labels_and_topics(desk):
    draft = empty_issue()
    ines, rui = person("Ines Duarte"), person("Rui Barros")
    genre, ports = label("Reporting"), label("Ports", "section")
    pilotage = topic("Pilotage")
    answer = Small(desk, draft).save(
        draft,
        title="The pilots go home",
        dek="Why the harbour is quiet.",
        genre_label=genre.pk,
        section_label=ports.pk,
        show_prefix=None,
        byline__name=["ines duarte", "Rui Barros", ""],
        byline__role=["author", "illustration", "author"],
        topic=["Pilotage"],
    )
    assert answer.status == 200
    draft.refresh_from_db()
    assert (draft.title, draft.dek) == ("The pilots go home", "Why the harbour is quiet.")
    assert (draft.genre_label, draft.section_label, draft.show_prefix) == (genre, ports, False)
    assert [(b.person, b.role) for b in draft.bylines.all()] == [
        (ines, "author"),
        (rui, "illustration"),
    ]
    assert [row.tag for row in draft.issue_topics.all()] == [pilotage]
    assert (draft.version, draft.saved_by) == (2, "editor")


def test_name_that_nobody_has_is_offered_to_be_added_and_is_then_one_of_the_byline(desk):
    draft = empty_issue()
    small = Small(desk, draft)
    answer = small.save(draft, byline__name=["Ana Reis"], byline__role=["author"])
    assert "Nobody has that name yet." in answer.root.words
    assert not Person.objects.exists()
    small.save(draft, byline__name=["Ana Reis"], byline__role=["author"], do="person:Ana Reis")
    assert draft.bylines.get().person == Person.objects.get(name="Ana Reis", slug="ana-reis")
    assert JournalEntry.objects.get(verb="frame.added").detail["name"] == "Ana Reis"


def test_topic_is_added_with_one_key_once_however_it_is_spelled(desk):
    draft = empty_issue()
    small = Small(desk, draft)
    small.save(draft, new__topic="  Night   sailing ", do="topic")
    small.save(draft, new__topic="night sailing", do="topic")
    assert [row.tag.name for row in draft.issue_topics.all()] == ["Night sailing"]
    assert Topic.objects.count() == 1
    small.save(draft, topic=[])
    assert not draft.issue_topics.exists()


def test_lead_is_written_once(desk):
    draft = empty_issue()
    small = Small(desk, draft)
    small.post(f"{small.base}parts/lead/add/")
    small.post(f"{small.base}parts/lead/add/")
    assert LeadAnalysis.objects.count() == 1
    small.save(draft.analysis, body="<p>The pilots are tired.</p>")
    assert draft.analysis.body == "<p>The pilots are tired.</p>"
    assert draft.analysis.saved_by == "editor"


def test_parts_are_added_last_or_after_the_one_that_is_named(desk):
    draft = empty_issue()
    small = Small(desk, draft)
    first = section(draft, "Tides")
    section(draft, "Berths")
    for heading, after in [("Fog", ""), ("Hail", first.pk)]:
        small.post(f"{small.base}parts/section/add/", {"after": after})
        new = draft.sections.get(heading="")
        small.save(new, heading=heading)
    assert [one.heading for one in draft.sections.all()] == ["Tides", "Hail", "Berths", "Fog"]
    for title, after in [("Dredger", ""), ("Ferry", ""), ("Lamp", None)]:
        after = first.briefs.get(title="Dredger").pk if after is None else after
        small.post(f"{small.base}parts/brief/add/", {"section": first.pk, "after": after})
        small.save(first.briefs.get(title=""), title=title)
    assert [one.title for one in first.briefs.all()] == ["Dredger", "Lamp", "Ferry"]


def test_standing_section_that_is_missing_is_added_with_its_heading(desk):
    weekly = series()
    draft = empty_issue(weekly)
    office = standing(weekly)
    small = Small(desk, draft)
    assert "Add “From the Harbour Office”" in small.page.words
    for _ in range(2):
        small.post(f"{small.base}parts/section/add/", {"standing": office.pk})
    assert draft.sections.filter(standing=office).count() == 1
    assert draft.sections.first().heading == "From the Harbour Office"


def test_section_is_said_to_be_empty_and_back_and_nothing_is_lost(desk):
    weekly = series()
    standing(weekly)
    draft = empty_issue(weekly)
    place = draft.sections.get()
    brief(place, title="Dredger")
    small = Small(desk, draft)
    for state, version in [("nothing", 1), ("open", 2), ("nothing", 3)]:
        small.post(small.at(place, "say/"), {"state": state, "version": version})
        place.refresh_from_db()
        assert (place.state, place.briefs.get().title) == (state, "Dredger")
    assert place.nothing_text == "The office gave no briefing this week."
    answer = small.save(place, nothing_text=" ")
    assert answer.status == 422
    assert "Say in a sentence that there is nothing this week." in answer.root.words
    late = small.post(small.at(place, "say/"), {"state": "open", "version": 1})
    assert (late.status, Section.objects.get(pk=place.pk).state) == (409, "nothing")


def test_card_takes_the_address_of_one_of_our_own_issues(desk):
    other, draft = issue(), empty_issue()
    pressed(other, now=now() - HOUR)
    card = foreign_card(draft)
    small = Small(desk, draft)
    for address in (f"http://localhost{other.folio.get_absolute_url()}", "https://a.example/x"):
        small.save(card, address=address)
        card.refresh_from_db()
        own = "localhost" in address
        assert (card.folio, card.address) == (other.folio, "") if own else (None, address)
    assert card.title == "What tides remember"


def test_half_a_card_is_kept_and_preflight_says_what_is_missing(desk):
    draft = issue()
    small = Small(desk, draft)
    small.post(f"{small.base}parts/link/add/")
    card = RelatedLink.objects.get()
    small.save(card, address="quarterly", title="Tides")
    card.refresh_from_db()
    assert (card.address, card.title) == ("quarterly", "Tides")
    panel = small.get(f"{small.base}side/").root.one(id="panel")
    assert "The related link needs a title and a full web address." in panel.words
    assert "quarterly" not in desk.open(draft.preview_address).root.words


def test_credit_is_saved_with_the_photo_and_alt_with_its_use(desk):
    draft = empty_issue()
    use = top_picture(draft, small_photo(credit=""))
    small = Small(desk, draft)
    small.save(use, alt="A crane", caption="Since May.", creator="Rui Barros", licence="CC BY")
    use.refresh_from_db()
    assert (use.alt, use.caption) == ("A crane", "Since May.")
    assert (use.photo.credit.creator, use.photo.credit.licence) == ("Rui Barros", "CC BY")
    answer = small.save(use, decorative="on")
    assert answer.status == 422
    assert "clear one of the two" in answer.root.words
    use.refresh_from_db()
    assert not use.decorative


def test_brief_keeps_where_it_was_copied_from(desk):
    draft, other = issue(title="Fog"), issue(title="Ice")
    one = brief(section(draft, "Tides"), title="Dredger")
    place = section(other, "From elsewhere")
    small = Small(desk, draft)
    assert "From elsewhere" in small.get(small.at(one, "copy/")).root.words
    small.post(small.at(one, "copy/"), {"section": place.pk})
    copy = place.briefs.get()
    assert (copy.title, copy.body, copy.copied_from) == ("Dredger", one.body, draft)
    assert [s.address for s in copy.sources.all()] == [s.address for s in one.sources.all()]
    assert copy.sources.get().uid != one.sources.get().uid
    assert "Copied from “Fog”" in desk.open(change(other)).words
    own = small.post(small.at(one, "copy/"), {"section": one.section_id})
    assert (own.status, NewsBrief.objects.filter(title="Dredger").count()) == (409, 2)


def test_parts_are_duplicated_after_themselves(desk):
    draft = empty_issue()
    place = section(draft, "Tides")
    section(draft, "Berths")
    first, _ = brief(place, title="Dredger"), brief(place, title="Ferry")
    card = foreign_card(draft)
    small = Small(desk, draft)
    for one in (first, place, card):
        assert small.post(small.at(one, "duplicate/")).status == 200
    assert [s.heading for s in draft.sections.all()] == ["Tides", "Tides", "Berths"]
    titles = [b.title for s in draft.sections.all() for b in s.briefs.all()]
    assert titles == ["Dredger", "Dredger", "Ferry"] * 2
    assert all(b.sources.count() == 1 for b in NewsBrief.objects.all())
    assert draft.related_links.count() == 2


def test_series_of_an_issue_that_has_been_pressed_is_fixed(desk):
    draft, other = issue(), series()
    small = Small(desk, draft)
    small.save(draft, series=other.pk)
    draft.refresh_from_db()
    assert draft.series == other
    pressed(draft, now=now() - HOUR)
    assert "series" not in small.open(draft)
    small.save(draft, series=series().pk, title="Mist")
    draft.refresh_from_db()
    assert (draft.series, draft.title) == (other, "Mist")


def test_draft_that_was_never_pressed_can_be_deleted(desk):
    draft, weekly = issue(), series()
    standing(weekly)
    with_standing = empty_issue(weekly, title="Fog")
    for one in (draft, with_standing):
        desk.open(change(one)).follow("Delete the draft").click("Yes, I’m sure")
    assert not Issue.objects.exists()


def test_issue_that_has_been_pressed_cannot_be_deleted(desk):
    draft = issue()
    pressed(draft, now=now() - HOUR)
    screen = desk.open(change(draft))
    assert "Delete the draft" not in screen.links
    assert desk.open(change(draft).replace("change", "delete")).status == 403
    assert Issue.objects.get() == draft


@pytest.mark.parametrize("kind", ["picture", "title", "nothing"])
def test_what_cannot_be_added_is_not_found(desk, kind):
    small = Small(desk, issue())
    assert small.post(f"{small.base}parts/{kind}/add/").status == 404

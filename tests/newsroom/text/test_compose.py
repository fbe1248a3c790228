"""From draft to document: all of it, in order, and nothing that was removed or hidden."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.models import Byline, PhotoCredit, PhotoUse
from newsroom.text.compose import compose, compose_many
from newsroom.writing.saving import remove_part
from tests.factories import (
    T0,
    account,
    brief,
    empty_issue,
    foreign_card,
    issue,
    lead,
    own_card,
    part,
    person,
    photo,
    pressed,
    section,
    series,
    small_photo,
    source,
    standing,
    top_picture,
)

pytestmark = pytest.mark.django_db


def test_empty_issue_composes():
    draft = empty_issue()
    document = compose(draft)
    assert (document.uid, document.title, document.analysis) == (str(draft.uid), "", None)
    assert (document.sections, document.cards, document.byline) == ((), (), ())


def test_unfinished_issue_composes():
    one = series()
    standing(one)
    draft = empty_issue(one)
    lead(draft, " ")
    top_picture(draft, photo(credit="", ready=False), alt="", caption="")
    section(draft, "Tides")
    source(brief(section(draft, "Berths"), ""))
    part(PhotoUse(card=foreign_card(draft, opening=""), photo=photo(credit="", ready=False)))
    document = compose(draft)
    assert document.analysis is None
    assert (document.picture.key, document.picture.credit.is_empty()) == ("", True)
    assert [place.is_printed() for place in document.sections] == [False, False, True]
    assert document.cards[0].picture.key == ""


def test_composing_again_gives_the_same_bytes():
    draft = issue()
    foreign_card(draft)
    assert compose(draft).to_json() == compose(draft).to_json()


def test_words_are_frozen_as_they_are_printed():
    draft = issue(series(title_prefix="Sound"), title="Low water")
    document = compose(draft)
    assert (document.prefix, document.title) == ("Sound", "Low water")
    assert (document.genre, document.section) == ("Reporting", "Ports")
    writer = draft.bylines.get().person
    assert (document.byline[0].person.uid, document.byline[0].person.name) == (
        str(writer.uid),
        writer.name,
    )
    about = draft.issue_topics.get().tag
    assert [(one.uid, one.name) for one in document.topics] == [(str(about.uid), about.name)]


def test_prefix_that_is_not_shown_is_not_there():
    draft = issue(series(title_prefix="Sound"), show_prefix=False)
    assert compose(draft).prefix == ""


def test_everything_stands_in_its_order():
    draft = empty_issue()
    for heading in ("Tides", "Berths"):
        place = section(draft, heading)
        for title in ("b", "a"):
            source(brief(place, title=title), reporter="Second")
    for title in ("Fog", "Dew"):
        foreign_card(draft, title=title)
    for position, name in enumerate(("Zoe", "Abel"), 1):
        Byline.objects.create(issue=draft, person=person(name), position=position)
    document = compose(draft)
    assert [place.heading for place in document.sections] == ["Tides", "Berths"]
    assert [one.title for one in document.briefs()] == ["b", "a", "b", "a"]
    assert [[c.reporter for c in one.sources] for one in document.briefs()] == [["", "Second"]] * 4
    assert [card.title for card in document.cards] == ["Fog", "Dew"]
    assert [line.person.name for line in document.byline] == ["Zoe", "Abel"]


@pytest.mark.parametrize("name", ["lead", "section", "brief", "card", "picture", "card's picture"])
def test_removed_part_is_not_in_the_document(name):
    draft = issue()
    card = foreign_card(draft)
    rows = {
        "lead": draft.analysis,
        "section": draft.sections.get(),
        "brief": draft.sections.get().briefs.get(),
        "card": card,
        "picture": top_picture(draft, photo(ready=False)),
        "card's picture": part(PhotoUse(card=card, photo=photo(ready=False))),
    }
    assert str(rows[name].uid) in compose(draft).to_json()
    remove_part(rows[name], by=account(), now=T0)
    assert str(rows[name].uid) not in compose(draft).to_json()


def test_nothing_this_week_hides_what_was_written_and_deletes_none_of_it():
    draft = issue()
    place = draft.sections.get()
    rows = type(place).objects.filter(pk=place.pk)
    rows.update(intro="<p>High.</p>", state="nothing", nothing_text="Nothing this week.")
    frozen = compose(draft).sections[0]
    assert (frozen.intro, frozen.briefs, frozen.nothing) == ("", (), "Nothing this week.")
    rows.update(state="open")
    frozen = compose(draft).sections[0]
    assert (frozen.intro, len(frozen.briefs), frozen.nothing) == ("<p>High.</p>", 1, "")


def test_section_names_the_standing_section_it_belongs_to():
    one = series()
    kind = standing(one)
    places = compose(issue(one)).sections
    assert [place.standing for place in places] == [str(kind.uid), ""]


def test_decorative_picture_has_its_three_fields_apart():
    draft = issue()
    one = small_photo()
    PhotoCredit.objects.filter(photo=one).update(creator="", line="By permission", agency="Aqua")
    top_picture(draft, one, alt="", decorative=True, caption="The crane.")
    use = compose(draft).picture
    assert (use.alt, use.decorative, use.caption) == ("", True, "The crane.")
    assert (use.credit.creator, use.credit.agency, use.credit.line) == ("", "Aqua", "By permission")
    assert use.key == one.picture.key


def test_card_of_our_own_issue_holds_its_folio_and_nothing_of_its_text():
    other, draft = issue(title="Slack water"), issue()
    edition = pressed(other)
    own_card(draft, other)
    (card,) = compose(draft).cards
    assert (card.folio, card.title, card.dek) == (str(edition.folio.uid), "", "")
    assert "Slack water" not in compose(draft).to_json()


def test_queries_are_as_many_for_sixty_briefs_as_for_one(django_assert_num_queries):
    draft = issue()
    top_picture(draft, small_photo())
    part(PhotoUse(card=foreign_card(draft), photo=small_photo()))
    with CaptureQueriesContext(connection) as few:
        compose(draft)
    for number in range(6):
        place = section(draft, f"Section {number}")
        for _ in range(10):
            brief(place)
        part(PhotoUse(card=foreign_card(draft), photo=small_photo()))
    assert len(list(compose(draft).briefs())) == 61
    with django_assert_num_queries(len(few)):
        compose(draft)


def test_several_issues_compose_to_what_each_does_with_the_queries_of_one():
    full = issue()
    top_picture(full, small_photo())
    part(PhotoUse(card=foreign_card(full), photo=small_photo(), alt="A gauge"))
    with CaptureQueriesContext(connection) as of_one:
        alone = compose(full)
    others = [issue(), empty_issue(), issue()]
    out = issue()
    pressed(out)
    own_card(others[0], out)
    with CaptureQueriesContext(connection) as of_many:
        together = compose_many([full, *others])
    assert len(of_many) <= len(of_one)
    assert together == {full.pk: alone, **{one.pk: compose(one) for one in others}}
    assert compose_many([]) == {}

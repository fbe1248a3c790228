"""Each finding: a document that has it, the place it names, and one that only just has not."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.models import Byline, NewsBrief, PhotoCredit, PhotoUse, Section
from newsroom.text import preflight
from newsroom.text.compose import compose
from newsroom.writing.saving import remove_part
from tests.factories import (
    DAY,
    T0,
    TICK,
    account,
    brief,
    empty_issue,
    foreign_card,
    issue,
    lead,
    own_card,
    part,
    photo,
    pressed,
    rules,
    section,
    series,
    small_photo,
    standing,
    top_picture,
)
from tests.newsroom.press.verbs import withdrawn

pytestmark = pytest.mark.django_db


def findings(draft, at=T0):
    """(id, place) of everything preflight finds."""
    found = preflight.run(compose(draft), series=draft.series, at=at)
    assert all(finding.message for finding in found)
    return [(finding.id.removeprefix("preflight."), finding.place) for finding in found]


def change(row, **columns):
    type(row).objects.filter(pk=row.pk).update(**columns)


def about(name, row):
    return [(name, str(row.uid))]


def only_brief(draft):
    return NewsBrief.objects.get(section__issue=draft)


def test_finished_issue_has_no_findings():
    draft = issue()
    top_picture(draft, small_photo())
    foreign_card(draft)
    assert findings(draft) == []


@pytest.mark.parametrize("title", ["", "  "])
def test_e001_issue_without_a_title(title):
    draft = issue()
    change(draft, title=title)
    assert findings(draft) == about("E001", draft)
    change(draft, title="A")
    assert findings(draft) == []


@pytest.mark.parametrize("dek", ["", " \n"])
def test_e002_issue_without_a_dek(dek):
    draft = issue(dek=dek)
    assert findings(draft) == about("E002", draft)
    change(draft, dek="A")
    assert findings(draft) == []


def test_e003_issue_without_a_byline():
    draft = issue()
    signed = draft.bylines.get().person
    draft.bylines.all().delete()
    assert findings(draft) == about("E003", draft)
    Byline.objects.create(issue=draft, person=signed, position=1, role="illustration")
    assert findings(draft) == []


@pytest.mark.parametrize(
    ("switch", "name"),
    [("dek_required", "E002"), ("byline_required", "E003"), ("sources_required", "E031")],
)
def test_switches_of_the_series_are_on_unless_they_are_turned_off(switch, name):
    one, other = series(), series()
    rules(other)
    for where in (one, other):
        draft = bare(where)
        assert sorted(found for found, _ in findings(draft)) == ["E002", "E003", "E031"]
    third = series()
    rules(third, **{switch: False})
    left = {"E002", "E003", "E031"} - {name}
    assert {found for found, _ in findings(bare(third))} == left


def bare(where):
    """An issue without dek, byline and source, and nothing else amiss."""
    draft = empty_issue(where, title="Low water")
    lead(draft)
    part(NewsBrief(section=section(draft), body="<p>Fog.</p>"))
    return draft


def test_e004_nothing_to_read():
    draft = issue()
    remove_part(draft.analysis, by=account())
    assert findings(draft) == []
    change(draft.sections.get(), state="nothing", nothing_text="Nothing this week.")
    assert findings(draft) == about("E004", draft)
    change(draft.sections.get(), state="open", intro="<p>Three ships wait.</p>")
    assert findings(draft) == []


def test_e004_lead_without_words_is_nothing_to_read():
    draft = issue()
    remove_part(draft.sections.get(), by=account())
    change(draft.analysis, body="<p> </p>")
    assert findings(draft) == about("E004", draft)


def test_e010_picture_without_a_credit():
    draft = issue()
    use = top_picture(draft, small_photo(credit=""))
    assert findings(draft) == about("E010", use)
    credit = PhotoCredit.objects.create(photo=use.photo, licence="CC BY 4.0")
    assert findings(draft) == about("E010", use)
    change(credit, licence="", line="By permission of the harbour office")
    assert findings(draft) == []


@pytest.mark.parametrize("alt", ["", "  "])
def test_e011_picture_neither_described_nor_decorative(alt):
    draft = issue()
    use = top_picture(draft, small_photo(), alt=alt)
    assert findings(draft) == about("E011", use)
    change(use, alt="", decorative=True)
    assert findings(draft) == []


def test_e012_picture_that_is_not_ready():
    draft = issue()
    use = top_picture(draft, photo(ready=False))
    assert findings(draft) == about("E012", use)
    change(draft.top_picture, photo=small_photo())
    assert findings(draft) == []


@pytest.mark.parametrize("column", ["shown_until", "taken_down_at"])
def test_e013_picture_that_may_not_be_shown_when_the_issue_begins(column):
    draft = issue()
    use = top_picture(draft, small_photo())
    change(use.photo.picture, **{column: T0 + DAY})
    assert findings(draft, at=T0 + DAY) == about("E013", use)
    assert findings(draft, at=T0 + DAY - TICK) == []


def test_picture_of_a_card_is_checked_too():
    draft = issue()
    use = part(PhotoUse(card=foreign_card(draft), photo=photo(credit="", ready=False)))
    place = str(use.uid)
    assert sorted(findings(draft)) == [("E010", place), ("E011", place), ("E012", place)]
    remove_part(use, by=account())
    assert findings(draft) == []


def test_e020_required_section_that_is_not_filled():
    one = series()
    standing(one)
    draft = issue(one)
    office = draft.sections.get(standing__isnull=False)
    assert findings(draft) == about("E020", office)
    change(office, state="nothing", nothing_text="The office was closed.")
    assert findings(draft) == []
    change(office, state="open")
    brief(office)
    assert findings(draft) == []


def test_e020_required_section_that_was_removed():
    one = series()
    standing(one)
    draft = issue(one)
    remove_part(draft.sections.get(standing__isnull=False), by=account())
    assert findings(draft) == about("E020", draft)


def test_optional_standing_section_may_stay_empty():
    one = series()
    standing(one, required=False)
    assert findings(issue(one)) == []


def test_e021_section_of_its_own_that_is_empty():
    draft = issue()
    place = section(draft, "Tides")
    assert findings(draft) == about("E021", place)
    change(place, intro="<p>High.</p>")
    assert findings(draft) == []


@pytest.mark.parametrize(
    "body", ["", "<p></p>", "<p><strong> </strong></p>", "<br>"], ids=["none", "p", "bold", "br"]
)
def test_e030_brief_without_text(body):
    draft = issue()
    one = only_brief(draft)
    change(one, body=body)
    assert findings(draft) == about("E030", one)
    change(one, body="<p>A</p>")
    assert findings(draft) == []


def test_e031_brief_without_a_source():
    draft = issue()
    first = only_brief(draft)
    other = brief(first.section)
    other.sources.all().delete()
    assert findings(draft) == about("E031", other)


WORDS = [
    "TK",
    "TKTK",
    "TBC",
    "TBD",
    "TODO",
    "FIXME",
    "XXX",
    "Lorem ipsum",
    "[...]",
    "[…]",
    "[link]",
]


@pytest.mark.parametrize("words", WORDS)
def test_e040_placeholder(words):
    draft = issue()
    change(draft.analysis, body=f"<p>The pilots said {words} on Monday.</p>")
    assert findings(draft) == about("E040", draft.analysis)


@pytest.mark.parametrize(
    "words",
    ["XX", "Superbowl XXXVI", "the TKs", "todo", "tbd", "ATKINS", "[the harbour]", "TBCs", "lorem"],
)
def test_words_that_only_look_like_placeholders(words):
    draft = issue()
    change(draft.analysis, body=f"<p>The pilots said {words} on Monday.</p>")
    assert findings(draft) == []


PLACES = {
    "title": lambda draft: (draft, "title"),
    "dek": lambda draft: (draft, "dek"),
    "heading": lambda draft: (draft.sections.get(), "heading"),
    "intro": lambda draft: (draft.sections.get(), "intro"),
    "run-in title": lambda draft: (only_brief(draft), "title"),
    "brief": lambda draft: (only_brief(draft), "body"),
    "caption": lambda draft: (draft.top_picture, "caption"),
    "alt": lambda draft: (draft.top_picture, "alt"),
    "card": lambda draft: (draft.related_links.get(), "title"),
    "card's label": lambda draft: (draft.related_links.get(), "label"),
    "card's dek": lambda draft: (draft.related_links.get(), "dek"),
    "opening": lambda draft: (draft.related_links.get(), "opening"),
}


@pytest.mark.parametrize("name", PLACES)
def test_e040_names_the_part_that_has_the_placeholder(name):
    draft = issue()
    top_picture(draft, small_photo())
    foreign_card(draft)
    row, column = PLACES[name](draft)
    change(row, **{column: "The boats TK"})
    assert findings(draft) == about("E040", row)


def test_e040_looks_at_the_sentence_of_an_empty_week():
    draft = issue()
    place = section(draft, "Tides")
    change(place, state=Section.State.NOTHING, nothing_text="TBC")
    assert findings(draft) == about("E040", place)


def test_w050_card_of_an_issue_that_is_not_live_then():
    other, draft = issue(), issue()
    edition = pressed(other, T0 + DAY)
    card = own_card(draft, other)
    assert findings(draft, at=T0 + DAY - TICK) == about("W050", card)
    assert findings(draft, at=T0 + DAY) == []
    withdrawn(edition, now=T0 + 2 * DAY)
    assert findings(draft, at=T0 + 2 * DAY) == about("W050", card)


def test_errors_come_before_warnings():
    other = issue()
    pressed(other, T0 + DAY)
    draft = issue(dek="", title=" ")
    own_card(draft, other)
    assert [found for found, _ in findings(draft)] == ["E001", "E002", "W050"]


def test_several_documents_are_checked_as_each_alone_with_the_queries_of_one():
    lenient, strict = series(), series()
    rules(lenient, dek_required=False)
    standing(strict)
    drafts = [empty_issue(lenient, title="Fog"), empty_issue(strict, title="Ice"), issue(strict)]
    top_picture(drafts[2], small_photo())
    pairs = [(compose(one), one.series) for one in drafts]
    alone = [preflight.run(document, series=one, at=T0) for document, one in pairs]
    with CaptureQueriesContext(connection) as of_one:
        preflight.run(pairs[2][0], series=strict, at=T0)
    with CaptureQueriesContext(connection) as of_many:
        together = preflight.run_many(pairs, at=T0)
    assert together == alone
    assert len({len(findings) for findings in together}) > 1
    assert len(of_many) == len(of_one)
    assert preflight.run_many([], at=T0) == []

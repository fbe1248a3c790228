"""Pressing an issue for the first time, at once or for a time."""

import pytest

from digest.models import Edition
from newsroom.text.compose import compose
from tests.factories import HOUR, T0, account, issue, pressed, series, small_photo, top_picture
from tests.newsroom.press.verbs import around, retitle

pytestmark = pytest.mark.django_db


def test_issue_pressed_at_once_is_live_from_now():
    edition = pressed(issue())
    assert edition.live_from == T0
    assert around(edition.folio, T0) == [(None, []), (1, []), (1, [])]


def test_issue_pressed_for_a_time_is_live_from_that_time():
    edition = pressed(issue(), T0 + HOUR)
    assert around(edition.folio, T0 + HOUR) == [(None, []), (1, []), (1, [])]
    assert list(Edition.objects.armed(T0)) == [edition]


def test_edition_holds_the_document_of_the_draft():
    draft = issue()
    top_picture(draft, small_photo())
    document = compose(draft)
    edition = Edition.objects.get(pk=pressed(draft).pk)
    assert edition.text == document
    assert edition.fingerprint == document.fingerprint


def test_edition_columns_repeat_the_document():
    edition = pressed(issue(series(title_prefix="Sound"), title="No berth", dek="Three wait."))
    assert (edition.title, edition.dek) == ("Sound: No berth", "Three wait.")
    assert edition.kicker == "Reporting | Ports"
    assert edition.byline == edition.text.byline[0].person.name
    assert edition.words == edition.text.count_words() > 0


def test_edition_says_who_pressed_it_and_when():
    edition = pressed(issue(), T0 + HOUR, by=account("noor", is_superuser=True), now=T0)
    assert (edition.pressed_by, edition.pressed_at) == ("noor", T0)


def test_edition_is_found_by_what_it_names():
    draft = issue()
    use = top_picture(draft, small_photo())
    edition = pressed(draft)
    byline = draft.bylines.get()
    source = draft.sections.get().briefs.get().sources.get()
    assert [row.person for row in edition.people.all()] == [byline.person]
    assert [row.topic for row in edition.topics.all()] == [draft.issue_topics.get().tag]
    assert [row.outlet for row in edition.outlets.all()] == [source.outlet]
    assert [row.picture for row in edition.pictures.all()] == [use.photo.picture]


def test_edit_of_a_pressed_issue_changes_no_edition():
    draft = issue(title="Low water")
    edition = pressed(draft)
    before = Edition.objects.filter(pk=edition.pk).values().get()
    retitle(draft, "High water")
    assert Edition.objects.filter(pk=edition.pk).values().get() == before


def test_issue_gets_one_folio_for_all_its_editions():
    draft = issue()
    first = pressed(draft, T0 + HOUR)
    second = pressed(draft, T0 + 2 * HOUR)
    assert (second.folio, second.revision) == (first.folio, 2)
    draft.refresh_from_db()
    assert draft.folio == first.folio

"""What a Folio, a document or a draft uses cannot be deleted beneath it."""

import pytest
from django.db.models import ProtectedError

from tests.factories import foreign_card, issue, own_card, pressed, small_photo, top_picture

pytestmark = pytest.mark.django_db

USED = {
    "series": lambda edition: edition.folio.series,
    "folio": lambda edition: edition.folio,
    "person": lambda edition: edition.people.get().person,
    "topic": lambda edition: edition.topics.get().topic,
    "outlet": lambda edition: edition.outlets.get().outlet,
    "picture": lambda edition: edition.pictures.get().picture,
}


@pytest.fixture
def edition():
    """An Edition whose draft has forgotten whom and what it named."""
    draft = issue()
    top_picture(draft, small_photo())
    one = pressed(draft)
    draft.bylines.all().delete()
    draft.issue_topics.all().delete()
    for row in draft.sections.get().briefs.get().sources.all():
        row.delete()
    photo = draft.top_picture.photo
    draft.top_picture.delete()
    photo.delete()
    return one


@pytest.mark.parametrize("used", USED)
def test_what_an_edition_names_is_protected(edition, used):
    row = USED[used](edition)
    with pytest.raises(ProtectedError):
        row.delete()
    assert type(row).objects.filter(pk=row.pk).exists()


DRAFTED = {
    "person": lambda draft: draft.bylines.get().person,
    "topic": lambda draft: draft.issue_topics.get().tag,
    "outlet": lambda draft: draft.sections.get().briefs.get().sources.get().outlet,
    "photo": lambda draft: draft.top_picture.photo,
    "label": lambda draft: draft.genre_label,
}


@pytest.mark.parametrize("used", DRAFTED)
def test_what_a_draft_names_is_protected(used):
    draft = issue()
    top_picture(draft, small_photo())
    row = DRAFTED[used](draft)
    with pytest.raises(ProtectedError):
        row.delete()
    assert type(row).objects.filter(pk=row.pk).exists()


def test_folio_of_a_related_card_is_protected():
    other, draft = issue(), issue()
    pressed(other)
    own_card(draft, other)
    foreign_card(draft)
    with pytest.raises(ProtectedError):
        other.folio.delete()

"""`manage.py reindex`: derived rows made anew are those the press wrote."""

from __future__ import annotations

import io

import pytest
from django.core.management import call_command

from digest.models import (
    Edition,
    EditionOutlet,
    EditionPerson,
    EditionPicture,
    EditionTopic,
)
from newsroom.models import PhotoUse
from tests import factories
from tests.factories import DAY, HOUR, T0

pytestmark = pytest.mark.django_db

DERIVED = {
    EditionPerson: "person",
    EditionTopic: "topic",
    EditionOutlet: "outlet",
    EditionPicture: "picture",
}


def mentions() -> dict[str, list[tuple[int, int]]]:
    """Which Edition mentions what."""
    return {
        name: sorted(model.objects.values_list("edition", name)) for model, name in DERIVED.items()
    }


@pytest.fixture
def editions() -> list[Edition]:
    """Live, corrected, armed; with pictures on top and on a card, and an outlet cited twice."""
    draft = factories.issue()
    outlet = factories.outlet()
    section = factories.section(draft)
    for _ in range(2):
        factories.source(factories.brief(section), outlet=outlet)
    factories.top_picture(draft, factories.small_photo())
    card = factories.foreign_card(draft)
    factories.part(PhotoUse(card=card, photo=factories.small_photo(), alt="A gauge"))
    first = factories.pressed(draft)
    second = factories.corrected(draft, now=T0 + HOUR)
    armed = factories.pressed(factories.issue(), T0 + DAY, now=T0)
    return [first, second, armed]


def test_the_press_writes_what_a_text_mentions(editions: list[Edition]):
    first = editions[0]
    written = {
        name: [key for pk, key in rows if pk == first.pk] for name, rows in mentions().items()
    }
    assert {name: len(keys) for name, keys in written.items()} == {
        "person": 1,
        "topic": 1,
        "outlet": 4,
        "picture": 2,
    }


def test_reindex_makes_the_same_rows_from_nothing(editions: list[Edition]):
    before = mentions()
    for model in DERIVED:
        model.objects.all().delete()
    call_command("reindex", stdout=io.StringIO())
    assert mentions() == before


def test_reindex_takes_away_what_no_text_mentions(editions: list[Edition]):
    before = mentions()
    EditionPerson.objects.create(edition=editions[0], person=factories.person())
    EditionTopic.objects.create(edition=editions[2], topic=factories.topic())
    call_command("reindex", stdout=io.StringIO())
    assert mentions() == before


def test_reindex_changes_no_edition(editions: list[Edition]):
    before = list(Edition.objects.order_by("pk").values())
    out = io.StringIO()
    call_command("reindex", stdout=out, no_color=True)
    assert list(Edition.objects.order_by("pk").values()) == before
    assert out.getvalue() == "3 editions read again.\n"

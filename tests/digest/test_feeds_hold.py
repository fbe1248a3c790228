"""Feeds and the sitemap are well-formed XML whatever a row holds that they print."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest
from django.db import connection

from digest.models import Edition, Person, Publication, Series, Topic
from newsroom.press import arm
from newsroom.press.expecting import seen
from tests import factories
from tests.digest.conftest import Ask
from tests.factories import DAY, HOUR, T0

pytestmark = pytest.mark.django_db

#: Nothing that PostgreSQL cannot hold: everything else that XML cannot, and what reorders.
ODD = "Sold before\x0bit \x01\x1f\x0c\x85\ufffe\uffff\U0001ffff\ufdd0 \u202eback <&>"
FEEDS = ["/feeds/all.rss", "/feeds/all.atom", "/feeds/soundings.rss", "/feeds/soundings.atom"]
XML = [*FEEDS, "/sitemap.xml"]
PAGES = ["/", "/soundings/", "/archive/", "/archive/2431/"]


def write(model, pk: int, **values: str) -> None:
    """Into the table, past every field."""
    columns = ", ".join(f"{name} = %s" for name in values)
    with connection.cursor() as cursor:
        sql = f"UPDATE {model._meta.db_table} SET {columns} WHERE id = %s"  # noqa: S608
        cursor.execute(sql, [*values.values(), pk])


@pytest.fixture
def corrected(at) -> Edition:
    """A live text that has been corrected, with everything that a feed prints."""
    factories.publication()
    series = factories.series(name="Soundings", slug="soundings")
    draft = factories.issue(series, title="The pilots")
    at(T0)
    by = factories.account(is_superuser=True)
    arm(draft, by=by, expecting=seen(draft, at=T0), now=T0)
    later = T0 + HOUR
    again = {"kind": "correction", "note": "One pilot.", "now": later}
    return arm(draft, by=by, expecting=seen(draft, at=later), **again)


def odd_document(document: str) -> str:
    """The same frozen text with an odd one in each of its words."""

    def odd(value):
        if isinstance(value, dict):
            kept = {"uid", "key", "role", "address", "folio", "version", "standing"}
            return {k: v if k in kept else odd(v) for k, v in value.items()}
        if isinstance(value, list):
            return [odd(one) for one in value]
        if isinstance(value, str) and value:
            return value + ODD.replace("<&>", "") if value.startswith("<") else value + ODD
        return value

    return json.dumps(odd(json.loads(document)), ensure_ascii=False)


def columns(edition: Edition) -> list:
    folio = edition.folio
    return [
        (Publication, 1, ["name", "tagline", "language"]),
        (Series, folio.series_id, ["name", "rhythm", "title_prefix"]),
        (Edition, edition.pk, ["title", "dek", "byline", "kicker", "note", "document"]),
        *[(Topic, pk, ["name"]) for pk in Topic.objects.values_list("pk", flat=True)],
        *[(Person, pk, ["name"]) for pk in Person.objects.values_list("pk", flat=True)],
    ]


def strict(answer) -> ET.Element:
    assert answer.status_code == 200
    return ET.fromstring(answer.content)  # noqa: S314 -- our own


def test_each_column_that_feeds_print_holds_odd_text_and_they_stand(corrected, ask: Ask):
    for model, pk, names in columns(corrected):
        for name in names:
            odd = odd_document(corrected.document) if name == "document" else ODD
            odd = "pt\x0b-PT" if name == "language" else odd
            write(model, pk, **{name: odd if name == "document" else odd[:60]})
    for address in XML:
        strict(ask(address, T0 + DAY))
    text = "".join(strict(ask("/feeds/soundings.atom", T0 + DAY)).itertext())
    assert "Sold before it" in text
    assert not set(text) & set("\u202e\ufdd0")
    for address in [*PAGES, corrected.get_absolute_url()]:
        page = ask(address, T0 + DAY)
        assert page.status_code == 200
        assert not set(page.content.decode()) & set("\x0b\x01\ufffe\u202e")


def test_the_writer_is_the_last_door(corrected, ask: Ask, monkeypatch):
    """Even where no field has cleaned what a feed gets."""
    from digest.feeds import IssueFeed

    monkeypatch.setattr(IssueFeed, "item_title", lambda self, item: ODD)
    monkeypatch.setattr(IssueFeed, "description", lambda self, about: ODD)
    monkeypatch.setattr(IssueFeed, "subtitle", lambda self, about: ODD)
    monkeypatch.setattr(IssueFeed, "author_name", lambda self, about: ODD)
    monkeypatch.setattr(IssueFeed, "item_author_name", lambda self, item: ODD)
    monkeypatch.setattr(IssueFeed, "item_categories", lambda self, item: [ODD])
    monkeypatch.setattr(IssueFeed, "item_extra_kwargs", lambda self, item: {"content": ODD})
    for address in FEEDS:
        root = strict(ask(address, T0 + DAY))
        assert "Sold before it" in "".join(root.itertext())


@pytest.mark.parametrize("sign", ["\x0b", "\uffff", "\x0c", "\u2028", "\x85", "\x1f"], ids=ascii)
def test_a_correction_note_of_a_word_processor_stands_in_every_feed(sign, at, ask: Ask):
    factories.publication(tagline=f"The week{sign} at sea")
    series = factories.series(name=f"Sound{sign}ings", slug="soundings", rhythm=f"Every{sign} week")
    draft = factories.issue(series, title=f"Sold{sign} it")
    at(T0)
    by = factories.account(is_superuser=True)
    arm(draft, by=by, expecting=seen(draft, at=T0), now=T0)
    later = T0 + HOUR
    note = f"One{sign} pilot, not two."
    arm(draft, by=by, expecting=seen(draft, at=later), kind="correction", note=note, now=later)
    for address in XML:
        strict(ask(address, T0 + DAY))
    text = "".join(strict(ask("/feeds/all.atom", T0 + DAY)).itertext())
    assert " ".join(text.split()).find("One pilot, not two.") >= 0

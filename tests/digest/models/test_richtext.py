"""Rich text is clean in the database, whichever way it came, and once more when printed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.template import Context, Template

from digest.document import Analysis, Brief, Document, Section
from digest.models import Edition, Notice, Person, Series
from newsroom.models import LeadAnalysis
from tests import factories
from tests.digest.conftest import Ask
from tests.digest.pagetext import page, text
from tests.factories import DAY, T0

pytestmark = pytest.mark.django_db

HOSTILE = (
    '<p onclick="alert(1)">Words<script>alert(1)</script>'
    '<a href="javascript:alert(1)">here</a><img src=x onerror=alert(1)></p>'
)
CLEAN = "<p>Wordshere</p>"


def notice(text: str) -> Notice:
    return Notice(kind="appeal", text=text, starts_at=T0, ends_at=T0 + DAY)


def stored() -> list[str]:
    """The texts as they are in the database, past every converter."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM digest_notice ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def test_save_cleans():
    notice(HOSTILE).save()
    assert stored() == [CLEAN]


def test_create_cleans():
    Notice.objects.create(kind="appeal", text=HOSTILE, starts_at=T0, ends_at=T0 + DAY)
    assert stored() == [CLEAN]


def test_bulk_create_cleans():
    Notice.objects.bulk_create([notice(HOSTILE), notice(HOSTILE)])
    assert stored() == [CLEAN, CLEAN]


def test_update_cleans():
    notice("<p>a</p>").save()
    Notice.objects.update(text=HOSTILE)
    assert stored() == [CLEAN]


def test_bulk_update_cleans():
    notice("<p>a</p>").save()
    row = Notice.objects.get()
    row.text = HOSTILE
    Notice.objects.bulk_update([row], ["text"])
    assert stored() == [CLEAN]


def test_get_or_create_and_update_or_create_clean():
    values = {"kind": "appeal", "starts_at": T0, "ends_at": T0 + DAY, "text": HOSTILE}
    Notice.objects.get_or_create(pk=1, defaults=values)
    Notice.objects.update_or_create(pk=1, defaults=values)
    assert stored() == [CLEAN]


def test_every_rich_text_of_the_frame_is_cleaned():
    series = Series.objects.create(name="A", slug="a", description=HOSTILE)
    person = Person.objects.create(name="B", slug="b", description=HOSTILE)
    for row in (series, person):
        row.refresh_from_db()
        assert row.description == CLEAN


def test_every_rich_text_of_a_draft_is_cleaned():
    draft = factories.issue()
    LeadAnalysis.objects.filter(issue=draft).update(body=HOSTILE)
    section = factories.section(draft, intro=HOSTILE)
    brief = factories.brief(section, body=HOSTILE)
    card = factories.foreign_card(draft, opening=HOSTILE)
    for row in (section, brief, card, draft.analysis):
        row.refresh_from_db()
    assert [section.intro, brief.body, card.opening, draft.analysis.body] == [CLEAN] * 4


def test_the_filter_cleans_what_it_marks_safe():
    template = Template("{% load reading %}{{ words|rich }}|{{ words }}")
    rendered = template.render(Context({"words": HOSTILE}))
    first, second = rendered.split("|", 1)
    assert first == CLEAN
    assert "<" not in second


def test_hostile_html_in_a_document_is_not_printed(ask: Ask):
    draft = factories.issue()
    edition = factories.pressed(draft)
    document = replace(
        edition.text,
        analysis=Analysis("a", HOSTILE),
        sections=(Section("s", "News", HOSTILE, "", "", (Brief("b", "", HOSTILE),)),),
    )
    write_past_the_press(edition, document)
    answer = ask(draft.folio.get_absolute_url())
    assert answer.status_code == 200
    main = page(answer).one("main")
    assert main.words.count("Wordshere") == 3
    assert [one.tag for one in main.all() if one.tag in {"script", "img"}] == []
    assert "alert(1)" not in text(answer)
    for feed in ("/feeds/all.rss", "/feeds/all.atom"):
        assert "alert(1)" not in text(ask(feed))


def test_plain_text_with_markup_is_printed_as_it_was_typed(ask: Ask):
    typed = "Ships < 20 m & <b>boats</b> <script>alert(1)</script>"
    draft = factories.issue(title=typed, dek=typed)
    factories.brief(factories.section(draft, heading=typed), title=typed)
    factories.pressed(draft)
    found = page(ask(draft.folio.get_absolute_url())).one("main")
    assert found.one("h1").words == f"Harbour Watch: {typed}"
    assert found.one(class_="dek").words == typed
    assert found.all("script") + found.all("b") == []


def write_past_the_press(edition: Edition, document: Document) -> None:
    """Put a document into the row as only the database's own console could."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE digest_edition SET document = %s WHERE id = %s",
            [document.to_json(), edition.pk],
        )

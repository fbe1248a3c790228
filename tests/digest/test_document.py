"""The frozen text: one canonical form, read back for ever."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.document import (
    UPGRADES,
    VERSION,
    Analysis,
    Brief,
    Card,
    Citation,
    Credit,
    Document,
    Named,
    PictureUse,
    Section,
    Signature,
)
from tests import factories
from tests.tables import each

GOLDEN = Path(__file__).parent / "golden"


def uid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012d}"


#: The document of golden/document-1.json.
FULL = Document(
    uid=uid(1),
    title="The pilots go home",
    prefix="Harbour Watch",
    dek="Why the harbour is quiet — and for how long.",
    genre="Reporting",
    section="Ports",
    byline=(
        Signature(Named(uid(2), "Inês Duarte"), "author"),
        Signature(Named(uid(3), "Rui Barros"), "illustration"),
    ),
    topics=(Named(uid(4), "Pilotage"),),
    picture=PictureUse(
        uid=uid(5),
        key="0123456789abcdef0123456789abcdef",
        alt="A crane over still water",
        decorative=False,
        caption="The crane has not moved since May.",
        credit=Credit(
            creator="Rui Barros",
            agency="Quay Pictures/Tidal",
            licence="CC BY 4.0",
            licence_address="https://rights.example/by",
            source_address="https://photos.example/crane",
            line="",
        ),
    ),
    analysis=Analysis(
        uid(6), '<p>The pilots <a href="https://ledger.example/a?b=1&amp;c=2">said</a> so.</p>'
    ),
    sections=(
        Section(
            uid=uid(7),
            heading="In other news",
            intro="<p>Three things.</p>",
            briefs=(
                Brief(
                    uid=uid(8),
                    title="A dredger sinks",
                    body="<p>Off Port Ellery, 新聞.</p>",
                    sources=(
                        Citation(
                            uid(9),
                            Named(uid(10), "Harbour Ledger"),
                            "https://ledger.example/dredger",
                            "A. Reis",
                        ),
                    ),
                ),
            ),
        ),
        Section(
            uid=uid(11),
            heading="From the Harbour Office",
            nothing="The office gave no briefing this week.",
            standing=uid(12),
        ),
    ),
    cards=(
        Card(uid=uid(13), folio=uid(14)),
        Card(
            uid=uid(15),
            address="https://quarterly.example/tides",
            label="Essay",
            title="What tides remember",
            dek="A year beside a gauge.",
            opening="<p>The gauge stands in a shed.</p>",
            picture=PictureUse(uid(16), "", "", True, "", Credit(line="Courtesy of the port")),
        ),
    ),
)
FINGERPRINTS = {1: (GOLDEN / "document-1.sha256").read_text().strip()}


@each("version", range(1, VERSION + 1))
def test_every_version_has_a_golden_file_that_is_still_read(version: int):
    document = Document.from_json((GOLDEN / f"document-{version}.json").read_text())
    assert document.title == FULL.title
    assert document.fingerprint == FINGERPRINTS[version]


def test_todays_document_is_byte_for_byte_the_golden_file():
    golden = (GOLDEN / f"document-{VERSION}.json").read_bytes()
    assert FULL.to_json().encode() == golden
    assert Document.from_json(golden.decode()) == FULL
    assert sha256(golden).hexdigest() == FINGERPRINTS[VERSION]


def test_the_golden_document_leaves_no_kind_of_field_empty():
    filled: set[tuple[str, str]] = set()
    known: set[tuple[str, str]] = set()

    def visit(part: Any) -> None:
        for one in fields(part):
            value = getattr(part, one.name)
            known.add((type(part).__name__, one.name))
            if value:
                filled.add((type(part).__name__, one.name))
            for inner in value if isinstance(value, tuple) else [value]:
                if is_dataclass(inner):
                    visit(inner)

    visit(FULL)
    assert known - filled == set()


def test_every_upgrade_leads_to_the_next_version():
    assert UPGRADES.keys() == set(range(1, VERSION))


@each("version", [0, VERSION + 1, -1, "1", None, 1.5])
def test_an_unknown_version_is_refused(version: object):
    data = json.loads(FULL.to_json())
    with pytest.raises(ValueError, match="version"):
        Document.from_json(json.dumps({**data, "version": version}))


@each("path", [[], ["analysis"], ["picture", "credit"], ["sections", 0, "briefs", 0]])
def test_an_unknown_key_is_refused_at_every_depth(path: list[Any]):
    data = json.loads(FULL.to_json())
    part = data
    for step in path:
        part = part[step]
    part["colour"] = "blue"
    with pytest.raises(ValueError, match="colour"):
        Document.from_json(json.dumps(data))


def test_the_canonical_form_is_sorted_tight_and_in_letters():
    text = FULL.to_json()
    assert text == json.dumps(
        json.loads(text), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )
    assert "新聞" in text
    assert json.loads(text)["version"] == VERSION
    assert FULL.fingerprint == sha256(text.encode("utf-8")).hexdigest()


def test_a_key_is_never_missing_from_the_canonical_form():
    hints = get_type_hints(Document)
    assert json.loads(Document(uid="a", title="b").to_json()).keys() == {*hints, "version"}


_TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
_NAMED = st.builds(Named, _TEXT, _TEXT)
_USE = st.builds(
    PictureUse,
    _TEXT,
    _TEXT,
    _TEXT,
    st.booleans(),
    _TEXT,
    st.builds(Credit, _TEXT, _TEXT, _TEXT, _TEXT, _TEXT, _TEXT),
)
_CITATION = st.builds(Citation, _TEXT, _NAMED, _TEXT, _TEXT)
_BRIEF = st.builds(Brief, _TEXT, _TEXT, _TEXT, st.lists(_CITATION, max_size=2).map(tuple))
_SECTION = st.builds(
    Section, _TEXT, _TEXT, _TEXT, _TEXT, _TEXT, st.lists(_BRIEF, max_size=2).map(tuple)
)
_CARD = st.builds(Card, _TEXT, _TEXT, _TEXT, _TEXT, _TEXT, _TEXT, _TEXT, st.none() | _USE)
_DOCUMENT = st.builds(
    Document,
    uid=_TEXT,
    title=_TEXT,
    prefix=_TEXT,
    dek=_TEXT,
    byline=st.lists(st.builds(Signature, _NAMED, _TEXT), max_size=2).map(tuple),
    topics=st.lists(_NAMED, max_size=2).map(tuple),
    picture=st.none() | _USE,
    analysis=st.none() | st.builds(Analysis, _TEXT, _TEXT),
    sections=st.lists(_SECTION, max_size=2).map(tuple),
    cards=st.lists(_CARD, max_size=2).map(tuple),
)


@given(_DOCUMENT)
def test_whatever_is_frozen_is_read_back_the_same(document: Document):
    text = document.to_json()
    again = Document.from_json(text)
    assert again == document
    assert again.to_json() == text
    assert again.fingerprint == document.fingerprint


@given(_DOCUMENT, _DOCUMENT)
def test_two_documents_have_one_fingerprint_only_if_they_are_the_same(one: Document, two: Document):
    assert (one.fingerprint == two.fingerprint) == (one == two)


@each(
    ("prefix", "title", "shown"),
    [("Harbour Watch", "Fog", "Harbour Watch: Fog"), ("", "Fog", "Fog"), ("Harbour Watch", "", "")],
)
def test_the_prefix_stands_before_a_title(prefix: str, title: str, shown: str):
    assert Document(uid="a", title=title, prefix=prefix).shown_title == shown


@each(
    ("genre", "section", "kicker"),
    [("Reporting", "Ports", "Reporting | Ports"), ("Reporting", "", "Reporting"), ("", "", "")],
)
def test_the_kicker_leaves_out_what_is_missing(genre: str, section: str, kicker: str):
    assert Document(uid="a", title="b", genre=genre, section=section).kicker == kicker


@each(
    ("signed", "names"),
    [
        ([("Ana", "author")], "Ana"),
        ([("Ana", "author"), ("Rui", "author"), ("Eva", "editor")], "Ana and Rui"),
        ([("Ana", "author"), ("Rui", "author"), ("Eva", "author")], "Ana, Rui and Eva"),
        ([("Eva", "editor")], "Eva"),
        ([], ""),
    ],
)
def test_the_byline_names_authors_and_else_everybody(signed: list[tuple[str, str]], names: str):
    byline = tuple(Signature(Named(name, name), role) for name, role in signed)
    assert Document(uid="a", title="b", byline=byline).byline_names == names


def test_words_are_those_of_lead_and_sections():
    # Lead 4; heading 3, intro 2, brief 3 + 4; heading 4, sentence 7.
    assert FULL.count_words() == 4 + 3 + 2 + 3 + 4 + 4 + 7


@pytest.mark.django_db
def test_an_edition_keeps_names_as_they_were_printed():
    draft = factories.issue()
    person, topic = draft.bylines.get().person, draft.topics.get()
    printed = person.name, topic.name
    edition = factories.pressed(draft)
    person.name, topic.name = "Another Name", "Another Topic"
    person.save()
    topic.save()
    edition.refresh_from_db()
    text = Document.from_json(edition.document)
    assert (text.byline[0].person.name, text.topics[0].name) == printed
    assert edition.fingerprint == sha256(edition.document.encode()).hexdigest()

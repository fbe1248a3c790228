"""Sources are compact rows: recognised by their address, and saved whatever is missing yet."""

from __future__ import annotations

import uuid

import pytest

from digest.models import Outlet
from newsroom.desk.screen.sources import guessed_name
from newsroom.models import NewsBrief, Source
from newsroom.text import preflight
from newsroom.text.compose import compose
from tests.factories import brief, issue, outlet, section
from tests.newsroom.desk.places import now
from tests.newsroom.desk.small import Small
from tests.tables import each


@pytest.fixture
def one(db) -> NewsBrief:
    """A brief without a source."""
    row = brief(section(issue(), "Tides"))
    row.sources.all().delete()
    return row


def rows(*sources: tuple[str, str, str]) -> dict[str, object]:
    """What rows with these addresses, outlets and reporters send, under new keys."""
    keys = [str(uuid.uuid4()) for _ in sources]
    sent: dict[str, object] = {"source": keys}
    for key, source in zip(keys, sources, strict=True):
        for name, value in zip(("address", "outlet", "reporter"), source, strict=True):
            sent[f"source-{key}-{name}"] = value
    return sent


def stored(one: NewsBrief) -> list[tuple[str, str, str]]:
    return [(s.address, s.outlet.name if s.outlet else "", s.reporter) for s in one.sources.all()]


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://ledger.example/a", "Harbour Ledger"),
        ("https://www.ledger.example/a", "Harbour Ledger"),
        ("http://live.ledger.example/a?b=c#d", "Ledger Live"),
        ("https://deep.live.ledger.example/a", "Ledger Live"),
        ("https://ledger.example.org/a", ""),
        ("https://notledger.example/a", ""),
    ],
)
def test_outlet_is_recognised_by_its_domain(desk, one, address, found):
    outlet("Harbour Ledger", "ledger.example")
    outlet("Ledger Live", "live.ledger.example")
    answer = Small(desk, one.section.issue).save(one, rows((address, "", "")) | _form(desk, one))
    assert stored(one) == [(address, found, "")]
    recognised = [e.attributes["value"] for e in answer.root.all("input", class_="outlet")]
    assert recognised == ([found] if found else [])
    assert ("No outlet is known for this." in answer.root.words) == (not found)


def _form(desk, one) -> dict[str, object]:
    form = Small(desk, one.section.issue).open(one)
    return {name: form[name] for name in ("version", "title", "body", "sources-digest")}


def test_outlet_is_named_by_its_name_or_another_name(desk, one):
    wire = outlet("Sea Wire", "wire.example")
    Outlet.objects.filter(pk=wire.pk).update(aliases="SW\nWire of the Sea")
    sent = rows(("https://a.example/1", "sea wire", ""), ("https://a.example/2", "sw", "Ana Reis"))
    Small(desk, one.section.issue).save(one, sent | _form(desk, one))
    assert stored(one) == [
        ("https://a.example/1", "Sea Wire", ""),
        ("https://a.example/2", "Sea Wire", "Ana Reis"),
    ]


def test_unknown_outlet_is_added_with_one_key_and_known_from_then_on(desk, one):
    small = Small(desk, one.section.issue)
    sent = rows(("https://www.tide.example/a", "", ""))
    key = sent["source"][0]
    answer = small.save(one, sent | _form(desk, one))
    assert "Add “tide.example” (Enter)" in answer.root.words
    small.save(one, sent | _form(desk, one) | {"do": f"outlet:{key}"})
    assert stored(one) == [("https://www.tide.example/a", "tide.example", "")]
    again = brief(one.section)
    again.sources.all().delete()
    small.save(again, rows(("https://tide.example/b", "", "")) | _form(desk, again))
    assert stored(again) == [("https://tide.example/b", "tide.example", "")]
    assert Outlet.objects.filter(name="tide.example").count() == 1


def test_what_tracks_the_reader_is_offered_for_removal(desk, one):
    outlet("Harbour Ledger", "ledger.example")
    small = Small(desk, one.section.issue)
    sent = rows(("https://ledger.example/a?utm_source=x&id=3", "", ""))
    answer = small.save(one, sent | _form(desk, one))
    assert "Remove what tracks the reader" in answer.root.words
    assert stored(one)[0][0].endswith("utm_source=x&id=3")
    small.save(one, sent | _form(desk, one) | {"do": f"plain:{sent['source'][0]}"})
    assert stored(one) == [("https://ledger.example/a?id=3", "Harbour Ledger", "")]


def test_two_saves_of_a_new_row_make_one_source(desk, one):
    small = Small(desk, one.section.issue)
    sent = rows(("https://a.example/1", "", ""))
    for _ in range(2):
        assert small.save(one, sent | _form(desk, one)).status == 200
    key = sent["source"][0]
    assert [str(s.uid) for s in one.sources.all()] == [key]
    small.save(one, rows() | _form(desk, one))
    assert stored(one) == []


def test_row_of_another_brief_is_not_taken_away_from_it(desk, one):
    other = brief(one.section)
    key = str(other.sources.get().uid)
    sent = {"source": [key], f"source-{key}-address": "https://a.example/1"}
    Small(desk, one.section.issue).save(one, sent | _form(desk, one))
    assert Source.objects.get(uid=key).brief == other
    assert stored(one) == [("https://a.example/1", "", "")]
    assert other.sources.get().address != "https://a.example/1"


@pytest.mark.parametrize(
    "address",
    [
        "ledger",
        "javascript:alert(1)",
        "https://a@b.example/",
        "//a.example",
        "https:///a",
        "ftp://a.b",
    ],
)
def test_address_that_is_none_is_kept_named_and_never_linked_to(desk, one, address):
    small = Small(desk, one.section.issue)
    answer = small.save(one, rows((address, "", "")) | _form(desk, one))
    assert "This is no full web address" in answer.root.words
    assert stored(one) == [(address, "", "")]
    draft = one.section.issue
    assert address not in [
        link.attributes.get("href") for link in desk.open(draft.preview_address).root.all("a")
    ]
    ids = {f.id for f in preflight.run(compose(draft), series=draft.series, at=now())}
    assert {"preflight.E032", "preflight.E033"} <= ids


def test_save_without_a_change_of_rows_reads_no_row(desk, one, django_assert_num_queries):
    outlet("Harbour Ledger", "ledger.example")
    small = Small(desk, one.section.issue)
    small.save(one, rows(("https://ledger.example/a", "", "Ana")) | _form(desk, one))
    before = stored(one), one.sources.get().pk
    small.save(one, title="Fog")
    assert (stored(one), one.sources.get().pk) == before


@each(
    ("host", "name"),
    [
        ("cnn.com", "cnn.com"),
        ("theguardian.com", "theguardian.com"),
        ("bbc.co.uk", "bbc.co.uk"),
        ("t-online.de", "t-online.de"),
        ("harbour-ledger.example", "Harbour Ledger"),
        ("live.sound-post.co.uk", "Sound Post"),
        ("xn--sd-kstenblatt-wobd.example", "süd-küstenblatt.example"),
        ("xn--0.example", "xn--0.example"),
        ("10.0.0.1", ""),
        ("intranet", "intranet"),
        ("", ""),
    ],
)
def test_unknown_outlet_is_offered_under_its_host_unless_that_shows_words(host, name):
    assert guessed_name(host) == name

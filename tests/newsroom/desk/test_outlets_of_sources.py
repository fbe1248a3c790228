"""The outlet of a source is found from its address."""

from __future__ import annotations

import pytest

from digest.models import Outlet, OutletDomain
from newsroom.models import NewsBrief, Source
from tests.factories import brief, empty_issue, outlet, section
from tests.newsroom.desk.places import add, change, rows

UNKNOWN = "No outlet has this address's domain. Choose one, or add it with the plus."


def begin(desk, address: str, **values: object):
    """A brief with one source, sent from the form of a new brief."""
    place = section(empty_issue(), "Tides")
    source = {"sources-0-address": address, **values}
    return desk.open(add(NewsBrief, section=place)).click("Save", source, body="<p>High.</p>")


@pytest.mark.parametrize(
    "address",
    [
        "https://ledger.example/story",
        "https://www.ledger.example/story?page=2",
        "http://LEDGER.example:8080/story",
        "https://live.news.ledger.example/story",
        "https://old-ledger.example/story",
    ],
    ids=["domain", "www", "port and capitals", "subdomain", "its other domain"],
)
def test_outlet_is_found_from_the_address(desk, address):
    ledger = outlet("Harbour Ledger", "ledger.example")
    OutletDomain.objects.create(outlet=ledger, domain="old-ledger.example")
    outlet("Sound Post", "edger.example")
    begin(desk, address)
    assert Source.objects.get().outlet == ledger


def test_most_precise_domain_wins(desk):
    outlet("Example Group", "group.example")
    live = outlet("Live Desk", "live.group.example")
    begin(desk, "https://m.live.group.example/story")
    assert Source.objects.get().outlet == live


@pytest.mark.parametrize(
    "address",
    [
        "https://unknown.example/story",
        "https://notledger.example/story",
        "https://ledger.example.evil.example/story",
    ],
)
def test_unknown_domain_is_refused_beside_the_field(desk, address):
    outlet("Harbour Ledger", "ledger.example")
    screen = begin(desk, address)
    assert not screen.sent
    assert screen.beside("sources-0-outlet") == UNKNOWN
    assert screen.value("sources-0-address") == address
    assert not NewsBrief.objects.exists()


def test_unknown_domain_leaves_a_brief_that_exists_as_it_was(desk):
    one = brief(section(empty_issue(), "Tides"))
    before = rows()
    values = {"sources-1-address": "https://unknown.example/story", "body": "<p>Low.</p>"}
    screen = desk.open(change(one)).click("Save", values)
    assert screen.beside("sources-1-outlet") == UNKNOWN
    assert screen.value("body") == "<p>Low.</p>"
    assert rows() == before


def test_chosen_outlet_stands_whatever_the_domain(desk):
    outlet("Harbour Ledger", "ledger.example")
    wire = Outlet.objects.create(name="Coast Wire")
    begin(desk, "https://ledger.example/wire-story", **{"sources-0-outlet": wire.pk})
    assert Source.objects.get().outlet == wire

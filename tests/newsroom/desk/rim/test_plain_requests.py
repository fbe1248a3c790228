"""Whatever stands in an address, a query or a form: no request ends in an error of ours."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from digest.models import Edition, Outlet, Person, Topic
from newsroom import press
from newsroom.models import JournalEntry
from newsroom.press.expecting import seen
from newsroom.refusals import Refused
from tests.factories import account, brief, issue, publication, section
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.rim.addresses import all_addresses, world
from tests.newsroom.desk.small import Small
from tests.tables import each

WRITTEN = "Sold\u202e before\x0bit\ufffe"
UNSEEN = "\u200b\u2800"
ODD = ["a\0b", "\ufffe", "9" * 4400, "9" * 19, "0", "99999", "-1", "²", "a\x0bb", "\u202e", "é"]


@pytest.fixture
def owner(db):
    publication()
    return Desk(account("owner", is_superuser=True))


@pytest.fixture
def reader(client, db):
    publication()
    return client


def asked(client: Client, address: str, **data: Any) -> int:
    client.raise_request_exception = False
    return client.get(address, data or None).status_code


def variants(address: str) -> set[str]:
    """The address with each step that names something exchanged for something odd."""
    steps = address.split("/")
    return {
        "/".join([*steps[:at], quote(odd), *steps[at + 1 :]])
        for at, step in enumerate(steps)
        for odd in ODD
        if re.search("[0-9]", step) or (step and not address.startswith(("/admin", "/preview")))
    }


READERS = [
    "/pictures/0123456789abcdef0123456789abcdef/480.jpg",
    "/topics/ports/",
    "/authors/ana/",
    "/archive/2431/",
    "/soundings/",
    "/soundings/archive/2431/",
    "/soundings/the-pilots/",
    "/soundings/the-pilots/versions/2/",
    "/feeds/all.rss",
]


@each("address", READERS)
def test_odd_steps_of_public_addresses_are_no_fault_of_ours(reader, address: str):
    for one in variants(address):
        assert asked(reader, one) in {200, 301, 302, 404, 410}, one[:200]


@each(
    ("address", "status"),
    [
        ("/pictures/a%00b/480.jpg", 404),
        (f"/pictures/{'a' * 32}/{'9' * 4400}.jpg", 404),
        (f"/pictures/{'a' * 32}/9999999999.jpg", 404),
        ("/archive/0/", 404),
        ("/archive/99999/", 404),
        ("/archive/9999/", 404),
        (f"/archive/{'1' * 5000}/", 404),
        (f"/soundings/the-pilots/versions/{'9' * 30}/", 404),
    ],
)
def test_what_no_row_can_hold_is_not_found(reader, address: str, status: int):
    assert asked(reader, address) == status


def test_odd_steps_of_the_desks_addresses_are_no_fault_of_ours(owner):
    found = [one.address for one in all_addresses(world())]
    tried = set().union(*map(variants, found))
    assert len(tried) > 500
    for address in sorted(tried):
        assert asked(owner.client, address) < 500, address[:200]


PARAMETERS = ["q", "page", "p", "o", "at", "to", "against", "series", "by", "verb", "subject",
              "series__id__exact", "id__exact", "kind__exact", "at__year", "at__month", "e", "all",
              "_changelist_filters", "_to_field", "term", "domains", "staff", "next"]  # fmt: skip


LISTS = ["digest/outlet", "digest/person", "digest/topic", "digest/series", "digest/notice",
         "newsroom/issue", "newsroom/photo", "newsroom/label", "newsroom/journalentry",
         "auth/user", "auth/group"]  # fmt: skip


def test_odd_queries_are_no_fault_of_ours(owner):
    for address in {one.address for one in all_addresses(world()) if one.rights["GET"]}:
        for odd in ("a\0b", "9" * 4400, "\ud83d"):
            assert status(owner.client, address, dict.fromkeys(PARAMETERS[:12], odd)) < 500


@pytest.mark.parametrize("listed", LISTS)
@each("name", PARAMETERS)
def test_odd_queries_of_lists_are_no_fault_of_ours(owner, listed: str, name: str):
    for odd in ("a\0b", "9" * 4400, "a b " * 300):
        assert status(owner.client, f"/admin/{listed}/", {name: odd}) < 500, odd


def test_odd_queries_of_readers_are_no_fault_of_ours(reader):
    for odd in ODD:
        for address in ("/", "/topics/ports/", "/archive/", "/feeds/all.rss"):
            assert asked(reader, address, page=odd, q=odd) < 500


def status(client: Client, address: str, query: dict[str, str]) -> int:
    client.raise_request_exception = False
    words = "&".join(f"{name}={quote(text, errors='replace')}" for name, text in query.items())
    return client.get(f"{address}?{words}").status_code


@pytest.mark.parametrize("what", ["people", "topics", "outlets", "photos", "issues"])
def test_suggestions_are_asked_for_in_plain_words(owner, what: str):
    Person.objects.create(name="José Prata", slug="jose")
    draft = issue()
    small = Small(owner, draft)
    base = f"/admin/newsroom/issue/suggest/{what}/?q="
    assert small.get(f"{base}%00%0b").status == 200
    found = small.get(base + quote("Jose\u0301\0"))
    assert found.status == 200
    offered = [one.attributes["value"] for one in found.root.all("option")]
    assert offered == (["José Prata"] if what == "people" else [])


def test_each_raw_field_of_the_screen_is_plain(owner):
    draft = issue()
    one, small = brief(section(draft, "Tides")), Small(owner, draft)
    key = str(one.sources.get().uid)
    small.save(draft, title=WRITTEN, dek=WRITTEN)
    small.save(draft, do=f"person:{WRITTEN}")
    small.save(draft, **{"new-topic": WRITTEN, "do": "topic"})
    small.save(one, **{f"source-{key}-reporter": WRITTEN, f"source-{key}-outlet": WRITTEN})
    small.save(one, **{f"source-{key}-outlet": WRITTEN, "do": f"outlet:{key}"})
    small.save(draft.analysis, body=f"<p>{WRITTEN}</p>")
    draft.refresh_from_db()
    assert draft.title == "Sold before it"
    assert draft.dek == "Sold before\nit"
    assert draft.analysis.body == "<p>Sold before it</p>"
    assert Person.objects.filter(name="Sold before it").exists()
    assert Topic.objects.filter(name="Sold before it").exists()
    assert Outlet.objects.filter(name="Sold before it").exists()
    assert one.sources.get().reporter == "Sold before it"
    for sign in ("\0", UNSEEN):
        data = {"byline-name": sign, "byline-role": "author", "topic": sign, "new-topic": sign}
        assert small.save(draft, **{**data, "do": f"person:{sign}"}).status == 200
        assert small.save(one, **{"source": key, f"source-{key}-address": sign}).status == 200
        assert small.post(f"{small.base}pictures/", {"photo": sign}).status == 422
        for verb in ("move", "restore", "tray", "copy"):
            sent = {"after": sign, "section": sign, "brief": sign}
            assert small.post(small.at(one, f"{verb}/"), sent).status < 500
    assert not Person.objects.filter(name="").exists()


def test_a_title_in_which_nothing_can_be_seen_is_none(owner):
    draft = issue()
    Small(owner, draft).save(draft, title=UNSEEN)
    draft.refresh_from_db()
    assert draft.title == ""


def test_odd_cookies_are_nobodys(db, client):
    publication()
    for address in ("/admin/", "/preview/issues/1/", "/"):
        odd = {"cookie": 'sessionid="aaaaaaaa\\000aaaa"; csrftoken="a\\000b"'}
        client.raise_request_exception = False
        assert client.get(address, headers=odd).status_code in {200, 302}
        assert client.post(address, {"a": "b"}, headers=odd).status_code < 500


def test_passwords_stay_as_they_are(db, client):
    person = account("ana")
    person.set_password(" \u200bsecret\x0b\u202e ")
    person.save()
    sent = {"username": "ana", "password": " \u200bsecret\x0b\u202e "}
    assert client.post("/admin/login/?next=/admin/", sent).status_code == 302
    for odd in ("a\0b", "\ufffe"):
        assert asked(client, "/admin/login/", next=odd) < 500
        assert client.post("/admin/login/", {"username": odd, "password": odd}).status_code < 500


def test_the_press_keeps_notes_and_reasons_plain_and_refuses_unseen_ones(owner):
    draft = issue()
    press.arm(draft, by=owner.user, expecting=seen(draft))
    second = press.arm(
        draft, by=owner.user, expecting=seen(draft), kind="correction", note=WRITTEN,
        override=WRITTEN,
    )  # fmt: skip
    assert (second.note, Edition.objects.get(pk=second.pk).note) == ("Sold before\nit",) * 2
    assert JournalEntry.objects.filter(reason="Sold before\nit").exists()
    draft.refresh_from_db()
    for verb, about in ((press.withdraw, draft.folio), (press.suppress, second)):
        with pytest.raises(Refused):
            verb(about, by=owner.user, expecting=seen(draft), reason=UNSEEN)
    with pytest.raises(Refused):
        press.arm(draft, by=owner.user, expecting=seen(draft), kind="update", note=UNSEEN)
    press.withdraw(draft.folio, by=owner.user, expecting=seen(draft), reason=WRITTEN)
    assert JournalEntry.objects.filter(verb="issue.withdrawn", reason="Sold before\nit").exists()

"""Addresses and prefixes that are typed on the screen: kept as typed, said, never linked to."""

from __future__ import annotations

import pytest

from digest.models import Edition, Outlet, OutletDomain
from newsroom.models import NewsBrief, PhotoCredit
from tests.factories import HOUR, issue, pressed, series, small_photo, top_picture
from tests.newsroom.desk import staff
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change
from tests.newsroom.desk.small import Small
from tests.newsroom.press.verbs import rearmed

HOSTILE = "javascript:alert(1)"


@pytest.mark.parametrize("name", ["licence_address", "source_address"])
def test_address_of_a_credit_is_kept_said_and_never_linked_to(desk, name):
    draft = issue()
    use = top_picture(draft, small_photo())
    writer = Small(Desk(staff.writer()), draft)
    assert writer.save(use, licence="By", **{name: HOSTILE}).status == 200
    assert getattr(PhotoCredit.objects.get(), name) == HOSTILE
    page = desk.open(change(draft)).root
    lines = page.one("ul", id=f"findings-{use.uid}").all("li")
    assert ["is no full web address" in one.words for one in lines] == [True]
    assert HOSTILE not in [
        one.attributes.get("href") for one in desk.open(draft.preview_address).root.all("a")
    ]
    opened = writer.get(writer.at(use)).root
    assert "open" in opened.one("details").attributes
    writer.save(use, **{name: "https://licences.example/by"})
    page = desk.open(change(draft)).root
    assert page.one("ul", id=f"findings-{use.uid}").all("li") == []


def test_form_of_the_photo_refuses_such_an_address_beside_its_field(desk):
    photo = small_photo()
    screen = desk.open(change(photo)).click("Save", {"credit-0-licence_address": HOSTILE})
    assert "Write a full web address" in screen.beside("credit-0-licence_address")
    assert PhotoCredit.objects.get().licence_address == ""


PREFIXED = "Harbour Watch – the pilots go home"


def test_button_takes_a_repeated_prefix_out_of_the_title(desk):
    draft = issue(series(title_prefix="Harbour Watch"))
    small = Small(desk, draft)
    answer = small.save(draft, title=PREFIXED)
    offer = answer.root.one(id=f"prefix-{draft.uid}")
    assert "“Harbour Watch” stands before the title already." in offer.words
    assert offer.one("button").attributes["data-do"] == "prefix"
    assert "data-do" in small.get(small.at(draft)).response.content.decode()
    answer = small.save(draft, do="prefix")
    draft.refresh_from_db()
    assert draft.title == "the pilots go home"
    field = answer.root.one("input", name="title")
    assert field.attributes["value"] == draft.title
    assert field.attributes["data-hx-swap-oob"] == "true"
    assert field.attributes["id"] == f"issue-{draft.pk}-title"
    assert answer.root.one(id=f"prefix-{draft.uid}").words == ""


@pytest.mark.parametrize(
    "values",
    [{"title": PREFIXED, "show_prefix": None}, {"title": "The pilots"}, {"title": "Harbour Watch"}],
)
def test_no_button_where_nothing_is_repeated_or_nothing_would_be_left(desk, values):
    draft = issue(series(title_prefix="Harbour Watch"))
    small = Small(desk, draft)
    answer = small.save(draft, **values)
    assert answer.root.one(id=f"prefix-{draft.uid}").words == ""
    small.save(draft, do="prefix", **values)
    draft.refresh_from_db()
    assert draft.title in {values["title"], "the pilots go home"}
    assert draft.title


def test_second_outlet_of_a_host_of_one_label_is_added(desk):
    draft = issue()
    one = NewsBrief.objects.get(section__issue=draft)
    small = Small(desk, draft)
    for number, name in enumerate(["Harbour desk", "Pilots' desk"]):
        data = small.open(one)
        key = data["source"][-1]
        data |= {
            f"source-{key}-address": f"https://intranet:8080/{number}",
            f"source-{key}-outlet": name,
            "do": f"outlet:{key}",
        }
        assert small.save(one, data).status == 200
    assert [row.domain for row in OutletDomain.objects.filter(domain="intranet")] == ["intranet"]
    assert Outlet.objects.for_address("https://intranet/c").name == "Harbour desk"
    assert Outlet.objects.filter(name="Pilots' desk").exists()
    cited = [source.outlet.name for source in one.sources.order_by("position")][-2:]
    assert cited == ["Harbour desk", "Pilots' desk"]


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        ("https://intranet/b", "intranet"),
        ("https://live.example.org/b", "live.example.org"),
        ("https://[2001:db8::1]:8443/b", ""),
        ("https://192.0.2.10/b", ""),
    ],
)
def test_new_outlet_is_offered_where_the_host_says_a_name(desk, address, offered):
    draft = issue()
    one = NewsBrief.objects.get(section__issue=draft)
    small = Small(desk, draft)
    data = small.open(one)
    key = data["source"][-1]
    answer = small.save(one, {**data, f"source-{key}-address": address})
    said = answer.root.one(id=f"offer-{key}").words
    assert (f"Add “{offered}”" in said) == bool(offered)
    assert "full web address" not in said


def test_text_frozen_before_is_pressed_again_whatever_the_credit_says_now(db):
    draft = issue()
    top_picture(draft, small_photo())
    first = pressed(draft)
    PhotoCredit.objects.update(licence_address=HOSTILE)
    now = first.live_from + HOUR
    again = rearmed(first, now=now, kind="update", note="Once more.")
    assert Edition.objects.get(pk=again.pk).fingerprint == first.fingerprint

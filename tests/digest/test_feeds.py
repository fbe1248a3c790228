"""RSS and Atom: the newest issues in full, under ids that never change."""

from __future__ import annotations

from datetime import datetime
from html import unescape

import pytest
from django.contrib.auth.models import User

from newsroom import press
from newsroom.models import Byline, Issue
from newsroom.press.expecting import seen
from tests import factories
from tests.bench.shelf import shelve
from tests.digest.conftest import Ask
from tests.digest.pagetext import body, page, tree, xml
from tests.factories import DAY, HOUR, T0

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
ILLEGAL = "Fog\x0bat\x01noon\ufffe"


def atom(ask: Ask, moment: datetime = T0, address: str = "/feeds/all.atom", **headers: str):
    answer = ask(address, moment, **headers)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    return xml(answer)


def rss(ask: Ask, moment: datetime = T0, address: str = "/feeds/all.rss", **headers: str):
    answer = ask(address, moment, **headers)
    assert answer["Content-Type"] == "application/rss+xml; charset=utf-8"
    return xml(answer).find("channel")


def entry(ask: Ask, moment: datetime = T0):
    entries = atom(ask, moment).findall(f"{ATOM}entry")
    assert len(entries) == 1
    return entries[0]


def test_an_atom_entry_has_everything(ask: Ask):
    factories.publication()
    draft = factories.issue(title="Fog at noon")
    factories.pressed(draft)
    one = entry(ask)
    address = f"http://localhost{draft.folio.get_absolute_url()}"
    assert one.findtext(f"{ATOM}id") == f"urn:uuid:{draft.folio.uid}"
    assert one.findtext(f"{ATOM}title") == "Harbour Watch: Fog at noon"
    assert one.find(f"{ATOM}link").attrib == {"href": address, "rel": "alternate"}
    assert one.findtext(f"{ATOM}published") == "2431-03-06T15:00:00+00:00"
    assert one.findtext(f"{ATOM}updated") == "2431-03-06T15:00:00+00:00"
    assert one.findtext(f"{ATOM}author/{ATOM}name") == draft.bylines.get().person.name
    assert [c.attrib["term"] for c in one.findall(f"{ATOM}category")] == [draft.topics.get().name]
    content = one.find(f"{ATOM}content")
    assert content.attrib == {"type": "html"}
    words = tree(content.text).words
    assert "The pilots said they were tired." in words
    assert "In other news A dredger sank." in words


def test_an_rss_item_has_everything(ask: Ask):
    draft = factories.issue(title="Fog at noon")
    factories.pressed(draft)
    (item,) = rss(ask).findall("item")
    address = f"http://localhost{draft.folio.get_absolute_url()}"
    assert item.findtext("title") == "Harbour Watch: Fog at noon"
    assert item.findtext("link") == address
    assert item.find("guid").text == f"urn:uuid:{draft.folio.uid}"
    assert item.find("guid").attrib == {"isPermaLink": "false"}
    assert item.findtext("pubDate") == "Thu, 06 Mar 2431 15:00:00 +0000"
    assert item.findtext(CREATOR) == draft.bylines.get().person.name
    assert item.find("author") is None
    assert "The pilots said they were tired." in tree(item.findtext(CONTENT)).words


@pytest.mark.parametrize("slug", ["all", "harbour-watch"])
def test_a_feed_names_itself_and_its_page(ask: Ask, slug: str):
    factories.publication()
    one = factories.series(slug="harbour-watch", name="The Watch")
    factories.pressed(factories.issue(one))
    title = "Strait and Sound" if slug == "all" else "Strait and Sound: The Watch"
    home = "http://localhost/" if slug == "all" else "http://localhost/harbour-watch/"

    feed = atom(ask, address=f"/feeds/{slug}.atom")
    links = {link.attrib["rel"]: link.attrib["href"] for link in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"http://localhost/feeds/{slug}.atom", "alternate": home}
    assert feed.findtext(f"{ATOM}id") == f"http://localhost/feeds/{slug}.atom"
    assert feed.findtext(f"{ATOM}title") == title

    channel = rss(ask, address=f"/feeds/{slug}.rss")
    assert channel.findtext("title") == title
    assert channel.findtext("link") == home
    assert channel.find(f"{ATOM}link").attrib == {
        "href": f"http://localhost/feeds/{slug}.rss",
        "rel": "self",
    }
    assert channel.findtext("language") == "en"


def test_a_feed_of_a_series_holds_only_its_issues(ask: Ask):
    one, other = factories.series(slug="one"), factories.series(slug="other")
    factories.pressed(factories.issue(one, title="Ours"))
    factories.pressed(factories.issue(other, title="Theirs"))
    titles = [
        e.findtext(f"{ATOM}title")
        for e in atom(ask, address="/feeds/one.atom").findall(f"{ATOM}entry")
    ]
    assert titles == ["Harbour Watch: Ours"]
    assert ask("/feeds/nowhere.atom").status_code == 404


def test_a_feed_holds_the_twenty_newest(ask: Ask):
    shelf = shelve(factories.series(), 25)
    expected = [f"Issue {number}" for number in range(25, 5, -1)]
    entries = atom(ask, shelf.until).findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title") for one in entries] == expected
    items = rss(ask, shelf.until).findall("item")
    assert [one.findtext("title") for one in items] == expected


def test_a_correction_moves_updated_and_nothing_else(ask: Ask):
    draft = factories.issue()
    factories.pressed(draft)
    factories.corrected(draft, now=T0 + DAY, note="The pier was the north one.")
    before, after = entry(ask, T0), entry(ask, T0 + DAY)
    assert after.findtext(f"{ATOM}updated") == "2431-03-07T15:00:00+00:00"
    for name in ("id", "published", "title"):
        assert after.findtext(f"{ATOM}{name}") == before.findtext(f"{ATOM}{name}")
    assert "The pier was the north one." in after.findtext(f"{ATOM}content")
    (item,) = rss(ask, T0 + DAY).findall("item")
    assert item.findtext("pubDate") == "Thu, 06 Mar 2431 15:00:00 +0000"


def test_a_minor_change_does_not_move_updated(ask: Ask):
    draft = factories.issue(title="Fog at non")
    factories.pressed(draft)
    Issue.objects.filter(pk=draft.pk).update(title="Fog at noon")
    factories.corrected(draft, now=T0 + DAY, kind="minor", note="")
    after = entry(ask, T0 + DAY)
    assert after.findtext(f"{ATOM}title") == "Harbour Watch: Fog at noon"
    assert after.findtext(f"{ATOM}updated") == "2431-03-06T15:00:00+00:00"
    assert atom(ask, T0 + DAY).findtext(f"{ATOM}updated") == "2431-03-06T15:00:00+00:00"


def test_a_minor_change_after_a_correction_keeps_the_corrections_moment(ask: Ask):
    draft = factories.issue()
    factories.pressed(draft)
    factories.corrected(draft, now=T0 + HOUR)
    factories.corrected(draft, now=T0 + DAY, kind="minor", note="")
    assert entry(ask, T0 + DAY).findtext(f"{ATOM}updated") == "2431-03-06T16:00:00+00:00"


def test_an_armed_correction_does_not_move_updated_before_its_time(ask: Ask):
    draft = factories.issue()
    factories.pressed(draft)
    factories.corrected(draft, T0 + DAY, now=T0 + HOUR)
    moment = T0 + DAY - factories.TICK
    assert entry(ask, moment).findtext(f"{ATOM}updated") == "2431-03-06T15:00:00+00:00"


def test_an_issue_that_returns_keeps_its_id(ask: Ask):
    draft = factories.issue()
    edition = factories.pressed(draft)
    before = entry(ask).findtext(f"{ATOM}id")
    press.withdraw(
        edition.folio,
        by=User.objects.get(username="presser"),
        expecting=seen(draft, at=T0 + HOUR),
        reason="libel",
        now=T0 + HOUR,
    )
    assert atom(ask, T0 + HOUR).findall(f"{ATOM}entry") == []
    factories.corrected(draft, now=T0 + DAY)
    assert entry(ask, T0 + DAY).findtext(f"{ATOM}id") == before


def test_addresses_do_not_follow_the_host_that_was_asked(ask: Ask):
    draft = factories.issue()
    factories.top_picture(draft, factories.small_photo())
    factories.pressed(draft)
    for address in ("/feeds/all.atom", "/feeds/all.rss", "/sitemap.xml", "/robots.txt", "/"):
        asked = ask(address, Host="127.0.0.1:9999", X_Forwarded_Host="evil.example")
        assert asked.status_code == 200
        assert b"9999" not in body(asked)
        assert b"evil.example" not in body(asked)
        assert body(asked) == body(ask(address))
    assert 'src="http://localhost/pictures/' in entry(ask).findtext(f"{ATOM}content")


def test_pictures_and_credits_are_in_the_text(ask: Ask):
    draft = factories.issue()
    factories.top_picture(draft, factories.small_photo())
    factories.pressed(draft)
    figure = tree(entry(ask).findtext(f"{ATOM}content")).one("figure")
    assert figure.one("img").attributes["alt"] == "A crane over still water"
    assert figure.one(class_="credit").words == "Picture: Rui Barros"


def test_a_plain_dek_is_never_read_as_markup(ask: Ask):
    dek = "Ships < 20 m & <b>boats</b> <img src=x onerror=alert(1)>"
    factories.pressed(factories.issue(dek=dek))
    summary = entry(ask).find(f"{ATOM}summary")
    text = summary.text if summary.attrib.get("type", "text") == "text" else unescape(summary.text)
    assert text == dek
    if summary.attrib.get("type") == "html":
        assert "<" not in summary.text
    # RSS has no type: readers take a description as HTML.
    description = rss(ask).findall("item")[0].findtext("description")
    assert "<" not in description
    assert unescape(description) == dek


@pytest.mark.parametrize("field", ["title", "dek"])
def test_a_control_in_a_plain_text_breaks_no_feed(ask: Ask, field: str):
    factories.pressed(factories.issue(**{field: ILLEGAL}))
    for address in ("/feeds/all.atom", "/feeds/all.rss"):
        answer = ask(address)
        assert answer.status_code == 200
        words = "".join(xml(answer).itertext())
        assert "Fog" in words


def test_a_control_in_a_rich_text_breaks_no_feed(ask: Ask):
    draft = factories.issue()
    factories.brief(factories.section(draft), "<p>Fog&#11;at&#1;noon&#xfffe;</p>")
    factories.pressed(draft)
    for address in ("/feeds/all.atom", "/feeds/all.rss"):
        answer = ask(address)
        assert answer.status_code == 200
        assert "Fog" in "".join(xml(answer).itertext())


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_feed_without_an_issue_is_the_same_each_time(ask: Ask, kind: str):
    factories.publication()
    factories.series(slug="harbour-watch")
    for slug in ("all", "harbour-watch"):
        first = ask(f"/feeds/{slug}.{kind}")
        later = ask(f"/feeds/{slug}.{kind}", T0 + DAY, If_None_Match=first["ETag"])
        assert (first.status_code, later.status_code) == (200, 304)
        told = {"rss": "Thu, 01 Jan 1970 00:00:00 +0000", "atom": "1970-01-01T00:00:00+00:00"}
        assert told[kind] in body(first).decode()


def test_a_feed_names_who_signs_as_the_page_does(ask: Ask):
    draft = factories.issue()
    names = [("Ines Duarte", "author"), ("Rui Barros", "author"), ("Jo Li", "with")]
    names += [("Ida Solheim", "editor"), ("Thuy Delorme", "illustration")]
    draft.bylines.all().delete()
    for number, (name, role) in enumerate(names, 1):
        one = factories.person(name)
        Byline.objects.create(issue=draft, person=one, role=role, position=1024 * number)
    factories.pressed(draft)
    said = page(ask(draft.folio.get_absolute_url())).one(class_="byline").words
    assert said == (
        "By Ines Duarte and Rui Barros with Jo Li "
        "Edited by Ida Solheim Illustration by Thuy Delorme"
    )
    (item,) = rss(ask).findall("item")
    author = "Ines Duarte and Rui Barros with Jo Li"
    assert item.findtext(CREATOR) == author
    assert entry(ask).findtext(f"{ATOM}author/{ATOM}name") == author
    for content in (item.findtext(CONTENT), entry(ask).findtext(f"{ATOM}content")):
        assert said in tree(content).words

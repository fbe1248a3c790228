"""Wherever a picture stands, its maker stands beside it, and the size is that of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from digest.models import Rendition
from newsroom import press
from newsroom.models import Issue, IssueTopic, PhotoCredit, PhotoUse
from tests import factories
from tests.digest.conftest import Ask
from tests.digest.pagetext import Element, text, tree, xml
from tests.digest.visitor import Answer
from tests.factories import DAY, HOUR, T0

pytestmark = pytest.mark.django_db

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
ATOM = "{http://www.w3.org/2005/Atom}content"


@pytest.fixture
def makers() -> dict[str, str]:
    """Key of a picture -> what has to stand beside it."""
    return {}


@pytest.fixture
def places(makers: dict[str, str]) -> dict[str, str]:
    """Every kind of page on which a picture can stand: its name -> its address."""
    factories.publication()
    weekly = factories.series(slug="weekly")
    topic, person = factories.topic("Tides"), factories.person("Ines Duarte")

    def named(creator: str) -> PhotoUse:
        photo = factories.small_photo(credit=creator)
        PhotoCredit.objects.filter(photo=photo).update(agency="Quayside", licence="CC BY 4.0")
        makers[photo.picture.key] = f"Picture: {creator} / Quayside, CC BY 4.0"
        return PhotoUse(photo=photo, alt="A gauge")

    drafts = []
    for number, name in enumerate(["Rui Barros", "Ida Solheim"]):
        draft = factories.issue(weekly)
        draft.bylines.update(person=person)
        IssueTopic.objects.filter(content_object=draft).update(tag=topic)
        factories.top_picture(draft, named(name).photo)
        if drafts:
            use = named("Thuy Delorme")
            use.card = factories.foreign_card(draft)
            factories.part(use)
            factories.own_card(draft, drafts[0])
        factories.pressed(draft, now=T0 - (2 - number) * DAY)
        drafts.append(draft)
    older, newer = drafts
    PhotoUse.objects.filter(issue=newer).update(photo=named("Jo Li").photo)
    # The photo's credit is another by now: what was printed stays.
    PhotoCredit.objects.filter(creator="Rui Barros").update(creator="Somebody else")
    factories.corrected(newer, now=T0)
    return {
        "home": "/",
        "series": "/weekly/",
        "topic": topic.get_absolute_url(),
        "author": person.get_absolute_url(),
        "issue": newer.folio.get_absolute_url(),
        "version": f"{newer.folio.get_absolute_url()}versions/1/",
        "preview": f"/preview/issues/{newer.pk}/",
        "notice on home": f"/preview/notices/{factories.notice().pk}/",
        "notice on an issue": f"/preview/notices/{factories.notice(series=weekly).pk}/",
        "rss": "/feeds/all.rss",
        "atom": "/feeds/weekly.atom",
        "archive": "/archive/2431/",
        "gone": withdrawn(older.series),
    }


def withdrawn(weekly: object) -> str:
    """The address of an issue that is no longer there."""
    draft = factories.issue(weekly)
    factories.top_picture(draft, factories.small_photo())
    factories.pressed(draft, now=T0 - 3 * DAY)
    press.withdraw(
        draft.folio,
        by=User.objects.get(username="presser"),
        expecting=factories.seen(draft, at=T0 - 2 * DAY),
        reason="A court asked.",
        now=T0 - 2 * DAY,
    )
    return str(draft.folio.get_absolute_url())


#: How many pictures stand there: lists show each issue's own, an issue also those of its cards.
PICTURES = {
    "home": 2,
    "series": 2,
    "topic": 2,
    "author": 2,
    "issue": 3,
    "version": 3,
    "preview": 3,
    "notice on home": 2,
    "notice on an issue": 3,
    "rss": 2,
    "atom": 2,
    "archive": 0,
    "gone": 0,
}


def markup(answer: Answer) -> list[Element]:
    """The page, or the texts of a feed."""
    if b"<html" in text(answer).encode():
        return [tree(text(answer))]
    root = xml(answer)
    return [tree(one.text or "") for tag in (CONTENT, ATOM) for one in root.iter(tag)]


def figures(found: list[Element]) -> Iterator[tuple[Element, Element | None]]:
    """Each picture with the figure that it stands in."""
    for root in found:
        framed = {id(img): figure for figure in root.all("figure") for img in figure.all("img")}
        for img in root.all("img"):
            yield img, framed.get(id(img))


def key_of(img: Element) -> str:
    match = re.search(r"/pictures/([0-9a-f]{32})/", unescape(img.attributes["src"]))
    assert match, img
    return match[1]


@pytest.fixture
def answers(ask: Ask, places: dict[str, str]) -> dict[str, list[Element]]:
    """Every place as it is shown, the desk's own to somebody who may press."""
    staff = Client()
    staff.force_login(factories.account("boss", is_superuser=True))
    found = {}
    for name, address in places.items():
        answer = ask(address, T0 + HOUR)
        if address.startswith("/preview/"):
            answer = staff.get(address)
        found[name] = markup(answer)
    return found


def test_the_maker_stands_beside_every_picture(
    answers: dict[str, list[Element]], makers: dict[str, str]
):
    without, counted = [], {}
    for name, found in answers.items():
        shown = list(figures(found))
        counted[name] = len(shown)
        for img, figure in shown:
            credit = figure.all(class_="credit") if figure else []
            said = [one.words for one in credit]
            if said != [makers[key_of(img)]]:
                without.append((name, makers[key_of(img)], said))
    assert counted == PICTURES
    assert without == []


def test_the_size_of_a_picture_is_that_of_the_file_it_names(ask: Ask):
    factories.publication()
    draft = factories.issue()
    factories.top_picture(draft, factories.photo())
    card = factories.foreign_card(draft)
    factories.part(PhotoUse(card=card, photo=factories.photo(), alt="A gauge"))
    factories.pressed(draft)
    wrong, seen = [], 0
    for address in ("/", draft.folio.get_absolute_url(), "/feeds/all.rss", "/feeds/all.atom"):
        for img, _ in figures(markup(ask(address, T0 + HOUR))):
            width = int(img.attributes["src"].rpartition("/")[2].removesuffix(".jpg"))
            file = Rendition.objects.get(picture__key=key_of(img), width=width)
            said = img.attributes["width"], img.attributes["height"]
            seen += 1
            if said != (str(file.width), str(file.height)):
                wrong.append((address, said, (file.width, file.height)))
    assert seen == 5
    assert wrong == []


def test_a_list_reads_the_makers_with_the_issues(ask: Ask, django_assert_max_num_queries):
    weekly = factories.series(slug="weekly")
    for number in range(8):
        draft: Issue = factories.issue(weekly)
        factories.top_picture(draft, factories.small_photo())
        factories.pressed(draft, now=T0 - (number + 1) * HOUR)
    for address in ("/", "/weekly/"):
        with django_assert_max_num_queries(8):
            assert text(ask(address)).count("Rui Barros") == 8


def test_no_other_template_of_the_readers_shows_a_picture():
    folder = settings.BASE_DIR / "templates"
    found = [*folder.glob("parts/*.html"), *folder.glob("reader/*.html"), folder / "base.html"]
    pictured = {
        one.name for one in found if "<img" in one.read_text() or "<source" in one.read_text()
    }
    assert pictured == {"figure.html", "thumb.html"}

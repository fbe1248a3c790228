"""What a page weighs on the wire: as a whole issue, as a full home page, with its sheets."""

from __future__ import annotations

import gzip
import random
import re
from pathlib import Path

import pytest
from django.conf import settings

from newsroom.models import LeadAnalysis, NewsBrief, PhotoUse
from tests import factories
from tests.bench.shelf import shelve
from tests.digest.conftest import Ask
from tests.digest.pagetext import page, text
from tests.digest.visitor import Answer
from tests.factories import DAY, T0

pytestmark = pytest.mark.django_db

#: The most that a page, and all its sheets together, may weigh in bytes, packed by gzip.
PAGE = 15_000
SHEETS = 12_000

#: Prose packs to a third; so do words that come by chance from a list of this length.
WORDS = (
    "harbour office pilot vessel tide gauge mole quay insurer strait ballast lantern ferry dredger "
    "master owner council court vote rule month winter morning fog current anchor cable rope crane "
    "herring quota licence notice channel buoy wreck salvage tug crew wage strike berth dock paper "
    "told wrote asked moved closed opened carried counted refused signed measured lost found kept "
    "under across between before after without against nobody everybody seldom always twice north "
    "south outer inner narrow early late empty heavy foreign public second third hundred seven"
)


def prose(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS.split(), k=words)).capitalize() + "."


def weight(answer: Answer) -> int:
    return len(gzip.compress(text(answer).encode(), 6))


def test_a_full_issue_is_light(ask: Ask):
    chance = random.Random(1)
    factories.publication()
    weekly = factories.series()
    others = [factories.issue(weekly, title=prose(chance, 9), dek=prose(chance, 16)) for _ in "67"]
    for number, other in enumerate(others):
        factories.top_picture(other, factories.photo())
        factories.pressed(other, now=T0 - (2 - number) * DAY)
    shelve(weekly, 5, first=20)
    draft = factories.issue(weekly, title=prose(chance, 9), dek=prose(chance, 16))
    paragraphs = "".join(f"<p>{prose(chance, 70)}</p>" for _ in range(8))
    LeadAnalysis.objects.filter(issue=draft).update(body=paragraphs)
    factories.top_picture(draft, factories.photo())
    place = draft.sections.get()
    for _ in range(5):
        brief = factories.brief(place, f"<p>{prose(chance, 65)}</p>", title=prose(chance, 5))
        factories.source(brief, outlet=factories.outlet())
    card = factories.foreign_card(draft, opening=f"<p>{prose(chance, 60)}</p>")
    factories.part(PhotoUse(card=card, photo=factories.small_photo(), alt="A gauge"))
    for other in others:
        factories.own_card(draft, other)
    factories.pressed(draft)
    answer = ask(draft.folio.get_absolute_url(), T0)
    found = page(answer)
    assert NewsBrief.objects.filter(section__issue=draft).count() == 6
    assert len(found.one(class_="lead").all("p")) == 8
    assert len(found.all("article", class_="card")) == 3
    assert len(found.one(class_="related").all("img")) == 3
    assert weight(answer) <= PAGE


def test_lists_are_light(ask: Ask):
    factories.publication()
    weekly = factories.series(slug="weekly")
    shelved = shelve(weekly, 900)
    addresses = ["/", "/weekly/", "/archive/", "/archive/2431/", shelved.topic.get_absolute_url()]
    weights = {address: weight(ask(address, shelved.until)) for address in addresses}
    assert {at: bytes_ for at, bytes_ in weights.items() if bytes_ > PAGE} == {}


def test_the_sheets_of_a_page_are_light_together(ask: Ask):
    links = page(ask("/")).all("link", rel="stylesheet")
    paths = [link.attributes["href"].removeprefix(settings.STATIC_URL) for link in links]
    names = [re.sub(r"\.[0-9a-f]{12}(?=\.css$)", "", path) for path in paths]
    files = [Path(settings.BASE_DIR, "static", name) for name in names]
    assert len(files) >= 1
    assert sum(len(gzip.compress(file.read_bytes(), 6)) for file in files) <= SHEETS

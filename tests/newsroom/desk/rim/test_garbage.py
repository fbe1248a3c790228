"""Garbage in a request costs whoever sends it a refusal, and never an error page."""

from __future__ import annotations

import random

import pytest
from django.db import transaction
from django.test import Client

from digest.models import Notice
from newsroom.desk.screen import conflicts
from newsroom.desk.screen.kinds import KINDS
from newsroom.models import Issue, Photo
from newsroom.press.expecting import Expecting
from newsroom.writing.saving import save_part
from tests.factories import account, issue, publication
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, press, rows
from tests.newsroom.desk.rim import garbage
from tests.newsroom.desk.rim.everywhere import Everything, Hand, forms
from tests.newsroom.desk.small import Small
from tests.tables import each


def wrong(hand: Hand, request: garbage.Request, before: dict) -> str:
    """What is wrong with the answer to a request, or ""; what it has written is taken back."""
    with transaction.atomic():
        answer = hand.send(request.method, request.address, request.data)
        is_refused = request.method == "GET" or answer.status_code >= 400
        moved = [] if answer.status_code >= 500 or not is_refused else moved_since(before)
        transaction.set_rollback(True)
    if answer.status_code >= 500:
        return f"{request}: {answer.status_code} {hand.raised[-600:]}"
    return f"{request}: {answer.status_code}, and {moved} changed" if moved else ""


def moved_since(before: dict) -> list[str]:
    after = rows()
    return [label for label in after if after[label] != before[label] and label != SESSIONS]


#: Where a message waits for the next page.
SESSIONS = "sessions.Session"


@pytest.mark.soak
def test_garbage_is_refused_and_changes_nothing(db, soaking):
    seed = random.SystemRandom().randrange(10**6) if soaking else 7
    chance = garbage.Chance(seed, times=3 if soaking else 1)
    everything = Everything()
    hand, places = Hand(everything.owner), everything.places()
    rendered = forms(hand, places)
    asked = [*chance.of_places(places), *chance.of_forms(rendered)]
    some = asked if soaking else random.Random(seed).sample(asked, SAMPLE)
    before = rows()
    found = [wrong(hand, one, before) for one in [*garbage.surely(places, rendered), *some]]
    assert (seed, [one for one in found if one]) == (seed, [])


#: How many of the requests by chance are sent where nobody soaks.
SAMPLE = 100


@each("text", [*garbage.SHOWN, *garbage.NUMBERS, ""])
def test_what_is_no_such_text_was_never_shown(text):
    assert Expecting.from_json(text) == Expecting(-1, -1)
    assert Expecting.from_json(Expecting(2, None, "x").to_json()) == Expecting(2, None, "x")


@pytest.mark.parametrize("version", garbage.NUMBERS, ids=lambda text: text[:20])
def test_version_of_a_text_that_was_never_shown_takes_nothing_from_anybody(db, version):
    publication()
    lead = issue().analysis
    small = Small(Desk(account("owner", is_superuser=True)), lead.whole)
    typed = {**small.open(lead), "body": ["<p>Mine.</p>"], "merge": ["1"]}
    form = KINDS["lead"].form(lead, {name: sent[0] for name, sent in typed.items()})
    assert form.is_valid()
    save_part(lead, seen=lead.version, values={"body": "<p>Theirs.</p>"})
    answered = {"conflict-digest": conflicts.digest_of(form), "conflict-version": version}
    assert small.post(small.at(lead), {**typed, **answered}).status == 409
    lead.refresh_from_db()
    assert lead.body == "<p>Theirs.</p>"


def test_small_request_by_somebody_else_is_told_so(db):
    everything = Everything()
    client = Client()
    client.force_login(everything.owner)
    address = f"{change(everything.live).removesuffix('change/')}screen/side/"
    assert client.get(address).status_code == 200
    for name in garbage.NASTY:
        value = name[:200].replace("\n", "")
        assert client.get(address, headers={"Desk-As": value}).status_code == 401, value


def test_title_block_is_never_removed_and_cannot_be_brought_back(db):
    everything = Everything()
    client = Client()
    client.force_login(everything.owner)
    base = f"{change(everything.live).removesuffix('change/')}screen/parts/title/"
    for verb in ("remove", "restore", "duplicate", "move"):
        assert client.post(f"{base}{everything.live.pk}/{verb}/").status_code == 404


@pytest.mark.parametrize("year", ["1969", "3000", "0001", "9999"])
def test_year_that_no_clock_knows_is_refused_in_words(db, year):
    desk = Desk(Everything().owner)
    said = "Choose a year from 1970 to 2999."
    photo = desk.open(change(Photo.objects.first()))
    late = {"rights_until_0": f"{year}-01-02", "rights_until_1": "12:00"}
    assert said in photo.click("Save", **late).words
    told = desk.open(change(Notice.objects.first()))
    assert said in told.click("Save", ends_at_0=f"{year}-01-02", ends_at_1="12:00").words
    draft = Issue.objects.get(title="Planned")
    form = desk.open(press(draft))
    for name in ("at", "expires_at"):
        answer = desk.send(press(draft), {**form.fields(), name: f"{year}-01-02T12:00"})
        assert said in answer.words
    frames = change(draft).replace("change", "preview")
    assert said in desk.open(f"{frames}?at={year}-01-02T12:00").words

"""Pictures: while a text that readers may have prints them, and rights allow it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from digest.models import Picture
from newsroom import pictures, press
from newsroom.models import Issue, PhotoUse
from tests import factories
from tests.digest.conftest import Ask
from tests.digest.pagetext import page, text
from tests.factories import DAY, HOUR, T0, TICK

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft() -> Issue:
    """A live issue with a top picture and a card with another; a newer issue has a card of it."""
    one = factories.issue()
    factories.top_picture(one, factories.small_photo())
    card = factories.foreign_card(one)
    factories.part(PhotoUse(card=card, photo=factories.small_photo(), alt="A gauge"))
    factories.pressed(one)
    newer = factories.issue()
    factories.own_card(newer, one)
    factories.pressed(newer)
    return one


def key(draft: Issue) -> str:
    return str(draft.top_picture.photo.picture.key)


def shown(ask: Ask, draft: Issue, moment: datetime) -> dict[str, bool]:
    """Surface -> whether the top picture is there."""
    address = f"/pictures/{key(draft)}/60.jpg"
    newer = Issue.objects.exclude(pk=draft.pk).get()
    topic, person = draft.topics.get(), draft.bylines.get().person
    return {
        "picture": ask(address, moment).status_code == 200,
        "page": address in text(ask(draft.folio.get_absolute_url(), moment)),
        "home": address in text(ask("/", moment)),
        "series": address in text(ask(draft.series.get_absolute_url(), moment)),
        "topic": address in text(ask(topic.get_absolute_url(), moment)),
        "author": address in text(ask(person.get_absolute_url(), moment)),
        "card": address in text(ask(newer.folio.get_absolute_url(), moment)),
        "rss": address in text(ask("/feeds/all.rss", moment)),
        "atom": address in text(ask("/feeds/all.atom", moment)),
    }


def everywhere(yes: bool) -> dict[str, bool]:
    surfaces = ["picture", "page", "home", "series", "topic", "author", "card", "rss", "atom"]
    return dict.fromkeys(surfaces, yes)


def test_a_licence_ends_at_its_instant_on_every_surface(ask: Ask, draft: Issue):
    factories.account("rights")
    until = T0 + DAY
    photo = draft.top_picture.photo
    pictures.set_rights(photo, until, by=User.objects.get(username="rights"), now=T0)
    assert shown(ask, draft, until - TICK) == everywhere(True)
    assert shown(ask, draft, until) == everywhere(False)
    assert shown(ask, draft, until + TICK) == everywhere(False)


def test_a_picture_is_taken_down_at_its_instant_from_every_surface(ask: Ask, draft: Issue):
    photo, at = draft.top_picture.photo, T0 + DAY
    pictures.take_down(photo, by=factories.account(), reason="Asked by the family.", now=at)
    assert shown(ask, draft, at - TICK) == everywhere(True)
    assert shown(ask, draft, at) == everywhere(False)
    assert shown(ask, draft, at + TICK) == everywhere(False)


def test_a_picture_taken_down_empties_the_figure_and_nothing_else(ask: Ask, draft: Issue):
    photo = draft.top_picture.photo
    pictures.take_down(photo, by=factories.account(), reason="Asked by the family.", now=T0 + HOUR)
    found = page(ask(draft.folio.get_absolute_url(), T0 + HOUR))
    assert "The crane has not moved" not in found.words
    assert found.one(class_="related").one("img").attributes["alt"] == "A gauge"
    assert found.one("h1").words == f"Harbour Watch: {draft.title}"


def test_a_picture_of_an_earlier_version_stays_while_the_version_does(ask: Ask, draft: Issue):
    old = key(draft)
    PhotoUse.objects.filter(issue=draft).update(photo=factories.small_photo())
    factories.corrected(draft, now=T0 + HOUR)
    assert ask(f"/pictures/{old}/60.jpg", T0 + DAY).status_code == 200
    edition = draft.folio.editions.get(revision=1)
    press.suppress(
        edition,
        by=User.objects.get(username="presser"),
        expecting=factories.seen(draft, at=T0 + DAY),
        reason="libel",
        now=T0 + DAY,
    )
    assert ask(f"/pictures/{old}/60.jpg", T0 + DAY - TICK).status_code == 200
    assert ask(f"/pictures/{old}/60.jpg", T0 + DAY).status_code == 404


def test_a_picture_that_no_text_prints_is_not_found(ask: Ask):
    photo = factories.small_photo()
    assert ask(f"/pictures/{photo.picture.key}/60.jpg").status_code == 404


def test_a_picture_is_answered_stripped_of_everything_a_client_said(ask: Ask, draft: Issue):
    answer = ask(f"/pictures/{key(draft)}/60.jpg")
    assert {
        "type": answer["Content-Type"],
        "kept": answer["Cache-Control"],
        "policy": answer["Content-Security-Policy"],
        "sniffing": answer["X-Content-Type-Options"],
    } == {
        "type": "image/jpeg",
        "kept": "public, max-age=300",
        "policy": "default-src 'none'; sandbox",
        "sniffing": "nosniff",
    }
    assert answer.content[:3] == b"\xff\xd8\xff"
    assert answer.get("Content-Disposition", "inline").startswith("inline")


def test_a_kept_copy_of_a_picture_is_confirmed_only_while_it_is_shown(ask: Ask, draft: Issue):
    address = f"/pictures/{key(draft)}/60.jpg"
    etag = ask(address)["ETag"]
    assert ask(address, If_None_Match=etag).status_code == 304
    Picture.objects.filter(key=key(draft)).update(taken_down_at=T0 + HOUR)
    assert ask(address, T0 + HOUR, If_None_Match=etag).status_code == 404


@pytest.mark.parametrize("width", ["61", "0", "99999999999999999999", "-60", "60x", "060"])
def test_only_the_widths_that_were_made_are_answered(ask: Ask, draft: Issue, width: str):
    answer = ask(f"/pictures/{key(draft)}/{width}.jpg")
    assert answer.status_code == (200 if width == "060" else 404)


def test_keys_are_128_random_bits(draft: Issue):
    keys: list[Any] = [key(draft), *(factories.small_photo().picture.key for _ in range(3))]
    assert len(set(keys)) == 4
    assert all(len(bytes.fromhex(one)) == 16 for one in keys)

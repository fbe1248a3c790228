"""Preview is the truth: it shows what readers will get."""

from __future__ import annotations

import re

import pytest

from newsroom.models import PhotoUse, TakenSlot
from tests.digest.pagetext import page
from tests.factories import (
    DAY,
    HOUR,
    cadence,
    foreign_card,
    issue,
    own_card,
    part,
    pressed,
    section,
    series,
    small_photo,
    standing,
    top_picture,
)
from tests.newsroom.desk.places import now


def main(response) -> str:
    """The page's own part, apart from picture addresses and the moment."""
    text = re.search(r"<main.*</main>", response.content.decode(), re.DOTALL)[0]
    text = text.replace("/preview/pictures/", "/pictures/")
    return re.sub(r'<time datetime="[^"]*">[^<]*</time>', "<time>", text)


@pytest.fixture
def draft(db):
    """An issue with everything."""
    weekly = series()
    standing(weekly)
    other = issue(weekly, title="Tide tables")
    said_empty = other.sections.get(standing__isnull=False)
    type(said_empty).objects.filter(pk=said_empty.pk).update(state="nothing")
    pressed(other, now=now() - HOUR)
    one = issue(weekly)
    one.sections.filter(standing__isnull=False).update(state="nothing")
    top_picture(one, small_photo())
    card = foreign_card(one)
    part(PhotoUse(card=card, photo=small_photo(), alt="A gauge"))
    own_card(one, other)
    section(one, "Tides", intro="<p>High water.</p>")
    return one


def test_preview_shows_what_the_page_shows_after_the_press(desk, client, draft):
    preview = desk.client.get(draft.preview_address)
    pressed(draft, now=now())
    public = client.get(draft.folio.get_absolute_url())
    assert (preview.status_code, public.status_code) == (200, 200)
    assert main(preview) == main(public)
    assert "Tide tables" in main(preview)
    assert (
        page(preview)
        .one("link", rel="canonical")
        .attributes["href"]
        .endswith(draft.folio.get_absolute_url())
    )


def test_preview_has_the_number_of_its_slot(desk, draft):
    cadence(draft.series, "1234567")
    tomorrow = now().date() + DAY
    other = issue(draft.series)
    TakenSlot.objects.create(series=draft.series, day=tomorrow, issue=other)
    TakenSlot.objects.create(series=draft.series, day=tomorrow + DAY, issue=draft)
    here = page(desk.client.get(draft.preview_address)).one("p", class_="series").words
    before = page(desk.client.get(other.preview_address)).one("p", class_="series").words
    assert number_of(here) == number_of(before) + 1


def number_of(words: str) -> int:
    return int(re.search(r"no\. (\d+)", words)[1])


def test_pictures_of_a_draft_are_shown_to_staff_and_to_nobody_else(desk, client, draft):
    found = set(re.findall(r"/preview/pictures/\w+/\d+\.jpg", main_of(desk, draft)))
    assert len(found) == 2
    for address in found:
        assert desk.client.get(address)["Content-Type"] == "image/jpeg"
        assert client.get(address).status_code == 302
        assert client.get(address.replace("/preview", "")).status_code == 404


def main_of(desk, draft) -> str:
    """The page as staff get it."""
    return desk.client.get(draft.preview_address).content.decode()


def test_preview_of_an_unfinished_draft_never_fails(desk):
    from tests.factories import empty_issue

    assert desk.client.get(empty_issue().preview_address).status_code == 200


def test_preview_of_a_change_leaves_the_public_page_as_it_is(desk, client, draft):
    from tests.newsroom.press.verbs import retitle

    pressed(draft, now=now() - HOUR / 2)
    public = client.get(draft.folio.get_absolute_url()).content
    retitle(draft, "Quite another title")
    assert "Quite another title" in main_of(desk, draft)
    assert client.get(draft.folio.get_absolute_url()).content == public

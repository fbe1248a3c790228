"""A photo is put where a picture can stand, from the screen itself."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.storage import storages

from newsroom.models import Photo, PhotoUse
from tests.factories import empty_issue, foreign_card, small_photo
from tests.newsroom.desk import uploads
from tests.newsroom.desk.places import rows
from tests.newsroom.desk.small import Small


def stored():
    """How many files of pictures there are."""
    return len(storages["originals"].listdir("")[1]), len(storages["renditions"].listdir("")[0])


def test_file_becomes_the_top_picture_with_its_renditions(desk):
    draft = empty_issue()
    small = Small(desk, draft)
    picture = uploads.jpeg()
    picture.name = "crane_at_dusk.jpg"
    answer = small.post(f"{small.base}pictures/", {"file": picture})
    use = draft.top_picture
    assert (use.photo.name, use.photo.picture.renditions.count() > 0) == ("crane at dusk", True)
    assert answer.root.one("form", class_="part-form")


@pytest.mark.parametrize("of_card", [False, True], ids=["top", "card"])
def test_file_for_a_place_that_is_taken_leaves_nothing(desk, of_card):
    draft = empty_issue()
    card = foreign_card(draft)
    small = Small(desk, draft)
    at = f"{small.base}pictures/{card.pk}/" if of_card else f"{small.base}pictures/"
    assert small.post(at, {"file": uploads.jpeg()}).status == 200
    before = rows(), stored()
    answer = small.post(at, {"file": uploads.jpeg(name="again.jpg")})
    assert answer.status == 409
    assert "Another one stands in its place by now." in answer.root.words
    assert (rows(), stored()) == before


def test_file_for_a_card_that_is_removed_leaves_nothing(desk):
    draft = empty_issue()
    card = foreign_card(draft)
    small = Small(desk, draft)
    small.post(small.at(card, "remove/"))
    before = rows(), stored()
    answer = small.post(f"{small.base}pictures/{card.pk}/", {"file": uploads.jpeg()})
    assert answer.status == 409
    assert "does not stand in the issue any more" in answer.root.words
    assert (rows(), stored()) == before


def test_photo_we_have_becomes_the_picture_of_a_card(desk):
    draft = empty_issue()
    card, photo = foreign_card(draft), small_photo()
    small = Small(desk, draft)
    assert small.post(f"{small.base}pictures/{card.pk}/", {"photo": "buoy"}).status == 200
    assert PhotoUse.objects.get().photo == photo
    assert PhotoUse.objects.get().card == card


def test_lists_beside_the_parts_say_that_a_picture_is_one(desk):
    draft = empty_issue()
    small_photo()
    small = Small(desk, draft)
    small.post(f"{small.base}pictures/{foreign_card(draft).pk}/", {"photo": "buoy"})
    page = desk.open(small.page.address)
    assert "Picture: Buoy" in page.root.one("nav", id="outline").words
    assert "Picture: Buoy" in page.root.one("aside", id="panel").words


def test_what_is_no_picture_is_refused_in_words_and_leaves_nothing(desk):
    draft = empty_issue()
    small = Small(desk, draft)
    file = BytesIO(b"%PDF-1.7 not a picture")
    file.name = "a.jpg"
    answer = small.post(f"{small.base}pictures/", {"file": file})
    assert answer.status == 422
    assert "This is not a picture we can read." in answer.root.words
    unknown = small.post(f"{small.base}pictures/", {"photo": "No such"})
    assert "There is no photo of that name." in unknown.root.words
    assert not Photo.objects.exists()
    assert not PhotoUse.objects.exists()


def test_card_of_another_issue_gets_no_picture_from_here(desk):
    small_photo()
    card = foreign_card(empty_issue())
    small = Small(desk, empty_issue())
    answer = small.post(f"{small.base}pictures/{card.pk}/", {"photo": "Buoy"})
    assert (answer.status, PhotoUse.objects.count()) == (404, 0)


@pytest.mark.parametrize("of_card", [False, True], ids=["top", "card"])
def test_picture_that_is_removed_can_be_exchanged_at_once(desk, of_card):
    draft, buoy = empty_issue(), small_photo()
    card = foreign_card(draft)
    small = Small(desk, draft)
    at = f"{small.base}pictures/{card.pk}/" if of_card else f"{small.base}pictures/"
    small.post(at, {"photo": "buoy"})
    use = PhotoUse.objects.get()
    answer = small.post(small.at(use, "remove/"))
    assert "“Buoy” is removed." in answer.root.words
    form = answer.root.one("form", class_="picture-wanted").attributes
    into = f"#picture-of-{card.pk}" if of_card else "#slot-picture"
    assert (form["data-hx-post"], form["data-hx-target"]) == (at, into)
    assert small.post(form["data-hx-post"], {"photo": "buoy"}).status == 200
    assert PhotoUse.objects.standing_in().get().photo == buoy

"""Photos are uploaded, credited, used and taken down."""

from __future__ import annotations

import pytest

from digest.models import Picture, Rendition
from newsroom.models import JournalEntry, Photo, PhotoCredit
from tests.factories import (
    HOUR,
    issue,
    pressed,
    small_photo,
    top_picture,
)
from tests.newsroom.desk import uploads
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import add, change, now, rows
from tests.newsroom.desk.staff import writer

UNREADABLE = "This is not a picture we can read. Use a JPEG, PNG, WebP, AVIF or TIFF file."
CREDIT = {
    "credit-0-creator": "Rui Barros",
    "credit-0-agency": "Coast Pictures / Wire",
    "credit-0-licence": "CC BY 4.0",
    "credit-0-licence_address": "https://rights.example/by/4.0",
    "credit-0-source_address": "https://photos.example/42",
}


def test_photo_is_uploaded_with_its_credit_and_made_ready(desk, django_capture_on_commit_callbacks):
    form = desk.open(add(Photo))
    with django_capture_on_commit_callbacks(execute=True):
        form.click("Save", CREDIT, name="Crane at dusk", original=uploads.jpeg())
    one = Photo.objects.get()
    names = [name.removeprefix("credit-0-") for name in CREDIT]
    assert [getattr(one.credit, name) for name in names] == list(CREDIT.values())
    assert list(one.picture.renditions.values_list("width", flat=True)) == [480, 960, 1200]
    assert (one.picture.width, one.picture.height) == (1200, 800)
    assert "IMG_0042" not in one.original.name


def test_rendition_holds_nothing_but_pixels(desk, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        desk.open(add(Photo)).click("Save", CREDIT, name="Crane", original=uploads.jpeg())
    assert b"photographer" in Photo.objects.get().original.read()
    for one in Rendition.objects.all():
        assert b"photographer" not in one.file.read()


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        (lambda: uploads.text(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "x.svg"), UNREADABLE),
        (lambda: uploads.text(b"<script>alert(1)</script>", "x.jpg"), UNREADABLE),
        (lambda: uploads.text(uploads.jpeg().read()[:900], "cut.jpg"), UNREADABLE),
        (lambda: uploads.text(b"GIF89a" + bytes(64), "x.gif"), UNREADABLE),
        (
            lambda: uploads.png_of(9000, 6000),
            "The picture has more than 50 million pixels. Make it smaller and try again.",
        ),
        (lambda: uploads.text(b"", "empty.jpg"), "The submitted file is empty."),
        (lambda: "", "This field is required."),
    ],
    ids=["svg", "script", "cut short", "gif", "too large", "empty", "none"],
)
def test_wrong_file_is_refused_beside_the_field(
    desk, django_capture_on_commit_callbacks, upload, sentence
):
    with django_capture_on_commit_callbacks(execute=True):
        screen = desk.open(add(Photo)).click("Save", CREDIT, name="Crane", original=upload())
    assert screen.beside("original") == sentence
    assert (screen.value("name"), screen.value("credit-0-creator")) == ("Crane", "Rui Barros")
    assert not Photo.objects.exists()
    assert not PhotoCredit.objects.exists()
    assert not Picture.objects.exists()


def test_wrong_file_leaves_the_photo_that_was_there(desk):
    one = small_photo()
    before = rows()
    screen = desk.open(change(one)).click("Save", original=uploads.text(b"words", "x.jpg"))
    assert screen.beside("original") == UNREADABLE
    assert rows() == before


def test_end_of_a_licence_is_typed_on_the_publications_clock(desk):
    one = small_photo()
    values = {"rights_until_0": "2431-07-01", "rights_until_1": "12:00"}
    desk.open(change(one)).click("Save", values)
    one.refresh_from_db()
    # Lisbon keeps summer time in July.
    assert one.rights_until.isoformat() == "2431-07-01T11:00:00+00:00"
    assert one.picture.shown_until == one.rights_until
    assert "On the clock of Europe/Lisbon." in desk.open(change(one)).words


def test_picture_is_taken_down_with_a_reason(desk, client):
    draft, one = issue(), small_photo()
    top_picture(draft, one)
    pressed(draft, now=now() - HOUR)
    address = one.picture.renditions.first().get_absolute_url()
    assert client.get(address).status_code == 200
    form = desk.open(change(one)).follow("Take down")
    assert form.click("Take the picture down", reason=" ").beside("reason") == (
        "Choose a reason, or give one in your own words."
    )
    assert client.get(address).status_code == 200
    screen = form.click("Take the picture down", reason="The sitter asked for it.")
    assert screen.messages == [
        "The picture is off every page. Copies elsewhere may last five minutes."
    ]
    assert client.get(address).status_code == 404
    assert address not in client.get(draft.folio.get_absolute_url()).content.decode()
    entry = JournalEntry.objects.get(verb="picture.taken_down")
    assert (entry.by, entry.reason) == ("editor", "The sitter asked for it.")


def test_picture_taken_down_twice_is_refused_in_words(desk):
    one = small_photo()
    form = desk.open(f"/admin/newsroom/photo/{one.pk}/take-down/")
    form.click("Take the picture down", reason="The sitter asked for it.")
    screen = form.click("Take the picture down", reason="Once more.")
    assert "The picture is not public, or has been taken down already." in screen.notes
    assert JournalEntry.objects.filter(verb="picture.taken_down").count() == 1


def test_picture_is_not_taken_down_by_somebody_who_only_writes(desk):
    one = small_photo()
    screen = Desk(writer()).open(change(one))
    assert "Take down" not in screen.links
    assert screen.desk.open(f"/admin/newsroom/photo/{one.pk}/take-down/").status == 403

"""What is no picture within the limits is refused with a sentence, and nothing is written."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from PIL import Image

from digest.models import Picture, Rendition
from newsroom import pictures
from newsroom.models import Photo
from tests.factories import T0
from tests.newsroom.pictures.originals import encoded, png_of, png_that_says, quarters

TOO_MANY = "more than 50 million pixels"
NO_PICTURE = "not a picture we can read"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>x()</script></svg>'
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n"


def truncated(form):
    data = encoded(quarters(), form).getvalue()
    return data[: len(data) * 2 // 3]


FILES = {
    "SVG": (lambda: SVG, NO_PICTURE),
    "HTML": (lambda: b"<!doctype html><title>x</title><p>Fog", NO_PICTURE),
    "EPS": (lambda: EPS, NO_PICTURE),
    "PDF": (lambda: b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", NO_PICTURE),
    "GIF": (lambda: encoded(quarters(mode="P"), "GIF").getvalue(), NO_PICTURE),
    "BMP": (lambda: encoded(quarters(), "BMP").getvalue(), NO_PICTURE),
    "empty": (lambda: b"", NO_PICTURE),
    "noise": (lambda: bytes(range(256)) * 9, NO_PICTURE),
    "truncated JPEG": (lambda: truncated("JPEG"), NO_PICTURE),
    "truncated PNG": (lambda: truncated("PNG"), NO_PICTURE),
    "truncated WebP": (lambda: truncated("WEBP"), NO_PICTURE),
    "JPEG behind HTML": (lambda: b"<p>" + encoded(quarters()).getvalue(), NO_PICTURE),
    "51 megapixels": (lambda: png_of(7142, 7142).getvalue(), TOO_MANY),
    "10 gigapixels": (
        lambda: png_that_says(100_000, 100_000).getvalue(),
        "more than 50 million pixels",
    ),
    "too many bytes": (lambda: b"\xff\xd8" + bytes(30 * 1024**2), "larger than 30 MB"),
    "very narrow": (lambda: png_of(8, 70_000).getvalue(), "."),
}


def stored():
    folders = storages["renditions"].listdir("")[0]
    return sorted(folders)


@pytest.mark.django_db
@pytest.mark.parametrize("name", FILES)
def test_file_that_is_no_picture_is_refused_and_nothing_is_written(name):
    storages["renditions"].save("here/1.jpg", ContentFile(b""))
    before = stored()
    photo = Photo.objects.create(
        name=name, created_at=T0, original=ContentFile(FILES[name][0](), "harbour.jpg")
    )
    with pytest.raises(pictures.Unusable, match=FILES[name][1]):
        pictures.develop(photo)
    assert stored() == before
    assert (Picture.objects.count(), Rendition.objects.count()) == (0, 0)
    assert Photo.objects.get(pk=photo.pk).picture is None


@pytest.mark.django_db
def test_unusable_file_leaves_the_picture_that_was_there():
    photo = Photo.objects.create(
        name="Crane", created_at=T0, original=ContentFile(encoded(quarters()).getvalue(), "x.jpg")
    )
    first = pictures.develop(photo)
    photo.original.save("x.jpg", ContentFile(SVG))
    with pytest.raises(pictures.Unusable):
        pictures.develop(photo)
    assert Photo.objects.get(pk=photo.pk).picture == first


@pytest.mark.django_db
def test_picture_is_kept_with_its_sizes_under_a_key_nobody_guesses():
    data = encoded(Image.new("RGB", (1700, 1000), "teal")).getvalue()
    photos = [
        Photo.objects.create(name="Crane", created_at=T0, original=ContentFile(data, "Secret.jpg"))
        for _ in range(2)
    ]
    first, second = (pictures.develop(photo) for photo in photos)
    assert len(first.key) == len(second.key) == 32
    assert first.key != second.key
    rows = [(one.width, one.height) for one in first.renditions.all()]
    assert rows == [(480, 282), (960, 565), (1600, 941)]
    assert (first.width, first.height) == (1700, 1000)
    for one in first.renditions.all():
        with one.file.open() as file:
            assert Image.open(io.BytesIO(file.read())).size == (one.width, one.height)
        assert "Secret" not in one.file.name
    assert "Secret" not in photos[0].original.name

"""No byte of what a camera or an agency wrote about a picture reaches a reader."""

import io

from PIL import Image, PngImagePlugin

from newsroom import pictures
from tests.newsroom.pictures.originals import (
    SECRET,
    encoded,
    exif,
    quarters,
    screen_profile,
    xmp,
)
from tests.tables import each


def with_text(image):
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", SECRET.decode())
    text.add_itxt("XML:com.adobe.xmp", xmp().decode())
    return encoded(image, "PNG", pnginfo=text, exif=exif(), icc_profile=screen_profile())


def with_iptc(image):
    """A Photoshop segment with an IPTC record, put behind the first marker of a JPEG."""
    plain = encoded(image).getvalue()
    resource = (
        b"Photoshop 3.0\x008BIM\x04\x04\0\0" + len(SECRET).to_bytes(4, "big") + SECRET + b"\0"
    )
    segment = b"\xff\xed" + (len(resource) + 2).to_bytes(2, "big") + resource
    return io.BytesIO(plain[:2] + segment + plain[2:])


ORIGINALS = {
    "EXIF and GPS": lambda: encoded(quarters(), exif=exif(6)),
    "XMP": lambda: encoded(quarters(), xmp=xmp()),
    "comment": lambda: encoded(quarters(), comment=SECRET),
    "profile": lambda: encoded(quarters(), icc_profile=screen_profile() + SECRET),
    "IPTC": lambda: with_iptc(quarters()),
    "behind the end": lambda: io.BytesIO(encoded(quarters()).getvalue() + SECRET),
    "PNG": lambda: with_text(quarters()),
    "WebP": lambda: encoded(quarters(), "WEBP", exif=exif(), xmp=xmp()),
    "AVIF": lambda: encoded(quarters(), "AVIF", exif=exif(), xmp=xmp()),
    "TIFF": lambda: encoded(quarters(), "TIFF", tiffinfo={315: SECRET.decode(), 700: xmp()}),
}


@each("make", ORIGINALS)
def test_rendition_holds_pixels_and_nothing_else(make):
    original = make()
    assert SECRET in original.getvalue()
    _, drawn = pictures.draw(original)
    for one in drawn:
        image = Image.open(io.BytesIO(one.data))
        image.load()
        assert SECRET not in one.data
        assert not {"exif", "icc_profile", "xmp", "comment", "photoshop"} & image.info.keys()
        assert dict(image.getexif()) == {}
        assert [marker for marker, _ in image.applist if marker != "APP0"] == []
        for mark in (b"Exif", b"ICC_PROFILE", b"adobe", b"Photoshop", b"8BIM"):
            assert mark not in one.data

"""Originals for tests, made of plain colours, with whatever a camera or an agency adds."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import ExifTags, Image, ImageCms

#: A word that is in every piece of metadata here and must be in no rendition.
SECRET = b"Ferreira-home-address"


def encoded(image: Image.Image, form: str = "JPEG", **options: Any) -> io.BytesIO:
    """The image as a file."""
    file = io.BytesIO()
    image.save(file, form, **options)
    file.seek(0)
    return file


def quarters(width: int = 600, height: int = 400, mode: str = "RGB") -> Image.Image:
    """Red at the top left, green at the top right, blue at the bottom left, white beside it."""
    image = Image.new("RGB", (width, height), "white")
    for colour, box in [
        ("red", (0, 0, width // 2, height // 2)),
        ("lime", (width // 2, 0, width, height // 2)),
        ("blue", (0, height // 2, width // 2, height)),
    ]:
        image.paste(colour, box)
    return image.convert(mode)


def exif(orientation: int = 1) -> Image.Exif:
    """What a telephone writes: how it was held, who owns it, and where it was."""
    data = Image.Exif()
    data[ExifTags.Base.Orientation] = orientation
    data[ExifTags.Base.Artist] = SECRET.decode()
    data[ExifTags.Base.Copyright] = SECRET.decode()
    gps = data.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef] = "N"
    gps[ExifTags.GPS.GPSLatitude] = (38.0, 42.0, 26.0)
    gps[ExifTags.GPS.GPSProcessingMethod] = SECRET
    return data


def xmp() -> bytes:
    """An XMP packet."""
    return b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><p>' + SECRET + b"</p></x:xmpmeta>"


def screen_profile() -> bytes:
    """The sRGB profile, as bytes to embed."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def png_of(width: int, height: int) -> io.BytesIO:
    """A few hundred bytes of PNG that unpack to so many black pixels, one bit each."""
    packer = zlib.compressobj(9)
    row = b"\0" + bytes((width + 7) // 8)
    rows = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return io.BytesIO(_header(width, height) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b""))


def png_that_says(width: int, height: int) -> io.BytesIO:
    """The beginning of a PNG: it says how large it is, and there it ends."""
    return io.BytesIO(_header(width, height) + _chunk(b"IDAT", b""))


def _header(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + _chunk(
        b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

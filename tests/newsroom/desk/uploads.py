"""Files as they are uploaded: pictures, and what is none."""

from __future__ import annotations

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def jpeg(width: int = 1200, height: int = 800, name: str = "IMG_0042.JPG") -> SimpleUploadedFile:
    """A JPEG with an EXIF comment in it."""
    image = Image.new("RGB", (width, height), "steelblue")
    exif = Image.Exif()
    exif[0x010E] = "where the photographer lives"
    data = io.BytesIO()
    image.save(data, "JPEG", exif=exif)
    return SimpleUploadedFile(name, data.getvalue(), "image/jpeg")


def png_of(width: int, height: int) -> SimpleUploadedFile:
    """A PNG of one colour: few bytes, many pixels."""
    data = io.BytesIO()
    Image.new("1", (width, height)).save(data, "PNG")
    return SimpleUploadedFile("large.png", data.getvalue(), "image/png")


def text(content: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    """Something else under the name of a picture."""
    return SimpleUploadedFile(name, content, "image/jpeg")

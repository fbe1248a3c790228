"""From an uploaded original to the renditions that readers get.

Decoding is hostile ground: bytes, pixels and formats are capped before Pillow reads
an image, and renditions are drawn from pixels alone, so that no metadata survives.
Pictures are drawn outside of transactions; a photo and its picture are stored within one.
"""

from __future__ import annotations

import contextlib
import io
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import IO

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import ExifTags, Image, ImageCms, ImageOps

from digest.lib import dates
from digest.models import Picture, Rendition
from digest.models.pictures import random_key
from newsroom.models import Photo
from newsroom.models.photos import original_name

#: Widths of the renditions, in pixels; a smaller original gets its own width last.
WIDTHS = (480, 960, 1600)
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF")
MOST_BYTES = 30 * 1024 * 1024
MOST_PIXELS = 50_000_000
#: A JPEG has no longer side.
LONGEST_SIDE = 65_500
_QUALITY = 82


class Unusable(ValueError):
    """The file is not a picture we can use; str() says why in words."""


@dataclass(frozen=True)
class Drawn:
    """A rendition in memory: JPEG bytes and their size in pixels."""

    width: int
    height: int
    data: bytes


#: Size of the upright original in pixels, and the renditions, narrowest first.
Drawing = tuple[tuple[int, int], list[Drawn]]
#: Puts a file into the storage of that name, and says what it is called there.
Write = Callable[[str, str, File], str]


def draw(file: IO[bytes]) -> Drawing:
    """Decode a picture and draw it anew at each width; never in a transaction.

    Raises Unusable for anything that is not a sound picture within the limits.
    """
    size, upright = _decode(file)
    return size, [_at_width(upright, width) for width in _widths(upright.width)]


@contextlib.contextmanager
def taken_in(
    file: IO[bytes], drawing: Drawing, *, name: str, now: datetime | None = None
) -> Iterator[Photo]:
    """A new photo of a file and of what was drawn of it; what is done with it goes along.

    All of it comes, or nothing: where the block raises, neither rows nor files remain.
    """
    photo = Photo(name=name, created_at=now or dates.now())
    with _whole() as write:
        file.seek(0)
        photo.original = write("originals", original_name(photo, name), File(file))
        photo.save(force_insert=True)
        _print(photo, drawing, write)
        yield photo


def keep(photo: Photo, drawing: Drawing) -> Picture:
    """Make what was drawn of a photo its public Picture.

    A photo whose original was replaced gets a new Picture under a new key; the texts
    already pressed keep the old one.
    """
    with _whole() as write:
        return _print(photo, drawing, write)


def develop(photo: Photo) -> Picture:
    """The same, drawn of the stored original. Raises Unusable; then nothing is written."""
    with photo.original.open("rb") as file:
        drawing = draw(file)
    return keep(photo, drawing)


@contextlib.contextmanager
def _whole() -> Iterator[Write]:
    """A transaction that takes back the files, too, that were written in it.

    Files come before the rows that name them: who is killed in between leaves files that no row
    names, which `manage.py sweep_pictures` finds.
    """
    written: list[tuple[Storage, str]] = []

    def write(place: str, name: str, content: File) -> str:
        storage = storages[place]
        written.append((storage, storage.save(name, content)))
        return written[-1][1]

    with transaction.atomic():
        try:
            yield write
        except BaseException:
            for storage, name in written:
                remove(storage, name)
            raise


def remove(storage: Storage, name: str) -> None:
    """Remove a file, and its folder with the last one in it."""
    storage.delete(name)
    folder = name.rpartition("/")[0]
    if folder and storage.listdir(folder) == ([], []):
        storage.delete(folder)


def _print(photo: Photo, drawing: Drawing, write: Write) -> Picture:
    (width, height), drawn = drawing
    key = random_key()
    names = [write("renditions", f"{key}/{one.width}.jpg", ContentFile(one.data)) for one in drawn]
    picture = Picture.objects.create(
        key=key,
        photo_uid=photo.uid,
        width=width,
        height=height,
        shown_until=photo.rights_until,
    )
    Rendition.objects.bulk_create(
        Rendition(picture=picture, width=one.width, height=one.height, file=name)
        for one, name in zip(drawn, names, strict=True)
    )
    Photo.objects.filter(pk=photo.pk).update(picture=picture)
    photo.picture = picture
    return picture


def _decode(file: IO[bytes]) -> tuple[tuple[int, int], Image.Image]:
    file.seek(0, io.SEEK_END)
    if file.tell() > MOST_BYTES:
        raise Unusable(
            _("The file is larger than %d MB. Make it smaller and try again.")
            % (MOST_BYTES // 1024**2)
        )
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(file, formats=FORMATS)
            if image.width * image.height > MOST_PIXELS or max(image.size) > LONGEST_SIDE:
                raise Image.DecompressionBombWarning
            size = image.size
            # JPEGs decode at a fraction of their size where that is enough.
            image.draft("RGB", (2 * max(WIDTHS), 2 * max(WIDTHS)))
            image.load()
            turned = image.getexif().get(ExifTags.Base.Orientation, 1) >= 5
            upright = _in_srgb(ImageOps.exif_transpose(image))
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as bomb:
        raise Unusable(
            _("The picture has more than %d million pixels. Make it smaller and try again.")
            % (MOST_PIXELS // 10**6)
        ) from bomb
    except Exception as error:  # Pillow's decoders raise nearly everything
        raise Unusable(
            _("This is not a picture we can read. Use a JPEG, PNG, WebP, AVIF or TIFF file.")
        ) from error
    return (size[1], size[0]) if turned else size, upright


def _in_srgb(image: Image.Image) -> Image.Image:
    """RGB on white in the colours that screens assume, whatever the mode and profile."""
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        layered = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(layered, mask=layered.getchannel("A"))
        return paper
    if profile and image.mode in {"RGB", "CMYK"}:
        with contextlib.suppress(ImageCms.PyCMSError, OSError):
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            screen = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, own, screen, outputMode="RGB") or image
    if image.mode.startswith("I"):
        # Sixteen bits of grey; converting alone would turn all but the darkest white.
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    return image.convert("RGB")


def _widths(widest: int) -> list[int]:
    return [width for width in WIDTHS if width < widest] + (
        [widest] if widest <= max(WIDTHS) else []
    )


def _at_width(image: Image.Image, width: int) -> Drawn:
    height = max(1, round(image.height * width / image.width))
    # A new image has no info dictionary: no EXIF, XMP, IPTC, comment or colour profile.
    clean = Image.new("RGB", (width, height))
    clean.paste(image.resize((width, height), Image.Resampling.LANCZOS))
    out = io.BytesIO()
    clean.save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return Drawn(width, height, out.getvalue())

"""Loads the photos: drawn, stored as originals, credited, developed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

from newsroom import pictures
from newsroom.demo import story
from newsroom.demo.load.loaded import Loaded
from newsroom.models import PhotoCredit

#: Older than the oldest issue.
_TAKEN = timedelta(weeks=8)


def make(loaded: Loaded, say: Callable[[str], None], draw: Callable[[str], bytes]) -> None:
    """Make every photo of the story, with its credit and its public picture."""
    for number, told in enumerate(story.PHOTOS, 1):
        name = told.drawing.replace("_", " ").capitalize()
        file = BytesIO(draw(told.drawing))
        credit = told.credit
        drawing, taken = pictures.draw(file), loaded.now - _TAKEN
        with pictures.taken_in(file, drawing, name=name, now=taken) as photo:
            PhotoCredit.objects.create(
                photo=photo,
                creator=credit.creator,
                agency=credit.agency,
                licence=credit.licence,
                licence_address=credit.licence_url,
                source_address=credit.source_url,
                line=credit.line,
            )
        loaded.photos[told.key] = photo
        say(f"picture {number} of {len(story.PHOTOS)}: {name}")

"""The credit of a photo, on the form of a picture that uses it.

It belongs to the photo: pictures in several issues show the same one. So it is compared field by
field with what was shown of it, and written under the lock of the photo, not of the issue alone.
"""

from __future__ import annotations

import json
from typing import Any

from django import forms

from newsroom.desk.forms.hashes import Hashes, hashed
from newsroom.desk.forms.stale import saved_meanwhile
from newsroom.models import Photo, PhotoCredit

NAMES = ("creator", "agency", "licence", "licence_address", "source_address", "line")


class CreditFields:
    """The fields as they are stored; `shown` is what the page was shown of them, where it says."""

    def __init__(self, photo: Photo, data: Any = None) -> None:
        self.photo = photo
        self.stored = _read(getattr(photo, "credit", None))
        self.shown = _hashes(self.stored) if data is None else _shown_to(data)
        #: Fields in which somebody else's change stays.
        self.stayed: list[str] = []

    @property
    def printed(self) -> str:
        """What the page is shown, for its hidden field."""
        return json.dumps(self.shown)

    def save(self, typed: dict[str, str]) -> None:
        """Write what was typed. Raises ValidationError, by field, where somebody else did so too.

        What only somebody else has changed stays.
        """
        wanted = _hashes(typed)
        if wanted == self.shown:
            return
        photo = Photo.objects.select_for_update(of=("self",)).get(pk=self.photo.pk)
        self.stored = _read(PhotoCredit.objects.filter(photo=photo).first())
        stored = _hashes(self.stored)
        meanwhile = [one for one in NAMES if self.shown.get(one) != stored[one] != wanted[one]]
        self.stayed = [one for one in meanwhile if self.shown.get(one) == wanted[one]]
        if disputed := [one for one in meanwhile if one not in self.stayed]:
            self.shown.update({name: stored[name] for name in disputed})
            raise forms.ValidationError({name: [self._theirs(name)] for name in disputed})
        mine = {name: typed[name] for name in NAMES if wanted[name] != stored[name]}
        mine = {name: text for name, text in mine.items() if name not in self.stayed}
        if mine:
            PhotoCredit.objects.update_or_create(photo=photo, defaults=mine)
        self.shown = {**wanted, **{name: stored[name] for name in self.stayed}}
        self.photo = photo

    def _theirs(self, name: str) -> str:
        return saved_meanwhile(self.stored[name])


def _read(credit: PhotoCredit | None) -> dict[str, str]:
    return {name: getattr(credit or PhotoCredit(), name) for name in NAMES}


def _hashes(texts: dict[str, str]) -> Hashes:
    return {name: hashed(texts[name]) for name in NAMES}


def _shown_to(data: Any) -> Hashes:
    try:
        said = json.loads(data.get("credit-shown", ""))
    except (ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}

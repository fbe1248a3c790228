"""What readers are shown of a photo: its picture taken down, its licence ended."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from digest.lib import dates, plaintext
from digest.models import Picture
from newsroom import journal
from newsroom.models import Photo
from newsroom.refusals import Refused

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


@transaction.atomic
def take_down(
    photo: Photo, *, by: AbstractBaseUser, reason: str, now: datetime | None = None
) -> None:
    """Take a picture off every page at once. Copies elsewhere may last five minutes."""
    at = now or dates.now()
    if not plaintext.lines(reason):
        raise Refused(_("Give a reason for taking the picture down; people will ask."))
    made_of_it = Picture.objects.filter(photo_uid=photo.uid)
    taken = made_of_it.filter(taken_down_at=None).update(taken_down_at=at)
    if not taken:
        raise Refused(_("The picture is not public, or has been taken down already."))
    journal.record("picture.taken_down", photo, by=by, at=at, reason=reason)


@transaction.atomic
def set_rights(
    photo: Photo, until: datetime | None, *, by: AbstractBaseUser, now: datetime | None = None
) -> None:
    """Set the moment at which a photo's licence ends, for its public picture too."""
    at = now or dates.now()
    Photo.objects.filter(pk=photo.pk).update(rights_until=until)
    Picture.objects.filter(photo_uid=photo.uid).update(shown_until=until)
    photo.rights_until = until
    journal.record("photo.rights", photo, by=by, at=at, until=until.isoformat() if until else None)

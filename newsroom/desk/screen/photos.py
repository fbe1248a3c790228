"""Putting a photo where a picture can stand: a file of one's own, or one from the archive."""

from __future__ import annotations

from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digest.lib import dates, plaintext
from digest.lib.limits import too_long
from newsroom import pictures, saving
from newsroom.desk.screen import answers
from newsroom.desk.screen.fitting import longest
from newsroom.desk.screen.kinds import KINDS
from newsroom.desk.screen.rows import address_of
from newsroom.desk.screen.views import small
from newsroom.models import Issue, Photo, PhotoUse, RelatedLink


@small
@require_POST
def place(request: HttpRequest, pk: int, card: int | None = None) -> HttpResponse:
    """Make the photo that comes the top picture, or that of a card; its form opens."""
    issue = get_object_or_404(Issue, pk=pk)
    links = RelatedLink.objects.filter(issue=issue)
    link = get_object_or_404(links, pk=card) if card else None
    photo, trouble = _photo(request)
    if photo is None:
        typed = request.POST.get("photo", "")
        context = {
            "address": address_of(issue),
            "card": link,
            "trouble": trouble,
            "typed": typed,
        }
        return render(request, "desk/screen/picture_wanted.html", context, status=422)
    use = PhotoUse(photo=photo, issue=None if link else issue, card=link)
    saving.add_part(use, by=request.user)
    return answers.added(request, use, issue, KINDS["picture"].form(use))


def _photo(request: HttpRequest) -> tuple[Photo | None, str]:
    """The photo that is asked for, and why there is none."""
    if upload := request.FILES.get("file"):
        return _uploaded(upload)
    name = plaintext.line(request.POST.get("photo", ""))
    photo = Photo.objects.filter(name__iexact=name).first() if name else None
    return photo, "" if photo else _("There is no photo of that name. Choose one of the list.")


def _uploaded(upload: UploadedFile) -> tuple[Photo | None, str]:
    name = plaintext.line(PurePath(upload.name or "").stem.replace("_", " ")) or _("Photo")
    if trouble := too_long(name, longest(Photo, "name")):
        return None, _("The name of this file: %s") % trouble
    try:
        pictures.draw(upload)
    except pictures.Unusable as unusable:
        return None, str(unusable)
    upload.seek(0)
    with transaction.atomic():
        photo = Photo.objects.create(name=name, original=upload, created_at=dates.now())
    pictures.develop(photo)
    return photo, ""

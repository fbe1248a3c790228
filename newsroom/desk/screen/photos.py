"""Putting a photo where a picture can stand: a file of one's own, or one from the archive."""

from __future__ import annotations

from pathlib import PurePath

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digest.lib import plaintext
from digest.lib.limits import too_long
from newsroom import pictures
from newsroom.desk.forms.fitting import longest
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.screen import answers
from newsroom.desk.screen.kinds import KINDS
from newsroom.desk.screen.rows import address_of
from newsroom.desk.screen.views import small
from newsroom.models import Issue, Photo, PhotoUse, RelatedLink
from newsroom.writing import saving


@small
@require_POST
def place(request: DeskRequest, pk: int, card: int | None = None) -> HttpResponse:
    """Make the photo that comes the top picture, or that of a card; its form opens."""
    issue = get_object_or_404(Issue, pk=pk)
    links = RelatedLink.objects.filter(issue=issue)
    link = get_object_or_404(links, pk=card) if card else None
    use = PhotoUse(issue=None if link else issue, card=link)
    upload = request.FILES.get("file")
    trouble = _put_upload(use, upload, request) if upload else _put_known(use, request)
    if trouble:
        typed = request.POST.get("photo", "")
        context = {
            "address": address_of(issue),
            "card": link,
            "trouble": trouble,
            "typed": typed,
        }
        return render(request, "desk/screen/picture_wanted.html", context, status=422)
    return answers.added(request, use, issue, KINDS["picture"].form(use))


def _put_known(use: PhotoUse, request: DeskRequest) -> str:
    """Use the photo of the name that was typed; or why there is none."""
    name = plaintext.line(request.POST.get("photo", ""))
    photo = Photo.objects.filter(name__iexact=name).first() if name else None
    if photo is None:
        return _("There is no photo of that name. Choose one of the list.")
    use.photo = photo
    saving.add_part(use, by=request.user)
    return ""


def _put_upload(use: PhotoUse, upload: UploadedFile, request: DeskRequest) -> str:
    """Take the file in and use it; or why it cannot be.

    Where the place is taken meanwhile, nothing of the file stays: who sent it has it still, and
    nobody looks in the archive for what was refused.
    """
    name = plaintext.line(PurePath(upload.name or "").stem.replace("_", " ")) or _("Photo")
    if trouble := too_long(name, longest(Photo, "name")):
        return _("The name of this file: %s") % trouble
    try:
        drawing = pictures.draw(upload)
    except pictures.Unusable as unusable:
        return str(unusable)
    with pictures.taken_in(upload, drawing, name=name) as photo:
        use.photo = photo
        saving.add_part(use, by=request.user)
    return ""

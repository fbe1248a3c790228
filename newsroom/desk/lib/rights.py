"""Who may do what at the desk: a right is asked for by what comes of a deed, not by its form.

What changes what readers see, or what is planned, asks for that right in every form that can.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from digest.models.mentions import EditionPicture
from newsroom.desk.lib.requests import DeskRequest
from newsroom.models import Issue, Photo, TakenSlot


def issue_for(request: DeskRequest, pk: int, right: str = "", **wanted: Any) -> Issue:
    """The issue with its series and its place; nothing is done to what one may not see.

    Raises PermissionDenied for who lacks `right`, or may not see issues at all.
    """
    if not may_see(request.user, Issue) or (right and not request.user.has_perm(right)):
        raise PermissionDenied
    return get_object_or_404(
        Issue.objects.select_related("series", "folio__series", "genre_label", "section_label"),
        pk=pk,
        **wanted,
    )


def may_end_licence(viewer: AbstractUser, photo: Photo | None) -> bool:
    """Whether somebody may set until when a photo is shown.

    Once a pressed text prints it, that takes the picture from readers or gives it back, like
    taking it down.
    """
    if photo is None or viewer.has_perm("digest.withdraw"):
        return True
    return not EditionPicture.objects.filter(picture__photo_uid=photo.uid).exists()


def is_planned(issue: Issue) -> bool:
    """Whether the issue has a slot."""
    return TakenSlot.objects.filter(issue=issue).exists()


def why_series_stays(issue: Issue) -> str:
    """Why the series of an issue cannot be changed now, or ""; asked again under its lock."""
    if Issue.objects.filter(pk=issue.pk, folio__isnull=False).exists():
        return _("Its address is under this series.")
    if is_planned(issue):
        return _("It is planned for a slot of this series: take it off the board first.")
    return ""


def may_unplan(viewer: AbstractUser, issue: Issue) -> bool:
    """Whether somebody may do what frees the slot of the issue, where it has one."""
    return viewer.has_perm("newsroom.plan_issue") or not is_planned(issue)


def may_see(viewer: AbstractUser, model: type[Model]) -> bool:
    """Whether somebody may see the rows of a model; to change is to see."""
    app, name = model._meta.app_label, model._meta.model_name
    return any(viewer.has_perm(f"{app}.{verb}_{name}") for verb in ("view", "change"))

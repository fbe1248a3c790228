"""What holds for every page of the desk, and for none of the readers'."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from digest.models import Publication

#: The desk's paths: the admin, and drafts in the readers' templates.
ADMIN = "/admin/"
PREVIEW = "/preview/"
#: Saves of one part: many, and each says its time on the clock of its series.
SMALL = "/screen/parts/"


class DeskMiddleware:
    """Private, uncached, unindexed; times in the publication's zone; the policies of the desk.

    Of all pages only previews may be shown in a frame, and only in one of this site.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith((ADMIN, PREVIEW)):
            return self.get_response(request)
        if SMALL in request.path:
            response = self.get_response(request)
        else:
            with timezone.override(ZoneInfo(Publication.objects.current().zone)):
                response = self.get_response(request)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
        response["Referrer-Policy"] = "same-origin"
        if request.path.startswith(PREVIEW):
            response["X-Frame-Options"] = "SAMEORIGIN"
            policy = settings.PREVIEW_CONTENT_SECURITY_POLICY
        else:
            policy = settings.DESK_CONTENT_SECURITY_POLICY
        response._csp_config = policy  # type: ignore[attr-defined]
        return response

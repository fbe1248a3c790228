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


class DeskMiddleware:
    """Private, uncached, unindexed; times in the publication's zone; the editor's policy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith((ADMIN, PREVIEW)):
            return self.get_response(request)
        with timezone.override(ZoneInfo(Publication.objects.current().zone)):
            response = self.get_response(request)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
        response["Referrer-Policy"] = "same-origin"
        if request.path.startswith(ADMIN):
            response._csp_config = settings.DESK_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        return response

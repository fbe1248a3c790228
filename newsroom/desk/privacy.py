"""Nothing of the desk is kept by a cache or a search engine."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

#: The desk's paths: the admin, and drafts in the readers' templates.
ADMIN = "/admin/"
PREVIEW = "/preview/"


class DeskPrivacyMiddleware:
    """Headers for the desk; the admin also gets the content policy that its editor needs."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith((ADMIN, PREVIEW)):
            response["Cache-Control"] = "private, no-store"
            response["X-Robots-Tag"] = "noindex"
            response["Referrer-Policy"] = "same-origin"
        if request.path.startswith(ADMIN):
            response._csp_config = settings.DESK_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        return response

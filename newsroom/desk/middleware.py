"""What holds for every page of the desk, and for none of the readers'."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import DatabaseError, IntegrityError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from digest.models import Publication

#: The desk's paths: the admin, and drafts in the readers' templates.
ADMIN = "/admin/"
PREVIEW = "/preview/"
#: Saves of one part: many, and each says its time on the clock of its series.
SMALL = "/screen/parts/"

#: How often a page is asked again where somebody else was faster.
TRIES = 5
#: What PostgreSQL calls it when two wait for each other; one of them may try again.
DEADLOCK = "40P01"

log = logging.getLogger(__name__)


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
            policy: dict[str, Any] = settings.PREVIEW_CONTENT_SECURITY_POLICY
        else:
            policy = settings.DESK_CONTENT_SECURITY_POLICY
        response._csp_config = policy  # type: ignore[attr-defined]
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Ask the page again where two did the same thing at the same moment.

        Both looked, and both found a name free; the database lets one of them have it. What the
        other did is taken back as a whole, and asked again its page sees what the first has
        saved: it answers as it would a moment later.
        """
        match = request.resolver_match
        if match is None or not request.path.startswith(ADMIN):
            return None
        for _again in range(TRIES):
            if not _was_overtaken(exception):
                return None
            log.info("Asked again: %s", exception)
            uploads: Any = request.FILES.values()
            for upload in uploads:
                upload.seek(0)
            try:
                response: HttpResponse = match.func(request, *match.args, **match.kwargs)
            except DatabaseError as again:
                exception = again
            else:
                return response
        return None


def _was_overtaken(exception: Exception) -> bool:
    """Whether the database has refused what somebody else was doing at the same moment."""
    state = getattr(exception.__cause__, "sqlstate", "")
    return isinstance(exception, IntegrityError) or state == DEADLOCK

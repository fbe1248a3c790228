"""Our own issues, found by words of their titles, to link to them."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import JsonResponse
from django.views.decorators.http import require_safe

from digest.lib import dates
from digest.models import Edition
from newsroom.desk.lib.lists import LONGEST_SEARCH
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import may_see
from newsroom.models import Issue

#: How many are shown at once.
MOST = 10


@require_safe
def issues_by_title(request: DeskRequest) -> JsonResponse:
    """/admin/newsroom/issue/find/?q=: issues that readers have now, newest first, as JSON.

    Every word must be in the title they see; upper and lower case are the same.
    """
    if not may_see(request.user, Issue):
        raise PermissionDenied
    found = Edition.objects.live(dates.now()).newest_first().listed()
    for word in request.GET.get("q", "")[:LONGEST_SEARCH].split():
        found = found.filter(_has(word))
    return JsonResponse({"issues": [_row(edition) for edition in found[:MOST]]})


def _has(word: str) -> Q:
    """Whether the title has the word; SQLite by itself knows only the capitals of ASCII."""
    spellings = {word} if word.isascii() else {word, word.lower(), word.upper(), word.title()}
    return Q.create([("title__icontains", one) for one in spellings], connector=Q.OR)


def _row(edition: Edition) -> dict[str, str]:
    folio = edition.folio
    number = f" {folio.number}" if folio.number is not None else ""
    return {
        "title": edition.title,
        "place": f"{folio.series.name}{number}",
        "address": f"{settings.SITE_URL}{folio.get_absolute_url()}",
    }

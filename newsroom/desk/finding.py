"""Our own issues, found by words of their titles, to link to them."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from digest.lib import dates
from digest.models import Edition
from newsroom.desk.lists import may_see
from newsroom.models import Issue

#: How many are shown at once, and how long a question may be.
MOST = 10
LONGEST = 200


@require_safe
def issues_by_title(request: HttpRequest) -> JsonResponse:
    """/admin/newsroom/issue/find/?q=: issues that readers have now, newest first, as JSON.

    Every word must be in the title they see; upper and lower case are the same.
    """
    if not may_see(request.user, Issue):
        raise PermissionDenied
    words = request.GET.get("q", "")[:LONGEST].casefold().split()
    titles = Edition.objects.live(dates.now()).newest_first().values_list("pk", "title")
    # Read and compared here: SQLite knows only the capitals of ASCII.
    found = [pk for pk, title in titles if all(word in title.casefold() for word in words)][:MOST]
    rows = Edition.objects.listed().in_bulk(found)
    return JsonResponse({"issues": [_row(rows[pk]) for pk in found]})


def _row(edition: Edition) -> dict[str, str]:
    folio = edition.folio
    number = f" {folio.number}" if folio.number is not None else ""
    return {
        "title": edition.title,
        "place": f"{folio.series.name}{number}",
        "address": f"{settings.SITE_URL}{folio.get_absolute_url()}",
    }

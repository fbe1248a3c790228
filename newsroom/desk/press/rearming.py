"""Publishing an Edition's text again, unchanged: another slot, or back to an older text.

The same page as for the draft: look first, then press.
"""

from __future__ import annotations

from datetime import datetime

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from digest.models import Edition
from newsroom.desk.lib.moments import NoMoment, asked_moment
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import issue_for
from newsroom.desk.press.page import PressPage
from newsroom.desk.press.texts import PressedText
from newsroom.models import Issue
from newsroom.press.holding import Hold
from newsroom.press.standing import Standing


def rearm(request: DeskRequest, pk: int, revision: int) -> HttpResponse:
    """/admin/newsroom/issue/<pk>/editions/<revision>/rearm/"""
    issue = issue_for(request, pk, "digest.arm", folio__isnull=False)
    edition = get_object_or_404(
        Edition.objects.select_related("folio__series"), folio=issue.folio, revision=revision
    )

    def again(_issue: Issue, stands: Standing, _held: Hold | None) -> PressedText:
        return PressedText(stands, edition, _wanted(request))

    return PressPage(request, issue, again).answer()


def _wanted(request: DeskRequest) -> datetime | None:
    """The moment that the way here has named: that of a slot."""
    try:
        return asked_moment(request)
    except NoMoment:
        return None

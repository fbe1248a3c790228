"""What is armed for another moment than that of its slot, armed for it: one button on the board."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digest.lib import dates
from newsroom import plan
from newsroom.calendar import taken
from newsroom.desk.board import words
from newsroom.desk.board.back import to_board
from newsroom.desk.lib import moments, states
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import issue_for
from newsroom.models import Issue
from newsroom.press.expecting import Expecting
from newsroom.refusals import NotReady, Refused
from newsroom.text.preflight import Level


@require_POST
def arm_for_slot(request: DeskRequest, pk: int) -> HttpResponse:
    """/admin/newsroom/issue/<pk>/arm-for-slot/"""
    issue = issue_for(request, pk, "newsroom.plan_issue")
    if not request.user.has_perm("digest.arm"):
        raise PermissionDenied
    shown = Expecting.from_json(request.POST.get("expecting", ""))
    at = _shown_moment(request)
    try:
        plan.arm_for_slot(issue, by=request.user, expecting=shown, at=at)
    except NotReady as refusal:
        return _stopped(request, issue, at, refusal)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, words.done(issue, taken.slot_of(issue)))
    return to_board(taken.slot_of(issue))


def _shown_moment(request: DeskRequest) -> datetime | None:
    """When the slot is, as the board said; what is no moment was never shown."""
    try:
        return moments.read(request.POST.get("at", ""))
    except moments.NoMoment:
        return None


def _stopped(
    request: DeskRequest, issue: Issue, at: datetime | None, refusal: NotReady
) -> HttpResponse:
    """Say what is found in the armed text; for warnings the press page asks the reason."""
    messages.error(request, str(refusal))
    armed = plan.armed_of(issue)
    if armed is None:
        return to_board(taken.slot_of(issue))
    messages.warning(request, states.goes_out_as_armed(armed, dates.now()))
    if at is None or any(finding.level == Level.ERROR for finding in refusal.findings):
        return to_board(taken.slot_of(issue))
    messages.warning(request, _("Say below why that does not matter, to arm it for its slot."))
    page = reverse("admin:desk-rearm", args=[issue.pk, armed.revision])
    return redirect(f"{page}?at={moments.written(at)}")

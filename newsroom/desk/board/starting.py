"""Starting the issue of a slot."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from newsroom import plan
from newsroom.desk.board import words
from newsroom.desk.board.back import slot_for, to_board
from newsroom.desk.lib.requests import DeskRequest
from newsroom.refusals import Refused


@require_POST
def start(request: DeskRequest, series: int, day: date) -> HttpResponse:
    """Start the issue of a slot, and go to its page."""
    one, slot = slot_for(request, series, day)
    try:
        issue = plan.start_in_slot(one, slot, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return to_board(slot)
    messages.success(request, words.done(issue, slot))
    return redirect("admin:newsroom_issue_change", issue.pk)

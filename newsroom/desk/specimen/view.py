"""/preview/specimen/: how readers' pages look, for staff who change them."""

from __future__ import annotations

from django.contrib.admin.views.decorators import staff_member_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import may_see
from newsroom.desk.specimen.sheets import SHEETS
from newsroom.models import Issue


@require_safe
@staff_member_required
def sheet(request: DeskRequest, name: str) -> HttpResponse:
    """/preview/specimen/ and /preview/specimen/<sheet>/"""
    if not may_see(request.user, Issue):
        raise PermissionDenied
    if name not in SHEETS:
        raise Http404
    return SHEETS[name]()

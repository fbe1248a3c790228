"""The issue that an address names, for those who may have it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from newsroom.desk.lists import may_see
from newsroom.models import Issue


def issue_for(request: HttpRequest, pk: int, right: str = "", **wanted: Any) -> Issue:
    """The issue with its series and its place; nothing is done to what one may not see.

    Raises PermissionDenied for who lacks `right`, or may not see issues at all.
    """
    if not may_see(request.user, Issue) or (right and not request.user.has_perm(right)):
        raise PermissionDenied
    return get_object_or_404(
        Issue.objects.select_related("series", "folio__series"), pk=pk, **wanted
    )

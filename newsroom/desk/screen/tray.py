"""The tray at a section of an issue's screen: parked briefs, and taking one."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from newsroom.desk.lib.people import names_of
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.screen import answers
from newsroom.desk.screen.rows import row_of
from newsroom.desk.screen.views import asked_for, part_of, small
from newsroom.models import NewsBrief, Section
from newsroom.writing import tray

#: Parked briefs that are offered, the latest first.
OFFERED = 60


@small
def offered(request: DeskRequest, pk: int, part: int) -> HttpResponse:
    """What lies in the tray (GET); put one of it last into the section (POST)."""
    section = part_of(pk, "section", part)
    if request.method != "POST":
        return render(request, "desk/screen/tray.html", _lying(request, section))
    brief = asked_for(request, "brief", NewsBrief.objects.all())
    taken = tray.take(brief, section, by=request.user)
    context = {
        **_lying(request, section),
        "taken": taken,
        "row": row_of(taken, section.issue),
        "form": None,
    }
    return answers.told(render(request, "desk/screen/taken.html", context))


def _lying(request: DeskRequest, section: Section) -> dict[str, Any]:
    lying = tray.lying().select_related("section__issue__series")
    briefs = list(lying.prefetch_related("sources__outlet")[:OFFERED])
    return {
        "section": section,
        "rows": [row_of(one, one.whole) for one in briefs],
        "names": names_of(one.removed_by for one in briefs),
        "at": request.path,
    }

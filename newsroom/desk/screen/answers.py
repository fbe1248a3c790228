"""What a small request of the screen is answered with: the fragment that changes."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from digest.lib import dates
from newsroom import journal
from newsroom.desk.lib.people import names_of
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.screen import conflicts
from newsroom.desk.screen.rows import row_of
from newsroom.models import Issue, RelatedLink, Section
from newsroom.models.parts import Part


def closed(request: DeskRequest, part: Any, issue: Issue) -> HttpResponse:
    """The part as it is read, in the place of its form."""
    row = row_of(part, issue)
    return _onto(render(request, "desk/screen/own.html", {"row": row}), f"#own-{row.uid}")


def opened(request: DeskRequest, form: Any, issue: Issue, *, fresh: bool = False) -> HttpResponse:
    """The form of a part, in the place of what was read."""
    row = row_of(form.part, issue)
    context = {"row": row, "form": form, "fresh": fresh}
    return _onto(render(request, "desk/screen/own.html", context), f"#own-{row.uid}")


def saved(request: DeskRequest, form: Any, issue: Issue) -> HttpResponse:
    """Version, status and what was recognised; the editor is left alone."""
    at, zone = dates.now(), issue.series.zone
    clock = f"{dates.local(at, zone):%H:%M:%S} {dates.zone_name(at, zone)}"
    context = {"form": form, "row": row_of(form.part, issue), "clock": clock}
    if remover := getattr(form.part, "removed_by", ""):
        context["names"] = names_of([remover])
    return told(render(request, "desk/screen/saved.html", context))


def refused(request: DeskRequest, form: Any, issue: Issue) -> HttpResponse:
    """Sentences beside the fields; nothing was saved and nothing typed is touched."""
    context = {"form": form, "row": row_of(form.part, issue)}
    return render(request, "desk/screen/refused.html", context, status=422)


def conflict(request: DeskRequest, form: Any, issue: Issue) -> HttpResponse:
    """Both texts beside the form, which stays as it is."""
    context = {
        "form": form,
        "row": row_of(form.part, issue),
        "conflict": conflicts.between(form),
        # A save whose answer was lost meets itself.
        "is_own": isinstance(form.part, Part)
        and form.part.saved_by == journal.name_of(request.user),
    }
    response = render(request, "desk/screen/conflict.html", context, status=409)
    return _onto(response, f"#conflict-{form.part.uid}", "innerHTML")


def added(request: DeskRequest, part: Any, issue: Issue, form: Any = None) -> HttpResponse:
    """A part with its place, for where the button that asked for it points."""
    row = row_of(part, issue)
    row.rows = [row_of(brief, issue) for brief in _within(part)]
    context = {"row": row, "form": form, "fresh": form is not None}
    return told(render(request, "desk/screen/part.html", context))


def said(sentence: str) -> HttpResponse:
    """A refusal in words, which the page says; nothing on it is exchanged."""
    response = HttpResponse(sentence, status=409)
    response["HX-Reswap"] = "none"
    response["HX-Trigger"] = json.dumps({"desk:said": sentence})
    return response


def removed(request: DeskRequest, part: Any, issue: Issue) -> HttpResponse:
    """A line that offers to bring it back."""
    return told(render(request, "desk/screen/removed.html", {"row": row_of(part, issue)}))


def _within(part: Any) -> list[Any]:
    if isinstance(part, Section):
        return list(part.briefs.standing_in().prefetch_related("sources__outlet"))
    if isinstance(part, RelatedLink):
        return list(part.pictures.standing_in().select_related("photo__picture", "photo__credit"))
    return []


def _onto(response: HttpResponse, target: str, swap: str = "outerHTML") -> HttpResponse:
    response["HX-Retarget"] = target
    response["HX-Reswap"] = swap
    return response


def told(response: HttpResponse) -> HttpResponse:
    """The rest of the page learns that the issue has changed."""
    response["HX-Trigger"] = "desk:changed"
    return response

"""Where somebody lands who has done something on the board or been refused it."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom.calendar.cadence import Slot


def to_board(slot: Slot | None = None) -> HttpResponse:
    """The first page: at the slot that was dealt with, else at its beginning."""
    place = f"#slot-{slot.series_id}-{slot.day}" if slot else ""
    return redirect(reverse("admin:index") + place)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403 with the sentence of the refusal, within the desk."""
    context = {
        **admin.site.each_context(request),
        "title": _("That is not open to you"),
        "said": str(exception),
    }
    return TemplateResponse(request, "desk/forbidden.html", context, status=403)

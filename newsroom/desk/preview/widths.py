"""A reader's page in a frame of the desk: at the widths of devices, light, dark and printed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from newsroom.desk.forms.zones import ZonedDateTimeField
from newsroom.desk.lib.moments import written
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import issue_for


class AsOfForm(forms.Form):
    """The moment as of which the page is shown."""

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"] = ZonedDateTimeField(
            zone=zone, required=False, label=_("as it will be at (empty: now)")
        )


@require_safe
def issue(request: DeskRequest, pk: int) -> HttpResponse:
    """/admin/newsroom/issue/<pk>/preview/: the draft as readers would see it."""
    draft = issue_for(request, pk)
    return frames(
        request,
        title=_("Preview “%s”") % draft,
        address=draft.preview_address,
        zone=draft.series.zone,
        back=[
            (_("Issues"), reverse("admin:newsroom_issue_changelist")),
            (str(draft), reverse("admin:newsroom_issue_change", args=[pk])),
        ],
    )


def frames(
    request: DeskRequest, *, title: str, address: str, zone: str, back: list[tuple[str, str]]
) -> HttpResponse:
    """The page around a preview whose address takes ?at=; a form names the moment.

    `address` stands under /preview/; `zone` is the clock of the form; `back` are names and
    addresses of the pages above this one.
    """
    form = AsOfForm(request.GET if "at" in request.GET else None, zone=zone)
    at = form.cleaned_data["at"] if form.is_valid() else None
    context = {
        **admin.site.each_context(request),
        "title": title,
        "form": form,
        "at": at,
        "zone": zone,
        "address": f"{address}?at={written(at)}" if at else address,
        "back": back,
    }
    return TemplateResponse(request, "desk/preview/widths.html", context)

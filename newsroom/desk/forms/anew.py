"""Rows that somebody has deleted while their form stood open: what was typed stays.

The form is answered as the empty form would be that holds what was typed, at its own address: once
it has said what happened, the same button adds a new row.
"""

from __future__ import annotations

from typing import Any

from django.db.models.options import Options
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from newsroom.desk.forms.hashes import was_shown_empty


class AnewAdmin:
    """Forms of rows that may be gone by the time they are saved."""

    def _get_obj_does_not_exist_redirect(
        self, request: HttpRequest, opts: Options, object_id: str
    ) -> HttpResponse:
        """What was typed, to be added anew; who has typed nothing is led on by Django."""
        form = f"{opts.app_label}_{opts.model_name}_change"
        if request.method != "POST" or request.resolver_match.url_name != form:
            return super()._get_obj_does_not_exist_redirect(request, opts, object_id)
        shown: dict[str, Any] = {"show_save_and_add_another": False}
        if not self.has_add_permission(request):
            shown |= {"show_save": False, "show_save_and_continue": False}
            request.only_copies = True
            request.gone = _(
                "Somebody has deleted this meanwhile, and you may not add it anew. "
                "What you typed still stands here, to be copied."
            )
        elif was_shown_empty(self.model, request.POST):
            request.gone = ""
        else:
            request.gone = _(
                "Somebody has deleted this meanwhile. What you typed stands here: "
                "save again to add it anew."
            )
        return self._changeform_view(request, None, "", shown)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Who may not add is shown what they typed, on a form that is never right."""
        return super().has_add_permission(request) or getattr(request, "only_copies", False)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """With what is to be said of the row, which makes the form wrong."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.deleted = getattr(request, "gone", "")
        return form

    def get_formset_kwargs(self, request: HttpRequest, *args: Any) -> dict[str, Any]:
        """The rows within it are new ones: those that it had are gone with it."""
        found = super().get_formset_kwargs(request, *args)
        return {**found, "save_as_new": True} if is_anew(request) else found


def is_anew(request: HttpRequest) -> bool:
    """Whether what was typed is about a row that is gone."""
    return hasattr(request, "gone")

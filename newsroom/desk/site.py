"""The Django admin, as our desk."""

from __future__ import annotations

from typing import Any

import js_asset
from django.contrib.admin import AdminSite, ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _


class Desk(AdminSite):
    """Stock admin under our name."""

    site_header = _("Pressday")
    site_title = _("Pressday")
    index_title = _("The desk")


class DeskAdmin(ModelAdmin):
    """A model's screens; the rich text editor's import map carries the policy's nonce."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["media"] = js_asset.Media.from_media(context["media"], nonce=str(request.csp_nonce))
        return super().render_change_form(request, context, *args, **kwargs)

"""The Django admin, as our desk."""

from __future__ import annotations

from typing import Any

import js_asset
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.admin.widgets import AdminSplitDateTime
from django.db.models import DateTimeField, Field, Model
from django.forms import Field as FormField
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_prose_editor.widgets import prose_editor_admin_media

from digest.lib import dates
from newsroom.desk import navigation
from newsroom.desk.forms.anew import AnewAdmin
from newsroom.desk.forms.bounds import BoundedAdmin
from newsroom.desk.forms.moments import MomentField
from newsroom.desk.forms.stale import StaleAdmin, StaleForm

#: Our modules import each other by their names in the source tree; the import map says under
#: which name each is served.
_MODULES = sorted(
    f"js/desk/{one.name}" for one in (settings.BASE_DIR / "static/js/desk").glob("*.js")
)


def plain_media() -> js_asset.Media:
    """What a page with fields needs: pastes into plain ones, and nothing sent into the blue."""
    return js_asset.Media(
        importmap=js_asset.ImportMap({f"{settings.STATIC_URL}{path}": path for path in _MODULES}),
        css={"all": ["css/desk/editor.css"]},
        js=[
            js_asset.Script("js/desk/plainpaste.js", type="module"),
            js_asset.Script(
                "js/desk/signedin.js",
                type="module",
                **{
                    "data-here": reverse("admin:desk-here"),
                    "data-login": reverse("admin:login"),
                    "data-said-out": gettext(
                        "You are not signed in any more. What you typed stands here: log in in "
                        "another tab, then press the button again."
                    ),
                    "data-said-log-in": gettext("Log in (in another tab)"),
                    "data-said-silent": gettext(
                        "The server does not answer. What you typed stands here: try again."
                    ),
                },
            ),
        ],
    )


def editor_media() -> js_asset.Media:
    """All that a page needs in which rich text editors open, at once or in a fragment later."""
    return (
        prose_editor_admin_media
        + plain_media()
        + js_asset.Media(
            js=[
                js_asset.Script(
                    "js/desk/editor.js",
                    type="module",
                    **{"data-issues": reverse("admin:desk-find-issue")},
                )
            ]
        )
    )


def with_nonce(media: Any, request: HttpRequest) -> js_asset.Media:
    """The same media, whose import map the policy lets in."""
    return js_asset.Media.from_media(media, nonce=str(request.csp_nonce))


class Desk(AdminSite):
    """Stock admin under our name, in the newsroom's words."""

    site_header = _("Pressday")
    site_title = _("Pressday")
    index_title = _("What needs me")

    def get_urls(self) -> list[Any]:
        """With the question whether somebody is still signed in."""
        return [path("here/", self.here, name="desk-here"), *super().get_urls()]

    @method_decorator(never_cache)
    @method_decorator(require_safe)
    def here(self, request: HttpRequest) -> HttpResponse:
        """204 to who may come in, else 401: a form asks before it is sent."""
        return HttpResponse(status=204 if self.has_permission(request) else 401)

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """The navigation; the names of apps appear nowhere."""
        return navigation.grouped(self._build_app_dict(request, app_label))

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """What needs the person who has logged in."""
        # The models are not there yet when Django makes the site.
        from newsroom.desk import needs
        from newsroom.desk.board import board

        at = dates.now()
        shown = {
            "needs": needs.of(request.user, at),  # type: ignore[arg-type]
            "board": board.of(request.user, at),  # type: ignore[arg-type]
        }
        return super().index(request, {**shown, **(extra_context or {})})

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The form goes to its own address: which page is next, Django has looked at."""
        return super().login(request, {**(extra_context or {}), "app_path": request.path})

    def app_index(
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """An app has no page of its own: its models stand in the navigation."""
        return redirect("admin:index")


class DeskAdmin(AnewAdmin, StaleAdmin, BoundedAdmin, ModelAdmin):
    """A model's screens; the rich text editor's import map carries the policy's nonce."""

    empty_value_display = ""
    form = StaleForm
    formfield_overrides = {DateTimeField: {"form_class": MomentField}}

    def formfield_for_dbfield(
        self, db_field: Field[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> FormField | None:
        """A moment is two inputs under one label; each says which it is."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, AdminSplitDateTime):
            words = (gettext("%s, date"), gettext("%s, time"))
            for widget, word in zip(field.widget.widgets, words, strict=True):
                widget.attrs["aria-label"] = word % capfirst(field.label)
        return field

    def save_model(self, request: HttpRequest, obj: Model, form: Any, change: bool) -> None:
        for field in form.fields.values():
            if isinstance(field, MomentField) and field.oddity:
                messages.warning(request, field.oddity)
        super().save_model(request, obj, form, change)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["media"] = with_nonce(context["media"] + editor_media(), request)
        return super().render_change_form(request, context, *args, **kwargs)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403 with the sentence of the refusal, within the desk."""
    context = {
        **admin.site.each_context(request),
        "title": gettext("That is not open to you"),
        "said": str(exception),
    }
    return TemplateResponse(request, "desk/forbidden.html", context, status=403)

"""Issues: the list, the screen on which one is written, and the ways to the press."""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.middleware.csrf import get_token
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digest.lib import dates
from newsroom.desk.board import arming, handing, moving, starting, weeks
from newsroom.desk.board import parked as parkedbrief
from newsroom.desk.issuelist import IssueList
from newsroom.desk.lib.rights import may_unplan
from newsroom.desk.press import edition, rearming, replacing, taking_back
from newsroom.desk.press import page as pressing
from newsroom.desk.preview import widths
from newsroom.desk.screen import ownlinks, page
from newsroom.desk.screen import urls as screen_urls
from newsroom.desk.site import DeskAdmin, editor_media, with_nonce
from newsroom.models import Issue
from newsroom.writing.starting import start_issue
from newsroom.writing.tray import lying


@admin.register(Issue)
class IssueAdmin(IssueList, DeskAdmin):
    """The list, and an issue's own page: its screen."""

    fields = ["series", "title"]

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        if obj is None or not allowed:
            return allowed
        return obj.folio_id is None and may_unplan(request.user, obj)

    def get_deleted_objects(self, objs, request):
        # What is parked would go with the issue that it was written in.
        found, counts, rights, protected = super().get_deleted_objects(objs, request)
        parked = lying().filter(section__issue__in=objs)
        words = [_("brief in the tray: “%s”") % brief for brief in parked]
        return found, counts, rights, [*protected, *words]

    def get_actions(self, request):
        # Deleting many at once would go past the protection of what has a Folio.
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def save_model(self, request, obj, form, change):
        start_issue(obj, by=request.user)

    def response_add(self, request, obj, post_url_continue=None):
        # A new issue is a title block; what follows is written on its page.
        request.POST = request.POST.copy()
        request.POST["_continue"] = "1"
        return super().response_add(request, obj, post_url_continue)

    @method_decorator(require_safe)
    def change_view(self, request, object_id, form_url="", extra_context=None):
        """The screen, on which every part saves itself."""
        issue = page.issue(object_id)
        if issue is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_permission(request, issue):
            raise PermissionDenied
        shown = page.screen(issue, dates.now(), viewer=request.user)
        context = {
            **self.admin_site.each_context(request),
            "title": str(issue),
            "opts": self.opts,
            "original": issue,
            "screen": shown,
            "media": with_nonce(editor_media(), request),
        }
        # Its small requests read the token's cookie.
        get_token(request)
        return TemplateResponse(request, "desk/screen/page.html", context)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("find/", view(ownlinks.issues_by_title), name="desk-find-issue"),
            path("slots/<row:series>/<day:day>/start/", view(starting.start), name="desk-start"),
            path("slots/<row:series>/<day:day>/skip/", view(weeks.skip), name="desk-skip"),
            path("<row:pk>/move/", view(moving.move), name="desk-move-issue"),
            path(
                "<row:pk>/arm-for-slot/",
                view(arming.arm_for_slot),
                name="desk-arm-for-slot",
            ),
            path("<row:pk>/hand/", view(handing.hand), name="desk-hand"),
            path("tray/<row:part>/", view(parkedbrief.parked), name="desk-parked"),
            *screen_urls.patterns(),
            path("<row:pk>/preview/", view(widths.issue), name="desk-preview-frames"),
            path("<row:pk>/press/", view(pressing.press_view), name="desk-press"),
            path("<row:pk>/press/replace/", view(replacing.replace), name="desk-replace"),
            path("<row:pk>/withdraw/", view(taking_back.withdraw), name="desk-withdraw"),
            path("<row:pk>/editions/<count:revision>/", view(edition.edition), name="desk-edition"),
            path(
                "<row:pk>/editions/<count:revision>/restore/",
                view(edition.restore_draft),
                name="desk-restore-draft",
            ),
            path(
                "<row:pk>/editions/<count:revision>/disarm/",
                view(taking_back.disarm),
                name="desk-disarm",
            ),
            path(
                "<row:pk>/editions/<count:revision>/expire/",
                view(taking_back.expire),
                name="desk-expire",
            ),
            path(
                "<row:pk>/editions/<count:revision>/rearm/", view(rearming.rearm), name="desk-rearm"
            ),
            path(
                "<row:pk>/editions/<count:revision>/suppress/",
                view(taking_back.suppress),
                name="desk-suppress",
            ),
            *super().get_urls(),
        ]

"""Issues: the list, the title block with what stands in the issue, and the ways to the press."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.lib import dates
from digest.models import Edition
from newsroom.desk import pressing, verbs
from newsroom.desk.outline import outline
from newsroom.desk.partforms import SteadyFormSet, VersionedForm
from newsroom.desk.parts import VersionedAdmin
from newsroom.models import Byline, Issue, IssueTopic
from newsroom.models.parts import Placed
from newsroom.saving import save_part, start_issue


class BylineInline(admin.TabularInline):
    model = Byline
    formset = SteadyFormSet
    extra = 1
    autocomplete_fields = ["person"]


class TopicInline(admin.TabularInline):
    model = IssueTopic
    formset = SteadyFormSet
    extra = 1
    autocomplete_fields = ["tag"]


class TitleBlockForm(VersionedForm):
    """The title block; its bylines and topics are shown too when somebody else has saved."""

    shown_rows = ["bylines", "issue_topics"]


@admin.register(Issue)
class IssueAdmin(VersionedAdmin):
    form = TitleBlockForm
    fields = [
        "series",
        "title",
        "show_prefix",
        "dek",
        ("genre_label", "section_label"),
        "seen",
    ]
    inlines = [BylineInline, TopicInline]
    list_display = ["__str__", "series", "number", "state"]
    list_filter = ["series"]
    list_select_related = ["series", "folio"]
    search_fields = ["title", "folio__slug"]
    change_form_template = "desk/issue_form.html"

    def get_queryset(self, request):
        at = dates.now()
        own = Edition.objects.filter(folio=OuterRef("folio"))
        return (
            super()
            .get_queryset(request)
            .annotate(
                is_live=Exists(own.live(at)),
                is_armed=Exists(own.armed(at)),
                has_begun=Exists(own.began(at)),
            )
        )

    @admin.display(description=gettext_lazy("number"))
    def number(self, obj):
        return obj.folio.number if obj.folio else None

    @admin.display(description=gettext_lazy("state"))
    def state(self, obj):
        """Computed from its Editions; nothing of it is stored."""
        if obj.is_live:
            return _("live, next revision scheduled") if obj.is_armed else _("live")
        if obj.is_armed:
            return _("scheduled")
        return _("withdrawn or expired") if obj.has_begun else _("draft")

    def has_delete_permission(self, request, obj=None):
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or obj.folio_id is None)

    def get_actions(self, request):
        # Deleting many at once would go past the protection of what has a Folio.
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def get_readonly_fields(self, request, obj=None):
        return ["series"] if obj and obj.folio_id else []

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def save_model(self, request, obj, form, change):
        if change:
            save_part(obj, seen=form.cleaned_data["seen"], values=form.values())
        else:
            start_issue(obj)

    def save_formset(self, request, form, formset, change):
        if issubclass(formset.model, Placed):
            super().save_formset(request, form, formset, change)
        else:
            formset.save()

    def response_add(self, request, obj, post_url_continue=None):
        # A new issue is a title block; what follows is written on its page.
        request.POST = request.POST.copy()
        request.POST["_continue"] = "1"
        return super().response_add(request, obj, post_url_continue)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        issue = self.get_object(request, object_id)
        context = dict(extra_context or {})
        if issue is not None and self.has_view_permission(request, issue):
            context["outline"] = outline(issue, dates.now(), viewer=request.user)
        return super().change_view(request, object_id, form_url, context)

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/press/", view(pressing.press_view), name="desk-press"),
            path("<int:pk>/withdraw/", view(verbs.withdraw), name="desk-withdraw"),
            path(
                "<int:pk>/editions/<int:revision>/disarm/", view(verbs.disarm), name="desk-disarm"
            ),
            path(
                "<int:pk>/editions/<int:revision>/expire/", view(verbs.expire), name="desk-expire"
            ),
            path("<int:pk>/editions/<int:revision>/rearm/", view(verbs.rearm), name="desk-rearm"),
            path(
                "<int:pk>/editions/<int:revision>/suppress/",
                view(verbs.suppress),
                name="desk-suppress",
            ),
            *super().get_urls(),
        ]

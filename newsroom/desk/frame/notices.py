"""Notices: appeals, calls and sponsor lines, shown by the time at which a page is asked for."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Q
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.lib import dates
from digest.models import Notice
from newsroom.desk.forms.stale import StaleForm
from newsroom.desk.frame.base import PublicModelAdmin
from newsroom.desk.lib.clocks import clock
from newsroom.desk.preview import notice
from newsroom.templatetags.desk import opening


class TimeFilter(admin.SimpleListFilter):
    """Whose time is now, is coming, or is over."""

    title = gettext_lazy("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("now", _("shown now")), ("coming", _("coming")), ("over", _("over"))]

    def queryset(self, request, queryset):
        at = dates.now()
        states = {
            "now": Q(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lte=at),
            "coming": Q(starts_at__gt=at),
            "over": Q(ends_at__lte=at),
        }
        return queryset.filter(states.get(self.value() or "", Q()))


class NoticeForm(StaleForm):
    """Says beside the end what is wrong with it."""

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("The notice has to end after it starts."))
        return cleaned


def said_of(name):
    """What the model says of a field of its own."""
    return Notice._meta.get_field(name).help_text


@admin.register(Notice)
class NoticeAdmin(PublicModelAdmin):
    form = NoticeForm
    list_display = ["words", "state", "kind", "where", "begins", "ends"]
    list_filter = [TimeFilter, "kind", ("series", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["series"]
    search_fields = ["text"]
    change_form_template = "desk/frame/notice_form.html"
    autocomplete_fields = ["series"]
    fieldsets = [
        (gettext_lazy("What it says, and where"), {"fields": ["kind", "text", "series"]}),
        (gettext_lazy("When it is shown"), {"fields": ["starts_at", "ends_at"]}),
    ]

    def learn(self, rows, viewer):
        at = dates.now()
        for row in rows:
            row.at = at

    @admin.display(description=gettext_lazy("text"))
    def words(self, obj):
        return opening(obj.text)

    @admin.display(description=gettext_lazy("state"))
    def state(self, obj):
        kind, words = "live", _("shown now")
        if obj.is_over(obj.at):
            kind, words = "gone", _("over")
        elif obj.starts_at > obj.at:
            kind, words = "armed", _("coming")
        return format_html('<span class="state {}">{}</span>', kind, words)

    @admin.display(description=gettext_lazy("where"), ordering="series__name")
    def where(self, obj):
        return obj.series or _("everywhere")

    @admin.display(description=gettext_lazy("from"), ordering="starts_at")
    def begins(self, obj):
        return clock(obj.starts_at)

    @admin.display(description=gettext_lazy("until"), ordering="ends_at")
    def ends(self, obj):
        return clock(obj.ends_at) or _("until further notice")

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<row:pk>/preview/", view(notice.about), name="desk-notice-about"),
            *super().get_urls(),
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        for name in ("starts_at", "ends_at"):
            if name in form.base_fields:
                field = form.base_fields[name]
                clock_of = _("On the clock of %s.") % timezone.get_current_timezone_name()
                field.help_text = f"{clock_of} {said_of(name)}".strip()
        return form

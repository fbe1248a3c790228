"""The journal, for reading: who did what to what, when, and why."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from digest.models import Series
from newsroom.desk.journal import words
from newsroom.desk.journal.words import VERBS, deed
from newsroom.desk.lib.clocks import clock
from newsroom.desk.lib.lists import LearnedList
from newsroom.desk.lib.people import names_of
from newsroom.desk.lib.rights import may_see
from newsroom.desk.site import DeskAdmin
from newsroom.models import Issue, JournalEntry, Photo


class VerbFilter(admin.SimpleListFilter):
    """By what was done: the words are known, so that no query looks for them."""

    title = _("what")
    parameter_name = "verb"

    def lookups(self, request, model_admin):
        return list(VERBS.items())

    def queryset(self, request, queryset):
        return queryset.filter(verb=self.value()) if self.value() else queryset


class WhoFilter(admin.SimpleListFilter):
    """By who acted: accounts that stand in the journal, at most so many as a list can hold."""

    title = _("who")
    parameter_name = "by"
    shown = 30

    def lookups(self, request, model_admin):
        every = JournalEntry.objects.order_by("by").values_list("by", flat=True).distinct()
        accounts = list(every[: self.shown])
        names = names_of(accounts)
        return [(one, names.get(one, one)) for one in accounts]

    def queryset(self, request, queryset):
        return queryset.filter(by=self.value()) if self.value() else queryset


#: Issues of a title whose lines are found.
SEARCHED = 200


class SeriesFilter(admin.SimpleListFilter):
    """What was set for a series: itself, its rules, its rhythm, its standing sections."""

    title = _("rules and rhythm of")
    parameter_name = "series"

    def lookups(self, request, model_admin):
        return [(str(one.pk), one.name) for one in Series.objects.all()]

    def queryset(self, request, queryset):
        return queryset.filter(subject=f"series:{self.value()}") if self.value() else queryset


@admin.register(JournalEntry)
class JournalAdmin(LearnedList, DeskAdmin):
    list_display = ["when", "who", "what", "of", "change", "reason"]
    list_filter = [VerbFilter, WhoFilter, SeriesFilter]
    search_fields = ["by", "subject", "reason"]
    search_help_text = _("Account, reason, or name of what it is about")
    date_hierarchy = "at"
    asked_for = ("subject",)

    def get_search_results(self, request, queryset, search_term):
        """By its own words, and by the names that things had then or that issues have now."""
        found, duplicates = super().get_search_results(request, queryset, search_term)
        if not search_term.strip():
            return found, duplicates
        titled = Issue.objects.filter(title__icontains=search_term.strip())
        uids = (
            titled.values_list("uid", flat=True)[:SEARCHED] if may_see(request.user, Issue) else []
        )
        named = Q(subject__in=[f"issue:{uid}" for uid in uids])
        for name in ("name", "part"):
            named |= Q(**{f"detail__{name}__icontains": search_term.strip()})
        return found | queryset.filter(named), duplicates

    def get_fields(self, request, obj=None):
        # The details of a restored draft are the text it had.
        names = ["when", "who", "what", "of", "change", "reason"]
        return [*names, "detail"] if may_see(request.user, Issue) else names

    def get_object(self, request, object_id, from_field=None):
        entry = super().get_object(request, object_id, from_field)
        if entry is not None:
            self.learn([entry], request.user)
        return entry

    def get_readonly_fields(self, request, obj=None):
        return ["when", "who", "what", "of", "change", "reason", "detail"]

    def learn(self, rows, viewer):
        """The names of who acted, and the issues and photos that it was about."""
        names = names_of(one for row in rows for one in (row.by, *words.accounts_in(row)))
        for row in rows:
            row.found, row.name = None, names.get(row.by, row.by)
            row.said = words.change_of(row, names)
        for model in (one for one in (Issue, Photo) if may_see(viewer, one)):
            prefix = f"{model._meta.model_name}:"
            uids = {r.subject.removeprefix(prefix) for r in rows if r.subject.startswith(prefix)}
            about = model.objects.filter(uid__in=uids)
            if model is Issue:
                about = about.select_related("series")
            found = {f"{prefix}{one.uid}": one for one in about}
            for row in rows:
                row.found = found.get(row.subject, row.found)

    @admin.display(description=_("when"), ordering="at")
    def when(self, obj):
        return clock(obj.at)

    @admin.display(description=_("who"), ordering="by")
    def who(self, obj):
        return obj.name

    @admin.display(description=_("what"), ordering="verb")
    def what(self, obj):
        return deed(obj)

    @admin.display(description=_("from what to what"))
    def change(self, obj):
        return obj.said

    @admin.display(description=_("of"))
    def of(self, obj):
        """The name it has, or had then, with the way to it where there still is one."""
        if found := getattr(obj, "found", None):
            name = f"{found._meta.app_label}_{found._meta.model_name}"
            address = reverse(f"admin:{name}_change", args=[found.pk])
            series = f" ({found.series})" if isinstance(found, Issue) else ""
            return format_html('<a href="{}">{}</a>{}', address, found, series)
        return obj.detail.get("name") or obj.detail.get("part") or obj.subject.partition(":")[0]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

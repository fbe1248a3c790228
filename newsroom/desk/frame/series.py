"""The frame around issues: public as it is saved, and every change in the journal."""

from __future__ import annotations

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy

from digest.lib import dates
from digest.models import Series
from newsroom.desk.forms.addresses import AddressedForm
from newsroom.desk.forms.bounds import BoundedRows
from newsroom.desk.forms.inlines import RowForm
from newsroom.desk.forms.related import limited
from newsroom.desk.forms.stale import StaleForm, StaleFormSet
from newsroom.desk.forms.zones import ZoneField
from newsroom.desk.frame import rhythm, rhythm_strays
from newsroom.desk.frame.base import PublicModelAdmin
from newsroom.desk.lib.lists import count_of
from newsroom.models import Issue, SeriesRules, StandingSection


class SeriesRulesInline(BoundedRows, admin.StackedInline):
    model = SeriesRules
    form = StaleForm
    formset = StaleFormSet
    can_delete = False
    max_num = 1
    verbose_name = gettext_lazy("Rules of the series")
    autocomplete_fields = ["genre_label", "section_label", "default_photo"]

    fieldsets = [
        # Without names: Django would give them headings that skip a level here.
        (
            None,
            {
                "fields": ["dek_required", "byline_required", "sources_required", "numbering"],
                "description": gettext_lazy("What the press insists on, and how issues count."),
            },
        ),
        (
            None,
            {
                "fields": [
                    "show_prefix",
                    ("genre_label", "section_label"),
                    "default_photo",
                    "default_alt",
                    "repeats_layout",
                ],
                "description": gettext_lazy(
                    "How a new issue begins: it gets these at once, and each can be changed in it."
                ),
            },
        ),
    ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        return limited(super().formfield_for_dbfield(db_field, request, **kwargs))


class StandingSectionInline(BoundedRows, admin.StackedInline):
    model = StandingSection
    form = RowForm
    formset = StaleFormSet
    extra = 0
    verbose_name_plural = gettext_lazy("Standing sections: what every issue begins with")
    fields = [("heading", "position", "required"), "nothing_sentences"]


@admin.register(Series)
class SeriesAdmin(PublicModelAdmin):
    list_display = ["name", "rhythm", "numbering", "issues", "zone"]
    search_fields = ["name", "slug"]
    form = AddressedForm
    inlines = [rhythm.CadenceInline, SeriesRulesInline, StandingSectionInline]
    fieldsets = [
        (
            gettext_lazy("What readers see"),
            {"fields": ["name", "slug", "title_prefix", "rhythm", "description"]},
        ),
        (
            gettext_lazy("The clock"),
            {
                "fields": ["zone"],
                "description": gettext_lazy(
                    "Issues of the series go out by this clock, and their dates are its dates."
                ),
            },
        ),
    ]

    why_closed = {
        "slug": gettext_lazy("Issues of the series have their addresses under this one by now.")
    }

    def has_delete_permission(self, request, obj=None):
        # Its rhythm and the weeks that are left out go with it.
        may_plan = request.user.has_perm("newsroom.plan_issue")
        return may_plan and super().has_delete_permission(request, obj)

    def learn(self, rows, viewer):
        counted = count_of(rows, Issue.objects.all(), "series")
        rules = {one.series_id: one for one in SeriesRules.objects.filter(series__in=rows)}
        for row in rows:
            row.count = counted[row.pk]
            row.known_rules = rules.get(row.pk) or SeriesRules(series=row)

    @admin.display(description=gettext_lazy("numbering"))
    def numbering(self, obj):
        return obj.known_rules.get_numbering_display()

    @admin.display(description=gettext_lazy("issues"))
    def issues(self, obj):
        return obj.count

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "zone":
            return db_field.formfield(form_class=ZoneField)
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_formset(self, request, form, formset, change):
        if not isinstance(formset, rhythm.CadenceFormSet):
            return super().save_formset(request, form, formset, change)
        return rhythm.record(formset, formset.save, by=request.user)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        rhythm.tell_readers(form.instance, by=request.user)
        if any(isinstance(one, rhythm.CadenceFormSet) and one.has_changed() for one in formsets):
            for sentence in rhythm_strays.beside(form.instance, dates.now()):
                messages.warning(request, sentence)

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj and obj.folios.exists() else []

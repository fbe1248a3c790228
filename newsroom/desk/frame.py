"""The frame around issues: public as it is saved, and every change in the journal."""

from __future__ import annotations

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext as _

from digest.lib import dates
from digest.models import (
    Folio,
    Notice,
    Outlet,
    OutletDomain,
    Person,
    Publication,
    Series,
    SocialAddress,
    Topic,
)
from newsroom import journal
from newsroom.desk.site import DeskAdmin
from newsroom.models import Label, SeriesRules, Staff, StandingSection


class PublicModelAdmin(DeskAdmin):
    """A part of the frame."""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        verb = "frame.changed" if change else "frame.added"
        journal.record(
            verb, obj, by=request.user, at=dates.now(), name=str(obj), fields=form.changed_data
        )

    def delete_model(self, request, obj):
        journal.record("frame.deleted", obj, by=request.user, at=dates.now(), name=str(obj))
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for obj in queryset:
            self.delete_model(request, obj)


class SocialAddressInline(admin.TabularInline):
    model = SocialAddress
    extra = 0


@admin.register(Publication)
class PublicationAdmin(PublicModelAdmin):
    inlines = [SocialAddressInline]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Publication.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        obj.pk = 1
        super().save_model(request, obj, form, change)


class SeriesRulesInline(admin.StackedInline):
    model = SeriesRules
    can_delete = False


class StandingSectionInline(admin.TabularInline):
    model = StandingSection
    extra = 0


@admin.register(Series)
class SeriesAdmin(PublicModelAdmin):
    list_display = ["name", "rhythm", "zone"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [SeriesRulesInline, StandingSectionInline]

    def get_readonly_fields(self, request, obj=None):
        return ["slug"] if obj and obj.folios.exists() else []

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else self.prepopulated_fields


@admin.register(Person)
class PersonAdmin(PublicModelAdmin):
    list_display = ["name"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Topic)
class TopicAdmin(PublicModelAdmin):
    list_display = ["name"]
    search_fields = ["name"]
    fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}


class OutletDomainInline(admin.TabularInline):
    model = OutletDomain
    extra = 1


@admin.register(Outlet)
class OutletAdmin(PublicModelAdmin):
    list_display = ["name"]
    search_fields = ["name", "aliases", "domains__domain"]
    inlines = [OutletDomainInline]


@admin.register(Notice)
class NoticeAdmin(PublicModelAdmin):
    list_display = ["kind", "series", "starts_at", "ends_at"]
    list_filter = ["kind", "series"]
    date_hierarchy = "starts_at"

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        for name in ("starts_at", "ends_at"):
            if name in form.base_fields:
                form.base_fields[name].help_text = _("On the clock of %s.") % (
                    timezone.get_current_timezone_name()
                )
        return form


@admin.register(Folio)
class FolioAdmin(DeskAdmin):
    """Only for finding an issue to point at; the press alone writes Folios."""

    search_fields = ["slug", "series__name", "issue__title"]
    ordering = ["-first_live_from", "-pk"]

    def has_module_permission(self, request):
        return False

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Label)
class LabelAdmin(PublicModelAdmin):
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    search_fields = ["name"]


@admin.register(Staff)
class StaffAdmin(PublicModelAdmin):
    list_display = ["person", "account"]
    autocomplete_fields = ["person", "account"]

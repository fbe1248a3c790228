"""The frame around issues: public as it is saved, and every change in the journal."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.lib import dates
from digest.models import Publication, Series, SocialAddress
from newsroom import journal
from newsroom.desk.forms import lines
from newsroom.desk.forms.addresses import AddressedForm
from newsroom.desk.forms.bounds import BoundedRows
from newsroom.desk.forms.hashes import was_shown_empty
from newsroom.desk.forms.inlines import NamedRows, RowForm
from newsroom.desk.forms.related import limited
from newsroom.desk.forms.stale import StaleForm, StaleFormSet
from newsroom.desk.forms.zones import ZoneField
from newsroom.desk.frame import rhythm, rhythm_strays
from newsroom.desk.lib.lists import LearnedList, count_of, may_see
from newsroom.desk.site import DeskAdmin
from newsroom.models import Issue, JournalEntry, SeriesRules, Staff, StandingSection


class PublicModelAdmin(LearnedList, DeskAdmin):
    """A part of the frame."""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        lines.record(form, obj, by=request.user, change=change)

    def save_formset(self, request, form, formset, change):
        super().save_formset(request, form, formset, change)
        lines.record_rows(formset, by=request.user)

    def delete_model(self, request, obj):
        journal.record("frame.deleted", obj, by=request.user, at=dates.now(), name=str(obj))
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for obj in queryset:
            self.delete_model(request, obj)

    def history_view(self, request, object_id, extra_context=None):
        """With the way to the journal, which says from what to what."""
        found = self.get_object(request, unquote(object_id))
        if found is not None and may_see(request.user, JournalEntry):
            entries = reverse("admin:newsroom_journalentry_changelist")
            address = f"{entries}?subject={journal.name_of_subject(found)}"
            extra_context = {**(extra_context or {}), "journal": address}
        return super().history_view(request, object_id, extra_context)


class SocialAddressInline(NamedRows):
    model = SocialAddress


@admin.register(Publication)
class PublicationAdmin(PublicModelAdmin):
    fieldsets = [
        (
            gettext_lazy("What readers see"),
            {"fields": ["name", "tagline", "language", "postal_address"]},
        ),
        (
            gettext_lazy("The clock"),
            {
                "fields": ["zone"],
                "description": gettext_lazy(
                    "Notices, licences and the journal go by this clock. Each series has one of "
                    "its own for its issues."
                ),
            },
        ),
        (
            gettext_lazy("Where readers are led"),
            {"fields": ["sign_up_address", "preferred_source_address"]},
        ),
    ]
    inlines = [SocialAddressInline]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Publication.objects.exists()

    def has_delete_permission(self, request, obj=None):
        return False

    def _changeform_view(self, request, object_id, form_url, extra_context):
        # Who has filled in the empty form after somebody else is answered by what is there now.
        if object_id is None and request.method == "POST":
            there = Publication.objects.values_list("pk", flat=True).first()
            if there is not None:
                request.made_meanwhile, object_id = True, str(there)
                if was_shown_empty(Publication, request.POST):
                    messages.warning(request, _("Somebody else has filled this in before you."))
        return super()._changeform_view(request, object_id, form_url, extra_context)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.made_meanwhile = getattr(request, "made_meanwhile", False)
        return form

    def save_model(self, request, obj, form, change):
        obj.pk = 1
        if not change:
            # Two who fill it in first: the second is not to overwrite what it has not seen.
            obj.save(force_insert=True)
        super().save_model(request, obj, form, change)


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


@admin.register(Staff)
class StaffAdmin(PublicModelAdmin):
    list_display = ["person", "account", "may_log_in"]
    list_select_related = ["person", "account"]
    search_fields = ["person__name", "account__username"]
    autocomplete_fields = ["person", "account"]
    fieldsets = [
        (
            None,
            {
                "fields": ["person", "account"],
                "description": gettext_lazy(
                    "Says which account is whose, so that the first page shows people the "
                    "issues they sign."
                ),
            },
        )
    ]

    @admin.display(description=gettext_lazy("may log in"))
    def may_log_in(self, obj):
        return _("yes") if obj.account.is_active and obj.account.has_usable_password() else _("no")

"""The frame around issues: public as it is saved, and every change in the journal."""

from __future__ import annotations

from django.contrib.admin.utils import unquote
from django.urls import reverse

from digest.lib import dates
from newsroom import journal
from newsroom.desk.forms import lines
from newsroom.desk.forms.addresses import AddressedForm
from newsroom.desk.lib.lists import LearnedList
from newsroom.desk.lib.rights import may_see
from newsroom.desk.site import DeskAdmin
from newsroom.models import (
    JournalEntry,
)
from newsroom.writing import readdressing


class PublicModelAdmin(LearnedList, DeskAdmin):
    """The admin of a row that is public as it is saved: each change goes into the journal."""

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


class ReaddressedAdmin(PublicModelAdmin):
    """What has a public page: where its address changes, the old one leads on."""

    form = AddressedForm

    def save_model(self, request, obj, form, change):
        if change:
            readdressing.leave(obj, at=dates.now())
        super().save_model(request, obj, form, change)

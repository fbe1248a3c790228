"""The publication: one row, its clock and its addresses."""

from __future__ import annotations

from django.contrib import admin, messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.models import Publication, SocialAddress
from newsroom.desk.forms.hashes import was_shown_empty
from newsroom.desk.forms.inlines import NamedRows
from newsroom.desk.frame.base import PublicModelAdmin


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

"""What issues are made with: outlets, people, topics, labels."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Exists, OuterRef, prefetch_related_objects
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.models import Outlet, OutletDomain
from newsroom.desk.forms.inlines import NamedRows
from newsroom.desk.frame.base import PublicModelAdmin
from newsroom.desk.lib.lists import count_of
from newsroom.models import Source


class OutletDomainInline(NamedRows):
    model = OutletDomain
    extra = 1
    verbose_name_plural = gettext_lazy("Domains: an address on one of them is this outlet's")


class DomainFilter(admin.SimpleListFilter):
    """Outlets that no pasted address will find."""

    title = gettext_lazy("domains")
    parameter_name = "domains"

    def lookups(self, request, model_admin):
        return [("none", _("none yet")), ("some", _("known"))]

    def queryset(self, request, queryset):
        known = Exists(OutletDomain.objects.filter(outlet=OuterRef("pk")))
        wanted = {"none": ~known, "some": known}.get(self.value() or "")
        return queryset if wanted is None else queryset.filter(wanted)


@admin.register(Outlet)
class OutletAdmin(PublicModelAdmin):
    list_display = ["name", "domains_known", "other_names", "cited"]
    list_filter = [DomainFilter]
    search_fields = ["name", "aliases", "domains__domain"]
    search_help_text = gettext_lazy("Name, other name or domain")
    inlines = [OutletDomainInline]
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "aliases"],
                "description": gettext_lazy(
                    "The name is printed where the outlet is cited. When an address is pasted "
                    "into a source, the outlet is found by its domain."
                ),
            },
        )
    ]

    def learn(self, rows, viewer):
        prefetch_related_objects(rows, "domains")
        counted = count_of(rows, Source.objects.filter(brief__removed_at=None), "outlet")
        for row in rows:
            row.count = counted[row.pk]

    @admin.display(description=gettext_lazy("domains"))
    def domains_known(self, obj):
        return ", ".join(str(one) for one in obj.domains.all())

    @admin.display(description=gettext_lazy("other names"))
    def other_names(self, obj):
        return Truncator(", ".join(obj.aliases.splitlines())).chars(80)

    @admin.display(description=gettext_lazy("cited"))
    def cited(self, obj):
        return obj.count

"""What issues are made with: outlets, people, topics, labels."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Exists, OuterRef, prefetch_related_objects
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.lib import dates
from digest.models import Outlet, OutletDomain, Person, Topic
from newsroom.desk.forms.addresses import AddressedForm
from newsroom.desk.forms.inlines import NamedRows
from newsroom.desk.frame.series import PublicModelAdmin
from newsroom.desk.lib.lists import count_of
from newsroom.models import Byline, IssueTopic, Label, Source, Staff
from newsroom.writing import readdressing


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


class StaffFilter(admin.SimpleListFilter):
    """Those who have an account, and those who only sign."""

    title = gettext_lazy("account")
    parameter_name = "staff"

    def lookups(self, request, model_admin):
        return [("yes", _("has one")), ("no", _("has none"))]

    def queryset(self, request, queryset):
        known = Exists(Staff.objects.filter(person=OuterRef("pk")))
        wanted = {"yes": known, "no": ~known}.get(self.value() or "")
        return queryset if wanted is None else queryset.filter(wanted)


class ReaddressedAdmin(PublicModelAdmin):
    """What has a public page: where its address changes, the old one leads on."""

    form = AddressedForm

    def save_model(self, request, obj, form, change):
        if change:
            readdressing.leave(obj, at=dates.now())
        super().save_model(request, obj, form, change)


@admin.register(Person)
class PersonAdmin(ReaddressedAdmin):
    list_display = ["name", "account", "signs", "slug"]
    list_filter = [StaffFilter]
    search_fields = ["name", "slug"]
    search_help_text = gettext_lazy("Name or address")
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "slug", "description"],
                "description": gettext_lazy(
                    "A person's page is there while something that is live names them. Issues "
                    "already out keep the name they were printed with."
                ),
            },
        )
    ]

    def learn(self, rows, viewer):
        staff = Staff.objects.filter(person__in=rows).select_related("account")
        accounts = {one.person_id: one.account.get_username() for one in staff}
        counted = count_of(rows, Byline.objects.all(), "person", "issue")
        for row in rows:
            row.account_name, row.count = accounts.get(row.pk, ""), counted[row.pk]

    @admin.display(description=gettext_lazy("account"))
    def account(self, obj):
        return obj.account_name

    @admin.display(description=gettext_lazy("signs issues"))
    def signs(self, obj):
        return obj.count


@admin.register(Topic)
class TopicAdmin(ReaddressedAdmin):
    list_display = ["name", "issues", "slug"]
    search_fields = ["name", "slug"]
    search_help_text = gettext_lazy("Name or address")
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "slug"],
                "description": gettext_lazy(
                    "A topic's page is there while something that is live is about it."
                ),
            },
        )
    ]

    def learn(self, rows, viewer):
        counted = count_of(rows, IssueTopic.objects.all(), "tag")
        for row in rows:
            row.count = counted[row.pk]

    @admin.display(description=gettext_lazy("on issues"))
    def issues(self, obj):
        return obj.count


@admin.register(Label)
class LabelAdmin(PublicModelAdmin):
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    search_fields = ["name"]
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "kind"],
                "description": gettext_lazy(
                    "Genre and section make the line above a title, such as “Reporting | Ports”."
                ),
            },
        )
    ]

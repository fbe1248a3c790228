"""People as readers meet them, and the accounts behind them."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.models import Person
from newsroom.desk.frame.base import PublicModelAdmin, ReaddressedAdmin
from newsroom.desk.lib.lists import count_of
from newsroom.models import Byline, Staff


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

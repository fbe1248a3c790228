"""The journal, for reading."""

from django.contrib import admin

from newsroom.desk.site import DeskAdmin
from newsroom.models import JournalEntry


@admin.register(JournalEntry)
class JournalAdmin(DeskAdmin):
    list_display = ["at", "by", "verb", "subject", "reason"]
    list_filter = ["verb"]
    search_fields = ["by", "subject", "reason"]
    date_hierarchy = "at"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

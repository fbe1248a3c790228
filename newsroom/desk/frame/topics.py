"""Topics and labels."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy

from digest.models import Topic
from newsroom.desk.frame.base import PublicModelAdmin, ReaddressedAdmin
from newsroom.desk.lib.lists import count_of
from newsroom.models import IssueTopic, Label


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

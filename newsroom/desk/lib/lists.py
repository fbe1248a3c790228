"""Lists whose rows know more than their columns: it is looked up for one page at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.contrib.auth.models import AbstractUser
from django.db.models import Count, Model, QuerySet

#: How much of a search is looked for: every word of it is a condition on every row.
LONGEST_SEARCH = 200


class Page(ChangeList):
    """One page of a list; its admin has learnt about the rows before they are shown."""

    def get_results(self, request):
        super().get_results(request)
        rows = list(self.result_list)
        self.model_admin.learn(rows, request.user)
        self.result_list = rows


class LearnedList(admin.ModelAdmin):
    """A list whose columns are partly learnt, in a constant number of queries a page."""

    list_per_page = list_max_show_all = 50

    def get_changelist(self, request, **kwargs):
        return Page

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, search_term[:LONGEST_SEARCH])

    def learn(self, rows: list[Any], viewer: AbstractUser) -> None:
        """Give each row of a page what its columns show beside its own fields.

        What stands in other models only as far as the viewer may see it.
        """


def count_of(rows: Sequence[Model], children: QuerySet[Any], parent: str, what: str = "pk") -> dict:
    """How many of the children each row has, by the row's key: one query."""
    found = children.filter(**{f"{parent}__in": rows}).order_by()
    counted = found.values_list(parent).annotate(count=Count(what, distinct=True))
    return {row.pk: 0 for row in rows} | dict(counted)

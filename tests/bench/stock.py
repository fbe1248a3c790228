"""Beside our own addresses: a stock Django change form of an issue, with five inlines.

Django's admin does not nest: what are briefs on the screen are sections here, with the same text.
"""

from django.contrib import admin
from django.urls import path

from newsroom.models import Byline, Issue, IssueTopic, LeadAnalysis, RelatedLink, Section
from newsroom.urls import urlpatterns as ours


def _inline(model):
    fields = {"extra": 0, "model": model}
    return type(f"{model.__name__}Inline", (admin.StackedInline,), fields)


class StockAdmin(admin.ModelAdmin):
    """The form as Django makes it."""

    inlines = [_inline(one) for one in (Byline, IssueTopic, LeadAnalysis, Section, RelatedLink)]


def _form(request, object_id):
    return StockAdmin(Issue, admin.site).change_view(request, str(object_id))


urlpatterns = [path("stock/<int:object_id>/", admin.site.admin_view(_form)), *ours]

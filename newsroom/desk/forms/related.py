"""The "+" beside a choice: its form begins with what the choice is limited to."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.forms import Field


class LimitedWrapper(RelatedFieldWidgetWrapper):
    """Says in the links beside it which rows are wanted: a section's "+" makes a section."""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        limits = self.rel.limit_choices_to
        if isinstance(limits, dict) and limits:
            context["url_params"] += f"&{urlencode(limits)}"
        return context


def limited(field: Field | None) -> Field | None:
    """The same form field, with such links where it has links at all."""
    old = getattr(field, "widget", None)
    if field is None or not isinstance(old, RelatedFieldWidgetWrapper):
        return field
    field.widget = LimitedWrapper(
        old.widget,
        old.rel,
        old.admin_site,
        can_add_related=old.can_add_related,
        can_change_related=old.can_change_related,
        can_delete_related=old.can_delete_related,
        can_view_related=old.can_view_related,
    )
    return field

"""Addresses of the desk, and the real clock that its pages go by."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.urls import reverse

from digest.lib import dates
from newsroom.models import Issue


def change(row: models.Model) -> str:
    """The form of a row."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])


def add(model: type[models.Model], **query: Any) -> str:
    """The empty form of a model."""
    address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
    return address + "".join(f"?{name}={row.pk}" for name, row in query.items())


def press(issue: Issue) -> str:
    """The press page."""
    return reverse("admin:desk-press", args=[issue.pk])


def verb(name: str, issue: Issue, revision: int | None = None) -> str:
    """The page of a verb."""
    args = [issue.pk] if revision is None else [issue.pk, revision]
    return reverse(f"admin:desk-{name}", args=args)


def now() -> datetime:
    """The moment at which the desk is used: its pages take no other."""
    return dates.now()


def rows() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    models_ = apps.get_models(include_auto_created=True)
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values_list())
        for model in models_
    }


def changed(before: dict[str, list[tuple[Any, ...]]]) -> list[str]:
    """The tables whose rows are others than before."""
    after = rows()
    return [label for label in after if after[label] != before[label]]

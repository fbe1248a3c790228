"""The desk's navigation: the newsroom's words, in the order of a week.

Said once, here; the menu shows of it what a person may open. A model that nobody has placed
comes last, under "Other", so that it is missed by no one.
"""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

#: The first page; everything else is a model.
INDEX = "admin:index"

GROUPS: list[tuple[Any, list[str]]] = [
    (_("This week"), [INDEX, "newsroom.issue"]),
    (
        _("Material"),
        [
            "newsroom.photo",
            "digest.outlet",
            "digest.person",
            "digest.topic",
            "newsroom.label",
        ],
    ),
    (
        _("Publication"),
        ["digest.series", "digest.notice", "digest.publication", "newsroom.staff"],
    ),
    (_("Record"), ["newsroom.journalentry"]),
    (_("Accounts"), ["auth.user", "auth.group"]),
]

#: What the menu calls them, where the plural of the model would not do.
WORDS = {
    INDEX: _("What needs me"),
    "digest.publication": _("Publication settings"),
    "newsroom.journalentry": _("Journal"),
    "auth.user": _("Accounts"),
    "auth.group": _("Groups of rights"),
}


def grouped(apps: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The admin's apps with their models, arranged anew by GROUPS."""
    models = {
        f"{app}.{model['object_name'].lower()}": model
        for app, found in apps.items()
        for model in found["models"]
    }
    groups = [_group(name, labels, models) for name, labels in GROUPS]
    groups.append(_group(_("Other"), sorted(models), models))
    return [group for group in groups if group["models"]]


def _group(name: Any, labels: list[str], models: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """One group in the form the admin's templates know; takes its models out of `models`."""
    entries = []
    for label in labels:
        entry = _first_page() if label == INDEX else models.pop(label, None)
        if entry is not None:
            entries.append({**entry, "name": WORDS.get(label, entry["name"])})
    return {
        "name": name,
        "app_label": slugify(str(name)),
        "app_url": reverse(INDEX),
        "has_module_perms": True,
        "models": entries,
    }


def _first_page() -> dict[str, Any]:
    return {
        "model": None,
        "name": WORDS[INDEX],
        "object_name": "index",
        "perms": {},
        "admin_url": reverse(INDEX),
        "add_url": None,
        "view_only": True,
    }

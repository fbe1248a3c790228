"""What a page was shown of a form, as a hash a field: it comes back with what was typed."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from django.db.models import Model, QuerySet

#: The hidden field of the page; newsroom/desk/forms/stale.py fills it.
SHOWN = "shown"

Hashes = dict[str, str]


def key_of(row: Model) -> str:
    """The name of a row among what was shown; all that are not there yet have one."""
    return f"{row._meta.label_lower}.{row.pk}"


def hashed(value: Any) -> str:
    """The same for what is stored and for what was typed, where both say the same."""
    if isinstance(value, Model):
        value = value.pk
    if isinstance(value, list | QuerySet):
        value = sorted(getattr(one, "pk", one) for one in value)
    if isinstance(value, datetime):
        value = value.astimezone(UTC)
    said = "" if value is None else str(value).replace("\r\n", "\n").strip()
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def shown_to(data: Any) -> dict[str, Hashes]:
    """What the page was shown that sends `data`; nothing where it does not say so in order."""
    try:
        said = json.loads(data.get(SHOWN, "{}"))
    except (ValueError, RecursionError):
        return {}
    rows = said.items() if isinstance(said, dict) else []
    return {key: fields for key, fields in rows if isinstance(fields, dict)}


def was_shown_empty(model: type[Model], data: Any) -> bool:
    """Whether the page that sends `data` has shown a form of a row that is not there yet."""
    return key_of(model()) in shown_to(data)

"""A text field that holds cleaned HTML, whoever writes to it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django_prose_editor.fields import ProseEditorFormField

from digest.lib import html, limits


class RichTextField(models.TextField):
    """HTML of the one allowed kind (digest/lib/html.py).

    Cleaning hangs on the field, below save(), update() and bulk_create(), so no
    form, command or import has to remember it. A text of more than `limit` characters is
    refused beside the field, before it is read.
    """

    def __init__(self, *args: Any, limit: int = limits.RICH, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.limit = limit

    @property
    def validators(self) -> Any:
        return [*super().validators, limits.at_most(self.limit)]

    def stored(self, value: Any) -> Any:
        """The value as the row will hold it."""
        return html.clean(value) if isinstance(value, str) else value

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        return super().get_db_prep_save(self.stored(value), connection)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(
            **{
                "form_class": ProseEditorFormField,
                "config": {"extensions": html.EXTENSIONS},
                "preset": "configurable",
                "sanitize": html.clean,
                "validators": [limits.at_most(self.limit)],
                **kwargs,
            }
        )

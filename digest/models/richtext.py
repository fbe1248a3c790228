"""A text field that holds cleaned HTML, whoever writes to it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django_prose_editor.fields import ProseEditorFormField

from digest.lib import html


class RichTextField(models.TextField):
    """HTML of the one allowed kind (digest/lib/html.py).

    Cleaning hangs on the field, below save(), update() and bulk_create(), so no
    form, command or import has to remember it.
    """

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        if isinstance(value, str):
            value = html.clean(value)
        return super().get_db_prep_save(value, connection)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(
            **{
                "form_class": ProseEditorFormField,
                "config": {"extensions": html.EXTENSIONS},
                "preset": "configurable",
                "sanitize": html.clean,
                **kwargs,
            }
        )

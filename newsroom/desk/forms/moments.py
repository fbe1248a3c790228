"""A moment as two inputs, on the clock of the page, settled where that clock is odd.

Django refuses a time that the clock skips or shows twice, and the whole form with it, also where
nobody has typed it but it was stored. Here it is settled as everywhere (digest/lib/dates.py).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils import timezone

from digest.lib import dates


class MomentField(forms.SplitDateTimeField):
    """Date and time on the current clock, cleaned into an instant in UTC.

    `oddity` says what there is to say of the time that was cleaned last, or "".
    """

    widget = AdminSplitDateTime
    oddity = ""

    def compress(self, data_list: Any) -> datetime | None:
        if not data_list or any(one in self.empty_values for one in data_list):
            return super().compress(data_list)
        wall, zone = datetime.combine(*data_list), timezone.get_current_timezone_name()
        # The first and the last year of the calendar have instants that it does not know.
        if not 1 < wall.year < 9999:
            return super().compress(data_list)
        self.oddity = dates.oddity(wall, zone)
        return dates.instant(wall, zone)


def keep_untouched(form: Any, cleaned: dict[str, Any]) -> None:
    """A moment that nobody has typed stays what is stored: of two with the same clock, that one."""
    for name, field in form.fields.items():
        if isinstance(field, MomentField) and name in cleaned and name not in form.changed_data:
            field.oddity = ""
            if form.instance.pk:
                cleaned[name] = getattr(form.instance, name)

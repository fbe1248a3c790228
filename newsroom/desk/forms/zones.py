"""Time zones as people call them: a name of the tz database, its city, or a city it has not got."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from digest.lib import dates

#: Well-known cities that name no zone of their own.
CITIES = {
    "Washington": "America/New_York",
    "Washington DC": "America/New_York",
    "Boston": "America/New_York",
    "Miami": "America/New_York",
    "Atlanta": "America/New_York",
    "Philadelphia": "America/New_York",
    "Houston": "America/Chicago",
    "Dallas": "America/Chicago",
    "New Orleans": "America/Chicago",
    "Minneapolis": "America/Chicago",
    "San Francisco": "America/Los_Angeles",
    "Seattle": "America/Los_Angeles",
    "San Diego": "America/Los_Angeles",
    "Las Vegas": "America/Los_Angeles",
    "Montreal": "America/Toronto",
    "Ottawa": "America/Toronto",
    "Rio de Janeiro": "America/Sao_Paulo",
    "Edinburgh": "Europe/London",
    "Barcelona": "Europe/Madrid",
    "Porto": "Europe/Lisbon",
    "Munich": "Europe/Berlin",
    "Hamburg": "Europe/Berlin",
    "Frankfurt": "Europe/Berlin",
    "Cologne": "Europe/Berlin",
    "Geneva": "Europe/Zurich",
    "Bern": "Europe/Zurich",
    "Basel": "Europe/Zurich",
    "Milan": "Europe/Rome",
    "Naples": "Europe/Rome",
    "The Hague": "Europe/Amsterdam",
    "Saint Petersburg": "Europe/Moscow",
    "Kyiv": "Europe/Kyiv",
    "Mumbai": "Asia/Kolkata",
    "Delhi": "Asia/Kolkata",
    "New Delhi": "Asia/Kolkata",
    "Bangalore": "Asia/Kolkata",
    "Beijing": "Asia/Shanghai",
    "Osaka": "Asia/Tokyo",
    "Kyoto": "Asia/Tokyo",
    "Hanoi": "Asia/Ho_Chi_Minh",
    "Abu Dhabi": "Asia/Dubai",
    "Tel Aviv": "Asia/Jerusalem",
    "Canberra": "Australia/Sydney",
    "Wellington": "Pacific/Auckland",
    "Cape Town": "Africa/Johannesburg",
    "Rabat": "Africa/Casablanca",
}
#: The list of suggestions stands in a page once; every input of a zone points at it.
LIST = "zone-names"


@cache
def _known() -> dict[str, str]:
    """What may be typed, in small letters -> the zone."""
    names = sorted(available_timezones())
    # "Lisbon" finds Europe/Lisbon; a city that two continents have finds neither.
    cities: dict[str, str] = {}
    for name in names:
        if "/" in name and not name.startswith(("Etc/", "US/", "SystemV/")):
            city = _folded(name.rpartition("/")[2])
            cities[city] = "" if city in cities else name
    found = {city: name for city, name in cities.items() if name}
    found |= {_folded(city): name for city, name in CITIES.items()}
    return found | {_folded(name): name for name in names}


def _folded(text: str) -> str:
    return " ".join(text.replace("_", " ").replace(".", "").replace(",", " ").split()).casefold()


def find(typed: str) -> str:
    """The zone that somebody means, or ""."""
    return _known().get(_folded(typed), "")


class ZoneInput(forms.TextInput):
    """A text input that suggests zones; the first one of a page brings the list along."""

    def __init__(self, attrs: dict | None = None, *, suggests: bool = True) -> None:
        given = {"list": LIST, "autocomplete": "off", "spellcheck": "false", "class": "zone"}
        super().__init__({**given, **(attrs or {})})
        self.suggests = suggests

    def render(self, name, value, attrs=None, renderer=None):
        drawn = super().render(name, value, attrs, renderer)
        if not self.suggests:
            return drawn
        zones = [(zone, "") for zone in sorted(available_timezones()) if "/" in zone]
        options = format_html_join(
            "", '<option value="{}">{}</option>', [*sorted(CITIES.items()), *zones]
        )
        return format_html('{}<datalist id="{}">{}</datalist>', drawn, LIST, options)


class ZoneField(forms.CharField):
    """A zone, whatever it was called; what it becomes is its name in the tz database."""

    widget = ZoneInput

    def to_python(self, value):
        typed = super().to_python(value)
        if typed in self.empty_values:
            return typed
        if zone := find(typed):
            return zone
        raise ValidationError(
            _(
                "There is no time zone “%(name)s”. Write a large city near you, "
                "or a zone like Europe/Lisbon."
            ),
            params={"name": typed},
        )


class ZonedDateTimeField(forms.DateTimeField):
    """A time on the clock of `zone`, cleaned into an instant in UTC."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def __init__(self, *, zone: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.zone = zone
        self.help_text = _("On the clock of %s.") % zone

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, datetime) and value.tzinfo is not None:
            value = dates.local(value, self.zone)
            return value.replace(tzinfo=None)
        return value

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        wall = _wall(value)
        # The first and the last year of the calendar have instants that it does not know.
        at = dates.instant(wall, self.zone) if 1 < wall.year < 9999 else wall
        dates.validate_year(at)
        return at

    def oddity(self, value: Any) -> str:
        """What there is to say about a typed time that the clock skips or shows twice, or ""."""
        return "" if value in self.empty_values else dates.oddity(_wall(value), self.zone)


def _wall(text: Any) -> datetime:
    for form in ("%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"):
        try:
            return datetime.strptime(str(text).strip(), form)  # noqa: DTZ007 -- the zone follows
        except ValueError:
            continue
    raise forms.ValidationError(_("Write the time like 2031-03-06 10:00."))

"""What stands in addresses: a converter lets through only what a row can have.

Anything else is no address of ours, and is answered with 404 before a database is asked.
"""

from __future__ import annotations

from datetime import date

from django.urls import register_converter

from digest.lib import dates


class RowConverter:
    """The key of a row: at most what eight bytes hold."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int | str) -> str:
        return str(value)


class CountConverter(RowConverter):
    """A revision or a width: at most what four bytes hold."""

    regex = "[0-9]{1,9}"


class YearConverter(RowConverter):
    """A year of the calendar, from 1000 on."""

    regex = "[1-9][0-9]{3}"


class KeyConverter:
    """The key of a picture: 128 bits as hexadecimal digits."""

    regex = "[0-9a-f]{32}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class DayConverter:
    """A local date, like 2031-03-06."""

    regex = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

    def to_python(self, value: str) -> date:
        """ValueError, which says that it is no address, for a day that clocks do not know."""
        day = date.fromisoformat(value)
        if day.year not in dates.YEARS:
            raise ValueError(value)
        return day

    to_url = staticmethod(date.isoformat)


register_converter(DayConverter, "day")
register_converter(RowConverter, "row")
register_converter(CountConverter, "count")
register_converter(YearConverter, "year")
register_converter(KeyConverter, "key")

"""What nobody sends who uses the desk: values, and requests made of them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from tests.newsroom.desk.rim.everywhere import Form, Place, names_read

#: Numbers that are none, or that no column holds.
NUMBERS = ["²", "٣", "-1", "0", "1e5", "1.5", "NaN", "9" * 30, "9" * 4400, "2147483648"]
#: Days and times beyond the calendar, or of none.
MOMENTS = [
    "0001-01-01",
    "9999-12-31",
    "0001-01-01T00:00",
    "9999-12-31T23:59",
    "10000-01-01",
    "2431-02-30",
    "24:00",
    "0001-01-01T00:00+23:59",
]
#: What somebody was shown, in other words than ours.
SHOWN = [
    '[NaN,Infinity,"",[]]',
    '["x",null,"",[]]',
    '{"a":1,"b":2,"c":3,"d":4}',
    "[true,null,[],[[1,2,3,4]]]",
    "[1,2,3,4]",
    "null",
    "[" * 100_000,
    "[" + "9" * 4400 + ',null,"",[]]',
]
#: Words that something could take for its own.
WORDS = [
    "",
    "x" * 5000,
    "\n",
    "'\"\\%_&=;,<b>{{",
    "..",
    "/",
    "None",
    "on",
    "__prefix__",
    "00000000-0000-0000-0000-000000000000",
    "é😀\u202e\ufeff",
    "outlet:x",
    "person:" + "ü" * 300,
    "plain:",
]
#: Everything; what one database does not take is added here.
NASTY = [*NUMBERS, *MOMENTS, *SHOWN, *WORDS]

#: What Django's admin reads from an address of its own accord.
QUERY = [
    "p", "o", "q", "e", "all", "_to_field", "_popup", "_changelist_filters", "next", "term",
    "page", "app_label", "model_name", "field_name", "pk__in", "pk", "id__exact", "x__y",
    "series__id__exact", "kind__exact", "at__year", "at__month", "at__day", "is_staff__exact",
    "groups__id__exact", "date_joined__gte", "_facets", "_saveasnew", "_asnew",
]  # fmt: skip
#: Fields that hold the key of a row.
CHOSEN = ("_label", "_photo", "person", "account", "series", "section", "writer", "-id")
#: Servers take no longer addresses.
LONGEST_ADDRESS = 5000


@dataclass(frozen=True)
class Request:
    """One request, and what was put into it."""

    method: str
    address: str
    data: Any
    said: str

    def __str__(self) -> str:
        return f"{self.method} {self.address[:120]} with {self.said[:120]}"


def surely(places: list[Place], forms: list[Form]) -> Iterator[Request]:
    """What was an error page once: keys, years, lookups, counts, versions, what was shown."""
    turn = itertools.cycle(["²", "9" * 30, "9" * 4400, "-1"])
    shown, counts = itertools.cycle(SHOWN), itertools.cycle(["-1", "1000000000", "²", ""])
    for place in places:
        if place.is_list:
            chosen = {"action": "delete_selected", "_selected_action": next(turn)}
            yield Request("POST", place.address, chosen, f"the rows {chosen}")
            for query in ("pk__regex=(", "name__regex=(", "at__gt=0001-01-01T00:00%2B23:59"):
                yield Request("GET", f"{place.address}?{query}", None, "that lookup")
        if "/<path:object_id>/" in place.route:
            for value in {next(turn), "9" * 4400}:
                address = place.address.replace(f"/{place.blanks[0]}/", f"/{quote(value)}/")
                yield Request("GET", address, None, "that key")
            yield Request("GET", f"{place.address}?_to_field=", None, "no field")
    for year in ("0", "1", "9999", "²", "9" * 30):
        address = f"/admin/newsroom/journalentry/?at__year={quote(year)}"
        yield Request("GET", address, None, "that year")
        yield Request("GET", f"{address}&at__month=12&at__day=31", None, "that day")
    for form in forms:
        sent = form.values
        if "expecting" in sent:
            for value in (next(shown), next(shown)):
                data = {**sent, "expecting": [value]}
                yield Request("POST", form.address, data, f"expecting {value}")
        for name in sent:
            if name.endswith(CHOSEN):
                data = {**sent, name: [next(turn)]}
                yield Request("POST", form.address, data, f"{name}={data[name]}")
            if name.endswith(("TOTAL_FORMS", "INITIAL_FORMS")):
                data = {**sent, name: [next(counts)]}
                yield Request("POST", form.address, data, f"{name}={data[name]}")


class Chance:
    """Requests by chance: each part, name and field gets some of the values, in turn."""

    def __init__(self, seed: int, times: int) -> None:
        self.values = random.Random(seed).sample(NASTY, len(NASTY))
        self.times = times
        self.turn = 0

    def some(self) -> list[str]:
        """The next values, as many as there are times."""
        self.turn += self.times
        count = len(self.values)
        return [self.values[one % count] for one in range(self.turn - self.times, self.turn)]

    def of_places(self, places: list[Place]) -> Iterator[Request]:
        """Something else in each part of an address, and in its query, asked for and sent."""
        names = sorted({*QUERY, *names_read()})
        for place in places:
            for blank in place.blanks:
                for value in self.some():
                    part = quote(value[:LONGEST_ADDRESS], safe="")
                    address = place.address.replace(f"/{blank}/", f"/{part}/", 1)
                    yield Request("GET", address, None, "that address")
                    yield Request("POST", address, {}, "that address")
            for value in self.some():
                every = dict.fromkeys(names, value[:LONGEST_ADDRESS])
                yield Request("GET", f"{place.address}?{urlencode(every)}", None, "every query")
                yield Request("POST", place.address, dict.fromkeys(names, value), "every name")
            for name in names if place.is_list else []:
                for value in self.some():
                    address = f"{place.address}?{urlencode({name: value[:LONGEST_ADDRESS]})}"
                    yield Request("GET", address, None, f"a query of {name}")

    def of_forms(self, forms: list[Form]) -> Iterator[Request]:
        """A form as a browser would send it, but for one field, without it, or in every field."""
        for form in forms:
            method = "POST" if form.method == "post" else "GET"
            for name in form.values:
                rest = {one: sent for one, sent in form.values.items() if one != name}
                yield Request(method, form.address, rest, f"no {name}")
                for value in self.some():
                    sent = {**rest, name: [value]}
                    yield Request(method, form.address, sent, f"{name}={value}")
            for value in self.some():
                every = {name: [value] for name in form.values}
                yield Request(method, form.address, every, f"{value} in every field")

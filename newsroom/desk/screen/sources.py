"""The sources of a brief as rows beside its form, each under a key of its own.

A row's key is the source's uid, printed with the blank row already: two saves of a new
row make one source. The rows that come are all there are; one that is missing was
taken out. `digest` tells a save that changed no row, which then costs no query.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from digest.lib import addresses, plaintext
from digest.lib.limits import too_long
from digest.models import Outlet, OutletDomain
from newsroom.desk.forms.fitting import longest
from newsroom.desk.screen import adding
from newsroom.models import NewsBrief, Source
from newsroom.writing import placing

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.auth.models import AbstractUser
    from django.http import QueryDict

_NAME = longest(Outlet, "name")


@dataclass
class SourceRow:
    """One row as it was typed, and what is offered beside it."""

    key: str
    address: str = ""
    outlet: str = ""
    reporter: str = ""
    source: Source | None = None
    typed: tuple[str, str] = ("", "")

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not (self.address or self.outlet or self.reporter)

    @property
    def troubles(self) -> list[str]:
        """A sentence for each of its fields that is too long to be stored."""
        found = [
            (_("Address"), too_long(self.address, longest(Source, "address"))),
            (_("Outlet"), too_long(self.outlet, _NAME)),
            (_("Reporter"), too_long(self.reporter, longest(Source, "reporter"))),
        ]
        return [f"{label}: {sentence}" for label, sentence in found if sentence]

    @property
    def is_misaddressed(self) -> bool:
        """Whether the address is no full web address."""
        return bool(self.address) and not addresses.is_web_address(self.address)

    @property
    def is_tracked(self) -> bool:
        """Whether the address tells the other site where its reader came from."""
        return addresses.without_tracking(self.address) != self.address

    def says(self, source: Source) -> bool:
        """Whether a stored source is what was typed."""
        outlet = source.outlet.name if source.outlet else ""
        stored = (source.address, outlet, source.reporter)
        return stored == (self.address, self.outlet, self.reporter)

    @property
    def was_recognised(self) -> bool:
        """Whether saving put another outlet into the row than was typed."""
        return self.outlet != self.typed[1]

    @property
    def was_made_plain(self) -> bool:
        """Whether saving put another address into the row than was typed."""
        return self.address != self.typed[0]

    @property
    def new_outlet(self) -> str:
        """The name under which an unknown outlet is offered, or ""."""
        if self.is_blank or (self.source and self.source.outlet):
            return ""
        return self.outlet or guessed_name(addresses.host(self.address))


def guessed_name(host: str) -> str:
    """What to call the outlet at a host: "harbour-ledger.example" shows its words.

    Any other host says no more than itself: "cnn.com" is no Cnn, and "bbc.co.uk" no Co.
    """
    if addresses.is_number(host):
        return ""
    labels = host.split(".")
    for label in labels[:-1]:
        words = label.split("-")
        if len(words) > 1 and all(len(word) > 2 and word.isalpha() for word in words):
            return " ".join(map(capfirst, words))
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


class SourceRows:
    """The rows of one brief, as posted or as stored."""

    def __init__(self, brief: NewsBrief, data: QueryDict | None = None) -> None:
        self.brief = brief
        self.was = data.get("sources-digest", "") if data is not None else ""
        self.rows = _stored(brief) if data is None else _posted(data)
        self.was_saved = False

    def __iter__(self) -> Iterator[SourceRow]:
        return iter(self.rows)

    @property
    def blank(self) -> SourceRow:
        """The row in which the next source is typed."""
        return SourceRow(str(uuid.uuid4()))

    @property
    def digest(self) -> str:
        """A short hash of what the rows say."""
        said = [[row.key, row.address, row.outlet, row.reporter] for row in self.rows]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]

    def has_changed(self) -> bool:
        """Whether a row was typed into, added or taken out."""
        return self.digest != self.was

    def has_loose_ends(self) -> bool:
        """Whether a row names an outlet that is not known yet."""
        return any(row.outlet and Outlet.objects.named(row.outlet) is None for row in self.rows)

    def do(self, what: str, *, by: AbstractUser, at: datetime) -> None:
        """What a button beside a row asks for: "plain:<key>" or "outlet:<key>"."""
        verb, _sign, key = what.partition(":")
        for row in self.rows:
            if row.key == key and verb == "plain":
                row.address = addresses.without_tracking(row.address)
            elif row.key == key and verb == "outlet" and not too_long(row.new_outlet, _NAME):
                row.outlet = _add_outlet(row, by=by, at=at).name

    def save(self, *, keep: bool = False) -> None:
        """Make the brief's sources what the rows say; the caller holds the issue's lock.

        With `keep` what somebody else saved meanwhile stays, and what differs goes beside it.
        """
        there = {str(one.uid): one for one in self.brief.sources.select_related("outlet")}
        for key, gone in there.items():
            if not keep and key not in {row.key for row in self.rows}:
                gone.delete()
        for row in self.rows:
            if keep and row.key in there and not row.says(there[row.key]):
                row.key = str(uuid.uuid4())
            row.source = there.get(row.key) or Source(uid=_own_uid(row.key), brief=self.brief)
            row.key = str(row.source.uid)
            _fill(row.source, row)
            row.outlet = row.source.outlet.name if row.source.outlet else row.outlet
            row.source.save()
        self.was_saved = True


def _stored(brief: NewsBrief) -> list[SourceRow]:
    return [
        SourceRow(
            str(one.uid), one.address, one.outlet.name if one.outlet else "", one.reporter, one
        )
        for one in brief.sources.select_related("outlet")
    ]


def _posted(data: QueryDict) -> list[SourceRow]:
    def line(key: str, name: str) -> str:
        return plaintext.line(data.get(f"source-{key}-{name}", ""))

    rows = [
        SourceRow(key, line(key, "address"), line(key, "outlet"), line(key, "reporter"))
        for key in dict.fromkeys(data.getlist("source"))
    ]
    for row in rows:
        row.typed = row.address, row.outlet
    return [row for row in rows if not row.is_blank]


def _fill(source: Source, row: SourceRow) -> None:
    source.address, source.reporter = row.address, row.reporter
    named = Outlet.objects.named(row.outlet) if row.outlet else None
    source.outlet = named if row.outlet else Outlet.objects.for_address(row.address)
    if source.pk is None:
        placing.place(source, after=placing.last_of(source, source.brief))


def _own_uid(key: str) -> uuid.UUID:
    """The uid a new row asked for, unless it is none or some other brief's."""
    try:
        uid = uuid.UUID(key)
    except ValueError:
        return uuid.uuid4()
    return uuid.uuid4() if Source.objects.filter(uid=uid).exists() else uid


def _add_outlet(row: SourceRow, *, by: AbstractUser, at: datetime) -> Outlet:
    """The outlet of that name, made where there is none, with the address's domain."""
    name = row.new_outlet or row.outlet
    adding.one_at_a_time()
    outlet = Outlet.objects.named(name)
    if outlet is None:
        outlet = Outlet(name=name)
        adding.add(outlet, name, by=by, at=at)
    host = addresses.host(row.address)
    if host and not Outlet.objects.for_address(row.address):
        adding.add(OutletDomain(outlet=outlet, domain=host), host, by=by, at=at)
    return outlet

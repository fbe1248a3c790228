"""Real rows for tests: each function makes one thing, finished unless it is told otherwise.

Times are far in the future, so that no instant of a test has passed on the real clock.
"""

from __future__ import annotations

import importlib
import io
import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.core.files.base import ContentFile
from django.db import connection
from PIL import Image

from digest.models import (
    Edition,
    Notice,
    Outlet,
    OutletDomain,
    Person,
    Publication,
    Series,
    SocialAddress,
    Topic,
)
from newsroom import pictures, press
from newsroom.models import (
    Byline,
    Cadence,
    Issue,
    IssueTopic,
    Label,
    LeadAnalysis,
    NewsBrief,
    Photo,
    PhotoCredit,
    PhotoUse,
    RelatedLink,
    Section,
    SeriesRules,
    Source,
    StandingSection,
)
from newsroom.models.parts import Part
from newsroom.press.expecting import seen
from newsroom.writing.saving import add_part
from newsroom.writing.starting import start_issue

#: A Thursday, 15:00 UTC: ten in the morning in New York. No clock that runs the tests is past
#: it, and 400 years being a whole number of weeks, its calendar is that of 2031.
T0 = datetime(2431, 3, 6, 15, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
TICK = timedelta(milliseconds=1)

_numbers = itertools.count(1)


def account(name: str = "", *permissions: str, **fields: Any) -> User:
    """A member of staff who may do what `permissions` ("digest.arm") say."""
    user = User.objects.create_user(
        name or f"staff-{next(_numbers)}",
        password="a long enough password",
        is_staff=True,
        **fields,
    )
    for permission in permissions:
        app, codename = permission.split(".")
        user.user_permissions.add(
            Permission.objects.get(content_type__app_label=app, codename=codename)
        )
    return user


def make_groups(make: Callable[..., None] | None = None) -> None:
    """The groups with their rights, as the migration makes them."""
    make = make or importlib.import_module("newsroom.migrations.0003_groups").make
    # The registry of the present has its models already, and keeps them.
    modules = {app: app.models_module for app in apps.get_app_configs()}
    try:
        make(apps, SimpleNamespace(connection=connection))
    finally:
        for app, module in modules.items():
            app.models_module = module


def member(group: str, name: str = "", **fields: Any) -> User:
    """A member of the group Writer, Editor or Publisher."""
    found = Group.objects.filter(name=group).first()
    if found is None:
        # A test with real transactions has emptied the tables.
        make_groups()
        found = Group.objects.get(name=group)
    user = account(name, **fields)
    user.groups.add(found)
    return user


def publication(**fields: Any) -> Publication:
    """The site, with everything filled in."""
    values = {
        "name": "Strait and Sound",
        "tagline": "The week at sea",
        "zone": "Europe/Lisbon",
        "postal_address": "4 Quay Street\nPort Ellery",
        "sign_up_address": "https://letters.example/sign-up",
        "preferred_source_address": "https://search.example/prefer",
    }
    site = Publication.objects.create(pk=1, **{**values, **fields})
    SocialAddress.objects.create(
        publication=site, label="Mastodon", address="https://social.example/@strait"
    )
    return site


def series(**fields: Any) -> Series:
    """A series in New York's zone; its rules are the defaults."""
    number = next(_numbers)
    values = {
        "name": f"Harbour Watch {number}",
        "slug": f"harbour-watch-{number}",
        "title_prefix": "Harbour Watch",
        "zone": "America/New_York",
        "rhythm": "Every Thursday",
    }
    return Series.objects.create(**{**values, **fields})


def rules(one: Series, **fields: Any) -> SeriesRules:
    """The rules of a series."""
    return SeriesRules.objects.create(series=one, **fields)


def cadence(one: Series, weekdays: str = "4", time: str = "10:00", **fields: Any) -> Cadence:
    """A rhythm: Thursdays at ten on the clock of the series, from long ago."""
    hour, minute = map(int, time.split(":"))
    values = {"valid_from": date(2020, 1, 6), "zone": one.zone, "time": clock(hour, minute)}
    return Cadence.objects.create(series=one, weekdays=weekdays, **{**values, **fields})


def standing(
    one: Series, heading: str = "From the Harbour Office", **fields: Any
) -> StandingSection:
    """A standing section."""
    values = {
        "required": True,
        "nothing_sentences": "The office gave no briefing this week.\nThe office was closed.",
    }
    return StandingSection.objects.create(series=one, heading=heading, **{**values, **fields})


def person(name: str = "") -> Person:
    """Somebody who can sign."""
    number = next(_numbers)
    return Person.objects.create(name=name or f"Ines Duarte {number}", slug=f"person-{number}")


def topic(name: str = "") -> Topic:
    """A topic."""
    number = next(_numbers)
    return Topic.objects.create(name=name or f"Pilotage {number}", slug=f"topic-{number}")


def outlet(name: str = "", domain: str = "") -> Outlet:
    """An outlet with a domain."""
    number = next(_numbers)
    one = Outlet.objects.create(name=name or f"Harbour Ledger {number}")
    OutletDomain.objects.create(outlet=one, domain=domain or f"ledger-{number}.example")
    return one


def label(name: str, kind: str = "genre") -> Label:
    """A label."""
    return Label.objects.get_or_create(name=name, kind=kind)[0]


def notice(text: str = "<p>Give to the boat fund.</p>", **fields: Any) -> Notice:
    """A notice that is shown for a day from T0."""
    values = {"kind": "appeal", "starts_at": T0, "ends_at": T0 + DAY}
    return Notice.objects.create(text=text, **{**values, **fields})


def part(one: Part) -> Any:
    """Add a part as the desk does."""
    add_part(one)
    return one


def empty_issue(one: Series | None = None, **fields: Any) -> Issue:
    """An issue as it is begun: standing sections, nothing else."""
    issue = Issue(series=one or series(), **fields)
    start_issue(issue, now=T0 - 7 * DAY)
    return issue


def issue(one: Series | None = None, *, title: str = "", **fields: Any) -> Issue:
    """A finished issue: dek, byline, topic, labels, lead, one section with one brief."""
    number = next(_numbers)
    draft = empty_issue(
        one,
        title=title or f"The pilots go home {number}",
        **{
            "dek": "Why the harbour is quiet.",
            "genre_label": label("Reporting"),
            "section_label": label("Ports", "section"),
            **fields,
        },
    )
    Byline.objects.create(issue=draft, person=person(), position=1024)
    IssueTopic.objects.create(content_object=draft, tag=topic())
    lead(draft)
    brief(section(draft))
    return draft


def lead(draft: Issue, body: str = "") -> LeadAnalysis:
    """The lead analysis."""
    text = '<p>The pilots <a href="https://ledger.example/pilots">said</a> they were tired.</p>'
    return part(LeadAnalysis(issue=draft, body=body or text))


def section(draft: Issue, heading: str = "In other news", **fields: Any) -> Section:
    """A section of its own, last."""
    return part(Section(issue=draft, heading=heading, **fields))


def brief(place: Section, body: str = "<p>A dredger sank.</p>", **fields: Any) -> NewsBrief:
    """A brief with one source, last in its section."""
    one = part(NewsBrief(section=place, body=body, **fields))
    source(one)
    return one


def source(one: NewsBrief, **fields: Any) -> Source:
    """A source, last in its brief."""
    position = 1024 * (one.sources.count() + 1)
    cited = fields.pop("outlet", None) or outlet()
    address = fields.pop("address", f"https://{cited.domains.get().domain}/story")
    return Source.objects.create(
        brief=one, outlet=cited, address=address, position=position, **fields
    )


def photo(*, credit: str = "Rui Barros", ready: bool = True, **fields: Any) -> Photo:
    """A photo with its credit and, where `ready`, its public picture in three widths."""
    image = Image.new("RGB", (1700, 1000), "teal")
    data = io.BytesIO()
    image.save(data, "JPEG")
    one = Photo.objects.create(
        name="Crane at dusk",
        created_at=T0,
        original=ContentFile(data.getvalue(), "x.jpg"),
        **fields,
    )
    if credit:
        PhotoCredit.objects.create(photo=one, creator=credit)
    if ready:
        pictures.develop(one)
    return one


def top_picture(draft: Issue, one: Photo | None = None, **fields: Any) -> PhotoUse:
    """The top picture of an issue, described."""
    values = {"alt": "A crane over still water", "caption": "The crane has not moved since May."}
    return part(PhotoUse(issue=draft, photo=one or photo(), **{**values, **fields}))


def foreign_card(draft: Issue, **fields: Any) -> RelatedLink:
    """A card that leads elsewhere."""
    values = {
        "address": "https://quarterly.example/tides",
        "label": "Essay",
        "title": "What tides remember",
        "dek": "A year beside a gauge.",
        "opening": "<p>The gauge stands in a shed.</p>",
    }
    return part(RelatedLink(issue=draft, **{**values, **fields}))


def own_card(draft: Issue, other: Issue) -> RelatedLink:
    """A card of one of our own issues, which has a Folio."""
    return part(RelatedLink(issue=draft, folio=other.folio))


def pressed(
    draft: Issue, at: datetime | None = None, *, now: datetime = T0, **asked: Any
) -> Edition:
    """The issue, pressed at `now` to go live at `at`, or at once."""
    draft.refresh_from_db()
    by = asked.pop("by", None) or User.objects.filter(username="presser").first()
    by = by or account("presser", is_superuser=True)
    expecting = asked.pop("expecting", None) or seen(draft, at=now)
    edition = press.arm(draft, at=at, by=by, expecting=expecting, now=now, **asked)
    draft.refresh_from_db()
    return edition


def corrected(
    draft: Issue,
    at: datetime | None = None,
    *,
    now: datetime,
    kind: str = "correction",
    **asked: Any,
) -> Edition:
    """The next revision of an issue that has been live, with a note."""
    note = asked.pop("note", "An earlier text named the wrong pier.")
    return pressed(draft, at, now=now, kind=kind, note=note, **asked)


def small_photo(
    *, credit: str = "Rui Barros", size: tuple[int, int] = (60, 40), **fields: Any
) -> Photo:
    """A photo of few pixels with its public picture, for tests that need many."""
    data = io.BytesIO()
    Image.new("RGB", size, "teal").save(data, "JPEG")
    one = Photo.objects.create(
        name="Buoy", created_at=T0, original=ContentFile(data.getvalue(), "x.jpg"), **fields
    )
    if credit:
        PhotoCredit.objects.create(photo=one, creator=credit)
    pictures.develop(one)
    return one

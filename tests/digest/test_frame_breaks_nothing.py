"""Whatever the forms of the frame let through, every public page stays a page.

Each field of each form gets every value in turn; what a form refuses it says beside the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.apps import apps
from django.db import models

from digest.models import (
    Notice,
    Outlet,
    OutletDomain,
    Person,
    Publication,
    Series,
    SkippedWeek,
    SocialAddress,
    Topic,
)
from newsroom.models import Cadence, Label, Photo, SeriesRules, StandingSection
from tests import factories
from tests.digest.canaries import mark_up
from tests.digest.conftest import Ask
from tests.digest.pagetext import body
from tests.digest.public_addresses import ADDRESSES as ADDRESSES_OF
from tests.digest.public_addresses import Sought
from tests.digest.visitor import Answer
from tests.factories import DAY, T0
from tests.newsroom.desk.deskscreens import Desk, Screen
from tests.newsroom.desk.places import change

TEXTS = [
    "<script>alert(1)</script><p>",
    "&amp; & \" ' ]]> <!-- --",
    "%s %(name)s %d {{ x }} {% y %} {0}",
    "\u202egpj.exe \u2066hidden\u2069",
    "🚢🛟 𝔘𝔫𝔦 e\u0301\u0327",
    "../../etc/passwd",
    "https://intranet/",
    "a" * 5000,
    "港の一週間",
    " ",
]
NUMBERS = [
    *("-1", "0", "1", "52", "53", "2147483647", "2147483648", "1e9", "²", ""),
    *("9" * 19, "9" * 400),
]
DAYS = [
    "0001-01-01",
    "1969-12-31",
    "1970-01-01",
    "2999-12-31",
    "3000-01-01",
    "9999-12-31",
    "10000-01-01",
    "2431-02-30",
    "0000-00-00",
    "",
]
TIMES = ["00:00", "23:59:59", "24:00", "12:60", "-1:00", "²:00", ""]
LANGUAGES = [
    "en",
    "pt-PT",
    "zh-Hant-TW",
    "xx",
    "ar",
    "de-1996",
    "en_US",
    "C",
    "x",
    "i-klingon",
    "../..",
    "en-",
    "é",
    "\u00df\u00df",
    "de\u0131",
    "",
]
ZONES = [
    "Pacific/Kiritimati",
    "Etc/GMT+12",
    "Factory",
    "localtime",
    "UTC",
    "EST5EDT",
    "America/Argentina/ComodRivadavia",
    "../UTC",
    "utc",
    "Mars/Olympus",
    "",
]
CHOICES = ["999999", "1", ""]
ADDRESSES = [
    "https://[2001:db8::1]:8443/a",
    "https://intranet/",
    "javascript:alert(1)",
    "https://a@b.example/",
    "https://xn--bcher-kva.example./",
    "",
]
SLUGS = ["Häfen", "a b", "a/b", "1", "index", "a" * 300, "versions", "archive", "-", ""]

#: The last word of a field's name -> what is tried; any other field is of words.
KINDS: dict[str, list[str]] = {
    "language": LANGUAGES,
    "zone": ZONES,
    "slug": SLUGS,
    "address": ADDRESSES,
    "sign_up_address": ADDRESSES,
    "preferred_source_address": ADDRESSES,
    "position": NUMBERS,
    "every": NUMBERS,
    "valid_from": DAYS,
    "time": TIMES,
    "starts_at_0": DAYS,
    "starts_at_1": TIMES,
    "ends_at_0": DAYS,
    "ends_at_1": TIMES,
    **dict.fromkeys(
        [
            "kind",
            "series",
            "numbering",
            "genre_label",
            "section_label",
            "default_photo",
            "weekdays",
        ],
        CHOICES,
    ),
    "rights_until_0": DAYS,
    "rights_until_1": TIMES,
}

#: Model -> the model on whose form its rows are.
FORMS: dict[type[models.Model], type[models.Model]] = {
    Publication: Publication,
    SocialAddress: Publication,
    Series: Series,
    Cadence: Series,
    SeriesRules: Series,
    StandingSection: Series,
    Person: Person,
    Topic: Topic,
    Outlet: Outlet,
    OutletDomain: Outlet,
    Notice: Notice,
    Label: Label,
    Photo: Photo,
}
#: No form of the admin: a page of its own (test_no_skipped_week_breaks_a_page).
ELSEWHERE = {SkippedWeek}
#: Pictures, and pages of the desk that need an account.
NO_PAGES = {"reader:picture", "desk-picture", "desk-preview", "desk-notice-preview"}
#: Fields of a form that carry keys.
KEYS = ("_FORMS", "-id", "-DELETE", "-seen", "-0-series", "-publication", "-outlet", "-photo")
#: Not typed: keys, what the server writes, files.
UNTYPED = {"id", "uid", "picture", "created_at", "original", "publication", "outlet"}


@pytest.fixture
def site(db: None, at: Any) -> Any:
    """A site with one of everything in the frame, a live issue that names it, and its desk."""
    at(T0)
    factories.publication()
    one = factories.series()
    factories.cadence(one, valid_from=date(2440, 1, 4))
    factories.rules(one)
    factories.standing(one, required=False)
    factories.notice(starts_at=T0 - DAY, series=None)
    marked = mark_up(factories.issue(one), "a")
    factories.pressed(marked.draft, now=T0 - DAY)
    factories.corrected(marked.draft, now=T0 - DAY / 2)
    return marked, Desk(factories.account("owner", is_superuser=True))


def sought(marked: Any) -> Sought:
    marked.draft.refresh_from_db()
    return Sought(
        series=Series.objects.get(pk=marked.draft.series_id).slug,
        slug=marked.draft.folio.slug,
        topic=Topic.objects.get(pk=marked.topic.pk).slug,
        person=Person.objects.get(pk=marked.person.pk).slug,
        keys=tuple(marked.keys),
        issue=marked.draft.pk,
    )


def broken(marked: Any, ask: Ask) -> Iterator[str]:
    """Every public address that is no page or no feed any more."""
    wanted = sought(marked)
    public = [row for name, row in ADDRESSES_OF.items() if name not in NO_PAGES]
    for address in dict.fromkeys(one for row in public for one in row(wanted)):
        answer: Answer = ask(address, T0)
        if answer.status_code >= 500:
            yield f"{answer.status_code} {address}"
        elif answer.status_code == 200 and address.split("?")[0].endswith(
            (".rss", ".atom", ".xml")
        ):
            try:
                ET.fromstring(body(answer))  # noqa: S314 -- of our own
            except ET.ParseError as error:
                yield f"{address}: {error}"


def row_of(model: type[models.Model], marked: Any) -> models.Model:
    known = {Topic: marked.topic, Person: marked.person, Series: marked.draft.series}
    return known.get(model) or model._default_manager.first()  # type: ignore[return-value]


def typed(form: dict[str, list[str]]) -> list[str]:
    """The names of the fields that a person types into."""
    hidden = ("csrfmiddlewaretoken", "_", "expecting")
    return [
        name
        for name in form
        if not name.startswith(hidden)
        and not name.endswith(
            ("_FORMS", "-id", "-DELETE", "-seen", "-0-series", "-publication", "-outlet", "-photo")
        )
        and "__prefix__" not in name
        and not name.startswith("initial-")
    ]


def kind_of(name: str) -> list[str]:
    return KINDS.get(name.rsplit("-", 1)[-1], TEXTS)


def saved(desk: Desk, address: str, values: dict[str, str]) -> Screen:
    """Send the form; what it refuses is sent once more as it stood, so that the rest is saved."""
    for _again in range(12):
        page = desk.open(address)
        assert page.status == 200, values
        screen = page.click("Save", dict(values))
        assert screen.status == 200, values
        if screen.sent:
            break
        refused = [
            name
            for name in values
            if screen.beside(name) or screen.beside(re.sub("_[01]$", "", name))
        ]
        if not refused:
            # Said of the form as a whole: about one of its rows.
            refused = list(values)
        for name in refused:
            values.pop(name, None)
    return screen


@pytest.mark.parametrize("model", sorted(set(FORMS.values()), key=str))
def test_no_value_that_a_form_lets_through_breaks_a_page(model: Any, site: Any, ask: Ask):
    marked, desk = site
    address = change(row_of(model, marked))
    names = typed(desk.open(address).fields("Save"))
    assert names
    stored = 0
    for number in range(max(len(kind_of(name)) for name in names)):
        values = {
            name: (kind := kind_of(name))[(number + place) % len(kind)]
            for place, name in enumerate(names)
        }
        screen = saved(desk, address, values)
        stored += bool(screen.sent and values)
        assert list(broken(marked, ask)) == [], (number, values)
    assert desk.open(address).status == 200
    assert stored > 0


@pytest.mark.parametrize("name", ["valid_from", "starts_at_0", "ends_at_0", "rights_until_0"])
def test_day_beyond_the_calendar_is_refused_beside_its_field(site: Any, name: str):
    marked, desk = site
    model = {"v": Series, "s": Notice, "e": Notice, "r": Photo}[name[0]]
    address = change(row_of(model, marked))
    field = next(one for one in typed(desk.open(address).fields("Save")) if one.endswith(name))
    for day in ("0001-01-01", "1969-12-31", "3000-01-01", "9999-12-31"):
        values = {field: day} | ({"rights_until_1": "10:00"} if model is Photo else {})
        screen = desk.open(address).click("Save", values)
        assert not screen.sent
        said = screen.beside(field.removesuffix("_0"))
        wrong_anyway = ("That day has passed", "has to end after", "couldn’t be interpreted")
        assert "Choose a year from 1970 to 2999." in said or any(
            one in said for one in wrong_anyway
        )
        assert desk.open(address).status == 200


def test_rhythm_stored_past_the_form_leaves_the_page_of_the_series(site: Any):
    marked, desk = site
    for day in (date.min, date(1969, 12, 31), date(3000, 1, 1), date.max):
        for zone in ("Pacific/Kiritimati", "Etc/GMT+12"):
            Cadence.objects.update(valid_from=day, zone=zone, time="23:30", weekdays="1234567")
            assert desk.open(change(marked.draft.series)).status == 200, (day, zone)
            assert desk.open("/admin/").status == 200, (day, zone)


def test_language_stored_past_the_form_leaves_every_page(site: Any, ask: Ask):
    marked, _desk = site
    for tag in ("xx", "../..", "en_US", "", "\u202e", "zh-Hant"):
        Publication.objects.update(language=tag)
        assert list(broken(marked, ask)) == [], tag


def test_no_skipped_week_breaks_a_page(site: Any, ask: Ask):
    marked, desk = site
    notes = [*TEXTS[:4], "a" * 300]
    days = [date.min, date.max, T0.date(), T0.date() + timedelta(days=400), date(2431, 1, 1)]
    for day, note in zip(days, notes, strict=True):
        SkippedWeek.objects.create(series=marked.draft.series, day=day, note=note)
        for verb in ("skip", "start"):
            slot = f"/admin/newsroom/issue/slots/{marked.draft.series_id}/{day.isoformat()}/{verb}/"
            assert desk.open(slot).status < 500
    assert list(broken(marked, ask)) == []
    assert desk.open("/admin/").status == 200


def test_every_field_of_the_frame_is_tried(site: Any):
    marked, desk = site
    frame = {model for model in apps.get_models() if model._meta.model_name in FRAME}
    assert frame == FORMS.keys() | ELSEWHERE
    for model, whole in FORMS.items():
        names = typed(desk.open(change(row_of(whole, marked))).fields("Save"))
        tried = {name.rsplit("-", 1)[-1].removesuffix("_0").removesuffix("_1") for name in names}
        own = {field.name for field in model._meta.fields if field.editable} - UNTYPED
        boxes = {f.name for f in model._meta.fields if isinstance(f, models.BooleanField)}
        fixed = {"slug", "series"} if whole is Series else set()
        assert own - boxes - tried - fixed == set(), model


FRAME = {
    "publication",
    "socialaddress",
    "series",
    "cadence",
    "seriesrules",
    "standingsection",
    "person",
    "topic",
    "outlet",
    "outletdomain",
    "notice",
    "label",
    "photo",
    "skippedweek",
}

"""Every address of the desk, from the URL resolver, and every field that its pages render."""

from __future__ import annotations

import ast
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import unquote_to_bytes, urljoin, urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.core.signals import got_request_exception
from django.db import transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from django.urls import URLPattern, URLResolver, get_resolver, resolve

from digest.models import Edition, Notice
from newsroom import plan
from newsroom.desk.screen.kinds import KINDS
from newsroom.desk.screen.suggestions import LOOKED_FOR
from newsroom.models import Issue, NewsBrief, Photo, Staff
from newsroom.writing import tray
from tests.factories import DAY, account, cadence, issue, person, publication, rules, series
from tests.factories import standing as standing_section
from tests.newsroom.desk.deskscreens import _Lenient, _values
from tests.newsroom.desk.places import now
from tests.newsroom.desk.rim.addresses import world

#: The desk: what stands under other addresses is the readers'.
DESK = ("admin/", "preview/")


@dataclass(frozen=True)
class Place:
    """One address; `blanks` are its parts that a request can choose, as they stand in it."""

    route: str
    address: str
    blanks: tuple[str, ...] = ()

    @property
    def is_list(self) -> bool:
        """Whether rows are searched, narrowed and put in order there."""
        is_list = self.route.startswith("admin/") and self.route.count("/") == 3
        return is_list or "autocomplete" in self.route


@dataclass
class Form:
    """A form that a page renders: where it goes, and what a browser would send."""

    place: Place
    method: str
    address: str
    values: dict[str, list[str]] = field(default_factory=dict)


class Everything:
    """A publication in which every address leads somewhere, and somebody who may do all."""

    def __init__(self) -> None:
        publication()
        self.owner = account("owner", is_superuser=True)
        self.live = world()
        self.planned = issue(self.live.series, title="Planned")
        self.special = issue(series(), title="Special")
        rules(self.live.series)
        standing_section(self.live.series, required=False)
        cadence(self.special.series)
        day = now().date() + 2 * DAY
        seen = str(plan.shown(self.planned, day))
        plan.move(self.planned, day, by=self.owner, seen=seen)
        self.skipped = _thursday()
        plan.skip(self.special.series, self.skipped, by=self.owner, note="At sea.")
        Staff.objects.create(person=person(), account=self.owner)
        Group.objects.get_or_create(name="Writer")

    def places(self) -> list[Place]:
        """Every address, with the rows of this world in it."""
        found = []
        for route, converters in _routes(get_resolver().url_patterns, ""):
            if route.startswith(DESK):
                found += self._filled(route, converters)
        return list(dict.fromkeys(found))

    def _filled(self, route: str, converters: dict[str, Any]) -> Iterator[Place]:
        if "(?P<app_label>" in route:
            yield Place(route, "/admin/newsroom/", ("newsroom",))
        elif "(?P<url>" in route:
            yield Place(route, "/admin/nowhere", ("nowhere",))
        elif "kind" in converters:
            for kind, part in self._parts().items():
                yield self._at(route, kind=kind, part=part, pk=self._whole(kind))
        elif "what" in converters:
            for what in LOOKED_FOR:
                yield self._at(route, what=what)
        elif "series" in converters:
            yield self._at(route, series=self.live.series_id, day=now().date() + 4 * DAY)
            yield self._at(route, series=self.special.series_id, day=self.skipped)
        elif "object_id" in converters and "content_type_id" not in converters:
            yield self._at(route, object_id=self._row(route))
        elif "issue/<key:pk>" in route or "preview/issues" in route:
            for one in (self.live, self.planned, self.special):
                yield self._at(route, pk=one.pk)
        else:
            yield self._at(route)

    def _parts(self) -> dict[str, Any]:
        rows = {kind: one.rows(self.live).first().pk for kind, one in KINDS.items()}
        return {**rows, "title": self.special.pk}

    def _whole(self, kind: str) -> int:
        return (self.special if kind == "title" else self.live).pk

    def _row(self, route: str) -> Any:
        app, model = route.removeprefix("admin/").split("/")[:2]
        rows = apps.get_model(app, model)._base_manager.order_by("pk")
        return getattr(rows.first(), "pk", 1)

    def _at(self, route: str, **known: Any) -> Place:
        picture = Photo.objects.exclude(picture=None).first().picture
        brief = NewsBrief.objects.filter(section__issue=self.live).first()
        values = {
            "pk": self.live.pk,
            "part": brief.pk,
            "card": self.live.related_links.first().pk,
            "revision": Edition.objects.armed(now()).get(folio=self.live.folio).revision,
            "key": picture.key,
            "width": picture.renditions.first().width,
            "name": "home",
            "content_type_id": ContentType.objects.get_for_model(Issue).pk,
            "object_id": self.live.pk,
            "id": self.owner.pk,
            **known,
        }
        if "section/<key:part>" in route:
            values["part"] = self.live.sections.first().pk
        if "tray/<key:part>" in route and "section" not in route:
            values["part"] = tray.lying().first().pk
        if "photo/" in route and "take-down" in route:
            values["pk"] = Photo.objects.first().pk
        if "notice" in route:
            values["pk"] = Notice.objects.first().pk
        blanks = []

        def fill(found: re.Match[str]) -> str:
            blanks.append(str(values[found[1]]))
            return blanks[-1]

        return Place(route, "/" + re.sub(r"<(?:\w+:)?(\w+)>", fill, route), tuple(blanks))


def _thursday() -> date:
    today = now().date()
    return today + DAY * ((3 - today.weekday()) % 7 + 7)


def _routes(
    patterns: list[URLPattern | URLResolver], before: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern.url_patterns, route)
        else:
            yield route, pattern.pattern.converters


class Hand:
    """Sends requests as somebody, each of them taken back, and tells what was raised."""

    def __init__(self, user: User) -> None:
        client = Client()
        client.force_login(user)
        self.requests = RequestFactory()
        self.requests.cookies = client.cookies
        self.handler = ClientHandler(enforce_csrf_checks=False)
        self.raised = ""
        got_request_exception.connect(self._note)

    def _note(self, **_kwargs: Any) -> None:
        self.raised = traceback.format_exc()

    def send(self, method: str, address: str, data: Any = None, **more: Any) -> HttpResponse:
        """One request; what it has written stays until the caller takes it back."""
        headers = {"HX-Request": "true"} if "/screen/" in address else {}
        self.raised = ""
        build = getattr(self.requests, method.lower())
        request = build(address, data, headers=headers, **more)
        # As servers hand it on.
        path = unquote_to_bytes(urlsplit(address).path).decode("iso-8859-1")
        return self.handler({**request.environ, "PATH_INFO": path})


def forms(hand: Hand, places: list[Place]) -> list[Form]:
    """Every form that the pages render, those of one kind once."""
    found, known = [], set()
    for place in places:
        with transaction.atomic():
            response = hand.send("GET", place.address)
            transaction.set_rollback(True)
        for form in _forms_of(place, response) if _is_html(response) else []:
            names = frozenset(re.sub(r"\d+|[0-9a-f-]{36}", "0", one) for one in form.values)
            if (kind := (_route(form.address), form.method, names)) not in known:
                known.add(kind)
                found.append(form)
    return found


def _route(address: str) -> str:
    return str(resolve(urlsplit(address).path).route)


def _is_html(response: HttpResponse) -> bool:
    return response.status_code == 200 and response["Content-Type"].startswith("text/html")


def _forms_of(place: Place, response: HttpResponse) -> Iterator[Form]:
    parser = _Lenient()
    parser.feed(response.content.decode())
    for one in parser.root.all("form"):
        attributes = one.attributes
        if attributes.get("id") == "logout-form" or attributes.get("method") == "dialog":
            continue
        small = attributes.get("hx-post") or attributes.get("data-hx-post")
        address = urljoin(place.address, small or attributes.get("action", ""))
        method = "post" if small or "part-form" in attributes.get("class", "") else ""
        method = method or attributes.get("method", "get").lower()
        values = {name: [] for name in [*_names(one), *_more(address)]} | _values(one)
        yield Form(place, method, address, values)


#: What is sent beside the fields of a form: by scripts, by buttons, by pages in a window.
BY_SCRIPT = ["do", "merge", "conflict-version", "conflict-digest", "done", "source", "topic"]
BY_ADMIN = ["_selected_action", "index", "select_across", "action", "_popup", "_to_field"]


def _more(address: str) -> list[str]:
    return BY_SCRIPT if "/screen/" in address else BY_ADMIN


def _names(form: Any) -> list[str]:
    named = (one.attributes.get("name", "") for one in form.all())
    return [name for name in dict.fromkeys(named) if name and "__prefix__" not in name]


def names_read() -> set[str]:
    """What the desk's code reads from a request by name, as far as it says the name."""
    found = set()
    for path in (settings.BASE_DIR / "newsroom/desk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr in {"get", "getlist"} and node.args:
                    _add(found, node.func.value, node.args[0])
            elif isinstance(node, ast.Subscript):
                _add(found, node.value, node.slice)
            elif isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In):
                _add(found, node.comparators[0], node.left)
    return found


def _add(found: set[str], mapping: ast.expr, name: ast.expr) -> None:
    said = ast.unparse(mapping)
    if said.endswith(("POST", "GET", "data", "FILES")) and isinstance(name, ast.Constant):
        found.add(str(name.value))

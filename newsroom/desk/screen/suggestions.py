"""What a field with suggestions offers while somebody types: options of a datalist."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from digest.models import Folio, Outlet, Person, Topic
from newsroom.desk.screen.views import small
from newsroom.models import Photo

#: Options at once.
MOST = 12

#: (what the field gets, what stands beside it)
Option = tuple[str, str]


def _people(words: str) -> list[Option]:
    rows = Person.objects.filter(name__icontains=words).order_by("name")
    return [(row.name, "") for row in rows[:MOST]]


def _topics(words: str) -> list[Option]:
    rows = Topic.objects.filter(name__icontains=words).order_by("name")
    return [(row.name, "") for row in rows[:MOST]]


def _outlets(words: str) -> list[Option]:
    rows = Outlet.objects.filter(Q(name__icontains=words) | Q(aliases__icontains=words))
    return [(row.name, "") for row in rows.order_by("name")[:MOST]]


def _photos(words: str) -> list[Option]:
    rows = Photo.objects.filter(name__icontains=words).select_related("credit")
    return [(row.name, str(getattr(row, "credit", ""))) for row in rows[:MOST]]


def _issues(words: str) -> list[Option]:
    rows = Folio.objects.filter(Q(issue__title__icontains=words) | Q(slug__icontains=words))
    newest = rows.select_related("series", "issue").order_by("-first_live_from", "-pk")[:MOST]
    return [
        (settings.SITE_URL + row.get_absolute_url(), f"{row.issue} ({row.series})")
        for row in newest
    ]


LOOKED_FOR: dict[str, Callable[[str], list[Option]]] = {
    "people": _people,
    "topics": _topics,
    "outlets": _outlets,
    "photos": _photos,
    "issues": _issues,
}


@small
@require_safe
def suggest(request: HttpRequest, what: str) -> HttpResponse:
    """Options for what was typed in `q`."""
    if what not in LOOKED_FOR:
        raise Http404
    words = request.GET.get("q", "").strip()[:100]
    options = LOOKED_FOR[what](words) if words else []
    return render(request, "desk/screen/options.html", {"options": options})

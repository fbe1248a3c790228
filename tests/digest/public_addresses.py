"""Every public address, taken from the URL resolver, and those that somebody would guess."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

#: Those of the pictures in these tests, and one that no picture here has.
WIDTHS = (60, 480, 600, 1600)
YEARS = (2431, 2432)


@dataclass(frozen=True)
class Sought:
    """What somebody who looks for a hidden text knows of it."""

    series: str
    slug: str
    topic: str
    person: str
    keys: tuple[str, ...]
    issue: int


def _renditions(sought: Sought, prefix: str) -> list[str]:
    return [f"{prefix}/{key}/{width}.jpg" for key in sought.keys for width in WIDTHS]


#: Name of a pattern -> the addresses to ask under it. A pattern without a row fails a test.
ADDRESSES: dict[str, Callable[[Sought], list[str]]] = {
    "reader:home": lambda s: ["/", "/?preview=1"],
    "reader:robots": lambda s: ["/robots.txt"],
    "reader:sitemap": lambda s: ["/sitemap.xml", "/sitemap.xml?p=2"],
    "reader:rss": lambda s: ["/feeds/all.rss", f"/feeds/{s.series}.rss", f"/feeds/{s.slug}.rss"],
    "reader:atom": lambda s: ["/feeds/all.atom", f"/feeds/{s.series}.atom"],
    "reader:picture": lambda s: _renditions(s, "/pictures"),
    "reader:topic": lambda s: [f"/topics/{s.topic}/", f"/topics/{s.topic}/?page=2"],
    "reader:author": lambda s: [f"/authors/{s.person}/", f"/authors/{s.person}/?page=2"],
    "reader:archive": lambda s: ["/archive/"],
    "reader:archive-year": lambda s: [f"/archive/{year}/" for year in YEARS],
    "reader:series": lambda s: [f"/{s.series}/", f"/{s.slug}/"],
    "reader:series-archive": lambda s: [f"/{s.series}/archive/"],
    "reader:series-archive-year": lambda s: [f"/{s.series}/archive/{year}/" for year in YEARS],
    "reader:issue": lambda s: [f"/{s.series}/{s.slug}/", f"/{s.series}/{s.slug}/?version=1"],
    "reader:version": lambda s: [f"/{s.series}/{s.slug}/versions/{n}/" for n in range(1, 5)],
    "desk-preview": lambda s: [f"/preview/issues/{s.issue}/"],
    "desk-specimen": lambda s: ["/preview/specimen/", "/preview/specimen/home/"],
    "desk-notice-preview": lambda s: [f"/preview/notices/{n}/" for n in (1, 2)],
    "desk-picture": lambda s: [f"/preview/pictures/{key}/480.jpg" for key in s.keys],
}

#: What has no pattern of its own and must stay without an answer.
GUESSES: Callable[[Sought], list[str]] = lambda s: [  # noqa: E731 (a row like those above)
    f"/{s.series}/{s.slug}",
    f"/{s.series}/{s.slug}/versions/",
    f"/{s.series}/{s.slug}.json",
    "/feeds/all.json",
    f"/search/?q={s.slug}",
    f"/media/renditions/{s.keys[0]}/480.jpg",
    f"/renditions/{s.keys[0]}/480.jpg",
    f"/static/{s.keys[0]}/480.jpg",
    f"/pictures/{s.keys[0]}/",
    f"/pictures/{s.keys[0].upper()}/480.jpg",
    f"/originals/{s.issue}",
]


def patterns() -> dict[str, str]:
    """Name -> route of every address pattern outside the admin."""
    return dict(_named(get_resolver().url_patterns, "", ""))


def _named(
    found: list[URLPattern | URLResolver], space: str, route: str
) -> Iterator[tuple[str, str]]:
    for pattern in found:
        whole = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "admin":
                inner = f"{pattern.namespace}:" if pattern.namespace else space
                yield from _named(pattern.url_patterns, inner, whole)
        else:
            yield f"{space}{pattern.name}", whole


def all_addresses(sought: Sought) -> list[str]:
    """Everything to ask for."""
    known = [address for row in ADDRESSES.values() for address in row(sought)]
    return list(dict.fromkeys(known + GUESSES(sought)))

"""Every address of the desk, taken from the URL resolver, and the right that each asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib import admin
from django.urls import URLPattern, reverse

from digest.models import Edition, Notice, Person
from newsroom.models import Issue, NewsBrief, Photo, Staff
from newsroom.writing import tray
from tests.factories import (
    DAY,
    HOUR,
    account,
    brief,
    cadence,
    corrected,
    foreign_card,
    issue,
    notice,
    photo,
    pressed,
    section,
    top_picture,
)
from tests.newsroom.desk.places import now

NOBODY = "nobody"
WRITING = "newsroom.change_issue"
PLANNING = "newsroom.plan_issue"

#: Addresses of ours -> the right for GET and the right for POST; "" where the method has no use.
OWN = {
    "desk-find-issue": ("newsroom.view_issue", ""),
    "desk-press": ("digest.arm", "digest.arm"),
    "desk-start": ("", PLANNING),
    "desk-skip": (PLANNING, PLANNING),
    "desk-move-issue": (PLANNING, PLANNING),
    "desk-arm-for-slot": ("", PLANNING),
    "desk-hand": (PLANNING, PLANNING),
    "desk-replace": ("", "digest.arm"),
    "desk-preview-frames": ("newsroom.view_issue", ""),
    "desk-withdraw": ("digest.withdraw", "digest.withdraw"),
    "desk-disarm": ("digest.disarm", "digest.disarm"),
    "desk-expire": ("digest.withdraw", "digest.withdraw"),
    "desk-rearm": ("digest.arm", "digest.arm"),
    "desk-suppress": ("digest.suppress", "digest.suppress"),
    "desk-edition": ("newsroom.view_issue", ""),
    "desk-restore-draft": ("newsroom.change_issue", "newsroom.change_issue"),
    "newsroom_photo_take_down": ("digest.withdraw", "digest.withdraw"),
    "desk-preview": ("newsroom.view_issue", ""),
    "desk-notice-preview": ("digest.view_notice", ""),
    "admin:desk-notice-about": ("digest.view_notice", ""),
    "desk-picture": ("newsroom.view_photo", ""),
    "desk-specimen": ("newsroom.view_issue", ""),
    "desk-screen": (WRITING, ""),
    "desk-side": (WRITING, ""),
    "desk-suggest": (WRITING, ""),
    "desk-part": (WRITING, WRITING),
    "desk-copy": (WRITING, WRITING),
    "desk-tray": (WRITING, WRITING),
    "desk-parked": (WRITING, WRITING),
    **{
        f"desk-{verb}": ("", WRITING)
        for verb in (
            "place-photo",
            "place-card-photo",
            "add-part",
            "say",
            "move",
            "remove",
            "park",
            "restore",
            "duplicate",
        )
    },
}


@dataclass(frozen=True)
class Asked:
    """One address, and the rights it asks for by method."""

    name: str
    address: str
    rights: dict[str, str] = field(hash=False)


def world() -> Issue:
    """An issue with every kind of part, a live, an earlier and a scheduled revision."""
    draft = issue()
    cadence(draft.series, "1234567")
    notice()
    foreign_card(draft)
    top_picture(draft, photo())
    tides = section(draft, "Tides")
    brief(tides)
    tray.park(brief(tides), by=account("parker"))
    pressed(draft, now=now() - 3 * HOUR)
    corrected(draft, now=now() - HOUR)
    corrected(draft, now() + HOUR, now=now())
    return draft


def all_addresses(draft: Issue) -> list[Asked]:
    """Those under /admin/newsroom/ and /preview/."""
    found = []
    for model, model_admin in admin.site._registry.items():
        if model._meta.app_label == "newsroom":
            row = model.objects.first() or _row(model)
            for pattern in model_admin.get_urls():
                found += _of(pattern, model._meta.model_name, row, draft)
    picture = Photo.objects.first().picture
    width = picture.renditions.first().width
    told = Notice.objects.first().pk
    for name, args in [
        ("desk-notice-preview", [told]),
        ("admin:desk-notice-about", [told]),
        ("desk-preview", [draft.pk]),
        ("desk-picture", [picture.key, width]),
        ("desk-specimen", []),
        ("desk-specimen", ["home"]),
    ]:
        get, post = OWN[name]
        found.append(Asked(name, reverse(name, args=args), {"GET": get, "POST": post}))
    return found


def _row(model):
    """An account of a person: the one row that no issue brings along."""
    assert model is Staff
    return model.objects.create(person=Person.objects.first(), account=account("somebody"))


def _of(pattern: URLPattern, model: str, row, draft: Issue) -> list[Asked]:
    name = pattern.name
    if name is None:  # Django's own way on from the address it once had
        return []
    own = dict.fromkeys(("GET", "POST"), "")
    if name in OWN:
        own["GET"], own["POST"] = OWN[name]
    else:
        own["GET"], own["POST"] = _stock(name.removeprefix(f"newsroom_{model}_"), model)
    if name.startswith("desk-"):
        row = draft
    converters = pattern.pattern.converters
    args = {key: row.pk for key in converters if key in {"pk", "object_id"}}
    if "revision" in converters:
        args["revision"] = Edition.objects.get(folio=draft.folio, live_from__gt=now()).revision
    args |= _within(name, converters, draft)
    address = reverse(f"admin:{name}", kwargs=args)
    return [Asked(name, address, own)]


def _within(name: str, converters: Any, draft: Issue) -> dict[str, Any]:
    """What an address of the issue's screen names within the issue."""
    args: dict[str, Any] = {}
    if "card" in converters:
        args["card"] = draft.related_links.first().pk
    if "day" in converters:
        args["series"], args["day"] = draft.series_id, now().date() + 3 * DAY
    if "what" in converters:
        args["what"] = "people"
    if "kind" in converters:
        args["kind"] = "section"
    if "part" in converters:
        brief = NewsBrief.objects.filter(section__issue=draft).first()
        parts = {
            "desk-copy": brief,
            "desk-park": brief,
            "desk-parked": tray.lying().first(),
        }
        args["part"] = parts.get(name, draft.sections.first()).pk
    return args


def _stock(verb: str, model: str) -> tuple[str, str]:
    """What Django's admin asks for."""
    right = {v: f"newsroom.{v}_{model}" for v in ("add", "change", "delete", "view")}
    if model == "journalentry":
        right |= {"add": NOBODY, "change": NOBODY, "delete": NOBODY}
    table = {
        "changelist": (right["view"], right["view"]),
        "add": (right["add"], right["add"]),
        "history": (right["view"], right["view"]),
        "delete": (right["delete"], right["delete"]),
        "change": (right["view"], right["change"]),
    }
    return table[verb]

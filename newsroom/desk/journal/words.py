"""What a line of the journal has changed, in words: from what to what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils import formats, timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.lib import dates
from newsroom.models import JournalEntry

Detail = Mapping[str, Any]

#: How much of a text a line shows; the details have all of it.
LONGEST = 120


def change_of(entry: JournalEntry, names: Mapping[str, str] | None = None) -> str:
    """From what to what, or "" where the line says it all; `names` has accounts as people."""
    words = _WORDS.get(entry.verb, _from_to)
    return words(entry.detail, names or {})


def begins(entry: JournalEntry) -> datetime | None:
    """When the text goes live that was pressed, or None for any other line."""
    if entry.verb not in ("edition.armed", "edition.rearmed"):
        return None
    try:
        return datetime.fromisoformat(str(entry.detail.get("live_from")))
    except ValueError:
        return None


def accounts_in(entry: JournalEntry) -> list[str]:
    """The accounts that the line is about, beside the one that acted."""
    if entry.verb != "issue.handed":
        return []
    pairs = (entry.detail.get("from"), entry.detail.get("to"))
    return [one for pair in pairs if isinstance(pair, list) for one in pair if one]


def _day(written: Any) -> str:
    """ "Thu 12 November 2026"; what is no day stays as it is."""
    try:
        return formats.date_format(date.fromisoformat(str(written)), "D j F Y")
    except ValueError:
        return str(written)


def _instant(written: Any, zone: str = "") -> str:
    """A moment on the clock of `zone`, else on the desk's, and in UTC where that is another."""
    try:
        at = datetime.fromisoformat(str(written))
    except ValueError:
        return str(written)
    if at.tzinfo is None:
        return str(written)
    there = dates.spoken(at, zone or timezone.get_current_timezone_name())
    utc = dates.spoken(at, "UTC")
    return there if there == utc else f"{there} ({utc})"


def _planned(detail: Detail, names: Mapping[str, str]) -> str:
    before, after = detail.get("from"), detail.get("to")
    if before and after:
        return _("from %(before)s to %(after)s") % {"before": _day(before), "after": _day(after)}
    if before:
        return _("from %s into the tray") % _day(before)
    return _("to %s; no slot before") % _day(after) if after else ""


def _started(detail: Detail, names: Mapping[str, str]) -> str:
    return _("for %s") % _day(detail["to"]) if detail.get("to") else ""


def _handed(detail: Detail, names: Mapping[str, str]) -> str:
    pairs: tuple[Any, Any] = (detail.get("from"), detail.get("to"))
    if not all(isinstance(one, list) and len(one) == 2 for one in pairs):
        return ""
    before, after = ([names.get(one, one) or _("nobody") for one in pair] for pair in pairs)
    sentences = (
        _("writer: %(after)s, before %(before)s"),
        _("editor: %(after)s, before %(before)s"),
    )
    same = (_("writer: %s as before"), _("editor: %s as before"))
    return "; ".join(
        same[i] % after[i]
        if before[i] == after[i]
        else sentences[i] % {"before": before[i], "after": after[i]}
        for i in (0, 1)
    )


def moved(entry: JournalEntry) -> bool:
    """Whether the line is about what is armed as part of a move between slots."""
    return isinstance(entry.detail.get("planned"), list) and len(entry.detail["planned"]) == 2


def _moved(detail: Detail) -> str:
    """The days of the move that the line is part of, or ""."""
    days = detail.get("planned")
    if not isinstance(days, list) or len(days) != 2:
        return ""
    said = _planned({"from": days[0], "to": days[1]}, {})
    return f"{said}; " if said else ""


def _armed(detail: Detail, names: Mapping[str, str]) -> str:
    return _moved(detail) + _armed_for(detail)


def _armed_for(detail: Detail) -> str:
    zone = str(detail.get("zone") or "")
    words = {
        "number": detail.get("revision"),
        "of": detail.get("of"),
        "at": _instant(detail.get("live_from"), zone),
        "was": _instant(detail.get("from"), zone),
        "instead": detail.get("instead_of"),
    }
    if detail.get("of") and detail.get("from"):
        said = _("revision %(number)s, the text of revision %(of)s, from %(was)s to %(at)s") % words
    elif detail.get("of"):
        said = _("revision %(number)s, the text of revision %(of)s, live from %(at)s") % words
    elif words["instead"] is not None:
        said = _("revision %(number)s in place of revision %(instead)s, live from %(at)s") % words
    else:
        said = _("revision %(number)s, live from %(at)s") % words
    ends = detail.get("expires_at")
    return said + (_(", until %s") % _instant(ends, zone) if ends else "")


def _revision(detail: Detail, names: Mapping[str, str]) -> str:
    said = _("revision %s") % detail["revision"] if detail.get("revision") else ""
    return _moved(detail) + said


def _expires(detail: Detail, names: Mapping[str, str]) -> str:
    ends = _instant(detail.get("expires_at"), str(detail.get("zone") or ""))
    words = {"number": detail.get("revision"), "at": ends}
    if detail.get("expires_at"):
        return _("revision %(number)s ends %(at)s") % words
    return _("revision %(number)s has no end") % words


def _withdrawn(detail: Detail, names: Mapping[str, str]) -> str:
    said = _revision(detail, names)
    if not detail.get("armed"):
        return said
    kept = detail.get("armed_kept")
    words = _("%(live)s; revision %(armed)s stays armed")
    if not kept:
        words = _("%(live)s; revision %(armed)s is stopped")
    return words % {"live": said, "armed": detail["armed"]}


def _week(detail: Detail, names: Mapping[str, str]) -> str:
    said = _day(detail.get("day", ""))
    note = detail.get("to")
    return _("%(day)s: “%(note)s”") % {"day": said, "note": note} if note else said


def _told(detail: Detail, names: Mapping[str, str]) -> str:
    before, after = (
        _("“%s”") % one if one else _("no sentence")
        for one in (detail.get("from"), detail.get("to"))
    )
    words = {"day": _day(detail.get("day", "")), "before": before, "after": after}
    return _("%(day)s: from %(before)s to %(after)s") % words


def _rights(detail: Detail, names: Mapping[str, str]) -> str:
    return _("until %s") % _instant(detail["until"]) if detail.get("until") else _("no end")


def _part(detail: Detail, names: Mapping[str, str]) -> str:
    words = {"name": detail.get("part"), "issue": detail.get("from")}
    if detail.get("from"):
        return _("“%(name)s” of “%(issue)s”") % words
    return _("“%(name)s”") % words if detail.get("part") else ""


def _framed(detail: Detail, names: Mapping[str, str]) -> str:
    """Field by field: "numbering: running → anew each year"."""
    values = detail.get("values")
    return "; ".join(map(_field, values)) if values else _from_to(detail, names)


def _field(values: list[str]) -> str:
    label, *stood = (Truncator(one).chars(LONGEST) for one in values)
    words = [one or _("nothing") for one in stood]
    if len(words) == 1:
        return _("%(field)s: %(value)s") % {"field": label, "value": words[0]}
    if words[0] == words[1]:
        return label
    said = {"field": label, "before": words[0], "after": words[1]}
    return _("%(field)s: %(before)s → %(after)s") % said


def _from_to(detail: Detail, names: Mapping[str, str]) -> str:
    """Two texts as they stand there; else the names of the fields."""
    before, after = detail.get("from"), detail.get("to")
    if isinstance(before, str | None) and isinstance(after, str | None) and (before or after):
        if before and after:
            return _("from “%(before)s” to “%(after)s”") % {"before": before, "after": after}
        return _("now “%s”") % after if after else _("was “%s”") % before
    fields = detail.get("fields")
    return ", ".join(map(str, fields)) if isinstance(fields, list) else ""


_WORDS: dict[str, Callable[[Detail, Mapping[str, str]], str]] = {
    "issue.planned": _planned,
    "issue.started": _started,
    "issue.handed": _handed,
    "edition.armed": _armed,
    "edition.rearmed": _armed,
    "edition.disarmed": _revision,
    "edition.suppressed": _revision,
    "edition.expires": _expires,
    "issue.withdrawn": _withdrawn,
    "photo.rights": _rights,
    "week.skipped": _week,
    "week.opened": _week,
    "week.told": _told,
    "part.removed": _part,
    "part.restored": _part,
    "brief.parked": _part,
    "brief.taken": _part,
    "brief.discarded": _part,
    "frame.added": _framed,
    "frame.changed": _framed,
    "frame.deleted": _framed,
}


#: What stands in the journal, in words.
VERBS = {
    "edition.armed": gettext_lazy("armed or published"),
    "edition.rearmed": gettext_lazy("armed or published an earlier text again"),
    "edition.disarmed": gettext_lazy("stopped what was armed"),
    "edition.expires": gettext_lazy("set the end"),
    "edition.suppressed": gettext_lazy("suppressed a version"),
    "issue.withdrawn": gettext_lazy("withdrew"),
    "issue.started": gettext_lazy("started an issue"),
    "issue.planned": gettext_lazy("planned an issue"),
    "issue.handed": gettext_lazy("handed an issue"),
    "week.skipped": gettext_lazy("left a week out"),
    "week.told": gettext_lazy("changed what a week left out says"),
    "week.opened": gettext_lazy("opened a week again"),
    "brief.parked": gettext_lazy("parked a brief"),
    "brief.taken": gettext_lazy("took a parked brief"),
    "brief.discarded": gettext_lazy("discarded a parked brief"),
    "part.removed": gettext_lazy("removed a part"),
    "part.restored": gettext_lazy("brought a part back"),
    "draft.restored": gettext_lazy("started again from a published text"),
    "picture.taken_down": gettext_lazy("took a picture down"),
    "photo.rights": gettext_lazy("set the end of a licence"),
    "frame.added": gettext_lazy("added"),
    "frame.changed": gettext_lazy("changed"),
    "frame.deleted": gettext_lazy("deleted"),
    "demo.begun": gettext_lazy("began to load the demo"),
    "demo.loaded": gettext_lazy("loaded the demo"),
}


def deed(entry: JournalEntry) -> str:
    """What was done, in words. Two deeds have one verb: it says later, or at once."""
    if moved(entry):
        if entry.verb == "edition.disarmed":
            return str(_("stopped what was armed, and put it into the tray"))
        return str(_("moved what is armed to another slot"))
    beginning = begins(entry)
    if beginning is not None:
        words = {
            "edition.armed": (_("armed"), _("published")),
            "edition.rearmed": (
                _("armed an earlier text again"),
                _("published an earlier text again"),
            ),
        }
        return str(words[entry.verb][beginning <= entry.at])
    return str(VERBS.get(entry.verb, entry.verb))

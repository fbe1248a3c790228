"""The press's verbs as a person uses them who has just looked at the issue."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from digest.models import Edition, Folio
from newsroom import press
from newsroom.models import Issue, JournalEntry
from newsroom.press.expecting import seen
from newsroom.writing.saving import save_part
from tests.factories import TICK, account

Shown = tuple[int | None, list[int]]


def presser() -> User:
    """The account that presses."""
    return User.objects.filter(username="presser").first() or account("presser", is_superuser=True)


def rearmed(
    edition: Edition, at: datetime | None = None, *, now: datetime, **asked: Any
) -> Edition:
    """A new Edition with the document of that one."""
    return press.rearm(edition, at=at, now=now, **_asked(edition, now, asked))


def disarmed(edition: Edition, *, now: datetime, **asked: Any) -> None:
    """That Edition, taken back before its time."""
    press.disarm(edition, now=now, **_asked(edition, now, asked))


def expiring(edition: Edition, at: datetime | None, *, now: datetime, **asked: Any) -> None:
    """That Edition with another end, or none."""
    press.expire(edition, at, now=now, **_asked(edition, now, asked))


def withdrawn(edition: Edition, *, now: datetime, **asked: Any) -> None:
    """The whole issue of that Edition, off the site."""
    asked = {"reason": "The harbour master never said it.", **asked}
    press.withdraw(edition.folio, now=now, **_asked(edition, now, asked))


def suppressed(edition: Edition, *, now: datetime, **asked: Any) -> None:
    """That text, off the earlier versions."""
    asked = {"reason": "It named the wrong owner.", **asked}
    press.suppress(edition, now=now, **_asked(edition, now, asked))


def retitle(draft: Issue, title: str) -> None:
    """Another title for the draft, saved as the desk saves it."""
    draft.refresh_from_db()
    save_part(draft, seen=draft.version, values={"title": title})


def fresh(edition: Edition) -> Edition:
    """That Edition as it stands in the database."""
    return Edition.objects.get(pk=edition.pk)


def shown(folio: Folio, at: datetime) -> Shown:
    """What readers may have of an issue at `at`: the live revision, and the earlier ones."""
    live = Edition.objects.live(at).filter(folio=folio).values_list("revision", flat=True)
    versions = Edition.objects.versions(at).filter(folio=folio).order_by("revision")
    return (live.get() if live else None), list(versions.values_list("revision", flat=True))


def around(folio: Folio, instant: datetime) -> list[Shown]:
    """What readers may have a millisecond before an instant, at it, and one after it."""
    return [shown(folio, at) for at in (instant - TICK, instant, instant + TICK)]


def last_entry() -> JournalEntry:
    """The newest line of the journal."""
    return JournalEntry.objects.latest("pk")


def _asked(edition: Edition, now: datetime, asked: dict[str, Any]) -> dict[str, Any]:
    return {"by": presser(), "expecting": seen(edition.folio.issue, at=now), **asked}

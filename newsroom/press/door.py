"""The door: the only code that writes Editions and moves their ranges.

Every verb takes `by=` (an account) and `now=` (aware UTC; the clock, read under the
locks, where it is None), writes the journal, and does all or nothing. It refuses
with a sentence (refusals.py) when the live and the armed Edition are no longer those
the person was shown (`expecting=`).
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from digest.document import Document
from digest.lib import dates, plaintext
from digest.models import Edition, Folio
from newsroom import journal
from newsroom.auth import demand
from newsroom.models import Issue
from newsroom.press import asked, folios
from newsroom.press.expecting import Expecting
from newsroom.press.holding import Hold, hold
from newsroom.refusals import NotReady, Refused, refuse_all
from newsroom.text import preflight

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser

Kind = Edition.Kind
#: The days between which an issue is moved, 2031-03-06 each; "" for none.
Planned = tuple[str, str]


@transaction.atomic
def arm(
    issue: Issue,
    *,
    by: AbstractBaseUser,
    expecting: Expecting,
    at: datetime | None = None,
    kind: str = "",
    note: str = "",
    expires_at: datetime | None = None,
    place: folios.Place | None = None,
    override: str = "",
    now: datetime | None = None,
    held: Hold | None = None,
) -> Edition:
    """Freeze the issue as it stands; it goes live at `at`, or at once where that is None.

    `kind` and `note` belong to an issue that has been live before, and only to it.
    `place` is the slug and number wanted, while they can still be chosen. `override`
    is the reason why preflight's warnings do not stand in the way. `held` is the issue where
    the caller holds it already: its text is the one that was read then. It stays as it was.
    """
    demand("digest.arm", of=by)
    held = held.copy() if held else hold(issue, now=now, shown=expecting)
    document = held.document
    held.check(expecting, document)
    stopped = {"instead_of": held.armed.revision} if held.armed else {}
    edition = _freeze(held, document, at, kind, note, expires_at, place, override, by)
    facts = {**_facts(edition), **stopped}
    journal.record("edition.armed", held.issue, by=by, at=held.now, reason=override, **facts)
    return edition


@transaction.atomic
def rearm(
    edition: Edition,
    *,
    by: AbstractBaseUser,
    expecting: Expecting,
    at: datetime | None = None,
    kind: str = "",
    note: str = "",
    expires_at: datetime | None = None,
    override: str = "",
    reason: str = "",
    planned: Planned | None = None,
    now: datetime | None = None,
    held: Hold | None = None,
) -> Edition:
    """A new Edition with that Edition's document, unchanged: another time, or an older text.

    `planned` and `reason` are of the move between slots that this is part of, for its line.
    """
    demand("digest.arm", of=by)
    held = held.copy() if held else hold(edition.folio.issue, now=now, shown=expecting)
    held.check(expecting)
    if any(one.suppressed_at for one in held.editions if one.pk == edition.pk):
        raise Refused(
            _("Revision %d is suppressed: its text is not published again. Press the draft.")
            % edition.revision
        )
    again = _freeze(
        held, edition.text, at, kind, note, expires_at, None, override, by, of_draft=False
    )
    moved = held.armed is not None and held.armed.pk == edition.pk
    journal.record(
        "edition.rearmed",
        held.issue,
        by=by,
        at=held.now,
        reason="; ".join(filter(None, [reason, override])),
        of=edition.revision,
        **({"from": edition.live_from.isoformat()} if moved else {}),
        **({"planned": list(planned)} if planned else {}),
        **_facts(again),
    )
    return again


@transaction.atomic
def disarm(
    edition: Edition,
    *,
    by: AbstractBaseUser,
    expecting: Expecting,
    reason: str = "",
    planned: Planned | None = None,
    now: datetime | None = None,
) -> None:
    """Take back an Edition before its time; the text before it stays.

    `planned` is of the move out of a slot that this is part of, for its line.
    """
    demand("digest.disarm", of=by)
    held = hold(edition.folio.issue, now=now, shown=expecting)
    held.check(expecting)
    if held.armed is None or held.armed.pk != edition.pk:
        raise Refused(_("Revision %d is not armed any more.") % edition.revision)
    held.mark(edition, disarmed_at=held.now)
    held.settle()
    journal.record(
        "edition.disarmed",
        held.issue,
        by=by,
        at=held.now,
        reason=reason,
        revision=edition.revision,
        **({"planned": list(planned)} if planned else {}),
    )


@transaction.atomic
def expire(
    edition: Edition,
    at: datetime | None,
    *,
    by: AbstractBaseUser,
    expecting: Expecting,
    reason: str = "",
    now: datetime | None = None,
) -> None:
    """Set the moment at which a live or armed Edition ends, or clear it with None."""
    demand("digest.withdraw", of=by)
    held = hold(edition.folio.issue, now=now, shown=expecting)
    held.check(expecting)
    current = [e.pk for e in (held.live, held.armed) if e is not None]
    if edition.pk not in current:
        raise Refused(_("Revision %d is neither live nor armed.") % edition.revision)
    refuse_all(asked.early_end("at", at, max(held.now, edition.live_from)))
    asked.refuse_silent_return(held, edition, at)
    held.mark(edition, expires_at=at)
    held.settle()
    journal.record(
        "edition.expires",
        held.issue,
        by=by,
        at=held.now,
        reason=reason,
        revision=edition.revision,
        expires_at=at.isoformat() if at else None,
        zone=held.issue.series.zone,
    )


@transaction.atomic
def withdraw(
    folio: Folio,
    *,
    by: AbstractBaseUser,
    expecting: Expecting,
    reason: str,
    keep_armed: bool = False,
    now: datetime | None = None,
) -> None:
    """Take the whole issue off the site, now; never back to an older text.

    What is armed is stopped, or kept where `keep_armed` says so and it has a note.
    """
    demand("digest.withdraw", of=by)
    held = hold(folio.issue, now=now, shown=expecting)
    held.check(expecting)
    if not plaintext.lines(reason):
        raise Refused(_("Give a reason for withdrawing the issue; people will ask."))
    if held.live is None:
        raise Refused(_("Nothing of this issue is live, so there is nothing to withdraw."))
    if held.armed is not None:
        if not keep_armed:
            held.mark(held.armed, disarmed_at=held.now)
        elif not held.armed.prints_note:
            raise Refused(
                _("Revision %d has no note, and readers need one after a withdrawal: stop it.")
                % held.armed.revision
            )
    held.mark(held.live, withdrawn_at=held.now)
    held.settle()
    journal.record(
        "issue.withdrawn",
        held.issue,
        by=by,
        at=held.now,
        reason=reason,
        revision=held.live.revision,
        armed=held.armed.revision if held.armed else None,
        armed_kept=bool(held.armed and keep_armed),
    )


@transaction.atomic
def suppress(
    edition: Edition,
    *,
    by: AbstractBaseUser,
    expecting: Expecting,
    reason: str,
    now: datetime | None = None,
) -> None:
    """Take one text off the earlier versions for good; a live text never becomes one."""
    demand("digest.suppress", of=by)
    held = hold(edition.folio.issue, now=now, shown=expecting)
    held.check(expecting)
    if not plaintext.lines(reason):
        raise Refused(_("Give a reason for suppressing the version; people will ask."))
    began = Edition.objects.began(held.now).filter(pk=edition.pk)
    if not began.filter(suppressed_at=None).exists():
        raise Refused(
            _("Revision %d has never been live, or is suppressed already.") % edition.revision
        )
    held.mark(edition, suppressed_at=held.now)
    journal.record(
        "edition.suppressed",
        held.issue,
        by=by,
        at=held.now,
        reason=reason,
        revision=edition.revision,
    )


def _freeze(
    held: Hold,
    document: Document,
    at: datetime | None,
    kind: str,
    note: str,
    expires_at: datetime | None,
    place: folios.Place | None,
    override: str,
    by: AbstractBaseUser,
    of_draft: bool = True,
) -> Edition:
    """Check what is asked, give the issue its Folio, and write the next Edition."""
    begins = at or held.now
    note = plaintext.lines(note)
    place = folios.wanted(held, document, begins, place)
    refuse_all(
        [
            *asked.too_late(held, begins),
            *asked.early_end("expires_at", expires_at, begins),
            *asked.wrong_note(held, begins, kind, note),
            *folios.taken(held, place),
        ]
    )
    findings = held.findings(document, begins, of_draft=of_draft)
    errors = [finding for finding in findings if finding.level == preflight.Level.ERROR]
    if errors or (findings and not plaintext.lines(override)):
        raise NotReady(errors or findings)
    folios.assign(held, place, begins)
    if held.armed is not None:
        held.mark(held.armed, disarmed_at=held.now)
    return held.add(document, by=by, live_from=begins, kind=kind, note=note, expires_at=expires_at)


def _facts(edition: Edition) -> dict[str, Any]:
    """What the journal keeps of an Edition; `clock` and `zone` are the wall clock of its moment,
    which later rules of the zone may show otherwise."""
    zone = edition.folio.series.zone
    return {
        "revision": edition.revision,
        "fingerprint": edition.fingerprint,
        "live_from": edition.live_from.isoformat(),
        "clock": dates.local(edition.live_from, zone).isoformat(),
        "zone": zone,
        "expires_at": edition.expires_at.isoformat() if edition.expires_at else None,
        "kind": edition.kind,
    }

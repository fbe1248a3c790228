"""Parked briefs: out of an issue, and into this or another one.

A parked brief stays where it was written, removed, with its sources and its text version:
what somebody types into it at that moment is kept.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from digest.lib import dates
from newsroom import journal
from newsroom.models import NewsBrief, Section
from newsroom.refusals import Refused
from newsroom.writing import copying, placing, saving

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractBaseUser


def lying() -> QuerySet[NewsBrief]:
    """The briefs in the tray, the latest first."""
    return NewsBrief.objects.filter(parked=True).order_by("-removed_at", "-pk")


def gone(brief: NewsBrief) -> str:
    """Why a brief does not lie in the tray, for somebody who was shown that it does."""
    if brief.taken_into is None:
        return _("“%s” is not in the tray any more: somebody was faster.") % brief
    words = {"name": brief, "issue": brief.taken_into}
    return _("“%(name)s” is not in the tray any more: it was taken into “%(issue)s”.") % words


@transaction.atomic
def park(brief: NewsBrief, *, by: AbstractBaseUser, now: datetime | None = None) -> None:
    """Take a brief out of its issue and into the tray. Refused where it stands there no more."""
    issue = brief.whole
    saving.lock(issue, by, now)
    at = now or dates.now()
    stamp = {"parked": True, "removed_at": at, "removed_by": journal.name_of(by)}
    if not NewsBrief.objects.standing_in().filter(pk=brief.pk).update(**stamp):
        raise Refused(_("“%s” does not stand in the issue any more.") % brief)
    brief.refresh_from_db()
    journal.record("brief.parked", issue, by=by, at=at, part=str(brief))


@transaction.atomic
def take(
    brief: NewsBrief, section: Section, *, by: AbstractBaseUser, now: datetime | None = None
) -> NewsBrief:
    """Put a parked brief last into a section: itself in its own issue, a copy in another.

    Refused where somebody has taken it already, or the section is gone.
    """
    issue = section.issue
    saving.lock(issue, by, now)
    saving.refuse_removed(section)
    is_own = brief.whole == issue
    _out(brief, **NewsBrief.STANDING if is_own else {"parked": False, "taken_into": issue})
    detail = {"part": str(brief)}
    if is_own:
        placing.place(brief, after=placing.last_of(brief, section), parent=section)
    else:
        detail["from"] = str(brief.whole)
        brief = copying.copy_to(brief, section, by=by, now=now)
    journal.record("brief.taken", issue, by=by, at=now or dates.now(), **detail)
    return brief


@transaction.atomic
def discard(brief: NewsBrief, *, by: AbstractBaseUser, now: datetime | None = None) -> None:
    """Take a brief out of the tray for no issue; its own can bring it back for 30 days.

    Refused where it does not lie there any more.
    """
    saving.lock(brief.whole, by, now)
    at = now or dates.now()
    _out(brief, parked=False, removed_at=at, removed_by=journal.name_of(by))
    journal.record("brief.discarded", brief.whole, by=by, at=at, part=str(brief))


def _out(brief: NewsBrief, **values: Any) -> None:
    """Write the values to a brief that lies in the tray, once; the text is what it says by now."""
    if not lying().filter(pk=brief.pk).update(**values):
        raise Refused(gone(NewsBrief.objects.get(pk=brief.pk)))
    brief.refresh_from_db()

"""What a page of the press publishes: the draft, or the text of an Edition once more.

Each knows what a person is shown of it, what its form offers, and by which verb it goes out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext as _

from digest.document import Document
from digest.models import Edition
from newsroom import press
from newsroom.calendar import numbers
from newsroom.desk.press.forms import MomentForm, PressForm
from newsroom.models import Issue
from newsroom.press import folios, standing
from newsroom.press.expecting import Expecting
from newsroom.press.holding import Hold
from newsroom.press.standing import Standing
from newsroom.text.compose import compose_read

Form = type[MomentForm]


@dataclass(frozen=True)
class DraftText:
    """The draft, as it was read."""

    stands: Standing
    document: Document
    form: Form = PressForm

    @property
    def draft(self) -> Document | None:
        """The draft, where this is about it."""
        return self.document

    @property
    def heading(self) -> str:
        """What the page is about."""
        words = _("Correct “%s”") if self.stands.has_been_live else _("Press “%s”")
        return words % self.stands.issue

    def expecting(self) -> Expecting:
        """What the page shows."""
        return Expecting.of(self.stands, self.document)

    def proposed(self) -> dict[str, object]:
        """What the form offers before anybody has typed."""
        place = self._place()
        armed = self.stands.armed
        model = armed or self.stands.live
        return {
            "slug": place.slug,
            "volume": place.volume,
            "number": place.number,
            "at": armed.live_from if armed else self._slot_ahead(),
            "kind": armed.kind if armed else "",
            "note": armed.note if armed else "",
            "expires_at": model.expires_at if model else None,
        }

    def arm(self, form: MomentForm, *, by: AbstractBaseUser, held: Hold) -> Edition:
        """Press it."""
        return press.arm(
            held.issue,
            by=by,
            expecting=form.expected(),
            place=form.place(),
            held=held,
            **form.asked(),
        )

    def told(self) -> list[str]:
        """What there is to say about the text itself."""
        return []

    def _place(self) -> folios.Place:
        """Address and number that the issue has, or would get."""
        issue = self.stands.issue
        if issue.folio:
            return folios.place_of(issue.folio)
        volume, number = numbers.proposed(issue.series, self.stands.slot, self.stands.at)
        slug = folios.propose_slug(issue.series, self.document.title, volume=volume, number=number)
        return folios.Place(slug, volume, number)

    def _slot_ahead(self) -> datetime | None:
        """The moment for which a new issue is planned, while it is to come."""
        if self.stands.has_been_live:
            return None
        slot = self.stands.slot
        return slot.at if slot and not slot.stray and slot.at > self.stands.at else None


@dataclass(frozen=True)
class PressedText:
    """The text of an Edition, unchanged: `wanted` is the moment that the way here has named."""

    stands: Standing
    edition: Edition
    wanted: datetime | None = None
    form: Form = MomentForm

    @property
    def document(self) -> Document:
        """Its text."""
        return self.edition.text

    @property
    def draft(self) -> None:
        """The draft has no part in it."""
        return None

    @property
    def heading(self) -> str:
        """What the page is about."""
        return _("Publish the text of revision %(number)d again: “%(title)s”") % {
            "number": self.edition.revision,
            "title": self.edition.title,
        }

    def expecting(self) -> Expecting:
        """What the page shows."""
        return Expecting.of(self.stands)

    def proposed(self) -> dict[str, object]:
        """The slot to move, where the text is scheduled, with its words; its own end."""
        own = self.edition if self.edition == self.stands.armed else None
        ends = self.edition.expires_at
        return {
            "at": self.wanted or (own.live_from if own else None),
            "kind": own.kind if own else "",
            "note": own.note if own else "",
            "expires_at": ends if ends and ends > self.stands.at else None,
        }

    def arm(self, form: MomentForm, *, by: AbstractBaseUser, held: Hold) -> Edition:
        """Publish it again."""
        return press.rearm(
            self.edition, by=by, expecting=form.expected(), held=held, **form.asked()
        )

    def told(self) -> list[str]:
        """What there is to say about the text itself."""
        unchanged = _("It has the text of revision %d, unchanged. The draft stays as it is.")
        return [unchanged % self.edition.revision]


Text = DraftText | PressedText


def draft_of(issue: Issue, stands: Standing, held: Hold | None) -> DraftText:
    """The draft of an issue, read under the lock where it is held."""
    return DraftText(stands, held.document if held else compose_read(issue))


def standing_of(issue: Issue, at: datetime, held: Hold | None) -> Standing:
    """How the issue stands, as it is held, or at that moment."""
    return held.standing() if held else standing.of(issue, at)

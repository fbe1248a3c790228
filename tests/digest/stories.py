"""The rows of the table of ranges as stories: what is done, and what is public when.

Every story begins with a first text armed for T0. Its issue is the only one of its series.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from digest.models import Edition, Picture, Series
from newsroom import press
from newsroom.models import Issue, PhotoUse
from newsroom.press.expecting import seen
from tests import factories
from tests.factories import DAY, HOUR, T0

#: The title of each new text, in order.
WORDS = ("Alphatide", "Bravotide", "Charlietide")


@dataclass(frozen=True)
class Moment:
    """An instant at which something changes, and what is so from then on.

    `live` is the number of the text (1 for Alphatide) or None; `versions` are the answers
    of the addresses of versions 1, 2, 3.
    """

    at: datetime
    live: int | None
    versions: tuple[int, int, int]
    issue: int = 200


@dataclass
class Story:
    """One issue as it is pressed, step by step; `moments` are what readers will see of it."""

    series: Series
    draft: Issue = field(init=False)
    editions: list[Edition] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.draft = factories.issue(self.series, title=WORDS[0])
        use = factories.top_picture(self.draft, factories.small_photo())
        self.pictures.append(use.photo.picture)
        self.editions.append(factories.pressed(self.draft, T0, now=T0 - 2 * DAY))

    def correct(self, at: datetime | None, *, now: datetime, **asked: Any) -> Edition:
        """Give the draft its next title and picture, and press it."""
        photo = factories.small_photo()
        self.pictures.append(photo.picture)
        title = WORDS[len(self.pictures) - 1]
        Issue.objects.filter(pk=self.draft.pk).update(title=title)
        PhotoUse.objects.filter(issue=self.draft).update(photo=photo)
        self.draft.refresh_from_db()
        edition = factories.corrected(self.draft, at, now=now, **asked)
        self.editions.append(edition)
        return edition

    def do(self, verb: Callable[..., Any], *subject: Any, now: datetime, **asked: Any) -> Any:
        """One of the press's verbs, by somebody who sees how things are."""
        by = User.objects.get(username="presser")
        expecting = seen(self.draft, at=now)
        return verb(*subject, by=by, expecting=expecting, now=now, **asked)

    def then(self, at: datetime, live: int | None, *versions: int, issue: int = 200) -> None:
        """Say what readers see from that instant on."""
        self.moments.append(Moment(at, live, versions, issue))  # type: ignore[arg-type]


def a_first_text_begins(story: Story) -> None:
    story.then(T0, 1, 302, 404, 404)


def a_correction_is_armed(story: Story) -> None:
    story.correct(T0 + DAY, now=T0 + HOUR)
    story.then(T0 + DAY, 2, 200, 302, 404)


def an_armed_correction_is_disarmed(story: Story) -> None:
    story.do(press.expire, story.editions[0], T0 + 3 * DAY, now=T0 + HOUR)
    second = story.correct(T0 + DAY, now=T0 + 2 * HOUR)
    story.do(press.disarm, second, now=T0 + 3 * HOUR)
    story.then(T0 + DAY, 1, 302, 404, 404)
    story.then(T0 + 3 * DAY, None, 410, 404, 404, issue=410)


def the_first_expires_before_the_second_begins(story: Story) -> None:
    story.do(press.expire, story.editions[0], T0 + DAY, now=T0 + HOUR)
    story.correct(T0 + 2 * DAY, now=T0 + 2 * HOUR)
    story.then(T0 + DAY, None, 410, 404, 404, issue=410)
    story.then(T0 + 2 * DAY, 2, 200, 302, 404)


def an_expiry_after_the_next_beginning_does_nothing(story: Story) -> None:
    story.do(press.expire, story.editions[0], T0 + 2 * DAY, now=T0 + HOUR)
    story.correct(T0 + DAY, now=T0 + 2 * HOUR, expires_at=T0 + 3 * DAY)
    story.then(T0 + DAY, 2, 200, 302, 404)
    story.then(T0 + 2 * DAY, 2, 200, 302, 404)
    story.then(T0 + 3 * DAY, None, 410, 410, 404, issue=410)


def the_live_text_is_withdrawn(story: Story) -> None:
    story.correct(None, now=T0 + DAY)
    folio = story.draft.folio
    story.do(press.withdraw, folio, now=T0 + 2 * DAY, reason="A court asked for it.")
    story.then(T0 + DAY, 2, 200, 302, 404)
    story.then(T0 + 2 * DAY, None, 410, 410, 404, issue=410)


def a_withdrawal_keeps_what_is_armed(story: Story) -> None:
    story.correct(T0 + 2 * DAY, now=T0 + HOUR)
    folio = story.draft.folio
    story.do(press.withdraw, folio, now=T0 + DAY, reason="A court asked.", keep_armed=True)
    story.then(T0 + DAY, None, 410, 404, 404, issue=410)
    story.then(T0 + 2 * DAY, 2, 200, 302, 404)


def a_withdrawal_cancels_what_is_armed(story: Story) -> None:
    story.correct(T0 + 2 * DAY, now=T0 + HOUR)
    story.do(press.withdraw, story.draft.folio, now=T0 + DAY, reason="A court asked.")
    story.then(T0 + DAY, None, 410, 404, 404, issue=410)
    story.then(T0 + 2 * DAY, None, 410, 404, 404, issue=410)


def an_older_text_comes_back(story: Story) -> None:
    story.correct(None, now=T0 + DAY)
    now = T0 + 2 * DAY
    story.do(press.rearm, story.editions[0], kind="correction", note="It was right.", now=now)
    story.then(T0 + DAY, 2, 200, 302, 404)
    story.then(T0 + 2 * DAY, 1, 200, 200, 302)


def it_is_published_again_after_withdrawal(story: Story) -> None:
    story.do(press.withdraw, story.draft.folio, now=T0 + DAY, reason="A court asked.")
    story.correct(None, now=T0 + 2 * DAY)
    story.then(T0 + DAY, None, 410, 404, 404, issue=410)
    story.then(T0 + 2 * DAY, 2, 200, 302, 404)


def its_slot_is_moved_before_it_was_live(story: Story) -> None:
    now = T0 - DAY
    story.do(press.rearm, story.editions[0], at=T0 + DAY, now=now)
    story.then(T0, None, 404, 404, 404, issue=404)
    story.then(T0 + DAY, 1, 404, 302, 404)


def an_earlier_version_is_suppressed(story: Story) -> None:
    story.correct(None, now=T0 + DAY)
    story.do(press.suppress, story.editions[0], now=T0 + 2 * DAY, reason="It was libel.")
    story.then(T0 + DAY, 2, 200, 302, 404)
    story.then(T0 + 2 * DAY, 2, 410, 302, 404)


STORIES = [
    a_first_text_begins,
    a_correction_is_armed,
    an_armed_correction_is_disarmed,
    the_first_expires_before_the_second_begins,
    an_expiry_after_the_next_beginning_does_nothing,
    the_live_text_is_withdrawn,
    a_withdrawal_keeps_what_is_armed,
    a_withdrawal_cancels_what_is_armed,
    an_older_text_comes_back,
    it_is_published_again_after_withdrawal,
    its_slot_is_moved_before_it_was_live,
    an_earlier_version_is_suppressed,
]

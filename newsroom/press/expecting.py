"""What a person was shown of an issue, and what has changed since."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.utils.translation import gettext as _

from digest.document import Document
from digest.lib import dates, plaintext
from digest.models import Edition
from newsroom.models import Issue
from newsroom.press import standing
from newsroom.press.standing import Standing
from newsroom.refusals import Changed
from newsroom.text import outline as outlines
from newsroom.text.compose import compose_read


@dataclass(frozen=True)
class Expecting:
    """What a person was shown when they pressed: revisions, and the draft's text where it counts.

    `outline` is only for saying what has changed since; the fingerprint decides. `at` is when
    they looked: a clock that shows less by now was put back.
    """

    live: int | None
    armed: int | None
    fingerprint: str = ""
    outline: tuple[outlines.Line, ...] = ()
    at: datetime | None = field(default=None, compare=False)

    @classmethod
    def of(cls, stands: Standing, document: Document | None = None) -> Expecting:
        """What a page shows that shows this, and the draft's text where it is given."""
        return cls(
            live=_revision(stands.live),
            armed=_revision(stands.armed),
            fingerprint=document.fingerprint if document else "",
            outline=outlines.outline(document) if document else (),
            at=stands.at,
        )

    def to_json(self) -> str:
        """For a hidden field of the form that shows it."""
        lines = [(line.uid, line.parent, line.name, line.digest) for line in self.outline]
        at = self.at.isoformat() if self.at else None
        return json.dumps([self.live, self.armed, self.fingerprint, lines, at])

    @classmethod
    def from_json(cls, text: str) -> Expecting:
        """Read it back; what is no such text was never shown, and nothing equals it."""
        try:
            live, armed, fingerprint, lines, *more = plaintext.within(json.loads(text))
            [at] = more or [None]
            at = datetime.fromisoformat(at).astimezone(UTC) if at is not None else None
            outline = tuple(outlines.Line(*map(str, line)) for line in lines)
        except (TypeError, ValueError, OverflowError, RecursionError):
            return cls(-1, -1)
        if not all(one is None or type(one) is int for one in (live, armed)):
            return cls(-1, -1)
        return cls(live, armed, str(fingerprint), outline, at)


def seen(issue: Issue, *, at: datetime | None = None) -> Expecting:
    """What a person who looks at the issue now is shown."""
    issue = Issue.objects.select_related("series").get(pk=issue.pk)
    return Expecting.of(standing.of(issue, at or dates.now()), compose_read(issue))


def changed_since(was: Expecting, as_it_is: Expecting) -> Changed | None:
    """What to say to a person who was shown `was`, or None where nothing has changed.

    The draft's text counts where `as_it_is` has it.
    """
    sentences = [
        _("You were shown %(was)s as %(name)s; now it is %(is)s.")
        % {"name": name, "was": _spoken(shown), "is": _spoken(now_is)}
        for name, shown, now_is in [
            (_("live"), was.live, as_it_is.live),
            (_("armed"), was.armed, as_it_is.armed),
        ]
        if shown != now_is
    ]
    found: list[outlines.Difference] = []
    if as_it_is.fingerprint and was.fingerprint != as_it_is.fingerprint:
        sentences.append(_("The text has changed since you looked at it."))
        found = outlines.between(was.outline, as_it_is.outline)
    if not sentences:
        return None
    return Changed([*sentences, _("Look again before you press.")], found)


def _revision(edition: Edition | None) -> int | None:
    return edition.revision if edition else None


def _spoken(revision: int | None) -> str:
    return _("nothing") if revision is None else _("revision %d") % revision

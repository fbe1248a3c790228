"""The algebra of ranges said another way: by asking, for each instant, who came last.

Nothing here is stored and nothing is recomputed, so it cannot be wrong in the same manner.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass
class Text:
    """One revision as the verbs have left it."""

    revision: int
    begins: datetime
    kind: str = ""
    expires: datetime | None = None
    withdrawn: datetime | None = None
    disarmed: bool = False
    suppressed: datetime | None = None

    def has_ended(self, at: datetime) -> bool:
        """Whether an end of its own has come."""
        return any(end is not None and end <= at for end in (self.expires, self.withdrawn))


@dataclass
class Model:
    """All texts of one issue."""

    texts: list[Text] = field(default_factory=list)

    def live(self, at: datetime) -> Text | None:
        """The text that began last, unless it has ended: never an older one."""
        begun = [text for text in self.texts if not text.disarmed and text.begins <= at]
        return begun[-1] if begun and not begun[-1].has_ended(at) else None

    def was_ever_live(self, text: Text) -> bool:
        """Whether there is an instant that is the text's own: its first one, then."""
        return not text.disarmed and self.live(text.begins) is text

    def began(self, at: datetime) -> list[Text]:
        """What readers have had before `at`, or have."""
        return [text for text in self.texts if text.begins <= at and self.was_ever_live(text)]

    def versions(self, at: datetime) -> list[Text]:
        """Earlier texts, while there is a live one."""
        live = self.live(at)
        if live is None:
            return []
        return [
            text
            for text in self.began(at)
            if text is not live and (text.suppressed is None or text.suppressed > at)
        ]

    def armed(self, at: datetime) -> Text | None:
        """What is yet to begin."""
        coming = [text for text in self.texts if not text.disarmed and text.begins > at]
        assert len(coming) <= 1
        return coming[0] if coming else None

    def first_beginning(self) -> datetime | None:
        """The first moment of the issue, past or to come."""
        return min((t.begins for t in self.texts if self.was_ever_live(t)), default=None)

    def instants(self) -> set[datetime]:
        """Every moment at which something is or was to happen."""
        moments = (
            (text.begins, text.expires, text.withdrawn, text.suppressed) for text in self.texts
        )
        return {moment for row in moments for moment in row if moment is not None}

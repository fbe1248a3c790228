"""Somebody who goes on editing, and planning, while a text is armed; and the draft they edit.

Every word that is theirs says LATER: whoever reads it has got what nobody has pressed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from digest.models import Series
from newsroom.models import Issue, NewsBrief
from newsroom.saving import move_part, save_part
from tests import factories
from tests.factories import HOUR, T0
from tests.newsroom.edits import Editor
from tests.newsroom.planning.weeks import FIRST, SECOND, day_of, moved

#: When the hour begins at whose end, or later, the armed text goes out.
BEGINS = T0 - 2 * HOUR
ARMED, LATER = "armedword", "laterword"
ACTS = 12


class Hurried(Editor):
    """An editor in the hour that begins at BEGINS; `now` is its minute."""

    now = BEGINS

    def words(self) -> str:
        return f"{LATER} {self.chance.randrange(10**6)}"

    def do_lead(self) -> None:
        self.save(self.draft.analysis, body=f"<p>{self.words()}</p>")

    def do_order_of_sections(self) -> None:
        first = self.draft.sections.standing_in().first()
        move_part(first, after=self.draft.sections.standing_in().last())

    def do_order_of_briefs(self) -> None:
        fullest = max(self.draft.sections.standing_in(), key=lambda one: one.briefs.count())
        briefs = fullest.briefs.standing_in()
        move_part(briefs.first(), after=briefs.last())

    def do_caption(self) -> None:
        self.save(self.draft.top_picture, caption=self.words(), alt=self.words(), decorative=False)

    def do_exchange_of_picture(self) -> None:
        self.save(self.draft.top_picture, photo=self.chance.choice(self.photos))

    def do_brief(self) -> None:
        self.save(self.one(NewsBrief), title=self.words(), body=f"<p>{self.words()}</p>")

    def do_plan(self) -> None:
        """Move the issue to the next week, or back: what is armed is armed anew."""
        moved(self.draft, SECOND if day_of(self.draft) == FIRST else FIRST, now=self.now)


Act = Callable[[Hurried], None]
#: Acts that every hour holds, and those by which it is filled.
NEEDED: list[Act] = [
    Hurried.do_lead,
    Hurried.do_order_of_sections,
    Hurried.do_order_of_briefs,
    Hurried.do_caption,
    Hurried.do_exchange_of_picture,
    Hurried.do_sources,
    Hurried.do_title_block,
]
MORE: list[Act] = [Hurried.do_brief, Hurried.do_section, Hurried.do_topics, Hurried.do_byline]


def an_hour(editor: Hurried, *more: Act) -> list[Act]:
    """What is done in an hour, `more` included; edits come last, after every move."""
    acts = [*NEEDED, *more]
    acts += editor.chance.sample(MORE, ACTS - 1 - len(acts))
    editor.chance.shuffle(acts)
    return [*acts, Hurried.do_title_block]


def a_draft(series: Series, word: str = "plainword") -> Issue:
    """Sections, briefs and a picture enough to be put into another order."""
    draft = factories.issue(series, title=f"Title {word}", dek=f"Dek {word}")
    factories.top_picture(draft, factories.small_photo(), caption=f"Caption {word}")
    place = factories.section(draft, "In port")
    for number in range(2):
        factories.brief(place, f"<p>Brief {number} {word}</p>")
    factories.brief(factories.section(draft, "At sea"))
    return draft


def reword(draft: Issue) -> None:
    """Give the draft the text that is to be armed."""
    draft.refresh_from_db()
    words: list[tuple[Any, dict[str, str]]] = [
        (draft, {"title": f"Title {ARMED}", "dek": f"Dek {ARMED}"}),
        (draft.analysis, {"body": f"<p>Lead {ARMED}</p>"}),
        (draft.top_picture, {"caption": f"Caption {ARMED}"}),
    ]
    for part, values in words:
        save_part(part, seen=part.version, values=values)

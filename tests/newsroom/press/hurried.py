"""Somebody who goes on editing, and planning, while a text is armed; and the draft they edit.

Every word that is theirs says LATER: whoever reads it has got what nobody has pressed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from digest.models import Series
from newsroom.models import Byline, Issue, IssueTopic, NewsBrief
from newsroom.writing.saving import lock, move_part, save_part
from tests import factories
from tests.factories import HOUR, T0
from tests.newsroom.plan.weeks import FIRST, SECOND, day_of, moved
from tests.newsroom.writing.edits import Editor

#: When the hour begins at whose end, or later, the armed text goes out.
BEGINS = T0 - 2 * HOUR
ARMED, LATER = "armedword", "laterword"


class Hurried(Editor):
    """An editor in the hour that begins at BEGINS; `now` is its minute.

    `newcomer` and `subject` are a person and a topic that only this hour brings in.
    """

    now = BEGINS

    def __init__(self, draft: Issue, seed: int) -> None:
        super().__init__(draft, seed)
        self.newcomer, self.subject = factories.person(), factories.topic()

    def words(self) -> str:
        return f"{LATER} {self.chance.randrange(10**6)}"

    def do_byline(self) -> None:
        lock(self.draft)
        self.draft.bylines.all().delete()
        Byline.objects.create(issue=self.draft, person=self.newcomer, position=1)

    def do_topics(self) -> None:
        lock(self.draft)
        self.draft.issue_topics.all().delete()
        IssueTopic.objects.create(content_object=self.draft, tag=self.subject)

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
EDITS: list[Act] = [
    Hurried.do_title_block,
    Hurried.do_byline,
    Hurried.do_topics,
    Hurried.do_lead,
    Hurried.do_section,
    Hurried.do_order_of_sections,
    Hurried.do_brief,
    Hurried.do_order_of_briefs,
    Hurried.do_sources,
    Hurried.do_caption,
    Hurried.do_exchange_of_picture,
]


def an_hour(editor: Hurried, *more: Act) -> list[Act]:
    """Every edit and `more`, in some order; an edit comes last, after every move."""
    acts = [*EDITS, *more]
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
    """Give the draft the text that is to be armed, and a picture that nobody has seen."""
    draft.refresh_from_db()
    words: list[tuple[Any, dict[str, Any]]] = [
        (draft, {"title": f"Title {ARMED}", "dek": f"Dek {ARMED}"}),
        (draft.analysis, {"body": f"<p>Lead {ARMED}</p>"}),
        (draft.top_picture, {"caption": f"Caption {ARMED}", "photo": factories.small_photo()}),
    ]
    for part, values in words:
        save_part(part, seen=part.version, values=values)

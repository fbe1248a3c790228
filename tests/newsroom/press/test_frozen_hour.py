"""An hour of editing changes no public byte: not of what is live, nor of what is armed.

Somebody edits minute by minute. After every act all public addresses are asked, as at one moment
before the armed instant: each answers as it did before the first. At the armed instant each
answers what it would have answered there without the edits.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from digest.lib import dates
from digest.models import Edition, Topic
from newsroom import planning
from newsroom.models import Issue, NewsBrief, PhotoUse, Section
from newsroom.saving import move_part, save_part
from tests import factories
from tests.digest import public_addresses
from tests.digest.visitor import Answer, Visitor
from tests.factories import DAY, HOUR, T0, TICK
from tests.newsroom.edits import Editor
from tests.newsroom.planning.weeks import AT, FIRST, SECOND, day_of, thursdays

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
#: The hour of editing, and the moment before the armed instant for which readers ask.
BEGINS = T0 - 2 * HOUR
LOOK = T0 - TICK
ACTS = 16
ARMED, LATER = "armedword", "laterword"


class Hurried(Editor):
    """An editor all of whose words say that they came after the press; and who plans."""

    now = BEGINS

    def words(self) -> str:
        """What must not be read anywhere."""
        return f"{LATER} {self.chance.randrange(10**6)}"

    def do_lead(self) -> None:
        self.save(self.draft.analysis, body=f"<p>{self.words()}</p>")

    def do_order_of_sections(self) -> None:
        first = self.draft.sections.standing_in().first()
        move_part(first, after=self.draft.sections.standing_in().last())

    def do_order_of_briefs(self) -> None:
        first = self.draft.sections.get(heading="In port").briefs.standing_in().first()
        move_part(first, after=first.section.briefs.standing_in().last())

    def do_caption(self) -> None:
        self.save(self.draft.top_picture, caption=self.words(), alt=self.words(), decorative=False)

    def do_exchange_of_picture(self) -> None:
        self.save(self.draft.top_picture, photo=self.chance.choice(self.photos))

    def do_brief(self) -> None:
        self.save(self.one(NewsBrief), title=self.words(), body=f"<p>{self.words()}</p>")

    def do_plan(self) -> None:
        """The armed issue goes to the next week, and back; one that has gone out stays."""
        day = SECOND if day_of(self.draft) == FIRST else FIRST
        seen = str(planning.shown(self.draft, day))
        planning.move(self.draft, day, by=self.user, seen=seen, now=self.now)


NEEDED = [
    Hurried.do_lead,
    Hurried.do_order_of_sections,
    Hurried.do_order_of_briefs,
    Hurried.do_caption,
    Hurried.do_exchange_of_picture,
    Hurried.do_sources,
    Hurried.do_title_block,
]
ANY = [*NEEDED, Hurried.do_brief, Hurried.do_section, Hurried.do_topics, Hurried.do_byline]


def a_draft(series: Any, word: str) -> Issue:
    """Sections, briefs and a picture enough to be put into another order."""
    draft = factories.issue(series, title=f"Title {word}", dek=f"Dek {word}")
    factories.top_picture(draft, factories.small_photo(), caption=f"Caption {word}")
    place = factories.section(draft, "In port")
    for number in range(2):
        factories.brief(place, f"<p>Brief {number} {word}</p>")
    factories.brief(factories.section(draft, "At sea"))
    return draft


def reworded(draft: Issue) -> None:
    """The text that is to be armed."""
    draft.refresh_from_db()
    values = {"title": f"Title {ARMED}", "dek": f"Dek {ARMED}"}
    save_part(draft, seen=draft.version, values=values)
    lead, use = draft.analysis, draft.top_picture
    save_part(lead, seen=lead.version, values={"body": f"<p>Lead {ARMED}</p>"})
    save_part(use, seen=use.version, values={"caption": f"Caption {ARMED}"})


@dataclass
class Readers:
    """Somebody who asks every public address, as at a moment."""

    addresses: list[str]
    monkeypatch: pytest.MonkeyPatch

    def ask(self, moment: Any) -> dict[str, Answer]:
        visitor = Visitor()
        self.monkeypatch.setattr(dates, "now", lambda: moment)
        return {address: visitor.ask(address) for address in self.addresses}


def readers(draft: Issue, photos: list[Any], monkeypatch: pytest.MonkeyPatch) -> Readers:
    keys = [draft.top_picture.photo.picture.key, *(photo.picture.key for photo in photos)]
    sought = public_addresses.Sought(
        series=draft.series.slug,
        slug=draft.folio.slug,
        topic=Topic.objects.filter(issue_topics__content_object=draft).first().slug,
        person=draft.bylines.first().person.slug,
        keys=tuple(keys),
        issue=draft.pk,
    )
    return Readers(public_addresses.all_addresses(sought), monkeypatch)


def differing(before: dict[str, Answer], after: dict[str, Answer]) -> list[str]:
    """The addresses that answer otherwise, to the byte."""
    return [address for address in before if before[address] != after[address]]


def naming(word: str, answers: dict[str, Answer]) -> set[str]:
    return {address for address, one in answers.items() if word.encode() in one.content.lower()}


def edit_for_an_hour(editor: Hurried, acts: list[Any], ask: Readers) -> None:
    """One act after the other within the hour; after each, readers are asked."""
    before = ask.ask(LOOK)
    minutes = sorted(editor.chance.sample(range(60), len(acts)))
    for minute, act in zip(minutes, acts, strict=True):
        editor.now = BEGINS + minute * MINUTE
        ask.monkeypatch.setattr(dates, "now", lambda: editor.now)
        editor.draft = Issue.objects.get(pk=editor.draft.pk)
        text = whole(editor.draft)
        act(editor)
        assert whole(editor.draft) != text, act.__name__
        assert differing(before, ask.ask(LOOK)) == [], f"minute {minute}: {act.__name__}"


def whole(draft: Issue) -> Any:
    """The draft and its plan, so that an act that does nothing is noticed."""
    rows = [Section, NewsBrief, PhotoUse]
    return (
        Issue.objects.values_list("content_version", flat=True).get(pk=draft.pk),
        day_of(draft),
        [list(model.objects.order_by("pk").values()) for model in rows],
    )


def chosen(chance: random.Random, *more: Any) -> list[Any]:
    acts = [*NEEDED, *more]
    acts += chance.choices(ANY, k=ACTS - 1 - len(acts))
    chance.shuffle(acts)
    # What is armed anew by a move is fresh: edits come after the last.
    return [*acts, Hurried.do_title_block]


def shown_as_armed(answers: dict[str, Answer], draft: Issue) -> None:
    """Every surface has the armed text, and nothing has a word of the later ones."""
    slug, series = draft.folio.slug, draft.series.slug
    assert naming(LATER, answers) == set()
    assert naming(ARMED, answers) >= {
        "/",
        "/feeds/all.rss",
        f"/feeds/{series}.atom",
        "/archive/2031/",
        f"/{series}/",
        f"/{series}/archive/2031/",
        f"/{series}/{slug}/",
    }
    page = answers[f"/{series}/{slug}/"].content.decode()
    for part in ("Title", "Dek", "Lead", "Caption"):
        assert f"{part} {ARMED}" in page
    assert f"/{series}/{slug}/" in answers["/sitemap.xml"].content.decode()


def test_hour_of_editing_of_a_live_issue_with_a_correction_armed(monkeypatch):
    factories.publication()
    draft = a_draft(thursdays(), "plainword")
    factories.pressed(draft, now=T0 - 7 * DAY)
    reworded(draft)
    factories.corrected(draft, T0, now=T0 - DAY)
    editor = Hurried(draft, seed=3)
    ask = readers(draft, editor.photos, monkeypatch)
    coming = ask.ask(T0 + MINUTE)
    assert naming(ARMED, ask.ask(LOOK)) == set()
    edit_for_an_hour(editor, chosen(editor.chance), ask)
    after = ask.ask(T0 + MINUTE)
    assert differing(coming, after) == []
    shown_as_armed(after, draft)


def test_hour_of_editing_and_planning_of_an_armed_issue(monkeypatch):
    factories.publication()
    series = thursdays()
    factories.pressed(a_draft(series, "plainword"), now=T0 - 7 * DAY)
    draft = a_draft(series, "plainword")
    reworded(draft)
    seen = str(planning.shown(draft, FIRST))
    editor = Hurried(draft, seed=4)
    planning.move(draft, FIRST, by=editor.user, seen=seen, now=T0 - 2 * DAY)
    factories.pressed(draft, T0, now=T0 - DAY)
    ask = readers(draft, editor.photos, monkeypatch)
    coming = ask.ask(T0 + MINUTE)
    assert naming(ARMED, ask.ask(LOOK)) == set()
    # An odd number of moves: in the end it stands in the next week.
    edit_for_an_hour(editor, chosen(editor.chance, *[Hurried.do_plan] * 3), ask)
    assert day_of(draft) == SECOND
    assert naming(ARMED, ask.ask(AT[SECOND] - TICK)) == set()
    shown_as_armed(ask.ask(AT[SECOND]), draft)
    # Back in its own week it is to the byte what it would have been; but it is revision 5.
    editor.now = BEGINS + HOUR
    monkeypatch.setattr(dates, "now", lambda: editor.now)
    editor.do_plan()
    assert Edition.objects.filter(folio=draft.folio).count() == 5
    after = ask.ask(T0 + MINUTE)
    shown_as_armed(after, draft)
    assert [one for one in differing(coming, after) if "/versions/" not in one] == []

"""An hour of editing changes no public byte: not of what is live, nor of what is armed.

After every act all public addresses are asked, as a moment before the armed instant: each
answers as it did before the first act. At the instant each answers what it would have answered
then without the hour.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from digest.lib import dates
from digest.models import Edition, Topic
from newsroom.models import Issue, NewsBrief, PhotoUse, Section
from tests import factories
from tests.digest import public_addresses
from tests.digest.visitor import Answer, Visitor
from tests.factories import DAY, HOUR, T0, TICK
from tests.newsroom.plan.weeks import AT, FIRST, SECOND, day_of, moved, thursdays
from tests.newsroom.press.hurried import (
    ARMED,
    BEGINS,
    LATER,
    Act,
    Hurried,
    a_draft,
    an_hour,
    reword,
)

pytestmark = pytest.mark.django_db

Answers = dict[str, Answer]


class Readers:
    """Those who ask every public address, as at a moment."""

    def __init__(self, editor: Hurried, monkeypatch: pytest.MonkeyPatch) -> None:
        draft = editor.draft
        photos = [draft.top_picture.photo, *editor.photos]
        sought = public_addresses.Sought(
            series=draft.series.slug,
            slug=draft.folio.slug,
            topic=Topic.objects.filter(issue_topics__content_object=draft).first().slug,
            person=draft.bylines.first().person.slug,
            keys=tuple(one.picture.key for one in photos),
            issue=draft.pk,
        )
        self.addresses = [
            *public_addresses.all_addresses(sought),
            editor.newcomer.get_absolute_url(),
            editor.subject.get_absolute_url(),
        ]
        self.series = draft.series.get_absolute_url()
        #: Where the armed text will be read, and its picture seen.
        self.page = draft.folio.get_absolute_url()
        self.picture = f"/pictures/{sought.keys[0]}/60.jpg"
        self.monkeypatch = monkeypatch
        self.visitor = Visitor()

    def ask(self, moment: datetime) -> Answers:
        """What every address answers at that moment."""
        self.monkeypatch.setattr(dates, "now", lambda: moment)
        return {address: self.visitor.ask(address) for address in self.addresses}

    def assert_hidden(self, moment: datetime) -> None:
        """Nothing of the armed text is to be had."""
        answers = self.ask(moment)
        assert naming(ARMED, answers) == set()
        assert answers[self.picture].status_code == 404

    def assert_shown(self, moment: datetime) -> Answers:
        """Every surface has the armed text, and none a word of the later ones."""
        answers = self.ask(moment)
        assert naming(LATER, answers) == set()
        listed = {"/", "/archive/2431/", self.series, f"{self.series}archive/2431/"}
        feeds = {"/feeds/all.rss", f"/feeds{self.series[:-1]}.atom"}
        assert naming(ARMED, answers) >= {*listed, *feeds, self.page}
        for part in ("Title", "Dek", "Lead", "Caption"):
            assert f"{part} {ARMED}" in answers[self.page].content.decode()
        assert self.page in answers["/sitemap.xml"].content.decode()
        assert answers[self.picture].status_code == 200
        return answers


def naming(word: str, answers: Answers) -> set[str]:
    """The addresses whose answer has the word."""
    return {address for address, one in answers.items() if word.encode() in one.content.lower()}


def differing(before: Answers, after: Answers) -> list[str]:
    """The addresses that answer otherwise, to the byte."""
    return [address for address in before if before[address] != after[address]]


def edit_for_an_hour(editor: Hurried, acts: list[Act], readers: Readers) -> None:
    """One act after the other; after each, readers get what they got before the first."""
    before = readers.ask(T0 - TICK)
    minutes = sorted(editor.chance.sample(range(60), len(acts)))
    for minute, act in zip(minutes, acts, strict=True):
        editor.now = BEGINS + timedelta(minutes=minute)
        readers.monkeypatch.setattr(dates, "now", lambda: editor.now)
        editor.draft = Issue.objects.get(pk=editor.draft.pk)
        was = written(editor.draft)
        act(editor)
        assert written(editor.draft) != was, f"{act.__name__} has done nothing"
        told = f"minute {minute}: {act.__name__}"
        assert differing(before, readers.ask(T0 - TICK)) == [], told


def written(draft: Issue) -> Any:
    """What is written and planned."""
    version = Issue.objects.values_list("content_version", flat=True).get(pk=draft.pk)
    rows = [list(one.objects.order_by("pk").values()) for one in (Section, NewsBrief, PhotoUse)]
    return version, day_of(draft), rows


def test_hour_of_editing_of_a_live_issue_with_a_correction_armed(monkeypatch):
    factories.publication()
    draft = a_draft(thursdays())
    factories.pressed(draft, now=T0 - 7 * DAY)
    reword(draft)
    factories.corrected(draft, T0, now=T0 - DAY)
    editor = Hurried(draft, seed=3)
    readers = Readers(editor, monkeypatch)
    readers.assert_hidden(T0 - TICK)
    coming = readers.assert_shown(T0)
    edit_for_an_hour(editor, an_hour(editor), readers)
    assert differing(coming, readers.ask(T0)) == []


def test_hour_of_editing_and_planning_of_an_armed_issue(monkeypatch):
    factories.publication()
    series = thursdays()
    factories.pressed(a_draft(series), now=T0 - 7 * DAY)
    draft = a_draft(series)
    reword(draft)
    moved(draft, FIRST, now=T0 - 2 * DAY)
    factories.pressed(draft, T0, now=T0 - DAY)
    editor = Hurried(draft, seed=4)
    readers = Readers(editor, monkeypatch)
    readers.assert_hidden(T0 - TICK)
    coming = readers.assert_shown(T0)
    # An odd number of moves: in the end it stands in the next week.
    edit_for_an_hour(editor, an_hour(editor, *[Hurried.do_plan] * 3), readers)
    assert day_of(draft) == SECOND
    readers.assert_hidden(AT[SECOND] - TICK)
    readers.assert_shown(AT[SECOND])
    # Back in its own week it is what it would have been, but for its number among the versions.
    editor.now = BEGINS + HOUR
    monkeypatch.setattr(dates, "now", lambda: editor.now)
    editor.do_plan()
    assert Edition.objects.filter(folio=draft.folio).count() == 5
    after = readers.ask(T0)
    assert [one for one in differing(coming, after) if "/versions/" not in one] == []

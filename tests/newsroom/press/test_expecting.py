"""The press refuses when things are not as the person was shown them, and says what changed."""

import json
from dataclasses import replace

import pytest

from digest.models import Edition
from newsroom import press
from newsroom.models import JournalEntry
from newsroom.press.expecting import Expecting, seen
from newsroom.refusals import Changed
from newsroom.text.outline import Difference
from newsroom.writing.saving import move_part, remove_part, save_part
from tests.factories import (
    HOUR,
    T0,
    brief,
    corrected,
    issue,
    lead,
    pressed,
    section,
    small_photo,
    top_picture,
)
from tests.newsroom.press.verbs import presser, retitle

pytestmark = pytest.mark.django_db


def news(draft):
    return draft.sections.get(heading="In other news")


def differences(draft, change):
    """Look, let `change` happen, press: what the refusal names."""
    expecting = seen(draft, at=T0)
    change()
    with pytest.raises(Changed, match="text has changed since you looked") as refusal:
        press.arm(draft, by=presser(), expecting=expecting, now=T0)
    assert Edition.objects.count() == 0
    return refusal.value.differences


def test_changed_title_is_named():
    draft = issue()
    assert differences(draft, lambda: retitle(draft, "Else")) == [
        Difference("changed", "Title block")
    ]


def test_added_brief_is_named_by_its_first_words():
    draft = issue()
    body = "<p>One two three four five six seven eight nine.</p>"
    assert differences(draft, lambda: brief(news(draft), body)) == [
        Difference("added", "One two three four five six seven eight …")
    ]


def test_added_picture_and_section_are_named():
    draft = issue()

    def change():
        top_picture(draft, small_photo())
        section(draft, "Tides", intro="<p>High.</p>")

    assert differences(draft, change) == [
        Difference("added", "Top picture"),
        Difference("added", "Tides"),
    ]


def test_removed_brief_is_named():
    draft = issue()
    gone = brief(news(draft), title="Fog")
    assert differences(draft, lambda: remove_part(gone, by=presser())) == [
        Difference("removed", "Fog")
    ]


def test_removed_lead_is_named():
    draft = issue()
    assert differences(draft, lambda: remove_part(draft.analysis, by=presser())) == [
        Difference("removed", "Lead analysis")
    ]


def test_changed_brief_is_named_and_its_neighbours_are_not():
    draft = issue()
    fog = brief(news(draft), title="Fog")

    def change():
        save_part(fog, seen=1, values={"body": "<p>It lifted.</p>"})

    assert differences(draft, change) == [Difference("changed", "Fog")]


def test_changed_source_changes_its_brief():
    draft = issue()
    fog = brief(news(draft), title="Fog")
    change = lambda: fog.sources.update(reporter="A. Ferro")  # noqa: E731
    assert differences(draft, change) == [Difference("changed", "Fog")]


def test_brief_moved_within_its_section_is_named():
    draft = issue()
    brief(news(draft), title="Tide")
    fog = brief(news(draft), title="Fog")
    assert differences(draft, lambda: move_part(fog, after=None)) == [Difference("moved", "Fog")]


def test_moved_section_is_named_and_its_briefs_are_not():
    draft = issue()
    first = section(draft, "Tides", intro="<p>High.</p>")
    for title in ("Fog", "Rain", "Hail"):
        brief(first, title=title)
    section(draft, "Berths", intro="<p>Two are free.</p>")
    change = lambda: move_part(first, after=None)  # noqa: E731
    assert differences(draft, change) == [Difference("moved", "Tides")]


def test_brief_moved_to_another_section_is_named():
    draft = issue()
    fog = brief(news(draft), title="Fog")
    other = section(draft, "Tides", intro="<p>High.</p>")
    change = lambda: move_part(fog, after=None, parent=other)  # noqa: E731
    assert differences(draft, change) == [Difference("moved", "Fog")]


def test_edit_that_was_undone_is_no_difference():
    draft = issue(title="Fog")
    expecting = seen(draft, at=T0)
    retitle(draft, "Mist")
    retitle(draft, "Fog")
    assert press.arm(draft, by=presser(), expecting=expecting, now=T0).revision == 1


def test_text_that_was_never_shown_is_not_pressed():
    draft = issue()
    with pytest.raises(Changed, match="text has changed"):
        press.arm(draft, by=presser(), expecting=Expecting(live=None, armed=None), now=T0)


def test_second_person_learns_that_the_first_has_pressed():
    draft = issue()
    expecting = seen(draft, at=T0)
    pressed(draft)
    with pytest.raises(Changed, match="shown nothing as live; now it is revision 1") as refusal:
        press.arm(draft, by=presser(), expecting=expecting, now=T0)
    assert refusal.value.differences == []


VERBS = {
    "arm": lambda one, asked: press.arm(
        one[0].folio.issue, kind="update", note="More is known.", **asked
    ),
    "rearm": lambda one, asked: press.rearm(one[0], kind="update", note="Back.", **asked),
    "disarm": lambda one, asked: press.disarm(one[1], **asked),
    "expire": lambda one, asked: press.expire(one[0], T0 + 9 * HOUR, **asked),
    "withdraw": lambda one, asked: press.withdraw(one[0].folio, reason="Wrong.", **asked),
    "suppress": lambda one, asked: press.suppress(one[0], reason="Wrong.", **asked),
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"live": 2}, "shown revision 2 as live; now it is revision 1"),
        ({"armed": None}, "shown nothing as armed; now it is revision 2"),
    ],
)
def test_every_verb_refuses_when_the_editions_are_others(verb, wrong, sentence):
    draft = issue()
    editions = [pressed(draft), corrected(draft, T0 + 2 * HOUR, now=T0)]
    before = list(Edition.objects.values()), JournalEntry.objects.count()
    right = seen(draft, at=T0 + HOUR)
    asked = {"by": presser(), "now": T0 + HOUR}
    with pytest.raises(Changed, match=sentence):
        VERBS[verb](editions, {**asked, "expecting": replace(right, **wrong)})
    assert (list(Edition.objects.values()), JournalEntry.objects.count()) == before
    VERBS[verb](editions, {**asked, "expecting": right})
    assert list(Edition.objects.values()) != before[0]


def test_draft_without_text_is_shown_and_compared_too():
    draft = issue()
    remove_part(draft.analysis, by=presser())
    draft.analyses.all().delete()
    draft = type(draft).objects.get(pk=draft.pk)
    assert differences(draft, lambda: lead(draft)) == [Difference("added", "Lead analysis")]


def test_half_a_character_in_what_was_shown_is_no_fault_of_ours():
    lines = [["zz", "", "\ud800", "d"]]
    shown = Expecting.from_json(json.dumps([None, None, "f" * 64, lines]))
    with pytest.raises(Changed) as refusal:
        press.arm(issue(), by=presser(), expecting=shown, now=T0)
    assert all(one.name.encode() is not None for one in refusal.value.differences)

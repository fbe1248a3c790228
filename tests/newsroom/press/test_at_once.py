"""Several people press at the same moment, each on a connection of their own."""

import pytest

from digest.models import Edition, Folio
from newsroom import press
from newsroom.models import Issue, JournalEntry
from newsroom.press.expecting import seen
from newsroom.refusals import Refused
from newsroom.writing.saving import Stale, save_part
from tests.factories import T0, corrected, issue, pressed, series
from tests.newsroom.press.verbs import presser
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_issue_pressed_by_eight_at_once_gets_one_edition():
    draft = issue()
    asked = {"by": presser(), "expecting": seen(draft, at=T0), "now": T0}
    outcomes = at_once([lambda: press.arm(draft, **asked)] * 8)
    assert [type(one) for one in outcomes if not isinstance(one, Refused)] == [Edition]
    assert sum(isinstance(one, Refused) for one in outcomes) == 7
    assert Edition.objects.get().revision == Folio.objects.get().number == 1
    assert JournalEntry.objects.count() == 1


def test_correction_pressed_by_eight_at_once_is_made_once():
    draft = issue()
    pressed(draft)
    asked = {"by": presser(), "expecting": seen(draft, at=T0), "now": T0}
    asked |= {"kind": "update", "note": "More is known."}
    outcomes = at_once([lambda: press.arm(draft, **asked)] * 8)
    assert [type(one) for one in outcomes if not isinstance(one, Refused)] == [Edition]
    assert sum(isinstance(one, Refused) for one in outcomes) == 7
    assert list(Edition.objects.values_list("revision", flat=True)) == [1, 2]


def test_different_verbs_at_once_do_not_both_happen():
    draft = issue()
    first = pressed(draft)
    asked = {"by": presser(), "expecting": seen(draft, at=T0), "now": T0}
    outcomes = at_once(
        [
            lambda: press.withdraw(first.folio, reason="Wrong.", **asked),
            lambda: press.arm(draft, kind="update", note="More is known.", **asked),
        ]
    )
    assert sum(isinstance(one, Refused) for one in outcomes) == 1
    assert sum(one is None or isinstance(one, Edition) for one in outcomes) == 1


def test_issues_of_one_series_first_pressed_at_once_get_numbers_of_their_own():
    one = series()
    drafts = [issue(one, title="Low water") for _ in range(4)]
    by = presser()
    shown = {draft.pk: seen(draft, at=T0) for draft in drafts}

    def arm(draft):
        return lambda: press.arm(draft, by=by, expecting=shown[draft.pk], now=T0)

    outcomes = at_once([arm(draft) for draft in drafts])
    assert [type(one) for one in outcomes] == [Edition] * 4
    folios = Folio.objects.order_by("number").values_list("number", "slug")
    assert [number for number, _ in folios] == [1, 2, 3, 4]
    assert {slug for _, slug in folios} == {"low-water", *(f"low-water-{n}" for n in (2, 3, 4))}


def test_part_saved_by_eight_at_once_is_saved_once():
    draft = issue(title="Before")
    parts = [Issue.objects.get(pk=draft.pk) for _ in range(8)]

    def save(number):
        return lambda: save_part(parts[number], seen=1, values={"title": f"By {number}"})

    outcomes = at_once([save(number) for number in range(8)], expected=(Stale,))
    assert sorted(type(one).__name__ for one in outcomes) == ["NoneType"] + ["Stale"] * 7
    winner = outcomes.index(None)
    stored = Issue.objects.get(pk=draft.pk)
    assert (stored.title, stored.version) == (f"By {winner}", 2)
    stale = [one for one in outcomes if isinstance(one, Stale)]
    assert {one.current.title for one in stale} == {f"By {winner}"}


def test_different_parts_saved_at_once_are_all_saved():
    draft = issue(title="Before")
    section = draft.sections.get()
    lead = draft.analysis
    before = Issue.objects.get(pk=draft.pk).content_version
    outcomes = at_once(
        [
            lambda: save_part(draft, seen=1, values={"title": "After"}),
            lambda: save_part(section, seen=1, values={"heading": "After"}),
            lambda: save_part(lead, seen=1, values={"body": "<p>After</p>"}),
        ]
    )
    assert outcomes == [None] * 3
    stored = Issue.objects.get(pk=draft.pk)
    assert (stored.title, stored.sections.get().heading) == ("After", "After")
    assert (stored.analysis.body, stored.content_version) == ("<p>After</p>", before + 3)


def test_correction_and_first_pressing_of_two_issues_do_not_wait_for_each_other_for_ever():
    one = series()
    drafts = [issue(one) for _ in range(2)]
    pressed(drafts[0])
    by = presser()
    asked = [{"by": by, "expecting": seen(draft, at=T0), "now": T0} for draft in drafts]
    outcomes = at_once(
        [
            lambda: press.arm(drafts[0], kind="update", note="More.", **asked[0]),
            lambda: press.arm(drafts[1], **asked[1]),
        ]
    )
    assert [type(one) for one in outcomes] == [Edition, Edition]
    assert corrected(drafts[1], now=T0).revision == 2

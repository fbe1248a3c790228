"""Every verb writes who did what to which issue, when and why."""

import pytest

from newsroom import pictures, press
from newsroom.models import JournalEntry
from newsroom.press.expecting import seen
from tests.factories import (
    HOUR,
    T0,
    account,
    corrected,
    issue,
    own_card,
    pressed,
    small_photo,
)
from tests.newsroom.press.verbs import disarmed, rearmed

pytestmark = pytest.mark.django_db

NOW = T0 + HOUR
VERBS = {
    "edition.armed": lambda one, asked: press.arm(
        one[0].folio.issue, kind="update", note="More is known.", **asked
    ),
    "edition.rearmed": lambda one, asked: press.rearm(one[0], kind="update", note="Back.", **asked),
    "edition.disarmed": lambda one, asked: press.disarm(one[1], reason="Not yet.", **asked),
    "edition.expires": lambda one, asked: press.expire(
        one[0], T0 + 9 * HOUR, reason="Not yet.", **asked
    ),
    "issue.withdrawn": lambda one, asked: press.withdraw(one[0].folio, reason="Not yet.", **asked),
    "edition.suppressed": lambda one, asked: press.suppress(one[0], reason="Not yet.", **asked),
}
DETAILS = {
    "edition.armed": {"revision": 3, "live_from": NOW.isoformat(), "expires_at": None},
    "edition.rearmed": {"revision": 3, "of": 1, "live_from": NOW.isoformat()},
    "edition.disarmed": {"revision": 2},
    "edition.expires": {"revision": 1, "expires_at": (T0 + 9 * HOUR).isoformat()},
    "issue.withdrawn": {"revision": 1, "armed": 2, "armed_kept": False},
    "edition.suppressed": {"revision": 1},
}


@pytest.mark.parametrize("verb", VERBS)
def test_verb_writes_one_line(verb):
    draft = issue()
    editions = [pressed(draft), corrected(draft, T0 + 2 * HOUR, now=T0)]
    before = JournalEntry.objects.count()
    VERBS[verb](
        editions,
        {"by": account("noor", is_superuser=True), "expecting": seen(draft, at=NOW), "now": NOW},
    )
    assert JournalEntry.objects.count() == before + 1
    entry = JournalEntry.objects.latest("pk")
    assert (entry.verb, entry.by, entry.at) == (verb, "noor", NOW)
    assert entry.subject == f"issue:{draft.uid}"
    assert entry.reason == ("" if "armed" in verb and "dis" not in verb else "Not yet.")
    assert DETAILS[verb].items() <= entry.detail.items()


def test_reason_for_pressing_over_a_warning_stands_in_the_journal():
    other = issue()
    disarmed(pressed(other, T0 + HOUR), now=T0)
    draft = issue()
    other.refresh_from_db()
    own_card(draft, other)
    pressed(draft, override="It follows on Friday.", by=account("noor", is_superuser=True))
    entry = JournalEntry.objects.latest("pk")
    assert (entry.by, entry.reason) == ("noor", "It follows on Friday.")


def test_picture_verbs_write_one_line_each():
    one, noor = small_photo(), account("noor", is_superuser=True)
    pictures.set_rights(one, T0, by=noor, now=T0 - HOUR)
    pictures.take_down(one, by=noor, reason="The photographer asked.", now=T0)
    down, rights = JournalEntry.objects.order_by("-pk")[:2]
    assert (rights.verb, rights.by, rights.at) == ("photo.rights", "noor", T0 - HOUR)
    assert (rights.subject, rights.detail) == (f"photo:{one.uid}", {"until": T0.isoformat()})
    assert (down.verb, down.by, down.at) == ("picture.taken_down", "noor", T0)
    assert (down.subject, down.reason) == (f"photo:{one.uid}", "The photographer asked.")


def test_moving_what_is_armed_says_from_when_to_when():
    draft = issue()
    first = pressed(draft, T0 + HOUR, now=T0)
    second = rearmed(first, T0 + 2 * HOUR, now=T0)
    moved = JournalEntry.objects.latest("pk").detail
    assert moved["from"] == (T0 + HOUR).isoformat()
    assert (moved["clock"], moved["zone"]) == ("2431-03-06T12:00:00-05:00", "America/New_York")
    rearmed(first, T0 + 3 * HOUR, now=T0)
    assert second.revision == 2
    assert "from" not in JournalEntry.objects.latest("pk").detail

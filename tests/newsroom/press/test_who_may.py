"""The verbs of the press ask for the right themselves, whoever calls them."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from digest.models import Edition
from newsroom import press
from newsroom.auth import demand
from newsroom.models import JournalEntry
from newsroom.press.expecting import seen
from tests.factories import HOUR, T0, account, corrected, issue, pressed
from tests.newsroom.press.test_journal import NOW, VERBS

pytestmark = pytest.mark.django_db

#: The line that a verb writes -> the right it asks for.
RIGHTS = {
    "edition.armed": "digest.arm",
    "edition.rearmed": "digest.arm",
    "edition.disarmed": "digest.disarm",
    "edition.expires": "digest.withdraw",
    "issue.withdrawn": "digest.withdraw",
    "edition.suppressed": "digest.suppress",
}
EVERY = set(RIGHTS.values())


def rows() -> list[object]:
    return [list(Edition.objects.order_by("pk").values()), JournalEntry.objects.count()]


def test_every_verb_is_asked_about_here():
    assert len(press.__all__) == len(VERBS)
    assert RIGHTS.keys() == VERBS.keys()


@pytest.mark.parametrize("verb", RIGHTS)
def test_who_has_every_other_right_may_not_and_who_has_this_one_may(verb):
    draft = issue()
    editions = [pressed(draft), corrected(draft, T0 + 2 * HOUR, now=T0)]
    asked = {"expecting": seen(draft, at=NOW), "now": NOW}
    before = rows()
    other = account("other", *(EVERY - {RIGHTS[verb]}))
    with pytest.raises(PermissionDenied):
        VERBS[verb](editions, {**asked, "by": other})
    assert rows() == before
    VERBS[verb](editions, {**asked, "by": account("own", RIGHTS[verb])})
    assert rows() != before


def test_deactivated_account_may_nothing():
    left = account("left", "digest.arm", is_active=False)
    with pytest.raises(PermissionDenied):
        demand("digest.arm", of=left)

"""The two querysets that say what is public, and their neighbours, at every instant of a life."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from digest.models import Edition
from newsroom import press
from tests import factories
from tests.digest.stories import Story
from tests.factories import DAY, HOUR, T0, TICK

pytestmark = pytest.mark.django_db


def kinds(at: datetime) -> dict[str, list[int]]:
    """Queryset -> the revisions in it at that instant."""
    rows = Edition.objects.order_by("revision")
    return {
        name: list(found.values_list("revision", flat=True))
        for name, found in [
            ("live", rows.live(at)),
            ("versions", rows.versions(at)),
            ("began", rows.began(at)),
            ("armed", rows.armed(at)),
        ]
    }


@pytest.fixture
def life() -> None:
    """Armed for T0; a disarmed text; corrected after a day, suppressed, expired after three."""
    story = Story(factories.series())
    disarmed = story.correct(T0 + HOUR, now=T0 + TICK)
    story.do(press.disarm, disarmed, now=T0 + 2 * TICK)
    story.correct(T0 + DAY, now=T0 + 3 * TICK, expires_at=T0 + 3 * DAY)
    story.do(press.suppress, story.editions[0], now=T0 + 2 * DAY, reason="It was libel.")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        # Asked afterwards, the third text was to come as well.
        (-TICK, ([], [], [], [1, 3])),
        (0 * TICK, ([1], [], [1], [3])),
        (HOUR, ([1], [], [1], [3])),
        (DAY - TICK, ([1], [], [1], [3])),
        (DAY, ([3], [1], [1, 3], [])),
        (DAY + TICK, ([3], [1], [1, 3], [])),
        (2 * DAY - TICK, ([3], [1], [1, 3], [])),
        (2 * DAY, ([3], [], [1, 3], [])),
        (3 * DAY - TICK, ([3], [], [1, 3], [])),
        (3 * DAY, ([], [], [1, 3], [])),
        (3 * DAY + TICK, ([], [], [1, 3], [])),
    ],
    ids=str,
)
def test_what_is_public_at_an_instant(
    life: None, after: timedelta, expected: tuple[list[int], ...]
):
    names = ("live", "versions", "began", "armed")
    assert kinds(T0 + after) == dict(zip(names, expected, strict=True))


def test_an_open_range_has_no_end(life: None):
    other = factories.issue()
    factories.pressed(other, now=T0)
    public = Edition.objects.filter(folio=other.folio)
    for after in (0 * TICK, 10_000 * DAY):
        assert public.live(T0 + after).count() == 1
        assert public.began(T0 + after).count() == 1
        assert public.versions(T0 + after).count() == 0
    assert public.armed(T0 - TICK).count() == 1
    assert public.live(T0 - TICK).count() == 0


def test_versions_of_one_issue_do_not_need_another_to_be_live(life: None):
    other = factories.issue()
    factories.pressed(other, now=T0)
    factories.corrected(other, now=T0 + HOUR)
    assert Edition.objects.versions(T0 + 5 * DAY).get().folio == other.folio


def test_lists_leave_the_document_in_the_database(life: None):
    row = Edition.objects.live(T0).listed().get()
    assert row.get_deferred_fields() == {"document"}
    assert row.folio.series.name

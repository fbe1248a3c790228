"""What a row that was read says of a moment is what the database says of it."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

import pytest
from django.db.models import QuerySet

from digest.models import Edition
from tests.factories import T0, issue, pressed

HOURS = [timedelta(hours=number) for number in range(4)]


@pytest.mark.django_db
def test_rows_and_database_agree_at_every_instant():
    edition = pressed(issue(), now=T0)
    own = Edition.objects.filter(pk=edition.pk)
    asked = wrong = 0
    for begins, ends, at in product(HOURS, [*HOURS, None], HOURS):
        if ends is not None and ends < begins:
            continue
        edition.live_from = T0 + begins
        edition.live_until = T0 + ends if ends is not None else None
        cause = "" if ends is None else "expiry"
        QuerySet.update(
            own, live_from=edition.live_from, live_until=edition.live_until, end_cause=cause
        )
        moment = T0 + at
        said = (edition.has_begun(moment), edition.is_live(moment), edition.is_armed(moment))
        found = tuple(
            rows.exists() for rows in (own.began(moment), own.live(moment), own.armed(moment))
        )
        asked += 1
        wrong += said != found
    assert (asked, wrong) == (56, 0)

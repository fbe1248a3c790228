"""The issues of a series right before and after one, at the end of its page."""

from __future__ import annotations

import pytest

from digest.models import Edition, Series
from newsroom.models import Issue
from tests import factories
from tests.digest.conftest import Ask
from tests.digest.pagetext import page, text
from tests.factories import DAY, HOUR, T0, TICK
from tests.newsroom.press.verbs import disarmed, retitle, withdrawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def weekly() -> Series:
    return factories.series(slug="harbour-watch")


def made(one: Series, title: str) -> Issue:
    return factories.issue(one, title=title, show_prefix=False)


def out(one: Series, title: str, at=T0, now=None) -> Edition:
    return factories.pressed(made(one, title), at, now=now or at)


def around(ask: Ask, edition: Edition, at) -> dict[str, str]:
    """Before and after -> the words of the link."""
    found = page(ask(edition.get_absolute_url(), at)).all("nav", class_="pages")
    links = [link for nav in found for link in nav.all("a")]
    addresses = {one.get_absolute_url() for one in Edition.objects.live(at)}
    assert {link.attributes["href"] for link in links} <= addresses
    return {link.attributes["rel"]: link.words.partition(": ")[2] for link in links}


def test_issue_leads_to_those_of_its_series_before_and_after_it(ask: Ask, weekly: Series):
    first, second, third = (
        out(weekly, title, T0 + n * DAY) for n, title in enumerate(["Fog", "Ice", "Silt"])
    )
    out(factories.series(), "Elsewhere", T0 + DAY + HOUR)
    at = T0 + 5 * DAY
    assert around(ask, first, at) == {"next": "Ice"}
    assert around(ask, second, at) == {"prev": "Fog", "next": "Silt"}
    assert around(ask, third, at) == {"prev": "Ice"}
    # A correction does not climb, and an earlier version stands where the issue does.
    draft = Issue.objects.get(folio=first.folio)
    retitle(draft, "Fog lifts")
    factories.corrected(draft, now=T0 + 4 * DAY)
    assert around(ask, second, at) == {"prev": "Fog lifts", "next": "Silt"}
    version = page(ask(first.get_version_url(), at))
    assert version.one("a", rel="next").words == "Next issue: Ice"


def test_issues_of_one_instant_follow_one_another(ask: Ask, weekly: Series):
    at = T0 + HOUR
    editions = [out(weekly, title, at, now=T0) for title in ("Fog", "Ice", "Silt")]
    assert [around(ask, one, at) for one in editions] == [
        {"next": "Ice"},
        {"prev": "Fog", "next": "Silt"},
        {"prev": "Ice"},
    ]


def test_only_what_is_live_then_is_a_neighbour(ask: Ask, weekly: Series):
    fog = out(weekly, "Fog", T0)
    gone = out(weekly, "Withdrawn", T0 + HOUR)
    factories.pressed(made(weekly, "Expired"), now=T0 + 2 * HOUR, expires_at=T0 + 3 * HOUR)
    middle = out(weekly, "Ice", T0 + DAY)
    dropped = out(weekly, "Disarmed", T0 + 5 * DAY, now=T0 + DAY)
    out(weekly, "Armed", T0 + 5 * DAY, now=T0 + DAY)
    made(weekly, "Draft")
    withdrawn(gone, now=T0 + 2 * DAY)
    disarmed(dropped, now=T0 + 2 * DAY)
    at = T0 + 5 * DAY
    assert around(ask, middle, at - TICK) == {"prev": "Fog"}
    assert around(ask, fog, at - TICK) == {"next": "Ice"}
    body = text(ask(middle.get_absolute_url(), at - TICK))
    for hidden in ("Withdrawn", "Expired", "Disarmed", "Armed", "Draft"):
        assert hidden not in body
    assert around(ask, middle, at) == {"prev": "Fog", "next": "Armed"}


def test_only_issue_of_a_series_leads_nowhere(ask: Ask, weekly: Series):
    assert around(ask, out(weekly, "Fog"), T0) == {}

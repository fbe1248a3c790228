"""Parked briefs: nothing of one is lost, and one is taken once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from newsroom.models import Issue, JournalEntry, NewsBrief, Section
from newsroom.models.parts import RESTORABLE
from newsroom.refusals import Refused
from newsroom.text.compose import compose
from newsroom.writing import tray
from newsroom.writing.restoring import restore
from newsroom.writing.saving import NotRestorable, remove_part, restore_part, save_part
from tests.factories import (
    DAY,
    HOUR,
    T0,
    account,
    brief,
    issue,
    outlet,
    pressed,
    section,
    series,
    source,
)
from tests.threads import at_once

pytestmark = pytest.mark.django_db


@pytest.fixture
def fog():
    """A brief with two sources between two others, parked at T0 by Noor."""
    place = section(issue(title="Before the fog"), "Tides")
    brief(place, title="Before")
    one = brief(place, "<p>Fog closed the bar for <em>six</em> hours.</p>", title="Fog")
    source(one, reporter="Ana Teles", outlet=outlet("Bar Pilot", "pilot.example"))
    brief(place, title="After")
    tray.park(one, by=account("noor"), now=T0)
    return one


def printed(whole) -> list[str]:
    return [one.title for one in compose(whole).briefs() if one.title]


def lying() -> list[str]:
    return [one.title for one in tray.lying()]


def cited(one: NewsBrief) -> list[tuple[str, str, str]]:
    return [(str(row.outlet), row.address, row.reporter) for row in one.sources.all()]


def last(verb: str) -> JournalEntry:
    return JournalEntry.objects.filter(verb=verb).latest("pk")


def test_parked_brief_is_out_of_its_issue_and_in_the_tray(fog):
    assert printed(fog.whole) == ["Before", "After"]
    assert lying() == ["Fog"]
    assert (fog.removed_at, fog.removed_by) == (T0, "noor")
    line = last("brief.parked")
    assert (line.by, line.at, line.subject) == ("noor", T0, f"issue:{fog.whole.uid}")
    assert line.detail == {"part": "Fog"}


def test_parked_brief_goes_whole_into_an_issue_of_another_series(fog):
    place = section(issue(series(name="Charts")), "Weather")
    brief(place, title="Wind")
    taken = tray.take(fog, place, by=account("tomas"), now=T0 + HOUR)
    assert printed(place.issue)[-2:] == ["Wind", "Fog"]
    assert (taken.body, cited(taken)) == (fog.body, cited(fog))
    assert len(cited(taken)) == 2
    assert taken.copied_from == fog.whole
    assert NewsBrief.objects.get(pk=fog.pk).taken_into == place.issue
    assert (taken.saved_by, taken.saved_at) == ("tomas", T0 + HOUR)
    assert lying() == []
    assert printed(fog.whole) == ["Before", "After"]
    line = last("brief.taken")
    assert (line.by, line.subject) == ("tomas", f"issue:{place.issue.uid}")
    assert line.detail == {"part": "Fog", "from": "Before the fog"}


def test_brief_taken_back_into_its_own_issue_is_itself(fog):
    place = section(fog.whole, "Berths")
    brief(place, title="Berth 9")
    before = Issue.objects.get(pk=place.issue_id).content_version
    taken = tray.take(fog, place, by=account(), now=T0 + HOUR)
    assert Issue.objects.get(pk=place.issue_id).content_version > before
    assert (taken.pk, taken.uid, taken.copied_from) == (fog.pk, fog.uid, None)
    assert printed(place.issue) == ["Before", "After", "Berth 9", "Fog"]
    assert NewsBrief.objects.filter(title="Fog").count() == 1


def test_tray_keeps_a_brief_longer_than_removed_parts_are_kept(fog):
    late = T0 + RESTORABLE + DAY
    with pytest.raises(NotRestorable):
        restore_part(fog, by=account(), now=late)
    assert lying() == ["Fog"]
    tray.take(fog, fog.section, by=account(), now=late)
    assert printed(fog.whole) == ["Before", "After", "Fog"]


def test_bringing_a_parked_brief_back_takes_it_out_of_the_tray(fog):
    restore_part(fog, by=account(), now=T0 + HOUR)
    assert printed(fog.whole) == ["Before", "Fog", "After"]
    assert lying() == []


def test_what_is_typed_while_somebody_parks_goes_along(fog):
    save_part(fog, seen=fog.version, values={"body": "<p>Seven hours.</p>"})
    place = section(issue(), "Weather")
    stale = NewsBrief.objects.get(pk=fog.pk)
    save_part(fog, seen=fog.version, values={"title": "More fog"})
    assert tray.take(stale, place, by=account()).title == "More fog"


def test_taken_twice_is_refused_with_its_name(fog):
    first, second = section(issue(), "Weather"), section(issue(), "News")
    tray.take(fog, first, by=account())
    with pytest.raises(Refused, match=r"“Fog” is not in the tray any more"):
        tray.take(fog, second, by=account())
    assert printed(second.issue) == printed(issue())


def test_brief_that_was_removed_meanwhile_is_not_parked():
    one = brief(section(issue(), "Tides"), title="Fog")
    stale = NewsBrief.objects.get(pk=one.pk)
    remove_part(one, by=account(), now=T0)
    with pytest.raises(Refused, match="does not stand in the issue"):
        tray.park(stale, by=account(), now=T0 + HOUR)
    assert lying() == []
    assert NewsBrief.objects.get(pk=one.pk).removed_at == T0


def test_section_that_is_gone_takes_nothing(fog):
    place = section(issue(), "Weather")
    remove_part(Section.objects.get(pk=place.pk), by=account())
    with pytest.raises(Refused, match=r"“Weather” does not stand"):
        tray.take(fog, place, by=account())
    assert lying() == ["Fog"]


def test_discarded_brief_can_be_brought_back_for_thirty_days_from_then(fog):
    late = T0 + timedelta(days=100)
    tray.discard(fog, by=account("tomas"), now=late)
    assert lying() == []
    assert last("brief.discarded").by == "tomas"
    restore_part(fog, by=account(), now=late + RESTORABLE - HOUR)
    assert printed(fog.whole) == ["Before", "Fog", "After"]


def test_discarding_what_was_taken_is_refused(fog):
    tray.take(fog, fog.section, by=account(), now=T0 + HOUR)
    with pytest.raises(Refused, match="not in the tray"):
        tray.discard(fog, by=account(), now=T0 + 2 * HOUR)
    assert printed(fog.whole) == ["Before", "After", "Fog"]


def test_issue_started_again_from_its_text_has_its_parked_brief_back():
    whole = issue()
    one = brief(section(whole, "Tides"), title="Fog")
    edition = pressed(whole)
    tray.park(NewsBrief.objects.get(pk=one.pk), by=account(), now=T0 + HOUR)
    whole.refresh_from_db()
    seen = whole.content_version
    restore(whole, edition.text, by=account(), seen_content_version=seen, now=T0 + HOUR)
    assert "Fog" in printed(whole)
    assert lying() == []


def test_database_lets_no_brief_lie_in_the_tray_that_stands_in_its_issue():
    one = brief(section(issue(), "Tides"))
    with pytest.raises(IntegrityError), transaction.atomic():
        NewsBrief.objects.filter(pk=one.pk).update(parked=True)


@pytest.mark.django_db(transaction=True)
def test_brief_taken_by_four_at_once_goes_into_one_issue():
    one = brief(section(issue(), "Tides"), title="Fog")
    tray.park(one, by=account("noor"))
    places = [section(issue(), "Weather") for _ in range(4)]
    by = account("tomas")

    def take(place):
        return lambda: tray.take(NewsBrief.objects.get(pk=one.pk), place, by=by)

    outcomes = at_once([take(place) for place in places])
    assert sum(isinstance(outcome, NewsBrief) for outcome in outcomes) == 1
    assert sum("Fog" in printed(place.issue) for place in places) == 1


@pytest.mark.django_db(transaction=True)
def test_brief_parked_and_removed_at_once_is_one_of_them():
    one = brief(section(issue(), "Tides"), title="Fog")
    by = account("noor")

    def own():
        return NewsBrief.objects.get(pk=one.pk)

    at_once([lambda: tray.park(own(), by=by), lambda: remove_part(own(), by=by)])
    told = set(JournalEntry.objects.values_list("verb", flat=True))
    assert told == ({"brief.parked"} if lying() else {"part.removed"})

"""Parked briefs on the screen of an issue, and on the board."""

from __future__ import annotations

import pytest
from django.urls import reverse

from newsroom.models import Issue, JournalEntry, NewsBrief
from newsroom.writing import tray
from tests.factories import T0, account, brief, issue, pressed, section, series, source
from tests.newsroom.desk import staff
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change
from tests.newsroom.desk.small import Small

BOARD = "/admin/"


@pytest.fixture
def fog(db):
    """A brief that another editor, Noor Haddad, has parked from another series' issue."""
    one = brief(section(issue(series(name="Charts"), title="Old ink"), "Tides"), title="Fog")
    source(one, reporter="Ana Teles")
    tray.park(one, by=account("noor", first_name="Noor", last_name="Haddad"))
    return one


@pytest.fixture
def weather(desk, fog):
    """A section of an issue that is being written."""
    return section(issue(title="New moon"), "Weather")


def titles(whole: Issue) -> list[str]:
    briefs = NewsBrief.objects.standing_in().filter(section__issue=whole)
    return [one.title for one in briefs.order_by("section__position", "position") if one.title]


def page(one: NewsBrief) -> str:
    return reverse("admin:desk-parked", args=[one.pk])


def test_brief_is_parked_and_brought_back_on_the_screen(desk):
    one = brief(section(issue(), "Tides"), title="Fog")
    small = Small(desk, one.whole)
    answer = small.post(small.at(one, "park/"))
    assert "“Fog” lies in the tray." in answer.root.words
    assert titles(one.whole) == []
    panel = small.get(f"{small.base}side/").root.one(id="panel").words
    assert "in the tray" in panel
    assert "parked a brief, “Fog”" in panel
    small.post(small.at(one, "restore/"))
    assert titles(one.whole) == ["Fog"]
    assert not tray.lying().exists()


def test_what_is_typed_into_a_parked_brief_is_said_to_lie_in_the_tray(desk, fog):
    small = Small(desk, fog.whole)
    answer = small.save(fog, body="<p>Seven hours.</p>")
    assert "Noor Haddad put this into the tray. Your text is kept" in answer.root.words
    fog.refresh_from_db()
    assert (fog.body, fog.parked) == ("<p>Seven hours.</p>", True)


def test_parking_what_somebody_removed_is_said_and_changes_nothing(desk):
    one = brief(section(issue(), "Tides"), title="Fog")
    small = Small(desk, one.whole)
    small.post(small.at(one, "remove/"))
    answer = small.post(small.at(one, "park/"))
    assert answer.status == 409
    assert "“Fog” does not stand in the issue any more." in answer.response.content.decode()
    assert not tray.lying().exists()


def test_section_offers_what_is_parked_with_where_it_came_from(desk, fog, weather):
    small = Small(desk, weather.issue)
    offered = small.get(small.at(weather, "tray/")).root
    assert "from “Old ink” (Charts), parked by Noor Haddad" in offered.words
    assert [one.words for one in offered.all("button")] == ["Take it: Fog"]


def test_brief_is_taken_into_the_section(desk, fog, weather):
    brief(weather, title="Wind")
    small = Small(desk, weather.issue)
    answer = small.post(small.at(weather, "tray/"), {"brief": fog.pk})
    taken = NewsBrief.objects.get(title="Fog", section=weather)
    assert answer.root.one(id=f"part-{taken.uid}")
    assert answer.response["HX-Trigger"] == "desk:changed"
    rest = answer.root.one(id=f"tray-{weather.pk}").words
    assert "“Fog” stands in “Weather” now." in rest
    assert "Nothing is parked." in rest
    assert titles(weather.issue) == ["Wind", "Fog"]


def test_second_who_takes_it_is_told_and_gets_nothing(desk, fog, weather):
    small = Small(desk, weather.issue)
    small.post(small.at(weather, "tray/"), {"brief": fog.pk})
    again = small.post(small.at(weather, "tray/"), {"brief": fog.pk})
    assert again.status == 409
    assert "it was taken into “New moon”" in again.response.content.decode()
    assert titles(weather.issue) == ["Fog"]


def test_issue_it_was_taken_from_says_where_it_went(desk, fog, weather):
    small = Small(desk, fog.whole)
    small.post(small.at(fog, "restore/"))
    small.post(small.at(fog, "park/"))
    tray.take(fog, weather, by=desk.user)
    # As the notice on a page that is still open offers it.
    late = small.post(small.at(fog, "restore/"))
    assert late.status == 409
    assert "it was taken into “New moon”" in late.response.content.decode()
    assert titles(fog.whole) == []
    panel = small.get(f"{small.base}side/").root.one(id="panel").words
    assert "taken into “New moon”" in panel
    assert "Have it here as well Fog" in panel
    small.post(small.at(fog, "restore/"), {"as-well": "1"})
    assert titles(fog.whole) == titles(weather.issue) == ["Fog"]


@pytest.mark.parametrize("asked", [{}, {"brief": "x"}, {"brief": "9999"}, {"brief": "9" * 30}])
def test_brief_that_is_none_is_refused_in_words(desk, fog, weather, asked):
    small = Small(desk, weather.issue)
    assert small.post(small.at(weather, "tray/"), asked).status == 409


def test_brief_that_stands_in_its_issue_cannot_be_taken(desk, weather):
    other = brief(section(issue(), "Tides"), title="Wharf")
    small = Small(desk, weather.issue)
    assert small.post(small.at(weather, "tray/"), {"brief": other.pk}).status == 409
    assert titles(weather.issue) == []
    assert titles(other.whole) == ["Wharf"]


def test_other_issues_section_is_not_reached_through_this_one(desk, fog, weather):
    small = Small(desk, issue())
    assert small.post(small.at(weather, "tray/"), {"brief": fog.pk}).status == 404
    assert titles(weather.issue) == []


def test_board_shows_the_parked_brief_and_the_way_into_an_issue(desk, fog, weather):
    board = desk.open(BOARD)
    assert "Parked briefs" in board.words
    assert "from “Old ink” (Charts), parked by Noor Haddad" in board.words
    shown = board.follow("Take or discard: Fog")
    assert "A dredger sank." in shown.words
    assert "Ana Teles" in shown.words
    done = shown.click("Take it", section=weather.pk)
    assert done.messages == ["“Fog” stands in “Weather” of “New moon”."]
    assert titles(weather.issue) == ["Fog"]
    assert "Parked briefs" not in desk.open(BOARD).words


def test_taking_without_a_section_is_said_beside_the_field(desk, fog, weather):
    shown = desk.open(page(fog)).click("Take it", section="")
    assert "Choose the section that it goes into." in shown.beside("section")
    shown = desk.open(page(fog)).click("Take it", section="12345678")
    assert shown.beside("section")
    assert tray.lying().get() == fog


def test_discarded_brief_is_gone_from_the_board_and_back_on_its_issue(desk, fog):
    done = desk.open(page(fog)).click("Discard it")
    assert "For 30 days it can be brought back on the page of “Old ink”." in done.messages[0]
    assert "Parked briefs" not in done.words
    assert "Fog" in desk.open(change(fog.whole)).root.one(id="panel").words
    assert JournalEntry.objects.filter(verb="brief.discarded").count() == 1


def test_page_of_a_brief_that_was_taken_meanwhile_says_so(desk, fog, weather):
    shown = desk.open(page(fog))
    tray.take(fog, weather, by=desk.user)
    said = ["“Fog” is not in the tray any more: it was taken into “New moon”."]
    assert shown.click("Discard it").messages == said
    assert shown.click("Take it", section=weather.pk).messages == said
    assert desk.open(page(fog)).messages == said
    assert titles(weather.issue) == ["Fog"]


def test_sections_of_an_issue_stand_together_and_those_of_live_issues_are_not_offered(
    desk, fog, weather
):
    live = issue(title="Gone out")
    pressed(live)
    section(weather.issue, "Tides")
    Issue.objects.update(created_at=T0)
    select = desk.open(page(fog)).root.one("select", name="section")
    groups = {one.attributes["label"]: one.words for one in select.all("optgroup")}
    assert len(groups) == len(select.all("optgroup"))
    assert groups[f"{weather.issue.series}: New moon"].split()[-2:] == ["Weather", "Tides"]
    assert not any("Gone out" in label for label in groups)


def test_issue_whose_brief_lies_in_the_tray_is_not_deleted(db, fog):
    desk = Desk(account("chief", is_superuser=True))
    address = reverse("admin:newsroom_issue_delete", args=[fog.whole.pk])
    shown = desk.open(address)
    assert "brief in the tray: “Fog”" in shown.words
    desk.client.post(address, {"post": "yes"})
    assert tray.lying().get() == fog
    tray.discard(fog, by=desk.user)
    desk.open(address).click("Yes, I’m sure")
    assert not Issue.objects.filter(title="Old ink").exists()


def test_who_may_only_look_sees_the_parked_brief_and_cannot_take_it(db, fog):
    desk = Desk(account("looker", "newsroom.view_issue"))
    board = desk.open(BOARD)
    assert "Parked briefs" in board.words
    assert "Fog" in board.words
    assert "Take or discard: Fog" not in board.links
    assert desk.open(page(fog)).status == 403


def test_journal_says_where_it_was_taken_from(desk, fog, weather):
    tray.take(fog, weather, by=desk.user)
    chief = Desk(staff.editor("Chief"))
    lines = chief.open(reverse("admin:newsroom_journalentry_changelist")).words
    assert "took a parked brief" in lines
    assert "“Fog” of “Old ink”" in lines


@pytest.mark.parametrize("count", [1, 12])
def test_list_of_the_tray_costs_the_same_however_much_lies_there(
    desk, fog, weather, count, django_assert_max_num_queries
):
    for number in range(count):
        one = brief(section(issue(), f"Tides {number}"), title=f"Fog {number}")
        tray.park(one, by=account(f"parker{number}"))
    small = Small(desk, weather.issue)
    with django_assert_max_num_queries(8):
        small.get(small.at(weather, "tray/"))

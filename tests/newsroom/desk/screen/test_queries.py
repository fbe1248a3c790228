"""What the screen of an issue costs: queries, whatever its size."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from newsroom.models import Issue, NewsBrief, Section, Source
from newsroom.models.parts import GAP
from newsroom.writing.saving import remove_part
from tests.factories import (
    HOUR,
    account,
    corrected,
    foreign_card,
    issue,
    outlet,
    own_card,
    part,
    pressed,
    section,
    small_photo,
    standing,
    top_picture,
)
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, now, press
from tests.newsroom.desk.small import Small

#: At most so many for opening the screen, and for a save of one part.
SCREEN, SAVE = 25, 5


def asked(act) -> int:
    """How many queries an act takes once everything that is kept has been kept."""
    act()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        act()
    return len(captured)


def fill(place: Section, count: int) -> None:
    """That many briefs with three sources each."""
    ledger, first = outlet(), place.briefs.count() + 1
    briefs = NewsBrief.objects.bulk_create(
        NewsBrief(section=place, title=f"Brief {n}", body="<p>High.</p>", position=n * GAP)
        for n in range(first, first + count)
    )
    Source.objects.bulk_create(
        Source(brief=one, outlet=ledger, address="https://a.example/x", position=n * GAP)
        for one in briefs
        for n in (1, 2, 3)
    )


@pytest.fixture
def full(db):
    """An issue with a row of every kind, live, corrected and scheduled."""
    other, draft = issue(), issue()
    pressed(other, now=now() - 5 * HOUR)
    standing(draft.series, required=False)
    place = section(draft, "Tides")
    fill(place, 2)
    top_picture(draft, small_photo())
    part_of_card(foreign_card(draft))
    own_card(draft, other)
    remove_part(foreign_card(draft), by=account("vera"))
    pressed(draft, now=now() - 2 * HOUR)
    corrected(draft, now() + HOUR, now=now() - HOUR)
    return draft


def part_of_card(card):
    from newsroom.models import PhotoUse

    return part(PhotoUse(card=card, photo=small_photo(), alt="A buoy"))


def test_pages_of_an_issue_cost_the_same_with_3_and_with_60_briefs(desk, full):
    small = Small(desk, full)
    pages = [change(full), f"{small.base}side/", press(full), full.preview_address]
    # What is armed is read where the draft says something else.
    Issue.objects.filter(pk=full.pk).update(title="The pilots wake")
    few = [asked(lambda page=page: desk.client.get(page)) for page in pages]
    fill(full.sections.last(), 57)
    for number in range(5):
        further = section(full, f"Section {number}")
        fill(further, 2)
        remove_part(further.briefs.first(), by=desk.user)
        part_of_card(foreign_card(full))
    assert [asked(lambda page=page: desk.client.get(page)) for page in pages] == few
    assert few[0] <= SCREEN
    limited = Desk(account("limited", "newsroom.view_issue", "newsroom.change_issue"))
    assert asked(lambda: limited.client.get(change(full))) <= SCREEN


@pytest.fixture(params=["owner", "writer"])
def writing(request, db):
    """Somebody who may do anything, and somebody whose group may write."""
    if request.param == "owner":
        return Desk(account("owner", is_superuser=True))
    user = account("writer", "newsroom.view_photo")
    group = Group.objects.create(name="Desk")
    group.permissions.set(Permission.objects.filter(codename__in=["view_issue", "change_issue"]))
    user.groups.add(group)
    return Desk(user)


@pytest.mark.parametrize("which", ["lead", "section", "brief", "title block", "picture", "card"])
def test_save_of_one_part_costs_few_queries(writing, full, which):
    small = Small(writing, full)
    one = {
        "lead": full.analysis,
        "section": full.sections.first(),
        "brief": NewsBrief.objects.filter(section__issue=full).first(),
        "title block": full,
        "picture": full.top_picture,
        "card": full.related_links.filter(folio=None).first(),
    }[which]
    form = small.open(one)

    def save():
        form["version"] = type(one).objects.get(pk=one.pk).version
        assert small.save(one, form).status == 200

    # Not its own: the test reads the version, and its transaction makes savepoints.
    assert asked(save) - 3 <= SAVE

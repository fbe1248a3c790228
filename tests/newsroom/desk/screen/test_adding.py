"""Who has no right to add to the frame does not do it from an issue's screen either."""

from __future__ import annotations

import pytest

from digest.models import Outlet, OutletDomain, Person, Topic
from tests.factories import account, brief, issue, section
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.small import Small


@pytest.mark.parametrize("rights", [(), ("person", "topic", "outlet", "outletdomain")])
def test_outlet_person_and_topic_are_added_with_the_right_only(db, rights):
    names = [f"digest.add_{model}" for model in rights]
    desk = Desk(account("writer", "newsroom.view_issue", "newsroom.change_issue", *names))
    draft = issue()
    one = brief(section(draft, "Tides"))
    key = str(one.sources.get().uid)
    small = Small(desk, draft)
    before = Person.objects.count(), Topic.objects.count(), Outlet.objects.count()
    row = {f"source-{key}-address": "https://gauge.example/a", f"source-{key}-outlet": ""}
    offered = small.save(one, {**small.open(one), **row})
    assert ("Add “gauge.example” (Enter)" in offered.root.words) == bool(rights)
    tries = [
        small.save(one, {**small.open(one), **row, "do": f"outlet:{key}"}),
        small.save(draft, byline__name=["Ana Reis"], byline__role=["author"], do="person:Ana Reis"),
        small.save(draft, new__topic="Night sailing", do="topic"),
    ]
    after = Person.objects.count(), Topic.objects.count(), Outlet.objects.count()
    assert [one.status for one in tries] == ([200] * 3 if rights else [403] * 3)
    assert after == tuple(count + bool(rights) for count in before)
    assert OutletDomain.objects.filter(domain="gauge.example").exists() == bool(rights)

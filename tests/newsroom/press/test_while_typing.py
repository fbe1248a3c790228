"""An issue is moved about and typed into by others while it is being pressed.

Every edit leaves each brief in exactly one place, and its source with the number of its text; so
must every Edition. Without the issue's lock a freeze reads sections, briefs and sources at
different moments, and a brief is missing, doubled or torn.
"""

import random
import re
import threading
import time

import pytest
from django.db import connection, transaction

from newsroom import press
from newsroom.models import Issue, NewsBrief, Section, Source
from newsroom.press.expecting import Expecting
from newsroom.writing.saving import Stale, add_part, lock, move_part, remove_part, save_part
from tests.factories import brief, issue, section
from tests.newsroom.press.verbs import presser

BRIEFS = 12


class Whatever(str):
    """The fingerprint of somebody who presses whatever is there: equal to every other."""

    __hash__ = str.__hash__

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


def type_into(chance, draft, written):
    """Save a new text to a brief and its number to the brief's source, in one transaction."""
    one = chance.choice(NewsBrief.objects.filter(section__issue=draft, title__startswith="brief"))
    number = chance.randrange(10**9)
    body = f"<p>text {number}</p>"
    written[one.title].add(body)
    with transaction.atomic():
        save_part(one, seen=one.version, values={"body": body})
        Source.objects.filter(brief=one).update(reporter=str(number))


def move_about(chance, draft, by):
    """Move a brief to another section; sections come, and go once they are empty."""
    places = list(Section.objects.standing_in().filter(issue=draft))
    with transaction.atomic():
        lock(draft)
        empty = [one for one in places if one.heading == "Passing" and not one.briefs.exists()]
        for one in empty:
            remove_part(one, by=by)
    if chance.random() < 0.5:
        place = Section(issue=draft, heading="Passing", intro="<p>On the move.</p>")
        add_part(place)
    else:
        place = chance.choice([one for one in places if one not in empty])
    one = chance.choice(NewsBrief.objects.filter(section__issue=draft, title__startswith="brief"))
    with transaction.atomic():
        lock(draft)
        place = Section.objects.standing_in().filter(pk=place.pk).first()
        if place is not None:
            siblings = [None, *place.briefs.exclude(pk=one.pk)]
            move_part(one, after=chance.choice(siblings), parent=place)


@pytest.mark.soak
@pytest.mark.postgresql
@pytest.mark.django_db(transaction=True)
def test_edition_has_every_brief_once_and_whole(soaking):
    draft = issue(title="Spring tide")
    for name in ("In port", "At sea"):
        # With an introduction: a section that moves have emptied would not be pressed.
        place = section(draft, name, intro="<p>By the hour.</p>")
        for number in range(BRIEFS // 2):
            one = brief(place, "<p>text 0</p>", title=f"brief {name} {number}")
            one.sources.update(reporter="0")
    titles = sorted(row.title for row in NewsBrief.objects.filter(title__startswith="brief"))
    written = {title: {"<p>text 0</p>"} for title in titles}
    stop = threading.Event()
    faults, edits = [], []

    def edit(seed, how, *last):
        chance = random.Random(seed)
        try:
            while not stop.is_set():
                try:
                    how(chance, draft, *last)
                except Stale:
                    continue
                edits.append(seed)
        except BaseException as error:
            faults.append(error)
        finally:
            connection.close()

    by = presser()
    acts = [(1, type_into, written), (2, type_into, written), (3, move_about, by)]
    threads = [threading.Thread(target=edit, args=act) for act in acts]
    for thread in threads:
        thread.start()
    editions = []
    until = time.monotonic() + (300 if soaking else 5)
    try:
        while time.monotonic() < until and not faults:
            live = editions[-1].revision if editions else None
            editions.append(
                press.arm(
                    Issue.objects.get(pk=draft.pk),
                    by=by,
                    expecting=Expecting(live=live, armed=None, fingerprint=Whatever()),
                    kind="minor" if live else "",
                )
            )
    finally:
        stop.set()
        for thread in threads:
            thread.join(30)
    assert faults == []
    assert len(editions) > 5
    assert set(edits) == {1, 2, 3}
    for edition in editions:
        briefs = [one for one in edition.text.briefs() if one.title.startswith("brief")]
        assert sorted(one.title for one in briefs) == titles
        for one in briefs:
            assert one.body in written[one.title]
            assert one.sources[0].reporter == re.sub(r"\D", "", one.body)

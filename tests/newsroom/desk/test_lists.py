"""The other lists: what each row says, how it is narrowed, and that many cost what few do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from digest.models import Notice, Outlet, OutletDomain, Person, Series, Topic
from newsroom import journal, pictures
from newsroom.models import Byline, IssueTopic, JournalEntry, Label, Photo, PhotoUse, Staff
from newsroom.writing.saving import remove_part
from tests.factories import (
    DAY,
    HOUR,
    account,
    brief,
    foreign_card,
    issue,
    label,
    notice,
    outlet,
    part,
    person,
    photo,
    pressed,
    publication,
    rules,
    section,
    series,
    small_photo,
    source,
    top_picture,
    topic,
)
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, now

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def site():
    return publication()


@pytest.fixture
def limited():
    """Somebody who may see these things, and nothing else."""
    names = ["photo", "label", "journalentry", "staff", "issue"]
    frame = ["outlet", "person", "topic", "series", "notice"]
    rights = [f"newsroom.view_{n}" for n in names] + [f"digest.view_{n}" for n in frame]
    return Desk(account("limited", *rights))


def listing(model):
    return f"/admin/{model._meta.app_label}/{model._meta.model_name}/"


def rows(desk, model, query=""):
    """Each row as a dict, column -> words."""
    root = desk.open(listing(model) + query).root
    found = []
    for table in root.all("table", id="result_list"):
        for row in table.one("tbody").all("tr"):
            cells = row.all("th") + row.all("td")
            names = [one.attributes["class"].split()[-1].removeprefix("field-") for one in cells]
            found.append({n: one.words for n, one in zip(names, cells, strict=True)})
    return found


def names(desk, model, query="", column="name"):
    return {row[column] for row in rows(desk, model, query)}


def test_photo_says_whom_to_credit_where_it_is_and_how_long_it_may_be_shown(limited):
    used = small_photo(rights_until=now() + DAY)
    top = issue(title="Fog")
    top_picture(top, used)
    on_card = issue(title="Ice")
    part(PhotoUse(card=foreign_card(on_card), photo=used, alt="A gauge"))
    remove_part(top_picture(issue(title="Silt"), used), by=limited.user)
    (row,) = rows(limited, Photo)
    assert row["credited"] == "Rui Barros"
    assert (row["state"], row["licence"].split(" ")[:2]) == ("ready", ["ends", "soon"])
    assert row["used_in"] == "Ice, Fog"
    screen = limited.open(listing(Photo))
    assert screen.links["Fog"] == change(top)
    picture = screen.root.one("img", class_="thumb").attributes
    assert picture["src"].startswith("/preview/pictures/")


def test_photo_without_credit_stands_out(limited):
    photo(credit="", ready=False)
    (row,) = rows(limited, Photo)
    assert (row["credited"], row["state"], row["used_in"]) == ("none", "not ready", "")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?state=ready", {"endless", "soon", "over"}),
        ("?state=not-ready", {"raw"}),
        ("?state=down", {"down"}),
        ("?licence=soon", {"soon"}),
        ("?licence=over", {"over"}),
        ("?licence=endless", {"endless", "raw", "down"}),
        ("?q=marchetti", {"soon"}),
    ],
)
def test_photos_are_narrowed(limited, query, found):
    at = now()
    made = {
        "endless": small_photo(),
        "soon": small_photo(credit="Sól Marchetti", rights_until=at + DAY),
        "over": small_photo(rights_until=at - DAY),
        "raw": photo(ready=False),
        "down": small_photo(),
    }
    pictures.take_down(made["down"], by=limited.user, reason="A claim.")
    for name, one in made.items():
        Photo.objects.filter(pk=one.pk).update(name=name)
    assert names(limited, Photo, query) == found


def test_outlet_says_its_domains_and_how_often_it_is_cited(limited):
    ledger = outlet("Harbour Ledger", "ledger.example")
    Outlet.objects.filter(pk=ledger.pk).update(aliases="The Ledger\nHL")
    one = brief(section(issue()))
    source(one, outlet=ledger, address="https://ledger.example/a")
    removed = brief(section(issue()))
    source(removed, outlet=ledger, address="https://ledger.example/b")
    remove_part(removed, by=limited.user)
    OutletDomain.objects.create(outlet=ledger, domain="harbour.example")
    Outlet.objects.create(name="Coast Wire")
    found = {row["name"]: row for row in rows(limited, Outlet)}
    assert found["Harbour Ledger"]["domains_known"] == "harbour.example, ledger.example"
    assert found["Harbour Ledger"]["other_names"] == "The Ledger, HL"
    assert (found["Harbour Ledger"]["cited"], found["Coast Wire"]["cited"]) == ("1", "0")
    assert names(limited, Outlet, "?domains=none") == {"Coast Wire"}
    assert "Coast Wire" not in names(limited, Outlet, "?domains=some")
    assert names(limited, Outlet, "?q=HL") == {"Harbour Ledger"}


def test_person_says_the_account_and_how_many_issues_they_sign(limited):
    vera, rui = person("Vera Lund"), person("Rui Barros")
    Staff.objects.create(person=vera, account=account("vera"))
    for role in ("author", "editor"):
        place = 9000 + len(role)
        Byline.objects.create(issue=(draft := issue()), person=rui, role=role, position=place)
    Byline.objects.create(issue=draft, person=rui, role="with", position=9999)
    found = {row["name"]: (row["account"], row["signs"]) for row in rows(limited, Person)}
    assert found["Vera Lund"] == ("vera", "0")
    assert found["Rui Barros"] == ("", "2")
    assert names(limited, Person, "?staff=yes") == {"Vera Lund"}
    assert "Vera Lund" not in names(limited, Person, "?staff=no")


def test_topic_says_on_how_many_issues_it_is(limited):
    used = topic("Dredging")
    topic("Fog")
    IssueTopic.objects.create(content_object=issue(), tag=used)
    found = {row["name"]: row["issues"] for row in rows(limited, Topic)}
    assert (found["Dredging"], found["Fog"]) == ("1", "0")


def test_series_says_its_numbering_and_issues(limited):
    weekly = series(name="Weekly")
    rules(weekly, numbering="by year")
    issue(weekly)
    series(name="Yearly")
    found = {row["name"]: (row["numbering"], row["issues"]) for row in rows(limited, Series)}
    assert found == {"Weekly": ("anew each year", "1"), "Yearly": ("running", "0")}


def test_notice_says_whether_its_time_is_now_coming_or_over(limited):
    at = now()
    weekly = series(name="Weekly")
    notice("<p>Give to the boat fund.</p>", starts_at=at - HOUR, ends_at=at + DAY)
    notice("<p>Come.</p>", starts_at=at + HOUR, ends_at=at + DAY, series=weekly)
    notice("<p>Gone.</p>", starts_at=at - DAY, ends_at=at - HOUR)
    found = {row["words"]: row for row in rows(limited, Notice)}
    assert {words: row["state"] for words, row in found.items()} == {
        "Give to the boat fund.": "shown now",
        "Come.": "coming",
        "Gone.": "over",
    }
    assert found["Come."]["where"] == "Weekly"
    assert found["Gone."]["where"] == "everywhere"
    assert {"WET", "WEST"} & set(found["Come."]["begins"].split())
    for state, words in (("now", "Give to the boat fund."), ("coming", "Come."), ("over", "Gone.")):
        assert names(limited, Notice, f"?state={state}", "words") == {words}
    assert names(limited, Notice, "?q=boat", "words") == {"Give to the boat fund."}


def test_notice_without_an_end_stands_until_further_notice(limited):
    at = now()
    notice("<p>Write to us.</p>", starts_at=at - HOUR, ends_at=None)
    notice("<p>Come.</p>", starts_at=at + HOUR, ends_at=None)
    found = {row["words"]: (row["state"], row["ends"]) for row in rows(limited, Notice)}
    assert found == {
        "Write to us.": ("shown now", "until further notice"),
        "Come.": ("coming", "until further notice"),
    }
    assert names(limited, Notice, "?state=now", "words") == {"Write to us."}
    assert names(limited, Notice, "?state=over", "words") == set()


def test_journal_is_searched_by_what_things_were_and_are_called(limited):
    vera = account("vera", "digest.arm")
    fog, ice = issue(title="Fog"), issue(title="Ice")
    for one in (fog, ice):
        pressed(one, now=now() - HOUR, by=vera)
    tides = brief(section(ice, "News"), title="Smokehouse")
    remove_part(tides, by=vera)
    journal.record("frame.deleted", person("Ana Reis"), by=vera, at=now(), name="Ana Reis")
    assert names(limited, JournalEntry, "?q=fog", "of") == {f"Fog ({fog.series})"}
    assert names(limited, JournalEntry, "?q=smoke", "what") == {"removed a part"}
    assert names(limited, JournalEntry, "?q=Ana", "of") == {"Ana Reis"}
    assert names(limited, JournalEntry, "?q=vera&verb=part.removed", "what") == {"removed a part"}
    assert names(limited, JournalEntry, "?q=nobody", "of") == set()


def test_journal_says_in_words_who_did_what_to_what(limited):
    vera = account("vera", "digest.arm", first_name="Vera", last_name="Lund")
    draft = issue(title="Fog")
    pressed(draft, now=now() - HOUR, by=vera)
    gone = person("Ana Reis")
    journal.record("frame.deleted", gone, by=vera, at=now(), name="Ana Reis")
    remove_part(draft.analysis, by=vera)
    screen = limited.open(listing(JournalEntry))
    found = {row["what"]: (row["who"], row["of"]) for row in rows(limited, JournalEntry)}
    assert found == {
        "published": ("Vera Lund", f"Fog ({draft.series})"),
        "deleted": ("Vera Lund", "Ana Reis"),
        "removed a part": ("Vera Lund", f"Fog ({draft.series})"),
    }
    assert screen.links["Fog"] == change(draft)
    assert names(limited, JournalEntry, "?verb=edition.armed", "what") == {"published"}


def test_titles_of_drafts_are_for_those_who_may_see_drafts():
    vera = account("vera", "digest.arm")
    draft = issue(title="A secret")
    top_picture(draft, small_photo())
    pressed(draft, now() + DAY, now=now(), by=vera)
    other = Desk(account("", "newsroom.view_photo", "newsroom.view_journalentry"))
    (row,) = rows(other, Photo)
    assert row["used_in"] == "1 issue"
    (line,) = rows(other, JournalEntry)
    assert line["of"] == "issue"
    for model in (Photo, JournalEntry):
        assert "A secret" not in other.open(listing(model)).words


def fill(model, count, weekly):
    """Many rows, each with what its columns look up."""
    at = now()
    if model is Photo:
        Photo.objects.bulk_create(
            Photo(name=f"Buoy {n}", original=f"x{n}", created_at=at) for n in range(count)
        )
        return
    if model is JournalEntry:
        by, one = account(), issue()
        for _ in range(count):
            journal.record("edition.armed", one, by=by, at=at)
        return
    make = {
        Outlet: lambda n: outlet(),
        Person: lambda n: person(),
        Topic: lambda n: topic(),
        Label: lambda n: label(f"Essay {n} of {count}"),
        Series: lambda n: rules(series()),
        Staff: lambda n: Staff.objects.create(person=person(), account=account()),
        Notice: lambda n: notice(starts_at=at + timedelta(minutes=n), ends_at=at + DAY),
    }[model]
    for n in range(count):
        make(n)


MODELS = [Photo, Outlet, Person, Topic, Series, Notice, Label, Staff, JournalEntry]


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m._meta.model_name)
def test_list_costs_the_same_with_few_and_with_many(limited, model):
    weekly = series()
    top_picture(issue(weekly), small_photo())
    fill(model, 5, weekly)
    few = queries(limited, listing(model))
    fill(model, 60, weekly)
    assert queries(limited, listing(model)) == few


def queries(desk, address):
    assert desk.open(address).status == 200
    with CaptureQueriesContext(connection) as captured:
        assert desk.client.get(address).status_code == 200
    return len(captured)

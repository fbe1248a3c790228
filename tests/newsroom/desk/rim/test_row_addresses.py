"""Addresses of people, topics and series: proposed, checked, and led on from for ever."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from digest.lib import dates
from digest.models import Folio, FormerAddress, Person, Series, Topic
from newsroom.models import Byline, IssueTopic
from tests.digest.visitor import Visitor
from tests.factories import DAY, T0, account, issue, person, pressed, series, topic
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import add, change
from tests.newsroom.desk.small import Small
from tests.tables import each

NAMES = [
    ("Häfen", "hafen"),
    ("Łódź & Straße", "lodz-strasse"),
    ("Инес Дуарте", "ines-duarte"),
    ("港", "gang"),
    ("?!", None),
    ("a" * 80, None),
]


@pytest.fixture
def owner(desk):
    """Somebody who may do everything."""
    return Desk(account("owner", is_superuser=True))


@pytest.fixture
def now(monkeypatch):
    monkeypatch.setattr(dates, "now", lambda: T0 + DAY)


@pytest.mark.parametrize("model", [Person, Topic, Series])
@pytest.mark.parametrize(("name", "slug"), NAMES)
def test_address_that_is_left_empty_is_made_of_the_name(owner, now, model, name, slug):
    rest = {"zone": "UTC"} if model is Series else {}
    for number in ("", "-2"):
        named = name if not number else name.replace("a", "á", 1) + "!"
        screen = owner.open(add(model)).click("Save", name=named, slug="", **rest)
        assert screen.sent, screen.words
        assert model.objects.latest("pk").slug == f"{slug or model._meta.model_name}{number}"


def test_form_has_no_script_with_a_rule_of_its_own(owner):
    for model in (Person, Topic, Series):
        page = owner.open(add(model)).root
        told = page.all("script", id="django-admin-prepopulated-fields-constants")
        assert [one.attributes["data-prepopulated-fields"] for one in told] in ([], ["[]"])


@each("model", [Person, Topic, Series])
@each("slug", ["häfen", "Port_Calls", "a--b", "-a", "a b", "a/b", "港"])
def test_address_that_is_none_is_refused_beside_its_field(owner, model, slug):
    rest = {"zone": "UTC"} if model is Series else {}
    screen = owner.open(add(model)).click("Save", name="Harbours", slug=slug, **rest)
    assert screen.beside("slug").startswith("Write the address with small letters and digits")
    assert not model.objects.filter(name="Harbours").exists()


@each("make", [person, topic, series, lambda: pressed(issue()).folio])
@each("slug", ["häfen", "", "a/b", "a b", "港"])
def test_no_row_is_stored_under_an_address_that_no_route_takes(db, make, slug):
    row = make()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(row).objects.filter(pk=row.pk).update(slug=slug)
    row.slug = slug
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_every_model_with_an_address_holds_it_to_the_rule():
    from django.apps import apps

    from digest.models.slugs import AddressField

    found = {
        model
        for label in ("digest", "newsroom")
        for model in apps.get_app_config(label).get_models()
        if any(field.name == "slug" for field in model._meta.fields)
    }
    assert found == {Folio, Person, Topic, Series, FormerAddress}
    assert all(isinstance(one._meta.get_field("slug"), AddressField) for one in found)


def test_topic_that_is_saved_without_an_address_gets_ours(db):
    rows = [Topic.objects.create(name=name) for name in ("Häfen", "Hafen")]
    assert [row.slug for row in rows] == ["hafen", "hafen-2"]


def test_topic_and_person_from_the_screen_get_the_same_address(desk):
    draft = issue()
    small = Small(desk, draft)
    small.save(draft, new__topic="Glaces dérivantes", do="topic")
    small.save(draft, byline__name=["Łucja Ærø"], byline__role=["author"], do="person:Łucja Ærø")
    assert Topic.objects.get(name="Glaces dérivantes").slug == "glaces-derivantes"
    assert Person.objects.get(name="Łucja Ærø").slug == "lucja-aero"


@pytest.fixture
def public(desk, now):
    """A topic and a person that a live text names."""
    draft = issue()
    pressed(draft)
    one = IssueTopic.objects.get(content_object=draft).tag
    who = Byline.objects.get(issue=draft).person
    return {"topics": one, "authors": who}


def answer(place, slug):
    got = Visitor().ask(f"/{place}/{slug}/")
    return got.status_code, got.get("Location")


@pytest.mark.parametrize("place", ["topics", "authors"])
def test_address_that_was_public_leads_on_for_ever(owner, public, place):
    row = public[place]
    first = row.slug
    for slug in ("second", "third"):
        assert owner.open(change(row)).click("Save", slug=slug).sent
    assert answer(place, "third") == (200, None)
    # Straight to where it is now, also from the one before the last.
    assert answer(place, first) == (301, f"/{place}/third/")
    assert answer(place, "second") == (301, f"/{place}/third/")
    other = "authors" if place == "topics" else "topics"
    assert answer(other, first) == (404, None)
    # Taken back, it is where it is.
    assert owner.open(change(row)).click("Save", slug=first).sent
    assert answer(place, first) == (200, None)
    assert answer(place, "third") == (301, f"/{place}/{first}/")
    # Left empty it is made of the name anew.
    assert owner.open(change(row)).click("Save", name="Új név", slug="").sent
    assert answer(place, "uj-nev") == (200, None)
    assert answer(place, first) == (301, f"/{place}/uj-nev/")


@pytest.mark.parametrize("place", ["topics", "authors"])
def test_address_that_was_public_is_not_given_to_another_row(owner, public, place):
    row = public[place]
    first, model = row.slug, type(row)
    type(row).objects.filter(pk=row.pk).update(name="Tides")
    assert owner.open(change(row)).click("Save", slug="second").sent
    screen = owner.open(add(model)).click("Save", name="Others", slug=first)
    assert screen.beside("slug") == (
        f"“{first}” was the address of Tides, and leads there. Choose another one."
    )
    assert not model.objects.filter(name="Others").exists()
    # What is proposed goes round it.
    words = first.replace("-", " ")
    assert owner.open(add(model)).click("Save", name=words, slug="").sent
    assert model.objects.get(name=words).slug == f"{first}-2"


@pytest.mark.parametrize("place", ["topics", "authors"])
def test_row_that_is_there_under_an_address_wins_over_one_that_left(owner, public, place):
    row = public[place]
    first = row.slug
    assert owner.open(change(row)).click("Save", slug="second").sent
    # Past the form.
    type(row).objects.create(name="Past the form", slug=first)
    assert answer(place, first) == (404, None)


@pytest.mark.parametrize(("place", "make"), [("topics", topic), ("authors", person)])
def test_address_that_was_never_public_is_nobodys(owner, now, place, make):
    row = make()
    first = row.slug
    assert owner.open(change(row)).click("Save", slug="second").sent
    assert not FormerAddress.objects.exists()
    assert answer(place, first) == (404, None)


@pytest.mark.parametrize("place", ["topics", "authors"])
def test_old_address_says_nothing_while_its_page_is_not_there(owner, public, place, monkeypatch):
    row = public[place]
    first = row.slug
    assert owner.open(change(row)).click("Save", slug="the-secret-name").sent
    monkeypatch.setattr(dates, "now", lambda: T0 - DAY)
    got = Visitor().ask(f"/{place}/{first}/")
    assert got.status_code == 404
    assert b"the-secret-name" not in got.content


def test_issue_on_a_topic_of_any_name_is_a_page(owner, now):
    draft = issue()
    owner.open(add(Topic)).click("Save", name="Häfen", slug="")
    IssueTopic.objects.create(content_object=draft, tag=Topic.objects.get(name="Häfen"))
    edition = pressed(draft)
    for address in (edition.get_absolute_url(), "/sitemap.xml", "/topics/hafen/"):
        assert Visitor().ask(address).status_code == 200


@pytest.mark.parametrize(
    ("name", "again"), [("École", "éCOLE"), ("Ørsted", "øRSTED"), ("Tide", "tIDE")]
)
def test_topic_of_other_capitals_is_the_same_topic(owner, name, again):
    assert owner.open(add(Topic)).click("Save", name=name, slug="").sent
    screen = owner.open(add(Topic)).click("Save", name=again, slug="")
    assert screen.beside("name") == f"The topic “{name}” is there already."
    draft = issue()
    Small(owner, draft).save(draft, new__topic=again, do="topic")
    assert Topic.objects.filter(issue_topics__content_object=draft, name=name).exists()
    assert not Topic.objects.filter(name=again).exists()

"""The frame is public as it is saved; each save is in the journal, and what is used stays."""

from __future__ import annotations

import pytest

from digest.models import Outlet, Person, Series, Topic
from newsroom.models import JournalEntry, Label, Photo
from tests.factories import (
    account,
    issue,
    label,
    notice,
    outlet,
    person,
    publication,
    rules,
    series,
    small_photo,
    standing,
    top_picture,
    topic,
)
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import add, change, rows


@pytest.fixture
def owner(db):
    """Somebody who may do everything."""
    publication()
    return Desk(account("owner", is_superuser=True))


FRAME = {
    "person": (person, {"name": "Ana Reis"}),
    "topic": (topic, {"name": "Dredging"}),
    "outlet": (outlet, {"name": "Coast Wire"}),
    "series": (series, {"rhythm": "Every Friday"}),
    "label": (lambda: label("Essay"), {"name": "Long read"}),
}


@pytest.mark.parametrize(("make", "values"), FRAME.values(), ids=FRAME.keys())
def test_change_is_in_the_journal_with_its_fields(owner, make, values):
    row = make()
    assert owner.open(change(row)).click("Save", values).sent
    entry = JournalEntry.objects.get()
    assert (entry.verb, entry.by) == ("frame.changed", "owner")
    assert entry.detail["fields"] == list(values)
    identity = getattr(row, "uid", row.pk)
    assert entry.subject == f"{row._meta.model_name}:{identity}"


def test_beginning_and_deleting_are_in_the_journal(owner):
    owner.open(add(Person)).click("Save", name="Ana Reis", slug="ana-reis")
    one = Person.objects.get()
    owner.open(change(one)).follow("Delete").click("Yes, I’m sure")
    lines = JournalEntry.objects.order_by("pk").values_list("verb", "subject")
    assert list(lines) == [(f"frame.{v}", f"person:{one.uid}") for v in ("added", "deleted")]


@pytest.mark.parametrize("kind", ["genre", "section"])
def test_label_added_beside_a_choice_has_the_kind_that_is_chosen_there(owner, kind):
    page = owner.open(change(rules(series()).series))
    link = page.root.one("a", id=f"add_id_rules-0-{kind}_label").attributes["href"]
    form = owner.open(link.replace("_popup=1", "_popup="))
    (chosen,) = [o for o in form.root.all("option") if "selected" in o.attributes]
    assert chosen.attributes["value"] == kind


def test_many_deleted_at_once_are_each_in_the_journal(owner):
    for name in ("Ana", "Rui"):
        person(name)
    page = owner.open("/admin/digest/person/")
    values = {"action": "delete_selected", "_selected_action": [p.pk for p in Person.objects.all()]}
    page.click("Go", values).click("Yes, I’m sure")
    assert not Person.objects.exists()
    assert JournalEntry.objects.filter(verb="frame.deleted").count() == 2


def test_change_of_the_publication_and_of_a_notice_is_in_the_journal(owner):
    owner.open("/admin/digest/publication/1/change/").click("Save", tagline="All at sea")
    owner.open(change(notice())).click("Save", kind="sponsor")
    subjects = [e.subject.split(":")[0] for e in JournalEntry.objects.order_by("pk")]
    assert subjects == ["publication", "notice"]


@pytest.mark.parametrize("model", [Person, Topic, Outlet, Label, Photo, Series])
def test_what_an_issue_uses_is_not_deleted_and_the_page_says_why(owner, model):
    draft = issue()
    top_picture(draft, small_photo())
    row = model.objects.first()
    before = rows()
    screen = owner.open(change(row)).follow("Delete")
    assert "would require deleting the following protected related objects" in screen.words
    assert "Yes, I’m sure" not in screen.buttons
    token = owner.open(change(row)).value("csrfmiddlewaretoken")
    raw = {"post": "yes", "csrfmiddlewaretoken": token}
    answer = owner.client.post(change(row).replace("change", "delete"), raw)
    assert answer.status_code in {200, 403}
    assert rows() == before


def test_standing_section_that_issues_use_is_not_deleted(owner):
    weekly = series()
    standing(weekly)
    issue(weekly)
    before = rows()
    values = {"standing_sections-0-DELETE": "on"}
    screen = owner.open(change(weekly)).click("Save", values)
    assert "would require deleting the following protected related objects" in screen.words
    assert rows() == before


def test_address_of_a_series_is_fixed_once_it_has_an_issue_out(owner):
    from tests.factories import pressed

    draft = issue()
    assert "slug" in owner.open(change(draft.series)).fields()
    pressed(draft)
    form = owner.open(change(draft.series))
    assert "slug" not in form.fields()
    data = form.fields("Save")
    owner.send(change(draft.series), {**data, "slug": "elsewhere"})
    assert Series.objects.get().slug == draft.series.slug


@pytest.mark.parametrize("slug", ["admin", "feeds", "preview", "all", "archive"])
def test_series_does_not_take_an_address_of_the_site(owner, slug):
    screen = owner.open(add(Series)).click("Save", name="Fog", slug=slug, zone="UTC")
    assert screen.beside("slug") == (
        f"“{slug}” is taken by the site itself. Choose another address."
    )
    assert not Series.objects.exists()


def test_zone_that_is_none_is_refused_beside_the_field(owner):
    screen = owner.open(add(Series)).click("Save", name="Fog", slug="fog", zone="Atlantis")
    assert screen.beside("zone").startswith("There is no time zone “Atlantis”. Write a large city")


def test_publication_is_one_row(owner):
    assert owner.open("/admin/digest/publication/add/").status == 403
    assert owner.open("/admin/digest/publication/1/delete/").status == 403


def test_notice_that_ends_before_it_starts_is_refused_in_words(owner):
    screen = owner.open(change(notice())).click("Save", ends_at_0="2431-01-01", ends_at_1="10:00")
    assert screen.beside("ends_at") == "The notice has to end after it starts."


def test_notice_may_have_no_end(owner):
    one = notice()
    owner.open(change(one)).click("Save", ends_at_0="", ends_at_1="")
    one.refresh_from_db()
    assert one.ends_at is None


def test_section_whose_heading_somebody_has_added_meanwhile_is_refused_beside_it(owner):
    weekly = series()
    first, second = (owner.open(change(weekly)) for _ in range(2))
    section = {"standing_sections-TOTAL_FORMS": 1, "standing_sections-0-heading": "In the port"}
    section |= {"standing_sections-0-position": 0}
    assert first.click("Save", section).sent
    before = rows()
    screen = second.click("Save", {**section, "name": "Renamed"})
    assert screen.beside("standing_sections-0-heading") == (
        "“In the port” stands in another row already."
    )
    assert rows() == before

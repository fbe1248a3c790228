"""A form whose row somebody has deleted meanwhile: what was typed can be added anew."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db import models
from django.test import Client

from digest.lib import dates
from digest.models import Notice, Outlet, Person, Publication, Series, Topic
from newsroom.journal import name_of_subject
from newsroom.models import (
    Issue,
    JournalEntry,
    Label,
    Photo,
    PhotoCredit,
    Staff,
)
from tests.factories import (
    account,
    cadence,
    label,
    make_groups,
    member,
    notice,
    outlet,
    person,
    photo,
    publication,
    rules,
    series,
    standing,
    topic,
)
from tests.newsroom.desk import uploads
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change, changed, rows

pytestmark = pytest.mark.django_db

ANEW = "Somebody has deleted this meanwhile. What you typed stands here: save again to add it anew."
CREATOR = "credit-0-creator"
COPIES = "Somebody has deleted this meanwhile, and you may not add it anew."
FILE = "The file was deleted with it. Choose it once more."

#: A model -> its row, and what somebody types into its form.
FORMS: dict[type[models.Model], tuple[Any, dict[str, Any]]] = {
    Person: (person, {"name": "Ana Prado", "slug": "ana"}),
    Topic: (topic, {"name": "Ferries"}),
    Outlet: (lambda: outlet("Ledger", "ledger.example"), {"name": "The Ledger"}),
    Label: (lambda: label("Analysis"), {"name": "Report"}),
    Notice: (notice, {"text": "<p>Help the boats.</p>"}),
    Photo: (photo, {"name": "Quay", CREATOR: "Ana"}),
    Series: (series, {"name": "Tides", "slug": "tides"}),
    Staff: (
        lambda: Staff.objects.create(person=person(), account=account("somebody")),
        {"account": lambda: str(account("else").pk)},
    ),
    User: (
        lambda: account("somebody", "newsroom.view_issue"),
        {"last_name": "Prado", "is_staff": "on"},
    ),
    Group: (lambda: Group.objects.create(name="Divers"), {"name": "Swimmers"}),
}

#: What has no form that a person saves, or cannot be deleted.
WITHOUT = {Issue: "its screen", JournalEntry: "nobody writes it", Publication: "nobody deletes it"}


def test_every_form_of_the_desk_has_its_case() -> None:
    assert set(admin.site._registry) == FORMS.keys() | WITHOUT.keys()
    owner = account("owner", is_superuser=True)
    client = Client()
    client.force_login(owner)
    assert client.post("/admin/newsroom/issue/7/change/").status_code == 405
    assert client.post("/admin/newsroom/journalentry/7/change/").status_code == 403
    assert not Desk(owner).open(change(publication())).root.all("a", class_="deletelink")


@pytest.fixture
def desk() -> Desk:
    publication()
    return Desk(account("owner", is_superuser=True))


def typed_into(model):
    return {name: one() if callable(one) else one for name, one in FORMS[model][1].items()}


def opened(desk, model):
    """The form of a row that somebody deletes while it stands open, and what is typed into it."""
    one = FORMS[model][0]()
    page = desk.open(change(one))
    typed = typed_into(model)
    model.objects.filter(pk=one.pk).delete()
    return page, typed


def added(model, typed):
    return model.objects.get(**{n: v for n, v in typed.items() if n not in ("is_staff", CREATOR)})


@pytest.mark.parametrize("model", FORMS, ids=lambda one: one.__name__)
def test_what_was_typed_stands_there_and_is_added_when_it_is_saved_again(desk, model):
    page, typed = opened(desk, model)
    before = rows()
    asked = page.click("Save", typed)
    assert (asked.sent, asked.status) == (False, 200)
    assert ANEW in asked.words
    assert {name: asked.value(name) for name in typed} == typed
    assert changed(before) == []
    again = asked.click("Save", {"original": uploads.jpeg()} if model is Photo else {})
    assert again.sent
    assert added(model, typed)


@pytest.mark.parametrize("model", FORMS, ids=lambda one: one.__name__)
def test_who_may_not_add_has_it_to_copy_and_adds_nothing(desk, model):
    name = f"{model._meta.app_label}.{{}}_{model._meta.model_name}"
    rights = [name.format("change"), name.format("view")]
    credit = ["newsroom.change_photocredit", "newsroom.view_photocredit"]
    limited = Desk(account("limited", *rights, *credit))
    page, typed = opened(limited, model)
    before = rows()
    asked = page.click("Save", typed)
    assert (asked.sent, asked.status) == (False, 200)
    assert COPIES in asked.words
    for name, value in typed.items():
        assert value in standing_in(asked, name)
    assert "Save" not in asked.buttons
    sent = {**page.fields("Save"), **typed}
    for shown in (asked, page):
        sent["shown"] = shown.root.all(name="shown")[0].attributes["value"]
        assert not limited.send(asked.address, sent).sent
    assert changed(before) == []


def standing_in(screen, name):
    """What a field holds, whether or not its form can be sent."""
    [field] = screen.root.all(name=name)[:1]
    chosen = [one for one in field.all("option") if "selected" in one.attributes]
    texts = [field.words, *(part for part in field.inside if isinstance(part, str))]
    return [one.attributes.get("value", "on") for one in (field, *chosen)] + [
        text.removeprefix("\n") for text in texts
    ]


def test_account_comes_back_with_its_rights_and_without_a_password(desk):
    make_groups()
    one = member("Editor", "somebody", last_name="Prado")
    page = desk.open(change(one))
    one.delete()
    saved = page.click("Save", first_name="Ana").click("Save")
    new = User.objects.get(username="somebody")
    assert (new.get_full_name(), new.is_staff) == ("Ana Prado", True)
    assert [group.name for group in new.groups.all()] == ["Editor"]
    assert not new.has_usable_password()
    assert "It was added without a password" in " ".join(saved.messages)


def test_file_that_was_chosen_is_asked_for_again(desk):
    page, typed = opened(desk, Photo)
    asked = page.click("Save", {**typed, "original": uploads.jpeg()})
    assert asked.beside("original") == FILE
    again = asked.click("Save")
    assert again.beside("original") == "This field is required."
    assert ANEW not in again.words
    assert again.click("Save", original=uploads.jpeg()).sent
    assert PhotoCredit.objects.get().creator == typed[CREATOR]


def test_rows_within_come_back_as_they_were_typed_or_shown(desk):
    weekly = series()
    rules(weekly, dek_required=False)
    for heading in ("From the port", "From the quay", "From the pier"):
        standing(weekly, heading)
    today = dates.now().date()
    cadence(weekly, "4", valid_from=today - timedelta(days=30))
    cadence(weekly, "2", valid_from=today + timedelta(days=30))
    page = desk.open(change(weekly))
    weekly.delete()
    typed = {
        "standing_sections-1-heading": "From the sea",
        "standing_sections-2-DELETE": "on",
        "cadences-1-time": "11:00",
    }
    asked = page.click("Save", typed)
    assert ANEW in asked.words
    assert asked.words.count("Somebody has deleted") == 1
    assert "You ticked Delete here." in asked.words
    assert "It had begun, and was deleted with the series" in asked.words
    assert asked.click("Save", {"standing_sections-2-heading": "From the mole"}).sent
    new = Series.objects.get()
    headings = list(new.standing_sections.values_list("heading", flat=True))
    assert headings == ["From the port", "From the sea", "From the mole"]
    assert [f"{one.weekdays} {one.time:%H:%M}" for one in new.cadences.all()] == ["2 11:00"]
    assert not new.rules.dek_required
    about = JournalEntry.objects.filter(subject=name_of_subject(new))
    assert {one.verb for one in about} >= {"frame.added"}


def test_other_mistakes_are_said_with_it_and_after_it(desk):
    page, _typed = opened(desk, Person)
    asked = page.click("Save", name="", slug="ana")
    assert ANEW in asked.words
    assert asked.beside("name")
    again = asked.click("Save")
    assert ANEW not in again.words
    assert again.beside("name")
    assert again.click("Save", name="Ana Prado").sent
    assert Person.objects.get().slug == "ana"


@pytest.mark.parametrize("button", ["Save and add another", "Save and continue editing"])
def test_every_button_leads_to_the_same_page(desk, button):
    page, typed = opened(desk, Topic)
    asked = page.click(button, typed)
    assert ANEW in asked.words
    assert "Save and add another" not in asked.buttons
    assert asked.click("Save and continue editing").sent
    assert added(Topic, typed)


def test_who_looks_at_or_deletes_what_is_gone_is_led_on(desk):
    one = topic()
    page = desk.open(f"{change(one)[: -len('change/')]}delete/")
    form = desk.open(change(one))
    one.delete()
    assert desk.open(change(one)).sent
    assert page.click("Yes, I’m sure").sent
    assert not form.click("Save").sent
    assert not Topic.objects.exists()

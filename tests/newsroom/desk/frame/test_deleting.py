"""What a page says that asks whether to delete: in the newsroom's words, about every row."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import models
from django.urls import reverse

from digest.models import Outlet, Person, Topic
from digest.models.plaintext import PlainCharField, PlainTextField
from newsroom.models import PhotoUse, Staff
from tests.factories import (
    account,
    brief,
    cadence,
    foreign_card,
    issue,
    notice,
    part,
    person,
    pressed,
    publication,
    rules,
    section,
    series,
    small_photo,
    standing,
    top_picture,
)
from tests.newsroom.desk.deskscreens import Desk

#: Columns that hold words.
TEXTS = (models.CharField, PlainCharField, PlainTextField)

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    """Something of every model, used and unused."""
    publication()
    weekly = series(name="Weekly")
    rules(weekly)
    rules(series(name="Yearly"), default_photo=small_photo())
    cadence(weekly)
    weekly.skipped_weeks.create(day=date(2431, 5, 1), note="We are at sea.")
    notice(series=weekly)
    for _ in range(2):
        draft = issue(weekly)
        brief(section(draft))
        top_picture(draft, small_photo())
        card = foreign_card(draft)
        part(PhotoUse(card=card, photo=small_photo(), alt="A lamp"))
        pressed(draft)
    Staff.objects.create(person=Person.objects.first(), account=account())
    person("Nobody yet")
    standing(weekly)


def asked(desk: Desk) -> dict[str, str]:
    """What every page says that asks whether to delete a row: its address -> its words."""
    said = {}
    ours = (one for one in admin.site._registry if one._meta.app_label != "auth")
    for model in ours:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        for row in model.objects.all():
            address = reverse(f"admin:{name}_delete", args=[row.pk])
            screen = desk.open(address)
            if screen.status == 200:
                said[address] = screen.root.one(id="content").words
    return said


def test_every_row_is_named_in_the_newsrooms_words(world):
    said = asked(Desk(account("boss", is_superuser=True)))
    raw = re.compile(r"object \(|\b[a-z]+[A-Z]\w*|\b[0-9a-f]{32}\b| r\d+\b|_")
    assert {address for address, words in said.items() if raw.search(words)} == set()
    together = " ".join(said.values())
    # What holds a topic, a person, an outlet and a photo back is said by its name.
    assert "Topic of an edition: revision 1 of “" in together
    assert "Person in an edition: revision 1 of “" in together
    assert "Outlet in an edition: revision 1 of “" in together
    assert "” on “" in together


def test_every_model_says_what_its_rows_are_called():
    ours = [one for app in ("digest", "newsroom") for one in apps.get_app_config(app).get_models()]
    assert [one for one in ours if one.__str__ is models.Model.__str__] == []


def test_what_somebody_changed_since_the_look_is_not_deleted_unseen(world):
    """Every row of every kind that can be deleted at the desk, accounts and groups as well."""
    Group.objects.create(name="Guests")
    Topic.objects.create(name="Buoys", slug="buoys")
    Outlet.objects.create(name="Quayside")
    desk, tried = Desk(account("boss", is_superuser=True)), set()
    for model in admin.site._registry:
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        texts = [one.name for one in model._meta.concrete_fields if type(one) in TEXTS]
        others = (
            model.objects.exclude(pk=desk.user.pk) if model is type(desk.user) else model.objects
        )
        for row in others.all() if texts else ():
            screen = desk.open(reverse(f"admin:{name}_delete", args=[row.pk]))
            if screen.status != 200 or not screen.root.all("input", name="post"):
                continue
            model.objects.filter(pk=row.pk).update(**{texts[0]: "changed"})
            again = screen.click("Yes, I’m sure")
            assert "since you looked. Look again, then delete." in " ".join(again.messages), row
            assert model.objects.filter(pk=row.pk).exists(), row
            again.click("Yes, I’m sure")
            assert not model.objects.filter(pk=row.pk).exists(), row
            tried.add(model)
            break
    assert {one.__name__ for one in tried} >= {"Person", "Topic", "Outlet", "Notice", "Group"}

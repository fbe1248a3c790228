"""How long a text may be is said beside the field, and nothing typed is cut or lost."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from digest.lib import limits
from digest.models import Edition, Notice, Outlet
from digest.models.immutable import ImmutableModel
from digest.models.richtext import RichTextField
from newsroom.desk.press.forms import PressForm
from tests.factories import (
    account,
    brief,
    foreign_card,
    issue,
    notice,
    outlet,
    person,
    publication,
    section,
)
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import change
from tests.newsroom.desk.small import Small
from tests.tables import each

COLUMNS = {
    f"{model.__name__}.{field.name}": (model, field)
    for label in ("digest", "newsroom")
    for model in apps.get_app_config(label).get_models()
    for field in model._meta.concrete_fields
    if isinstance(field, models.TextField) and (model, field.name) != (Edition, "document")
}
#: A letter that takes most room in a form.
WIDEST = "🚢"


def of_length(field: models.Field, length: int) -> str:
    if isinstance(field, RichTextField):
        return f"<p>{'x' * (length - 7)}</p>"
    return "x" * length


@each(("model", "field"), COLUMNS)
def test_every_long_text_has_a_limit_that_is_said(model, field):
    assert len(WIDEST.encode()) * 3 * field.limit < settings.DATA_UPLOAD_MAX_MEMORY_SIZE / 2
    for length in (field.limit - 1, field.limit):
        text = of_length(field, length)
        assert field.clean(text, None) == text
    with pytest.raises(ValidationError) as refusal:
        field.clean(of_length(field, field.limit + 1), None)
    said = " ".join(refusal.value.messages)
    assert f"longer than the {field.limit} that fit" in said
    if not field.editable or issubclass(model, ImmutableModel):
        return
    form_field = field.formfield()
    assert "maxlength" not in form_field.widget.attrs
    for length in (field.limit - 1, field.limit):
        assert form_field.clean(of_length(field, length)) == of_length(field, length)
    with pytest.raises(ValidationError, match="longer than the"):
        form_field.clean(of_length(field, field.limit + 1))


@pytest.fixture
def owner(db):
    publication()
    return Desk(account("owner", is_superuser=True))


PARTS = {
    "lead": (lambda draft: draft.analysis, "body", limits.LEAD),
    "brief": (lambda draft: brief(section(draft, "Tides")), "body", limits.RICH),
    "section": (lambda draft: section(draft, "Tides"), "intro", limits.RICH),
    "card": (foreign_card, "opening", limits.RICH),
    "card's dek": (foreign_card, "dek", limits.DEK),
    "dek": (lambda draft: draft, "dek", limits.DEK),
}


@pytest.mark.parametrize(("make", "name", "limit"), PARTS.values(), ids=PARTS.keys())
def test_a_part_that_is_too_long_is_refused_beside_the_field(owner, make, name, limit):
    draft = issue()
    part, small = make(draft), Small(owner, draft)
    field = part._meta.get_field(name)
    fits = of_length(field, limit)
    assert small.save(part, **{name: fits}).status == 200
    part.refresh_from_db()
    assert getattr(part, name) == fits
    answer = small.save(part, **{name: of_length(field, limit + 1)})
    assert answer.status == 422
    assert f"longer than the {limit} that fit" in answer.root.words
    # A widest text that just fits comes through the door, and one that does not is answered, too.
    assert small.save(part, **{name: WIDEST * (limit + 1)}).status == 422
    part.refresh_from_db()
    assert getattr(part, name) == fits


FRAME = {
    "notice": (notice, "text", limits.RICH),
    "person": (person, "description", limits.RICH),
    "outlet": (outlet, "aliases", limits.LISTED),
}


@pytest.mark.parametrize(("make", "name", "limit"), FRAME.values(), ids=FRAME.keys())
def test_the_frames_forms_keep_what_was_typed_and_say_it(owner, make, name, limit):
    row = make()
    field = row._meta.get_field(name)
    typed = of_length(field, limit + 1)
    values = {name: typed}
    if isinstance(row, Notice):
        values |= {"starts_at_0": "2431-03-06", "starts_at_1": "10:00"}
    answer = owner.open(change(row)).click("Save", values)
    assert not answer.sent
    assert "longer than the" in answer.beside(name)
    assert "x" * (limit - 6) in answer.response.content.decode()
    assert owner.open(change(row)).click("Save", values | {name: of_length(field, limit)}).sent


def test_the_press_says_how_long_a_note_may_be():
    form = PressForm({"note": "x" * (limits.NOTE + 1)}, zone="UTC", has_been_live=True, findings=[])
    assert "longer than the" in " ".join(form.errors["note"])
    form = PressForm({"note": "x" * limits.NOTE}, zone="UTC", has_been_live=True, findings=[])
    assert "note" not in form.errors


def test_outlets_are_told_apart_by_names_of_any_length(owner):
    assert Outlet.objects.for_address("https://" + "a." * 900 + "example/") is None


def test_more_than_a_request_may_hold_is_answered_in_words(owner):
    draft = issue()
    small = Small(owner, draft)
    sent = f"version=1&body={'x' * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}"
    owner.client.raise_request_exception = False
    answer = owner.client.post(
        small.at(draft.analysis), sent, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 400
    assert "nothing of it was saved" in answer.content.decode()

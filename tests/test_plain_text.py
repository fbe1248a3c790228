"""Every column of text holds the rule for plain text, whichever way it is written."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.forms import modelform_factory

from digest.lib import plaintext
from digest.models import Edition, SkippedWeek, Topic
from digest.models.immutable import ImmutableModel
from digest.models.plaintext import clean_rows
from digest.models.richtext import RichTextField
from newsroom.models import JournalEntry
from tests import factories
from tests.factories import T0
from tests.tables import each

#: What each kind of column makes of this, if it keeps the rule.
WRITTEN = "Sold\u202e before\x0bit\ufffe, Jose\u0301\u2028🚢"
LINE = "Sold before it, José 🚢"
LINES = "Sold before\nit, José\n🚢"
HTML = "Sold before it, Jose\u0301 🚢"
UNSEEN = "\u200b\u2800 \u3164\x0b\u202e\ufeff"

#: Columns that are no plain text, each with the reason.
OTHERWISE = {
    # Canonical JSON: its bytes are what the fingerprint is of. Document.plain() reads it.
    (Edition, "document"),
}
TEXT = (models.CharField, models.TextField, models.JSONField)


def text_columns() -> Iterator[tuple[type[models.Model], models.Field]]:
    for label in ("digest", "newsroom"):
        for model in apps.get_app_config(label).get_models():
            for field in model._meta.concrete_fields:
                if isinstance(field, TEXT) and (model, field.name) not in OTHERWISE:
                    yield model, field


COLUMNS = {f"{model.__name__}.{field.name}": (model, field) for model, field in text_columns()}


def expected(field: models.Field) -> Any:
    if isinstance(field, RichTextField):
        return HTML
    if isinstance(field, models.JSONField):
        return plaintext.within(WRITTEN)
    return LINES if isinstance(field, models.TextField) else LINE


def test_the_census_knows_every_model_and_most_columns():
    assert len(COLUMNS) > 60
    known = {model for model, _field in COLUMNS.values()}
    assert known >= {Edition, Topic, SkippedWeek, JournalEntry}


@each(("model", "field"), COLUMNS)
def test_a_column_stores_and_reads_by_the_rule(model, field):
    if not isinstance(field, RichTextField):
        # Enough for lookups, values of update() and bulk_create(), and what stands in memory.
        assert field.get_prep_value(WRITTEN) == expected(field)
        assert field.to_python(WRITTEN) == expected(field)
        assert getattr(model(**{field.attname: WRITTEN}), field.attname) == expected(field)
        if not isinstance(field, models.JSONField):
            assert field.from_db_value(WRITTEN, None, connection) == expected(field)
            assert field.get_prep_value(UNSEEN) == ""
    assert field.get_db_prep_save(field.get_prep_value(WRITTEN), connection) is not None
    assert field.stored(WRITTEN) == expected(field)


FORMS = {
    name: (model, field)
    for name, (model, field) in COLUMNS.items()
    if field.editable
    and not field.choices
    and not isinstance(field, models.SlugField | models.JSONField)
    and not issubclass(model, ImmutableModel)
}


@each(("model", "field"), FORMS)
def test_a_form_shows_what_will_be_stored(model, field):
    form_field = modelform_factory(model, fields=[field.name]).base_fields[field.name]
    form_field.validators, form_field.required = [], False
    assert form_field.clean(WRITTEN) == expected(field)
    assert form_field.clean(UNSEEN) == ""


def stored(row: models.Model, name: str) -> Any:
    """What the table holds, past every converter."""
    quote = connection.ops.quote_name
    sql = f"SELECT {quote(name)} FROM {quote(row._meta.db_table)} WHERE id = %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [row.pk])
        return cursor.fetchone()[0]


def plain(model: type[models.Model]) -> list[models.Field]:
    """The columns of a model that can hold those words."""
    return [
        field
        for one, field in COLUMNS.values()
        # Who removed a part stands there while it is removed.
        if (one, field.name != "removed_by") == (model, True)
        and not field.choices
        and not isinstance(field, models.SlugField | models.JSONField)
        and (not isinstance(field, models.CharField) or field.max_length >= len(LINE))
    ]


MAKERS: dict[str, Callable[[], models.Model]] = {
    "Publication": factories.publication,
    "Series": factories.series,
    "Person": factories.person,
    "Topic": factories.topic,
    "Outlet": factories.outlet,
    "Label": lambda: factories.label("Reporting"),
    "Notice": factories.notice,
    "SkippedWeek": lambda: SkippedWeek.objects.create(series=factories.series(), day=T0.date()),
    "Issue": factories.issue,
    "Section": lambda: factories.section(factories.issue()),
    "NewsBrief": lambda: factories.brief(factories.section(factories.issue())),
    "Source": lambda: factories.brief(factories.section(factories.issue())).sources.get(),
    "RelatedLink": lambda: factories.foreign_card(factories.issue()),
    "LeadAnalysis": lambda: factories.issue().analysis,
    "Photo": lambda: factories.photo(ready=False),
    "PhotoCredit": lambda: factories.photo(ready=False).credit,
    "StandingSection": lambda: factories.standing(factories.series(), "Tides"),
    "SeriesRules": lambda: factories.rules(factories.series()),
}
WAYS = ["save", "update", "bulk_create", "bulk_update"]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "way"), list(itertools.product(MAKERS, WAYS)))
def test_every_way_of_writing_holds_the_rule(name: str, way: str):
    row = MAKERS[name]()
    model = type(row)
    fields = plain(model)
    assert fields
    values = {field.name: WRITTEN for field in fields}
    if way == "update":
        model._default_manager.filter(pk=row.pk).update(**values)
    for field, value in values.items():
        setattr(row, field, value)
    if way == "save":
        row.save()
        for field in fields:
            if not isinstance(field, RichTextField):
                assert getattr(row, field.name) == expected(field)
    if way == "bulk_update":
        model._default_manager.bulk_update([row], list(values))
    if way == "bulk_create":
        model._default_manager.bulk_create(
            [row], update_conflicts=True, unique_fields=["id"], update_fields=list(values)
        )
    assert {field.name: stored(row, field.column) for field in fields} == {
        field.name: expected(field) for field in fields
    }


def write_past_every_field(row: models.Model, **values: str) -> None:
    """As a row was stored before there was the rule."""
    quote = connection.ops.quote_name
    columns = ", ".join(f"{quote(name)} = %s" for name in values)
    sql = f"UPDATE {quote(row._meta.db_table)} SET {columns} WHERE id = %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [*values.values(), row.pk])


@pytest.mark.django_db
def test_what_was_stored_before_the_rule_is_read_by_it():
    one = factories.series()
    write_past_every_field(one, name=WRITTEN, rhythm=UNSEEN)
    one.refresh_from_db()
    assert (one.name, one.rhythm) == (LINE, "")
    assert stored(one, "name") == WRITTEN


@pytest.mark.django_db
def test_the_migration_brings_rows_under_the_rule_and_stops_at_no_double():
    one, other = factories.series(), factories.series()
    write_past_every_field(one, name=WRITTEN, rhythm=WRITTEN)
    write_past_every_field(other, name=LINE)
    third = factories.outlet()
    write_past_every_field(third, name=WRITTEN, aliases=WRITTEN)
    history = MigrationLoader(connection).project_state().apps
    clean_rows(history, "digest", but=["Edition"])
    assert stored(one, "name") == WRITTEN
    assert (stored(third, "name"), stored(third, "aliases")) == (LINE, LINES)


@pytest.mark.django_db
def test_names_of_accounts_and_groups_are_lines_of_plain_text(client):
    client.force_login(factories.account("owner", is_superuser=True))
    one = factories.account("somebody")
    page = client.get(f"/admin/auth/user/{one.pk}/change/")
    form = page.context["adminform"].form
    values = {name: "" if value is None else value for name, value in form.initial.items()}
    values = {name: value for name, value in values.items() if isinstance(value, str | bool)}
    joined = {"date_joined_0": "2026-11-28", "date_joined_1": "10:00:00"}
    names = {"first_name": WRITTEN, "last_name": UNSEEN, "is_active": "on"}
    client.post(f"/admin/auth/user/{one.pk}/change/", {**values, **joined, **names})
    one = User.objects.get(pk=one.pk)
    assert (one.first_name, one.last_name) == (LINE, "")
    client.post("/admin/auth/group/add/", {"name": WRITTEN})
    assert Group.objects.filter(name=LINE).exists()

"""A database in which addresses were stored that no route takes comes through."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.factories import make_groups

BEFORE = [("digest", "0002_skipped_weeks"), ("newsroom", "0004_tray")]


def migrate(to):
    """Migrate, and return the models as they were then."""
    executor = MigrationExecutor(connection)
    executor.migrate(to)
    return MigrationExecutor(connection).loader.project_state(to).apps


@pytest.fixture
def before(transactional_db):
    """The models before the rule; afterwards the tables are as they are now."""
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    yield migrate(BEFORE)
    for name in ("FormerAddress", "Folio", "Topic", "Person", "Series"):
        apps.get_model("digest", name)._default_manager.all().delete()
    migrate(latest)
    make_groups()


def test_rows_get_addresses_that_are_pages_and_old_ones_lead_on(before):
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    topics, people = (before.get_model("digest", name).objects for name in ("Topic", "Person"))
    series, folios = (before.get_model("digest", name).objects for name in ("Series", "Folio"))
    for number, slug in enumerate(["häfen", "hafen", "港", "Glaces_dérivantes", "low-water", ""]):
        topics.create(name=f"Topic {number}", slug=slug)
    for number, slug in enumerate(["Ines_Duarte", "rui"]):
        people.create(name=f"Person {number}", slug=slug)
    public = series.create(name="Public", slug="Harbour_Watch")
    series.create(name="New", slug="Tide_Book")
    series.create(name="Raw", slug="Ärchive")
    folios.create(series=public, slug="Low_water", number=1)
    folios.create(series=public, slug="hög-water", number=2)

    now = migrate(latest)

    def slugs(model):
        found = now.get_model("digest", model).objects.order_by("pk")
        return list(found.values_list("slug", flat=True))

    assert slugs("Topic") == [
        "hafen-2",
        "hafen",
        "gang",
        "glaces-derivantes",
        "low-water",
        "topic",
    ]
    assert slugs("Person") == ["ines-duarte", "rui"]
    # What a series of which something was armed, and an issue, are called is fixed.
    assert slugs("Series") == ["Harbour_Watch", "tide-book", "archive-2"]
    assert slugs("Folio") == ["Low_water", "hog-water"]
    former = now.get_model("digest", "FormerAddress").objects
    assert list(former.values_list("slug", "person__slug")) == [("Ines_Duarte", "ines-duarte")]

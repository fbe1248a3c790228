"""A database can be dumped by its natural keys, and loaded again into an empty one."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command

from digest.models import FormerAddress, Person
from newsroom.models import PhotoUse, Staff, TakenSlot
from tests import factories
from tests.factories import DAY, T0

pytestmark = pytest.mark.django_db(transaction=True)

OURS = ("digest", "newsroom")


def fill() -> None:
    """Something of every model, pressed and corrected, with a topic that others follow."""
    factories.publication()
    weekly = factories.series(name="Weekly")
    factories.rules(weekly, default_photo=factories.small_photo())
    factories.cadence(weekly)
    skipped = weekly.skipped_weeks.create(day=date(2431, 5, 1), note="We are at sea.")
    TakenSlot.objects.create(series=weekly, day=skipped.day, skip=skipped)
    factories.notice(series=weekly)
    factories.topic("Ferries").delete()
    FormerAddress.objects.create(slug="tugs", topic=factories.topic("Towing"))
    for title in ("Fog", "Ice"):
        draft = factories.issue(factories.series(), title=title)
        factories.top_picture(draft, factories.small_photo())
        card = factories.foreign_card(draft)
        factories.part(PhotoUse(card=card, photo=factories.small_photo(), alt="A lamp"))
        factories.pressed(draft)
        factories.corrected(draft, now=T0 + DAY)
    factories.own_card(factories.issue(weekly), draft)
    factories.standing(weekly)
    Staff.objects.create(person=Person.objects.first(), account=factories.member("Editor"))


def dumped(to: Path) -> list[dict[str, object]]:
    call_command(
        "dumpdata", natural_primary=True, natural_foreign=True, output=str(to), verbosity=0
    )
    # JSON has milliseconds: a moment with fewer microseconds than one is written as a whole second.
    found = json.loads(to.read_text().replace('.000Z"', 'Z"'))
    return sorted(found, key=lambda row: json.dumps(row, sort_keys=True))


def test_every_row_comes_back(tmp_path: Path):
    fill()
    models = [one for app in OURS for one in apps.get_app_config(app).get_models()]
    assert [one.__name__ for one in models if not one._base_manager.exists()] == []
    file = tmp_path / "all.json"
    before = dumped(file)
    call_command("flush", interactive=False, verbosity=0)
    assert not Person.objects.exists()
    call_command("loaddata", str(file), verbosity=0)
    assert dumped(tmp_path / "again.json") == before
    # The next row gets a key of its own.
    factories.pressed(factories.issue(title="Silt"), now=T0 + 2 * DAY)

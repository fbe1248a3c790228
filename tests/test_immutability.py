"""What is written once stays; and who may write what else readers can reach."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from digest.models import Edition
from digest.models.editions import RANGE_COLUMNS
from digest.models.immutable import Immutable, ImmutableModel, ImmutableQuerySet
from newsroom.models import JournalEntry
from tests import factories
from tests.factories import DAY, HOUR, T0

ROOT = Path(__file__).resolve().parents[1]

IMMUTABLE = {"Edition", "JournalEntry"}
PUBLIC_RECORD = {
    "Folio",
    "Picture",
    "Rendition",
    "EditionPerson",
    "EditionTopic",
    "EditionOutlet",
    "EditionPicture",
    "FormerAddress",
}
FRAME = {
    "Publication",
    "SocialAddress",
    "Series",
    "Person",
    "Topic",
    "Outlet",
    "OutletDomain",
    "Notice",
    "SkippedWeek",
}
WORKSHOP = {
    "Issue",
    "IssueTopic",
    "Section",
    "LeadAnalysis",
    "NewsBrief",
    "Source",
    "RelatedLink",
    "Photo",
    "PhotoCredit",
    "PhotoUse",
    "Byline",
    "Staff",
    "Label",
    "SeriesRules",
    "StandingSection",
    "Cadence",
    "TakenSlot",
}


def our_models() -> dict[str, type[models.Model]]:
    return {
        model.__name__: model
        for label in ("digest", "newsroom")
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
    }


def test_every_model_is_in_one_class():
    classes = [IMMUTABLE, PUBLIC_RECORD, FRAME, WORKSHOP]
    assert our_models().keys() == set().union(*classes)
    assert sum(len(one) for one in classes) == len(our_models())


def test_what_readers_reach_lives_in_digest():
    labels = {one: model._meta.app_label for one, model in our_models().items()}
    assert {labels[one] for one in PUBLIC_RECORD | FRAME} == {"digest"}
    assert {labels[one] for one in WORKSHOP} == {"newsroom"}


@pytest.mark.parametrize("one", sorted(IMMUTABLE))
def test_an_immutable_model_has_the_guard_and_no_other_manager(one: str):
    model = our_models()[one]
    assert issubclass(model, ImmutableModel)
    assert [type(manager.get_queryset()) for manager in model._meta.managers] == [
        type(model._default_manager.get_queryset())
    ]
    assert issubclass(type(model._default_manager.get_queryset()), ImmutableQuerySet)


@pytest.fixture
def rows(db: None) -> dict[str, models.Model]:
    """One row of each immutable model."""
    edition = factories.pressed(factories.issue())
    return {"Edition": edition, "JournalEntry": JournalEntry.objects.latest("pk")}


#: Model -> a column with a value it does not have.
CHANGES = {"Edition": {"note": "Nobody wrote this."}, "JournalEntry": {"reason": "Nobody said so."}}
KEYS = {"Edition": ["folio", "revision"], "JournalEntry": ["id"]}


def _save(row: Any, change: dict[str, str]) -> None:
    for name, value in change.items():
        setattr(row, name, value)
    row.save()


def _save_one_field(row: Any, change: dict[str, str]) -> None:
    for name, value in change.items():
        setattr(row, name, value)
    row.save(update_fields=list(change))


def _save_forced(row: Any, change: dict[str, str]) -> None:
    row.save(force_update=True)


def _delete(row: Any, change: dict[str, str]) -> None:
    row.delete()


def _update(row: Any, change: dict[str, str]) -> None:
    type(row).objects.filter(pk=row.pk).update(**change)


def _update_all(row: Any, change: dict[str, str]) -> None:
    type(row).objects.update(**change)


def _delete_rows(row: Any, change: dict[str, str]) -> None:
    type(row).objects.filter(pk=row.pk).delete()


def _bulk_update(row: Any, change: dict[str, str]) -> None:
    type(row).objects.bulk_update([row], list(change))


def _update_or_create(row: Any, change: dict[str, str]) -> None:
    type(row).objects.update_or_create(pk=row.pk, defaults=change)


def _upsert(row: Any, change: dict[str, str]) -> None:
    type(row).objects.bulk_create(
        [row],
        update_conflicts=True,
        update_fields=list(change),
        unique_fields=KEYS[type(row).__name__],
    )


def _upsert_by_position(row: Any, change: dict[str, str]) -> None:
    keys = KEYS[type(row).__name__]
    type(row).objects.bulk_create([row], None, False, True, list(change), keys)


def _related_update(row: Any, change: dict[str, str]) -> None:
    if isinstance(row, Edition):
        row.folio.editions.update(**change)
    type(row).objects.order_by("pk").select_for_update().update(**change)


WAYS = [
    _save,
    _save_one_field,
    _save_forced,
    _delete,
    _update,
    _update_all,
    _delete_rows,
    _bulk_update,
    _update_or_create,
    _upsert,
    _upsert_by_position,
    _related_update,
]


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__.strip("_"))
@pytest.mark.parametrize("one", sorted(IMMUTABLE))
def test_an_immutable_row_is_neither_changed_nor_deleted(
    one: str, way: Callable[..., None], rows: dict[str, models.Model]
):
    row = rows[one]
    before = type(row).objects.filter(pk=row.pk).values().get()
    with pytest.raises(Immutable):
        way(type(row).objects.get(pk=row.pk), CHANGES[one])
    assert type(row).objects.filter(pk=row.pk).values().get() == before


@pytest.mark.parametrize("one", sorted(IMMUTABLE))
def test_a_new_object_with_an_old_key_replaces_nothing(one: str, rows: dict[str, models.Model]):
    row = rows[one]
    values = type(row).objects.filter(pk=row.pk).values().get()
    with pytest.raises(IntegrityError), transaction.atomic():
        type(row)(**{**values, **CHANGES[one]}).save()
    assert type(row).objects.filter(pk=row.pk).values().get() == values


@pytest.mark.django_db
@pytest.mark.parametrize(
    "column", ["document", "fingerprint", "kind", "note", "title", "live_from", "revision"]
)
def test_move_range_moves_nothing_but_ranges(column: str):
    edition = factories.pressed(factories.issue())
    before = Edition.objects.filter(pk=edition.pk).values().get()
    with pytest.raises(TypeError):
        Edition.objects.all().move_range(edition, {column: before[column], "expires_at": T0 + DAY})
    assert Edition.objects.filter(pk=edition.pk).values().get() == before


def test_range_columns_are_those_that_say_when_a_text_ends():
    assert {
        "expires_at",
        "withdrawn_at",
        "disarmed_at",
        "suppressed_at",
        "live_until",
        "end_cause",
    } == RANGE_COLUMNS


@pytest.mark.django_db
def test_a_correction_leaves_the_text_before_it_as_it_was():
    draft = factories.issue()
    first = factories.pressed(draft)
    frozen = {
        name: value
        for name, value in Edition.objects.filter(pk=first.pk).values().get().items()
        if name not in RANGE_COLUMNS
    }
    factories.corrected(draft, now=T0 + HOUR)
    after = Edition.objects.filter(pk=first.pk).values().get()
    assert {name: after[name] for name in frozen} == frozen


# --- Who writes public records ------------------------------------------------

WRITES = frozenset(
    [
        "create",
        "bulk_create",
        "get_or_create",
        "update_or_create",
        "update",
        "bulk_update",
        "delete",
        "save",
        "acreate",
        "abulk_create",
        "aget_or_create",
        "aupdate_or_create",
        "aupdate",
        "abulk_update",
        "adelete",
    ]
)

#: Makes Editions and Folios that never become rows: its own test finds no query.
SPECIMEN = "newsroom/desk/specimen/setting.py"
#: Model -> the modules that name it where they write.
WRITERS = {
    "Edition": {"newsroom/press/holding.py", SPECIMEN},
    "Folio": {"newsroom/press/folios.py", SPECIMEN},
    "Picture": {"newsroom/pictures/drawing.py", "newsroom/pictures/showing.py"},
    "Rendition": {"newsroom/pictures/drawing.py"},
    "EditionPerson": {"digest/mentions.py"},
    "EditionTopic": {"digest/mentions.py"},
    "EditionOutlet": {"digest/mentions.py"},
    "EditionPicture": {"digest/mentions.py"},
    "JournalEntry": {"newsroom/journal.py"},
}


def _root(node: ast.expr) -> ast.expr:
    """The name a chain of attributes and calls begins with."""
    while isinstance(node, ast.Attribute | ast.Call):
        node = node.value if isinstance(node, ast.Attribute) else node.func
    return node


def _written(tree: ast.Module) -> set[str]:
    """The models whose rows are made, changed or deleted under their own name."""
    found = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name):
            found.add(called.id)
        elif isinstance(called, ast.Attribute):
            root = _root(called)
            # The class of a model called through its module: models.Folio(…).
            found.add(called.attr)
            if called.attr in WRITES and isinstance(root, ast.Name):
                found.add(root.id)
    return found & WRITERS.keys()


def test_public_records_are_written_only_by_the_modules_that_are_named():
    writers: dict[str, set[str]] = {one: set() for one in WRITERS}
    for folder in ("digest", "newsroom"):
        for path in (ROOT / folder).rglob("*.py"):
            if "migrations" not in path.parts:
                for one in _written(ast.parse(path.read_text())):
                    writers[one].add(path.relative_to(ROOT).as_posix())
    assert writers == WRITERS


def test_folios_are_saved_only_by_the_press():
    saved = {
        path.relative_to(ROOT).as_posix()
        for folder in ("digest", "newsroom")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute)
        and node.attr in {"save", "delete"}
        and ast.unparse(node.value).split(".")[-1] in {"folio", "picture", "rendition"}
    }
    assert saved == {"newsroom/press/folios.py", "newsroom/press/holding.py"}

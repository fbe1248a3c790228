"""Rows that are written once.

The guard stands in model and queryset, so that no admin form, shell session or
bulk call changes history by accident.
"""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models


class Immutable(TypeError):
    """Somebody tried to change or delete a row that is written once."""


class ImmutableQuerySet(models.QuerySet):
    """A queryset that inserts and reads."""

    def _refuse(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Immutable(f"{self.model.__name__} rows are written once")

    update = bulk_update = delete = _refuse
    update_or_create = _refuse

    def bulk_create(
        self,
        objs: Any,
        batch_size: int | None = None,
        ignore_conflicts: bool = False,
        update_conflicts: bool = False,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        if update_conflicts:
            self._refuse()
        return super().bulk_create(objs, batch_size, ignore_conflicts, False, *args, **kwargs)


class ImmutableModel(models.Model):
    """A row that save() inserts, and nothing changes or deletes afterwards."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise Immutable(f"{type(self).__name__} rows are written once")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise Immutable(f"{type(self).__name__} rows are written once")

"""The public addresses of people, topics and series: proposed, and left so that they lead on."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Model, Q

from digest.lib import slugs
from digest.models import Edition, FormerAddress, Person, Series, Topic
from digest.models.series import RESERVED

#: How long an address is proposed; leaves room for "-99" in every column.
_LONGEST = 55


def propose(model: type[Model], name: str, *, own: int | None = None) -> str:
    """A free address for a row of that name; "-2" is added where it is, or was, another's.

    `own` is the key of the row, where there is one already.
    """
    wanted = slugs.base(name, otherwise=str(model._meta.model_name), longest=_LONGEST)
    others = model._default_manager.filter(slug__startswith=wanted).exclude(pk=own)
    taken = set(others.values_list("slug", flat=True))
    if model is Series:
        taken |= RESERVED
    else:
        kind = str(model._meta.model_name)
        former = FormerAddress.objects.filter(slug__startswith=wanted, **{f"{kind}__isnull": False})
        taken |= set(former.exclude(**{f"{kind}_id": own}).values_list("slug", flat=True))
    return slugs.free(wanted, taken)


def had_it_before(model: type[Model], slug: str, own: int | None) -> Model | None:
    """Whose address it was, if that is another row than `own`: it leads there for ever."""
    if model is Series:
        return None
    find = FormerAddress.objects.person if model is Person else FormerAddress.objects.topic
    found = find(slug)
    return found if found is not None and found.pk != own else None


@transaction.atomic
def leave(row: Person | Topic, *, at: datetime) -> None:
    """To be called before a row is saved, in its transaction: its address may be another.

    Where it was public under the old one, that leads on. One that it had before and takes back
    is a former one no more.
    """
    model: type[Model] = type(row)
    stored = model._default_manager.select_for_update().filter(pk=row.pk)
    was = stored.values_list("slug", flat=True).first()
    if was is None or was == row.slug:
        return
    kind = str(model._meta.model_name)
    of_the_kind = FormerAddress.objects.filter(**{f"{kind}__isnull": False})
    of_the_kind.filter(slug__in=[was, row.slug]).delete()
    if _was_public(row, at):
        FormerAddress.objects.create(slug=was, **{kind: row})


def _was_public(row: Person | Topic, at: datetime) -> bool:
    named = Q(people__person=row) if isinstance(row, Person) else Q(topics__topic=row)
    return Edition.objects.began(at).filter(named).exists()

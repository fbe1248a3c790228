"""Who works at the desk, and what each may do."""

from __future__ import annotations

from django.contrib.auth.models import Permission, User
from django.db.models import Value
from django.db.models.functions import Concat

from tests.factories import account

#: What an editor writes with.
WORKSHOP = ("issue", "photo", "photocredit", "label")
FRAME = ("person", "topic", "outlet", "outletdomain")
VERBS = ("add", "change", "delete", "view")

MODEL_RIGHTS = [f"newsroom.{verb}_{model}" for model in WORKSHOP for verb in VERBS] + [
    f"digest.{verb}_{model}" for model in FRAME for verb in VERBS
]
#: Seeing the Folios is what lets somebody point a card at one.
SEEING = ["digest.view_series", "digest.view_folio", "newsroom.view_journalentry"]
PRESS_RIGHTS = ["digest.arm", "digest.disarm", "digest.withdraw", "digest.suppress"]


def editor(name: str = "editor") -> User:
    """Somebody who writes, presses and takes back."""
    return _with(name, [*MODEL_RIGHTS, *SEEING, *PRESS_RIGHTS])


def writer(name: str = "writer") -> User:
    """Somebody with every right to a model and none to press."""
    return _with(name, [*MODEL_RIGHTS, *SEEING])


def _with(name: str, rights: list[str]) -> User:
    """An account with many rights, given at once."""
    full = Concat("content_type__app_label", Value("."), "codename")
    found = Permission.objects.annotate(full=full).filter(full__in=rights)
    assert found.count() == len(rights)
    user = account(name)
    user.user_permissions.set(found)
    return user

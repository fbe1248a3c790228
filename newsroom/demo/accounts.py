"""The accounts of the demo: its invented staff, and one that its visitor logs in with."""

from __future__ import annotations

from django.contrib.auth.models import Permission, User
from django.db.models import Q, QuerySet

from digest.models import (
    Edition,
    EditionOutlet,
    EditionPerson,
    EditionPicture,
    EditionTopic,
    Folio,
    Picture,
    Rendition,
)
from newsroom.models import JournalEntry

EDITOR = "editor"

#: Nobody writes these by hand: the press and the darkroom do.
_RECORDS = (
    Edition,
    EditionOutlet,
    EditionPerson,
    EditionPicture,
    EditionTopic,
    Folio,
    JournalEntry,
    Picture,
    Rendition,
)


def permissions() -> QuerySet[Permission]:
    """What an editor who presses may do: all of both houses but writing records; no accounts."""
    written = Q()
    for model in _RECORDS:
        name = model._meta.model_name
        written |= Q(
            content_type__app_label=model._meta.app_label,
            codename__in=[f"{verb}_{name}" for verb in ("add", "change", "delete")],
        )
    return Permission.objects.filter(content_type__app_label__in=["digest", "newsroom"]).exclude(
        written
    )


def of_staff(username: str, name: str) -> User:
    """An account that may press and that nobody can log in with."""
    first, _, last = name.partition(" ")
    account, made = User.objects.get_or_create(
        username=username, defaults={"first_name": first, "last_name": last, "is_staff": True}
    )
    if made:
        account.set_unusable_password()
        account.save()
        account.user_permissions.set(permissions())
    return account


def editor(password: str) -> User:
    """The visitor's account; made where it is missing, and the password is what it is told."""
    account, made = User.objects.get_or_create(username=EDITOR, defaults={"is_staff": True})
    if made or not account.check_password(password):
        account.set_password(password)
        account.save()
    # Later versions know more permissions.
    account.user_permissions.set(permissions())
    return account

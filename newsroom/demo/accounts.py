"""The accounts of the demo: its invented staff, and one of each group for its visitors."""

from __future__ import annotations

from django.contrib.auth.models import Group, User

#: The accounts that visitors log in with, and the group of each.
VISITORS = {"publisher": "Publisher", "editor": "Editor", "writer": "Writer"}


def of_staff(username: str, name: str) -> User:
    """An account that may press and that nobody can log in with."""
    first, _, last = name.partition(" ")
    account, made = User.objects.get_or_create(
        username=username, defaults={"first_name": first, "last_name": last, "is_staff": True}
    )
    if made:
        account.set_unusable_password()
        account.save()
    _join(account, "Publisher")
    return account


def visitors(password: str) -> list[User]:
    """The visitors' accounts; made where they are missing, and the password is what it is told."""
    return [_visitor(username, group, password) for username, group in VISITORS.items()]


def _visitor(username: str, group: str, password: str) -> User:
    account, made = User.objects.get_or_create(username=username, defaults={"is_staff": True})
    if made or not account.check_password(password):
        account.set_password(password)
        account.save()
    # An earlier demo gave its rights one by one.
    account.user_permissions.clear()
    _join(account, group)
    return account


def _join(account: User, group: str) -> None:
    account.groups.set([Group.objects.get(name=group)])

"""What an account is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import AbstractUser, User


def named(account: AbstractUser | None) -> str:
    """An account as people call it; "" for nobody."""
    return account.get_full_name() or account.get_username() if account else ""


def names_of(accounts: Iterable[str]) -> dict[str, str]:
    """Accounts as people are called, by the account's name; one that is gone is not in it."""
    found = User.objects.filter(username__in=set(accounts))
    return {one.get_username(): named(one) for one in found}


def called(account: str, names: Mapping[str, str]) -> str:
    """An account as people call it; its own name where it is gone."""
    return names.get(account, account)

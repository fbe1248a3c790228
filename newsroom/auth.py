"""An account and its rights, read at once: every request of the desk asks for both."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AbstractBaseUser, Permission, User
from django.core.exceptions import PermissionDenied
from django.db.models import Aggregate, CharField, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat

#: None is what an account without rights has.
_UNREAD = object()


class Joined(Aggregate):
    """Texts of several rows as one, with commas between them."""

    function = "STRING_AGG"
    output_field = CharField()

    def __init__(self, expression: Any, **extra: Any) -> None:
        super().__init__(expression, Value(","), **extra)

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> Any:
        """SQLite has had STRING_AGG only since 3.44; GROUP_CONCAT is the same."""
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **extra)


class RightsBackend(ModelBackend):
    """Django's own accounts and permissions; one query where those take three."""

    def get_user(self, user_id: Any) -> User | None:
        """The account by its key, with the permissions of its own and of its groups."""
        account = User.objects.annotate(known_rights=Subquery(_rights_of(OuterRef("pk"))))
        found = account.filter(pk=user_id).first()
        return found if found is not None and self.user_can_authenticate(found) else None

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """As "app.codename"; of an account that was read otherwise, as Django reads them."""
        known: Any = getattr(user_obj, "known_rights", _UNREAD)
        if known is _UNREAD or obj is not None or user_obj.is_superuser or not user_obj.is_active:
            return super().get_all_permissions(user_obj, obj)
        return set(known.split(",")) if known else set()


def demand(right: str, of: AbstractBaseUser) -> None:
    """Raise PermissionDenied where an account lacks a right, "digest.arm": whoever asks for it."""
    if not of.has_perm(right):  # type: ignore[attr-defined]
        raise PermissionDenied(f"{of.get_username()} lacks {right}")


def _rights_of(account: OuterRef) -> Any:
    held = Permission.objects.filter(Q(user=account) | Q(group__user=account)).order_by()
    named = held.annotate(right=Concat("content_type__app_label", Value("."), "codename"))
    # Grouped by what is the same for all, so that the subquery has one row.
    one = named.annotate(of=Value(1)).values("of").annotate(all=Joined(F("right")))
    return one.values("all")

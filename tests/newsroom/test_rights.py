"""The rights of an account, read with it, are those that Django itself finds."""

from __future__ import annotations

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Group, Permission, User

from newsroom.auth import RightsBackend
from tests.factories import account

pytestmark = pytest.mark.django_db


def group(name: str, *codenames: str) -> Group:
    """A group of rights."""
    one = Group.objects.create(name=name)
    one.permissions.set(Permission.objects.filter(codename__in=codenames))
    return one


def own() -> User:
    return account("own", "digest.arm", "newsroom.view_issue")


def of_groups() -> User:
    user = account("of-groups")
    user.groups.add(group("A", "view_issue", "change_issue"), group("B", "view_issue", "arm"))
    return user


def of_both() -> User:
    user = account("of-both", "digest.arm")
    user.groups.add(group("A", "arm", "view_issue"))
    return user


def nobody() -> User:
    user = account("nobody")
    other = account("other", "digest.arm")
    other.groups.add(group("A", "change_issue"))
    return user


def owner() -> User:
    return account("owner", is_superuser=True)


@pytest.mark.parametrize("make", [own, of_groups, of_both, nobody, owner])
def test_rights_are_those_of_django(make, django_assert_num_queries):
    user = make()
    theirs = ModelBackend().get_all_permissions(User.objects.get(pk=user.pk))
    with django_assert_num_queries(1):
        read = RightsBackend().get_user(user.pk)
    assert RightsBackend().get_all_permissions(read) == theirs
    assert read.has_perm("digest.arm") == ("digest.arm" in theirs)
    assert read.has_module_perms("digest") == any(one.startswith("digest.") for one in theirs)


def test_account_that_may_not_log_in_is_nobody():
    user = own()
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert RightsBackend().get_user(user.pk) is None
    assert RightsBackend().get_all_permissions(User.objects.get(pk=user.pk)) == set()


def test_account_read_otherwise_has_the_same_rights():
    user = of_both()
    assert RightsBackend().get_all_permissions(user) == {"digest.arm", "newsroom.view_issue"}

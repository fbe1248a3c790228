"""What writers, editors and publishers may do, and what nobody may."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from newsroom.auth import RightsBackend
from newsroom.models import rights
from tests.factories import account, make_groups, member

pytestmark = pytest.mark.django_db

WRITER, EDITOR, PUBLISHER = GROUPS = "Writer", "Editor", "Publisher"

#: What an act needs -> who may.
ACTS = {
    "newsroom.view_issue": {WRITER, EDITOR, PUBLISHER},
    "newsroom.add_issue": {WRITER, EDITOR, PUBLISHER},
    "newsroom.change_issue": {WRITER, EDITOR, PUBLISHER},
    "newsroom.plan_issue": {EDITOR, PUBLISHER},
    "newsroom.delete_issue": {EDITOR, PUBLISHER},
    "newsroom.change_cadence": {EDITOR, PUBLISHER},
    "digest.disarm": {EDITOR, PUBLISHER},
    "digest.arm": {PUBLISHER},
    "digest.withdraw": {PUBLISHER},
    "digest.suppress": {PUBLISHER},
    "digest.change_publication": {PUBLISHER},
}
#: What only verbs write, and who has an account: no group gives these.
CLOSED = ("digest.{}_edition", "digest.{}_folio", "newsroom.{}_journalentry")
CLOSED += ("digest.{}_skippedweek", "auth.{}_user", "auth.{}_group", "auth.{}_permission")


def who_may(rights: Iterable[str]) -> dict[str, set[str]]:
    """For each right the groups whose members have it, as the desk finds out."""
    members = {one: RightsBackend().get_user(member(one).pk) for one in GROUPS}
    return {right: {one for one in GROUPS if members[one].has_perm(right)} for right in rights}


def test_member_may_what_the_group_is_for():
    assert who_may(ACTS) == ACTS


def test_nobody_writes_what_verbs_write_or_makes_accounts():
    rights = [right.format(verb) for right in CLOSED for verb in ("add", "change", "delete")]
    assert {right: groups for right, groups in who_may(rights).items() if groups} == {}


def test_every_right_asked_for_here_exists():
    known = {
        f"{app}.{name}"
        for app, name in Permission.objects.values_list("content_type__app_label", "codename")
    }
    # Editions, Folios and the journal may have no such permission at all; issues must.
    assert set(ACTS) <= known
    assert {f"auth.{verb}_user" for verb in ("add", "change", "delete")} <= known


def test_each_group_may_what_the_one_before_it_may():
    rights = [
        RightsBackend().get_all_permissions(member(name)) for name in (WRITER, EDITOR, PUBLISHER)
    ]
    assert rights[0] < rights[1] < rights[2]


def test_groups_come_with_the_migrations():
    member(WRITER)
    assert {WRITER, EDITOR, PUBLISHER} <= set(Group.objects.values_list("name", flat=True))
    migration = MigrationLoader(None).get_migration("newsroom", "0003_groups")
    (operation,) = migration.operations
    Group.objects.all().delete()
    make_groups(operation.code)
    assert set(Group.objects.values_list("name", flat=True)) == {WRITER, EDITOR, PUBLISHER}


def test_group_that_is_there_keeps_its_members_and_rights_of_its_own():
    user = member(WRITER)
    group = Group.objects.get(name=WRITER)
    extra = Permission.objects.get(content_type__app_label="digest", codename="arm")
    lacking = Permission.objects.get(codename="change_issue")
    group.permissions.add(extra)
    group.permissions.remove(lacking)
    make_groups()
    assert {extra, lacking} <= set(group.permissions.all())
    assert list(group.user_set.all()) == [user]


def test_account_without_a_group_may_nothing():
    user = RightsBackend().get_user(account().pk)
    assert not any(user.has_perm(right) for right in ACTS)


def _held() -> dict[str, set[str]]:
    rows = Group.objects.values_list(
        "name", "permissions__content_type__app_label", "permissions__codename"
    )
    held: dict[str, set[str]] = {}
    for name, app, codename in rows:
        held.setdefault(name, set()).add(f"{app}.{codename}")
    return held


TABLE = {name: set(held) for name, held in rights.GROUPS.items()}


def test_groups_of_the_migrations_have_what_the_table_says():
    make_groups()
    assert _held() == TABLE


def test_command_says_first_and_then_gives_and_takes(capsys):
    make_groups()
    writer = Group.objects.get(name=WRITER)
    writer.permissions.add(Permission.objects.get(codename="arm"))
    writer.permissions.remove(Permission.objects.get(codename="change_issue"))
    Group.objects.get(name=EDITOR).delete()
    before = _held()
    call_command("set_rights")
    said = capsys.readouterr().out
    assert "Writer: + newsroom.change_issue" in said
    assert "Writer: - digest.arm" in said
    assert said.count("Editor: + ") == len(TABLE[EDITOR])
    assert _held() == before
    call_command("set_rights", apply=True)
    assert _held() == TABLE
    capsys.readouterr()
    call_command("set_rights")
    assert capsys.readouterr().out == "Every group has the rights of the table, and no other.\n"

"""Accounts and groups: Django's own screens, with names that are plain text."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from digest.models.plaintext import PlainFormField
from newsroom.desk.bounds import BoundedAdmin
from newsroom.desk.lists import LearnedList

admin.site.unregister([User, Group])


class _PlainNames:
    """Names of people and groups; Django itself refuses odd user names and mail addresses."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in {"first_name", "last_name", "name"}:
            kwargs["form_class"] = PlainFormField
        return super().formfield_for_dbfield(db_field, request, **kwargs)


@admin.register(User)
class AccountAdmin(_PlainNames, BoundedAdmin, LearnedList, UserAdmin):
    """Searched like our own lists."""


@admin.register(Group)
class TeamAdmin(_PlainNames, BoundedAdmin, LearnedList, GroupAdmin):
    """Searched like our own lists."""

"""Accounts and groups: Django's own screens, with names that are plain text."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, User

from digest.models.plaintext import PlainFormField
from newsroom.desk.bounds import BoundedAdmin
from newsroom.desk.lists import LearnedList
from newsroom.desk.stale import StaleAdmin, StaleForm

admin.site.unregister([User, Group])


class _PlainNames:
    """Names of people and groups; Django itself refuses odd user names and mail addresses."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name in {"first_name", "last_name", "name"}:
            kwargs["form_class"] = PlainFormField
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class AccountForm(StaleForm, UserChangeForm):
    """What an account may do is not given back by somebody who only corrects its name."""


@admin.register(User)
class AccountAdmin(_PlainNames, StaleAdmin, BoundedAdmin, LearnedList, UserAdmin):
    """Searched like our own lists."""

    form = AccountForm


@admin.register(Group)
class TeamAdmin(_PlainNames, StaleAdmin, BoundedAdmin, LearnedList, GroupAdmin):
    """Searched like our own lists."""

    form = StaleForm

"""Accounts and groups: Django's own screens, with names that are plain text."""

from __future__ import annotations

from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, User
from django.db.models import DateTimeField
from django.utils.translation import gettext as _

from digest.models.plaintext import PlainFormField
from newsroom.desk.forms.anew import AnewAdmin, is_anew
from newsroom.desk.forms.bounds import BoundedAdmin
from newsroom.desk.forms.moments import MomentField
from newsroom.desk.forms.stale import StaleAdmin, StaleForm
from newsroom.desk.lib.lists import LearnedList

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
class AccountAdmin(_PlainNames, AnewAdmin, StaleAdmin, BoundedAdmin, LearnedList, UserAdmin):
    """Django's admin of accounts, with the desk's search and its guard against stale forms."""

    form = AccountForm
    formfield_overrides = {DateTimeField: {"form_class": MomentField}}

    # An account that was deleted meanwhile has the form on which it was typed, not that of a new
    # one. It comes back without its password.

    def get_fieldsets(self, request, obj=None):
        if not is_anew(request):
            return super().get_fieldsets(request, obj)
        return [
            (name, {**one, "fields": [field for field in one["fields"] if field != "password"]})
            for name, one in self.fieldsets
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        own = {"form": self.form} if is_anew(request) else {}
        return super().get_form(request, obj, change=change, **own, **kwargs)

    def render_change_form(self, request, *args, **kwargs):
        answer = super().render_change_form(request, *args, **kwargs)
        if is_anew(request):
            answer.template_name = "admin/change_form.html"
        return answer

    def save_model(self, request, obj, form, change):
        if is_anew(request):
            obj.set_unusable_password()
            said = _("It was added without a password: set one, or nobody can log in with it.")
            messages.warning(request, said)
        super().save_model(request, obj, form, change)


@admin.register(Group)
class TeamAdmin(_PlainNames, AnewAdmin, StaleAdmin, BoundedAdmin, LearnedList, GroupAdmin):
    """Django's admin of groups, with the desk's search and its guard against stale forms."""

    form = StaleForm

"""Saying who writes an issue and who edits it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom import plan
from newsroom.calendar import taken
from newsroom.desk.board.back import to_board
from newsroom.desk.forms.stale import StaleAnswer
from newsroom.desk.lib.confirm import Question, run
from newsroom.desk.lib.people import named
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import issue_for
from newsroom.models import Issue


class Called(forms.ModelChoiceField):
    """Accounts, as people are called."""

    def label_from_instance(self, obj: Any) -> str:
        return named(obj)


class HandForm(StaleAnswer):
    """Who writes, and who edits."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = User.objects.filter(is_staff=True, is_active=True)
        staff = staff.order_by("first_name", "last_name", "username")
        nobody = _("nobody yet")
        for name, label in (("writer", _("who writes")), ("editor", _("who edits"))):
            self.fields[name] = Called(
                queryset=staff, required=False, label=label, empty_label=nobody
            )


@transaction.atomic
def hand(request: DeskRequest, pk: int) -> HttpResponse:
    """Say who writes an issue and who edits it."""
    if request.method == "POST":
        list(Issue.objects.select_for_update().filter(pk=pk))
    issue = issue_for(request, pk, "newsroom.plan_issue")
    page = reverse("admin:newsroom_issue_change", args=[pk])
    form = HandForm(
        request.POST or None, initial={"writer": issue.writer_id, "editor": issue.editor_id}
    )

    def act() -> HttpResponse:
        said = form.cleaned_data
        plan.hand(issue, by=request.user, writer=said["writer"], editor=said["editor"])
        messages.success(request, _("“%s” is handed over.") % issue)
        return to_board(taken.slot_of(issue))

    question = Question(
        _("Who writes “%s”?") % issue,
        _("Hand it over"),
        [_("They find it under “Yours” when they log in. Readers are told the byline, not this.")],
    )
    return run(request, question, form, [(str(issue), page)], act)

"""Withdraw, disarm, expire, suppress: one small page each, asked once more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from digest.lib import dates
from digest.models import Edition
from newsroom import press
from newsroom.desk.forms.zones import ZonedDateTimeField
from newsroom.desk.lib import confirm
from newsroom.desk.lib.confirm import WAITING, Question, ReasonForm
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import issue_for
from newsroom.desk.press import taking_back_words
from newsroom.desk.press.forms import ExpectingForm
from newsroom.models import Issue
from newsroom.press import standing
from newsroom.press.expecting import Expecting
from newsroom.press.holding import put_back
from newsroom.press.standing import Standing


class VerbForm(ReasonForm, ExpectingForm):
    """A reason, and what was shown."""


class EndForm(VerbForm):
    """When a text ends, on the clock of its series, and a reason."""

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at"] = ZonedDateTimeField(
            zone=zone, required=False, label=_("ends at (empty: never)")
        )
        self.order_fields(["at"])

    def said(self) -> str:
        """What was looked at, to compare with what is asked when the button is pressed."""
        return str(self.cleaned_data.get("at"))


def withdraw(request: DeskRequest, pk: int) -> HttpResponse:
    """Take the whole issue off the site; asks what becomes of a scheduled revision."""
    issue = issue_for(request, pk, "digest.withdraw", folio__isnull=False)
    stands = standing.of(issue, dates.now())
    form = VerbForm(request.POST or None, initial=_shown(stands))
    if armed := stands.armed:
        form.fields["armed"] = forms.ChoiceField(
            label=_("Revision %d is armed") % armed.revision,
            choices=[("cancel", _("stop it")), ("keep", _("keep it: it goes live at its time"))],
            initial="cancel",
            widget=forms.RadioSelect,
        )

    def act() -> str:
        assert issue.folio is not None
        press.withdraw(
            issue.folio,
            by=request.user,
            expecting=form.expected(),
            reason=form.cleaned_data["reason"],
            keep_armed=form.cleaned_data.get("armed") == "keep",
        )
        return _("The issue is withdrawn: no text of it is public any more.")

    question = Question(
        _("Withdraw “%s”") % issue,
        _("Withdraw the issue") if stands.live else "",
        taking_back_words.withdrawal(stands),
        grave=True,
    )
    return _ask(request, issue, form, act, question)


def disarm(request: DeskRequest, pk: int, revision: int) -> HttpResponse:
    """Stop what is scheduled; people ask why."""
    issue = issue_for(request, pk, "digest.disarm", folio__isnull=False)
    edition = _edition(issue, revision)
    stands = standing.of(issue, dates.now())
    form = VerbForm(request.POST or None, initial=_shown(stands), reasons=WAITING)

    def act() -> str:
        press.disarm(
            edition,
            by=request.user,
            expecting=form.expected(),
            reason=form.cleaned_data["reason"],
        )
        return _("Revision %d is not armed any more.") % revision

    button = _("Stop it") if edition == stands.armed else ""
    question = Question(
        _("Stop revision %d") % revision, button, taking_back_words.stopped(stands, edition)
    )
    return _ask(request, issue, form, act, question)


def expire(request: DeskRequest, pk: int, revision: int) -> HttpResponse:
    """Set or clear the end of a live or armed text: look first, then set it."""
    issue = issue_for(request, pk, "digest.withdraw", folio__isnull=False)
    edition, before = (_edition(issue, revision) for _row in range(2))
    stands = standing.of(issue, dates.now())
    form = EndForm(
        request.POST or None,
        zone=stands.zone,
        initial={**_shown(stands), "at": edition.expires_at},
        reason_needed=False,
    )

    def act() -> str:
        at = form.cleaned_data["at"]
        press.expire(
            edition,
            at,
            by=request.user,
            expecting=form.expected(),
            reason=form.cleaned_data["reason"],
        )
        return taking_back_words.ended(stands, before, at)

    def look() -> list[str]:
        with transaction.atomic():
            act()
            transaction.set_rollback(True)
        field: Any = form.fields["at"]
        oddity = field.oddity(form["at"].data)
        return [
            taking_back_words.will_end(stands, before, form.cleaned_data["at"]),
            *filter(None, [oddity]),
        ]

    question = Question(
        _("End of revision %d") % revision,
        _("Set the end") if edition in (stands.live, stands.armed) else "",
        taking_back_words.ending(stands, edition),
    )
    return _ask(request, issue, form, act, question, look)


def suppress(request: DeskRequest, pk: int, revision: int) -> HttpResponse:
    """Take one text off the earlier versions for good."""
    issue = issue_for(request, pk, "digest.suppress", folio__isnull=False)
    edition = _edition(issue, revision)
    stands = standing.of(issue, dates.now())
    form = VerbForm(request.POST or None, initial=_shown(stands))

    def act() -> str:
        press.suppress(
            edition,
            by=request.user,
            expecting=form.expected(),
            reason=form.cleaned_data["reason"],
        )
        return _("Revision %d is not among the earlier versions any more.") % revision

    question = Question(
        _("Suppress revision %d") % revision,
        _("Suppress it") if taking_back_words.can_be_suppressed(stands, edition) else "",
        taking_back_words.suppressing(stands, edition),
        grave=True,
    )
    return _ask(request, issue, form, act, question)


def _edition(issue: Issue, revision: int) -> Edition:
    return get_object_or_404(
        Edition.objects.select_related("folio"), folio=issue.folio, revision=revision
    )


def _shown(stands: Standing) -> dict[str, str]:
    """What the form carries of how things stand."""
    return {"expecting": Expecting.of(stands).to_json()}


def _ask(
    request: DeskRequest,
    issue: Issue,
    form: forms.Form,
    act: Callable[[], str],
    question: Question,
    look: Callable[[], list[str]] | None = None,
) -> HttpResponse:
    """Show the form; when it is filled in, act, and say what came of it."""
    page = reverse("admin:newsroom_issue_change", args=[issue.pk])
    back = [(_("Issues"), reverse("admin:newsroom_issue_changelist")), (str(issue), page)]
    shown = Expecting.from_json(request.POST.get("expecting", ""))
    if refusal := put_back(issue, shown):
        # All else that would be said here goes by a wrong clock.
        form.errors.clear()
        return confirm.ask(request, replace(question, sentences=[str(refusal)]), form, back)

    def acted() -> HttpResponse:
        messages.success(request, act())
        return redirect(page)

    def anew() -> dict[str, str]:
        return _shown(standing.of(issue, dates.now()))

    return confirm.run(request, question, form, back, acted, anew=anew, look=look)

"""Withdraw, disarm, expire, suppress: one small page each, asked once more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from digest.lib import dates
from digest.models import Edition
from newsroom import press
from newsroom.desk.forms.zones import ZonedDateTimeField
from newsroom.desk.lib.confirm import WAITING, Question, ReasonForm, ask
from newsroom.desk.lib.rights import issue_for
from newsroom.desk.press import taking_back_words
from newsroom.desk.press.forms import ExpectingForm
from newsroom.desk.press.shelf import Shelf
from newsroom.models import Issue
from newsroom.press.expecting import Expecting, seen
from newsroom.press.holding import put_back
from newsroom.refusals import Refused


class VerbForm(ReasonForm, ExpectingForm):
    """A reason, and what was shown."""


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the whole issue off the site; asks what becomes of a scheduled revision."""
    issue = issue_for(request, pk, "digest.withdraw", folio__isnull=False)
    shelf = Shelf.of(issue, dates.now())
    form = VerbForm(request.POST or None, initial=_shown(issue))
    if armed := shelf.armed:
        form.fields["armed"] = forms.ChoiceField(
            label=_("Revision %d is armed") % armed.revision,
            choices=[("cancel", _("stop it")), ("keep", _("keep it: it goes live at its time"))],
            initial="cancel",
            widget=forms.RadioSelect,
        )

    def act() -> str:
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
        _("Withdraw the issue") if shelf.live else "",
        taking_back_words.withdrawal(shelf),
        grave=True,
    )
    return _ask(request, issue, form, act, question)


def disarm(request: HttpRequest, pk: int, revision: int) -> HttpResponse:
    """Stop what is scheduled; people ask why."""
    issue = issue_for(request, pk, "digest.disarm", folio__isnull=False)
    edition = _edition(issue, revision)
    form = VerbForm(request.POST or None, initial=_shown(issue), reasons=WAITING)

    def act() -> str:
        press.disarm(
            edition,
            by=request.user,
            expecting=form.expected(),
            reason=form.cleaned_data["reason"],
        )
        return _("Revision %d is not armed any more.") % revision

    shelf = Shelf.of(issue, dates.now())
    button = _("Stop it") if edition == shelf.armed else ""
    question = Question(
        _("Stop revision %d") % revision, button, taking_back_words.stopped(shelf, edition)
    )
    return _ask(request, issue, form, act, question)


def expire(request: HttpRequest, pk: int, revision: int) -> HttpResponse:
    """Set or clear the end of a live or armed text: look first, then set it."""
    issue = issue_for(request, pk, "digest.withdraw", folio__isnull=False)
    edition, before = (_edition(issue, revision) for _row in range(2))
    form = VerbForm(
        request.POST or None,
        initial={**_shown(issue), "at": edition.expires_at},
        reason_needed=False,
    )
    form.fields["at"] = ZonedDateTimeField(
        zone=issue.series.zone, required=False, label=_("ends at (empty: never)")
    )
    form.order_fields(["at"])
    shelf = Shelf.of(issue, dates.now())

    def act() -> str:
        at = form.cleaned_data["at"]
        press.expire(
            edition,
            at,
            by=request.user,
            expecting=form.expected(),
            reason=form.cleaned_data["reason"],
        )
        return taking_back_words.ended(shelf, before, at)

    def look() -> list[str]:
        with transaction.atomic():
            act()
            transaction.set_rollback(True)
        oddity = form.fields["at"].oddity(form["at"].data)
        return [
            taking_back_words.will_end(shelf, before, form.cleaned_data["at"]),
            *filter(None, [oddity]),
        ]

    question = Question(
        _("End of revision %d") % revision,
        _("Set the end") if edition in (shelf.live, shelf.armed) else "",
        taking_back_words.ending(shelf, edition),
    )
    return _ask(request, issue, form, act, question, look)


def suppress(request: HttpRequest, pk: int, revision: int) -> HttpResponse:
    """Take one text off the earlier versions for good."""
    issue = issue_for(request, pk, "digest.suppress", folio__isnull=False)
    edition = _edition(issue, revision)
    form = VerbForm(request.POST or None, initial=_shown(issue))

    def act() -> str:
        press.suppress(
            edition,
            by=request.user,
            expecting=form.expected(),
            reason=form.cleaned_data["reason"],
        )
        return _("Revision %d is not among the earlier versions any more.") % revision

    shelf = Shelf.of(issue, dates.now())
    question = Question(
        _("Suppress revision %d") % revision,
        _("Suppress it") if taking_back_words.can_be_suppressed(shelf, edition) else "",
        taking_back_words.suppressing(shelf, edition),
        grave=True,
    )
    return _ask(request, issue, form, act, question)


def _edition(issue: Issue, revision: int) -> Edition:
    return get_object_or_404(
        Edition.objects.select_related("folio"), folio=issue.folio, revision=revision
    )


def _shown(issue: Issue) -> dict[str, Any]:
    return {"expecting": seen(issue).to_json()}


def _ask(
    request: HttpRequest,
    issue: Issue,
    form: forms.Form,
    act: Callable[[], str],
    question: Question,
    look: Callable[[], list[str]] | None = None,
) -> HttpResponse:
    """Show the form; when it is filled in, act, and say what came of it.

    With `look` the form is answered first by what would happen; the button that acts comes with it.
    """
    page = reverse("admin:newsroom_issue_change", args=[issue.pk])
    shown = Expecting.from_json(request.POST.get("expecting", ""))
    if refusal := put_back(issue, shown):
        # All else that would be said here goes by a wrong clock.
        form.errors.clear()
        question = replace(question, sentences=[str(refusal)])
        return ask(request, question, form, _back(issue, page))
    if look and question.button:
        question = replace(question, more={"looks": True})
    if request.method == "POST" and form.is_valid():
        try:
            if look and not _was_said(request, form):
                sentences = look()
                question = replace(question, sentences=sentences, more={"said": _said(form)})
                return ask(request, question, form, _back(issue, page))
            sentence = act()
        except Refused as refusal:
            form.add_error(refusal.name if refusal.name in form.fields else None, str(refusal))
            # Another try is a try on top of how things are now, which the page now shows.
            form.data = form.data.copy()
            form.data["expecting"] = seen(issue).to_json()
        else:
            messages.success(request, sentence)
            return redirect(page)
    return ask(request, question, form, _back(issue, page))


def _said(form: forms.Form) -> str:
    """What was looked at, to compare with what is asked when the button is pressed."""
    return str(form.cleaned_data.get("at"))


def _was_said(request: HttpRequest, form: forms.Form) -> bool:
    return request.POST.get("step") == "press" and request.POST.get("said") == _said(form)


def _back(issue: Issue, page: str) -> list[tuple[str, str]]:
    return [(_("Issues"), reverse("admin:newsroom_issue_changelist")), (str(issue), page)]

"""What a planner does on the board beside moving: start, skip, hand over."""

from __future__ import annotations

from datetime import date

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digest.models import Series, SkippedWeek
from newsroom import plan
from newsroom.calendar import cadence
from newsroom.calendar.cadence import Slot
from newsroom.desk.board import words as planwords
from newsroom.desk.board.back import to_board
from newsroom.desk.forms.stale import StaleAnswer
from newsroom.desk.lib.confirm import Question, ask
from newsroom.desk.lib.lists import may_see
from newsroom.desk.lib.rights import issue_for
from newsroom.models import Issue
from newsroom.refusals import Refused
from newsroom.writing import starting


class NoteForm(StaleAnswer):
    """What readers are told about a week that is left out."""

    note = forms.CharField(
        required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2, "cols": 60})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].label = _("note for readers")
        self.fields["note"].help_text = _(
            "Stands on the series' page and in its archive. Empty: readers are not told."
        )


class Called(forms.ModelChoiceField):
    """Accounts, as people are called."""

    def label_from_instance(self, obj):
        return obj.get_full_name() or obj.get_username()


class HandForm(StaleAnswer):
    """Who writes, and who edits."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        staff = User.objects.filter(is_staff=True, is_active=True)
        staff = staff.order_by("first_name", "last_name", "username")
        nobody = _("nobody yet")
        for name, label in (("writer", _("who writes")), ("editor", _("who edits"))):
            self.fields[name] = Called(
                queryset=staff, required=False, label=label, empty_label=nobody
            )


@require_POST
def start(request: HttpRequest, series: int, day: date) -> HttpResponse:
    """Start the issue of a slot, and go to its page."""
    one, slot = _slot(request, series, day)
    try:
        issue = starting.start_in_slot(one, slot, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return to_board(slot)
    messages.success(request, planwords.done(issue, slot))
    return redirect("admin:newsroom_issue_change", issue.pk)


@transaction.atomic
def skip(request: HttpRequest, series: int, day: date) -> HttpResponse:
    """Leave a week out with a note; change the note of one that is, or open it again."""
    weeks = SkippedWeek.objects.filter(series=series, day=day)
    skipped = (weeks.select_for_update() if request.method == "POST" else weeks).first()
    one, slot = _slot(request, series, day, stray=skipped is not None)
    form = NoteForm(request.POST or None, initial={"note": skipped.note if skipped else ""})
    if request.method == "POST" and form.is_valid():
        try:
            said = _left_out(request, one, slot, skipped, form.cleaned_data["note"])
        except Refused as refusal:
            # The note that was typed stays in its field.
            form.add_error(None, str(refusal))
        else:
            messages.success(request, said)
            return to_board(slot)
    words = planwords.spoken(slot.at, slot.zone)
    meant = _("No issue can be planned for that day. It uses no number.")
    if slot.stray:
        meant = _("The rhythm of the series has changed: nothing is due on this day.")
    question = Question(
        _("Leave out %(series)s on %(when)s") % {"series": one, "when": words},
        _("Save the note") if skipped else _("Leave this week out"),
        [meant, _("The note is public as soon as it is saved.")],
        template="desk/skip.html",
        more={"skipped": skipped, "stray": slot.stray},
    )
    return ask(request, question, form, [(str(one), reverse("admin:index"))])


def _left_out(
    request: HttpRequest, one: Series, slot: Slot, skipped: SkippedWeek | None, note: str
) -> str:
    words = {"series": str(one), "when": planwords.spoken(slot.at, slot.zone)}
    if skipped is None:
        plan.skip(one, slot.day, by=request.user, note=note)
        return _("%(series)s is left out on %(when)s.") % words
    if "open" in request.POST:
        plan.unskip(skipped, by=request.user)
        if slot.stray:
            return _("%(series)s says nothing of %(when)s any more: it is no press day.") % words
        return _("%(series)s comes out on %(when)s after all: the slot is empty.") % words
    plan.tell(skipped, note, by=request.user)
    return _("The note about %(when)s is saved.") % words


@transaction.atomic
def hand(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who writes an issue and who edits it."""
    if request.method == "POST":
        list(Issue.objects.select_for_update().filter(pk=pk))
    issue = issue_for(request, pk, "newsroom.plan_issue")
    page = reverse("admin:newsroom_issue_change", args=[pk])
    form = HandForm(
        request.POST or None, initial={"writer": issue.writer_id, "editor": issue.editor_id}
    )
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        plan.hand(issue, by=request.user, writer=said["writer"], editor=said["editor"])
        messages.success(request, _("“%s” is handed over.") % issue)
        return to_board(plan.slot_of(issue))
    question = Question(
        _("Who writes “%s”?") % issue,
        _("Hand it over"),
        [_("They find it under “Yours” when they log in. Readers are told the byline, not this.")],
    )
    return ask(request, question, form, [(str(issue), page)])


def _slot(
    request: HttpRequest, series: int, day: date, *, stray: bool = False
) -> tuple[Series, Slot]:
    """A press day of a series, or a `stray` one, for who may plan."""
    if not request.user.has_perm("newsroom.plan_issue") or not may_see(request.user, Issue):
        raise PermissionDenied
    one = get_object_or_404(Series, pk=series)
    slot = cadence.slot_on(list(one.cadences.all()), day)
    if slot is None or (slot.stray and not stray):
        raise Http404
    return one, slot

"""Another day for an issue: one page says what will happen, and one button does it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from digest.lib import dates
from newsroom import plan
from newsroom.calendar import cadence, taken
from newsroom.calendar.cadence import Slot
from newsroom.desk.board import words
from newsroom.desk.board.back import to_board
from newsroom.desk.lib import clocks
from newsroom.desk.lib.confirm import Question, ask, run
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import issue_for
from newsroom.models import Issue, TakenSlot
from newsroom.refusals import NotReady, Refused
from newsroom.text.preflight import Level

#: How far ahead an issue can be moved by form.
AHEAD = timedelta(weeks=26)
TRAY = "tray"


class MoveForm(forms.Form):
    """Where to, what becomes of the issue that stands there, and what was shown."""

    to = forms.ChoiceField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput)
    reason = forms.CharField(required=False, max_length=500)
    override = forms.CharField(required=False, max_length=500)

    def __init__(
        self,
        *args: Any,
        choices: list[tuple[str, str]],
        holder: Issue | None,
        ways: list[tuple[str, str]],
        warned: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        to: Any = self.fields["to"]
        to.choices = choices
        self.fields["reason"].label = _("reason")
        self.fields["reason"].help_text = _("Stands in the journal with your name.")
        self.fields["override"].label = _("why the warnings do not matter")
        if not warned:
            del self.fields["override"]
        if ways:
            self.fields["way"] = forms.ChoiceField(
                label=_("“%s” stands there") % holder,
                choices=ways,
                initial="exchange",
                widget=forms.RadioSelect,
            )
            self.order_fields(["way"])


class WhereForm(forms.Form):
    """Where to, by choosing."""

    to = forms.ChoiceField()

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to: Any = self.fields["to"]
        to.label = _("slot")
        to.error_messages["invalid_choice"] = _(
            "That day is not open: it has passed, is left out, or is no press day. Choose another."
        )
        to.choices = choices


def move(request: DeskRequest, pk: int) -> HttpResponse:
    """Choose (GET), look (GET with `to`), move (POST)."""
    issue = issue_for(request, pk, "newsroom.plan_issue")
    choices = list(_choices(issue))
    wanted = request.POST.get("to") or request.GET.get("to", "")
    if wanted not in dict(choices):
        return _choose(request, issue, choices, wanted)
    day = None if wanted == TRAY else date.fromisoformat(wanted)
    holder = taken.holder_of(issue.series_id, day)
    holder = None if holder == issue else holder
    own = taken.slot_of(issue)
    if missing := _whose_right_is_missing(request, issue, holder, day, own):
        if request.method == "POST":
            raise PermissionDenied(missing)
        messages.warning(request, missing)
        return _choose(request, issue, choices)
    refusal = _rehearsed(request, issue, day, holder)
    warned = isinstance(refusal, NotReady) and all(
        one.level == Level.WARNING for one in refusal.findings
    )
    if refusal is not None and request.method == "GET":
        messages.warning(request, str(refusal))
        if not warned:
            return _choose(request, issue, choices)
    ways = words.ways_for(holder, own) if holder else []
    if holder and plan.armed_of(holder) and not request.user.has_perm("digest.disarm"):
        ways = [way for way in ways if way[0] == "exchange"]
    form = MoveForm(
        request.POST or None,
        choices=choices,
        holder=holder,
        ways=ways,
        warned=warned or "override" in request.POST,
        initial={"to": wanted, "seen": str(plan.shown(issue, day))},
    )

    def act() -> HttpResponse:
        _move(request, issue, day, form.cleaned_data)
        slot = taken.slot_of(issue)
        messages.success(request, words.done(issue, slot))
        if holder:
            messages.success(request, words.done(holder, taken.slot_of(holder)))
        return to_board(slot)

    def anew() -> dict[str, str]:
        return {"seen": str(plan.shown(issue, day))}

    def question() -> Question:
        sentences = list(words.what_will_happen(issue, _slot(issue, day)))
        if holder and not ways:
            sentences += words.what_will_happen(holder, None)
        return Question(_heading(issue), _("Move it"), sentences)

    return run(request, question, form, _back(issue), act, anew=anew)


def _move(request: DeskRequest, issue: Issue, day: date | None, asked: dict) -> None:
    plan.move(
        issue,
        day,
        by=request.user,
        seen=asked["seen"],
        exchange=asked.get("way", "exchange") == "exchange",
        reason=asked["reason"],
        override=asked.get("override", ""),
    )


def _rehearsed(
    request: DeskRequest, issue: Issue, day: date | None, holder: Issue | None
) -> Refused | None:
    """Move, and take it back, so that a refusal is said before the button."""
    asked = {"seen": str(plan.shown(issue, day)), "reason": ""}
    asked["way"] = request.POST.get("way", "exchange") if holder else "exchange"
    try:
        with transaction.atomic():
            _move(request, issue, day, asked)
            transaction.set_rollback(True)
    except Refused as refusal:
        return refusal
    return None


def _whose_right_is_missing(
    request: DeskRequest, issue: Issue, holder: Issue | None, day: date | None, own: Slot | None
) -> str:
    """What is armed moves only with the press: by those who may arm, or stop. Else why not.

    Who stands there goes into the tray where the issue has no slot (`own`) to give for it.
    """
    rights = {
        issue: "digest.disarm" if day is None else "digest.arm",
        holder: "digest.disarm" if own is None else "digest.arm",
    }
    for one, right in rights.items():
        if one and plan.armed_of(one) and not request.user.has_perm(right):
            return _("“%s” is armed. Only a publisher can arm it for another day.") % one
    return ""


def _choices(issue: Issue) -> Iterator[tuple[str, str]]:
    """The slots ahead that are not left out, and the tray."""
    today = dates.local(dates.now(), issue.series.zone).date()
    held = TakenSlot.objects.filter(series=issue.series_id, day__gte=today)
    taken = {row.day: row for row in held.select_related("issue", "skip")}
    for slot in cadence.slots(list(issue.series.cadences.all()), today, today + AHEAD):
        row = taken.get(slot.day)
        if slot.at <= dates.now() or (row and row.skip):
            continue
        said = clocks.spoken(slot.at, slot.zone)
        if row and row.issue:
            own = row.issue_id == issue.pk
            said += ": " + (_("where it stands") if own else _("taken by “%s”") % row.issue)
        yield slot.day.isoformat(), said
    yield TRAY, _("no slot: into the tray")


def _slot(issue: Issue, day: date | None) -> Slot | None:
    return cadence.slot_on(list(issue.series.cadences.all()), day) if day else None


def _choose(request: DeskRequest, issue: Issue, choices: list, wanted: str = "") -> HttpResponse:
    """Ask where to, beginning with where it stands."""
    own = taken.slot_of(issue)
    stands = {"to": own.day.isoformat() if own else TRAY}
    form = WhereForm({"to": wanted} if wanted else None, choices=choices, initial=stands)
    question = Question(
        _heading(issue), _("Show what will happen"), template="desk/board/where.html"
    )
    return ask(request, question, form, _back(issue))


def _heading(issue: Issue) -> str:
    return _("Move “%(title)s” of %(series)s") % {"title": issue, "series": issue.series}


def _back(issue: Issue) -> list[tuple[str, str]]:
    page = reverse("admin:newsroom_issue_change", args=[issue.pk])
    return [(str(issue), page), (_("The board"), f"{reverse('admin:index')}#board")]

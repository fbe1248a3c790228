"""What a planner does on the board beside moving: start, skip, hand over."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from digest.models import Series, SkippedWeek
from newsroom import plan
from newsroom.calendar.cadence import Slot
from newsroom.desk.board.back import slot_for, to_board
from newsroom.desk.forms.stale import StaleAnswer
from newsroom.desk.lib import clocks
from newsroom.desk.lib.confirm import Question, run
from newsroom.desk.lib.requests import DeskRequest


class NoteForm(StaleAnswer):
    """What readers are told about a week that is left out."""

    note = forms.CharField(
        required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2, "cols": 60})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].label = _("note for readers")
        self.fields["note"].help_text = _(
            "Stands on the series' page and in its archive. Empty: readers are not told."
        )


@transaction.atomic
def skip(request: DeskRequest, series: int, day: date) -> HttpResponse:
    """Leave a week out with a note; change the note of one that is, or open it again."""
    weeks = SkippedWeek.objects.filter(series=series, day=day)
    skipped = (weeks.select_for_update() if request.method == "POST" else weeks).first()
    one, slot = slot_for(request, series, day, stray=skipped is not None)
    form = NoteForm(request.POST or None, initial={"note": skipped.note if skipped else ""})

    def act() -> HttpResponse:
        said = _left_out(request, one, slot, skipped, form.cleaned_data["note"])
        messages.success(request, said)
        return to_board(slot)

    words = clocks.spoken(slot.at, slot.zone)
    meant = _("No issue can be planned for that day. It uses no number.")
    if slot.stray:
        meant = _("The rhythm of the series has changed: nothing is due on this day.")
    question = Question(
        _("Leave out %(series)s on %(when)s") % {"series": one, "when": words},
        _("Save the note") if skipped else _("Leave this week out"),
        [meant, _("The note is public as soon as it is saved.")],
        template="desk/board/skip.html",
        more={"skipped": skipped, "stray": slot.stray},
    )
    return run(request, question, form, [(str(one), reverse("admin:index"))], act)


def _left_out(
    request: DeskRequest, one: Series, slot: Slot, skipped: SkippedWeek | None, note: str
) -> str:
    words = {"series": str(one), "when": clocks.spoken(slot.at, slot.zone)}
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

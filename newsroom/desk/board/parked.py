"""A parked brief: its text and sources, and the way out of the tray."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from newsroom.desk.board.back import to_board
from newsroom.desk.lib.confirm import Question, run
from newsroom.desk.lib.issues import unpressed
from newsroom.desk.lib.people import names_of
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import issue_for
from newsroom.models import Issue, NewsBrief, Section
from newsroom.models.parts import RESTORABLE
from newsroom.writing import tray
from newsroom.writing.copying import places_for_copies


class TakeForm(forms.Form):
    """Into which section of which issue."""

    section = forms.ChoiceField(
        label=gettext_lazy("Into"),
        error_messages={"required": gettext_lazy("Choose the section that it goes into.")},
    )

    def __init__(self, *args: Any, places: Iterable[Section], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {str(one.pk): one for one in places}
        groups = groupby(places, key=lambda one: one.issue)
        field: Any = self.fields["section"]
        field.choices = [
            ("", "---------"),
            *((_named(issue), [(str(one.pk), str(one)) for one in some]) for issue, some in groups),
        ]

    def clean_section(self) -> Section | None:
        return self.places.get(self.cleaned_data["section"])


def _named(issue: Issue) -> str:
    """The issue, its series, and its day."""
    slot = getattr(issue, "slot", None)
    words = {"series": issue.series, "issue": issue}
    if slot is None:
        return _("%(series)s: %(issue)s") % words
    day = formats.date_format(slot.day, "D j M Y")
    return _("%(series)s: %(issue)s, for %(day)s") % {**words, "day": day}


def parked(request: DeskRequest, part: int) -> HttpResponse:
    """Read it (GET); take it into an issue, or discard it (POST)."""
    found = NewsBrief.objects.select_related("section__issue__series", "taken_into")
    brief = get_object_or_404(found, pk=part)
    issue_for(request, brief.whole.pk, "newsroom.change_issue")
    if not brief.parked:
        messages.warning(request, tray.gone(brief))
        return to_board()
    form = TakeForm(request.POST or None, places=places_for_copies(unpressed()))
    discards = "discard" in request.POST
    form.fields["section"].required = not discards

    def act() -> HttpResponse:
        if not discards:
            return _take(request, brief, form.cleaned_data["section"])
        tray.discard(brief, by=request.user)
        messages.success(request, _discarded(brief))
        return to_board()

    question = Question(
        _("In the tray: “%s”") % brief,
        _("Take it"),
        [_("It goes last into the section, with its sources. There it can be moved.")],
        template="desk/board/parked.html",
        more={"brief": brief, "names": names_of([brief.removed_by]), "days": RESTORABLE.days},
    )
    back = [(_("The board"), f"{reverse('admin:index')}#board")]
    return run(request, question, form, back, act)


def _take(request: DeskRequest, brief: NewsBrief, section: Section) -> HttpResponse:
    taken = tray.take(brief, section, by=request.user)
    words = {"name": taken, "section": section, "issue": section.issue}
    messages.success(request, _("“%(name)s” stands in “%(section)s” of “%(issue)s”.") % words)
    page = reverse("admin:newsroom_issue_change", args=[section.issue_id])
    return redirect(f"{page}#part-{taken.uid}")


def _discarded(brief: NewsBrief) -> str:
    said = ngettext(
        "“%(name)s” is out of the tray. For %(days)d day it can be brought back on the page "
        "of “%(issue)s”.",
        "“%(name)s” is out of the tray. For %(days)d days it can be brought back on the page "
        "of “%(issue)s”.",
        RESTORABLE.days,
    )
    return said % {"name": brief, "days": RESTORABLE.days, "issue": brief.whole}

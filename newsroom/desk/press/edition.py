"""One Edition at the desk: its facts, what it says otherwise, and the way back to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from digest.document import Document
from digest.lib import dates
from digest.models import Edition
from newsroom.desk.lib import clocks
from newsroom.desk.lib.confirm import Question, ask, run
from newsroom.desk.lib.people import called, names_of
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import issue_for
from newsroom.models import Issue
from newsroom.models.parts import RESTORABLE
from newsroom.press import standing
from newsroom.press.standing import Standing
from newsroom.text.changes import Change, between
from newsroom.text.compose import compose
from newsroom.writing.restoring import restore

DRAFT = "draft"


class AgainstForm(forms.Form):
    """Which other text to compare with."""

    def __init__(self, *args: Any, others: list[Edition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(one.revision), _("revision %d") % one.revision) for one in others]
        self.fields["against"] = forms.ChoiceField(
            label=_("compare with"), choices=[*choices, (DRAFT, _("the draft"))]
        )


@require_safe
def edition(request: DeskRequest, pk: int, revision: int) -> HttpResponse:
    """/admin/newsroom/issue/<pk>/editions/<revision>/: one text, and what is new in it."""
    stands, one = _found(request, pk, revision)
    others = [other for other in reversed(stands.editions) if other != one]
    before = next((str(other.revision) for other in others if other.revision < revision), DRAFT)
    form = AgainstForm({"against": request.GET.get("against", before)}, others=others)
    against = form.cleaned_data["against"] if form.is_valid() else before
    heading, old, new = _pair(stands, one, against)
    at = dates.now()
    context = {
        **admin.site.each_context(request),
        "title": _("Revision %(number)d of “%(issue)s”")
        % {"number": revision, "issue": stands.issue},
        "issue": stands.issue,
        "edition": one,
        "facts": list(_facts(stands, one, at)),
        "public": _address(one, at),
        "form": form,
        "heading": heading,
        "changes": between(old, new),
        "names_lead_to_parts": against == DRAFT,
    }
    return TemplateResponse(request, "desk/press/edition.html", context)


class RestoreForm(forms.Form):
    """Carries the draft that the person was shown."""

    expecting = forms.IntegerField(widget=forms.HiddenInput)


def restore_draft(request: DeskRequest, pk: int, revision: int) -> HttpResponse:
    """Start from that text: say what will change in the draft, then make it say it again."""
    stands, one = _found(request, pk, revision, "newsroom.change_issue")
    page = reverse("admin:newsroom_issue_change", args=[pk])
    back = [
        (_("Issues"), reverse("admin:newsroom_issue_changelist")),
        (str(stands.issue), page),
        (_("Revision %d") % revision, reverse("admin:desk-edition", args=[pk, revision])),
    ]

    def version() -> dict[str, int]:
        return {"expecting": Issue.objects.values_list("content_version", flat=True).get(pk=pk)}

    # The version first: a change between the two is refused, not overwritten.
    form = RestoreForm(request.POST or None, initial=version())

    def act() -> HttpResponse:
        seen = form.cleaned_data["expecting"]
        left = restore(stands.issue, one.text, by=request.user, seen_content_version=seen)
        exactly = _("The draft says what revision %d says.")
        nearly = _("The draft says what revision %d says, but for what follows.")
        messages.success(request, (nearly if left else exactly) % revision)
        for sentence in left:
            messages.warning(request, sentence)
        return redirect(page)

    def question() -> Question:
        changes = between(compose(stands.issue), one.text)
        return _question(one, changes, may=not one.suppressed_at)

    if one.suppressed_at:
        return ask(request, question(), RestoreForm(initial=version()), back)
    return run(request, question, form, back, act, anew=version)


def _question(one: Edition, changes: list[Change], *, may: bool) -> Question:
    """What is said before the draft is changed; without a button where there is nothing to do."""
    if not may:
        said = [_("Revision %d is suppressed: its text is not brought back.") % one.revision]
    elif not changes:
        said = [_("The draft says already what revision %d says.") % one.revision]
    else:
        said = [
            _("The draft is changed as shown below. Nothing changes for readers."),
            ngettext(
                "Parts that are removed from it can be brought back for %d day.",
                "Parts that are removed from it can be brought back for %d days.",
                RESTORABLE.days,
            )
            % RESTORABLE.days,
            _("What the draft says now is kept in the journal."),
        ]
    return Question(
        _("Start from the text of revision %d") % one.revision,
        _("Start from this text") if may and changes else "",
        said,
        template="desk/press/restore.html",
        more={"changes": changes if may else []},
    )


def _found(
    request: DeskRequest, pk: int, revision: int, right: str = ""
) -> tuple[Standing, Edition]:
    """The Editions of the issue, and that one, for those who have the right."""
    issue = issue_for(request, pk, right, folio__isnull=False)
    one = get_object_or_404(
        Edition.objects.select_related("folio__series"), folio=issue.folio, revision=revision
    )
    return standing.of(issue, dates.now()), one


def _pair(stands: Standing, one: Edition, against: str) -> tuple[str, Document, Document]:
    """What is compared, the older text first."""
    if against == DRAFT:
        heading = _("From revision %d to the draft") % one.revision
        return heading, one.text, compose(stands.issue)
    other = next(row for row in stands.editions if str(row.revision) == against)
    old, new = sorted([one, other], key=lambda row: row.revision)
    heading = _("From revision %(old)d to revision %(new)d") % {
        "old": old.revision,
        "new": new.revision,
    }
    return heading, old.text, new.text


def _facts(stands: Standing, one: Edition, at: datetime) -> Iterator[tuple[str, str]]:
    """Name and value of what there is to say about an Edition."""
    yield _("Title"), one.title
    yield _("State"), _state(stands, one, at)
    if one.kind:
        yield _("Kind"), one.get_kind_display()
    if one.note:
        yield _("Note"), one.note
    yield _("Live from"), clocks.clocks(one.live_from, stands.zone)
    if one.live_until:
        yield _("Until"), clocks.clocks(one.live_until, stands.zone)
    yield (
        _("Pressed"),
        _("%(when)s, by %(by)s")
        % {
            "when": clocks.clocks(one.pressed_at, stands.zone),
            "by": called(one.pressed_by, names_of([one.pressed_by])),
        },
    )
    yield _("Words"), str(one.words)
    yield _("Fingerprint"), one.fingerprint


def _state(stands: Standing, one: Edition, at: datetime) -> str:
    if one == stands.live:
        state = _("live")
    elif one == stands.armed:
        state = _("armed")
    else:
        state = one.get_end_cause_display()
    if one.suppressed_at:
        state += ", " + _("suppressed")
    return state


def _address(one: Edition, at: datetime) -> str:
    """Where readers find the text at `at`, or ""."""
    own = Edition.objects.filter(pk=one.pk)
    if own.live(at).exists():
        return one.get_absolute_url()
    return one.get_version_url() if own.versions(at).exists() else ""

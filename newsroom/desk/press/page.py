"""The press page: findings, what is new, when, what will happen, and the button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.lib import dates
from digest.models import Edition
from newsroom.desk.lib.people import names_of
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import issue_for
from newsroom.desk.press import words
from newsroom.desk.press.forms import MomentForm
from newsroom.desk.press.texts import Text, draft_of, standing_of
from newsroom.models import Issue
from newsroom.press.expecting import Expecting, changed_since
from newsroom.press.holding import Hold, hold
from newsroom.press.standing import Standing
from newsroom.refusals import Misfilled, NotReady, Refused
from newsroom.text import changes, outline, preflight
from newsroom.text.preflight import Finding, Level

#: What the page sends of itself; everything else was typed.
_OWN = {"expecting", "csrfmiddlewaretoken", "step", "said"}

WHY_NOT = gettext_lazy("Mend what is found, or say why it does not matter.")

#: The text that a page is about, as things stand, and under the lock where there is one.
Read = Callable[[Issue, Standing, Hold | None], Text]


def press_view(request: DeskRequest, pk: int) -> HttpResponse:
    """Look first, then press: the second step repeats what the first has said."""
    return PressPage(request, issue_for(request, pk, "digest.arm"), draft_of).answer()


class PressPage:
    """One request to publish a text of one issue; the text is read once.

    What is posted is answered under the locks of the issue: what is said is what would be pressed.
    `sent_to` is where the form goes, if not to the page's own address.
    """

    held: Hold | None = None

    def __init__(self, request: DeskRequest, issue: Issue, read: Read, sent_to: str = "") -> None:
        self.request = request
        self.issue = issue
        self.zone = issue.series.zone
        self.sent_to = sent_to
        self._read = read

    def answer(self) -> HttpResponse:
        """Show, look or press."""
        if self.request.method == "POST":
            return self.under_lock(self.asked)
        self.read()
        return self.show(self.form())

    def under_lock(self, act: Callable[[Expecting], HttpResponse]) -> HttpResponse:
        """Do it with what is read under the locks; by a clock that was put back do nothing."""
        shown = Expecting.from_json(self.request.POST.get("expecting", ""))
        with transaction.atomic():
            try:
                self.held = hold(self.issue, now=None, shown=shown)
            except Refused as refusal:
                self.read()
                return self.refused(refusal, shown)
            self.read()
            return act(shown)

    def read(self) -> None:
        """Read the text, how the issue stands, and what is found."""
        self.stands = standing_of(self.issue, dates.now(), self.held)
        self.text = self._read(self.issue, self.stands, self.held)
        self.findings = self.found(self.stands.at)

    def found(self, at: datetime) -> list[Finding]:
        """The findings, were the text to begin at `at`."""
        text, of_draft = self.text.document, self.text.draft is not None
        if self.held is not None:
            return self.held.findings(text, at, of_draft=of_draft)
        return preflight.run(text, series=self.issue.series, at=at, of_draft=of_draft)

    def asked(self, shown: Expecting) -> HttpResponse:
        """Look or press, or say what is wrong."""
        form = self.filled_in()
        if not form.is_valid():
            # What the form lacks may be what has changed since it was shown.
            changed = changed_since(shown, self.text.expecting())
            return self.refused(changed, shown) if changed else self.show(self.all_said(form))
        presses = self.request.POST.get("step") == "press"
        said = self.request.POST.get("said", form.said())
        try:
            if presses and said == form.said():
                return self.pressed(self.arm(form))
            return self.looked(form, anew=presses)
        except NotReady as refusal:
            return self.not_ready(form, refusal)
        except Refused as refusal:
            if refusal.name not in form.fields:
                return self.refused(refusal, shown)
            return self.show(self.all_said(form))

    def all_said(self, form: MomentForm) -> MomentForm:
        """The form with all that is wrong said beside its fields, in one answer.

        What the press would refuse is asked of it with what could be read of the form.
        """
        if "expecting" in form.cleaned_data:
            try:
                self.rehearse(form)
            except Misfilled as refusal:
                for name, sentence in refusal.wrong:
                    if name in form.fields and name not in form.errors:
                        form.add_error(name, sentence)
            except Refused:
                pass  # It is said once the fields are right.
        if not self.blocked and "override" in form.fields and not form.asked()["override"]:
            form.add_error("override", WHY_NOT)
        return form

    def rehearse(self, form: MomentForm) -> None:
        """Press, and take it back."""
        with transaction.atomic():
            self.arm(form)
            transaction.set_rollback(True)

    def form(
        self, *, data: QueryDict | None = None, typed: Mapping[str, object] | None = None
    ) -> MomentForm:
        """The form as things stand now, with what was posted or typed before."""
        initial: dict[str, object] = {}
        if data is None:
            expecting = self.text.expecting().to_json()
            initial = {**self.text.proposed(), "expecting": expecting, **(typed or {})}
        return self.text.form(
            data,
            zone=self.zone,
            has_been_live=self.stands.has_been_live,
            findings=self.findings,
            initial=initial,
        )

    def filled_in(self) -> MomentForm:
        """The form as posted, with the findings of the moment at which the text is to begin."""
        form = self.form(data=self.request.POST)
        form.full_clean()
        if begins := form.cleaned_data.get("at"):
            self.findings = self.found(begins)
            form = self.form(data=self.request.POST)
        return form

    def arm(self, form: MomentForm) -> Edition:
        """Press."""
        assert self.held is not None
        return self.text.arm(form, by=self.request.user, held=self.held)

    def looked(self, form: MomentForm, *, anew: bool) -> HttpResponse:
        """Say what will happen: press, and take it back, so that every refusal is said now."""
        if self.blocked:
            return self.show(self.all_said(form))
        self.rehearse(form)
        if anew:
            messages.warning(
                self.request,
                _("You have changed something since you looked. This is what will happen now."),
            )
        told = words.what_will_happen(self.stands, form.asked(), form.place())
        return self.show(form, [*told, *form.oddities(), *self.text.told()])

    def pressed(self, edition: Edition) -> HttpResponse:
        """Say what was done, on the issue's page."""
        messages.success(self.request, words.done(edition, self.zone))
        return redirect("admin:newsroom_issue_change", self.issue.pk)

    def not_ready(self, form: MomentForm, refusal: NotReady) -> HttpResponse:
        """Ask why the warnings do not matter, beside them; errors are said above."""
        if "override" in form.fields and not self.blocked:
            form.add_error("override", WHY_NOT)
        else:
            messages.error(self.request, str(refusal))
        return self.show(form)

    def refused(self, refusal: Refused, shown: Expecting) -> HttpResponse:
        """Say why, and offer the same again on top of how things are now."""
        messages.error(self.request, str(refusal))
        for difference in getattr(refusal, "differences", []):
            messages.warning(self.request, str(difference))
        typed: dict[str, object] = {
            name: value for name, value in self.request.POST.items() if name not in _OWN
        }
        if self.has_gone_out(shown):
            typed |= self.as_update()
            messages.warning(
                self.request,
                _("The text before yours has gone out. You can publish yours now as an update."),
            )
        self.findings = self.found(self.stands.at)
        return self.show(self.form(typed=typed))

    def has_gone_out(self, shown: Expecting) -> bool:
        """Whether the text that was to be replaced is out by now, or another came first."""
        live = self.stands.live
        if live is not None and live.revision == shown.armed:
            return True
        was_new = "slug" in self.request.POST
        return was_new and self.stands.has_been_live

    def as_update(self) -> dict[str, object]:
        """At once, and with a note of its own: that of the text before is out with it."""
        live, note = self.stands.live, self.request.POST.get("note", "")
        said = live is not None and note.strip() == live.note
        return {"kind": Edition.Kind.UPDATE, "at": "", "note": "" if said else note}

    @property
    def blocked(self) -> bool:
        """Whether errors stand in the way."""
        return any(finding.level == Level.ERROR for finding in self.findings)

    def placed_findings(self) -> list[tuple[Finding, str, str]]:
        """Each finding with the name of its part and the part's address on the issue's page.

        What is found in a text of the past stands nowhere in the draft.
        """
        draft = self.text.draft
        if draft is None:
            return [(finding, "", "") for finding in self.findings]
        page = reverse("admin:newsroom_issue_change", args=[self.issue.pk])
        names = {line.uid: line.name for line in outline.outline(draft)}
        names |= {use.uid: _("Picture") for use in draft.pictures()}
        return [
            (one, names.get(one.place, _("Title block")), f"{page}#part-{one.place}")
            for one in self.findings
        ]

    def show(self, form: MomentForm, sentences: list[str] | None = None) -> HttpResponse:
        """The page; `sentences` say what will happen, where that was asked."""
        stands, draft = self.stands, self.text.draft
        names = names_of(edition.pressed_by for edition in stands.editions)
        # Compared with what is live, else with what is to go out.
        public = stands.live or stands.armed
        context = {
            **admin.site.each_context(self.request),
            "title": self.text.heading,
            "issue": self.issue,
            "opts": Issue._meta,
            "form": form,
            "state": words.state(stands, draft, names),
            "is_draft": draft is not None,
            "findings": self.placed_findings(),
            "blocked": self.blocked,
            "changes": changes.between(public.text, self.text.document) if public else [],
            "public": public,
            "sentences": sentences,
            "editions": list(reversed(stands.editions)),
            "names": names,
            "live": stands.live,
            "armed": stands.armed,
            "zone": self.zone,
            "now": stands.at,
            "sent_to": self.sent_to,
        }
        return TemplateResponse(self.request, "desk/press/page.html", context)

"""The press page: findings, what is new, when, what will happen, and the button."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digest.document import Document
from digest.lib import dates
from digest.models import Edition
from newsroom import press
from newsroom.calendar import numbers
from newsroom.desk.lib.rights import issue_for
from newsroom.desk.press import words as presswords
from newsroom.desk.press.forms import PressForm
from newsroom.desk.press.shelf import Shelf
from newsroom.models import Issue
from newsroom.press import folios
from newsroom.press.expecting import Expecting, changed_since, seen
from newsroom.press.holding import put_back
from newsroom.refusals import Changed, Misfilled, NotReady, Refused
from newsroom.text import changes as wording
from newsroom.text import outline, preflight
from newsroom.text.compose import compose
from newsroom.text.preflight import Finding, Level

#: What the page sends of itself; everything else was typed.
_OWN = {"expecting", "csrfmiddlewaretoken", "step", "said"}

WHY_NOT = gettext_lazy("Mend what is found, or say why it does not matter.")


def press_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Look first, then press: the second step repeats what the first has said."""
    issue = issue_for(request, pk, "digest.arm")
    return Press(request, issue, compose(issue)).answer()


class Press:
    """One request to the press page of one issue, about one text of it."""

    #: Whether that text is the draft's.
    of_draft = True

    def __init__(self, request: HttpRequest, issue: Issue, document: Document) -> None:
        self.request = request
        self.issue = issue
        self.document = document
        self.zone = issue.series.zone
        self.now = dates.now()
        self.findings: list[Finding] = self.found(self.now)
        self.shelf = Shelf.of(issue, self.now)

    def found(self, at: datetime) -> list[Finding]:
        """The findings, were the text to begin at `at`."""
        return preflight.run(self.document, series=self.issue.series, at=at, of_draft=self.of_draft)

    def anew(self) -> Press:
        """The same as things are now."""
        return Press(self.request, self.issue, compose(self.issue))

    def answer(self) -> HttpResponse:
        """Show, look or press."""
        if self.request.method != "POST":
            return self.show(self.form())
        shown = Expecting.from_json(self.request.POST.get("expecting", ""))
        if refusal := put_back(self.issue, shown):
            return self.refused(refusal)
        form = self.filled_in()
        if not form.is_valid():
            # What the form lacks may be what has changed since it was shown.
            changed = self.changed(shown)
            return self.refused(changed) if changed else self.show(self.all_said(form))
        asks = self.request.POST.get("step") == "press"
        said = self.request.POST.get("said", form.said())
        try:
            if asks and said == form.said():
                return self.pressed(self.arm(form))
            return self.looked(form, anew=asks)
        except NotReady as refusal:
            return self.not_ready(form, refusal)
        except Refused as refusal:
            if refusal.name not in form.fields:
                return self.refused(refusal)
            return self.show(self.all_said(form))

    def all_said(self, form: PressForm) -> PressForm:
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

    def rehearse(self, form: PressForm) -> None:
        """Press, and take it back."""
        with transaction.atomic():
            self.arm(form)
            transaction.set_rollback(True)

    def form(
        self, *, data: QueryDict | None = None, typed: Mapping[str, object] | None = None
    ) -> PressForm:
        """The form as things stand now, with what was posted or typed before."""
        return PressForm(
            data,
            zone=self.zone,
            has_been_live=self.shelf.has_been_live,
            findings=self.findings,
            initial={**self.proposed(), **(typed or {})},
        )

    def filled_in(self) -> PressForm:
        """The form as posted, with the findings of the moment at which the text is to begin."""
        form = self.form(data=self.request.POST)
        form.full_clean()
        if begins := form.cleaned_data.get("at"):
            self.findings = self.found(begins)
            form = self.form(data=self.request.POST)
        return form

    def proposed(self) -> dict[str, object]:
        """What the form offers before anybody has typed."""
        if self.issue.folio:
            place = folios.place_of(self.issue.folio)
        else:
            place = self.proposed_place()
        armed = self.shelf.armed
        model = armed or self.shelf.live
        return {
            # What this page shows, whatever was saved since it was read.
            "expecting": replace(
                seen(self.issue, at=self.now),
                fingerprint=self.document.fingerprint,
                outline=outline.outline(self.document),
            ).to_json(),
            "slug": place.slug,
            "volume": place.volume,
            "number": place.number,
            "at": armed.live_from if armed else self.slot_ahead(),
            "kind": armed.kind if armed else "",
            "note": armed.note if armed else "",
            "expires_at": model.expires_at if model else None,
        }

    def slot_ahead(self) -> datetime | None:
        """The moment for which a new issue is planned, while it is to come."""
        slot = self.shelf.slot
        if slot is None or slot.stray or self.shelf.has_been_live:
            return None
        return slot.at if slot.at > self.now else None

    def proposed_place(self) -> folios.Place:
        """Address and number of an issue that has none."""
        series, title = self.issue.series, self.document.title
        volume, number = numbers.proposed(series, self.shelf.slot, self.now)
        slug = folios.propose_slug(series, title, volume=volume, number=number)
        return folios.Place(slug, volume, number)

    def changed(self, shown: Expecting) -> Changed | None:
        """What has changed since the person was shown that."""
        return changed_since(shown, seen(self.issue, at=self.now))

    def arm(self, form: PressForm) -> Edition:
        """Press."""
        return press.arm(
            self.issue,
            by=self.request.user,
            expecting=form.expected(),
            place=form.place(),
            **form.asked(),
        )

    def looked(self, form: PressForm, *, anew: bool) -> HttpResponse:
        """Say what will happen: press, and take it back, so that every refusal is said now."""
        if self.blocked:
            return self.show(self.all_said(form))
        self.rehearse(form)
        if anew:
            messages.warning(
                self.request,
                _("You have changed something since you looked. This is what will happen now."),
            )
        return self.show(form, self.sentences(form))

    def sentences(self, form: PressForm) -> list[str]:
        """What will happen."""
        told = presswords.what_will_happen(self.shelf, form.asked(), form.place())
        return [*told, *form.oddities()]

    def pressed(self, edition: Edition) -> HttpResponse:
        """Say what was done, on the issue's page."""
        messages.success(self.request, presswords.done(edition, self.zone))
        return redirect("admin:newsroom_issue_change", self.issue.pk)

    def not_ready(self, form: PressForm, refusal: NotReady) -> HttpResponse:
        """Ask why the warnings do not matter, beside them; errors are said above."""
        if "override" in form.fields and not self.blocked:
            form.add_error("override", WHY_NOT)
        else:
            messages.error(self.request, str(refusal))
        return self.show(form)

    def refused(self, refusal: Refused) -> HttpResponse:
        """Say why, and offer the same again on top of how things are now."""
        messages.error(self.request, str(refusal))
        for difference in getattr(refusal, "differences", []):
            messages.warning(self.request, str(difference))
        again = self.anew()
        typed: dict[str, object] = {
            name: value for name, value in self.request.POST.items() if name not in _OWN
        }
        if again.has_gone_out():
            typed |= again.as_update()
            messages.warning(
                self.request,
                _("The text before yours has gone out. You can publish yours now as an update."),
            )
        return again.show(again.form(typed=typed))

    def has_gone_out(self) -> bool:
        """Whether the text that was to be replaced is out by now, or another came first."""
        live = self.shelf.live
        shown = Expecting.from_json(self.request.POST.get("expecting", ""))
        was_new = "slug" in self.request.POST
        if live is not None and live.revision == shown.armed:
            return True
        return was_new and self.shelf.has_been_live

    def as_update(self) -> dict[str, object]:
        """At once, and with a note of its own: that of the text before is out with it."""
        live, note = self.shelf.live, self.request.POST.get("note", "")
        said = live is not None and note.strip() == live.note
        return {"kind": Edition.Kind.UPDATE, "at": "", "note": "" if said else note}

    @property
    def sent_to(self) -> str:
        """Where the form goes, if not to the page's own address."""
        return ""

    @property
    def blocked(self) -> bool:
        """Whether errors stand in the way."""
        return any(finding.level == Level.ERROR for finding in self.findings)

    def public_text(self) -> Edition | None:
        """What the draft is compared with: what is live, else what is scheduled."""
        return self.shelf.live or self.shelf.armed

    def changes(self) -> list[wording.Change]:
        """What the draft says otherwise than that."""
        public = self.public_text()
        return wording.between(public.text, self.document) if public else []

    def placed_findings(self) -> list[tuple[Finding, str, str]]:
        """Each finding with the name of its part and the part's address on the issue's page."""
        page = reverse("admin:newsroom_issue_change", args=[self.issue.pk])
        names = {line.uid: line.name for line in outline.outline(self.document)}
        names |= {use.uid: _("Picture") for use in self.document.pictures()}
        return [
            (
                finding,
                names.get(finding.place, _("Title block")),
                f"{page}#part-{finding.place}",
            )
            for finding in self.findings
        ]

    def draft(self) -> Document | None:
        """The draft, where this is about it."""
        return self.document

    def heading(self) -> str:
        """What the page is about."""
        words = _("Correct “%s”") if self.shelf.has_been_live else _("Press “%s”")
        return words % self.issue

    def show(self, form: PressForm, sentences: list[str] | None = None) -> HttpResponse:
        """The page."""
        shelf = self.shelf
        context = {
            **admin.site.each_context(self.request),
            "title": self.heading(),
            "issue": self.issue,
            "opts": Issue._meta,
            "form": form,
            "state": presswords.state(shelf, self.draft()),
            "is_draft": self.draft() is not None,
            "findings": self.placed_findings(),
            "blocked": self.blocked,
            "changes": self.changes(),
            "public": self.public_text(),
            "sentences": sentences,
            "editions": shelf.editions,
            "names": shelf.names,
            "live": shelf.live,
            "armed": shelf.armed,
            "zone": self.zone,
            "now": self.now,
            "sent_to": self.sent_to,
        }
        return TemplateResponse(self.request, "desk/press/page.html", context)

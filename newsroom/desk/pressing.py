"""The press page: findings, when, what will happen, and the button."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from digest.document import Document
from digest.lib import dates
from digest.models import Edition
from newsroom import differences, folios, preflight, press
from newsroom.compose import compose
from newsroom.desk.pressforms import PressForm
from newsroom.holding import Expecting, changed_since, seen
from newsroom.models import Issue
from newsroom.preflight import Finding, Level
from newsroom.refusals import Refused


def press_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Look first, then press: the second step repeats what the first has said."""
    if not request.user.has_perm("digest.arm"):
        raise PermissionDenied
    issue = get_object_or_404(Issue.objects.select_related("series", "folio__series"), pk=pk)
    desk = Press(request, issue)
    return desk.answer()


class Press:
    """One request to the press page of one issue."""

    def __init__(self, request: HttpRequest, issue: Issue) -> None:
        self.request = request
        self.issue = issue
        self.zone = issue.series.zone
        self.now = dates.now()
        self.document: Document = compose(issue)
        self.findings: list[Finding] = preflight.run(
            self.document, series=issue.series, at=self.now
        )
        editions = Edition.objects.filter(folio=issue.folio) if issue.folio else None
        self.editions = list(editions.order_by("-revision")) if editions is not None else []
        self.live = editions.live(self.now).first() if editions is not None else None
        self.armed = editions.armed(self.now).first() if editions is not None else None
        self.has_been_live = editions is not None and editions.began(self.now).exists()

    def answer(self) -> HttpResponse:
        """Show, look or press."""
        if self.request.method != "POST":
            return self.show(self.form())
        form = self.form(data=self.request.POST)
        if not form.is_valid():
            # What the form lacks may be what has changed since it was shown.
            shown = Expecting.from_json(self.request.POST.get("expecting", ""))
            changed = changed_since(shown, seen(self.issue, at=self.now))
            return self.refused(changed) if changed else self.show(form)
        if self.request.POST.get("step") != "press":
            return self.show(form, sentences=self.what_will_happen(form))
        try:
            edition = press.arm(
                self.issue,
                by=self.request.user,
                expecting=form.expected(),
                place=form.place(),
                **form.asked(),
            )
        except Refused as refusal:
            return self.refused(refusal)
        messages.success(self.request, _done(edition, self.zone))
        return redirect("admin:newsroom_issue_change", self.issue.pk)

    def form(
        self, *, data: QueryDict | None = None, typed: Mapping[str, object] | None = None
    ) -> PressForm:
        """The form as things stand now, with what was posted or typed before."""
        return PressForm(
            data,
            zone=self.zone,
            has_been_live=self.has_been_live,
            findings=self.findings,
            initial={**self.proposed(), **(typed or {})},
        )

    def proposed(self) -> dict[str, object]:
        """What the form offers before anybody has typed."""
        if self.issue.folio:
            place = folios.place_of(self.issue.folio)
        else:
            volume, number = folios.propose_number(self.issue.series, self.now)
            slug = folios.propose_slug(self.issue.series, self.document.title)
            place = folios.Place(slug, volume, number)
        return {
            "expecting": seen(self.issue, at=self.now).to_json(),
            "slug": place.slug,
            "volume": place.volume,
            "number": place.number,
            "at": self.armed.live_from if self.armed else None,
            "expires_at": self.live.expires_at if self.live else None,
        }

    def refused(self, refusal: Refused) -> HttpResponse:
        """Say why, and offer the same again on top of how things are now."""
        messages.error(self.request, str(refusal))
        for difference in getattr(refusal, "differences", []):
            messages.warning(self.request, str(difference))
        again = Press(self.request, self.issue)
        typed: dict[str, object] = {
            name: value
            for name, value in self.request.POST.items()
            if name not in {"expecting", "csrfmiddlewaretoken", "step"}
        }
        if again.has_been_live and not self.request.POST.get("kind"):
            typed["kind"] = Edition.Kind.UPDATE
            messages.warning(
                self.request,
                _("The text before yours has gone out. You can publish yours now as an update."),
            )
            typed["at"] = ""
        return again.show(again.form(typed=typed))

    def what_will_happen(self, form: PressForm) -> list[str]:
        """In words: which text, in whose place, when on both clocks, where, until when."""
        asked = form.asked()
        revision = len(self.editions) + 1
        words = [
            _("Revision %(number)d goes live %(when)s.")
            % {"number": revision, "when": _when(asked["at"], self.zone)}
        ]
        if self.armed:
            words.append(
                _("Revision %(number)d, scheduled for %(when)s, is cancelled.")
                % {"number": self.armed.revision, "when": _clocks(self.armed.live_from, self.zone)}
            )
        if self.live:
            words.append(
                _("It replaces revision %d, which becomes an earlier version.") % self.live.revision
            )
        if asked["expires_at"]:
            words.append(_("It ends %s.") % _when(asked["expires_at"], self.zone))
        if place := form.place():
            words.append(_("Its address is /%s/%s/.") % (self.issue.series.slug, place.slug))
        if asked["note"]:
            words.append(_("Readers see the note: %s") % asked["note"])
        return words

    def changes(self) -> list[differences.Difference]:
        """What the draft has that the live text has not, by part."""
        if self.live is None:
            return []
        return differences.between(
            differences.outline(self.live.text), differences.outline(self.document)
        )

    def placed_findings(self) -> list[tuple[Finding, str, str]]:
        """Each finding with the name of its part and the part's address on the issue's page."""
        page = reverse("admin:newsroom_issue_change", args=[self.issue.pk])
        names = {line.uid: line.name for line in differences.outline(self.document)}
        names |= {use.uid: _("Picture") for use in self.document.pictures()}
        return [
            (
                finding,
                names.get(finding.place, _("Title block")),
                page if finding.place == self.document.uid else f"{page}#part-{finding.place}",
            )
            for finding in self.findings
        ]

    def show(self, form: PressForm, sentences: list[str] | None = None) -> HttpResponse:
        """The page."""
        blocked = any(finding.level == Level.ERROR for finding in self.findings)
        context = {
            **admin.site.each_context(self.request),
            "title": _("Correct “%s”") % self.issue
            if self.has_been_live
            else _("Press “%s”") % self.issue,
            "issue": self.issue,
            "opts": Issue._meta,
            "form": form,
            "findings": self.placed_findings(),
            "blocked": blocked,
            "unchanged": bool(self.live and self.live.fingerprint == self.document.fingerprint),
            "changes": self.changes(),
            "sentences": None if blocked else sentences,
            "editions": self.editions,
            "live": self.live,
            "armed": self.armed,
            "zone": self.zone,
            "now": self.now,
        }
        return TemplateResponse(self.request, "desk/press.html", context)


def _when(at: datetime | None, zone: str) -> str:
    return _("on %s") % _clocks(at, zone) if at else _("at once")


def _clocks(at: datetime, zone: str) -> str:
    """A moment on the clock of the series, and in UTC."""
    return _("%(there)s, that is %(utc)s") % {
        "there": dates.spoken(at, zone),
        "utc": dates.spoken(at, "UTC"),
    }


def _done(edition: Edition, zone: str) -> str:
    if edition.live_from > edition.pressed_at:
        return _("Revision %(number)d is scheduled for %(when)s.") % {
            "number": edition.revision,
            "when": _clocks(edition.live_from, zone),
        }
    return _("Revision %(number)d is live since %(when)s.") % {
        "number": edition.revision,
        "when": dates.spoken(edition.live_from, zone),
    }

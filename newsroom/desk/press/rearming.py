"""Publishing an Edition's text again, unchanged: another slot, or back to an older text.

The same page as for the draft: look first, then press.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from digest.models import Edition
from newsroom import press
from newsroom.desk.lib.moments import NoMoment, asked_moment
from newsroom.desk.lib.rights import issue_for
from newsroom.desk.press.forms import MomentForm
from newsroom.desk.press.page import Press
from newsroom.models import Issue
from newsroom.press.expecting import Expecting, changed_since, seen
from newsroom.refusals import Changed
from newsroom.text.preflight import Finding


def rearm(request: HttpRequest, pk: int, revision: int) -> HttpResponse:
    """/admin/newsroom/issue/<pk>/editions/<revision>/rearm/"""
    issue = issue_for(request, pk, "digest.arm", folio__isnull=False)
    edition = get_object_or_404(
        Edition.objects.select_related("folio__series"), folio=issue.folio, revision=revision
    )
    return Rearm(request, issue, edition).answer()


class Rearm(Press):
    """One request to publish the text of one Edition again."""

    of_draft = False

    def __init__(self, request: HttpRequest, issue: Issue, edition: Edition) -> None:
        self.edition = edition
        super().__init__(request, issue, edition.text)

    def anew(self) -> Rearm:
        return Rearm(self.request, self.issue, self.edition)

    def form(self, *, data: QueryDict | None = None, typed=None) -> MomentForm:
        return MomentForm(
            data,
            zone=self.zone,
            has_been_live=self.shelf.has_been_live,
            findings=self.findings,
            initial={**self.proposed(), **(typed or {})},
        )

    def proposed(self) -> dict[str, object]:
        """The slot to move, where the text is scheduled, with its words; its own end."""
        own = self.edition if self.edition == self.shelf.armed else None
        ends = self.edition.expires_at
        return {
            "expecting": seen(self.issue, at=self.now).to_json(),
            "at": self.wanted() or (own.live_from if own else None),
            "kind": own.kind if own else "",
            "note": own.note if own else "",
            "expires_at": ends if ends and ends > self.now else None,
        }

    def wanted(self) -> datetime | None:
        """The moment that the way here has named: that of a slot."""
        try:
            return asked_moment(self.request)
        except NoMoment:
            return None

    def changed(self, shown: Expecting) -> Changed | None:
        """What has changed since; the draft has no part in it."""
        now = seen(self.issue, at=self.now)
        return changed_since(
            shown, replace(now, fingerprint=shown.fingerprint, outline=shown.outline)
        )

    def arm(self, form: MomentForm) -> Edition:
        return press.rearm(
            self.edition, by=self.request.user, expecting=form.expected(), **form.asked()
        )

    def placed_findings(self) -> list[tuple[Finding, str, str]]:
        """What is found in a text of the past stands nowhere in the draft."""
        return [(finding, "", "") for finding in self.findings]

    def sentences(self, form: MomentForm) -> list[str]:
        unchanged = _("It has the text of revision %d, unchanged. The draft stays as it is.")
        return [*super().sentences(form), unchanged % self.edition.revision]

    def draft(self) -> None:
        return None

    def heading(self) -> str:
        return _("Publish the text of revision %(number)d again: “%(title)s”") % {
            "number": self.edition.revision,
            "title": self.edition.title,
        }

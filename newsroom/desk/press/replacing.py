"""Replacing what goes out: the draft takes the place of the armed text, at the same moment.

One press of a button on the issue's screen, which has shown what would change. Whatever
stands in the way, the armed text goes out as it was armed.
"""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digest.models import Edition
from newsroom import plan, press
from newsroom.desk.lib import states
from newsroom.desk.lib.rights import issue_for
from newsroom.desk.press.page import Press
from newsroom.models import Issue
from newsroom.press.expecting import Expecting, changed_since, seen
from newsroom.press.holding import put_back
from newsroom.refusals import NotReady, Refused
from newsroom.text.compose import compose
from newsroom.text.preflight import Level


@require_POST
def replace(request: HttpRequest, pk: int) -> HttpResponse:
    """/admin/newsroom/issue/<pk>/press/replace/"""
    issue = issue_for(request, pk, "digest.arm")
    return Replace(request, issue, compose(issue)).answer()


class Replace(Press):
    """One request to put the draft in the place of what is armed."""

    def anew(self) -> Replace:
        return Replace(self.request, self.issue, compose(self.issue))

    @property
    def sent_to(self) -> str:
        """From here on it is the press page's."""
        return reverse("admin:desk-press", args=[self.issue.pk])

    def answer(self) -> HttpResponse:
        """Replace, or say why not."""
        shown = Expecting.from_json(self.request.POST.get("expecting", ""))
        try:
            return self.pressed(self.replaced(shown))
        except NotReady as refusal:
            return self.stopped(refusal)
        except Refused as refusal:
            return self.refused(refusal)

    @transaction.atomic
    def replaced(self, shown: Expecting) -> Edition:
        """The draft, armed with the moment, the words and the end that the armed text has."""
        # Under the first of the press's locks, so that its end is not set meanwhile.
        Issue.objects.select_for_update(of=["self"]).get(pk=self.issue.pk)
        if refusal := put_back(self.issue, shown):
            raise refusal
        armed = plan.armed_of(self.issue)
        if armed is None:
            nothing = Refused(_("Nothing is armed, so there is nothing to replace."))
            raise changed_since(shown, seen(self.issue)) or nothing
        return press.arm(
            self.issue,
            by=self.request.user,
            expecting=shown,
            at=armed.live_from,
            kind=armed.kind,
            note=armed.note,
            expires_at=armed.expires_at,
        )

    def stopped(self, refusal: NotReady) -> HttpResponse:
        """Errors are mended on the screen; for warnings the press page asks the reason."""
        armed = self.shelf.armed
        errors = sum(finding.level == Level.ERROR for finding in refusal.findings)
        if armed is None or errors:
            messages.error(self.request, str(refusal))
            if armed:
                messages.warning(self.request, states.standing_in_the_way(errors, armed, self.now))
            return redirect("admin:newsroom_issue_change", self.issue.pk)
        messages.warning(self.request, states.goes_out_as_armed(armed, self.now))
        self.findings = self.found(armed.live_from)
        form = self.form(data=self.as_if_typed())
        form.is_valid()
        return self.not_ready(form, refusal)

    def as_if_typed(self) -> QueryDict:
        """What a browser would send of the form as it is proposed."""
        data = QueryDict(mutable=True)
        for field in self.form():
            value = field.value()
            if isinstance(value, datetime):
                value = f"{value:%Y-%m-%dT%H:%M}"
            data[field.name] = "" if value is None else str(value)
        return data

    def refused(self, refusal: Refused) -> HttpResponse:
        """The press page; it also says what goes out where something still does."""
        armed = plan.armed_of(self.issue)
        shown = Expecting.from_json(self.request.POST.get("expecting", ""))
        # By a clock that was put back nobody can say what goes out.
        if armed is not None and not put_back(self.issue, shown):
            messages.warning(self.request, states.goes_out_as_armed(armed, self.now))
        return super().refused(refusal)

"""Replacing what goes out: the draft takes the place of the armed text, at the same moment.

One press of a button on the issue's screen, which has shown what would change. Whatever
stands in the way, the armed text goes out as it was armed.
"""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digest.models import Edition
from newsroom import press
from newsroom.desk.lib import states
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.lib.rights import issue_for
from newsroom.desk.press.forms import MomentForm
from newsroom.desk.press.page import PressPage
from newsroom.desk.press.texts import draft_of
from newsroom.press.expecting import Expecting, changed_since
from newsroom.refusals import NotReady, Refused
from newsroom.text.preflight import Level


@require_POST
def replace(request: DeskRequest, pk: int) -> HttpResponse:
    """/admin/newsroom/issue/<pk>/press/replace/; refused, it goes on on the press page."""
    issue = issue_for(request, pk, "digest.arm")
    page = PressPage(request, issue, draft_of, reverse("admin:desk-press", args=[pk]))

    def act(shown: Expecting) -> HttpResponse:
        armed = page.stands.armed
        try:
            return page.pressed(_replaced(page, armed, shown))
        except NotReady as refusal:
            return _stopped(page, armed, refusal)
        except Refused as refusal:
            if armed is not None:
                messages.warning(request, states.goes_out_as_armed(armed, page.stands.at))
            return page.refused(refusal, shown)

    return page.under_lock(act)


def _replaced(page: PressPage, armed: Edition | None, shown: Expecting) -> Edition:
    """The draft, armed with the moment, the words and the end that the armed text has."""
    if armed is None:
        nothing = Refused(_("Nothing is armed, so there is nothing to replace."))
        raise changed_since(shown, page.text.expecting()) or nothing
    assert page.held is not None
    return press.arm(
        page.issue,
        by=page.request.user,
        expecting=shown,
        at=armed.live_from,
        kind=armed.kind,
        note=armed.note,
        expires_at=armed.expires_at,
        held=page.held,
    )


def _stopped(page: PressPage, armed: Edition | None, refusal: NotReady) -> HttpResponse:
    """Errors are mended on the screen; for warnings the press page asks the reason."""
    assert armed is not None
    errors = sum(finding.level == Level.ERROR for finding in refusal.findings)
    if errors:
        messages.error(page.request, str(refusal))
        words = states.standing_in_the_way(errors, armed, page.stands.at)
        messages.warning(page.request, words)
        return redirect("admin:newsroom_issue_change", page.issue.pk)
    messages.warning(page.request, states.goes_out_as_armed(armed, page.stands.at))
    page.findings = page.found(armed.live_from)
    form = page.form(data=_as_if_typed(page.form()))
    form.is_valid()
    return page.not_ready(form, refusal)


def _as_if_typed(form: MomentForm) -> QueryDict:
    """What a browser would send of the form as it is proposed."""
    data = QueryDict(mutable=True)
    for field in form:
        value = field.value()
        if isinstance(value, datetime):
            value = f"{value:%Y-%m-%dT%H:%M}"
        data[field.name] = "" if value is None else str(value)
    return data

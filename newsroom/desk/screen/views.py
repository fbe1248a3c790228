"""The small requests of an issue's screen, one part each.

They stand under the issue's address; whoever may change the issue may change its parts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digest.lib import dates
from newsroom.desk.lib.keys import number
from newsroom.desk.lib.requests import DeskRequest
from newsroom.desk.screen import answers, conflicts, page
from newsroom.desk.screen.kinds import KINDS, Kind, kind_of
from newsroom.models import Issue, LeadAnalysis, NewsBrief, PhotoUse, RelatedLink, Section
from newsroom.models.parts import Placed
from newsroom.refusals import Misfilled, Refused
from newsroom.writing import copying, saving, tray

View = Callable[..., HttpResponse]


def small(view: View) -> View:
    """A small request: answered with 401 where the person is signed out, or is another by now.

    A redirect to the log-in page would be followed, and the page put into the form. What is
    refused is said on the page.
    """

    @wraps(view)
    def guarded(request: DeskRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        shown_to = request.headers.get("Desk-As", str(request.user.pk))
        if not admin.site.has_permission(request) or shown_to != str(request.user.pk):
            return HttpResponse(status=401)
        if not request.user.has_perm("newsroom.change_issue"):
            raise PermissionDenied
        try:
            return view(request, *args, **kwargs)
        except Refused as refusal:
            return answers.said(str(refusal))

    return guarded


def _kind(name: str) -> Kind:
    if name not in KINDS:
        raise Http404
    return KINDS[name]


def part_of(pk: int, kind: str, part: int) -> Any:
    """The part of an issue that an address names."""
    return get_object_or_404(_kind(kind).rows(Issue(pk=pk)), pk=part)


def asked_for(request: DeskRequest, name: str, rows: QuerySet[Any]) -> Any:
    """The row that a small request names in a field, of those that it can be.

    Raises Refused: the page showed it, and somebody has taken it away since.
    """
    found = rows.filter(pk=number(request.POST.get(name))).first()
    if found is None:
        raise Refused(_("What you chose is not there any more. Load the page anew."))
    return found


@small
def part(request: DeskRequest, pk: int, kind: str, part: int) -> HttpResponse:
    """Open (GET) or save (POST) a part."""
    one = part_of(pk, kind, part)
    if request.method == "POST":
        return _save(request, one, KINDS[kind])
    return answers.opened(request, KINDS[kind].form(one), one.whole, fresh=True)


def _save(request: DeskRequest, one: Any, kind: Kind) -> HttpResponse:
    form = kind.form(one, request.POST, request.FILES)
    if not form.is_valid():
        return answers.refused(request, form, one.whole)
    merging = "merge" in request.POST
    if merging and request.POST.get("conflict-digest") != conflicts.digest_of(form):
        # Typed since the questions were asked: they are asked anew.
        return answers.conflict(request, form, one.whole)
    try:
        typed = conflicts.merged(form, request.POST.dict()) if merging else form.typed()
        form.save(typed, by=request.user, do=request.POST.get("do", ""))
    except saving.Stale as stale:
        form.part = get_object_or_404(kind.rows(one.whole), pk=stale.current.pk)
        return answers.conflict(request, form, one.whole)
    except ValidationError as refused:
        form.add_error(None, refused)
        return answers.refused(request, form, one.whole)
    except Misfilled as refusal:
        form.add_error(refusal.name, str(refusal))
        return answers.refused(request, form, one.whole)
    if "done" in request.POST and not form.has_loose_ends():
        return answers.told(answers.closed(request, form.part, one.whole))
    if merging or form.is_another_form():
        return answers.told(answers.opened(request, kind.form(form.part), one.whole))
    return answers.saved(request, form, one.whole)


@small
@require_POST
def add(request: DeskRequest, pk: int, kind: str) -> HttpResponse:
    """A new part, opened: after the sibling named in `after`, or first, or last."""
    issue = get_object_or_404(Issue.objects.select_related("series"), pk=pk)
    new = _new(request, issue, _kind(kind).name)
    try:
        saving.add_part(new, after=_sibling(new, request.POST.get("after", "")), by=request.user)
    except Refused:
        if isinstance(new, LeadAnalysis) and issue.analysis:
            return answers.added(request, issue.analysis, issue)
        raise
    form = None if getattr(new, "standing", None) else KINDS[kind].form(new)
    return answers.added(request, new, issue, form)


def _new(request: DeskRequest, issue: Issue, kind: str) -> Any:
    if kind == "brief":
        section = asked_for(request, "section", Section.objects.standing_in().filter(issue=issue))
        section.issue = issue
        return NewsBrief(section=section)
    if kind == "section":
        if not request.POST.get("standing"):
            return Section(issue=issue)
        wanted = number(request.POST["standing"])
        standing = issue.series.standing_sections.filter(pk=wanted).first()
        if standing is None:
            raise Refused(_("The series has no such section any more. Load the page anew."))
        return Section(
            issue=issue,
            standing=standing,
            heading=standing.heading,
            nothing_text=standing.proposed_sentence,
        )
    if kind == "link":
        return RelatedLink(issue=issue)
    if kind == "lead":
        return LeadAnalysis(issue=issue)
    raise Http404


@small
@require_POST
def move(request: DeskRequest, pk: int, kind: str, part: int) -> HttpResponse:
    """Place a part after the sibling named in `after`, or first; a brief also in `section`."""
    one = part_of(pk, kind, part)
    if not isinstance(one, Placed):
        raise Http404
    parent = getattr(one, one.parent_field)
    if kind == "brief" and "section" in request.POST:
        parent = asked_for(request, "section", Section.objects.standing_in().filter(issue=pk))
    placed: Any = type(one)
    rows = placed.objects.standing_in().filter(**{one.parent_field: parent})
    after = asked_for(request, "after", rows) if request.POST.get("after") else None
    saving.move_part(one, after=after, parent=parent, by=request.user)
    return HttpResponse(status=204, headers={"HX-Trigger": "desk:changed"})


@small
@require_POST
def remove(request: DeskRequest, pk: int, kind: str, part: int) -> HttpResponse:
    """Take a part out; what stands in its place offers to bring it back."""
    one = part_of(pk, kind, part)
    if isinstance(one, Issue):
        raise Http404
    saving.remove_part(one, by=request.user)
    return answers.removed(request, one, one.whole)


@small
@require_POST
def park(request: DeskRequest, pk: int, part: int) -> HttpResponse:
    """Put a brief into the tray; what stands in its place offers to bring it back."""
    brief = part_of(pk, "brief", part)
    tray.park(brief, by=request.user)
    return answers.removed(request, brief, brief.whole)


@small
@require_POST
def restore(request: DeskRequest, pk: int, kind: str, part: int) -> HttpResponse:
    """Bring a part back to its place."""
    one = part_of(pk, kind, part)
    if isinstance(one, Issue):
        raise Http404
    if getattr(one, "taken_into", None) and "as-well" not in request.POST:
        raise Refused(tray.gone(one))
    saving.restore_part(one, by=request.user)
    response = answers.added(request, one, one.whole)
    if request.headers.get("HX-Target") != f"part-{one.uid}":
        response["HX-Retarget"], response["HX-Reswap"] = _place_of(one)
    return response


def _place_of(part: Any) -> tuple[str, str]:
    """Where a part goes that comes back: after the one before it, else into its list."""
    if isinstance(part, LeadAnalysis):
        return "#slot-lead", "innerHTML"
    if isinstance(part, PhotoUse):
        return (f"#picture-of-{part.card_id}" if part.card_id else "#slot-picture"), "innerHTML"
    rows = (
        type(part)
        .objects.standing_in()
        .filter(**{part.parent_field: getattr(part, part.parent_field)}, position__lt=part.position)
    )
    if before := rows.order_by("position").last():
        return f"#part-{before.uid}", "afterend"
    lists = {"section": "#sections", "link": "#links"}
    kind = kind_of(part).name
    return lists.get(kind, f"#briefs-{getattr(part, 'section_id', 0)}"), "afterbegin"


@small
@require_POST
def duplicate(request: DeskRequest, pk: int, kind: str, part: int) -> HttpResponse:
    """The part once more, after itself."""
    one = part_of(pk, kind, part)
    if not isinstance(one, NewsBrief | Section | RelatedLink):
        raise Http404
    return answers.added(request, copying.duplicate(one, by=request.user), one.whole)


@small
@require_POST
def say(request: DeskRequest, pk: int, part: int) -> HttpResponse:
    """Say that a section has nothing this week, or that it has; nothing written is lost."""
    section = part_of(pk, "section", part)
    nothing = request.POST.get("state") == Section.State.NOTHING
    standing = section.standing
    sentence = section.nothing_text or (standing.proposed_sentence if standing else "")
    values = {
        "state": Section.State.NOTHING if nothing else Section.State.OPEN,
        "nothing_text": sentence or _("Nothing this week."),
    }
    seen = number(request.POST.get("version"))
    try:
        saving.save_part(section, seen=seen, values=values, by=request.user)
    except saving.Stale as stale:
        sentence = _("Somebody else has saved this section meanwhile. Load the page anew.")
        raise Refused(sentence) from stale
    return answers.told(answers.closed(request, section, section.issue))


@small
def copy(request: DeskRequest, pk: int, part: int) -> HttpResponse:
    """Ask for the section of another issue (GET), and put a copy of the brief there (POST)."""
    brief = part_of(pk, "brief", part)
    places = copying.places_for_copies(Issue.objects.exclude(pk=brief.whole.pk).values("pk"))
    if request.method == "POST":
        section = asked_for(request, "section", places)
        copying.copy_to(brief, section, by=request.user)
        context = {"section": section}
    else:
        context = {"places": places, "at": request.path}
    return render(request, "desk/screen/copy.html", context)


@small
@require_safe
def side(request: DeskRequest, pk: int) -> HttpResponse:
    """Outline, panel and findings, as they are by now."""
    issue = page.issue(pk)
    if issue is None:
        raise Http404
    context = {
        "screen": page.screen(issue, dates.now(), viewer=request.user),
        "site_title": admin.site.site_title,
    }
    return render(request, "desk/screen/side.html", context)


def _sibling(part: Any, wanted: str) -> Any:
    if not isinstance(part, Placed) or not wanted:
        return None
    rows = type(part)._default_manager.filter(
        **{part.parent_field: getattr(part, part.parent_field)}
    )
    return rows.filter(pk=number(wanted)).first()

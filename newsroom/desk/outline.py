"""What stands in an issue, as its page in the admin lists it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _

from newsroom import preflight
from newsroom.compose import compose
from newsroom.models import Issue, LeadAnalysis, NewsBrief, PhotoUse, RelatedLink, Section
from newsroom.models.parts import Part
from newsroom.preflight import Finding


@dataclass
class Row:
    """One part with its addresses, what preflight says of it, and the parts within it."""

    part: Part
    kind: str
    name: str
    edit: str
    remove: str
    findings: list[Finding] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    add: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Outline:
    """All parts of an issue, what can be added, what can be brought back."""

    rows: list[Row]
    add: list[tuple[str, str]]
    removed: list[tuple[Part, str]]
    findings: list[Finding]


def outline(issue: Issue, at: datetime, *, viewer: AbstractUser) -> Outline:
    """The issue's parts in the order readers get them, with what the viewer may do to them.

    A constant number of queries.
    """
    findings = preflight.run(compose(issue), series=issue.series, at=at)
    by_place: dict[str, list[Finding]] = {}
    for finding in findings:
        by_place.setdefault(finding.place, []).append(finding)
    rows: list[Row] = []
    add: list[tuple[str, str]] = []

    def row(part: Part, kind: str) -> Row:
        return Row(
            part,
            kind,
            str(part),
            _address(part, "change"),
            _address(part, "remove") if _may(viewer, "change", type(part)) else "",
            by_place.get(str(part.uid), []),
        )

    def offer(
        to: list[tuple[str, str]],
        label: str,
        model: type[Part],
        name: str,
        parent: models.Model,
        more: str = "",
    ) -> None:
        if _may(viewer, "add", model):
            to.append((label, _begin(model, name, parent) + more))

    lead = LeadAnalysis.objects.standing_in().filter(issue=issue).first()
    pictures = PhotoUse.objects.standing_in().select_related("photo")
    top = pictures.filter(issue=issue).first()
    for part, kind, model, label in [
        (top, _("Top picture"), PhotoUse, _("Add the top picture")),
        (lead, _("Lead"), LeadAnalysis, _("Add the lead analysis")),
    ]:
        if part:
            rows.append(row(part, kind))
        else:
            offer(add, label, model, "issue", issue)
    for section in _sections(issue):
        one = row(section, _("Section"))
        one.rows = [row(brief, _("Brief")) for brief in section.briefs.all()]
        offer(one.add, _("Add a brief"), NewsBrief, "section", section)
        if section.state == Section.State.NOTHING:
            one.name = f"{section.heading} {_('(nothing this week)')}"
        rows.append(one)
    for standing in issue.missing_standing():
        offer(add, _("Add “%s”") % standing, Section, "issue", issue, f"&standing={standing.pk}")
    offer(add, _("Add a section"), Section, "issue", issue)
    on_cards = {use.card_id: use for use in pictures.filter(card__issue=issue)}
    links = RelatedLink.objects.standing_in().filter(issue=issue)
    for link in links.select_related("folio__issue"):
        one = row(link, _("Related"))
        if link.pk in on_cards:
            one.rows = [row(on_cards[link.pk], _("Picture"))]
        elif not link.folio_id:
            offer(one.add, _("Add a picture"), PhotoUse, "card", link)
        rows.append(one)
    offer(add, _("Add a related link"), RelatedLink, "issue", issue)
    return Outline(rows, add, _removed(issue, at, viewer), findings)


def _sections(issue: Issue) -> models.QuerySet[Section]:
    briefs = models.Prefetch("briefs", NewsBrief.objects.standing_in())
    return Section.objects.standing_in().filter(issue=issue).prefetch_related(briefs)


def _removed(issue: Issue, at: datetime, viewer: AbstractUser) -> list[tuple[Part, str]]:
    """What was removed in the last 30 days, with the address that brings it back."""
    found: list[Part] = []
    for model, within, related in [
        (LeadAnalysis, models.Q(issue=issue), []),
        (Section, models.Q(issue=issue), []),
        (NewsBrief, models.Q(section__issue=issue), []),
        (RelatedLink, models.Q(issue=issue), ["folio__issue"]),
        (PhotoUse, models.Q(issue=issue) | models.Q(card__issue=issue), ["photo"]),
    ]:
        if _may(viewer, "change", model):
            found += model.objects.restorable(at).filter(within).select_related(*related)
    return [(part, _address(part, "restore")) for part in found]


def _may(viewer: AbstractUser, verb: str, model: type[Part]) -> bool:
    return viewer.has_perm(f"newsroom.{verb}_{model._meta.model_name}")


def _address(part: Part, verb: str) -> str:
    return reverse(f"admin:newsroom_{part._meta.model_name}_{verb}", args=[part.pk])


def _begin(model: type[Part], name: str, parent: models.Model) -> str:
    address = reverse(f"admin:newsroom_{model._meta.model_name}_add")
    return f"{address}?{name}={parent.pk}"

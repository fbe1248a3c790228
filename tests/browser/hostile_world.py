"""A site in which every text field of every model holds every hostile text that fits into it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import models

from digest.lib import dates, html, plaintext
from digest.models import (
    Notice,
    Outlet,
    OutletDomain,
    Person,
    Publication,
    Series,
    SocialAddress,
    Topic,
)
from digest.models.richtext import RichTextField
from newsroom import press
from newsroom.models import (
    Byline,
    Issue,
    IssueTopic,
    Label,
    LeadAnalysis,
    NewsBrief,
    Photo,
    PhotoCredit,
    PhotoUse,
    RelatedLink,
    Section,
    Source,
    StandingSection,
)
from newsroom.models.parts import GAP
from newsroom.press.expecting import seen
from newsroom.writing import tray
from newsroom.writing.starting import start_issue
from tests.digest.lib.harmless import HARMLESS
from tests.digest.lib.hostile import ADDRESSES, ROWS
from tests.factories import DAY, HOUR, account, corrected, pressed, publication, rules, small_photo

#: PostgreSQL stores no NUL, and no form lets one through. What runs leaves a mark.
TEXTS = list(
    dict.fromkeys(
        row.replace("\x00", "").replace("alert(1)", "alert(window.pwned=1)") for row in ROWS
    )
)
EVERYTHING = "\n".join(TEXTS)
HOSTILE_ADDRESSES = list(
    {plaintext.line(one): one for one in ADDRESSES if plaintext.line(one)}.values()
)
#: Beside what is cleaned away, something must be left to press.
WORDS = "<p>Words.</p>"

#: Text fields that nobody writes text into.
OTHER = {"zone", "language", "removed_by", "slug", "key"}


def text_fields(model: type[models.Model]) -> Iterator[models.Field[Any, Any]]:
    """The fields of a model that somebody writes text into."""
    for field in model._meta.fields:
        written = isinstance(field, models.CharField | models.TextField) and not field.choices
        if written and field.name not in OTHER:
            yield field


def is_address(field: models.Field[Any, Any]) -> bool:
    """Whether a field holds a web address, without which nothing can be pressed."""
    return field.name.endswith("address") and bool(field.max_length)


def packs(longest: int) -> list[str]:
    """All texts that fit, several in one where there is room."""
    found: list[str] = []
    # No two that are stored alike, and none of which nothing is stored.
    stored = {plaintext.line(text): text for text in TEXTS}
    for text in (text for line, text in stored.items() if line):
        if len(text) <= longest:
            if found and len(found[-1]) + 1 + len(text) <= longest:
                found[-1] += f" {text}"
            else:
                found.append(text)
    return found


class Hand:
    """Deals hostile texts out to fields, in turn, and knows what it has dealt."""

    def __init__(self) -> None:
        self._decks: dict[tuple[type[models.Model], str], list[str]] = {}
        self._dealt: dict[tuple[type[models.Model], str], int] = defaultdict(int)

    def deal(self, model: type[models.Model], **others: Any) -> dict[str, Any]:
        """A value for every text field of a row, and `others`."""
        return {**{f.name: self._next(model, f) for f in text_fields(model)}, **others}

    def rows(self, model: type[models.Model], **others: Any) -> Iterator[models.Model]:
        """As many rows as it takes to deal every text of every field."""
        longest = max(len(self._deck(model, f)) for f in text_fields(model))
        return (model(**self.deal(model, **others)) for _ in range(longest))

    def missing(self) -> list[str]:
        """Fields that were not dealt everything."""
        return [
            f"{model.__name__}.{name}: {self._dealt[model, name]} of {len(deck)}"
            for (model, name), deck in self._decks.items()
            if self._dealt[model, name] < len(deck) and model is not Publication
        ]

    def _deck(self, model: type[models.Model], field: Any) -> list[str]:
        key = model, field.name
        if key not in self._decks:
            self._decks[key] = list(self._texts(model, field))
        return self._decks[key]

    def _texts(self, model: type[models.Model], field: Any) -> list[str]:
        if isinstance(field, RichTextField):
            apart = [*TEXTS, *HARMLESS] if model is NewsBrief else []
            at_once = "".join(html.clean(text) for text in TEXTS)
            return [WORDS + text for text in [at_once, "".join(TEXTS), *apart]]
        if is_address(field):
            return []
        return packs(field.max_length) if field.max_length else [EVERYTHING]

    def _next(self, model: type[models.Model], field: Any) -> str:
        deck = self._deck(model, field)
        number = self._dealt[model, field.name]
        self._dealt[model, field.name] += 1
        if not deck:
            return f"https://ledger.example/{number}"
        # All are dealt: any will do, but no two alike.
        return deck[number] if number < len(deck) else f"{number} {TEXTS[number % len(TEXTS)][:50]}"


class World:
    """Everything written and pressed; the first of `issues` has three revisions."""

    #: So many issues share the parts, and so many the people and topics. Each further title has
    #: a small issue of its own.
    LARGE = 4
    SIGNED = 12

    def __init__(self) -> None:
        self.hand = hand = Hand()
        self.now = dates.now()
        site = publication(**hand.deal(Publication))
        SocialAddress.objects.bulk_create(hand.rows(SocialAddress, publication=site))
        self._write_frame()
        self._write_issues()
        self._press()

    def _write_frame(self) -> None:
        all_series = self._numbered(Series, zone="UTC")
        self.series = all_series[0]
        rules(self.series, dek_required=False, byline_required=False, sources_required=False)
        self.people = self._numbered(Person)
        self.topics = self._numbered(Topic)
        self.outlets = Outlet.objects.bulk_create(self.hand.rows(Outlet))
        OutletDomain.objects.bulk_create(self.hand.rows(OutletDomain, outlet=self.outlets[0]))
        self.labels = Label.objects.bulk_create(self.hand.rows(Label, kind="genre"))
        StandingSection.objects.bulk_create(
            placed(self.hand.rows(StandingSection, series=all_series[1]))
        )
        times = {"starts_at": self.now - HOUR, "ends_at": self.now + DAY}
        Notice.objects.bulk_create(self.hand.rows(Notice, kind="appeal", **times))
        Group.objects.bulk_create(self.hand.rows(Group))
        people = list(self.hand.rows(User))
        for number, user in enumerate(people):
            user.username = f"user-{number}"  # type: ignore[attr-defined]
        User.objects.bulk_create(people)

    def _numbered(self, model: type[models.Model], **others: Any) -> list[Any]:
        # Some names are used once whatever their capitals.
        rows = list({str(row).lower(): row for row in self.hand.rows(model, **others)}.values())
        for number, row in enumerate(rows):
            row.slug = f"{model._meta.model_name}-{number}"  # type: ignore[attr-defined]
        return model._default_manager.bulk_create(rows)

    def _write_issues(self) -> None:
        self.issues: list[Any] = list(self.hand.rows(Issue, series=self.series))
        for one in self.issues:
            start_issue(one, now=self.now)
        LeadAnalysis.objects.bulk_create(
            LeadAnalysis(**self.hand.deal(LeadAnalysis), issue=one) for one in self.issues
        )
        large = self.issues[: self.LARGE]
        for number, label in enumerate(self.labels[: len(self.issues)]):
            Issue.objects.filter(pk=self.issues[number].pk).update(genre_label=label)
        Byline.objects.bulk_create(placed(shared(large, Byline, "issue", "person", self.people)))
        IssueTopic.objects.bulk_create(
            shared(large, IssueTopic, "content_object", "tag", self.topics)
        )
        sections = self._share(Section, "issue", large)
        Section.objects.filter(pk__in=[one.pk for one in sections[len(large) :: 2]]).update(
            state="nothing"
        )
        briefs = self._share(NewsBrief, "section", sections[: len(large)])
        sources = list(self.hand.rows(Source))
        for number, one in enumerate(sources):
            one.brief = briefs[number % len(briefs)]  # type: ignore[attr-defined]
            one.outlet = self.outlets[number % len(self.outlets)]  # type: ignore[attr-defined]
        Source.objects.bulk_create(placed(sources))
        self._show(self._share(RelatedLink, "issue", large))

    def _share(self, model: type[models.Model], parent: str, parents: list[Any]) -> list[Any]:
        """The rows of a model, shared out among their parents."""
        rows = list(self.hand.rows(model))
        for number, row in enumerate(rows):
            setattr(row, parent, parents[number % len(parents)])
        return model._default_manager.bulk_create(placed(rows))

    def _show(self, cards: list[RelatedLink]) -> None:
        """Pictures on cards, each with a credit of its own."""
        credit_rows = list(self.hand.rows(PhotoCredit))
        for card, given in zip(cards, credit_rows, strict=False):
            photo = small_photo(credit="")
            given.photo = photo  # type: ignore[attr-defined]
            Photo.objects.filter(pk=photo.pk).update(**self.hand.deal(Photo))
            PhotoUse.objects.create(**self.hand.deal(PhotoUse), card=card, photo=photo)
        PhotoCredit.objects.bulk_create(credit_rows[: len(cards)])

    def _press(self) -> None:
        by = account("presser", is_superuser=True, first_name=TEXTS[0][:150])
        for issue in self.issues:
            pressed(issue, now=self.now - 3 * HOUR, by=by, override="A hostile text.")
        first, *_, last = self.issues
        corrected(first, now=self.now - HOUR, by=by, note=EVERYTHING, override=EVERYTHING)
        corrected(first, self.now + HOUR, now=self.now, by=by, note="Soon.", override=EVERYTHING)
        last.refresh_from_db()
        press.withdraw(last.folio, by=by, expecting=seen(last), reason=EVERYTHING)
        for brief in NewsBrief.objects.filter(section__issue=self.issues[self.LARGE - 1]):
            tray.park(brief, by=by)


def placed(rows: Iterable[Any]) -> list[Any]:
    """Rows with places that no sibling has."""
    found = list(rows)
    for number, row in enumerate(found, start=1):
        row.position = number * GAP
    return found


def shared(parents: list[Any], model: Any, parent: str, child: str, rows: list[Any]) -> list[Any]:
    """Rows of a model between two others, the parents taking turns."""
    pairs = zip(itertools.cycle(parents), rows, strict=False)
    return [model(**{parent: one, child: other}) for one, other in pairs]


def bypass() -> None:
    """Put hostile addresses past every check of an address."""
    for model in (SocialAddress, Source, RelatedLink, PhotoCredit):
        names = [f.name for f in text_fields(model) if is_address(f)]
        keys = model._default_manager.values_list("pk", flat=True)
        for pk, address in zip(keys, HOSTILE_ADDRESSES, strict=False):
            model._default_manager.filter(pk=pk).update(**dict.fromkeys(names, address))
    Publication.objects.update(
        sign_up_address="javascript:alert(1)", preferred_source_address="data:text/html,<script>"
    )

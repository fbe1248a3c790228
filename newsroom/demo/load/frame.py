"""Loads the frame: publication, staff, outlets, topics, labels, series, notices."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any, TypeVar

from django.contrib.auth.models import User
from django.db import models, transaction

from digest.lib import dates, slugs
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
from newsroom import journal
from newsroom.demo import accounts, story
from newsroom.demo.load.loaded import Loaded
from newsroom.demo.story import shape
from newsroom.models import Cadence, Label, SeriesRules, Staff, StandingSection

Row = TypeVar("Row", bound=models.Model)

#: The rhythm is older than the oldest issue.
_OLD = timedelta(weeks=12)


@transaction.atomic
def begin(loaded: Loaded, *, verb: str) -> tuple[Publication, User]:
    """Make the publication and its staff, and journal `verb`: all of it or nothing.

    Returns the publication and the account of the first of the staff.
    """
    told = story.PUBLICATION
    site = _row(
        Publication,
        pk=1,
        name=told.name,
        tagline=told.tagline,
        language=told.language,
        zone=told.zone,
        postal_address=told.postal_address,
        sign_up_address=told.sign_up_url,
        preferred_source_address=told.preferred_source_url,
    )
    for link in told.follow:
        _row(SocialAddress, publication=site, label=link.label, address=link.url)
    for person in story.PEOPLE:
        _staff(loaded, person)
    keeper = next(iter(loaded.accounts.values()))
    journal.record(verb, site, by=keeper, at=loaded.now)
    return site, keeper


@transaction.atomic
def fill(loaded: Loaded) -> None:
    """Make everything else of the frame."""
    for outlet in story.OUTLETS:
        row = _row(Outlet, name=outlet.name, aliases="\n".join(outlet.aliases))
        loaded.outlets[outlet.key] = row
        for domain in outlet.domains:
            _row(OutletDomain, outlet=row, domain=domain)
    for topic in story.TOPICS:
        slug = slugs.base(topic.name, otherwise="topic")
        loaded.topics[topic.key] = _row(Topic, name=topic.name, slug=slug)
    for label in story.LABELS:
        loaded.labels[label.key] = _row(Label, name=label.name, kind=label.kind)
    for series in story.SERIES:
        _series(loaded, series)
    for notice in story.NOTICES:
        _row(
            Notice,
            kind=notice.kind,
            series=loaded.series[notice.series] if notice.series else None,
            text=notice.body,
            starts_at=loaded.now + notice.starts,
            ends_at=loaded.now + notice.ends,
        )


def _staff(loaded: Loaded, told: shape.Person) -> None:
    slug = slugs.base(told.name, otherwise="person")
    person = _row(Person, name=told.name, slug=slug, description=told.description)
    account = accounts.of_staff(slug, told.name)
    _row(Staff, person=person, account=account)
    loaded.people[told.key] = person
    loaded.accounts[told.key] = account


def _series(loaded: Loaded, told: shape.Series) -> None:
    series = _row(
        Series,
        name=told.name,
        slug=told.slug,
        title_prefix=told.title_prefix,
        description=told.description,
        zone=told.zone,
        rhythm=told.rhythm,
    )
    loaded.series[told.key] = series
    _row(
        SeriesRules,
        series=series,
        dek_required=told.dek_required,
        byline_required=told.byline_required,
        sources_required=told.sources_required,
        numbering=told.numbering,
    )
    began = dates.local(loaded.now, told.zone).date() - _OLD
    _row(
        Cadence,
        series=series,
        valid_from=began,
        weekdays=told.weekday,
        time=time.fromisoformat(told.local),
        zone=told.zone,
    )
    for position, section in enumerate(told.standing):
        loaded.standing[told.key, section.key] = _row(
            StandingSection,
            series=series,
            heading=section.heading,
            position=position,
            required=section.required,
            nothing_sentences="\n".join(section.nothing),
        )


def _row(model: type[Row], **values: Any) -> Row:
    """Insert a row that the admin would accept as well."""
    row = model(**values)
    row.full_clean()
    row.save(force_insert=True)
    return row

"""The rows made so far, found by their keys in the story."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.auth.models import User

from digest.models import Outlet, Person, Series, Topic
from newsroom.models import Issue, Label, NewsBrief, Photo, StandingSection


@dataclass
class Loaded:
    """What later steps refer to; `now` is the moment of loading, aware UTC."""

    now: datetime
    people: dict[str, Person] = field(default_factory=dict)
    accounts: dict[str, User] = field(default_factory=dict)  # by the person's key
    outlets: dict[str, Outlet] = field(default_factory=dict)
    topics: dict[str, Topic] = field(default_factory=dict)
    labels: dict[str, Label] = field(default_factory=dict)
    series: dict[str, Series] = field(default_factory=dict)
    standing: dict[tuple[str, str], StandingSection] = field(default_factory=dict)
    photos: dict[str, Photo] = field(default_factory=dict)
    issues: dict[str, Issue] = field(default_factory=dict)
    briefs: dict[tuple[str, str], NewsBrief] = field(default_factory=dict)  # issue, brief

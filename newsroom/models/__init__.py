"""Drafts, one concept a file."""

from newsroom.models.analysis import LeadAnalysis
from newsroom.models.briefs import NewsBrief, Source
from newsroom.models.byline import Byline, Staff
from newsroom.models.issues import Issue, IssueTopic
from newsroom.models.journal import JournalEntry
from newsroom.models.labels import Label
from newsroom.models.links import RelatedLink
from newsroom.models.photos import Photo, PhotoCredit, PhotoUse
from newsroom.models.rules import SeriesRules, StandingSection
from newsroom.models.sections import Section
from newsroom.models.slots import Cadence, TakenSlot

__all__ = [
    "Byline",
    "Cadence",
    "Issue",
    "IssueTopic",
    "JournalEntry",
    "Label",
    "LeadAnalysis",
    "NewsBrief",
    "Photo",
    "PhotoCredit",
    "PhotoUse",
    "RelatedLink",
    "Section",
    "SeriesRules",
    "Source",
    "Staff",
    "StandingSection",
    "TakenSlot",
]

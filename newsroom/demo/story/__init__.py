"""The demo's story, ready for the loader: tuples of plain data, in the order of creation.

Frame first (publication, people, outlets, topics, labels, photos, series, notices), then the
issues, oldest series first; a card that points at an own issue points at an earlier one.
"""

from newsroom.demo.story import (
    armed_lamp,
    draft_auction,
    port_calls,
    w1_shore_power,
    w2_ice_edge,
    w3_certificates,
    w4_cable,
    w5_herring,
    w6_pilots,
)
from newsroom.demo.story.frame import LABELS, OUTLETS, PEOPLE, PUBLICATION, TOPICS
from newsroom.demo.story.notices import NOTICES
from newsroom.demo.story.photos import PHOTOS
from newsroom.demo.story.series import SERIES, SKIPS
from newsroom.demo.story.shape import Issue, Series, Skip

ISSUES: tuple[Issue, ...] = (
    w6_pilots.ISSUE,
    w5_herring.ISSUE,
    w4_cable.ISSUE,
    w3_certificates.ISSUE,
    w2_ice_edge.ISSUE,
    w1_shore_power.ISSUE,
    *port_calls.ISSUES,
    armed_lamp.ISSUE,
    draft_auction.ISSUE,
)


def series_of(told: Issue | Skip) -> Series:
    """The series of an issue, or of a week that is left out."""
    return next(one for one in SERIES if one.key == told.series)


__all__ = [
    "ISSUES",
    "LABELS",
    "NOTICES",
    "OUTLETS",
    "PEOPLE",
    "PHOTOS",
    "PUBLICATION",
    "SERIES",
    "SKIPS",
    "TOPICS",
    "series_of",
]

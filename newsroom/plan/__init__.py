"""The weeks ahead: issues take slots, move and leave them. Its verbs, as called."""

from newsroom.plan.moving import (
    arm_for_slot,
    armed_of,
    hand,
    holder_of,
    move,
    shown,
    skip,
    slot_of,
    take,
    tell,
    unskip,
)

__all__ = [
    "arm_for_slot",
    "armed_of",
    "hand",
    "holder_of",
    "move",
    "shown",
    "skip",
    "slot_of",
    "take",
    "tell",
    "unskip",
]

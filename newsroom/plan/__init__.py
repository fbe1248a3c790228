"""The weeks ahead: issues take slots, move and leave them. Its verbs, as called."""

from newsroom.plan.handing import hand
from newsroom.plan.moving import arm_for_slot, armed_of, move, shown, take
from newsroom.plan.starting import start_in_slot
from newsroom.plan.weeks import skip, tell, unskip

__all__ = [
    "arm_for_slot",
    "armed_of",
    "hand",
    "move",
    "shown",
    "skip",
    "start_in_slot",
    "take",
    "tell",
    "unskip",
]

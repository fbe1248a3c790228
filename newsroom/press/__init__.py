"""The press: the only code that writes Editions and moves their ranges. Its verbs, as called."""

from newsroom.press.door import Planned, arm, disarm, expire, rearm, suppress, withdraw

__all__ = ["Planned", "arm", "disarm", "expire", "rearm", "suppress", "withdraw"]

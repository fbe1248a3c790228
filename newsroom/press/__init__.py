"""The press: the only code that writes Editions and moves their ranges. Its verbs, as called."""

from newsroom.press.door import arm, disarm, expire, rearm, suppress, withdraw

__all__ = ["arm", "disarm", "expire", "rearm", "suppress", "withdraw"]

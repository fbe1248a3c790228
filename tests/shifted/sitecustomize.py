"""Sleeping under libfaketime, which refuses Python's own way to sleep by the real clock.

Python reads this module by itself where its folder is in PYTHONPATH (tests/anyday.py).
"""

import select
import time


def _sleep(seconds: float) -> None:
    select.select([], [], [], seconds)


time.sleep = _sleep

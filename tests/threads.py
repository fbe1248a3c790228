"""Several people at the same moment, each on a connection of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection

from newsroom.refusals import Refused


def at_once(
    acts: Sequence[Callable[[], Any]], expected: tuple[type[Exception], ...] = (Refused,)
) -> list[Any]:
    """What each act returned, or was refused with; whatever else was raised fails the test."""
    outcomes: list[Any] = [threading.BrokenBarrierError("never finished")] * len(acts)
    start = threading.Barrier(len(acts))

    def run(number: int) -> None:
        try:
            connection.ensure_connection()
            start.wait(10)
            outcomes[number] = acts[number]()
        except BaseException as error:
            outcomes[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[number]) for number in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    for one in outcomes:
        if isinstance(one, BaseException) and not isinstance(one, expected):
            raise one
    return outcomes

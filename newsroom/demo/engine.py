"""The demo's web server, a process of its own: granian, until its standard input ends.

A Ctrl-C in a terminal reaches every process of a group, and a worker of granian that gets two
signals hangs. So this runs in a group of its own and is told to stop by the end of its input,
which also comes when the process that started it is killed.
"""

from __future__ import annotations

import os
import signal
import sys
from threading import Thread

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from newsroom.demo.ports import HOST


def serve(port: int) -> None:
    """Serve the site on the port of 127.0.0.1 until standard input ends."""
    server = Granian(
        "newsroom.wsgi:application",
        address=HOST,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=4,
        websockets=False,
        log_level=LogLevels.error,
        workers_kill_timeout=3,
    )
    Thread(target=_stop_at_end_of_input, daemon=True).start()
    server.serve()


def _stop_at_end_of_input() -> None:
    # Not sys.stdin: its lock would be held in the workers, which are forked.
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    serve(int(sys.argv[1]))

"""Runs the web server until somebody stops it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from types import FrameType

from newsroom.demo import ports
from newsroom.demo.folder import PROJECT, Stopped

#: Seconds that a busy machine may take to start the server.
_PATIENCE = 60


class _Asked(Exception):
    """Somebody asked us to stop."""


def serve(port: int, ready: str) -> None:
    """Serve on the port; print `ready` once the site answers; return when asked to stop.

    Raises Stopped where the server ends by itself.
    """
    own = {name: value for name, value in os.environ.items() if not name.startswith("GRANIAN_")}
    engine: subprocess.Popen[bytes] | None = None
    ended: int | None = None
    try:
        for number in _heard():
            signal.signal(number, _ask)
        engine = subprocess.Popen(
            [sys.executable, "-m", "newsroom.demo.engine", str(port)],
            cwd=PROJECT,
            env=own,
            stdin=subprocess.PIPE,
            start_new_session=True,
        )
        _wait_for(engine, port)
        print(ready, flush=True)
        engine.wait()
    except _Asked:
        print("\nStopping ...", flush=True)
    finally:
        for number in _heard():
            signal.signal(number, signal.SIG_IGN)
        if engine is not None:
            ended = engine.poll()
            engine.communicate()
    if ended is not None:
        raise Stopped(f"the web server ended by itself (exit code {ended}; its words are above).")


def _heard() -> list[signal.Signals]:
    """Ctrl-C, kill, and the end of the terminal, unless we were told to outlive that (nohup)."""
    outlives = signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    return [signal.SIGINT, signal.SIGTERM, *([] if outlives else [signal.SIGHUP])]


def _ask(number: int, frame: FrameType | None) -> None:
    raise _Asked


def _wait_for(engine: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while engine.poll() is None and not ports.answers(port):
        if time.monotonic() > until:
            raise Stopped(f"the site does not answer on port {port} after {_PATIENCE} s.")
        time.sleep(0.1)

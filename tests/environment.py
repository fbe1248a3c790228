"""The environment that the project's settings read, for tests and benchmarks.

Nothing of the caller's own settings gets through, except DATABASE_URL: without it the database is
a file (in memory SQLite would prove nothing about its journal or about races).
"""

from __future__ import annotations

import atexit
import os
import secrets
import shutil
import tempfile
from pathlib import Path


def prepare() -> None:
    """Set the environment: production's settings, on loopback. Call it before Django loads.

    Files go to a temporary folder of this process, removed when it ends.
    """
    folder = Path(tempfile.mkdtemp(prefix="pressday-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for name in ("media", "static"):
        (folder / name).mkdir()
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder / 'pressday.sqlite3'}")
    os.environ.update(
        DJANGO_SETTINGS_MODULE="newsroom.settings",
        DEBUG="0",
        LOCAL="1",
        SECRET_KEY=secrets.token_urlsafe(50),
        ALLOWED_HOSTS="127.0.0.1,localhost",
        SITE_URL="http://localhost",
        MEDIA_ROOT=str(folder / "media"),
        STATIC_ROOT=str(folder / "static"),
        BEHIND_PROXY="0",
    )

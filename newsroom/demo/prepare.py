"""Everything between an empty folder and a site that can be served; harmless when repeated."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from newsroom.demo.folder import PROJECT, Folder, Stopped
from newsroom.demo.ports import HOST

Say = Callable[[str], None]


def environment(folder: Folder, port: int) -> dict[str, str]:
    """What newsroom/settings.py reads: plain http on this machine, DEBUG off."""
    return {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "LOCAL": "1",
        "DEBUG": "0",
        "BEHIND_PROXY": "0",
        "ALLOWED_HOSTS": f"{HOST},localhost",
        "SITE_URL": f"http://{HOST}:{port}",
        "DATABASE_URL": folder.database_url,
        "MEDIA_ROOT": str(folder.media),
        "STATIC_ROOT": str(folder.static),
        "SECRET_KEY": folder.secret_key(),
    }


def prepare(folder: Folder, port: int, say: Say) -> str:
    """Set the environment, start Django, bring database, files and accounts up to date.

    Returns the password of the visitors' accounts. Raises Stopped with a sentence.
    """
    os.environ.update(environment(folder, port))

    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError

    try:
        django.setup()
        return _bring_up_to_date(folder, say)
    except ImproperlyConfigured as error:
        raise Stopped(str(error)) from error
    except (OperationalError, OSError) as error:
        # A full disk, files of another user: the system's own words say which.
        raise Stopped(f"{folder.path} could not be written: {error}.") from error


def _bring_up_to_date(folder: Folder, say: Say) -> str:
    from django.core.management import call_command

    from newsroom.demo import accounts

    say("Bringing the database up to date ...")
    call_command("migrate", interactive=False, verbosity=0)
    _clear_half_a_story(folder, say)
    # Side by side: each takes about ten seconds of one core.
    with _static_files(folder, say):
        _load(say)
    password = folder.password(" ".join(accounts.VISITORS))
    accounts.visitors(password)
    return password


@contextmanager
def _static_files(folder: Folder, say: Say) -> Iterator[None]:
    """Collect the static files meanwhile, unless those collected are of the same sources."""
    stamp, wanted = folder.static_stamp, _sources()
    if folder.static.is_dir() and stamp.exists() and stamp.read_text() == wanted:
        yield
        return
    say("Collecting and compressing the static files (goes on beside what follows) ...")
    stamp.unlink(missing_ok=True)
    command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    # It holds the folder as well: two of them would take each other's files away.
    collecting = subprocess.Popen(
        command, cwd=PROJECT, start_new_session=True, pass_fds=folder.hold
    )
    try:
        yield
        if collecting.poll() is None:
            say("Waiting for the static files ...")
        if collecting.wait():
            raise Stopped("the static files could not be collected (the reason is above).")
    finally:
        collecting.terminate()
        collecting.wait()
    stamp.write_text(wanted)


def _sources() -> str:
    """A hash of all static files as they are before they are collected."""
    from django.contrib.staticfiles.finders import get_finders

    sources = hashlib.sha256()
    for finder in get_finders():
        for path, storage in sorted(finder.list([]), key=lambda found: found[0]):
            with storage.open(path) as file:
                sources.update(f"{path}\0{hashlib.sha256(file.read()).hexdigest()}\n".encode())
    return sources.hexdigest()


def _clear_half_a_story(folder: Folder, say: Say) -> None:
    """Begin with a new database and no media where a start was interrupted while it loaded."""
    from django.core.management import call_command
    from django.db import connections

    from newsroom.demo.load import State, state

    found = state()
    if found is State.INTERRUPTED:
        say("The last start was interrupted while loading; clearing what it had loaded ...")
        connections.close_all()
        folder.drop_database()
        call_command("migrate", interactive=False, verbosity=0)
    if found in {State.INTERRUPTED, State.EMPTY}:
        shutil.rmtree(folder.media, ignore_errors=True)


def _load(say: Say) -> None:
    """Load the story unless it is loaded."""
    from digest.lib import dates
    from newsroom.demo.load import State, Unfit, load, state

    if state() is State.LOADED:
        return
    say("Loading an invented publication, with pictures drawn for it ...")
    try:
        load(now=dates.now(), say=lambda line: say(f"  {line}"))
    except Unfit as unfit:
        raise Stopped(str(unfit)) from unfit

"""Makes rows of the story: the frame, the pictures, then the weeks in the order they happened.

What is done is kept in the journal ("demo.begun", "demo.loaded"), so that the database itself
says whether it holds the demo, half of it, nothing, or something else.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum

from digest.models import Outlet, Person, Publication, Series, Topic
from newsroom import journal
from newsroom.demo import drawings
from newsroom.demo.load import frame, history, photos
from newsroom.demo.load.loaded import Loaded
from newsroom.models import Issue, JournalEntry, Photo

BEGUN = "demo.begun"
LOADED = "demo.loaded"


class State(Enum):
    """What a database holds."""

    EMPTY = "nothing"
    INTERRUPTED = "a demo whose loading was interrupted"
    LOADED = "the demo"
    OTHER = "something else"


class Unfit(Exception):
    """The demo cannot be loaded here; str() says why and what to do."""


def state() -> State:
    """What the configured database holds."""
    done = set(JournalEntry.objects.filter(verb__in=[BEGUN, LOADED]).values_list("verb", flat=True))
    if LOADED in done:
        return State.LOADED
    if BEGUN in done:
        return State.INTERRUPTED
    kept = (Publication, Series, Person, Outlet, Topic, Issue, Photo)
    return State.OTHER if any(model.objects.exists() for model in kept) else State.EMPTY


def load(
    *,
    now: datetime,
    say: Callable[[str], None],
    draw: Callable[[str], bytes] = drawings.jpeg,
) -> bool:
    """Load the story into the configured database, its weeks counted back from `now` (UTC).

    False where it is loaded already; then nothing is touched. `say` gets a line whenever
    something is done; `draw` makes the JPEG of a drawing. Raises Unfit unless the database is
    empty but for accounts. Not to be called inside a transaction: it draws pictures.
    """
    found = state()
    if found is State.LOADED:
        return False
    if found is State.INTERRUPTED:
        raise Unfit(
            "Loading the demo was interrupted here. Empty the database "
            "(manage.py flush), then load it again."
        )
    if found is State.OTHER:
        raise Unfit(
            "This database holds issues or other content that is not the demo's. The demo goes "
            "into an empty database: name one in DATABASE_URL."
        )
    loaded = Loaded(now)
    site, keeper = frame.begin(loaded, verb=BEGUN)
    frame.fill(loaded)
    photos.make(loaded, say, draw)
    history.happen(loaded, say)
    journal.record(LOADED, site, by=keeper, at=now)
    return True

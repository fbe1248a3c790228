"""Everything a reader can come to, with something on every page."""

from __future__ import annotations

from datetime import timedelta

from digest.lib import dates
from newsroom import press
from newsroom.models import Byline, PhotoUse
from newsroom.press.expecting import seen
from newsroom.writing.saving import save_part
from tests.factories import (
    HOUR,
    account,
    brief,
    corrected,
    foreign_card,
    issue,
    notice,
    own_card,
    part,
    person,
    photo,
    pressed,
    publication,
    section,
    series,
    small_photo,
    standing,
    top_picture,
)

#: Kind of page -> its address.
Pages = dict[str, str]

LEAD = (
    '<p>The pilots <a href="https://ledger.example/pilots">told the Ledger</a> that nobody had '
    "asked them.</p><blockquote><p>“We were on the water when the vote was taken.”</p></blockquote>"
    "<h3>Who was asked</h3><ul><li><p>The owners</p></li><li><p>The insurers</p></li></ul>"
)


def publish() -> Pages:
    """Press a site full of issues, and say where everything stands."""
    at = dates.now()
    publication(tagline="The week at sea")
    weekly = series(name="Harbour Watch", slug="harbour-watch", description="<p>From the pier.</p>")
    standing(weekly)
    others = [_ready(issue(weekly, title=f"Low water, week {n}")) for n in range(3)]
    for n, other in enumerate(others):
        pressed(other, now=at - (20 - n) * timedelta(days=1))
    gone = _ready(issue(weekly, title="Nobody reads this"))
    pressed(gone, now=at - 9 * HOUR)
    full = _ready(issue(weekly, title="The pilots go home"))
    save_part(full.analysis, seen=1, values={"body": LEAD})
    Byline.objects.create(issue=full, person=person("Rui Barros"), role="editor", position=4096)
    top_picture(full, photo())
    card = foreign_card(full)
    part(PhotoUse(card=card, photo=small_photo(), alt="A tide gauge", caption="Built in 1911."))
    own_card(full, others[0])
    place = section(full, "Along the coast", intro="<p>Three ports were closed.</p>")
    brief(place, "<p>A dredger sank off the pier and nobody was hurt.</p>", title="Dredger")
    notice(starts_at=at - HOUR, ends_at=at + timedelta(days=1))
    pressed(full, now=at - 3 * HOUR)
    corrected(full, now=at - HOUR)
    press.withdraw(
        gone.folio,
        by=account("editor", is_superuser=True),
        expecting=seen(gone),
        reason="It was never said.",
    )
    address = full.folio.get_absolute_url()
    return {
        "home": "/",
        "series": "/harbour-watch/",
        "issue": address,
        "version": f"{address}versions/1/",
        "archive": "/archive/",
        "year": f"/archive/{dates.year(at, weekly.zone)}/",
        "series archive": "/harbour-watch/archive/",
        "topic": full.issue_topics.get().tag.get_absolute_url(),
        "author": full.bylines.first().person.get_absolute_url(),
        "404": "/harbour-watch/nothing/",
        "410": gone.folio.get_absolute_url(),
    }


def _ready(draft):
    draft.sections.filter(standing__isnull=False).update(state="nothing")
    return draft

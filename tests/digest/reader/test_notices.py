"""Notices: by the server's time, on issue pages and home, never part of an issue."""

from __future__ import annotations

import pytest

from tests import factories
from tests.digest.conftest import Ask
from tests.digest.pagetext import page, text
from tests.factories import DAY, HOUR, T0, TICK

pytestmark = pytest.mark.django_db
APPEAL = "Give to the boat fund."


def shown(answer: object) -> list[str]:
    return [one.words for one in page(answer).all(class_="notice")]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (-TICK, []),
        (0 * TICK, [APPEAL]),
        (TICK, [APPEAL]),
        (DAY - TICK, [APPEAL]),
        (DAY, []),
        (DAY + TICK, []),
    ],
)
def test_a_notice_is_shown_from_its_beginning_until_its_end(ask: Ask, after, expected):
    factories.notice()
    draft = factories.issue()
    factories.pressed(draft, now=T0 - DAY)
    for address in ("/", draft.folio.get_absolute_url()):
        assert shown(ask(address, T0 + after)) == expected, address


def test_an_old_issue_shows_todays_notice(ask: Ask):
    draft = factories.issue()
    factories.pressed(draft)
    factories.notice(starts_at=T0 + 300 * DAY, ends_at=T0 + 301 * DAY)
    assert shown(ask(draft.folio.get_absolute_url(), T0 + 300 * DAY)) == [APPEAL]


def test_a_notice_of_a_series_stands_on_its_issues_only(ask: Ask):
    one, other = factories.series(), factories.series()
    ours, theirs = factories.issue(one), factories.issue(other)
    for draft in (ours, theirs):
        factories.pressed(draft)
    factories.notice("<p>For this series.</p>", series=one)
    assert shown(ask(ours.folio.get_absolute_url())) == ["For this series."]
    assert shown(ask(theirs.folio.get_absolute_url())) == []
    assert shown(ask("/")) == []


@pytest.mark.parametrize("kind", ["appeal", "call", "sponsor"])
def test_only_a_sponsors_notice_says_that_it_is_paid_for(ask: Ask, kind: str):
    factories.notice("<p>Rope and tar.</p>", kind=kind)
    draft = factories.issue()
    factories.pressed(draft)
    said = "Paid for by a sponsor Rope and tar." if kind == "sponsor" else "Rope and tar."
    for address in ("/", draft.folio.get_absolute_url()):
        assert shown(ask(address)) == [said]


def test_notices_stand_in_the_order_of_their_beginnings_after_the_last_section(ask: Ask):
    factories.notice("<p>Second.</p>", starts_at=T0)
    factories.notice("<p>First.</p>", starts_at=T0 - HOUR)
    draft = factories.issue()
    factories.pressed(draft)
    answer = ask(draft.folio.get_absolute_url())
    assert shown(answer) == ["First.", "Second."]
    markup = text(answer)
    assert markup.rindex('class="part"') < markup.index('class="notice"')


def test_a_notice_is_in_no_feed_listing_or_document(ask: Ask):
    factories.notice()
    draft = factories.issue()
    edition = factories.pressed(draft)
    slug = draft.series.slug
    assert "boat fund" in text(ask("/"))
    for address in ("/feeds/all.rss", "/feeds/all.atom", f"/{slug}/", "/archive/2431/"):
        assert "boat fund" not in text(ask(address)), address
    assert "boat fund" not in edition.document


def test_a_notice_without_an_end_is_shown_until_further_notice(ask: Ask):
    factories.notice("<p>Write to us.</p>", kind="call", ends_at=None)
    assert shown(ask("/", T0 - TICK)) == []
    for after in (0 * DAY, DAY, 4000 * DAY):
        assert shown(ask("/", T0 + after)) == ["Write to us."]


def test_notices_have_names_that_tell_them_apart(ask: Ask):
    long = (
        "Dear reader, this review takes no money from ports or insurers, and is read for nothing."
    )
    factories.notice()
    factories.notice(f"<p>{long} Give.</p>")
    factories.notice(f"<p>{long} <em>Give</em> again.</p>")
    factories.notice("<p>Write to us.</p>", kind="call")
    factories.notice("<p>Rope &amp; tar.</p>", kind="sponsor")
    draft = factories.issue()
    factories.pressed(draft)
    for address in ("/", draft.folio.get_absolute_url()):
        names = [one.attributes["aria-label"] for one in page(ask(address)).all(class_="notice")]
        assert names == [
            "Appeal: Give to the boat fund.",
            "Appeal: Dear reader, this review takes no money from…",
            "Appeal: Dear reader, this review takes no money from… (2)",
            "Call to readers: Write to us.",
            "Sponsor line: Rope & tar.",
        ]

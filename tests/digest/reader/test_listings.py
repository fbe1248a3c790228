"""Home, series, archives, topics, authors: which issues, in which order."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from django.conf import settings

from digest.models import Folio, Person
from newsroom.models import Byline, Issue, IssueTopic
from tests import factories
from tests.bench.shelf import Shelf, shelve
from tests.digest.conftest import Ask
from tests.digest.pagetext import Element, page, text
from tests.factories import DAY, HOUR, T0, TICK
from tests.tables import each

pytestmark = pytest.mark.django_db


def issue(title: str, at: datetime, one: object = None) -> Issue:
    draft = factories.issue(one, title=title, show_prefix=False)  # type: ignore[arg-type]
    factories.pressed(draft, now=at)
    return draft


def titles(found: Element) -> list[str]:
    listed = found.all(class_="teaser") or found.all(class_="entry")
    return [(one.all("h2") + one.all("h3"))[0].words for one in listed]


def years(found: Element) -> list[str]:
    return [link.words for link in found.one(class_="years").all("a")]


def test_an_empty_site_says_so(ask: Ask):
    assert "Nothing has been published yet." in text(ask("/"))
    assert "Nothing has been published yet." in text(ask("/archive/"))
    assert ask("/archive/2431/").status_code == 404
    for feed in ("/feeds/all.rss", "/feeds/all.atom", "/sitemap.xml"):
        assert ask(feed).status_code == 200


@pytest.mark.parametrize("of", ["", "/harbour-watch"])
@pytest.mark.parametrize("place", ["/archive/", "/archive/2431/"])
def test_pages_of_the_archive_say_their_own_address(ask: Ask, of: str, place: str):
    issue("Fog", T0, factories.series(slug="harbour-watch"))
    link = page(ask(f"{of}{place}?from=a-letter")).one("link", rel="canonical")
    assert link.attributes["href"] == f"http://localhost{of}{place}"


def test_home_has_the_newest_as_the_lead_and_the_next_nine(ask: Ask):
    for number in range(12):
        issue(f"Story {number}", T0 + number * HOUR)
    found = page(ask("/", T0 + DAY))
    assert titles(found.one(class_="front")) == ["Story 11"]
    assert titles(found) == [f"Story {number}" for number in range(11, 1, -1)]


def test_home_shows_every_series_with_its_rhythm(ask: Ask):
    factories.publication()
    factories.series(name="Port Calls", slug="port-calls", rhythm="First Monday of the month")
    factories.series(name="Harbour Watch", slug="harbour-watch", rhythm="Every Thursday")
    found = page(ask("/")).one("dl")
    assert [element.words for element in found.all("dt")] == ["Harbour Watch", "Port Calls"]
    assert [element.words for element in found.all("dd")] == [
        "Every Thursday",
        "First Monday of the month",
    ]
    assert "https://letters.example/sign-up" in text(ask("/"))


def test_a_correction_does_not_climb(ask: Ask):
    one = factories.series()
    old, new = issue("Old", T0, one), issue("New", T0 + HOUR, one)
    factories.corrected(old, now=T0 + DAY)
    slug = one.slug
    for address in ("/", f"/{slug}/", "/archive/2431/", f"/{slug}/archive/2431/"):
        assert titles(page(ask(address, T0 + 2 * DAY))) == ["New", "Old"], address
    for feed in ("/feeds/all.rss", "/feeds/all.atom"):
        body = text(ask(feed, T0 + 2 * DAY))
        assert body.index("<title>New</title>") < body.index("<title>Old</title>")
    assert new.folio.first_live_from > old.folio.first_live_from


def test_issues_of_one_moment_are_ordered_by_their_key(ask: Ask):
    one = factories.series()
    drafts = [issue(f"Story {number}", T0, one) for number in range(3)]
    keys = [draft.folio_id for draft in drafts]
    assert keys == sorted(keys)
    for address in ("/", f"/{one.slug}/", "/archive/2431/"):
        assert titles(page(ask(address))) == ["Story 2", "Story 1", "Story 0"], address


@pytest.mark.parametrize(
    ("zone", "year"), [("America/New_York", 2431), ("Asia/Kathmandu", 2432), ("UTC", 2431)]
)
def test_the_archive_year_is_that_of_the_series_zone(ask: Ask, zone: str, year: int):
    one = factories.series(zone=zone, slug="one")
    at = datetime(2431, 12, 31, 22, tzinfo=UTC)
    issue("The turn of the year", at, one)
    other = 2431 + 2432 - year
    for prefix in ("", "/one"):
        assert titles(page(ask(f"{prefix}/archive/{year}/", at))) == ["The turn of the year"]
        assert ask(f"{prefix}/archive/{other}/", at).status_code == 404
        assert years(page(ask(f"{prefix}/archive/", at))) == [str(year)]


@pytest.mark.parametrize(("before", "year"), [(TICK, 2431), (0 * TICK, 2432), (-TICK, 2432)])
def test_a_year_begins_at_midnight_in_its_zone(ask: Ask, before: object, year: int):
    at = datetime(2432, 1, 1, 5, tzinfo=UTC) - before  # type: ignore[operator]
    issue("Midnight", at, factories.series(zone="America/New_York"))
    assert titles(page(ask(f"/archive/{year}/", at))) == ["Midnight"]


def test_one_archive_holds_the_series_of_two_zones(ask: Ask):
    at = datetime(2431, 12, 31, 22, tzinfo=UTC)
    issue("In the west", at, factories.series(zone="America/New_York"))
    issue("In the east", at + TICK, factories.series(zone="Asia/Kathmandu"))
    assert titles(page(ask("/archive/2431/", at + TICK))) == ["In the west"]
    assert titles(page(ask("/archive/2432/", at + TICK))) == ["In the east"]
    assert years(page(ask("/archive/", at + TICK))) == ["2432", "2431"]


def test_the_archive_counts_the_issues_of_each_year(ask: Ask):
    one = factories.series(slug="one")
    for at, other in [(T0, one), (T0 + DAY, one), (T0 + 366 * DAY, factories.series())]:
        issue(f"Story of {at}", at, other)
    at = T0 + 366 * DAY
    whole = page(ask("/archive/", at)).one(class_="years")
    assert [line.words for line in whole.all("li")] == ["2432 1 issue", "2431 2 issues"]
    assert years(page(ask("/one/archive/", at))) == ["2431"]


def test_a_year_has_its_months(ask: Ask):
    one = factories.series(zone="Asia/Kathmandu")
    for month, hour in [(3, 12), (3, 20), (4, 12)]:
        day = 31 if month == 3 else 2
        issue(f"Story {month}/{hour}", datetime(2431, month, day, hour, tzinfo=UTC), one)
    found = page(ask("/archive/2431/", datetime(2431, 5, 1, tzinfo=UTC)))
    months = {group.one("h2").words: titles(group) for group in found.all(class_="group")}
    assert months == {"April": ["Story 4/12", "Story 3/20"], "March": ["Story 3/12"]}
    assert [time.words for time in found.all("time")] == ["2 Apr", "1 Apr", "31 Mar"]


@pytest.mark.parametrize("year", ["0", "1", "9999", "99999999999999999999", "-1", "x", "02031"])
def test_a_year_without_issues_is_not_found(ask: Ask, year: str):
    issue("Story", datetime(2430, 6, 1, tzinfo=UTC))
    assert ask(f"/archive/{year}/").status_code == 404


def test_a_topic_and_an_author_list_their_issues(ask: Ask):
    first, second = issue("First", T0), factories.issue(title="Second", show_prefix=False)
    topic, person = first.topics.get(), first.bylines.get().person
    IssueTopic.objects.create(content_object=second, tag=topic)
    Byline.objects.create(issue=second, person=person, position=2048)
    factories.pressed(second, now=T0 + HOUR)
    for address in (topic.get_absolute_url(), person.get_absolute_url()):
        assert titles(page(ask(address, T0 + HOUR))) == ["Second", "First"]


def test_a_person_whom_only_an_earlier_text_names_has_no_page(ask: Ask):
    draft = issue("Story", T0)
    person, topic = draft.bylines.get().person, draft.topics.get()
    draft.bylines.update(person=factories.person())
    draft.issue_topics.update(tag=factories.topic())
    factories.corrected(draft, now=T0 + HOUR)
    for address in (person.get_absolute_url(), topic.get_absolute_url()):
        assert ask(address, T0).status_code == 200
        assert ask(address, T0 + HOUR).status_code == 404
        assert address not in text(ask(f"{draft.folio.get_absolute_url()}versions/1/", T0 + HOUR))


@pytest.fixture
def shelved() -> Shelf:
    """More than two pages of issues, on one topic and by one person."""
    return shelve(factories.series(), 110)


@each(("asked", "first", "count"), [("", 110, 50), ("2", 60, 50), ("3", 10, 10)])
def test_a_long_list_has_pages_each_under_its_own_address(
    ask: Ask, shelved: Shelf, asked: str, first: int, count: int
):
    for listed in (shelved.topic, shelved.person):
        own = listed.get_absolute_url()
        address = f"{own}?page={asked}" if asked else own
        found = page(ask(address, shelved.until))
        assert (titles(found)[0], len(titles(found))) == (f"Issue {first}", count)
        canonical = found.one("link", rel="canonical").attributes["href"]
        assert canonical == f"{settings.SITE_URL}{address}"
        newer = [one.attributes["href"] for one in found.all("a", rel="prev")]
        assert newer == {"": [], "2": [own], "3": ["?page=2"]}[asked]


@each("asked", ["4", "99", "0", "-1", "x", "", "1e9", "02", "2.0", "+2", "٢", "9" * 5000])
def test_what_is_no_page_of_a_list_is_not_found(ask: Ask, shelved: Shelf, asked: str):
    for listed in (shelved.topic, shelved.person):
        address = f"{listed.get_absolute_url()}?page={quote(asked)}"
        assert ask(address, shelved.until).status_code == 404


def test_the_first_page_of_a_list_has_no_number(ask: Ask, shelved: Shelf):
    for listed in (shelved.topic, shelved.person):
        answer = ask(f"{listed.get_absolute_url()}?page=1", shelved.until)
        assert (answer.status_code, answer["Location"]) == (302, listed.get_absolute_url())


def test_a_teaser_dates_the_issue_in_its_zone(ask: Ask):
    one = factories.series(zone="Asia/Kathmandu", name="Port Calls")
    issue("Late", datetime(2431, 3, 6, 20, tzinfo=UTC), one)
    meta = page(ask("/", T0 + DAY)).one(class_="teaser").one(class_="meta")
    assert meta.one("time").words == "7 March 2431"
    assert meta.one("a").words == "Port Calls"
    assert "no. 1" in meta.words
    assert f"By {Person.objects.get().name}" in meta.words


def test_a_number_is_printed_with_its_year_where_counting_begins_anew(ask: Ask):
    one = factories.series(name="Port Calls")
    factories.rules(one, numbering="by year")
    draft = issue("Fog", T0, one)
    assert "no. 1 of 2431" in page(ask(draft.folio.get_absolute_url())).one(class_="series").words


def test_an_armed_issue_moves_no_archive_year(ask: Ask):
    draft = factories.issue()
    factories.pressed(draft, datetime(2432, 6, 1, tzinfo=UTC), now=T0)
    assert Folio.objects.get().first_live_from is not None
    assert page(ask("/archive/")).all(class_="years") == []
    assert ask("/archive/2432/").status_code == 404

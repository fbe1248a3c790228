"""The slug and the number an issue gets, and when they are fixed."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from digest.models import Folio
from newsroom.models import TakenSlot
from newsroom.press import folios
from newsroom.press.folios import Place
from newsroom.refusals import Refused
from tests.factories import DAY, HOUR, T0, TICK, cadence, corrected, issue, pressed, rules, series
from tests.newsroom.press.verbs import disarmed, fresh, retitle

pytestmark = pytest.mark.django_db

WEEK = 7 * DAY
NEW_YEAR = datetime(2432, 1, 1, tzinfo=ZoneInfo("America/New_York"))


def place(edition):
    folio = fresh(edition).folio
    return folio.slug, folio.volume, folio.number


def test_slug_is_made_of_the_title_without_prefix():
    one = series(title_prefix="Harbour Watch")
    edition = pressed(issue(one, title="Élan & the Côte: a week"))
    assert place(edition) == ("elan-the-cote-a-week", 0, 1)


def test_slug_that_is_taken_gets_the_next_free_number():
    one = series()
    slugs = [place(pressed(issue(one, title="Low water")))[0] for _ in range(3)]
    assert slugs == ["low-water", "low-water-2", "low-water-3"]


def test_slug_taken_in_another_series_is_free_here():
    pressed(issue(title="Low water"))
    assert place(pressed(issue(title="Low water")))[0] == "low-water"


def test_slug_that_is_reserved_is_not_proposed():
    assert place(pressed(issue(title="Archive")))[0] == "archive-2"


def test_slug_of_a_title_without_letters_is_of_series_and_number():
    one = series()
    slugs = [place(pressed(issue(one, title=title)))[0] for title in ("?!", "…")]
    assert slugs == [f"{one.slug}-1", f"{one.slug}-2"]


def test_slug_of_a_title_of_another_script_is_romanised():
    assert place(pressed(issue(title="港の一週間")))[0] == "gang-no-yi-zhou-jian"


def test_slug_leaves_out_a_prefix_that_the_title_repeats():
    one = series(title_prefix="Harbour Watch")
    draft = issue(one, title="Harbour Watch – low water")
    assert place(pressed(draft, override="It is meant."))[0] == "low-water"


def test_slug_of_a_long_title_leaves_room_for_more():
    one = series()
    title = "The very long week " * 15
    first, second = (place(pressed(issue(one, title=title)))[0] for _ in range(2))
    assert (first, second) == (f"{'the-very-long-week-' * 3}the", f"{first}-2")


@pytest.mark.parametrize(
    "slug",
    ["archive", "low water", "a/b", "low-water", "a" * 121],
    ids=["reserved", "blank", "slash", "taken", "too long"],
)
def test_slug_that_cannot_be_is_refused(slug):
    one = series()
    pressed(issue(one, title="Low water"))
    with pytest.raises(Refused):
        pressed(issue(one), place=Place(slug, 0, 9))
    assert Folio.objects.count() == 1


def test_slug_and_number_wanted_are_given():
    assert place(pressed(issue(), place=Place("slack", 3, 17))) == ("slack", 3, 17)


def test_number_is_the_highest_used_plus_one():
    one = series()
    pressed(issue(one), place=Place("", 0, 41))
    pressed(issue(one), place=Place("", 0, 7))
    assert place(pressed(issue(one)))[1:] == (0, 42)


def test_number_that_is_taken_is_refused():
    one = series()
    pressed(issue(one), place=Place("", 0, 41))
    with pytest.raises(Refused, match="Number 41 is taken"):
        pressed(issue(one), place=Place("", 0, 41))
    assert place(pressed(issue(one), place=Place("", 1, 41)))[1:] == (1, 41)


def test_special_has_no_number_and_takes_none():
    one = series()
    pressed(issue(one))
    specials = [pressed(issue(one), place=Place("", 0, None)) for _ in range(2)]
    assert [place(special)[1:] for special in specials] == [(0, None)] * 2
    assert place(pressed(issue(one)))[1:] == (0, 2)


def test_series_without_numbers_gives_none():
    one = series()
    rules(one, numbering="none")
    assert [place(pressed(issue(one)))[1:] for _ in range(2)] == [(0, None)] * 2


def test_numbers_by_year_begin_anew_at_new_year_in_the_zone_of_the_series():
    one = series(zone="America/New_York")
    rules(one, numbering="by year")
    instants = [NEW_YEAR - 2 * TICK, NEW_YEAR - TICK, NEW_YEAR, NEW_YEAR + TICK]
    places = [place(pressed(issue(one), at))[1:] for at in instants]
    assert places == [(2431, 1), (2431, 2), (2432, 1), (2432, 2)]


def test_number_is_kept_when_the_issue_is_disarmed():
    one = series()
    draft = issue(one, title="Low water")
    first = pressed(draft, T0 + HOUR)
    disarmed(first, now=T0)
    assert place(pressed(issue(one)))[1:] == (0, 2)
    second = pressed(draft, T0 + DAY)
    assert place(second) == ("low-water", 0, 1)


def test_place_can_be_changed_until_the_first_live_moment():
    draft = issue()
    pressed(draft, T0 + HOUR)
    second = pressed(draft, T0 + HOUR, now=T0 + HOUR - TICK, place=Place("slack", 0, 5))
    assert place(second) == ("slack", 0, 5)


@pytest.mark.parametrize("wanted", [("slack", 0, 1), ("low-water", 0, 2), ("low-water", 0, None)])
def test_place_is_fixed_from_the_first_live_moment_on(wanted):
    draft = issue(title="Low water")
    first = pressed(draft, T0 + HOUR)
    with pytest.raises(Refused, match="address and its number are fixed"):
        corrected(draft, now=T0 + HOUR, place=Place(*wanted))
    assert place(first) == ("low-water", 0, 1)
    corrected(draft, now=T0 + HOUR, place=Place("low-water", 0, 1))


def test_place_stays_when_the_title_changes():
    draft = issue(title="Low water")
    pressed(draft, T0 + HOUR)
    retitle(draft, "High water")
    assert place(pressed(draft, T0 + HOUR))[0] == "low-water"


def test_own_slug_is_not_in_the_way_of_itself():
    draft = issue(title="Low water")
    edition = pressed(draft, T0 + HOUR)
    own = edition.folio
    assert folios.propose_slug(draft.series, "Low water", own=own) == "low-water"
    assert folios.propose_slug(draft.series, "Low water") == "low-water-2"
    assert place(pressed(draft, T0 + HOUR, place=Place("", 0, 4))) == ("low-water", 0, 4)


def planned(one, day):
    """An issue that has taken that day of its series."""
    draft = issue(one)
    TakenSlot.objects.create(series=one, day=day, issue=draft)
    return draft


def test_planned_issue_gets_the_number_of_its_slot_whatever_is_pressed_first():
    one = series()
    cadence(one)
    first, second = (planned(one, T0.date() + number * WEEK) for number in (1, 2))
    later = pressed(second, T0 + 2 * WEEK)
    earlier = pressed(first, T0 + WEEK)
    # Today's own press day has begun: it uses no number.
    assert (place(earlier)[1:], place(later)[1:]) == ((0, 1), (0, 2))


def test_issue_beside_the_rhythm_is_a_special_and_gets_no_number():
    one = series()
    cadence(one)
    assert place(pressed(issue(one)))[1:] == (0, None)


def test_volume_is_that_of_the_slot_not_of_the_moment_it_goes_live():
    one = series(zone="America/New_York")
    rules(one, numbering="by year")
    cadence(one, valid_from=date(2431, 12, 1))
    january = planned(one, date(2432, 1, 1))
    edition = pressed(january, NEW_YEAR - HOUR, now=NEW_YEAR - DAY)
    assert place(edition)[1:] == (2432, 1)

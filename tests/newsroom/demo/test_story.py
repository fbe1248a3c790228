"""The demo's story, loaded as `make demo` loads it but with plain pictures."""

import io
import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from itertools import pairwise

import pytest
from django.contrib.auth.models import User
from django.db import models
from django.test import TestCase
from PIL import Image

from digest.lib import dates
from digest.models import Edition, Folio, Outlet, Series
from newsroom.calendar import cadence
from newsroom.demo import accounts, story
from newsroom.demo.drawings import camera
from newsroom.demo.load import BEGUN, State, Unfit, load, state
from newsroom.desk.board import board
from newsroom.models import Issue, JournalEntry, Source
from newsroom.text import preflight
from newsroom.text.compose import compose
from newsroom.writing import tray
from tests import factories

WEEK = timedelta(weeks=1)


def plain_picture(name: str) -> bytes:
    """A small picture with the metadata of the real drawing."""
    out = io.BytesIO()
    Image.new("RGB", (640, 400), "teal").save(out, "JPEG", exif=camera.exif(name))
    return out.getvalue()


def quietly(line: str) -> None:
    pass


class Loaded(TestCase):
    """One loading, looked at from all sides."""

    now: datetime
    lines: list[str]

    @classmethod
    def setUpTestData(cls) -> None:
        cls.now = dates.now()
        cls.lines = []
        # A test with real transactions may have emptied the tables.
        factories.make_groups()
        load(now=cls.now, say=cls.lines.append, draw=plain_picture)

    def page(self, title: str, status: int = 200) -> str:
        """The page of the issue with that title."""
        response = self.client.get(self.folio(title).get_absolute_url())
        assert response.status_code == status
        return unescape(response.content.decode())

    def text(self, address: str) -> str:
        return unescape(self.client.get(address).content.decode())

    def folio(self, title: str) -> Folio:
        return Issue.objects.select_related("folio__series").get(title=title).folio

    def kinds(self, title: str) -> list[str]:
        return [edition.kind for edition in self.folio(title).editions.order_by("revision")]

    def press_days(self, slug: str) -> list[date]:
        """The press days of a series that have passed, the last ones first."""
        series = Series.objects.get(slug=slug)
        today = dates.local(self.now, series.zone).date()
        rhythm = list(series.cadences.all())
        found = cadence.slots(rhythm, today - 7 * WEEK, today)
        return [slot.day for slot in found if slot.at <= self.now][::-1]

    def test_the_last_six_press_days_have_an_issue_each(self) -> None:
        series = Series.objects.get(slug="soundings")
        began = Folio.objects.filter(series=series, first_live_from__lte=self.now)
        days = [dates.local(one.first_live_from, series.zone).date() for one in began]
        assert sorted(days) == sorted(self.press_days("soundings")[:6])

    def test_readers_are_told_of_the_weeks_left_out(self) -> None:
        missed, ahead = story.SKIPS
        year = self.press_days("port-calls")[1].year
        assert missed.note in self.text(f"/port-calls/archive/{year}/")
        assert ahead.note in self.text("/soundings/")
        series = Series.objects.get(slug="soundings")
        assert series.skipped_weeks.get().day == self.press_days("soundings")[0] + 3 * WEEK

    def test_numbers_follow_one_another_and_a_special_has_none(self) -> None:
        calls = Folio.objects.filter(series__slug="port-calls").order_by("pk")
        assert [folio.number for folio in calls] == [118, 119, None, 120, 121]
        soundings = Folio.objects.filter(series__slug="soundings").order_by("pk")
        places = [(folio.volume, folio.number) for folio in soundings]
        assert len(places) == 7
        for (volume, number), following in pairwise(places):
            assert following in {(volume, number + 1), (volume + 1, 1)}

    def test_no_press_day_has_passed_empty_and_the_next_are_armed(self) -> None:
        shown = board.of(accounts.visitors("kept and printed")[0], self.now)
        assert shown is not None
        assert shown.late == []
        kinds = {one.kind for _monday, places in shown.weeks for one in places if one.has_passed}
        assert kinds <= {"live", "gone", "skipped"}
        for slug in ("soundings", "port-calls"):
            places = [one for _monday, some in shown.weeks for one in some]
            coming = [one for one in places if one.series.slug == slug and not one.has_passed]
            assert coming[0].kind == "armed"

    def test_several_people_press_and_write(self) -> None:
        pressing = set(Edition.objects.values_list("pressed_by", flat=True))
        assert len(pressing) >= 4
        assert not any(User.objects.get(username=name).has_usable_password() for name in pressing)
        signed = Edition.objects.live(self.now).values_list("byline", flat=True).distinct()
        assert len(signed) >= 6

    def test_the_second_series_has_no_lead_analysis(self) -> None:
        leads = {
            edition.folio.series.slug: bool(edition.text.analysis)
            for edition in Edition.objects.live(self.now).select_related("folio__series")
        }
        assert leads == {"soundings": True, "port-calls": False}

    def test_a_title_has_its_prefix_once(self) -> None:
        page = self.page("Two flags over one pilot ladder")
        assert "Soundings: Two flags over one pilot ladder" in page
        assert "::" not in page
        assert "Soundings: Who insures" not in self.page("Who insures a line that moves?")

    def test_the_corrected_issue_says_so_and_its_first_text_remains(self) -> None:
        title = "Four hours of splicing, nineteen days of stamps"
        assert self.kinds(title) == ["", "correction"]
        page = self.page(title)
        assert "a deposit of 41,000 euros" in page
        assert "a deposit of 410,000 euros" not in page
        assert "as 410,000 euros. It was 41,000 euros." in page
        first = self.client.get(f"{self.folio(title).get_absolute_url()}versions/1/")
        assert "a deposit of 410,000 euros" in first.content.decode()

    def test_an_update_has_its_note(self) -> None:
        title = "The herring moved, the paper did not"
        assert self.kinds(title) == ["", "update"]
        page = self.page(title)
        assert "announced an interim share for the coming season" in page
        assert "2,000 tons would pass from Vesmark" in page

    def test_a_minor_change_has_no_note(self) -> None:
        title = "Who insures a line that moves?"
        assert self.kinds(title) == ["", "minor"]
        assert "The premium has not." in self.page(title)
        assert Edition.objects.get(folio=self.folio(title), revision=2).note == ""

    def test_the_withdrawn_issue_is_gone_without_a_word_of_it(self) -> None:
        title = "The number at the foot of the page"
        assert title not in self.page(title, status=410)
        assert title not in self.page("Who insures a line that moves?")
        assert title not in unescape(self.client.get("/").content.decode())

    def test_the_armed_issue_is_not_there_yet(self) -> None:
        title = "A lamp knows where it is"
        assert title not in self.page(title, status=404)
        armed = Edition.objects.armed(self.now).get(folio=self.folio(title))
        assert armed.live_from > self.now

    def test_a_brief_lies_in_the_tray(self) -> None:
        [brief] = tray.lying()
        assert brief.sources.exists()
        assert brief.whole.folio is None

    def test_preflight_has_something_to_say_about_the_draft(self) -> None:
        draft = Issue.objects.get(title="Sold before it is landed")
        assert draft.folio is None
        findings = preflight.run(compose(draft), series=draft.series, at=self.now)
        assert [finding.id.removeprefix("preflight.") for finding in findings] == [
            "E002",
            "E011",
            "E020",
            "E031",
            "E040",
        ]

    def test_only_a_card_of_the_withdrawn_issue_needed_a_reason(self) -> None:
        reasoned = JournalEntry.objects.filter(verb="edition.armed").exclude(reason="")
        uid = Issue.objects.get(title="Who insures a line that moves?").uid
        assert {entry.subject for entry in reasoned} == {f"issue:{uid}"}

    def test_four_styles_of_credit_are_on_live_pages(self) -> None:
        pages = "".join(self.page(edition.text.title) for edition in Edition.objects.live(self.now))
        found = {
            " ".join(re.sub(r"<[^>]*>", "", credit).split())
            for credit in re.findall(r'<small class="credit">(.*?)</small>', pages, re.DOTALL)
        }
        assert found == {
            "Picture: Thuy Anh Delorme",
            "Picture: Rasmus Oyelaran-Lind / Quayside Pictures",
            "Picture: (Averil Maritime Archive, Harbour Board Photographic Files/public domain)",
            "Picture: Sólveig Marchetti, CC BY 4.0 (source)",
            "Picture: Ruy Castelhano-Beck, CC BY 4.0 (source)",
        }

    def test_only_notices_whose_time_it_is_are_printed(self) -> None:
        home = self.client.get("/").content.decode()
        soundings = self.page("Two flags over one pilot ladder")
        calls = self.page("Three tariffs and a strike that was not")
        shown = [
            [word in page for word in ("Dear reader", "reading a charter party", "line handler")]
            for page in (home, soundings, calls)
        ]
        assert shown == [[True, False, False], [True, False, False], [True, False, True]]

    def test_nothing_a_camera_wrote_reaches_a_reader(self) -> None:
        page = self.page("Two flags over one pilot ladder")
        addresses = re.findall(r"/pictures/[0-9a-f]{32}/\d+\.jpg", page)
        assert addresses
        for address in addresses:
            data = b"".join(self.client.get(address).streaming_content)
            assert b"Albatross" not in data
            assert not Image.open(io.BytesIO(data)).getexif()
        assert b"Albatross" in plain_picture("strait_map")

    def test_every_source_is_of_the_outlet_its_address_belongs_to(self) -> None:
        sources = Source.objects.select_related("outlet")
        assert [
            source.address
            for source in sources
            if Outlet.objects.for_address(source.address) != source.outlet
        ] == []

    def test_loading_again_changes_nothing(self) -> None:
        def rows() -> dict[type[models.Model], list[tuple]]:
            kept = [Issue, Folio, Edition, JournalEntry, User, *_models_of("newsroom", "digest")]
            return {model: sorted(model.objects.values_list(), key=str) for model in kept}

        before = rows()
        again: list[str] = []
        assert state() is State.LOADED
        assert load(now=self.now + WEEK, say=again.append, draw=plain_picture) is False
        assert rows() == before
        assert again == []

    def test_loading_says_what_it_does(self) -> None:
        assert len(self.lines) >= len(story.PHOTOS) + len(story.ISSUES)


def _models_of(*labels: str) -> list[type[models.Model]]:
    from django.apps import apps

    return [model for label in labels for model in apps.get_app_config(label).get_models()]


@pytest.mark.django_db
def test_content_of_somebody_else_is_left_alone() -> None:
    factories.series()
    with pytest.raises(Unfit, match="not the demo's"):
        load(now=dates.now(), say=quietly, draw=plain_picture)
    assert Series.objects.count() == 1
    assert User.objects.count() == 0


@pytest.mark.django_db
def test_half_a_demo_is_not_taken_for_one() -> None:
    factories.make_groups()

    class BrokenOff(Exception):
        pass

    def stop(line: str) -> None:
        raise BrokenOff

    with pytest.raises(BrokenOff):
        load(now=dates.now(), say=stop, draw=plain_picture)
    assert JournalEntry.objects.filter(verb=BEGUN).count() == 1
    assert state() is State.INTERRUPTED
    with pytest.raises(Unfit, match="interrupted"):
        load(now=dates.now(), say=quietly, draw=plain_picture)


@pytest.mark.django_db
def test_each_visitor_may_what_the_group_may_and_nobody_keeps_accounts() -> None:
    factories.make_groups()
    rights = {one.username: one.get_all_permissions() for one in accounts.visitors("kept, printed")}
    assert "newsroom.change_issue" in rights["writer"]
    assert {"newsroom.plan_issue", "digest.disarm"} <= rights["editor"] - rights["writer"]
    pressing = {"digest.arm", "digest.withdraw", "digest.suppress"}
    assert pressing <= rights["publisher"] - rights["editor"]
    never = {"digest.change_edition", "digest.delete_folio", "newsroom.delete_journalentry"}
    never |= {"auth.change_user", "auth.add_permission"}
    assert not never & rights["publisher"]
    assert {(one.is_staff, one.is_superuser) for one in User.objects.all()} == {(True, False)}


@pytest.mark.django_db
def test_the_printed_password_is_the_one_that_works() -> None:
    factories.make_groups()
    first = accounts.visitors("kept and printed")
    first[0].set_password("changed in the admin")
    first[0].save()
    again = accounts.visitors("kept and printed")
    assert again == first
    assert all(one.check_password("kept and printed") for one in again)


def test_what_is_told_as_past_is_past_at_every_hour_of_the_week() -> None:
    start = datetime(2431, 3, 24, 0, 30, tzinfo=UTC)  # the clocks change in Lisbon that Sunday
    for half_hour in range(2 * 24 * 15):
        now = start + timedelta(hours=half_hour / 2)
        for issue in story.ISSUES:
            if issue.moment is None:
                continue
            begins = issue.moment.instant(now, story.series_of(issue))
            assert (begins > now) == (issue.state == "armed")
            assert begins - now <= WEEK
            later = [one.after for one in issue.revisions]
            later += [issue.withdrawal.after] if issue.withdrawal else []
            assert all(begins + after < now for after in later)

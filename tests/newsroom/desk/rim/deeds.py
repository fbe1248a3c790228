"""Changes that readers or planners would see, as requests: form and field -> what is sent.

Each is sent twice in the tests: by somebody who may do everything but that, and by somebody who
may.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import Permission, User

from digest.lib import dates
from digest.models import Notice, Person, Publication, Series, Topic
from newsroom import plan
from newsroom.calendar import taken
from newsroom.desk.lib import moments
from newsroom.models import Issue, Photo, TakenSlot
from newsroom.press.expecting import seen
from tests.factories import DAY, HOUR, account, cadence, issue, notice, pressed, series
from tests.newsroom.desk.deskscreens import Desk
from tests.newsroom.desk.places import add, change, now, verb
from tests.newsroom.desk.places import press as press_page
from tests.newsroom.desk.rim.everywhere import Everything

Sent = tuple[str, dict[str, Any]]


class Stage(Everything):
    """Everything, with what deeds need besides."""

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk(self.owner)
        at = now()
        self.notice = notice(starts_at=at - HOUR, ends_at=at + DAY)
        self.series = self.live.series
        self.other = series(name="Night Tides", slug="night-tides")
        self.ahead = cadence(self.special.series, "5", valid_from=at.date() + 30 * DAY)
        self.armed = issue(self.special.series, title="Armed")
        pressed(self.armed, at + DAY, now=at)
        # It stands for another moment than it is armed for, and holds the day.
        self.held = self.skipped + 7 * DAY
        TakenSlot.objects.create(series=self.armed.series, day=self.held, issue=self.armed)
        # A day that another issue of the series could get.
        self.mover = issue(self.special.series, title="Mover")
        self.free = self.skipped + 14 * DAY
        plan.skip(self._with_rhythm(self.other), self.skipped, by=self.owner)

    def _with_rhythm(self, one: Series) -> Series:
        cadence(one)
        return one

    def form(self, row: Any, **changes: Any) -> Sent:
        """The form of a row, with some fields typed anew."""
        address = change(row)
        return address, {**self.desk.open(address).fields("Save"), **changes}

    def typed(self, at: datetime) -> str:
        """As it stands in a field of the press page."""
        return f"{dates.local(at, self.series.zone):%Y-%m-%dT%H:%M}"

    def slot(self, what: str, day: date) -> str:
        series = self.special.series_id
        return f"/admin/newsroom/issue/slots/{series}/{day.isoformat()}/{what}/"

    def skip(self, day: date | None = None, **sent: str) -> Sent:
        return self.slot("skip", day or self.skipped), sent

    def hand(self, name: str) -> Sent:
        return verb("hand", self.planned), {name: self.owner.pk}

    def move(self, to: str, **more: str) -> Sent:
        one = self.planned if to == "tray" else self.mover
        day = None if to == "tray" else date.fromisoformat(to)
        seen = str(plan.shown(one, day))
        return verb("move-issue", one), {"to": to, "seen": seen, **more}

    def arm_for_slot(self) -> Sent:
        slot = taken.slot_of(self.armed)
        sent = {"expecting": seen(self.armed).to_json(), "at": moments.written(slot.at)}
        return verb("arm-for-slot", self.armed), sent

    def press(self, one: Issue, **typed: str) -> Sent:
        address = press_page(one)
        proposed = self.desk.open(address).fields()
        return address, {**proposed, **typed, "step": "press", "override": "It is known."}

    def verb(self, name: str, revision: int | None = None, **typed: str) -> Sent:
        sent = {"expecting": seen(self.live).to_json(), "reason": "A court asks.", **typed}
        return verb(name, self.live, revision), sent

    def rearm(self) -> Sent:
        said = {"kind": "update", "note": "Back again.", "override": "It is known."}
        return self.verb("rearm", 1, at="", expires_at="", step="press", **said)

    def expire(self, at: datetime) -> Sent:
        """With what the look has said, as the second of its two steps sends it."""
        typed = self.typed(at)
        said = dates.instant(datetime.fromisoformat(typed), self.series.zone)
        return self.verb("expire", 2, at=typed, step="press", said=str(said))

    def replace(self) -> Sent:
        return verb("replace", self.armed), {"expecting": seen(self.armed).to_json()}

    def licence(self, year: str) -> Sent:
        return self.form(_photo(self), rights_until_0=f"{year}-01-01", rights_until_1="00:00")

    def take_down(self) -> Sent:
        address = change(_photo(self)).replace("change/", "take-down/")
        return address, {"reason": "A court asks."}


@dataclass(frozen=True)
class Deed:
    """One change; `field` is a row of the table, or blank where there is only a button."""

    form: str
    field: str
    right: str
    sent: Callable[[Stage], Sent]

    def __str__(self) -> str:
        return f"{self.form} {self.field}"


def all_but(*rights: str) -> User:
    """Somebody with every permission but those."""
    user = account()
    held = Permission.objects.select_related("content_type")
    user.user_permissions.set(
        one for one in held if f"{one.content_type.app_label}.{one.codename}" not in rights
    )
    return user


def _row(form: str, right: str, of: Callable[[Stage], Any], prefix: str = "", **typed: Any):
    for field, value in typed.items():
        name, _, half = field.partition("__")
        sent = {prefix + name + (f"_{half}" if half else ""): value}
        yield Deed(form, name, right, lambda s, sent=sent: s.form(of(s), **sent))


def _author(_stage: Stage) -> Person:
    return Person.objects.filter(mentions__edition__folio=_stage.live.folio).first()


def _topic(stage: Stage) -> Topic:
    return Topic.objects.filter(mentions__edition__folio=stage.live.folio).first()


def _photo(stage: Stage) -> Photo:
    return stage.live.top_picture.photo


FRAME = [
    *_row(
        "digest.Publication",
        "digest.change_publication",
        lambda s: Publication.objects.get(),
        name="Other name",
        tagline="Other words",
        language="pt",
        postal_address="Elsewhere 1",
        zone="Pacific/Kiritimati",
        sign_up_address="https://other.example/in",
        preferred_source_address="https://other.example/prefer",
    ),
    *_row(
        "digest.Publication > digest.SocialAddress",
        "digest.change_socialaddress",
        lambda s: Publication.objects.get(),
        prefix="social_addresses-0-",
        label="Other",
        address="https://other.example/@us",
    ),
    *_row(
        "digest.Publication > digest.SocialAddress",
        "digest.delete_socialaddress",
        lambda s: Publication.objects.get(),
        prefix="social_addresses-0-",
        DELETE="on",
    ),
    *_row(
        "digest.Series",
        "digest.change_series",
        lambda s: s.series,
        name="Other series",
        rhythm="Now and then",
        description="<p>Other words.</p>",
        zone="Pacific/Kiritimati",
    ),
    *_row("digest.Series", "digest.change_series", lambda s: s.other, slug="day-tides"),
    *_row(
        "digest.Person",
        "digest.change_person",
        _author,
        name="Other Name",
        slug="other-name",
        description="<p>Other words.</p>",
    ),
    *_row("digest.Topic", "digest.change_topic", _topic, name="Other Topic", slug="other-topic"),
    *_row(
        "digest.Notice",
        "digest.change_notice",
        lambda s: s.notice,
        kind="sponsor",
        text="<p>Other words.</p>",
        starts_at__0="2020-01-01",
        ends_at__0="2431-01-01",
    ),
    Deed(
        "digest.Notice",
        "series",
        "digest.change_notice",
        lambda s: s.form(s.notice, series=s.other.pk),
    ),
    *(
        Deed("newsroom.Photo", "rights_until", "digest.withdraw", lambda s, y=y: s.licence(y))
        for y in ("2020", "2430")
    ),
    Deed("digest.Notice", "", "digest.delete_notice", lambda s: _deletion(s.notice)),
    Deed("digest.Notice", "", "digest.delete_notice", lambda s: _deletion_of_many(s.notice)),
    Deed("digest.Notice", "", "digest.add_notice", lambda s: _new_notice(s)),
]

#: The row of the rhythm that has not begun; one that has takes nothing from anybody.
_AHEAD = "cadences-1-"
RHYTHM = [
    *_row(
        "digest.Series > newsroom.Cadence",
        "newsroom.change_cadence",
        lambda s: s.special.series,
        prefix=_AHEAD,
        every="3",
        weekdays=["1", "3"],
        time="18:00",
        zone="Asia/Tokyo",
    ),
    Deed(
        "digest.Series > newsroom.Cadence",
        "valid_from",
        "newsroom.change_cadence",
        lambda s: s.form(s.special.series, **{f"{_AHEAD}valid_from": _later(s).isoformat()}),
    ),
    *_row(
        "digest.Series > newsroom.Cadence",
        "newsroom.delete_cadence",
        lambda s: s.special.series,
        prefix=_AHEAD,
        DELETE="on",
    ),
    Deed("digest.Series > newsroom.Cadence", "", "newsroom.add_cadence", lambda s: _rhythm(s)),
]

PLANNED = [
    Deed("board.weeks", "note", "newsroom.plan_issue", lambda s: s.skip(note="Other words.")),
    Deed("", "open", "newsroom.plan_issue", lambda s: s.skip(open="1")),
    Deed("board.weeks", "", "newsroom.plan_issue", lambda s: s.skip(s.free, note="")),
    Deed("board.weeks", "", "newsroom.plan_issue", lambda s: (s.slot("start", s.free), {})),
    *(
        Deed("board.handing", name, "newsroom.plan_issue", lambda s, name=name: s.hand(name))
        for name in ("writer", "editor")
    ),
    Deed("board.moving", "to", "newsroom.plan_issue", lambda s: s.move("tray")),
    Deed(
        "board.moving",
        "way",
        "newsroom.plan_issue",
        lambda s: s.move(s.held.isoformat(), way="aside"),
    ),
    *(
        Deed("board.arming", "", right, lambda s: s.arm_for_slot())
        for right in ("newsroom.plan_issue", "digest.arm")
    ),
    *(
        Deed("newsroom.Issue", "", right, lambda s: _deletion(s.planned))
        for right in ("newsroom.plan_issue", "newsroom.delete_issue")
    ),
    *(
        Deed("digest.Series", "", right, lambda s: _deletion(s.other))
        for right in ("newsroom.plan_issue", "digest.delete_series")
    ),
]


def _pressed(name: str, value: Callable[[Stage], Any]) -> Deed:
    new = name in {"slug", "volume", "number"}

    def sent(stage: Stage) -> Sent:
        one = stage.planned if new else stage.live
        return stage.press(one, **{name: value(stage)})

    return Deed("press.forms", name, "digest.arm", sent)


PRESSED = [
    _pressed("at", lambda s: s.typed(now() + DAY)),
    _pressed("expires_at", lambda s: s.typed(now() + 5 * DAY)),
    _pressed("kind", lambda s: "update"),
    _pressed("note", lambda s: "Other words."),
    _pressed("slug", lambda s: "other-words"),
    _pressed("volume", lambda s: "7"),
    _pressed("number", lambda s: "77"),
    Deed("press.taking_back", "at", "digest.withdraw", lambda s: s.expire(now() + DAY)),
    Deed(
        "press.taking_back", "armed", "digest.withdraw", lambda s: s.verb("withdraw", armed="keep")
    ),
    Deed("press.taking_back", "", "digest.withdraw", lambda s: s.verb("withdraw", armed="cancel")),
    Deed("press.taking_back", "", "digest.disarm", lambda s: s.verb("disarm", 3)),
    Deed("press.taking_back", "", "digest.suppress", lambda s: s.verb("suppress", 1)),
    Deed("press.rearming", "", "digest.arm", lambda s: s.rearm()),
    Deed("replacing", "", "digest.arm", lambda s: s.replace()),
    Deed("photos", "", "digest.withdraw", lambda s: s.take_down()),
]

ALL = [*FRAME, *RHYTHM, *PLANNED, *PRESSED]


def _deletion(row: Any) -> Sent:
    return change(row).replace("change/", "delete/"), {"post": "yes"}


def _deletion_of_many(row: Any) -> Sent:
    sent = {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"}
    return change(row).removesuffix(f"{row.pk}/change/"), sent


def _new_notice(stage: Stage) -> Sent:
    return add(Notice), stage.form(stage.notice, text="<p>One more.</p>")[1]


def _later(stage: Stage) -> date:
    return stage.ahead.valid_from + timedelta(days=3)


def _rhythm(stage: Stage) -> Sent:
    address, sent = stage.form(stage.special.series)
    values = {"valid_from": _later(stage).isoformat(), "every": "1", "weekdays": "2"}
    new = {**values, "time": "07:00", "zone": "UTC", "id": "", "series": stage.special.series_id}
    rows = {f"cadences-2-{name}": value for name, value in new.items()}
    return address, {**sent, **rows, "cadences-TOTAL_FORMS": "3"}

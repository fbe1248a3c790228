"""The shapes of the demo's story: plain frozen data, no Django; the loader turns it into rows.

Everything that refers to something else does so by its `key`. Texts named "HTML" hold only
p, a[href], em, strong, blockquote, ul, ol, li, h3 and h4; all other texts are plain.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Role = Literal["author", "editor", "with", "illustration"]
RevisionKind = Literal["correction", "clarification", "update", "minor"]
Place = Literal["title", "dek", "lead", "caption", "brief"]


def prose(text: str) -> str:
    """Return `text` on one line: the breaks of the source file are not the writer's."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Moment:
    """A press day of a series, counted from the moment of loading.

    `press_day` -1 is the last that has passed, 1 the next one: at whatever moment the story is
    loaded, no press day has passed empty. `days` and `local` ("HH:MM") are for what came late.
    """

    press_day: int
    days: int = 0
    local: str = ""

    def instant(self, now: datetime, series: "Series") -> datetime:
        """Return the aware UTC instant, counted from aware `now`, on the clock of the series."""
        here = ZoneInfo(series.zone)
        today = now.astimezone(here).date()
        on = [
            today + timedelta(days=number)
            for number in range(8)
            if str((today + timedelta(days=number)).isoweekday()) == series.weekday
        ]
        following = next(day for day in on if _instant(day, series.local, here) > now)
        day = following + timedelta(weeks=self.press_day - (self.press_day > 0), days=self.days)
        return _instant(day, self.local or series.local, here)


def _instant(day: date, local: str, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.fromisoformat(local), zone).astimezone(UTC)


@dataclass(frozen=True)
class FollowLink:
    """One "follow us" address."""

    label: str
    url: str


@dataclass(frozen=True)
class Publication:
    """The site."""

    name: str
    tagline: str
    language: str
    zone: str
    postal_address: str  # lines parted by "\n"
    sign_up_url: str
    preferred_source_url: str
    follow: tuple[FollowLink, ...]


@dataclass(frozen=True)
class Person:
    """Somebody who writes, edits or draws."""

    key: str
    name: str
    description: str  # HTML


@dataclass(frozen=True)
class Outlet:
    """Somebody who is cited; found from an address by its domains."""

    key: str
    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """A free tag."""

    key: str
    name: str


@dataclass(frozen=True)
class Label:
    """One word of the kicker."""

    key: str
    name: str
    kind: Literal["genre", "section"]


@dataclass(frozen=True)
class Credit:
    """Who made a picture and on what terms; "" where not known."""

    creator: str = ""
    agency: str = ""
    licence: str = ""
    licence_url: str = ""
    source_url: str = ""
    line: str = ""  # as received, printed as it stands


@dataclass(frozen=True)
class Photo:
    """One original: `drawing` names a function of newsroom.demo.drawings."""

    key: str
    drawing: str
    credit: Credit


@dataclass(frozen=True)
class PhotoUse:
    """A photo in one place. alt "" and not decorative is an unfinished picture."""

    photo: str
    alt: str = ""
    decorative: bool = False
    caption: str = ""


@dataclass(frozen=True)
class StandingSection:
    """What a series repeats; `nothing` are its sentences for an empty week, the first proposed."""

    key: str
    heading: str
    required: bool
    nothing: tuple[str, ...]


@dataclass(frozen=True)
class Series:
    """A digest that comes regularly, with its rules."""

    key: str
    name: str
    slug: str
    title_prefix: str  # without the colon, which the page adds
    description: str  # HTML
    zone: str
    rhythm: str
    weekday: str  # ISO, "1" for Monday
    local: str  # "HH:MM" in the zone
    numbering: Literal["none", "running", "by year"]
    standing: tuple[StandingSection, ...]
    dek_required: bool = True
    byline_required: bool = True
    sources_required: bool = True
    first_number: int | None = None  # of the oldest issue; None: 1, or by year that week’s number


@dataclass(frozen=True)
class Skip:
    """A press day of a series that is left out."""

    series: str
    moment: Moment
    by: str
    note: str


@dataclass(frozen=True)
class Byline:
    """A person's part in an issue; the order is that of the tuple."""

    person: str
    role: Role = "author"


@dataclass(frozen=True)
class Source:
    """A citation."""

    outlet: str
    url: str
    reporter: str = ""


@dataclass(frozen=True)
class Brief:
    """One item of news; `key` is unique within its issue. A parked one waits in the tray."""

    key: str
    body: str  # HTML
    sources: tuple[Source, ...]
    run_in: str = ""
    parked: bool = False


@dataclass(frozen=True)
class Section:
    """An ordered part of an issue; of its own if `standing` is "".

    state "nothing" prints `nothing_text`. An open standing section without intro and briefs is
    one that nobody has filled yet.
    """

    heading: str
    standing: str = ""  # key of the StandingSection
    state: Literal["open", "nothing"] = "open"
    nothing_text: str = ""
    intro: str = ""  # HTML
    briefs: tuple[Brief, ...] = ()


@dataclass(frozen=True)
class OwnCard:
    """A related card that points at one of our issues, by its key."""

    issue: str


@dataclass(frozen=True)
class ForeignCard:
    """A related card that points elsewhere."""

    label: str
    title: str
    dek: str
    opening: str  # HTML, two paragraphs
    url: str
    picture: PhotoUse | None = None


@dataclass(frozen=True)
class Replacement:
    """In `place`, `old` (found there exactly once) becomes `new`; `brief` names one if needed."""

    place: Place
    old: str
    new: str
    brief: str = ""


@dataclass(frozen=True)
class Revision:
    """A later text: `after` counts from the first live moment. `note` is printed ("" if minor)."""

    after: timedelta
    kind: RevisionKind
    note: str
    replacements: tuple[Replacement, ...]


@dataclass(frozen=True)
class Withdrawal:
    """The issue is taken back; `after` counts from the first live moment."""

    after: timedelta
    reason: str


@dataclass(frozen=True)
class Issue:
    """One issue as first written. "armed" has a moment to come, "draft" is pressed by nobody."""

    key: str
    series: str
    state: Literal["published", "armed", "draft"]
    moment: Moment | None  # None for a draft
    title: str  # without the prefix
    dek: str
    bylines: tuple[Byline, ...]
    topics: tuple[str, ...]
    sections: tuple[Section, ...]
    genre_label: str = ""
    section_label: str = ""
    show_prefix: bool = True
    numbered: bool = True
    picture: PhotoUse | None = None
    lead: str = ""  # HTML; "" where the series has none
    related: tuple[OwnCard | ForeignCard, ...] = ()
    revisions: tuple[Revision, ...] = ()
    withdrawal: Withdrawal | None = None


@dataclass(frozen=True)
class Notice:
    """Shown by the time of reading; the two offsets count from the moment of loading."""

    key: str
    kind: Literal["appeal", "call", "sponsor"]
    body: str  # HTML
    series: str  # "" for everywhere
    starts: timedelta
    ends: timedelta

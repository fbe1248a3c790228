"""What the screen shows of each part while it is closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from digest.lib import html
from newsroom.desk.screen.kinds import Kind, kind_of
from newsroom.models import (
    Issue,
    LeadAnalysis,
    NewsBrief,
    PhotoUse,
    RelatedLink,
    Section,
)
from newsroom.pictures import WIDTHS
from newsroom.text.preflight import Finding

#: How many words of a closed part are shown.
FIRST_WORDS = 24


@dataclass
class Row:
    """One part, with the parts within it. `at` is the address of its small requests."""

    part: Any
    kind: Kind
    at: str
    words: int = 0
    opening: str = ""
    rows: list[Row] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    may_change: bool = True

    @property
    def say(self) -> dict[str, str]:
        """The words on its buttons, by what they do, in the language of the request."""
        return _words(get_language())

    @property
    def spoken_words(self) -> str:
        """How many words it has, or "" where it has none."""
        if not self.words:
            return ""
        return ngettext("%d word", "%d words", self.words) % self.words

    @cached_property
    def uid(self) -> str:
        """What its elements on the page are named by."""
        return str(self.part.uid)

    @cached_property
    def name(self) -> str:
        """What buttons and lists call it."""
        return str(self.part)

    @property
    def listed(self) -> str:
        """What outline and panel call it: the name of a photo alone is often that of a file."""
        is_picture = isinstance(self.part, PhotoUse)
        return _("Picture: %s") % self.name if is_picture else self.name

    @property
    def level(self) -> int:
        """Of its heading, under that of the page: what stands within a part is one below."""
        if isinstance(self.part, PhotoUse) and self.part.card_id:
            return 4
        return 3 if isinstance(self.part, NewsBrief | RelatedLink) else 2

    @property
    def headed(self) -> str:
        """What its heading says beside its kind; the title block and the lead are one each."""
        return "" if self.is_only_one else Truncator(self.name).words(12)

    @property
    def is_only_one(self) -> bool:
        """Whether an issue has one part of its kind, which its kind names well enough."""
        return isinstance(self.part, Issue | LeadAnalysis)

    @property
    def outlets(self) -> list[str]:
        """Whose reports a brief rests on."""
        return [str(one.outlet or one.address) for one in self.part.sources.all()]

    @cached_property
    def is_empty_week(self) -> bool:
        """Whether a section says that there is nothing."""
        return isinstance(self.part, Section) and self.part.state == Section.State.NOTHING

    @property
    def template(self) -> str:
        """The template that shows the part as it is read."""
        return f"desk/screen/closed/{self.kind.name}.html"

    @property
    def form_template(self) -> str:
        """The template of the form in which the part is written."""
        return f"desk/screen/open/{self.kind.name}.html"

    @cached_property
    def base(self) -> str:
        """Under which all small requests of the issue stand."""
        return self.at.partition("parts/")[0]

    @property
    def bylines(self) -> Any:
        """Who signs the issue, on the row of its title block."""
        read = getattr(self.part, "bylines_read", None)
        return self.part.bylines.select_related("person") if read is None else read

    @property
    def topics(self) -> Any:
        """What the issue is about, on the row of its title block."""
        read = getattr(self.part, "topics_read", None)
        return self.part.issue_topics.select_related("tag") if read is None else read

    @property
    def thumbnail(self) -> str:
        """The address of a picture's smallest rendition, for staff."""
        picture = self.part.photo.picture
        return address_of_rendition(picture.key, min(WIDTHS[0], picture.width)) if picture else ""


@cache
def _words(language: str | None) -> dict[str, str]:
    """What stands on every row: looked up once a language, not a dozen times a row."""
    return {
        "it_has_news": _("It has news"),
        "nothing_this_week": _("Nothing this week"),
        "done": _("Done"),
        "edit": _("Edit"),
    }


def row_of(part: Any, issue: Issue, *, may_change: bool = True) -> Row:
    """The row of a part, without the parts within it."""
    kind = kind_of(part)
    texts = " ".join(_texts(part)).split()
    more = " …" if len(texts) > FIRST_WORDS else ""
    return Row(
        part,
        kind,
        at=f"{address_of(issue)}parts/{kind.name}/{part.pk}/",
        words=len(texts),
        opening=" ".join(texts[:FIRST_WORDS]) + more,
        may_change=may_change,
    )


def address_of(issue: Issue) -> str:
    """Under which all small requests of an issue's screen stand."""
    return reverse("admin:desk-screen", args=[issue.pk])


def address_of_rendition(key: str, width: int) -> str:
    """The address under /preview/ at which staff see a rendition, public or not."""
    return reverse("desk-picture", args=[key, width])


def _texts(part: Any) -> list[str]:
    if isinstance(part, Issue):
        return [part.title, part.dek]
    if isinstance(part, LeadAnalysis):
        return [html.plain(part.body)]
    if isinstance(part, Section):
        nothing = part.state == Section.State.NOTHING
        return [part.nothing_text] if nothing else [html.plain(part.intro)]
    if isinstance(part, NewsBrief):
        return [html.plain(part.body)]
    if isinstance(part, RelatedLink):
        return [part.dek, html.plain(part.opening)]
    if isinstance(part, PhotoUse):
        return [part.caption]
    raise TypeError(part)

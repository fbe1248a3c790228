"""Two texts compared by word: what stayed, what went and what came.

A text is a row of tokens: words, the beginnings of blocks, and the targets of links. What
cannot be heard in the words themselves (emphasis, a paragraph's beginning, where a link
leads) is written out wherever it has changed, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match
from html.parser import HTMLParser
from typing import Literal

from django.utils.translation import gettext as _

from digest.lib import alignment, raised

What = Literal["equal", "del", "ins"]

#: Words of what stayed that are shown before and after a change.
AROUND = 8
#: What stayed between two changes is given up where it is shorter: it only tears them up.
SCRAP = 3
#: Two texts that share less than this are not compared, but shown one after the other.
LIKE = 0.4

#: Letters of a word with what is raised and lowered in it; more than that is none.
LONGEST_WORD = 200

_STRONG = {"strong": "**", "em": "*"}
#: Raised and lowered letters, which belong to the word that they touch: 10⁶ is one.
_LEVELS = {"sup": "^", "sub": "_"}


@dataclass(frozen=True)
class Segment:
    """A run of words that stayed ("equal"), went ("del") or came ("ins").

    `close`: it stands against the segment before it, without a blank.
    """

    what: What
    text: str
    close: bool = False


@dataclass(frozen=True)
class Token:
    """A word or a mark. `key` is compared; `plain` is shown where it stayed, `marked` elsewhere."""

    key: str
    plain: str
    marked: str
    #: Whether it stands against the token before it, without a blank.
    close: bool = False


def compare(before: Sequence[Token], after: Sequence[Token]) -> tuple[Segment, ...]:
    """The segments from one text to the other; long runs of what stayed are shortened."""
    runs = list(_runs(before, after))
    shared = sum(len(old) for what, old, _new in runs if what == "equal")
    if before and after and shared < LIKE * min(len(before), len(after)):
        runs = [("change", before, after)]
    return tuple(segment for segment in _segments(runs) if segment.text)


def plain(text: str) -> list[Token]:
    """The tokens of a plain text."""
    return [Token(f" {word}", word, word) for word in text.split()]


def rich(text: str) -> list[Token]:
    """The tokens of cleaned HTML: its words, and what opens and closes around them."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.tokens


Run = tuple[str, Sequence[Token], Sequence[Token]]


def _runs(before: Sequence[Token], after: Sequence[Token]) -> Iterator[Run]:
    """("equal" or "change", tokens before, tokens after), with no scraps between changes."""
    old, new = [token.key for token in before], [token.key for token in after]
    left: tuple[int, int] = (0, 0)
    blocks = alignment.matching(old, new)
    kept = [block for block in blocks if not _is_scrap(block, len(old), len(new))]
    for block in kept:
        if (block.a, block.b) != left:
            yield "change", before[left[0] : block.a], after[left[1] : block.b]
        end = (block.a + block.size, block.b + block.size)
        yield "equal", before[block.a : end[0]], after[block.b : end[1]]
        left = end
    if left != (len(old), len(new)):
        yield "change", before[left[0] :], after[left[1] :]


def _is_scrap(block: Match, old: int, new: int) -> bool:
    ends = block.a + block.size == old and block.b + block.size == new
    begins = (block.a, block.b) == (0, 0)
    return block.size < SCRAP and not (begins or ends) and max(old, new) > 4 * SCRAP


def _segments(runs: Sequence[Run]) -> Iterator[Segment]:
    for index, (what, old, new) in enumerate(runs):
        if what == "equal":
            first, last = index == 0, index == len(runs) - 1
            yield Segment("equal", _shortened(new, first=first, last=last), new[0].close)
            continue
        if old:
            yield Segment("del", _text((token, token.marked) for token in old), old[0].close)
        if new:
            yield Segment("ins", _text((token, token.marked) for token in new), new[0].close)


def _shortened(tokens: Sequence[Token], *, first: bool, last: bool) -> str:
    """What stayed, with the words nearest to the changes on either side."""
    head = 0 if first else AROUND
    tail = 0 if last else AROUND
    if len(tokens) <= head + tail + AROUND:
        return _text((token, token.plain) for token in tokens)
    begin = _text((token, token.plain) for token in tokens[:head])
    end = _text((token, token.plain) for token in tokens[len(tokens) - tail :])
    return " ".join(filter(None, [begin, "…", end]))


def _text(shown: Iterable[tuple[Token, str]]) -> str:
    words: list[str] = []
    for token, text in shown:
        if text:
            words += [text] if token.close or not words else [" ", text]
    return "".join(words)


class _Reader(HTMLParser):
    """Cleaned HTML, word by word."""

    def __init__(self) -> None:
        super().__init__()
        self.tokens: list[Token] = []
        self.blocks: list[str] = []
        self.strong: list[str] = []
        self.levels: list[str] = []
        self.was_level = False
        self.target = ""
        self.close_next = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.target = dict(attrs).get("href") or ""
        elif tag == "br":
            self._mark("br", "↵", "↵")
        elif tag in _STRONG:
            self.strong.append(_STRONG[tag])
        elif tag in _LEVELS:
            self.levels.append(tag)
        else:
            self.blocks.append(tag)
            self._begin_block()

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            touches = self.close_next
            self._mark(f"a {self.target}", "", f"‹{self.target}›")
            self.close_next = touches
        elif tag in _STRONG and self.strong:
            self.strong.pop()
        elif tag in _LEVELS and self.levels:
            self.levels.pop()
        elif tag in self.blocks:
            while self.blocks.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        for index, word in enumerate(data.split()):
            signs = "".join(self.strong)
            marked = f"{signs}{word}{signs[::-1]}"
            close = index == 0 and self.close_next and not data[0].isspace()
            self._add(Token(f"{signs} {word}", word, marked, close))
        self.close_next = bool(data) and not data[-1].isspace()
        self.was_level = bool(self.levels)

    def _add(self, token: Token) -> None:
        """A word; what is raised or lowered, and what follows it, is one with what it touches."""
        level = self.levels[-1] if self.levels else ""
        if level:
            word = raised.written(level, token.plain)
            # Letters that are set alike in a plain text are marked where they have changed.
            signs = _LEVELS[level] if word == token.plain else ""
            marked = token.marked.replace(token.plain, f"{signs}{word}{signs}", 1)
            token = Token(f"{_LEVELS[level]}{token.key}", word, marked, token.close)
        touches = token.close and (level or self.was_level)
        # The key of a word begins with a blank or a sign.
        is_word = touches and not self.tokens[-1].key[0].isalpha()
        if is_word and len(self.tokens[-1].marked) < LONGEST_WORD:
            last = self.tokens.pop()
            marked = (last.marked + token.marked).replace("****", "")
            token = Token(last.key + token.key, last.plain + token.plain, marked, last.close)
        self.tokens.append(token)

    def _begin_block(self) -> None:
        """A block within a block begins once: the inner one says what both are."""
        if self.tokens and self.tokens[-1].key.startswith("block "):
            self.tokens.pop()
        first, kind = not self.tokens, _kind(self.blocks)
        sign = "" if first else "¶"
        marked = f"¶ [{kind}]" if kind else sign
        self._mark(f"block {' '.join(self.blocks)}", sign, marked)

    def _mark(self, key: str, stayed: str, marked: str) -> None:
        self.tokens.append(Token(key, stayed, marked))
        self.close_next = False


def _kind(blocks: Sequence[str]) -> str:
    """What a block is to those who do not see it set, or "" for a paragraph."""
    names = {
        "blockquote": _("quotation"),
        "h3": _("heading"),
        "h4": _("lower heading"),
        "ul": _("list"),
        "ol": _("numbered list"),
    }
    return ", ".join(names[block] for block in blocks if block in names)

"""Which text of foreign HTML is struck out, as a browser shows it, in time that grows with it.

HTML mends what its authors forgot (WHATWG HTML, 13.2.6): `s` and `strike` go on in the next
block until they are closed or their table cell ends; `del` ends with what it stands in.
"""

from __future__ import annotations

from collections import Counter, defaultdict

_LASTING = frozenset(["s", "strike"])
NAMES = _LASTING | {"del"}
_CELLS = frozenset(["td", "th", "caption", "object", "marquee", "template"])
_TABLE = frozenset(["table", "tbody", "thead", "tfoot", "tr"])
_LISTS = frozenset(["ul", "ol"])
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]
)


class Struck:
    """Told of each tag in turn; `is_on` while what stands there is struck out.

    `blocks` are the names of elements that end a paragraph.
    """

    def __init__(self, blocks: frozenset[str]) -> None:
        self.special = blocks | _CELLS | _TABLE
        self.blocks = blocks
        self.stack: list[str] = []
        self.at: dict[str, list[int]] = defaultdict(list)
        self.barriers: list[int] = []
        #: Those that go on, in this table cell; what went on around it comes back at its end.
        self.lasting: Counter[str] = Counter()
        self.around: list[tuple[int, Counter[str]]] = []

    @property
    def is_on(self) -> bool:
        """Whether text would be struck out here."""
        return any(self.at[name] for name in NAMES) or any(self.lasting.values())

    def opens(self, name: str) -> None:
        """Take note of an opening tag, and of what HTML closes by it."""
        if name in _VOID:
            return
        if name in self.blocks:
            self._end("p")
        if name == "li" and self._is_within("li", _LISTS):
            self._end("li")
        for cell in ("td", "th"):
            if name in {"td", "th", "tr"} and self._is_within(cell, {"table"}):
                self._end(cell)
        if name in _LASTING:
            self.lasting[name] += 1
        if name in _CELLS:
            self.around.append((len(self.stack), self.lasting))
            self.lasting = Counter()
        if name in self.special:
            self.barriers.append(len(self.stack))
        self.at[name].append(len(self.stack))
        self.stack.append(name)

    def closes(self, name: str) -> None:
        """Take note of a closing tag; one that closes nothing changes nothing."""
        if name not in _LASTING:
            self._end(name)
        elif self.lasting[name]:
            self.lasting[name] -= 1
            if self.at[name] and self.at[name][-1] > self._last_barrier():
                self._cut(self.at[name][-1])
            elif self.at[name]:
                # What was opened within it stays open.
                self.stack[self.at[name].pop()] = ""

    def _is_within(self, name: str, walls: frozenset[str] | set[str]) -> bool:
        """Whether such an element is open, and none of the walls in it."""
        wall = max((self.at[one][-1] for one in walls if self.at[one]), default=-1)
        return bool(self.at[name]) and self.at[name][-1] > wall

    def _last_barrier(self) -> int:
        return self.barriers[-1] if self.barriers else -1

    def _end(self, name: str) -> None:
        """Close the innermost of that name with all in it, where HTML lets it be reached."""
        if not self.at[name]:
            return
        place = self.at[name][-1]
        cell = self.around[-1][0] if self.around else -1
        wall = cell if name in self.special else self._last_barrier()
        if place > wall or (place == wall and name in self.special) or name in _TABLE:
            self._cut(place)

    def _cut(self, place: int) -> None:
        while len(self.stack) > place:
            name = self.stack.pop()
            if name:
                self.at[name].pop()
            if self.barriers and self.barriers[-1] == len(self.stack):
                self.barriers.pop()
            if self.around and self.around[-1][0] == len(self.stack):
                self.lasting = self.around.pop()[1]

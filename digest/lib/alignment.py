"""What two sequences share, in time that grows with their length.

difflib is exact and cubic where much repeats itself. It compares what is small. What is
large is first cut at its anchors, which stand once in each of the two (Bram Cohen's
"patience diff"); what is still large between two anchors is taken for rewritten.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher

#: So many comparisons difflib is asked for at once: 500 words and 500 words.
SMALL = 250_000
#: And for all the places between anchors together, of which each is much smaller.
GAP = 10_000
GAPS = 1_000_000


def matching(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """The runs that both have, in their order in both; none touches the next in both."""
    if len(old) * len(new) <= SMALL:
        return _exactly(old, new)
    runs: list[Match] = []
    left = GAPS
    a = b = 0
    for anchor in [*_anchors(old, new), Match(len(old), len(new), 0)]:
        work = (anchor.a - a) * (anchor.b - b)
        if 0 < work <= min(GAP, left):
            left -= work
            within = _exactly(old[a : anchor.a], new[b : anchor.b])
            runs += [Match(a + one.a, b + one.b, one.size) for one in within]
        runs.append(anchor)
        a, b = anchor.a + anchor.size, anchor.b + anchor.size
    return list(_joined(runs))


def opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    """The runs and what stands between them, as SequenceMatcher.get_opcodes() tells it."""
    a = b = 0
    for run in [*matching(old, new), Match(len(old), len(new), 0)]:
        if a < run.a or b < run.b:
            what = "insert" if a == run.a else "delete" if b == run.b else "replace"
            yield what, a, run.a, b, run.b
        a, b = run.a + run.size, run.b + run.size
        if run.size:
            yield "equal", run.a, a, run.b, b


def _exactly(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    # Words that are everywhere ("the") are no anchors; difflib leaves them out of long texts.
    blocks = SequenceMatcher(None, old, new, autojunk=True).get_matching_blocks()
    return [block for block in blocks if block.size]


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    """What begins and ends both, and what stands once in each, as far as the order is the same."""
    shortest = min(len(old), len(new))
    head = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    most = shortest - head
    tail = next((i for i in range(most) if old[-1 - i] != new[-1 - i]), most)
    a, b = len(old) - tail, len(new) - tail
    once = {one for one, count in Counter(old[head:a]).items() if count == 1}
    once &= {one for one, count in Counter(new[head:b]).items() if count == 1}
    place = {new[index]: index for index in range(head, b) if new[index] in once}
    pairs = [(index, place[old[index]]) for index in range(head, a) if old[index] in once]
    middle = [Match(i, j, 1) for i, j in _longest_rising(pairs)]
    return [one for one in [Match(0, 0, head), *middle, Match(a, b, tail)] if one.size]


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of pairs in which the second rises as the first does (patience sorting)."""
    tops: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, (_i, j) in enumerate(pairs):
        pile = bisect_left(tops, j)
        before.append(at[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(j)
            at.append(index)
        else:
            tops[pile], at[pile] = j, index
    rising, index = [], at[-1] if at else -1
    while index >= 0:
        rising.append(pairs[index])
        index = before[index]
    return rising[::-1]


def _joined(runs: Sequence[Match]) -> Iterator[Match]:
    """Runs that touch in both are one."""
    last = Match(0, 0, 0)
    for run in runs:
        if (last.a + last.size, last.b + last.size) == (run.a, run.b):
            last = Match(last.a, last.b, last.size + run.size)
            continue
        if last.size:
            yield last
        last = run
    if last.size:
        yield last

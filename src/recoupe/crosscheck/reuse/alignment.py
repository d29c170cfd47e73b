"""Two texts in, the stretches that they share out: runs of words in common, joined where a few between them changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.crosscheck.reuse.texts import Text, matter

RUN = 8
"""Words in common that make a passage."""
SEED = 4
"""Words in common that two runs are looked for by; between two passages, a run of so many goes with them."""
OFTEN = 12
"""A row of SEED words that one text holds more often says nothing of where the other took it from."""
CHANGED = 10
"""Words between two runs that may have been changed, left out or put in, on the longer side."""
MATTER = 4
"""Words of matter that a run must hold to make a passage by itself."""
QUOTED = 6
"""Words in common that make a passage where both texts have them between quotation marks: nobody finds another's words."""
BESIDE = 2
"""Words of matter that a short run must hold to stand by itself between two passages."""


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Words in common: `size` of them from word `a` of one text and word `b` of the other."""

    a: int
    b: int
    size: int

    @property
    def end_a(self) -> int:
        return self.a + self.size

    @property
    def end_b(self) -> int:
        return self.b + self.size


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A shared stretch: the runs in it, in the order of both texts."""

    runs: tuple[Run, ...]

    @property
    def a(self) -> tuple[int, int]:
        return self.runs[0].a, self.runs[-1].end_a

    @property
    def b(self) -> tuple[int, int]:
        return self.runs[0].b, self.runs[-1].end_b

    @property
    def words(self) -> int:
        return sum(run.size for run in self.runs)


def matches(a: Text, b: Text) -> tuple[Match, ...]:
    """Return the stretches that two texts share, in the order of `a`; a pure function of the two.

    A stretch holds a run of at least RUN words in common; runs are joined where at most CHANGED words between them
    differ, and shorter runs count where they stand between two stretches of the same order. None crosses a paragraph.
    """
    runs = list(_runs(a, b))
    long = [run for run in _disjoint(runs) if _long(a, b, run)]
    near = _disjoint([*long, *_beside(runs, long)], given=len(long))
    sure = [match for match in _joined(near, a, b) if _stands(a, b, match)]
    anchors = sorted(run for match in sure for run in match.runs)
    chosen = _disjoint([*anchors, *_beside(runs, anchors), *_between(runs, anchors)], given=len(anchors))
    held = set(anchors)
    return tuple(match for match in sorted(_joined(chosen, a, b)) if held & {*match.runs} or _speaks(a, match))


def _long(a: Text, b: Text, run: Run) -> bool:
    """Tell whether a run is long enough to begin with: RUN words, fewer inside quotation marks, and not all grammar."""
    return (run.size >= RUN and matter(a, run.a, run.end_a) >= BESIDE) or (run.size >= QUOTED and _quoted(a, b, run))


def _stands(a: Text, b: Text, match: Match) -> bool:
    """Tell whether a stretch is a passage by itself: enough words in a row, and matter in them, not names alone."""
    held = sum(matter(a, run.a, run.end_a) for run in match.runs)
    if held >= MATTER and any(run.size >= RUN for run in match.runs):
        return True
    return any(
        _quoted(a, b, run) and matter(a, run.a, run.end_a) >= (BESIDE if run.size >= RUN else BESIDE + 1)
        for run in match.runs
        if run.size >= QUOTED
    )


def _quoted(a: Text, b: Text, run: Run) -> bool:
    return all(at in a.quoted for at in range(run.a, run.end_a)) and all(
        at in b.quoted for at in range(run.b, run.end_b)
    )


def _speaks(a: Text, match: Match) -> bool:
    """Tell whether a shorter stretch beside passages is one too."""
    return match.words >= RUN or (match.words > SEED and matter(a, *match.a) >= BESIDE)


def proven(match: Match) -> bool:
    """Tell whether a stretch shares so many words in a row that it needs no others beside it."""
    return max(run.size for run in match.runs) >= RUN


def _runs(a: Text, b: Text) -> Iterator[Run]:
    """Yield each run of SEED words or more that can be made no longer; a run ends where a paragraph does."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(b.forms) - SEED + 1):
        if b.blocks[at] == b.blocks[at + SEED - 1]:
            places[b.forms[at : at + SEED]].append(at)
    often: dict[tuple[str, ...], int] = defaultdict(int)
    for at in range(len(a.forms) - SEED + 1):
        often[a.forms[at : at + SEED]] += 1
    for at in range(len(a.forms) - SEED + 1):
        row = a.forms[at : at + SEED]
        if a.blocks[at] != a.blocks[at + SEED - 1] or max(often[row], len(places.get(row, ()))) > OFTEN:
            continue
        for other in places.get(row, ()):
            if _same(a, b, at - 1, other - 1, at, other):
                continue
            size = SEED
            while _same(a, b, at + size, other + size, at, other):
                size += 1
            yield Run(at, other, size)


def _same(a: Text, b: Text, at: int, other: int, home: int, home_b: int) -> bool:
    return (
        0 <= at < len(a.forms)
        and 0 <= other < len(b.forms)
        and a.forms[at] == b.forms[other]
        and a.blocks[at] == a.blocks[home]
        and b.blocks[other] == b.blocks[home_b]
    )


def _disjoint(runs: Iterable[Run], given: int = 0) -> list[Run]:
    """Return runs of which no two share a word of either text: the longest first, and the `given` first ones before all.

    What a longer run leaves of a shorter one is kept where it is still a run.
    """
    ordered = list(runs)
    waiting = [
        *ordered[:given],
        *sorted(ordered[given:], key=lambda run: (-run.size, run.a + run.b, abs(run.a - run.b), run.a)),
    ]
    used_a: set[int] = set()
    used_b: set[int] = set()
    kept: list[Run] = []
    for run in waiting:
        for part in _left(run, used_a, used_b):
            if part.size < (SEED if part.size == run.size or given else RUN):
                continue
            used_a.update(range(part.a, part.end_a))
            used_b.update(range(part.b, part.end_b))
            kept.append(part)
    return sorted(kept)


def _left(run: Run, used_a: set[int], used_b: set[int]) -> Iterator[Run]:
    start = None
    for step in range(run.size + 1):
        free = step < run.size and run.a + step not in used_a and run.b + step not in used_b
        if free and start is None:
            start = step
        elif not free and start is not None:
            yield Run(run.a + start, run.b + start, step - start)
            start = None


def _beside(runs: Sequence[Run], strong: Sequence[Run]) -> Iterator[Run]:
    """Yield the shorter runs that stand close beside a strong one, on the same side in both texts."""
    for run in runs:
        if any(_follows(*pair) and _gap(*pair) <= CHANGED for one in strong for pair in ((one, run), (run, one))):
            yield run


def _between(runs: Sequence[Run], strong: Sequence[Run]) -> Iterator[Run]:
    """Yield the shorter runs that stand between the same two strong ones in both texts."""
    rank = {run: at for at, run in enumerate(sorted(strong, key=lambda run: run.b))}
    gaps = [
        (one, other) for one, other in pairwise(sorted(strong)) if rank[other] == rank[one] + 1 and one.end_b <= other.b
    ]
    for run in runs:
        if any(_follows(one, run) and _follows(run, other) for one, other in gaps):
            yield run


def _follows(one: Run, other: Run) -> bool:
    return one.end_a <= other.a and one.end_b <= other.b


def _gap(one: Run, other: Run) -> int:
    return max(other.a - one.end_a, other.b - one.end_b)


def _joined(runs: list[Run], a: Text, b: Text) -> Iterator[Match]:
    """Yield stretches of runs that follow each other closely in both texts, in one paragraph of each."""
    rank = {run: at for at, run in enumerate(sorted(runs, key=lambda run: run.b))}
    group: list[Run] = []
    for run in sorted(runs):
        if group:
            last = group[-1]
            close = rank[run] == rank[last] + 1 and _follows(last, run) and _gap(last, run) <= CHANGED
            if not (close and a.blocks[last.a] == a.blocks[run.a] and b.blocks[last.b] == b.blocks[run.b]):
                yield Match(tuple(group))
                group = []
        group.append(run)
    if group:
        yield Match(tuple(group))

"""Lines of tolls in, those that unattributed figures and figures of unsaid start go on with out: they stand beside them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from recoupe.crosscheck.tolls.lines import Line, lines_of
from recoupe.crosscheck.tolls.steps import Interval, Rung, close, middle, moved, surely_before
from recoupe.crosscheck.tolls.told import Start, Tally, Told
from recoupe.crosscheck.tolls.words import Cue
from recoupe.model.series import StepKind

Key = tuple[object, ...]


def besides(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with unattributed figures, and those of unsaid start, beside the one line that they go on with.

    What goes on with no line, or with several, stays in a line of its own.
    """
    settled = [line for line in lines if line.tally.source and line.start.form != "unsaid"]
    homes = _Homes(settled)
    largest: dict[tuple[Tally, str, str | None], float] = defaultdict(float)
    for one in (one for line in lines for one in line.told):
        key = (one.tally, one.article, one.day)
        largest[key] = max(largest[key], middle(one))
    left: list[Line] = []
    known = set(map(id, settled))
    for line in lines:
        if id(line) in known:
            left.append(line)
            continue
        rest: list[Told] = []
        steps = Counter(article for rung in line.rungs for article in {one.article for one in rung.told})
        for one in line.told:
            # a smaller number beside the article's own toll is a share of it, whosever number it equals
            toll = middle(one) == largest[one.tally, one.article, one.day]
            home = homes.of(one, moves=steps[one.article] > 1) if toll else None
            if home is None:
                rest.append(one)
            else:
                home.beside.append(one)
        if len(rest) == len(line.told):
            left.append(line)
        elif rest:
            left += lines_of(line.tally, rest)
    return _renumbered(left)


def _renumbered(lines: list[Line]) -> list[Line]:
    """Return the lines with those of one tally and start counted anew, so that no two have one id."""
    seen: dict[tuple[Tally, Start], int] = defaultdict(int)
    for line in lines:
        line.number = seen[line.tally, line.start]
        seen[line.tally, line.start] += 1
    return lines


class _Homes:
    """The lines that figures can stand beside, by what they count, where, and for whom."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines: dict[Key, list[Line]] = defaultdict(list)
        self._values: dict[Key, dict[Interval, list[Line]]] = defaultdict(lambda: defaultdict(list))
        for line in lines:
            # an unattributed figure looks among all sources, another among its own
            for source in ("", line.tally.source):
                for counted in sorted({rung.counted for rung in line.rungs}):
                    key = _where(line.tally, counted, source)
                    if not line.number:
                        self._lines[*key, line.start].append(line)
                        self._lines[key].append(line)
                    for rung in line.rungs:
                        self._values[*key, rung.day][rung.interval].append(line)
                        for article in {one.article for one in rung.told}:
                            self._values[*key, "article", article][rung.interval].append(line)

    def of(self, told: Told, *, moves: bool) -> Line | None:
        """Return the one line that a figure goes on with; what an article tells as moving (`moves`) stays together
        unless the line has that very number on that day."""
        key = _where(told.tally, told.tally.counted, told.tally.source)
        same = self._same(told, key)
        if len(same) > 1:
            # of several sources with one number, that which the article itself credits
            same = [line for line in same if any(one.article == told.article for one in line.told)]
        if same:
            return same[0] if len(same) == 1 else None
        if moves:
            return None
        starts = [*self._lines.get((*key, told.start), ())]
        if told.start.form == "unsaid" and told.tally.source:
            starts = self._lines.get(key, [])
        on = [line for line in starts if _next_value(told, line)]
        if not told.tally.source and Cue.RESTATED in told.cues:
            own = self._lines.get(_where(told.tally, told.tally.counted, told.voice), ()) if told.voice else ()
            on += [line for line in own if line not in on and _own_correction(told, line)]
        return on[0] if len(on) == 1 else None

    def _same(self, told: Told, key: Key) -> list[Line]:
        """Return the lines that have a figure's value on its day, or in its article where it leaves its day open."""
        values = self._values.get((*key, told.day) if told.day else (*key, "article", told.article), {})
        value = told.low, told.high
        near = [value] if told.low == told.high and value in values else []
        near += [one for one in values if one not in near and (one[0] != one[1] or value[0] != value[1])]
        found = {
            id(line): line
            for one in near
            if close(one, value)
            for line in values[one]
            if _same_start(told.start, line.start)
        }
        return sorted(found.values(), key=lambda line: line.order)


def _where(tally: Tally, counted: object, source: str) -> Key:
    return tally.kind, tally.unit, tally.alleged, tally.scope, counted, source


def _same_start(one: Start, other: Start) -> bool:
    if one == other or one.form == "unsaid" or (one.form, other.form, one.since) == ("day", "since", other.since):
        return True
    if (one.form, other.form) == ("since", "since") and len(one.since) == len(other.since) == 10:
        return abs((date.fromisoformat(one.since) - date.fromisoformat(other.since)).days) == 1
    return False


def _next_value(told: Told, line: Line) -> bool:
    """Return whether a figure lies between two steps of a line in its day and in its value, or repeats the last."""
    if line.start.form != "since" or (told.day is None and told.span is None) or not told.tally.scope:
        return False
    own = Rung(day=told.day, told=[told], span=told.span)
    dated = [rung for rung in line.rungs if rung.first]
    before = [rung for rung in dated if surely_before(rung, own)]
    after = [rung for rung in dated if surely_before(own, rung)]
    if not before or len(before) + len(after) < len(dated):
        return False
    value = (told.low, told.high)
    if not after:
        return close(before[-1].interval, value)
    return StepKind.LOWERED not in (moved(before[-1].interval, value), moved(value, after[0].interval))


def _own_correction(told: Told, line: Line) -> bool:
    """Return whether the source of a line corrects it in an article of its own, which credits nobody with what it says
    itself (`nous avions parlé de 72, ils étaient 69`)."""
    together = any(one.article == told.article for one in line.told)
    return together and _same_start(told.start, line.start)

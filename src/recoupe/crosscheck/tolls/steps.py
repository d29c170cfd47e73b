"""Values of a toll: whether two are one, whether the one can follow the other, and how the toll moved between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from recoupe.crosscheck.tolls.told import STATES, Span, Told
from recoupe.crosscheck.tolls.words import Cue
from recoupe.model.figure import Counted, Kind, Number, Qualifier
from recoupe.model.series import StepKind

Interval = tuple[Number | None, Number | None]
NEAR = 0.1
"""How far apart, as a share of the larger, two numbers may lie that tell one value with different hedges."""
_PLAIN_FALL, _RESTATED_FALL, _STATE_FALL, _RENEWED_FALL = 2 / 3, 1 / 2, 1 / 4, 1 / 10
"""To which share of what it was a toll may fall: without a word of correction, with one near it, where a number only says
how things stand, and where it is told as the one that now holds. What falls further is shown apart: it may be that of a
few among them (`trois corps avaient été comptés deux fois`), or of another unit."""


@dataclass(slots=True, kw_only=True)
class Rung:
    """A value on a day, with all figures that tell it. `recalled` where every article tells it as an earlier number;
    `span` holds the days of which that may be any."""

    day: str | None
    told: list[Told]
    recalled: bool = False
    step: StepKind = StepKind.FIRST
    notes: list[str] = field(default_factory=list)
    span: Span | None = None

    @property
    def first(self) -> str:
        """The first day that it can be of, blank where that is not known."""
        return self.span[0] if self.span else self.day or ""

    @property
    def last(self) -> str:
        """The last day that it can be of, blank where that is not known."""
        return self.span[1] if self.span else self.day or ""

    @property
    def interval(self) -> Interval:
        return self.told[0].low, self.told[0].high

    @property
    def qualifier(self) -> Qualifier:
        return self.best.figure.qualifier

    @property
    def counted(self) -> Counted:
        return self.best.figure.counted

    @property
    def best(self) -> Told:
        """The figure with the narrowest interval, which comes first: the one whose words say most."""
        return self.told[0]

    @property
    def denied(self) -> Told | None:
        """The number that a source takes back for this one."""
        return next((told.denies for told in sorted(self.told, key=lambda told: told.order) if told.denies), None)

    @property
    def appeared(self) -> str:
        return min((told.appeared for told in self.told), default="")


def moved(before: Interval, after: Interval) -> StepKind:
    """Return how a toll moved: `same` where the two intervals meet, so far as a hedge leaves it open.

    `plus de 300.000` and then `plus de 312.000` is raised: what is surely reached went up.

    >>> moved((300000, None), (312000, None)).value, moved((27, None), (30, 30)).value
    ('raised', 'raised')
    >>> moved((90, 110), (105, 105)).value, moved((384, 384), (300, None)).value, moved((17, 17), (16, 16)).value
    ('same', 'same', 'lowered')
    """
    (low, high), (new_low, new_high) = before, after
    top = high if high is not None else low
    bottom = low if low is not None else high
    if new_low is not None and top is not None and new_low > top:
        return StepKind.RAISED
    if new_high is not None and bottom is not None and new_high < bottom:
        return StepKind.LOWERED
    if new_low is None and low is None and high is not None and new_high is not None and new_high > high:
        return StepKind.RAISED
    return StepKind.SAME


def close(one: Interval, other: Interval) -> bool:
    """Return whether two numbers told of one day are one value: their intervals meet and the numbers lie together.

    >>> close((27, None), (27, 27)), close((3, None), (7, 7)), close((27, 33), (31, 31)), close((16, 16), (17, 17))
    (True, False, True, False)
    """
    (low, high), (other_low, other_high) = one, other
    if low is not None and other_high is not None and low > other_high:
        return False
    if other_low is not None and high is not None and other_low > high:
        return False
    a, b = middle_of(one), middle_of(other)
    return abs(a - b) <= NEAR * max(abs(a), abs(b))


def surely_before(one: Rung, other: Rung) -> bool:
    """Return whether one value is of an earlier day than another, whatever day of its interval either is of."""
    return bool(one.last and other.first) and one.last < other.first


def step_of(main: Sequence[Rung], rung: Rung) -> StepKind:
    """Return how a value moved from the last one; what it is told in place of counts as the last where there is none."""
    if main:
        return moved(main[-1].interval, rung.interval)
    if rung.denied is not None:
        return moved((rung.denied.low, rung.denied.high), rung.interval)
    return StepKind.FIRST


def follows(main: Sequence[Rung], rung: Rung) -> bool:
    """Return whether a value can be the next step of a toll."""
    if not main:
        return True
    last = main[-1]
    tally = rung.best.tally
    if differ(last, rung) or ((tally.counted in _VAGUE or tally.kind in _LOOSE) and last.interval != rung.interval):
        return False
    if _another(last, rung):
        return False
    step = moved(last.interval, rung.interval)
    if step is StepKind.SAME:
        return True
    words = frozenset(cue for one in rung.told for cue in one.cues)
    first = rung.best
    denied = rung.denied is not None and (rung.denied.low, rung.denied.high) == last.interval
    if first.start.form == "day" and not last.recalled and not words & NEW and not denied:
        return False
    if not first.tally.scope or (first.start.form == "unsaid" and not first.named):
        return False
    together = not {told.article for told in last.told}.isdisjoint(told.article for told in rung.told)
    if together and ((rung.recalled and not last.recalled) or not _paired(last, rung)):
        return False
    said = denied or last.recalled or bool(words & {*NEW, Cue.RESTATED})
    if not first.named and not (said if together else _one_voice(last, rung)):
        return False
    if step is StepKind.RAISED:
        return True
    # a number that is told as an earlier one takes nothing back, nor does one that nobody is credited with
    stands = tally.kind in STATES and not tally.source and _one_voice(last, rung)
    if rung.recalled or not (first.named or said or stands):
        return False
    # of two tolls whose start nobody says, a smaller one may be that of another event
    if first.start.form == "unsaid" and tally.kind not in STATES and not _corrects(last, rung, words):
        return False
    return middle_of(rung.interval) >= _least(first.tally.kind, words) * middle_of(last.interval)


def why_apart(rungs: Sequence[Rung], main: Sequence[Rung]) -> str:
    """Return in what a toll differs from another one of its kind, place, source and start, which it does not go on with."""
    first = rungs[0]
    best = first.best
    mine, its = ({one.article for rung in some for one in rung.told} for some in (rungs, main))
    if any(differ(first, rung) for rung in main):
        return "another side or doer is named"
    if any(Cue.ANOTHER in one.cues for one in first.told):
        return "the words speak of another event"
    if Cue.FRESH in best.cues:
        return "what struck is told as if for the first time"
    if mine & its:
        return "one article tells both numbers"
    if not best.tally.source and not any(_one_voice(first, rung) for rung in main):
        return "nobody is credited, and it is not known to be the same outlet"
    if best.tally.source and not best.named:
        return "the source is not named, and may be somebody else"
    if not first.first or first.span:
        return "its day is not known well enough to put the two in order"
    if moved(main[-1].interval, first.interval) is StepKind.LOWERED:
        return "it is less, and no word corrects the other"
    return "nothing says that it goes on with the other"


def _corrects(last: Rung, rung: Rung, words: frozenset[Cue]) -> bool:
    before = middle_of(last.interval)
    named = rung.denied is not None or last.recalled or any(one.instead_of == before for one in rung.told)
    return named or bool(words & {Cue.RENEWED, Cue.RESTATED})


def _another(last: Rung, rung: Rung) -> bool:
    """Return whether the words of one of two values speak of another event (`une nouvelle attaque`), where no start tells
    which it is of."""
    if last.best.start.form != "unsaid":
        return False
    mine, its = ({Cue.ANOTHER in one.cues for one in some.told} for some in (last, rung))
    fresh = all(Cue.FRESH in one.cues and not one.cues & NEW for one in rung.told)
    if fresh and last.interval != rung.interval:
        return True
    return mine != its or (True in mine and last.interval != rung.interval)


def _paired(last: Rung, rung: Rung) -> bool:
    """Return whether a number that is told beside the one in its place (`44 patients, contre 22`) meets that very one."""
    if not all(Cue.INSTEAD in one.cues for one in last.told):
        return True
    return any(
        (one.article, one.sentence) == (other.article, other.sentence) for one in last.told for other in rung.told
    )


def _least(kind: Kind, words: frozenset[Cue]) -> float:
    if Cue.RENEWED in words:
        return _RENEWED_FALL
    return _STATE_FALL if kind in STATES else _RESTATED_FALL if Cue.RESTATED in words else _PLAIN_FALL


def _one_voice(one: Rung, other: Rung) -> bool:
    """Return whether one outlet tells both of two values in its own voice."""
    return bool({told.voice for told in one.told} & {told.voice for told in other.told} - {""})


def differ(one: Rung, other: Rung) -> bool:
    """Return whether two values name different sides or doers."""
    for name in ("by", "side"):
        named = {getattr(told, name) for told in one.told} - {None}
        others = {getattr(told, name) for told in other.told} - {None}
        if named and others and not named & others:
            return True
    return False


def middle_of(interval: Interval) -> float:
    low, high = interval
    if low is None:
        return float(high or 0)
    return float(low) if high is None else (low + high) / 2


def width_of(interval: Interval) -> float:
    low, high = interval
    return float("inf") if low is None or high is None else float(high - low)


NEW = frozenset({Cue.RENEWED, Cue.UPDATED})
_VAGUE = frozenset({Counted.GOODS, Counted.OTHER})
_LOOSE = frozenset({Kind.OTHER})
"""What these count is said by words that a figure does not hold: only equal numbers of them are one thing."""


def middle(told: Told) -> float:
    """Return the number that a figure's interval lies around: its one closed end, or half way between the two."""
    return middle_of((told.low, told.high))

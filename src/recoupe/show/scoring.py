"""Gold rows and read rows in, the measure out: what was found, what was false, and which fields are right.

A read figure answers the gold figure whose number expression it touches; a read statement the gold statement that it
shares at least half of its words with; a read event the gold event of its type whose words it touches. Each answers once.
Optional gold rows count neither as missed nor as false.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

Row = Mapping[str, Any]
Test = Callable[[Row, Row], bool]

LEADING = re.compile(r"(?:le |la |les |l'|un |une |des |du |d'|de |the |a |an )")
LEVELS = ("detection", "core", "full")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """Shares of 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A gold row, the row that answers it, and the fields that are right in it."""

    gold: Row
    said: Row
    right: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Of one kind (or one counted): how many the gold has, how many were found, with the core and with all fields
    right, and how many were read where the gold has nothing."""

    gold: int
    found: int
    core: int
    full: int
    false: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The outcome for one set and one type of record."""

    fields: tuple[str, ...]
    core: tuple[str, ...]
    pairs: tuple[Pair, ...]
    missed: tuple[Row, ...]
    false: tuple[Row, ...]

    @property
    def gold(self) -> int:
        return len(self.pairs) + len(self.missed)

    @property
    def said(self) -> int:
        return len(self.pairs) + len(self.false)

    def right(self, level: str) -> int:
        """Return how many answers count at a level: all at `detection`, those with the core or all fields right."""
        needed = {"detection": (), "core": self.core, "full": self.fields}[level]
        return sum(pair.right.issuperset(needed) for pair in self.pairs)

    def measure(self, level: str) -> Measure:
        """Return precision, recall and F1 where an answer counts only if it is right at this level."""
        hits = self.right(level)
        precision = hits / self.said if self.said else 0.0
        recall = hits / self.gold if self.gold else 0.0
        both = precision + recall
        return Measure(precision=precision, recall=recall, f1=2 * precision * recall / both if both else 0.0)

    def field(self, name: str) -> float:
        """Return the share of the answers that have this field right."""
        return sum(name in pair.right for pair in self.pairs) / len(self.pairs) if self.pairs else 0.0

    def by(self, key: str) -> dict[str, Tally]:
        """Return the tallies by the gold's value of a field (the first where it accepts several), the largest first."""
        pairs = defaultdict(list)
        for pair in self.pairs:
            pairs[_first(pair.gold[key])].append(pair)
        missed = Counter(_first(row[key]) for row in self.missed)
        false = Counter(str(row[key]) for row in self.false)
        tallies = {
            value: Tally(
                gold=len(pairs[value]) + missed[value],
                found=len(pairs[value]),
                core=sum(pair.right.issuperset(self.core) for pair in pairs[value]),
                full=sum(pair.right.issuperset(self.fields) for pair in pairs[value]),
                false=false[value],
            )
            for value in {*pairs, *missed, *false}
        }
        return dict(sorted(tallies.items(), key=lambda item: (-item[1].gold, item[0])))


def score_figures(gold: Iterable[Row], said: Iterable[Row], articles: Iterable[str] = ()) -> Scores:
    """Return how well `said` answers the figures of `gold`; `articles` names reports that have no gold figure."""
    return _score(
        gold, said, articles, FIGURE, ("value", "kind", "counted"), lambda one, other: _shared(one, other) > 0
    )


def score_statements(gold: Iterable[Row], said: Iterable[Row], articles: Iterable[str] = ()) -> Scores:
    """Return how well `said` answers the statements of `gold`; `articles` names reports that have no gold statement."""
    return _score(gold, said, articles, STATEMENT, ("speaker",), lambda one, other: _shared(one, other) >= 0.5)


def score_events(gold: Iterable[Row], said: Iterable[Row], articles: Iterable[str] = ()) -> Scores:
    """Return how well `said` answers the events of `gold`; `articles` names reports that have no gold event."""
    type_of = _word("type")
    return _score(
        gold,
        said,
        articles,
        EVENT,
        ("actor", "target"),
        lambda one, other: _shared(one, other) > 0 and type_of(one, other),
    )


def _score(
    gold: Iterable[Row],
    said: Iterable[Row],
    articles: Iterable[str],
    tests: Mapping[str, Test],
    core: tuple[str, ...],
    answers: Test,
) -> Scores:
    gold = list(gold)
    judged = {row["article"] for row in gold} | set(articles)
    left: dict[str, list[Row]] = defaultdict(list)
    for row in said:
        if row["article"] in judged:
            left[row["article"]].append(row)
    pairs, missed = [], []
    for asked in gold:
        able = [row for row in left[asked["article"]] if answers(asked, row)]
        best = _best([Pair(gold=asked, said=row, right=_right(tests, asked, row)) for row in able])
        if best is not None:
            left[asked["article"]] = [row for row in left[asked["article"]] if row is not best.said]
        if asked.get("optional"):
            continue
        if best is None:
            missed.append(asked)
        else:
            pairs.append(best)
    return Scores(
        fields=tuple(tests),
        core=core,
        pairs=tuple(pairs),
        missed=tuple(missed),
        false=tuple(row for rows in left.values() for row in rows),
    )


def _best(pairs: Sequence[Pair]) -> Pair | None:
    """Return the answer with most fields right, then the one that shares most words."""
    return max(pairs, key=lambda pair: (len(pair.right), _shared(pair.gold, pair.said)), default=None)


def _shared(one: Row, other: Row) -> float:
    """Return the characters that both spans cover over those that either covers."""
    both = min(one["end"], other["end"]) - max(one["start"], other["start"])
    either = max(one["end"], other["end"]) - min(one["start"], other["start"])
    return float(max(0, both) / either)


def _right(tests: Mapping[str, Test], gold: Row, said: Row) -> frozenset[str]:
    return frozenset(name for name, test in tests.items() if test(gold, said))


def _accepted(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _first(value: Any) -> str:
    return str(_accepted(value)[0])


def _word(key: str) -> Test:
    return lambda gold, said: said.get(key) in _accepted(gold[key])


def _name(key: str) -> Test:
    return lambda gold, said: plain(said.get(key)) in {plain(name) for name in _accepted(gold[key])}


def _day(key: str) -> Test:
    """A gold year or month accepts any day in it."""

    def same(gold: Row, said: Row) -> bool:
        told = said.get(key)
        return any(
            told is None if day is None else told is not None and str(told).startswith(day)
            for day in _accepted(gold[key])
        )

    return same


def _value(gold: Row, said: Row) -> bool:
    return (gold["low"], gold["high"]) == (said.get("low"), said.get("high"))


def _window(gold: Row, said: Row) -> bool:
    return _day("since")(gold, said) and _day("until")(gold, said)


@cache
def plain(name: str | None) -> str | None:
    """Return a name without case, accents, punctuation and its leading article.

    >>> plain("L’Armée libre") == plain("armee  libre")
    True
    """
    if name is None:
        return None
    parts = unicodedata.normalize("NFKD", name.casefold().replace("’", "'"))
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    bare = bare[leading.end() :] if (leading := LEADING.match(bare)) else bare
    return " ".join("".join(part if part.isalnum() else " " for part in bare).split())


FIGURE: Mapping[str, Test] = {
    "value": _value,
    "kind": _word("kind"),
    "counted": _word("counted"),
    "place": _name("place"),
    "window": _window,
    "source": _name("source"),
    "modality": _word("modality"),
}
STATEMENT: Mapping[str, Test] = {
    "speaker": _name("speaker"),
    "form": _word("form"),
    "act": _word("act"),
    "said_on": _day("said_on"),
}
EVENT: Mapping[str, Test] = {
    "actor": _name("actor"),
    "target": _name("target"),
    "place": _name("place"),
    "date": _day("date"),
    "modality": _word("modality"),
}
SCORE = {"figures": score_figures, "statements": score_statements, "events": score_events}
"""How each type of record is scored."""
NEEDED: Mapping[str, tuple[str, ...]] = {
    "figures": ("low", "high", "kind", "counted", "place", "since", "until", "source", "modality"),
    "statements": ("speaker", "form", "act", "said_on"),
    "events": ("type", "actor", "target", "place", "date", "modality"),
}
"""The fields that a gold row of each type has."""


def type_of_row(row: Row) -> str | None:
    """Return which type of record a row is, None where it is none of them or lacks a field.

    >>> type_of_row({"article": "a", "start": 0, "end": 2, "speaker": "maire", "form": "direct", "act": "say", "said_on": None})
    'statements'
    """
    if not isinstance(row.get("article"), str) or not all(type(row.get(key)) is int for key in ("start", "end")):
        return None
    return next((kind for kind, needed in NEEDED.items() if all(name in row for name in needed)), None)

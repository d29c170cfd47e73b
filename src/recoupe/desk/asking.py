"""The address of a list of rows in, what it asks for out; and the addresses of lists that ask for a little more or less."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from recoupe.desk.visit import Visit
from recoupe.errors import DayUnclear, ValueUnknown
from recoupe.store.overview import UNKNOWN, Of, Question
from recoupe.store.overview.asked import SHAPES, number_of
from recoupe.store.overview.overview import END

SIZE, MOST = 50, 200
"""How many rows a page has, and may have."""
LARGEST = 2**63 - 1
"""The largest number that a row may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What one visit asks of a list. `after` and `before` are numbers of rows, `before` may be the `end`."""

    visit: Visit
    path: str
    question: Question
    size: int
    after: int | None
    before: int | str | None

    def values(self, name: str) -> tuple[str, ...]:
        """Return what is asked of a filter."""
        return dict(self.question.filters).get(name, ())

    def link(self, *, path: str | None = None, **changed: Any) -> str:
        """Return the address with parameters changed: None drops one, a list gives it several times.

        Whatever changes which rows there are, or their order, leads to the first page of them.
        """
        return self._address(path or self.path, changed)

    def toggled(self, name: str, value: str | None) -> str:
        """Return the address where a value of a facet is asked for, or no longer is if it was."""
        word, now = self.word(name, value), self.values(name)
        if self.chosen(name, value):
            return self._address(self.path, {name: [one for one in now if one not in (word, value)]})
        return self._address(self.path, {name: [*now, word]})

    def chosen(self, name: str, value: str | None) -> bool:
        """Say whether a value of a facet is asked for."""
        now = self.values(name)
        return self.word(name, value) in now or (value is not None and value in now and name == "article")

    def word(self, name: str, value: str | None) -> str:
        """Return how an address asks for a value: a name in quotation marks, so that no longer one is meant."""
        if value is None:
            return UNKNOWN
        return value if name in SHAPES[self.question.of].closed else f'"{value}"'

    def sorted_by(self, name: str) -> str:
        """Return the address where the rows are sorted by a column; the other way round where they are already."""
        down = self.question.sort == name and not self.question.descending
        return self.link(sort=f"-{name}" if down else name)

    def _address(self, path: str, changed: dict[str, Any]) -> str:
        asked = {**self._now(), **changed}
        pairs = [(key, one) for key, some in asked.items() for one in _several(some)]
        return f"{path}?{urlencode(pairs)}" if pairs else path

    def _now(self) -> dict[str, Any]:
        q = self.question
        sort = f"-{q.sort}" if q.descending else q.sort
        size = self.size if self.size != SIZE else None
        asked = {"crisis": q.crisis, "as_of": q.as_of, **dict(q.filters), "from": q.since, "to": q.until}
        asked |= {"low": _plain(q.low), "high": _plain(q.high)}
        return {**asked, "q": q.words, "sort": sort, "size": size}


def asking(visit: Visit, of: Of, path: str) -> Asking:
    """Return what a visit asks of a list. Errors: ValueUnknown, DayUnclear."""
    asked = visit.request.query_params
    before = asked.get("before") or None
    return Asking(
        visit=visit,
        path=path,
        question=question_of(visit, of),
        size=_size(asked.get("size")),
        after=_number("after", asked.get("after")),
        before=before if before in (None, END) else _number("before", before),
    )


def question_of(visit: Visit, of: Of) -> Question:
    """Return which rows a visit asks for, and in which order. Errors: DayUnclear."""
    asked = visit.request.query_params
    shape = SHAPES[of]
    names = [*shape.closed, *shape.named, "article"]
    filters = ((name, tuple(dict.fromkeys(one for one in asked.getlist(name) if one.strip()))) for name in names)
    day = _day("day", asked.get("day"))
    sort = asked.get("sort") or ""
    return Question(
        of=of,
        crisis=visit.crisis_name,
        as_of=visit.as_of,
        filters=tuple((name, values) for name, values in filters if values),
        since=_day("from", asked.get("from")) or day,
        until=_day("to", asked.get("to")) or day,
        words=(asked.get("q") or "").strip(),
        low=_value("low", asked.get("low")) if of is Of.FIGURES else None,
        high=_value("high", asked.get("high")) if of is Of.FIGURES else None,
        sort=sort.removeprefix("-"),
        descending=sort.startswith("-"),
    )


def plainly(question: Question) -> Question:
    """Return a question without its order."""
    return replace(question, sort="", descending=False)


def _several(value: Any) -> list[Any]:
    some = value if isinstance(value, (list, tuple)) else [value]
    return [one for one in some if one not in (None, "")]


def _size(words: str | None) -> int:
    size = _number("size", words)
    return SIZE if size is None else max(1, min(size, MOST))


def _number(name: str, words: str | None) -> int | None:
    if not words:
        return None
    if not words.isascii() or not words.isdecimal() or len(words) > len(str(LARGEST)) or int(words) > LARGEST:
        raise ValueUnknown(f"{name}={words}", "a number that a page gave")
    return int(words)


def _value(name: str, words: str | None) -> float | None:
    """Return a number as people write it. Errors: ValueUnknown."""
    if not words or not words.strip():
        return None
    value = number_of(words)
    if value is None:
        raise ValueUnknown(f"{name} {words}", "a number such as 465 or 2.5, or nothing where it is open")
    return value


def _plain(value: float | None) -> str | None:
    return None if value is None else f"{value:.15g}"


def _day(name: str, words: str | None) -> str | None:
    if not words:
        return None
    try:
        return datetime.date.fromisoformat(words).isoformat()
    except ValueError as error:
        raise DayUnclear(f"{name}={words}") from error

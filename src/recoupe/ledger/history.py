"""What the checks of a crisis changed, check by check and the last one first; nothing is checked for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from recoupe.ledger import Crisis
from recoupe.model.series import Verdict
from recoupe.show.changes import TOLD, ChangeRow, changes_of, judged, reviewed
from recoupe.show.findings import Names
from recoupe.store import judgements, reviews
from recoupe.store.checkings import checked, moments_of
from recoupe.store.connect import looking
from recoupe.store.findings import Checked
from recoupe.store.quotes import quotes


@dataclass(frozen=True, slots=True)
class History:
    """The checks of a crisis that began by the end of a day (ISO, UTC), or all of them."""

    crisis: Crisis
    as_of: str | None = None

    def moments(self) -> list[tuple[int, str]]:
        """Return the number of each check and when it began, the last one first."""
        with looking(*self._at) as connection:
            return moments_of(connection, self.crisis.name, self.as_of)

    def changes(self, number: int) -> tuple[ChangeRow, ...]:
        """Return what the check of a number changed; its articles are ids. None of it where there is no such check."""
        moments = self.moments()
        at = next((place for place, one in enumerate(moments) if one[0] == number), None)
        if at is None:
            return ()
        before = moments[at + 1] if at + 1 < len(moments) else None
        return _changes(*self._at, self.crisis.name, moments[at], before)

    def items(self, after: tuple[int, int] | None = None) -> Iterator[tuple[int, int, ChangeRow]]:
        """Yield the changes with the number of their check and their place in it, those of the last check first, beginning
        behind one of them."""
        for number, _ in self.moments():
            if after is not None and number > after[0]:
                continue
            for place, row in enumerate(self.changes(number)):
                if after is None or (number, place) > after or number < after[0]:
                    yield number, place, row

    @property
    def _at(self) -> tuple[Any, Path]:
        return self.crisis._reader.engine, self.crisis._reader.path


@lru_cache(maxsize=16)
def _changes(
    engine: Any, path: Path, crisis: str, moment: tuple[int, str], before: tuple[int, str] | None
) -> tuple[ChangeRow, ...]:
    """Return what a check changed: what is later added alters neither it nor what went before."""
    number, at = moment
    with looking(engine, path) as connection:
        one = checked(connection, crisis, number, at, TOLD)
        since = before[1] if before else ""
        heeded = [row for row in judgements.judgements(connection, crisis) if since <= row.at <= at]
        said = [row for row in reviews.weighing(connection, crisis) if since <= row.at <= at]
        found = quotes(connection, [*_records(one), *(row.record for row in said)])
    # a sentence needs the words of the records it names and the ids of their articles, not the whole dossier
    names = SimpleNamespace(
        files=list, records=_articles(found), words={id: quote.words for id, quote in found.items()}
    )
    told = cast(Names, names)
    return (*judged(heeded, [one]), *reviewed(said, [one], told), *changes_of([one], told))


def _articles(found: Mapping[str, Any]) -> dict[str, SimpleNamespace]:
    """Return records by id, of which only the article's id is known."""
    return {id: SimpleNamespace(article=quote.article_id) for id, quote in found.items()}


def _records(one: Checked) -> Iterator[str]:
    """Yield the ids of the records that the changes of a check name."""
    for row in (*one.came, *one.went):
        if row.part == "agreements" and row.body["verdict"] == Verdict.CONFLICT.value:
            yield from (row.body["a"], row.body["b"])
        elif row.part == "disputes":
            for position in row.body["positions"]:
                yield from (*position["statements"], *position["figures"])

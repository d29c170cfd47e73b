"""One crisis as it was last checked, or as of a day: what lies over its articles, and those parts of them that are shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recoupe.errors import NameAmbiguous, NotInLedger
from recoupe.ledger import Crisis, Ledger
from recoupe.model.article import Article
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.span import Span
from recoupe.show.bonds import Bonds, bonds_of
from recoupe.store.anchored import Anchored, anchored, reading_on
from recoupe.store.connect import looking
from recoupe.store.filed import Filed, FiledRow, acts_of, filed, filed_as, filed_from, filed_rows, stamp, whole
from recoupe.store.quotes import Quote, quotes
from recoupe.store.standpoints import Standpoint, standpoints


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is known of a crisis at the end of a day (ISO, UTC), or now. Nothing is checked and nothing written."""

    crisis: Crisis
    as_of: str | None = None

    def found(self) -> Crosscheck:
        """Return what the last check found; nothing where it was never checked."""
        return self.crisis.kept(self.as_of) or Crosscheck(crisis=self.crisis.name)

    def checked(self) -> bool:
        """Say whether it was checked by then."""
        return self.crisis.kept(self.as_of) is not None

    def bonds(self) -> Bonds:
        """Return what was found by article, by record and by id."""
        return bonds_of(self.found())

    def filed(self) -> list[Filed]:
        """Return its articles in short, the earliest first by the day given or worked out, those without a day last."""
        bonds = self.bonds()
        with looking(*self._at) as connection:
            asked = ("filed", self.as_of, stamp(connection))
            return bonds.once(asked, lambda: self._in_order(filed(connection, self.crisis.name, self.as_of)))

    def _in_order(self, some: list[Filed]) -> list[Filed]:
        dating = self.bonds().dating_of

        def day(one: Filed) -> str:
            known = dating.get(one.id)
            return one.published or (known.published or known.earliest or "9999" if known else "9999")

        return sorted(some, key=lambda one: (day(one), one.name))

    def rows(self, some: Iterable[Filed]) -> list[FiledRow]:
        """Return some of its articles as a list shows them, in the order given."""
        with looking(*self._at) as connection:
            return filed_rows(connection, [one.reading for one in some])

    def standpoints(self, some: Iterable[Filed]) -> dict[str, tuple[Standpoint, ...]]:
        """Return for some of its articles, by id, the places with a point that their figures stand at."""
        known = {one.reading: one.id for one in some}
        with looking(*self._at) as connection:
            found = standpoints(connection, self.crisis.name, list(known), before=end_of(self.as_of))
        return {known[reading]: places for reading, places in found.items()}

    def named(self, articles: Iterable[str]) -> list[FiledRow]:
        """Return those of its articles that have some ids, as a list shows them."""
        with looking(*self._at) as connection:
            stand = filed_as(connection, self.crisis.name, articles, self.as_of)
            return filed_rows(connection, [one.reading for one in stand])

    def two(self, one: str, other: str) -> tuple[Article, Article]:
        """Return two of its articles whole, by file name, id or the beginning of one. Errors: NotInLedger, NameAmbiguous."""
        with looking(*self._at) as connection:
            found = [
                filed_as(connection, self.crisis.name, [name], self.as_of)
                or filed_from(connection, self.crisis.name, name, self.as_of)
                for name in (one, other)
            ]
            for name, some in zip((one, other), found, strict=True):
                if len(some) != 1:
                    raise NameAmbiguous(name) if some else NotInLedger(name, f"not in the crisis {self.crisis.name}")
            a, b = whole(connection, [some[0].reading for some in found])
            return a, b

    def quotes(self, records: Iterable[str]) -> dict[str, Quote]:
        """Return the words of some records and where they stand."""
        with looking(*self._at) as connection:
            return quotes(connection, records, before=end_of(self.as_of))

    def left_out(self) -> int:
        """Return how many things are in no line of the timeline, because nothing says when they were."""
        return len(self.nowhen())

    def nowhen(self) -> list[str]:
        """Return a record of each thing that is in no line of the timeline, because nothing says when it was."""
        from recoupe.crosscheck.timeline.ground import Ground

        bonds = self.bonds()
        nowhen = [one.article for one in bonds.found.datings if not one.published]
        with looking(*self._at) as connection:
            said = acts_of(connection, nowhen, sorted(Ground.SHOWN))
        return [*bonds.undated, *(id for id in said if id not in bonds.listed)]

    @property
    def _at(self) -> tuple[Any, Path]:
        return self.crisis._reader.engine, self.crisis._reader.path


def article(
    ledger: Ledger, name: str, *, as_of: str | None = None, shown: Callable[[Article], Span] | None = None
) -> Anchored:
    """Return an article with its records; a record whose words are not there any more is apart.

    `as_of` is the day at whose end it is read; `shown` says which stretch of the text is looked at, and only the records
    that meet it are then given. Errors: NotInLedger, NameAmbiguous.
    """
    with looking(ledger._reader.engine, ledger._reader.path) as connection:
        return anchored(connection, reading_on(connection, name, as_of), shown, before=end_of(as_of))


def end_of(day: str | None) -> str | None:
    """Return a word that sorts behind every moment of a day, as the ledger writes them, and before the next day."""
    return None if day is None else f"{day}U"

"""A crisis in, the tolls of its last check out: which there are, and some of them with the figures and origins behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from recoupe.ledger.crisis import Crisis
from recoupe.ledger.overlay import end_of
from recoupe.model.series import Series
from recoupe.show.charts.toll_picture import TollPicture, picture_of
from recoupe.store import tolls as asked
from recoupe.store.connect import looking
from recoupe.store.crises import CrisisBook
from recoupe.store.tolls import NOT_SAID, ToldFigure, TollHead, TollIndex, Wanted

__all__ = ["NOT_SAID", "TollBook", "TollHead", "TollIndex", "Wanted", "toll_book"]


@dataclass(frozen=True, slots=True)
class TollBook:
    """The tolls that one check of a crisis found. What a check found never changes, so what was asked lately is at hand."""

    crisis: str
    check: int
    _book: CrisisBook
    before: str | None = None
    """Behind which moment (ISO, UTC) people's corrections are left out."""

    def at(self, check: int) -> TollBook:
        """Return the tolls of the same crisis as another check found them."""
        return TollBook(self.crisis, check, self._book, self.before)

    def index(self) -> TollIndex:
        """Return which tolls there are, those with most steps first; the same object while it is at hand."""
        return asked.toll_index(self._book.engine, self._book.path, self.crisis, self.check)

    def some(self, wanted: Wanted, *, limit: int | None = None, offset: int = 0) -> list[Series]:
        """Return the tolls asked for, those with most steps first."""
        keys = self.index().of(wanted)[offset : None if limit is None else offset + limit]
        with looking(self._book.engine, self._book.path) as connection:
            return asked.some_tolls(connection, [key.number for key in keys])

    def count(self, wanted: Wanted) -> int:
        """Return how many tolls there are of those asked for."""
        return len(self.index().of(wanted))

    def told(self, series: Iterable[Series]) -> Mapping[str, ToldFigure]:
        """Return the figures that tolls name: those of their steps, their parts, and what stands beside them."""
        ids = [
            key
            for one in series
            for key in (*(id for step in one.steps for id in step.figures), *one.parts, *one.beside)
        ]
        with looking(self._book.engine, self._book.path) as connection:
            return asked.told_figures(connection, ids, before=self.before)

    def picture(self, series: list[Series], *, left_out: int = 0) -> TollPicture:
        """Return the picture of some tolls."""
        steps = [step for one in series for step in one.steps]
        told = [id for step in steps for id in step.figures]
        # of one origin alone is every figure of its step; which is of which of several is looked up
        origins = {id: list(step.origins) for step in steps if len(step.origins) < 2 for id in step.figures}
        open_ids = [id for step in steps if len(step.origins) > 1 for id in step.figures]
        with looking(self._book.engine, self._book.path) as connection:
            return picture_of(
                series,
                asked.told_figures(connection, told, before=self.before),
                {**origins, **asked.origins_behind(connection, self.crisis, self.check, open_ids)},
                asked.copied_from(connection, self.crisis, self.check) if len(told) > len(steps) else set(),
                left_out=left_out,
            )


def toll_book(crisis: Crisis, as_of: str | None = None) -> TollBook | None:
    """Return the tolls of a crisis as its last check found them, or the last one by a day; None where there was none."""
    book = crisis._book
    check = book.last_check(as_of)
    return None if check is None else TollBook(crisis.name, check, book, end_of(as_of))

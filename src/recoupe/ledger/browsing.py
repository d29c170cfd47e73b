"""Questions on a whole ledger in, pages of its rows out, however many there are of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from recoupe.show.table import Table
from recoupe.store.connect import looking
from recoupe.store.crisis_list import crises_of, crisis_names
from recoupe.store.lines import Line, Point, lines, points, records
from recoupe.store.overview import Answer, Facet, Of, Overview, Question
from recoupe.store.reader import Reader
from recoupe.store.rows import ArticleRow, CrisisRow

_BATCH = 1000


@dataclass(frozen=True, slots=True)
class Browsing:
    """The rows of a ledger page by page. What a page costs does not grow with the pages before it."""

    _overview: Overview
    _reader: Reader

    def page(
        self, question: Question, *, size: int = 50, after: int | None = None, before: int | str | None = None
    ) -> tuple[Answer, list[Line]]:
        """Return a page of records: the first, or that after the record of a number, before one, or before the `end`.

        Errors: CrisisUnknown; ValueUnknown for what cannot be asked.
        """
        answer = self._overview.page(question, size=size, after=after, before=before)
        return answer, self.lines(question.of, answer.seqs)

    def articles(
        self, question: Question, *, size: int = 50, after: int | None = None, before: int | str | None = None
    ) -> tuple[Answer, list[ArticleRow]]:
        """Return a page of articles, as `page` does of records."""
        answer = self._overview.page(question, size=size, after=after, before=before)
        return answer, self._reader.articles_of(answer.seqs)

    def lines(self, of: Of, numbers: Sequence[int]) -> list[Line]:
        """Return the records of some numbers, in that order."""
        with looking(self._reader.engine, self._reader.path) as connection:
            return lines(connection, of, numbers)

    def all(self, question: Question, *, most: int | None = None) -> Iterator[Line]:
        """Yield all records that a question is for, or the first so many, in the order asked for. Errors: as `page`."""
        numbers = islice(self._overview.all(question), most)
        while some := list(islice(numbers, _BATCH)):
            yield from self.lines(question.of, some)

    def count(self, question: Question) -> int:
        """Return how many rows a question is for. Errors: as `page`."""
        return self._overview.count(question)

    def facets(self, question: Question, *, most: int = 12) -> tuple[Facet, ...]:
        """Return for each facet how many rows have which value, as if nothing were asked of that facet. Errors: as `page`."""
        return self._overview.facets(question, most=most)

    def points(self, some: Iterable[Line]) -> dict[int, Point]:
        """Return longitude and latitude of the records that are at a place of the gazetteer, by the record's number."""
        with looking(self._reader.engine, self._reader.path) as connection:
            return points(connection, some)

    def records(self, ids: Iterable[str]) -> dict[str, Line]:
        """Return the records of some ids that stand, or else as they last stood; an id that the ledger has not is left out."""
        with looking(self._reader.engine, self._reader.path) as connection:
            return records(connection, ids)

    def crises(self) -> Table[CrisisRow]:
        """Return the crises that articles were filed under, and how much of each there is."""
        with looking(self._reader.engine, self._reader.path) as connection:
            names = [name for name, _ in crisis_names(connection)]
        return Table(CrisisRow, tuple(self._crisis(name) for name in names))

    def _crisis(self, name: str) -> CrisisRow:
        kinds = (Of.ARTICLES, Of.FIGURES, Of.STATEMENTS)
        articles, figures, statements = (self.count(Question(of=of, crisis=name)) for of in kinds)
        since, until = self._overview.days(name)
        return CrisisRow(name=name, articles=articles, figures=figures, statements=statements, since=since, until=until)

    def crises_of(self, article: str) -> list[str]:
        """Return the names of the crises that an article (its id) was filed under."""
        with looking(self._reader.engine, self._reader.path) as connection:
            return crises_of(connection, article)

    def article_of(self, id: str) -> ArticleRow | None:
        """Return an article by its whole id, as last read; None for an id that the ledger has not."""
        return self._reader.article_row(id)

    def warm(self) -> None:
        """Load what the first page of a large ledger would wait for."""
        for of in Of:
            self._overview.count(Question(of=of))

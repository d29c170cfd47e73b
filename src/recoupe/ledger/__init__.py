"""The ledger as Python sees it: paths in, records kept; questions in, tables of frozen rows out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self

from recoupe.engines import Engine
from recoupe.errors import CrisisUnknown, CrisisUnnamed, RecoupeError, ValueUnknown
from recoupe.ledger.adding import Adding, AddReport, Progress
from recoupe.ledger.crisis import Crisis
from recoupe.ledger.reviewing import Reviewing
from recoupe.model.article import Raw
from recoupe.model.skipped import Skipped
from recoupe.settings import Settings
from recoupe.show.explanation import Explanation, explain
from recoupe.show.rows import read_of
from recoupe.show.table import Table
from recoupe.store import check, search
from recoupe.store.connect import fold_back, looking, open_engine, read_only
from recoupe.store.crisis_list import crisis_names
from recoupe.store.filters import Asked
from recoupe.store.reader import Reader
from recoupe.store.rows import ArticleRow, CrisisRow, EventRow, FigureRow, Hit, Read, SkippedRow, StatementRow
from recoupe.store.writer import Writer

if TYPE_CHECKING:
    from recoupe.ledger.browsing import Browsing
    from recoupe.ledger.finding import Seeking

__all__ = ["AddReport", "Crisis", "Ledger", "Progress", "Reviewing", "local_engine", "try_phrase"]

AnyPath = str | PathLike[str]


class Ledger:
    """One ledger file. Open it with `Ledger.open`, as a context manager where it matters when the file is let go.

    `reviews` is what people judge of its records.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with Ledger.open(Path(folder) / "essai.sqlite") as ledger:
    ...         ledger.figures(kind="killed")
    <0 × FigureRow>
    """

    def __init__(self, path: Path, engine: Engine, *, create: bool) -> None:
        self.path = path
        self._engine = engine
        database = open_engine(path, create=create)
        self._writer = Writer(engine=database, path=path)
        self._reader = Reader(engine=database, path=path)
        self.reviews = Reviewing(self._reader)

    @classmethod
    def open(
        cls,
        path: AnyPath | None = None,
        *,
        create: bool = True,
        settings: Settings | None = None,
        engine: Engine | None = None,
    ) -> Ledger:
        """Return the ledger of a file, by default the user's own; a file that is not there is made if `create`.

        Errors: LedgerMissing, LedgerNewer, LedgerDamaged, LedgerUnwritable.
        """
        settings = settings or Settings.from_environment()
        return cls(Path(path or settings.ledger), engine or local_engine(settings), create=create)

    def add(
        self,
        paths: AnyPath | Sequence[AnyPath],
        *,
        crisis: str | None = None,
        published: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        title: str | None = None,
        language: str | None = None,
        stdin: BinaryIO | None = None,
        progress: Progress | None = None,
    ) -> AddReport:
        """Read files and folders and keep what they say; `-` is `stdin`. Each document is kept as soon as it was read.

        `crisis` names the dossier that they are filed under; the other options are metadata of all of them. What cannot
        be read is kept as skipped, with its reason. Errors: DayUnclear, LanguageUnclear, LedgerFull, LedgerBusy,
        LedgerUnwritable.
        """
        from recoupe.read.files import Given, read_paths

        given = Given(published=published, publisher=publisher, url=url, title=title, language=language)
        some = [paths] if isinstance(paths, (str, PathLike)) else paths
        return self.add_documents(
            read_paths([fspath(path) for path in some], given=given, stdin=stdin), crisis=crisis, progress=progress
        )

    def add_documents(
        self, documents: Iterable[Raw | Skipped], *, crisis: str | None = None, progress: Progress | None = None
    ) -> AddReport:
        """Read documents that are already at hand and keep what they say. Errors: as `add`."""
        if crisis is not None and (not crisis.strip() or any("\ud800" <= sign <= "\udfff" for sign in crisis)):
            raise ValueUnknown("crisis", "a crisis has a name, in UTF-8")
        under_way = Adding(
            self._writer, self._engine, crisis.strip() if crisis else None, progress or (lambda *_: None)
        )
        under_way.go(documents)
        return under_way.report()

    def figures(
        self,
        *,
        crisis: str | None = None,
        kind: Asked = None,
        counted: Asked = None,
        place: str | None = None,
        source: str | None = None,
        day: str | None = None,
        modality: Asked = None,
        article: str | None = None,
    ) -> Table[FigureRow]:
        """Return the figures that all filters hold for.

        Errors: ValueUnknown for a value the codebook does not have; CrisisUnknown for a crisis that the ledger has not.

        `place` and `source` are words that the name contains; `day` is an ISO day in the figure's window; `article` a
        file's name or an id.
        """
        rows = self._reader.figures(
            crisis=crisis, kind=kind, counted=counted, place=place, source=source, day=day, modality=modality,
            article=article,
        )  # fmt: skip
        return Table(FigureRow, tuple(rows))

    def statements(
        self,
        *,
        crisis: str | None = None,
        speaker: str | None = None,
        act: Asked = None,
        form: Asked = None,
        day: str | None = None,
        article: str | None = None,
    ) -> Table[StatementRow]:
        """Return the statements that all filters hold for.

        Errors: ValueUnknown for a value the codebook does not have; CrisisUnknown for a crisis that the ledger has not.

        `speaker` is words that the name contains; `day` the ISO day it was said, or else that of the article.
        """
        rows = self._reader.statements(crisis=crisis, speaker=speaker, act=act, form=form, day=day, article=article)
        return Table(StatementRow, tuple(rows))

    def events(
        self,
        *,
        crisis: str | None = None,
        type: Asked = None,
        modality: Asked = None,
        actor: str | None = None,
        place: str | None = None,
        article: str | None = None,
    ) -> Table[EventRow]:
        """Return the events that all filters hold for; `actor` and `place` are words that the name contains.

        Errors: ValueUnknown for a value the codebook does not have; CrisisUnknown for a crisis that the ledger has not.
        """
        rows = self._reader.events(
            crisis=crisis, type=type, modality=modality, actor=actor, place=place, article=article
        )
        return Table(EventRow, tuple(rows))

    @property
    def writable(self) -> bool:
        """Whether something can be kept: not of a file that may not be written, which can still be looked at."""
        return not read_only(self._reader.engine)

    def crisis(self, name: str | None = None) -> Crisis:
        """Return one crisis, whose accounts are to be laid over each other; the only one with articles where no name is given.

        Errors: CrisisUnnamed where there are several or none, CrisisUnknown.
        """
        crises = self._crisis_names()
        names = [known for known, _ in crises]
        known = "there are: " + ", ".join(names) if names else "there is none"
        if name is None:
            filled = [name for name, has_articles in crises if has_articles]
            if len(filled) != 1:
                raise CrisisUnnamed(detail=known)
            name = filled[0]
        if name not in names:
            raise CrisisUnknown(name, known)
        return Crisis(name, self._writer, self._reader, self._engine)

    def articles(self, *, crisis: str | None = None) -> Table[ArticleRow]:
        """Return the articles, the earliest published first, those without a day last. Errors: CrisisUnknown."""
        return Table(ArticleRow, tuple(self._reader.articles(crisis=crisis)))

    def article(self, name: str) -> Read:
        """Return one article with its records, by file name, id or the beginning of the id.

        Errors: NotInLedger, NameAmbiguous.
        """
        return self._reader.read(name)

    def crises(self) -> Table[CrisisRow]:
        """Return the crises that articles were filed under."""
        return Table(CrisisRow, tuple(self._reader.crises()))

    def crisis_names(self) -> tuple[str, ...]:
        """Return the names of the crises that articles were filed under, without counting what there is of each."""
        return tuple(name for name, _ in self._crisis_names())

    def _crisis_names(self) -> list[tuple[str, bool]]:
        with looking(self._reader.engine, self.path) as connection:
            return crisis_names(connection)

    @cached_property
    def browse(self) -> Browsing:
        """Its rows page by page, sorted and filtered and counted, for those who show a ledger of any size."""
        from recoupe.ledger.browsing import Browsing
        from recoupe.store.overview import Overview

        return Browsing(Overview(self._reader.engine, self.path), self._reader)

    @cached_property
    def seeking(self) -> Seeking:
        """What searches it page by page, texts and records."""
        from recoupe.ledger.finding import Seeking

        return Seeking(self.browse, self._reader)

    def skipped(self, *, crisis: str | None = None) -> Table[SkippedRow]:
        """Return what was set aside, and why. Errors: CrisisUnknown."""
        return Table(SkippedRow, tuple(self._reader.skipped(crisis=crisis)))

    def search(self, words: str, *, crisis: str | None = None) -> Table[Hit]:
        """Return where articles hold all the words, the best first.

        They are whole words, `brebi*` is any that begins so; words in quotation marks stand together.
        Errors: CrisisUnknown.
        """
        return Table(Hit, tuple(search.search(self._reader.engine, self.path, words, crisis=crisis)))

    def explain(self, id: str, *, held: bool = True) -> Explanation:
        """Return why a record says what it says, and what people judged of it, by its id or the beginning of it.

        Errors: NotInLedger, NameAmbiguous; RecordMisplaced where its words do not stand where it says, unless it is not to
        be `held` to that: then no reason comes with words.
        """
        read, record = self._reader.record(id, held=held)
        return replace(explain(read, record), reviews=self.reviews.history(record.id))

    def whole_id(self, name: str) -> str:
        """Return the id of the one record that begins so. Errors: NotInLedger, NameAmbiguous."""
        return self._reader.whole_id(name)

    def close(self) -> None:
        """Let go of the file, which alone then holds all that was written; a ledger that is asked again opens it again."""
        fold_back(self._reader.engine, self.path, wait=5)
        self._reader.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def faults(self) -> Iterator[str]:
        """Yield one sentence for each fault of the file or of a record in it."""
        return check.faults(self._reader.engine, self.path)

    def __repr__(self) -> str:
        return f"<Ledger {self.path}>"


def try_phrase(
    phrase: str, *, day: str | None = None, settings: Settings | None = None, engine: Engine | None = None
) -> tuple[Explanation, ...]:
    """Return the records of a phrase and why each is one; nothing is kept. `day` is the ISO day it is said on.

    Errors: DayUnclear; the error of what kept the phrase from being read.
    """
    from recoupe.read.files import Given

    given = Given(published=day)
    raw = Raw(
        name="phrase", origin="phrase", data=phrase.encode("utf-8", "replace"), media="text", language="fr",
        published=given.published,
    )  # fmt: skip
    engine = engine or local_engine(settings or Settings.from_environment())
    found: list[Explanation] = []
    for _, outcome in engine.read([raw]):
        if isinstance(outcome, Skipped):
            raise _refusal(outcome)
        read = read_of(outcome)
        found += [
            explain(read, record) for record in sorted(read.records, key=lambda record: (record.start, record.end))
        ]
    return tuple(found)


def local_engine(settings: Settings) -> Engine:
    """Return the engine that reads on this machine."""
    from recoupe.engines.local import LocalEngine

    return LocalEngine(settings=settings)


def _refusal(skipped: Skipped) -> RecoupeError:
    error = RecoupeError(skipped.name)
    error.code = skipped.code
    error.args = (f"{skipped.code} {skipped.name}: {skipped.reason}",)
    return error

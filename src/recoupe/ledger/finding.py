"""Words in, all that a ledger has of them out: the articles that hold them, the records there, the records that name them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recoupe.errors import NameAmbiguous, NotInLedger
from recoupe.ledger.browsing import Browsing
from recoupe.store import search
from recoupe.store.connect import looking
from recoupe.store.lines import Line, records_at
from recoupe.store.overview import Of, Question
from recoupe.store.reader import Reader
from recoupe.store.rows import Hit

NAMED = 5
"""Records of a kind that are shown of all that name the words."""
BESIDE = 6
"""Records that are shown with one excerpt."""
_ID = re.compile(r"[0-9a-f]{6,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The records of one kind in whose names all the words stand: how many, and the first of them."""

    of: Of
    question: Question
    total: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What was found: excerpts of articles, each with the records in it; records that name the words; the record whose id
    begins so. `articles` counts those that hold all the words, `past` those of earlier pages, `here` those of this one."""

    hits: tuple[tuple[Hit, tuple[Line, ...]], ...]
    articles: int
    past: int
    here: int
    named: tuple[Named, ...]
    record: str | None

    @property
    def more(self) -> bool:
        """Whether there are articles behind this page."""
        return self.past + self.here < self.articles


@dataclass(frozen=True, slots=True)
class Seeking:
    """Searches one ledger."""

    _browse: Browsing
    _reader: Reader

    def seek(
        self, words: str, *, crisis: str | None = None, as_of: str | None = None, most: int = 10, past: int = 0
    ) -> Sought:
        """Return what the ledger has of some words, as of the end of a day (ISO) or now. Errors: CrisisUnknown.

        In an article they are whole words, `brebi*` is any that begins so, words in quotation marks stand together; in a
        name they may be parts of it.
        """
        engine, path = self._reader.engine, self._reader.path
        found = search.find(engine, path, words, crisis=crisis, as_of=as_of, most=most, past=past)
        with looking(engine, path) as connection:
            spans = [(reading, hit.start, hit.end) for reading, hit in found.hits]
            beside = records_at(connection, spans, most=BESIDE)
        named = () if past else self._named(words, crisis, as_of)
        return Sought(
            hits=tuple((hit, some) for (_, hit), some in zip(found.hits, beside, strict=True)),
            articles=found.total,
            past=past,
            here=found.articles,
            named=named,
            record=None if past else self._record(words),
        )

    def _named(self, words: str, crisis: str | None, as_of: str | None) -> tuple[Named, ...]:
        bare = " ".join(re.sub(r'[*"“”«»]', " ", words).split())
        if not any(sign.isalnum() for sign in bare):
            return ()
        found = []
        for of in (Of.FIGURES, Of.STATEMENTS, Of.EVENTS):
            question = Question(of=of, crisis=crisis, as_of=as_of, words=bare)
            answer, lines = self._browse.page(question, size=NAMED)
            if answer.total:
                found.append(Named(of=of, question=question, total=answer.total, lines=tuple(lines)))
        return tuple(found)

    def _record(self, words: str) -> str | None:
        """Return the id of the one record whose id begins with what was sought."""
        if not _ID.fullmatch(words.strip().lower()):
            return None
        try:
            return self._reader.whole_id(words.strip().lower())
        except (NotInLedger, NameAmbiguous):
            return None

"""A crisis as its check stands in, what every part of a report asks of it out: records, numbers of sources, words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from recoupe.crosscheck.origins.together import Telling, origins_together
from recoupe.model.account import Dossier
from recoupe.model.article import Article
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dating import Dating
from recoupe.model.figure import Figure, Modality
from recoupe.model.review import ReviewVerdict, Standing
from recoupe.report.parts import Row, Sentence
from recoupe.report.wording import Wording, capital
from recoupe.show.findings import Names
from recoupe.store.judgements import JudgementRow
from recoupe.store.rows import SkippedRow

_ENDS = '.!?…»”"'
"""Signs with which a sentence, or what is said in it, ends."""


@dataclass(frozen=True, kw_only=True)
class Ground:
    """What a report stands on. `found` is the check that it tells, `before` the one that it tells what moved since.

    `as_of` and `since` are the moments of the two (ISO, UTC); `numbers` are those of the sources, by the id of an article
    and the name of a document that was set aside. `judged_before` is what stood of the records at `since`, `judgements` are
    those on names made from then on; `asked` is the day as of which the report was asked for. `behind` are the ids of the
    origins of each record.
    """

    found: Crosscheck
    names: Names
    words: Wording
    as_of: str | None
    before: Crosscheck | None
    since: str | None
    skipped: tuple[SkippedRow, ...]
    standings: Mapping[str, Standing]
    numbers: Mapping[str, int]
    judged_before: Mapping[str, Standing] = field(default_factory=dict)
    judgements: tuple[JudgementRow, ...] = ()
    asked: str | None = None
    articles: Mapping[str, Article] = field(init=False)
    datings: Mapping[str, Dating] = field(init=False)
    behind: Mapping[str, tuple[str, ...]] = field(init=False)

    def __post_init__(self) -> None:
        known = articles_of(self.names.dossier)
        datings = {one.article: one for one in self.found.datings if one.article in known}
        object.__setattr__(self, "datings", datings)
        object.__setattr__(self, "articles", {id: known[id] for id in datings})
        behind: dict[str, list[str]] = defaultdict(list)
        for one in self.found.origins:
            behind[one.record].append(one.origin)
        object.__setattr__(self, "behind", {id: tuple(sorted(origins)) for id, origins in behind.items()})

    @cached_property
    def first_day(self) -> date | None:
        """The day of the first report whose day is known; None where no day is."""
        days = [day for one in self.datings.values() if (day := one.published or one.earliest)]
        return date.fromisoformat(min(days)[:10]) if days else None

    @cached_property
    def denials(self) -> Mapping[tuple[object, ...], tuple[tuple[str, Figure], ...]]:
        """The figures that somebody denies, with their ids, by `denied_of`; those that a person rejected are not among them."""
        found: dict[tuple[object, ...], list[tuple[str, Figure]]] = defaultdict(list)
        for id, one in self.names.records.items():
            if isinstance(one, Figure) and one.modality is Modality.DENIED and self.stands(id):
                found[denied_of(one)].append((id, one))
        return {key: tuple(some) for key, some in found.items()}

    def holds(self, record: str) -> bool:
        """Say whether a record is one of an article of this check, and its words stand where it says."""
        one = self.names.records.get(record)
        if one is None or one.article not in self.articles:
            return False
        return one.span.of(self.articles[one.article].text) == one.text

    def articles_of(self, records: Iterable[str]) -> list[str]:
        """Return the articles that hold some records, or are among them, each once."""
        found = [self.names.records[id].article if id in self.names.records else id for id in records]
        return [id for id in dict.fromkeys(found) if id in self.numbers]

    def cite(self, records: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of the sources behind some records, articles or documents set aside."""
        return tuple(sorted({self.numbers[id] for id in self.articles_of(records)}))

    def sentence(
        self, words: str, records: Iterable[str], *, quotes: Iterable[str] = (), level: int = 0
    ) -> list[Sentence]:
        """Return a sentence in a list; an empty one where no source is left that it could end in."""
        records = tuple(records)
        sources = self.cite(records)
        if not sources:
            return []
        # what stands at the head has a capital there, and so it stands in the sentence
        held = (capital(one) if words.startswith(one) else one for one in quotes if one)
        shown = capital(words)
        return [Sentence(words=shown, sources=sources, records=records, quotes=_in_order(shown, held), level=level)]

    def row(self, cells: Iterable[str], records: Iterable[str], *, quotes: Iterable[str] = ()) -> list[Row]:
        """Return a row in a list; an empty one where no source is left that it could end in."""
        records = tuple(records)
        sources = self.cite(records)
        cells = tuple(cells)
        held = _in_order("\n".join(cells), quotes)
        return [Row(cells=cells, sources=sources, records=records, quotes=held)] if sources else []

    def stands(self, record: str) -> bool:
        """Say whether a record is one of an article of this check, and nobody rejected it."""
        one, judged = self.names.records.get(record), self.standings.get(record)
        rejected = judged is not None and judged.verdict is ReviewVerdict.REJECT
        return one is not None and one.article in self.articles and not rejected

    def corrected(self, records: Iterable[str]) -> str:
        """Return that a person corrected one of some records; blank where nobody did."""
        changed = any(id in self.standings and self.standings[id].changed for id in records)
        return self.words.say("report.figure.corrected") if changed else ""

    def quoted(self, record: str) -> tuple[str, str]:
        """Return the words of a record between marks and alone; where its text holds them no more, that it does not."""
        if not self.holds(record):
            return self.words.say("report.lost"), ""
        return self.words.quoted(self.names.words[record])

    def excerpt(self, says: str, records: Iterable[str]) -> tuple[str, str]:
        """Return words of an article between marks and alone, with `[…]` where they end or begin inside a sentence of it.

        `records` are those that the words were taken around; without any, nothing is said of where they end.
        """
        quoted, alone = self.words.quoted(says)
        head, tail = self._cut(says, records)
        if not alone or not (head or tail):
            return quoted, alone
        behind = "" if not tail or alone.endswith("[…]") else " […]"
        return self.words.say("report.quoted", words=("[…] " if head else "") + alone + behind), alone

    def _cut(self, says: str, records: Iterable[str]) -> tuple[bool, bool]:
        """Say whether some words begin and end inside a sentence of the article of their records."""
        wanted = " ".join(says.split())
        for article in self.articles_of(records):
            one = self.articles.get(article)
            for block in one.blocks if one else ():
                text = " ".join(block.span.of(one.text).split()) if one else ""
                at = text.find(wanted) if wanted else -1
                if at >= 0:
                    before, behind = text[:at].rstrip(' «“"'), text[at + len(wanted) :].lstrip()
                    closed = wanted[-1] in _ENDS or not behind or behind[0] in _ENDS
                    return bool(before) and before[-1] not in _ENDS, not closed
        return False, False

    def figures(self, records: Iterable[str]) -> list[Figure]:
        """Return those of some records that are figures."""
        found = (self.names.records.get(id) for id in records)
        return [one for one in found if isinstance(one, Figure)]

    def origins(self, figures: Iterable[str], among: Iterable[str] = ()) -> int:
        """Return how many independent origins are behind some figures together, each counted once.

        Those that they stand `among`, the earlier steps of their tolls, tell whose voice is whose, as on their picture.
        """
        asked = tuple(figures)
        told = {
            id: Telling(one.article, one.source, self.behind.get(id, ()))
            for id in (*asked, *among)
            if isinstance(one := self.names.records.get(id), Figure)
        }
        return origins_together(told, asked)

    def support(self, origins: int, articles: Iterable[str]) -> str:
        """Return how many independent origins tell a thing, and in how many articles where these are more."""
        telling = len(set(articles))
        shown = self.words.count("report.origins", origins)
        return shown if telling <= origins else f"{shown}, {self.words.count('base.articles', telling)}"


def denied_of(figure: Figure) -> tuple[object, ...]:
    """Return what a figure has in common with one that denies it."""
    return (figure.kind, figure.counted, figure.unit, figure.low, figure.high)


def articles_of(dossier: Dossier) -> dict[str, Article]:
    """Return the articles of a dossier by id."""
    return {account.article.id: account.article for account in dossier.accounts}


def _in_order(words: str, quotes: Iterable[str]) -> tuple[str, ...]:
    """Return quotes in the order in which they stand in a text."""
    return tuple(sorted(filter(None, quotes), key=words.find))

"""An article in, one page of it as it is shown out: its paragraphs, its records with their reasons, what it shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recoupe.errors import ValueUnknown
from recoupe.model.article import Article
from recoupe.model.dating import Dating
from recoupe.model.dispute import Dispute
from recoupe.model.passage import Copying, Lineage
from recoupe.model.review import Readers, ReviewVerdict, Standing
from recoupe.model.span import Span
from recoupe.model.withdrawal import Withdrawal
from recoupe.show.bonds import Bonds
from recoupe.show.explanation import Explanation, explain
from recoupe.show.marked_text import Bar, Paragraph, of_record, page_of, page_starts, paragraphs, window
from recoupe.store.anchored import Anchored
from recoupe.store.rows import EventRow, FigureRow, RecordRow, StatementRow

SHOWN = ("figure", "statement", "event")
NOTED = 80
"""Records that a page explains beside the text, the first ones; its others are explained at their own addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """One page of an article. `explained` are the reasons of the records that it explains, by id: the first NOTED of it, and
    those at the words that were asked for; `numbers` are the numbers of all its records in it;
    `lost` the records whose words are not where they were; `disputes` those that records on the page have a part in; `judged` is what
    stands of the records that people judged. One that was rejected is listed, and not underlined."""

    article: Article
    made_by: str
    page: int
    pages: int
    shown: Span
    picked: Span | None
    paragraphs: tuple[Paragraph, ...]
    explained: Mapping[str, Explanation]
    numbers: Mapping[str, int]
    lost: tuple[RecordRow, ...]
    records: int
    dating: Dating | None
    withdrawal: Withdrawal | None
    family: tuple[int, Lineage] | None
    copyings: Sequence[Copying]
    sources: Sequence[str]
    copies: Sequence[str]
    disputes: Mapping[str, Sequence[Dispute]]
    judged: Mapping[str, Standing]

    def unexplained(self, paragraph: Paragraph) -> Mapping[str, int]:
        """Return how many underlined records of a paragraph are not explained beside it, by kind."""
        return Counter(
            of_record(one) for one in paragraph.records if one.id not in self.explained and not self._rejected(one.id)
        )

    def _rejected(self, id: str) -> bool:
        return id in self.judged and self.judged[id].verdict is ReviewVerdict.REJECT

    @property
    def sisters(self) -> set[str]:
        """The ids of the other articles that the page names."""
        beside = {bar.other for paragraph in self.paragraphs for bar in paragraph.bars}
        bound = {id for one in self.copyings for id in (one.article_a, one.article_b)}
        return (beside | bound) - {self.article.id}


def article_page(
    read: Callable[[Callable[[Article], Span]], Anchored],
    bonds: Bonds | None,
    *,
    page: int | None,
    picked: Span | None,
    show: str = "",
) -> ArticlePage:
    """Return a page of an article: the one of a number, else that on which some words begin, else the first.

    `read` gives the article with the records of the stretch that it is told; `show` is one of SHOWN, or empty for all.
    Errors: ValueUnknown.
    """
    if show and show not in SHOWN:
        raise ValueUnknown(f"show={show}", "one of " + ", ".join(SHOWN))
    pages: list[Span] = []

    def look(article: Article) -> Span:
        starts = page_starts(article)
        number = page or (page_of(starts, picked.start) if picked else 1)
        pages[:] = [window(article, starts, at) for at in range(1, len(starts) + 1)]
        return window(article, starts, number)

    found = read(look)
    article = found.read.article
    shown = look(article)
    records = [one for one in found.read.records if not show or of_record(one) == show]
    passages = bonds.passages_of.get(article.id, ()) if bonds else ()
    rejected = {id for id, one in found.judged.items() if one.verdict is ReviewVerdict.REJECT}
    listed = tuple(paragraphs(article, shown, records, passages, picked, rejected))
    here = [record for paragraph in listed for record in paragraph.records]
    ids = [record.id for record in here]
    asked = [one for one in here if picked and one.start < picked.end and picked.start < one.end]
    return ArticlePage(
        article=article,
        made_by=found.read.made_by,
        page=pages.index(shown) + 1,
        pages=len(pages),
        shown=shown,
        picked=picked,
        paragraphs=listed,
        explained={one.id: explain(found.read, one) for one in (*here[:NOTED], *asked[:NOTED])},
        numbers={id: at for at, id in enumerate(ids, 1)},
        lost=found.lost,
        records=found.records,
        dating=bonds.dating_of.get(article.id) if bonds else None,
        withdrawal=bonds.withdrawal_of.get(article.id) if bonds else None,
        family=bonds.family_of.get(article.id) if bonds else None,
        copyings=bonds.copyings_of.get(article.id, ()) if bonds else (),
        sources=bonds.sources_of(article.id) if bonds else (),
        copies=bonds.copies_of(article.id) if bonds else (),
        disputes={id: bonds.disputes_of[id] for id in ids if id in bonds.disputes_of} if bonds else {},
        judged=found.judged,
    )


def bars_by_place(bars: Sequence[Bar]) -> list[tuple[Bar, list[Bar]]]:
    """Return the passages beside a paragraph, those of the same words together, each with all its sisters."""
    places: dict[Span, list[Bar]] = {}
    for bar in bars:
        places.setdefault(bar.here, []).append(bar)
    return [(some[0], some) for some in places.values()]


RECORD_HEADS = (
    "of", "id", "start", "end", "text", "words", "what", "counted", "unit", "low", "high", "qualifier", "place", "since",
    "until", "who", "target", "modality", "anchored", "judged",
)  # fmt: skip


def record_cells(found: Anchored, show: str = "") -> Iterator[tuple[Any, ...]]:
    """Yield the cells of an article's records under RECORD_HEADS, the lost ones last."""
    standing = sorted(found.read.records, key=lambda one: (one.start, one.end))
    for record, stands in [*((one, True) for one in standing), *((one, False) for one in found.lost)]:
        of = of_record(record)
        if not show or of == show:
            said = _judged(found.judged.get(record.id))
            yield (
                of, record.id, record.start, record.end, record.text, *_cells(record), stands, said,
            )  # fmt: skip


def _judged(standing: Standing | None) -> str | None:
    """Return what people said of a record, where they differ that they do and not the last one's word."""
    if standing is None or standing.verdict is None:
        return None
    return standing.readers.value if standing.readers is Readers.DIFFER else standing.verdict.value


def _cells(record: RecordRow) -> tuple[Any, ...]:
    match record:
        case FigureRow():
            return (
                record.words, record.kind, record.counted, record.unit, record.low, record.high, record.qualifier,
                record.place, record.since, record.until, record.source, None, record.modality,
            )  # fmt: skip
        case StatementRow():
            words = " ".join(record.text.split())
            said = record.said_on
            return (words, record.act, None, None, None, None, None, None, said, said, record.speaker, None, None)
        case EventRow():
            words = " ".join(record.text.split())
            since, _, until = (record.date or "").partition("/")
            return (
                words, record.type, None, None, None, None, None, record.place, since or None, until or since or None,
                record.actor, record.target, record.modality,
            )  # fmt: skip

"""The articles of a crisis, and one article: its text, its records, what it shares with others."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Query

from recoupe.desk.api.frame import LIMIT, After, AsOf, CrisisName, Limit, Listed, api_router, cut
from recoupe.desk.visit import Here
from recoupe.errors import CrisisUnnamed, ValueUnknown
from recoupe.ledger.overlay import Overlay, article
from recoupe.model.article import Article, Block
from recoupe.model.dating import Dating
from recoupe.model.passage import Copying, Passage
from recoupe.model.span import Span
from recoupe.model.withdrawal import Withdrawal
from recoupe.show.article_list import ListRow, list_rows
from recoupe.show.marked_text import of_record
from recoupe.store.rows import ArticleHead, EventRow, FigureRow, StatementRow

router = api_router()
Offset = Annotated[int | None, Query(ge=0, le=1_000_000_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchoredRecord:
    """A record of an article. `of` is figure, statement or event; where it is not `anchored`, its words no longer stand
    in the text where it says, and nothing should be marked for it. `judged` is what stands of it by people's word, and
    `changed` the fields that they corrected; the record is as it was read, or added."""

    of: str
    anchored: bool
    judged: str | None
    changed: dict[str, Any]
    record: FigureRow | StatementRow | EventRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleText(ArticleHead):
    """An article, or the stretch `[start, end)` of it that was asked for, with the records and passages that meet it.

    Offsets count Unicode code points in the whole text, whose `length` is given; `records` count all of it. `dating`,
    `withdrawn`, `passages` and `copyings` are those of the crisis, empty where none is named.
    """

    made_by: str
    notes: tuple[str, ...]
    length: int
    start: int
    end: int
    text: str
    blocks: tuple[Block, ...]
    records: tuple[AnchoredRecord, ...]
    all_records: int
    dating: Dating | None
    withdrawn: Withdrawal | None
    passages: tuple[Passage, ...]
    copyings: tuple[Copying, ...]


@router.get("/articles")
def articles(
    visit: Here, crisis: CrisisName = None, as_of: AsOf = None, after: After = None, limit: Limit = LIMIT
) -> Listed[ListRow]:
    """The articles of a crisis, the earliest first: when each appeared, how that is known, who copied it, what it gave."""
    overlay = Overlay(visit.crisis, visit.as_of)
    filed = overlay.filed()
    page = cut(filed, after, limit, key=lambda one: one.id)
    rows = list_rows(overlay.rows(page.items), overlay.bonds(), {one.id: one.name for one in filed})
    return Listed(items=rows, next=page.next)


@router.get("/articles/{name}")
def one_article(
    visit: Here, name: str, crisis: CrisisName = None, as_of: AsOf = None, start: Offset = None, end: Offset = None
) -> ArticleText:
    """One article by its id, the beginning of it, or its file's name."""
    if start is not None and end is not None and end < start:
        raise ValueUnknown(f"end={end}", "no stretch ends before it begins")

    def shown(text: Article) -> Span:
        last = len(text.text) if end is None else min(end, len(text.text))
        return Span(min(start or 0, last), last)

    found = article(visit.ledger, name, as_of=visit.as_of, shown=shown)
    read = found.read.article
    span = shown(read)
    bonds = None
    with suppress(CrisisUnnamed):
        bonds = Overlay(visit.crisis, visit.as_of).bonds()
    beside = bonds.passages_of.get(read.id, ()) if bonds else ()
    standing = sorted(found.read.records, key=lambda one: (one.start, one.end))
    return ArticleText(
        id=read.id, name=read.name, title=read.title, publisher=read.publisher, agency=read.agency, url=read.url,
        language=read.language, published=read.published, published_basis=read.published_basis.value,
        made_by=found.read.made_by, notes=read.notes, length=len(read.text), start=span.start, end=span.end,
        text=span.of(read.text),
        blocks=tuple(block for block in read.blocks if block.span.meets(span)),
        records=tuple(
            AnchoredRecord(
                of=of_record(one),
                anchored=anchored,
                judged=said.verdict.value if (said := found.judged.get(one.id)) and said.verdict else None,
                changed=dict(said.changed) if said else {},
                record=one,
            )
            for some, anchored in ((standing, True), (found.lost, False))
            for one in some
        ),
        all_records=found.records,
        dating=bonds.dating_of.get(read.id) if bonds else None,
        withdrawn=bonds.withdrawal_of.get(read.id) if bonds else None,
        passages=tuple(one for one in beside if (one.span_a if one.article_a == read.id else one.span_b).meets(span)),
        copyings=tuple(bonds.copyings_of.get(read.id, ())) if bonds else (),
    )  # fmt: skip

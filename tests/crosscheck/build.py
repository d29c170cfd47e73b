"""Small dossiers out of a mini notation, so that a test of the cross-check reads as the articles that it lays over each other.

    dossier(
        article("a", "2024-03-05", "Au moins [12](killed people; more_than; place Riverac; source OSDH) morts."),
        article("b", "2024-03-06", "[Nous n'y sommes pour rien](deny; speaker armée), dit-elle."),
    )

`[words](...)` marks a record. The first word between the round brackets is a kind (a figure; the second word is what is
counted), an act of speech (a statement) or a type of event. The rest stands between semicolons: a qualifier or a modality
alone, or a field and its value (`place Riverac`, `low 20`, `since 2024-03-01`). `id x` names the record, `part_of x` the
figure that it is a part of; without `id` a record is called `<article>.<n>`, counted from 1 in the order of the text.
Marks may lie within marks. A figure's value is read from its digits where neither `low` nor `high` is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from recoupe.model.account import Account, Dossier
from recoupe.model.article import Article, Block, BlockKind, PublishedBasis
from recoupe.model.event import DatePrecision, Event, EventModality, EventType
from recoupe.model.figure import Counted, Figure, Kind, Modality, Number, Qualifier
from recoupe.model.judgement import Judgement, NameOf
from recoupe.model.passage import Passage, PassageForm
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Act, Form, Statement

MARK = re.compile(r"\[|\]\(([^()]*)\)")
WHY = (Evidence("kind", "tests:made", None),)
KINDS = {kind.value for kind in Kind}
ACTS = {act.value for act in Act}
TYPES = {kind.value for kind in EventType}
OPEN_ABOVE = {Qualifier.AT_LEAST, Qualifier.MORE_THAN}
OPEN_BELOW = {Qualifier.AT_MOST, Qualifier.UP_TO, Qualifier.LESS_THAN}


@dataclass
class Mark:
    """One marked stretch: its span, its first words and its fields."""

    start: int
    end: int = 0
    head: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)


def marks_of(marked: str) -> tuple[str, list[Mark]]:
    """Return the text without its marks, and the marks in the order of the text."""
    text, last = "", 0
    marks: list[Mark] = []
    opened: list[Mark] = []
    for hit in MARK.finditer(marked):
        text, last = text + marked[last : hit.start()], hit.end()
        if hit.group() == "[":
            opened.append(Mark(start=len(text)))
            marks.append(opened[-1])
            continue
        mark = opened.pop()
        mark.end = len(text)
        head, *rest = [part.strip() for part in hit.group(1).split(";")]
        mark.head = head.split()
        mark.fields = {part.split()[0]: part.partition(" ")[2] for part in rest if part}
    assert not opened, f"a mark is not closed: {marked}"
    return text + marked[last:], marks


def article(
    name: str,
    published: str | None,
    *paragraphs: str,
    publisher: str | None = None,
    agency: str | None = None,
    withdrawn: str | None = None,
) -> Account:
    """Return one article with its records; its id is its name."""
    text, marks = marks_of("\n".join(paragraphs))
    records: dict[str, tuple[str, Mark]] = {}
    starts: dict[str, int] = {}
    for number, mark in enumerate(marks, 1):
        record = mark.fields.pop("id", f"{name}.{number}")
        records[record], starts[record] = (mark.head[0], mark), mark.start
    return Account(
        article=Article(
            id=name,
            name=f"{name}.txt",
            text=text,
            blocks=_blocks(text),
            language="fr",
            publisher=publisher,
            agency=agency,
            published=published,
            published_basis=PublishedBasis.METADATA if published else PublishedBasis.UNKNOWN,
        ),
        figures={key: _figure(name, text, mark, starts) for key, (head, mark) in records.items() if head in KINDS},
        statements={key: _statement(name, text, mark) for key, (head, mark) in records.items() if head in ACTS},
        events={key: _event(name, text, mark) for key, (head, mark) in records.items() if head in TYPES},
        withdrawn=withdrawn,
    )


def dossier(*accounts: Account, judgements: Iterable[Judgement] = ()) -> Dossier:
    """Return the dossier of some articles, in the order that a dossier has."""
    return Dossier(
        crisis="essai",
        accounts=tuple(sorted(accounts, key=lambda account: account.article.id)),
        judgements=tuple(judgements),
    )


def judged(of: str, one: str, other: str, *, same: bool = True, at: str = "2024-04-01T10:00:00") -> Judgement:
    """Return somebody's judgement on two names."""
    return Judgement(of=NameOf(of), one=one, other=other, same=same, by="Ana", at=at, why="vu sur la carte")


def shared(given: Dossier, one: str, other: str, words: str, other_words: str | None = None) -> Passage:
    """Return the passage of two articles that are named by their ids, found by its words on either side."""
    (a, words_a), (b, words_b) = sorted([(one, words), (other, other_words or words)])
    texts = {account.article.id: account.article.text for account in given.accounts}
    start_a, start_b = texts[a].index(words_a), texts[b].index(words_b)
    return Passage(
        article_a=a,
        span_a=Span(start_a, start_a + len(words_a)),
        article_b=b,
        span_b=Span(start_b, start_b + len(words_b)),
        form=PassageForm.VERBATIM if words_a == words_b else PassageForm.REWORKED,
        words=min(len(words_a.split()), len(words_b.split())),
    )


def _blocks(text: str) -> tuple[Block, ...]:
    blocks, start = [], 0
    for line in text.split("\n"):
        hits = re.finditer(r"\S.*?(?:[.!?](?=\s|$)|$)", line)
        sentences = tuple(Span(start + hit.start(), start + hit.end()) for hit in hits)
        blocks.append(Block(BlockKind.BODY, Span(start, start + len(line)), sentences))
        start += len(line) + 1
    return tuple(blocks)


def _alone(mark: Mark, values: Any, default: Any) -> Any:
    """Return the value that stands alone among the fields of a mark, and take it out."""
    for value in values:
        if mark.fields.get(value.value) == "":
            del mark.fields[value.value]
            return value
    return default


def _number(words: str | None) -> Number | None:
    return None if not words else float(words) if "." in words else int(words)


def _figure(name: str, text: str, mark: Mark, starts: dict[str, int]) -> Figure:
    qualifier = _alone(mark, Qualifier, Qualifier.EXACT)
    modality = _alone(mark, Modality, Modality.REPORTED)
    fields: dict[str, Any] = dict(mark.fields)
    low, high = _number(fields.pop("low", None)), _number(fields.pop("high", None))
    if low is None and high is None:
        value = int("".join(re.findall(r"\d", text[mark.start : mark.end])))
        low = None if qualifier in OPEN_BELOW else value
        high = None if qualifier in OPEN_ABOVE else value
    if "part_of" in fields:
        fields["part_of"] = starts[fields["part_of"]]
    return Figure(
        article=name,
        span=Span(mark.start, mark.end),
        text=text[mark.start : mark.end],
        unit=fields.pop("unit", "count"),
        low=low,
        high=high,
        qualifier=qualifier,
        kind=Kind(mark.head[0]),
        counted=Counted(mark.head[1] if len(mark.head) > 1 else "people"),
        modality=modality,
        evidence=WHY,
        **fields,
    )


def _statement(name: str, text: str, mark: Mark) -> Statement:
    form = _alone(mark, Form, Form.INDIRECT)
    fields: dict[str, Any] = {"speaker": None, **mark.fields}
    span = Span(mark.start, mark.end)
    return Statement(
        article=name, span=span, text=span.of(text), form=form, act=Act(mark.head[0]), evidence=WHY, **fields
    )


def _event(name: str, text: str, mark: Mark) -> Event:
    modality = _alone(mark, EventModality, EventModality.REPORTED)
    fields: dict[str, Any] = dict(mark.fields)
    if "date" in fields:
        precision = "span" if "/" in fields["date"] else ("year", "month", "day")[fields["date"].count("-")]
        fields["date_precision"] = DatePrecision(fields.get("date_precision", precision))
    span = Span(mark.start, mark.end)
    return Event(
        article=name,
        span=span,
        text=span.of(text),
        type=EventType(mark.head[0]),
        modality=modality,
        evidence=WHY,
        **fields,
    )

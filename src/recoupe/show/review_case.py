"""A record with its article and what people said of it in, all that somebody who judges it has to see out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from recoupe.model.article import Article
from recoupe.model.review import FIELDS, RecordOf, Review, Standing
from recoupe.show.explanation import Reason, explain
from recoupe.store.rows import Read, RecordRow

_AROUND = 200
_LOOKED_FOR = {
    RecordOf.FIGURE: ("low", "high", "place", "since", "until", "source"),
    RecordOf.STATEMENT: ("speaker", "said_on"),
    RecordOf.EVENT: ("actor", "target", "place", "date"),
}
"""Fields whose being unknown is something to judge."""
_LONGEST = 4000
"""Signs of a record's words that are shown in their sentence."""
_RULES_OF = {"low": "value", "high": "value", "since": "window", "until": "window", "date_precision": "date"}
"""Fields whose rules stand under another name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of the text around a record. `kind` is `record` for its words, `evidence` for other words that a rule
    read, `plain` for the rest; `fields` are those that the words gave."""

    words: str
    kind: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One field: what the program read (`read`, None for a record that a person added or for unknown), what stands of it
    now (`judged`), whether a person changed it, and the rules with the words that gave it."""

    name: str
    read: Any
    judged: Any
    changed: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewCase:
    """One record as it is judged. `current` says whether the latest reading of its article has it; `rests_on` is the
    number that the next judgement has to name, None for the first; `lost` that its words do not stand in the text."""

    record: str
    of: RecordOf
    article: str
    article_id: str
    title: str | None
    publisher: str | None
    published: str | None
    words: str
    start: int
    current: bool
    added: bool
    lost: bool
    stretches: tuple[Stretch, ...]
    cells: tuple[Cell, ...]
    standing: Standing | None
    history: tuple[Review, ...]

    @property
    def rests_on(self) -> int | None:
        """The number of the last row on it, None where there is none."""
        return self.standing.number if self.standing else None

    @property
    def shown(self) -> tuple[Cell, ...]:
        """The cells that hold something, as read or as judged, and those that a person looks for, blank or not."""
        return tuple(
            one
            for one in self.cells
            if one.read is not None or one.judged is not None or one.name in _LOOKED_FOR[self.of]
        )


def case_of(
    read: Read,
    row: RecordRow | None,
    record: str,
    of: RecordOf,
    values: Mapping[str, Any],
    standing: Standing | None,
    history: Sequence[Review],
    *,
    current: bool,
) -> ReviewCase:
    """Return the case of a record; `row` is its row in `read`, None where a person added it, `values` its fields."""
    article, added = read.article, row is None
    reasons = explain(read, row).reasons if row is not None else ()
    evidence = read.evidence.get(record, ())
    marks = [(item.start, item.end, item.field) for item in evidence if item.start is not None and item.end is not None]
    start, end = int(values["start"]), int(values["end"])
    lost = article.text[start:end] != values["text"]
    changed = standing.changed if standing else {}
    return ReviewCase(
        record=record,
        of=of,
        article=article.name,
        article_id=article.id,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        words=str(values["text"]),
        start=start,
        current=current,
        added=added,
        lost=lost,
        stretches=() if lost else stretches(article, start, end, marks),
        cells=tuple(
            Cell(
                name=name,
                read=None if added else values[name],
                judged=changed.get(name, values[name]),
                changed=name in changed,
                reasons=tuple(one for one in reasons if one.field == _RULES_OF.get(name, name)),
            )
            for name in FIELDS[of]
        ),
        standing=standing,
        history=tuple(history),
    )


def stretches(article: Article, start: int, end: int, marks: Iterable[tuple[int, int, str]]) -> tuple[Stretch, ...]:
    """Return the sentences that hold a record, cut where its words and those that rules read begin and end."""
    left, right = _around(article, start, end)
    inside = [(max(a, left), min(b, right), field) for a, b, field in marks if a < right and b > left]
    end = min(end, right)
    cuts = sorted({left, right, start, end, *(at for a, b, _ in inside for at in (a, b))})
    found: list[Stretch] = []
    for a, b in pairwise(cuts):
        fields = tuple(dict.fromkeys(field for one, other, field in inside if one <= a and b <= other))
        kind = "record" if start <= a and b <= end else "evidence" if fields else "plain"
        found.append(Stretch(words=article.text[a:b], kind=kind, fields=fields))
    return tuple(found)


def _around(article: Article, start: int, end: int) -> tuple[int, int]:
    """Return where the sentences of a stretch begin and end, never much more than around it."""
    sentences = [span for block in article.blocks for span in block.sentences]
    held = [span for span in sentences if span.start < end and start < span.end]
    left = min([span.start for span in held], default=start - _AROUND)
    right = max([span.end for span in held], default=end + _AROUND)
    # text in one endless line is one endless sentence, and may be one endless record
    end = min(end, start + _LONGEST)
    return max(left, start - 4 * _AROUND, 0), min(right, end + 4 * _AROUND, len(article.text))

"""Records and what people judged of them in, gold rows and rows as judged out: the codebook's fields, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from recoupe.model.review import Readers, Review, ReviewVerdict, Standing, own_word

Row = dict[str, Any]
JUDGED_FIELDS = ("reviewed", "corrected", "reviewed_by")
"""What an export tells of each record beside its fields."""


def with_judgement(row: Mapping[str, Any], standing: Standing | None) -> Row:
    """Return a row of an export, as the program read it, with what people judged of it: `reviewed` is accept, reject or
    correct, None where nobody's word stands; `corrected` the corrected fields, None without any; `reviewed_by` their names."""
    said = standing.row if standing else None
    return {
        **row,
        "reviewed": said.verdict.value if said else None,
        "corrected": dict(standing.changed) if standing and standing.changed else None,
        "reviewed_by": list(standing.names) if standing else [],
    }


def gold_rows(
    read: Iterable[Mapping[str, Any]],
    added: Sequence[tuple[str, Review]],
    words: Mapping[str, Review | None],
    doubtful: Iterable[str] = (),
) -> list[Row]:
    """Return the gold of the articles in which anything was judged.

    `read` are rows as the program read them, `added` the records that people added, each with its file's name, `words`
    the row that counts of each judged record. What was accepted, corrected or added is gold; what was rejected is not
    there, so it counts as false. What nobody judged, and what readers differ on (`doubtful`), is `optional`: neither
    missed nor false.
    """
    doubtful = set(doubtful)
    rows, judged = [], {name for name, _ in added}
    for row in read:
        said = words.get(row["id"])
        if said is not None:
            judged.add(row["article"])
            if said.verdict is ReviewVerdict.REJECT:
                continue
        changed = said.changed or {} if said is not None and said.verdict is ReviewVerdict.CORRECT else {}
        rows.append({**row, **changed, "optional": said is None or row["id"] in doubtful})
    for name, first in added:
        said = words.get(first.record)
        if said is None or said.verdict is ReviewVerdict.REJECT:
            continue
        changed = said.changed or {} if said.verdict is ReviewVerdict.CORRECT else {}
        values = {**(first.changed or {}), **changed, "id": first.record, "article_id": first.article}
        rows.append({"article": name, **values, "optional": first.record in doubtful})
    kept = [row for row in rows if row["article"] in judged]
    starts = {(row["article"], row["start"]) for row in kept}
    for row in kept:
        # what is a part of a figure that is none is a figure of its own
        if row.get("part_of") is not None and (row["article"], row["part_of"]) not in starts:
            row["part_of"] = None
    return sorted(kept, key=lambda row: (row["article"], row["start"], row["end"], row["id"]))


def counting(
    history: Mapping[str, Sequence[Review]], standings: Mapping[str, Standing], by: str | None
) -> dict[str, Review | None]:
    """Return the row that counts of each record: the one that stands, or one person's own last word (`by`)."""
    if by is None:
        return {record: one.row for record, one in standings.items()}
    return {record: own_word(rows, by) for record, rows in history.items()}


def doubtful(standings: Mapping[str, Standing]) -> set[str]:
    """Return the records on which their readers differ."""
    return {record for record, one in standings.items() if one.readers is Readers.DIFFER}

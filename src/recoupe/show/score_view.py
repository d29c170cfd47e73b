"""Scores in, what a person reads out: a table for each type of record, and each miss on a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from recoupe.show.scoring import LEVELS, Row, Scores
from recoupe.show.values import cell

_FIELDS_OF = {"value": ("low", "high"), "window": ("since", "until")}
_SAYS = {"figures": "kind", "statements": "speaker", "events": "type"}
_WORDS = 60


def score_lines(scores: Mapping[str, Scores]) -> Iterator[str]:
    """Yield the lines of a report: for each type what was found, precision, recall and F1 by level, and each field."""
    for kind, one in scores.items():
        yield f"{kind}: {one.gold} in the gold, {one.said} read, {len(one.pairs)} found"
        for level in LEVELS:
            found = one.measure(level)
            yield f"  {level:9s}  precision {found.precision:.3f}  recall {found.recall:.3f}  F1 {found.f1:.3f}"
        yield "  fields     " + "  ".join(f"{name} {one.field(name):.2f}" for name in one.fields)


def score_dict(scores: Mapping[str, Scores]) -> dict[str, Any]:
    """Return the same as JSON has it."""
    return {
        kind: {
            "gold": one.gold,
            "predicted": one.said,
            "matched": len(one.pairs),
            **{level: [*_measure(one, level)] for level in LEVELS},
            "fields": {name: one.field(name) for name in one.fields},
        }
        for kind, one in scores.items()
    }


def miss_rows(scores: Mapping[str, Scores]) -> Iterator[dict[str, Any]]:
    """Yield one row for each record that is missed or false, and for each field that is wrong."""
    for kind, one in scores.items():
        for what, rows in (("missed", one.missed), ("false", one.false)):
            for row in rows:
                yield _row(what, kind, row, None, None, None)
        for pair in one.pairs:
            for field in one.fields:
                if field not in pair.right:
                    names = _FIELDS_OF.get(field, (field,))
                    yield _row(
                        "wrong",
                        kind,
                        pair.gold,
                        field,
                        [pair.gold.get(name) for name in names],
                        [pair.said.get(name) for name in names],
                    )


def miss_line(row: Mapping[str, Any]) -> str:
    """Return one of these rows as a line."""
    head = f"{row['what']:6s}  {row['article']} {row['start']}  « {cell(row['text'])[:_WORDS]} »"
    if row["field"] is None:
        return f"{head}  {cell(row['says'])}"
    return f"{head}  {row['field']}: gold {_said(row['gold'])}, said {_said(row['said'])}"


def _measure(one: Scores, level: str) -> tuple[float, float, float]:
    found = one.measure(level)
    return found.precision, found.recall, found.f1


def _row(what: str, kind: str, row: Row, field: str | None, gold: Any, said: Any) -> dict[str, Any]:
    return {
        "what": what, "kind": kind, "article": row["article"], "start": row["start"], "end": row["end"],
        "text": row.get("text"), "says": _first(row.get(_SAYS[kind])), "field": field, "gold": gold, "said": said,
    }  # fmt: skip


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _said(values: list[Any]) -> str:
    """Return values with a dash for the unknown; of several accepted answers all."""
    shown = [
        "/".join("–" if one is None else str(one) for one in (value if isinstance(value, list) else [value]))
        for value in values
    ]
    return " to ".join(shown)

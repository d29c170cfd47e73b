"""Judged sets in, the tables that people read out: in the terminal and in docs/quality.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.quality import sentences
from tests.quality.judging import Judged

from recoupe.show.scoring import LEVELS, Pair, Row, Scores

WORDS = Path(__file__).parent / "worst.md"
# two careful coders working apart, against each other
CODERS = {
    "figures": {"detection": "0.99", "core": "0.95", "full": "0.72–0.85"},
    "statements": {"detection": "0.98", "core": "0.97", "full": ""},
}
# what the reading of these sets is asked to reach
DEMANDED = {
    "seeds": {"figures": (0.95, 0.90, 0.80), "statements": (0.85, 0.80)},
    "unread": {"figures": (0.85, 0.75, 0.60), "statements": (0.80, 0.75)},
}
KEYS = {"figures": ("kind", "counted"), "statements": ("act", "form")}
# a kind with fewer gold rows tells little
FEW = 8
WORST = 6


def table(judged: Sequence[Judged], records: str) -> list[list[str]]:
    """Return the rows of the table of all sets for one type of record, the header first."""
    fields = judged[0].scores[records].fields
    rows = [["set", "gold", "read", "P", "R", "detection", "core", "full", *fields]]
    for one in judged:
        scores = one.scores[records]
        found = scores.measure("detection")
        rows.append(
            [one.coded.name, str(scores.gold), str(scores.said), _share(found.precision), _share(found.recall)]
            + [_share(scores.measure(level).f1) for level in LEVELS]
            + [_share(scores.field(field)) for field in fields]
        )
    return rows


def tallies(judged: Iterable[Judged], records: str, key: str) -> list[list[str]]:
    """Return a table by the values of one field, over the read sets together, the header first."""
    rows = [[key, "gold", "found", "core", "full", "false", "core of gold"]]
    for value, (gold, found, core, full, false) in _together(judged, records, key).items():
        counts = [str(count) for count in (gold, found, core, full, false)]
        rows.append([value, *counts, _share(core / gold) if gold else ""])
    return rows


def worst(judged: Iterable[Judged], records: str, key: str) -> list[str]:
    """Return the values that are read worst, as `value (core right of gold)`; those with few gold rows are left out."""
    sums = {value: counts for value, counts in _together(judged, records, key).items() if counts[0] >= FEW}
    ranked = sorted(sums.items(), key=lambda item: (item[1][2] / item[1][0], item[0]))
    return [f"{value} ({counts[2]} of {counts[0]})" for value, counts in ranked[:WORST]]


def confusions(judged: Iterable[Judged], field: str) -> list[str]:
    """Return which wrong answers a field most often gets in the read sets, as `gold read as said (times)`."""
    times: dict[tuple[str, str], int] = {}
    for one in _read(judged):
        for pair in one.scores["figures"].pairs:
            if field not in pair.right:
                mixed = (str(_first(pair.gold[field])), str(pair.said[field]))
                times[mixed] = times.get(mixed, 0) + 1
    ranked = sorted(times.items(), key=lambda item: (-item[1], item[0]))
    return [f"{gold} read as {said} ({count})" for (gold, said), count in ranked[:WORST]]


def alone(judged: Iterable[Judged], records: str) -> str:
    """Return how many found records of the read sets are right but for one field, by that field."""
    found, times = 0, Counter[str]()
    for one in _read(judged):
        scores = one.scores[records]
        found += len(scores.pairs)
        times.update(wrong[0] for pair in scores.pairs if len(wrong := sorted({*scores.fields} - pair.right)) == 1)
    told = ", ".join(f"{field} {count}" for field, count in sorted(times.items(), key=lambda item: (-item[1], item[0])))
    return f"Of {found} {records} found in the read sets, {times.total()} are wrong in one field alone: {told}."


def page(judged: Sequence[Judged], parts: Sequence[sentences.Part]) -> str:
    """Return docs/quality.md. Of unread sets it tells totals only; the same readings always give the same page."""
    told = ["# How well the reading reads", INTRODUCTION]
    for records in ("figures", "statements"):
        told += [f"## {records.capitalize()}", _markdown([*table(judged, records), _coders(records, judged)])]
        told.append("\n".join(_demands(judged, records)))
        for key in KEYS[records]:
            told += [f"### {records.capitalize()} by {key}, read sets together"]
            told += [_markdown(tallies(judged, records, key)), f"Worst: {', '.join(worst(judged, records, key))}."]
    told += ["## Labelled sentences", SENTENCES, _markdown(sentences.table(parts))]
    told += ["## What goes wrong", *(alone(judged, records) for records in ("figures", "statements"))]
    for field in ("kind", "counted", "modality"):
        told.append(f"Wrong {field}, most often: {', '.join(confusions(judged, field))}.")
    told.append(WORDS.read_text(encoding="utf-8").strip())
    return "\n\n".join(one for one in told if one) + "\n"


def misses(judged: Judged) -> Iterator[str]:
    """Yield a line for each record of a read set that was missed, is false, or has a wrong field.

    Errors: ValueError for an unread set, of which nobody who writes rules may see more than totals.
    """
    if judged.coded.unread:
        raise ValueError(f"{judged.coded.name} is set apart: only its totals may be seen")
    for scores in judged.scores.values():
        for row in scores.missed:
            yield f"missed {_where(row, judged)} {_what(row)}"
        for row in scores.false:
            yield f"false  {_where(row, judged)} {_what(row)}"
        for pair in scores.pairs:
            for field in scores.fields:
                if field not in pair.right:
                    yield f"wrong  {_where(pair.gold, judged)} {field}: {_versus(pair, field)}"


def plain_table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table for the terminal, the first column to the left, numbers to the right."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def _together(judged: Iterable[Judged], records: str, key: str) -> dict[str, list[int]]:
    sums: dict[str, list[int]] = {}
    for one in _read(judged):
        for value, tally in one.scores[records].by(key).items():
            counts = (tally.gold, tally.found, tally.core, tally.full, tally.false)
            sums[value] = [a + b for a, b in zip(sums.get(value, [0] * 5), counts, strict=True)]
    return dict(sorted(sums.items(), key=lambda item: (-item[1][0], item[0])))


def _read(judged: Iterable[Judged]) -> Iterator[Judged]:
    return (one for one in judged if not one.coded.unread)


def _coders(records: str, judged: Sequence[Judged]) -> list[str]:
    empty = [""] * len(judged[0].scores[records].fields)
    return ["*two coders*", "", "", "", "", *(CODERS[records][level] for level in LEVELS), *empty]


def _demands(judged: Iterable[Judged], records: str) -> Iterator[str]:
    for one in judged:
        asked = DEMANDED.get("unread" if one.coded.unread else one.coded.name, {}).get(records)
        if asked is None:
            continue
        said = []
        for level, floor in zip(LEVELS, asked, strict=False):
            got = one.scores[records].measure(level).f1
            said.append(f"{level} {floor:.2f} {'reached' if got >= floor else f'missed by {floor - got:.3f}'}")
        yield f"- asked of {one.coded.name}: {', '.join(said)}"


def _where(row: Row, judged: Judged) -> str:
    text = judged.texts.get(row["article"], "")
    start, end = row["start"], row["end"]
    around = f"{text[max(0, start - 50) : start]}[{text[start:end]}]{text[end : end + 50]}"
    return f"{row['article']}:{start} …{' '.join(around.split())}…"


def _what(row: Row) -> str:
    return str(row.get("kind") or row.get("speaker"))


def _versus(pair: Pair, field: str) -> str:
    keys = {"value": ("low", "high"), "window": ("since", "until")}.get(field, (field,))
    return f"gold {[pair.gold[key] for key in keys]} said {[pair.said.get(key) for key in keys]}"


def _first(value: object) -> object:
    return value[0] if isinstance(value, list) else value


def _share(value: float) -> str:
    return f"{value:.3f}"


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    head, *rest = rows
    rule = ["---", *("---:" for _ in head[1:])]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rule, *rest))


def summary(scores: Scores) -> dict[str, float]:
    """Return F1 by level."""
    return {level: scores.measure(level).f1 for level in LEVELS}


INTRODUCTION = """\
`make quality` writes this page from the code as it stands; the same code gives the same page.

F1 throughout. `detection`: the record was found. `core`: found, with value, kind and counted right (of statements: the
speaker). `full`: found, with every field right. The columns of the fields are shares of what was found. Rows that the
coders marked optional count neither way; where they accept several answers, each is right.

`seeds` are five real reports. `dossiers` are fifty invented reports of ten crises; three whole crises, drawn by hash of
their names, are unread: nobody who writes rules sees more of them than these totals. `wikinews` are reports of 2012
coded by us, a part of them unread. `own`, `own unread` and `sample` are invented and coded by us, and ship with the project. The
last row of each table is the agreement of two careful coders who worked apart."""

SENTENCES = """\
Invented sentences that stand alone, each with one marked number and what the codebook says of it. `found`: a figure was
read there. `kind`, `counted` and `modality` are shares of what was found; `core` is the share of all figures that were
found with kind and counted right. `no figures` are numbers that are none (ages, ranks, durations), `false` those of them
that were read as figures. A third, drawn by hash of the words, is unread; rules were written with the others in sight."""

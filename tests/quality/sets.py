"""The sets of coded reports that the reading is judged on: their texts, their days and their gold rows.

What lies in the shared folder beside the project is left out, by name, where that folder is absent. What the rules were
written with is `read`; what nobody who writes rules has seen is `unread`, and only totals of it may be shown.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SHARED = ROOT.parent / "shared"
SAMPLE = ROOT / "src" / "recoupe" / "sample"
RECORDS = ("figures", "statements")
# whole crises that nobody who writes rules reads
SET_APART = 3

Row = dict[str, Any]


class GoldMoved(Exception):
    """A text is not the one that its gold was coded from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One text of a set; `published` is None where the reader is not told the day."""

    name: str
    path: Path
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedSet:
    """Reports with the rows that were coded from them by hand; `gold` has the keys `figures` and `statements`."""

    name: str
    unread: bool
    reports: tuple[Report, ...]
    gold: dict[str, list[Row]]

    def fingerprint(self, records: str) -> str:
        """Return a hash of the texts, the days and the gold rows: other bytes are another yardstick."""
        taken = hashlib.sha256()
        for report in self.reports:
            taken.update(f"{report.name}\0{report.published}\0".encode() + report.path.read_bytes() + b"\0")
        for row in self.gold[records]:
            taken.update(json.dumps(row, sort_keys=True, ensure_ascii=False).encode() + b"\n")
        return taken.hexdigest()[:16]


def set_apart(crises: Iterable[str]) -> list[str]:
    """Return the crises that are set apart: those whose names have the smallest SHA-256.

    >>> set_apart(["nantes", "goma", "lima", "oran"])
    ['lima', 'nantes', 'oran']
    """
    return sorted(sorted(crises, key=lambda name: hashlib.sha256(name.encode()).hexdigest())[:SET_APART])


def seeds() -> CodedSet:
    """Return the five real reports, with their days given."""
    gold = SHARED / "gold"
    return _coded("seeds", _reports(SHARED / "seeds", gold / "seeds.articles.csv"), gold, "seeds.{}.jsonl")


def dossiers(*, unread: bool) -> CodedSet:
    """Return the reports of the invented crises: those set apart, or the others."""
    folder = SHARED / "dossiers"
    crises = sorted(path.name for path in folder.iterdir() if path.is_dir())
    apart = set_apart(crises)
    reports = [
        report
        for crisis in crises
        if (crisis in apart) is unread
        for report in _reports(folder / crisis, folder / crisis / "articles.csv")
    ]
    name = "dossiers unread" if unread else "dossiers read"
    return _coded(name, reports, SHARED / "gold", "dossiers.{}.jsonl", unread=unread)


def wikinews(*, unread: bool) -> CodedSet:
    """Return the coded reports of French Wikinews. Errors: GoldMoved where a text is not the one that was coded."""
    part = "unread" if unread else "read"
    reports = []
    for row in _table(HERE / "wikinews.articles.csv"):
        path = SHARED / "corpus" / "wikinews-fr" / row["article"]
        if hashlib.sha256(path.read_bytes()).hexdigest() != row["sha256"]:
            raise GoldMoved(f"{row['article']} is not the text that its gold was coded from")
        if row["part"] == part:
            reports.append(_report(path, row))
    return _coded(f"wikinews {part}", reports, HERE, "wikinews.{}.jsonl", unread=unread)


def sample() -> CodedSet:
    """Return the sample crisis that the project ships."""
    folder = SAMPLE / "alep-2016"
    return _coded("sample", _reports(folder, folder / "articles.csv"), SAMPLE, "gold.{}.jsonl")


def own(*, unread: bool) -> CodedSet:
    """Return the invented reports that the project's tests ship: those that nobody who writes rules reads, or the others."""
    home = HERE / ("own_unread" if unread else "own")
    reports: list[Report] = []
    gold: dict[str, list[Row]] = {records: [] for records in RECORDS}
    for folder in sorted(path.parent for path in home.glob("*/articles.csv")):
        reports += _reports(folder, folder / "articles.csv")
        for records in RECORDS:
            gold[records] += _rows(folder / f"gold.{records}.jsonl")
    return CodedSet(name="own unread" if unread else "own", unread=unread, reports=tuple(reports), gold=gold)


MAKERS: dict[str, tuple[Callable[[], CodedSet], Sequence[str]]] = {
    "seeds": (seeds, ("seeds", "gold/seeds.figures.jsonl")),
    "dossiers read": (lambda: dossiers(unread=False), ("dossiers", "gold/dossiers.figures.jsonl")),
    "dossiers unread": (lambda: dossiers(unread=True), ("dossiers", "gold/dossiers.figures.jsonl")),
    "wikinews read": (lambda: wikinews(unread=False), ("corpus/wikinews-fr",)),
    "wikinews unread": (lambda: wikinews(unread=True), ("corpus/wikinews-fr",)),
    "own": (lambda: own(unread=False), ()),
    "own unread": (lambda: own(unread=True), ()),
    "sample": (sample, ()),
}


def missing(name: str) -> str | None:
    """Return why a set cannot be scored here, or None where it can."""
    absent = [part for part in MAKERS[name][1] if not (SHARED / part).exists()]
    return f"{name}: ../shared/{absent[0]} is absent" if absent else None


def coded_set(name: str) -> CodedSet:
    """Return a set by its name, one of MAKERS."""
    return MAKERS[name][0]()


def _coded(name: str, reports: Iterable[Report], folder: Path, pattern: str, *, unread: bool = False) -> CodedSet:
    reports = tuple(reports)
    names = {report.name for report in reports}
    gold = {
        records: [row for row in _rows(folder / pattern.format(records)) if row["article"] in names]
        for records in RECORDS
    }
    return CodedSet(name=name, unread=unread, reports=reports, gold=gold)


def _reports(folder: Path, table: Path) -> list[Report]:
    return [_report(folder / row["article"], row) for row in _table(table)]


def _report(path: Path, row: dict[str, str]) -> Report:
    told = row.get("dated") != "no"
    return Report(name=row["article"], path=path, published=(row["published"] or None) if told else None)


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]

"""A crisis laid out for the cross-check: on the records coded by hand alone (`gold`), on these with the events, moments
and places that the program reads (`mixed`), or on all as the program reads it (`read`)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.quality import sets

from recoupe import flow
from recoupe.extract.gazetteer import Gazetteer
from recoupe.flow import digest
from recoupe.model.account import Account, Dossier
from recoupe.model.article import Article, Raw
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.digest import Digest
from recoupe.model.figure import Counted, Figure, Kind, Modality, Qualifier
from recoupe.model.judgement import Judgement
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Act, Form, Statement
from recoupe.parse.article import parse
from recoupe.settings import Settings

BASES = ("gold", "mixed", "read")
BY_HAND = (Evidence("record", "gold.by_hand"),)
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Crisis:
    """The files of one crisis. `days` says which articles keep their day: `given` leaves out those with `dated` no,
    `all` none, and a file name keeps the day of that one alone."""

    name: str
    texts: tuple[Path, ...]
    table: Path
    gold: Path
    pattern: str = "gold.{}.jsonl"
    days: str = "given"

    @classmethod
    def in_folder(cls, folder: Path, *, days: str = "given") -> Crisis:
        """Return a crisis whose texts, table and gold lie in one folder."""
        return cls(name=folder.name, texts=_texts(folder), table=folder / "articles.csv", gold=folder, days=days)

    @classmethod
    def seeds(cls, *, days: str = "all") -> Crisis:
        """Return the five real reports, which lie in the shared folder."""
        gold = sets.SHARED / "gold"
        texts = _texts(sets.SHARED / "seeds")
        return cls(
            name="seeds", texts=texts, table=gold / "seeds.articles.csv", gold=gold, pattern="seeds.{}.jsonl", days=days
        )

    @classmethod
    def dossier(cls, name: str, *, days: str = "given") -> Crisis:
        """Return an invented crisis of the shared folder."""
        folder, gold = sets.SHARED / "dossiers" / name, sets.SHARED / "gold"
        table = folder / "articles.csv"
        return cls(name=name, texts=_texts(folder), table=table, gold=gold, pattern="dossiers.{}.jsonl", days=days)

    @classmethod
    def sample(cls) -> Crisis:
        """Return the sample crisis that the project ships."""
        folder = sets.SAMPLE / "alep-2016"
        return cls(name="sample", texts=_texts(folder), table=folder / "articles.csv", gold=sets.SAMPLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A crisis laid out and cross-checked. `names` gives the file name of each article id."""

    dossier: Dossier
    check: Crosscheck
    names: Mapping[str, str]


def crosscheck_of(crisis: Crisis, basis: str, judgements: Iterable[Judgement] = ()) -> Laid:
    """Return the cross-check of a crisis on one of BASES."""
    dossier = dossier_of(crisis, basis, judgements)
    kept = {account.article.id: account for account in dossier.accounts}

    def as_coded(article: Article) -> Digest:
        account = kept[article.id]
        return Digest(
            article=article,
            figures=tuple(account.figures.values()),
            statements=tuple(account.statements.values()),
            places=account.places,
            made_by=basis,
        )

    def read_again(article: Article) -> Digest:
        return digest(article, _gazetteer())

    check, _ = flow.crosscheck(dossier, as_coded if basis == "gold" else read_again)
    return Laid(dossier=dossier, check=check, names=names_of(dossier))


def missing(crisis: str) -> str | None:
    """Return why a crisis of the shared folder cannot be checked here, or None where it can."""
    part = "seeds" if crisis == "seeds" else f"dossiers/{crisis}"
    return None if (sets.SHARED / part).exists() else f"{crisis}: ../shared/{part} is absent"


def dossier_of(crisis: Crisis, basis: str, judgements: Iterable[Judgement] = ()) -> Dossier:
    """Return the accounts of a crisis, with the records coded by hand or with those that the program reads."""
    if basis not in BASES:
        raise ValueError(f"{basis!r} is none of {', '.join(BASES)}")
    rows = {} if basis == "read" else _gold(crisis)
    given = {row["article"]: row for row in table(crisis.table)}
    raws = [_raw(path, given[path.name], crisis.days) for path in crisis.texts]
    accounts = [_by_hand(raw, rows) if basis == "gold" else _as_read(raw) for raw in raws]
    if basis == "mixed":
        hands = [_by_hand(raw, rows) for raw in raws]
        accounts = [
            replace(read, figures=hand.figures, statements=hand.statements)
            for read, hand in zip(accounts, hands, strict=True)
        ]
    accounts.sort(key=lambda account: account.article.id)
    return Dossier(crisis=crisis.name, accounts=tuple(accounts), judgements=tuple(judgements))


def names_of(dossier: Dossier) -> dict[str, str]:
    """Return the file name of each article id."""
    return {account.article.id: account.article.name for account in dossier.accounts}


def _raw(path: Path, row: Row, days: str) -> Raw:
    told = row.get("dated") != "no" if days == "given" else days in ("all", path.name)
    return Raw(
        name=path.name,
        origin=str(path),
        data=path.read_bytes(),
        media="text",
        published=(row["published"] or None) if told else None,
        publisher=row.get("publisher") or None,
        url=row.get("url") or None,
        language="fr",
    )


def _article(raw: Raw) -> Article:
    article = parse(raw)
    if not isinstance(article, Article):
        raise ValueError(f"{raw.name} holds no article: {article.reason}")
    return article


def _by_hand(raw: Raw, rows: Mapping[str, list[Row]]) -> Account:
    article = _article(raw)
    mine = {records: [row for row in rows[records] if row["article"] == raw.name] for records in sets.RECORDS}
    return Account(
        article=article,
        figures={_id("figure", row): figure_of(row, article) for row in mine["figures"]},
        statements={_id("statement", row): statement_of(row, article) for row in mine["statements"]},
    )


def _as_read(raw: Raw) -> Account:
    read = digest(_article(raw), _gazetteer())
    return Account(
        article=read.article,
        figures={_key(raw, "figure", at, one.span): one for at, one in enumerate(read.figures)},
        statements={_key(raw, "statement", at, one.span): one for at, one in enumerate(read.statements)},
        events={_key(raw, "event", at, one.span): one for at, one in enumerate(getattr(read, "events", ()))},
        moments=tuple(getattr(read, "moments", ())),
        places=read.places,
    )


def figure_of(row: Row, article: Article) -> Figure:
    """Return the figure of a row coded by hand: of several accepted answers the first, of none the default."""
    span = Span(_first(row["start"]), _first(row["end"]))
    return Figure(
        article=article.id,
        span=span,
        text=span.of(article.text),
        unit=_first(row.get("unit")) or "count",
        low=_first(row["low"]),
        high=_first(row["high"]),
        qualifier=Qualifier(_first(row.get("qualifier")) or "exact"),
        kind=Kind(_first(row["kind"])),
        counted=Counted(_first(row["counted"])),
        side=_first(row.get("side")),
        by=_first(row.get("by")),
        place=_first(row.get("place")),
        place_text=_first(row.get("place_text")),
        since=_first(row.get("since")),
        until=_first(row.get("until")),
        source=_first(row.get("source")),
        modality=Modality(_first(row.get("modality")) or "reported"),
        part_of=_first(row.get("part_of")),
        evidence=BY_HAND,
    )


def statement_of(row: Row, article: Article) -> Statement:
    """Return the statement of a row coded by hand: of several accepted answers the first."""
    span = Span(_first(row["start"]), _first(row["end"]))
    begin, end = _first(row.get("cue_start")), _first(row.get("cue_end"))
    cue = Span(begin, end) if begin is not None and end is not None else None
    return Statement(
        article=article.id,
        span=span,
        text=span.of(article.text),
        speaker=_first(row.get("speaker")),
        form=Form(_first(row.get("form")) or "indirect"),
        cue=cue.of(article.text) if cue else None,
        cue_span=cue,
        act=Act(_first(row.get("act")) or "say"),
        via=_first(row.get("via")),
        said_on=_first(row.get("said_on")),
        evidence=BY_HAND,
    )


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open(Settings.from_environment().cache)


def _gold(crisis: Crisis) -> dict[str, list[Row]]:
    return {
        records: [json.loads(line) for line in _lines(crisis.gold / crisis.pattern.format(records))]
        for records in sets.RECORDS
    }


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table of articles."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _texts(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(folder.glob("*.txt")))


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) else value


def _id(records: str, row: Row) -> str:
    return _hash(records, row["article"], row["start"], row["end"], row.get("cue_start"))


def _key(raw: Raw, records: str, at: int, span: Span) -> str:
    return _hash(records, raw.name, span.start, span.end, at)


def _hash(*parts: object) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()[:16]

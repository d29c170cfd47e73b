"""Articles and what was found of them in, the rows of a list out: days, families, copies, records, what was taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recoupe.model.dating import Dating
from recoupe.show.bonds import Bonds
from recoupe.store.filed import FiledRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One article of a crisis. `day` is known for good or worked out; else `earliest` and `latest` are where it lies.

    `evidence` are the sentences that show the day, `contradicts` those that do not agree with it. `sources` and `copies`
    are files' names; `unsettled` counts the articles that it shares words with and nobody knows who copied.
    """

    article: str
    id: str
    title: str | None
    publisher: str | None
    agency: str | None
    day: str | None
    earliest: str | None
    latest: str | None
    basis: str
    evidence: tuple[str, ...]
    contradicts: tuple[str, ...]
    family: int | None
    family_id: str | None
    sources: tuple[tuple[str, str], ...]
    copies: int
    unsettled: int
    figures: int
    statements: int
    events: int
    withdrawn: str | None
    notes: tuple[str, ...]


LIST_HEADS = (
    "article", "id", "title", "publisher", "agency", "published", "published_basis", "published_earliest",
    "published_latest", "family", "copied_from", "copies", "figures", "statements", "events", "withdrawn", "notes",
)  # fmt: skip


def list_rows(rows: Sequence[FiledRow], bonds: Bonds, names: Mapping[str, str]) -> list[ListRow]:
    """Return the rows of articles in the order given; `names` are those of all articles of the crisis, by id."""
    return [_row(row, bonds, names) for row in rows]


def list_cells(row: ListRow) -> tuple[Any, ...]:
    """Return the cells of a row under LIST_HEADS."""
    return (
        row.article, row.id, row.title, row.publisher, row.agency, row.day, row.basis, row.earliest, row.latest,
        row.family_id, "; ".join(name for _, name in row.sources) or None, row.copies, row.figures, row.statements,
        row.events, row.withdrawn, "; ".join(row.notes) or None,
    )  # fmt: skip


def days_of(published: str | None, basis: str, dating: Dating | None) -> tuple[str | None, str | None, str | None, str]:
    """Return the day of an article, or None and the days between which it lies, and how that is known."""
    if published or dating is None:
        return published, None, None, basis
    if dating.published:
        return dating.published, None, None, dating.basis.value
    return None, dating.earliest, dating.latest, dating.basis.value


def _row(row: FiledRow, bonds: Bonds, names: Mapping[str, str]) -> ListRow:
    dating = bonds.dating_of.get(row.id)
    withdrawal = bonds.withdrawal_of.get(row.id)
    family = bonds.family_of.get(row.id)
    sources, copies = bonds.sources_of(row.id), bonds.copies_of(row.id)
    day, earliest, latest, basis = days_of(row.published, row.published_basis, dating)
    return ListRow(
        article=row.name, id=row.id, title=row.title, publisher=row.publisher, agency=row.agency,
        day=day, earliest=earliest, latest=latest, basis=basis,
        evidence=tuple(clue.says for clue in dating.clues) if dating else (),
        contradicts=tuple(clue.says for clue in dating.contradicts) if dating else (),
        family=family[0] if family else None,
        family_id=family[1].id if family else None,
        sources=tuple((id, names.get(id, id)) for id in sources),
        copies=len(copies),
        unsettled=len(bonds.copyings_of.get(row.id, ())) - len(sources) - len(copies),
        figures=row.figures, statements=row.statements, events=row.events,
        withdrawn=withdrawal.why if withdrawal else None,
        notes=row.notes,
    )  # fmt: skip

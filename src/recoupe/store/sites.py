"""A crisis in, where its figures and events are out: how many at each place, and what the gazetteer knows of the places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine

from recoupe.model.place import GazetteerEntry
from recoupe.model.review import ReviewVerdict
from recoupe.store import reviews
from recoupe.store import tables as t
from recoupe.store.codec import entry_from
from recoupe.store.connect import looking
from recoupe.store.filed import stamp, standing_on
from recoupe.store.filters import Condition, found_in

Where = tuple[str | None, str | None]
"""What a record has for its place: the name, and the id in the gazetteer."""
Behind = tuple[str, str | None, tuple[str, ...]]
"""What a sum of support is made of: a record's article, whom it credits as written, the ids of its origins."""
Summed = Callable[[Iterable[Behind]], int]
"""How many independent origins are behind some records together."""
_BATCH = 400


class SiteOf(StrEnum):
    """The records that have a place."""

    FIGURE = "figure"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPlace:
    """A name that texts have for a place, and how often; `entry` is None where the gazetteer does not know it.

    `precision` is the model's; `parent` the wider place that a text names beside it; `others` how many other places of
    that name there are.
    """

    name: str
    precision: str
    parent: str | None
    entry: GazetteerEntry | None
    others: int
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """How many figures and events are told of each place, and the names of places in the texts; how many independent
    origins are behind all that is told of one site, by `site_key` (none known where no check was kept)."""

    figures: Mapping[Where, int]
    events: Mapping[Where, int]
    figure_origins: Mapping[str, int]
    event_origins: Mapping[str, int]
    names: tuple[HeldPlace, ...]


def site_key(where: Where) -> str:
    """Return what places of one site share: the id in the gazetteer, else the name."""
    return where[1] or f"name:{where[0]}"


def placed(
    engine: Engine,
    path: Path,
    crisis: str,
    *,
    as_of: str | None,
    check: int | None,
    summed: Summed,
    kind: str | None = None,
    checked: bool = False,
) -> Placed:
    """Return where the records of a crisis are, as of a day; `kind` is that of the figures, `summed` counts the origins
    behind those of one site. `checked` leaves out the articles that `check` does not rest on. What was asked lately is at
    hand."""
    with looking(engine, path) as connection:
        token = (*stamp(connection), *reviews.weight(connection, crisis))
    return _placed(engine, path, token, crisis, as_of, check, kind, summed, checked)


@lru_cache(maxsize=24)
def _placed(
    engine: Engine,
    path: Path,
    _: tuple[int, ...],
    crisis: str,
    as_of: str | None,
    check: int | None,
    kind: str | None,
    summed: Summed,
    checked: bool,
) -> Placed:
    # the numbers in the token grow with all that this rests on, so what is at hand is never of an earlier state
    with looking(engine, path) as connection:
        standings = reviews.of_crisis(connection, crisis)
        if as_of is not None:
            standings = reviews.of_records(connection, list(standings), before=_behind(as_of))
        judged = {
            id: standing
            for id, standing in standings.items()
            if standing.verdict is ReviewVerdict.REJECT or {"place", "place_id", "kind"} & standing.changed.keys()
        }
        within = standing_on(as_of)
        if checked and check is not None:
            within.append(t.article.c.id.in_(sa.select(t.finding.c.key).where(*found_in(crisis, check, "datings"))))
        found = {}
        for of, table in _TABLES.items():
            wanted = kind if of is SiteOf.FIGURE else None
            counts = Counter(_counts(connection, table, crisis, within, wanted))
            counts.update(_judged(connection, table, crisis, within, wanted, judged))
            found[of] = {where: number for where, number in counts.items() if number > 0}
        origins = {
            of: _origins(connection, of, crisis, within, check, kind if of is SiteOf.FIGURE else None, summed)
            for of, table in _TABLES.items()
        }
        return Placed(
            figures=found[SiteOf.FIGURE],
            events=found[SiteOf.EVENT],
            figure_origins=origins[SiteOf.FIGURE],
            event_origins=origins[SiteOf.EVENT],
            names=tuple(_names(connection, crisis, within)),
        )


def _behind(day: str | None) -> str | None:
    """Return the moment at which a day is over."""
    if day is None:
        return None
    try:
        return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
    except OverflowError:
        return None


_TABLES = {SiteOf.FIGURE: t.figure, SiteOf.EVENT: t.event}


def _of_crisis(table: sa.Table, crisis: str, within: Sequence[Condition], *columns: Any) -> sa.Select[Any]:
    asked: sa.Select[Any] = sa.select(*columns).select_from(
        table.join(t.reading, table.c.reading == t.reading.c.seq)
        .join(t.article, t.reading.c.article == t.article.c.seq)
        .join(t.article_crisis, t.article_crisis.c.article_id == t.article.c.id)
    )
    return asked.where(t.article_crisis.c.crisis == crisis, *within)


def _counts(
    connection: Connection, table: sa.Table, crisis: str, within: Sequence[Condition], kind: str | None
) -> dict[Where, int]:
    asked = _of_crisis(table, crisis, within, table.c.place, table.c.place_id, sa.func.count())
    if kind is not None:
        asked = asked.where(table.c.kind == kind)
    asked = asked.group_by(table.c.place, table.c.place_id)
    return {(row[0], row[1]): row[2] for row in connection.execute(asked)}


def _judged(
    connection: Connection,
    table: sa.Table,
    crisis: str,
    within: Sequence[Condition],
    kind: str | None,
    judged: Mapping[str, Any],
) -> Counter[Where]:
    """Return by how much people's judgements change the counts: what was rejected goes, what was corrected moves."""
    changed: Counter[Where] = Counter()
    ids = list(judged)
    columns = (table.c.id, table.c.place, table.c.place_id, table.c.kind if "kind" in table.c else sa.null())
    for at in range(0, len(ids), _BATCH):
        asked = _of_crisis(table, crisis, within, *columns).where(table.c.id.in_(ids[at : at + _BATCH]))
        for id, place, place_id, read_kind in connection.execute(asked):
            standing = judged[id]
            if kind in (None, read_kind):
                changed[place, place_id] -= 1
            said = {"place": place, "place_id": place_id, "kind": read_kind, **standing.changed}
            if standing.verdict is not ReviewVerdict.REJECT and kind in (None, said["kind"]):
                changed[said["place"], said["place_id"]] += 1
    return changed


def _origins(
    connection: Connection,
    of: SiteOf,
    crisis: str,
    within: Sequence[Condition],
    check: int | None,
    kind: str | None,
    summed: Summed,
) -> dict[str, int]:
    if check is None:
        return {}
    table = _TABLES[of]
    bar = sa.func.instr(t.finding.c.key, "|")
    behind = (
        sa.select(
            sa.func.substr(t.finding.c.key, 1, bar - 1).label("record"),
            sa.func.group_concat(sa.func.substr(t.finding.c.key, bar + 1), "|").label("origins"),
        )
        .where(*found_in(crisis, check, "origins"))
        .group_by(sa.text("1"))
        .cte("behind")
    )  # fmt: skip
    credited = t.figure.c.source if of is SiteOf.FIGURE else _teller()
    columns = (table.c.place, table.c.place_id, t.article.c.id, credited, behind.c.origins)
    # what one article tells of one site and origin by one source is one, however often
    asked = _of_crisis(table, crisis, within, *columns).distinct().join(behind, behind.c.record == table.c.id)
    if kind is not None:
        asked = asked.where(table.c.kind == kind)
    found: dict[str, list[Behind]] = defaultdict(list)
    for place, place_id, article, source, origins in connection.execute(asked):
        found[site_key((place, place_id))].append((article, source, tuple(sorted(origins.split("|")))))
    return {key: summed(some) for key, some in found.items()}


def _teller() -> Any:
    """Return who speaks in the narrowest statement that an event is told in; none where the outlet tells it itself."""
    event, around = t.event, t.statement
    return (
        sa.select(around.c.speaker)
        .where(around.c.reading == event.c.reading, around.c.start <= event.c.start, around.c.end >= event.c.end)
        .order_by(around.c.end - around.c.start, around.c.start)
        .limit(1)
        .correlate(event)
        .scalar_subquery()
    )


def _names(connection: Connection, crisis: str, within: Sequence[Condition]) -> list[HeldPlace]:
    place = t.place
    id = sa.func.json_extract(place.c.entry, "$.id")
    columns = (
        place.c.name, place.c.precision, place.c.parent, sa.func.min(place.c.entry), sa.func.count(),
        sa.func.max(sa.func.json_array_length(place.c.alternatives)),
    )  # fmt: skip
    asked = _of_crisis(place, crisis, within, *columns).group_by(place.c.name, place.c.precision, place.c.parent, id)
    return [
        HeldPlace(
            name=name, precision=precision, parent=parent, entry=entry_from(entry) if entry else None,
            others=others or 0, times=times,
        )
        for name, precision, parent, entry, times, others in connection.execute(asked)
    ]  # fmt: skip

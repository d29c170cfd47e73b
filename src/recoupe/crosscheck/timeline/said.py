"""Statements in, out the lines of a timeline that tell what was said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from recoupe.crosscheck.disputes.matters import stems
from recoupe.crosscheck.disputes.words import folded
from recoupe.crosscheck.names.names import sources_of
from recoupe.crosscheck.timeline.ground import Ground
from recoupe.model.statement import Act, Statement
from recoupe.model.timeline import Entry, EntryOf

_DAYS = 7
"""Days within which the same words of one speaker are one thing said; a call renewed later is another."""
_ALIKE = 0.8
"""The share of the words of the shorter of two statements that the other has too, where both are one."""


@dataclass(frozen=True, slots=True)
class _Spoken:
    id: str
    statement: Statement
    day: str
    stems: frozenset[str]
    words: str


def statement_entries(ground: Ground) -> list[Entry]:
    """Return one entry for each thing that somebody said on a day, told by however many articles."""
    groups: dict[tuple[tuple[str, ...], Act], list[_Spoken]] = defaultdict(list)
    for account in ground.dossier.accounts:
        published = ground.day(account.article.id)
        for id, statement in account.statements.items():
            day = statement.said_on or published
            shown = statement.act in Ground.SHOWN or id in ground.disputes_of
            if day is None or not shown or statement.speaker is None:
                continue
            words = folded(statement.text)
            spoken = _Spoken(id, statement, day, stems(words), words)
            speakers = tuple(sorted({ground.source(one) for one in sources_of(statement.speaker)}))
            groups[speakers, statement.act].append(spoken)
    return [_entry(ground, speakers, one) for (speakers, _), said in groups.items() for one in _alike(said)]


def _alike(said: Sequence[_Spoken]) -> Iterator[list[_Spoken]]:
    """Yield the statements of one speaker that are told in the same words, each time with those of the same days."""
    fresh: list[list[_Spoken]] = []
    for one in sorted(said, key=lambda one: (one.day, one.words, one.id)):
        for group in fresh:
            if not _near(group[0], one):
                yield group
        fresh = [group for group in fresh if _near(group[0], one)]
        alike = next((group for group in fresh if _same(group[0], one)), None)
        if alike is None:
            fresh.append([one])
        else:
            alike.append(one)
    yield from fresh


def _near(one: _Spoken, other: _Spoken) -> bool:
    if len(one.day) != len(other.day) or len(one.day) < len("2024-01-01"):
        return one.day == other.day
    return abs(date.fromisoformat(other.day) - date.fromisoformat(one.day)).days <= _DAYS


def _same(one: _Spoken, other: _Spoken) -> bool:
    least = min(len(one.stems), len(other.stems))
    if least < 2:
        return one.words == other.words
    return len(one.stems & other.stems) >= _ALIKE * least


def _entry(ground: Ground, speakers: tuple[str, ...], said: Sequence[_Spoken]) -> Entry:
    records = sorted(one.id for one in said)
    articles = sorted({one.statement.article for one in said})
    named = [one.day for one in said if one.statement.said_on]
    fullest = min(said, key=lambda one: (-len(one.stems), one.words, one.id))
    return Entry(
        day=min(named or [one.day for one in said]),
        until=None,
        of=EntryOf.STATEMENT,
        says=" ".join(fullest.statement.text.split()),
        modality=said[0].statement.act,
        records=tuple(records),
        articles=tuple(articles),
        sources=speakers,
        origins=ground.origins.behind(records),
        reported=ground.reported(articles),
        disputes=ground.disputes_about(records),
    )

"""What the rules of kind share: the reason that they give, and which entries can be said of what is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe.lexicon import Entry
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

THINGS = frozenset({
    Counted.VEHICLES, Counted.MUNITIONS, Counted.STRIKES, Counted.BUILDINGS, Counted.SETTLEMENTS, Counted.TERRITORY_SHARE,
    Counted.AREA, Counted.MONEY, Counted.GOODS, Counted.OTHER,
})  # fmt: skip
# what can only befall people
OF_PEOPLE = frozenset({
    Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.ILL, Kind.DETAINED, Kind.ABDUCTED, Kind.ESCAPED, Kind.RETURNED, Kind.PROTESTING,
    Kind.DISPLACED, Kind.RESCUED, Kind.EVACUATED, Kind.HOSTED, Kind.TRAPPED, Kind.EXPOSED,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """A kind, the entry and the rule that gave it, and where its words stand in the sentence."""

    kind: Kind
    entry: str
    rule: str
    span: Span
    verb: Token | None = None


def by_word(entry: Entry, rule: str, token: Token, verb: Token | None = None) -> Reason:
    """Return the reason that one word gives."""
    return Reason(
        Kind(entry.means), entry.name, f"figures.kind.{rule}", Span(token.idx, token.idx + len(token.text)), verb
    )


def by_turn(entry: Entry, rule: str, start: int, end: int, verb: Token | None = None) -> Reason:
    """Return the reason that a turn of several words gives."""
    return Reason(Kind(entry.means), entry.name, f"figures.kind.{rule}", Span(start, end), verb)


def fits(entry: Entry, counted: Counted | None) -> bool:
    """Whether an entry can be said of what is counted; what is not known may be anything."""
    allowed = entry.extra.get("of")
    if allowed:
        return counted is not None and counted.value in allowed
    kind = Kind(entry.means)
    if counted in (Counted.MONEY, Counted.AREA) and kind is Kind.AFFECTED:
        return False
    if kind is Kind.DESTROYED and counted is not None and counted not in THINGS and counted is not Counted.FAMILIES:
        # `douze foyers ont été détruits`, but no people
        return False
    if kind is Kind.HOSTED and counted is Counted.PRISONERS:
        # a prison that houses them holds them
        return False
    if counted is Counted.SETTLEMENTS and Kind(entry.means) is Kind.TRAPPED:
        return True
    if counted in (Counted.SETTLEMENTS, Counted.BUILDINGS) and Kind(entry.means) is Kind.EVACUATED:
        return not entry.extra.get("leaving")
    return not (Kind(entry.means) in OF_PEOPLE and counted in THINGS and counted is not Counted.OTHER)


def is_barred(entry: Entry, token: Token) -> bool:
    """Whether the words before or behind a verb make another verb of it: `s'en prendre à`, `manquer de`."""
    text, end = token.doc.text, token.idx + len(token.text)
    before, behind = entry.extra.get("unless"), entry.extra.get("unless_after")
    return bool(before and re.search(rf"(?:{before})$", text[: token.idx], re.IGNORECASE)) or bool(
        behind and re.compile(behind, re.IGNORECASE).match(text, end)
    )

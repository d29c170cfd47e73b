"""A row of words in, some of those who can speak out, by their number or as one of them: `trente élus`, `l'un d'eux`."""

from __future__ import annotations

from dataclasses import replace

from recoupe.extract.statements.extent import extent
from recoupe.extract.statements.lexis import actor_class, is_a
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.small_words import CIVIL, DETERMINERS, PARTICLES
from recoupe.extract.statements.words import Row

AMOUNTS = frozenset(
    (
        "partie majorité moitié minorité dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine "
        "centaine poignée plupart"
    ).split()
)


def counted(row: Row, start: int, limit: int) -> Phrase | None:
    """Return `trente-cinq élus`, `12 ONG`, `une vingtaine d'associations`: so many of those who can speak."""
    at, low = start + 1, row.low(start)
    if low in ("une", "la", "quelques") and row.low(at).rstrip("s") in AMOUNTS:
        if row.low(at + 1) not in ("de", "d'", "des"):
            return None
        at += 2
    elif (of := _uncounted(row, start)) is not None:
        at = of
    elif not (low[:1].isdigit() or (row.words[start].pos == "NUM" and low not in DETERMINERS)):
        return None
    if at >= limit or actor_class(row.low(at)) is None or row.words[at].pos not in ("NOUN", "PROPN", "ADJ"):
        return None
    last = extent(row, at, limit)
    if last is None or is_a(row.low(at), "document") or is_a(row.low(at), "medium"):
        return None
    span = row.span(start, last)
    return Phrase(start, last, last, row.low(at), span.of(row.text), span, "described", None, True)


# what stands before `de` and a group that nobody counts: `nombre de`, `beaucoup d'`, `plusieurs de leurs`
VAGUE = frozenset(["nombre", "beaucoup", "plusieurs", "certains", "certaines", "quantité", "nombreux", "nombreuses"])


def _uncounted(row: Row, start: int) -> int | None:
    """Return where the group begins behind `nombre de`, `bon nombre de`, `beaucoup d'`, `plusieurs de leurs`."""
    at = start + (row.low(start) == "bon" and row.low(start + 1) == "nombre")
    if row.low(at) not in VAGUE or row.low(at + 1) not in ("de", "d'", "des"):
        return None
    at += 2
    return at + (row.low(at) in DETERMINERS)


def somebody(row: Row, start: int) -> Phrase | None:
    """Return `quelqu'un`, `quelques-uns`."""
    low, word = row.low(start).replace("’", "'"), row.words[start]
    if low not in ("quelqu'un", "quelques-uns", "quelques-unes"):
        return None
    plural = low.startswith("quelques")
    return Phrase(start, start, start, low, word.text, word.span, "described", None, plural)


def one_of(row: Row, start: int, limit: int) -> Phrase | None:
    at = start + (2 if row.low(start) == "l'" else 1)
    if row.low(at) in ("d'", "de") and row.low(at + 1) in DETERMINERS:
        found = extent(row, at + 2, limit)
        last = found if found is not None else at
        head = row.low(at + 2)
    elif row.low(at) in ("d'", "de"):
        last = at + 1
        head = row.low(last)
    elif row.low(at) == "des":
        found = extent(row, at + 1, limit)
        last = found if found is not None else at
        head = row.low(at + 1)
    else:
        return None
    if last >= limit:
        return None
    span = row.span(start, last)
    gender = "f" if row.low(at - 1).endswith("une") else "m"
    one = Phrase(start, last, last, head, span.of(row.text), span, "described", gender, False)
    named = _named(row, last + 2) if row.low(last + 1) == "," else None
    if named is None:
        return one
    return replace(one, text=row.span(*named).of(row.text), span=row.span(*named), role="name", end=named[1])


def _named(row: Row, at: int) -> tuple[int, int] | None:
    """Return the words of a name that stands alone between signs: `l'un d'eux, Issa Kabore, ...`, `l'une d'elles, Awa, 24 ans`."""
    first = at
    while row.low(at) in CIVIL or (row.low(at) == "." and at > first):
        at += 1
    first = at
    while at < len(row.words) and (
        row.words[at].capital or (at > first and row.low(at) in PARTICLES and row.words[at - 1].capital)
    ):
        at += 1
    ends = row.low(at) in (",", ".", ":", ";", "", "(", "!", "?", "»", "–")
    aged = row.low(at) == "," and row.low(at + 1)[:1].isdigit()
    return (first, at - 1) if ends and (at - first > 1 or (at - first == 1 and aged)) else None

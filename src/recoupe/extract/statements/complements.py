"""A name in a noun phrase and the words before it in, what it hangs on out: the head of the phrase, or a noun of its complement."""

from __future__ import annotations

from recoupe.extract.statements.lexis import is_a
from recoupe.extract.statements.small_words import CIVIL
from recoupe.extract.statements.words import Row


def named_beside(row: Row, last: int) -> bool:
    """Say whether the name of a person stands behind the comma: `le chef de la Nation de Mistawak, Conrad Wapistan,`.

    A civil title or a rank may stand before it: `la directrice du lycée Pasteur, Mme Rosa Kone`.
    """
    first = last + 2
    while row.low(first) in ("le", "la", "l'", ".") or row.low(first) in CIVIL or is_a(row.low(first), "person"):
        first += 1
    name = range(first, min(first + 2, len(row.words)))
    return row.low(last + 1) == "," and len(name) == 2 and all(row.words[k].capital for k in name)


def governs(row: Row, first: int, body: int) -> bool:
    """Say whether a preposition stands between the head of a phrase and the noun that its name follows."""
    return row.words[first - 1].pos in ("NOUN", "ADJ") and any(
        row.low(k) in ("de", "d'", "du", "des", "à", "au", "aux") for k in range(body + 1, first - 1)
    )


def beside(row: Row, first: int, body: int) -> bool:
    """Say whether a name follows one person in a complement: `du président X`, but not `du syndicat des médecins X`."""
    noun = row.words[first - 1]
    return not noun.plural and first - 2 > body and row.low(first - 2) in ("du", "la", "l'")


def governor(row: Row, first: int, body: int) -> str:
    at = first - 1
    while at > body and row.low(at - 1) not in ("de", "d'", "du", "des", "la", "le", "l'", "les", "au", "à"):
        at -= 1
    return row.low(at)

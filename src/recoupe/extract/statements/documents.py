"""What carries words in, whose words they are out: `un communiqué du ministère`, `une note publiée hier par la mairie`."""

from __future__ import annotations

from recoupe.extract.statements.lexis import closed_words, is_a
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.speakers import speaks
from recoupe.extract.statements.words import Row

# what an outlet or a reader does with a document that somebody else made
OBTAINED = frozenset(
    (
        "consulté obtenu vu lu reçu cité relayé authentifié recueilli examiné repris visionné vérifié parcouru épluché "
        "intercepté saisi retrouvé découvert"
    ).split()
)


# how a document came from whoever made it
HELD = frozenset(
    "tenait tenions tenons tient tenu tenue émanant émanait émane provenant provenait provient issu issue venu venue".split()
)


def behind_document(row: Row, phrase: Phrase, end: int) -> Phrase | None:
    """Return whose words a document holds: `un communiqué du ministère`, `une note publiée hier par la mairie`."""
    limit = min(end, phrase.first + 16)
    for at in range(phrase.first + 1, limit):
        low = row.low(at)
        if low in (".", ";", ":") or row.words[at].text in '«“"':
            break
        if low == "par" and _obtained(row, at):
            # `un rapport consulté par l'agence`: she has read it, it is not hers
            continue
        if low == "par":
            found = phrase_at(row, at + 1, end)
            return found if found is not None and speaks(found) else None
    if (maker := _made_by(row, phrase.last + 1, limit)) is not None:
        return maker
    for at in range(phrase.last + 2, limit):
        if row.low(at) in ("de", "d'", "du", "des") and row.low(at - 1) in HELD:
            # `Le précédent bilan, que l'on tenait de sources médicales, ...`
            found = phrase_at(row, at if row.low(at) in ("du", "des") else at + 1, end, bare=True)
            return found if found is not None and speaks(found) else None
    source = next((k for k in (phrase.last, phrase.last + 1) if row.low(k + 1) in ("source", "sources")), None)
    if source is not None and row.low(source) == "de":
        # `un bilan de source policière`
        return phrase_at(row, source + 1, end, together=False, bare=True)
    for at in range(phrase.first + 1, phrase.last):
        if row.low(at) in ("de", "d'", "du", "des"):
            start = at + 1 if row.low(at) in ("de", "d'") else at
            if row.low(at) == "de" and row.low(start) in ("source", "sources"):
                return phrase_at(row, start, end, together=False, bare=True)
            one = row.low(start) == "l'" and row.low(start + 1) in ("un", "une")
            found = phrase_at(row, start, end if one else phrase.last + 1)
            if found is not None and speaks(found) and not is_document(found):
                return found
            if found is not None and row.low(found.first) in ("le", "la", "l'", "les", "du", "des"):
                # `le récit de l'incendie d'un moulin`: the mill is that of the fire
                return None
    return None


# what whoever made a document has done with it
MADE = frozenset(
    "publié diffusé dressé établi rendu revu révisé actualisé communiqué transmis fourni corrigé rectifié rédigé signé livré mis "
    "envoyé adressé émis produit présenté tient tenait tiennent publie diffuse publient diffusent actualise dresse".split()
)


def _made_by(row: Row, que: int, limit: int) -> Phrase | None:
    """Return who made a document by the clause behind it: `un relevé que les autorités ont revu`."""
    que += row.low(que) == ","
    if row.low(que) not in ("que", "qu'") or que + 1 >= limit:
        return None
    found = phrase_at(row, que + 1, limit, together=False)
    if found is None or found.role == "pronoun" or not speaks(found):
        return None
    verb = found.end + 1
    while row.low(verb) in ("a", "ont", "avait", "avaient", "vient", "viennent", "de") or row.low(verb) in closed_words(
        "adverbs"
    ):
        verb += 1
    return found if row.low(verb).rstrip("es") in MADE or row.low(verb) in MADE else None


def _obtained(row: Row, by: int) -> bool:
    """Say whether the participle before a `par` tells who got hold of a document, not who made it."""
    at = by - 1
    while row.low(at) in closed_words("times") or row.low(at) in closed_words("adverbs"):
        at -= 1
    return row.low(at).rstrip("es") in OBTAINED


def is_document(phrase: Phrase) -> bool:
    """Say whether a phrase is something that carries words (`un communiqué`), not somebody."""
    return is_a(phrase.head, "document") and not is_a(phrase.head, "organisation")


def medium_behind(row: Row, phrase: Phrase) -> Phrase | None:
    """Return the outlet whose a piece of news is: `l'information d'une chaîne philippine`."""
    for at in range(phrase.first + 1, phrase.last):
        if row.low(at) in ("de", "d'", "du"):
            found = phrase_at(row, at + (row.low(at) != "du"), phrase.last + 1, together=False)
            return found if found is not None and is_a(found.head, "medium") else None
    return None

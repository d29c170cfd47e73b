"""Counts without a verb that several answer for in, where each begins out: `Onze arrestations, d'après X, quatre selon Y`."""

from __future__ import annotations

import re

from recoupe.extract.statements.fillers import has_number
from recoupe.extract.statements.lexis import closed_words, credit_forms, is_a
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.words import Row, Stretch

SIGNS = frozenset([",", ";", ":", "(", "–", "—", "?", "…", "."])
# what may stand beside a number that is told without a noun
PLAIN = frozenset(
    (
        "au moins plus de d' moins environ quelque quelques près à peine seulement plusieurs et ou entre le la les un une "
        '« » “ ” " double triple moitié tiers quart personne zéro aucun aucune'
    ).split()
)
REACH = 9
LABEL = 3


def credits_here(row: Row, at: int) -> bool:
    """Say whether words that credit a count to somebody begin at a word: `selon`, `à en croire`, `à entendre`."""
    for words, entry in credit_forms().get(row.low(at), ()):
        if entry.means == "credit" and all(row.low(at + k) == word for k, word in enumerate(words)):
            return True
    return False


def count_start(row: Row, first: int, last: int) -> int | None:
    """Return where the count without a verb begins that ends with the word `last`, None where none does."""
    at = last
    while at > first and last - at < REACH and row.low(at - 1) not in SIGNS:
        at -= 1
    while at < last and row.low(at) in SIGNS | {"et", "mais", "contre"}:
        at += 1
    if any(row.words[k].finite for k in range(at, last + 1)) or last - at >= REACH:
        return None
    told = has_number(row, at, last) or row.low(at + 1) in ("double", "triple", "moitié")
    return at if told else None


def beside_count(row: Row, at: int, first: int) -> bool:
    """Say whether `et` joins two counts: a number and its noun stand before it, and no verb."""
    start = at
    while start > first and row.low(start - 1) not in SIGNS:
        start -= 1
    noun = row.words[at - 1].pos in ("NOUN", "ADJ", "VERB") and not has_number(row, at - 1, at - 1)
    return noun and has_number(row, start, at - 1) and not any(row.words[k].finite for k in range(start, at))


def labelled(row: Row, first: int, last: int, stretch: Stretch) -> int:
    """Return where a content begins with the label that says what its bare number counts: `Décès : 34`."""
    colon = first - 1
    if row.low(colon) != ":" or any(not _bare(row, k) for k in range(first, last + 1)):
        return first
    start = colon
    while start > stretch.start and row.words[start - 1].is_word and colon - start < LABEL:
        start -= 1
    opens = start == stretch.start or row.words[start - 1].text in "–—-•*■►"
    plain = not any(
        row.words[k].finite or has_number(row, k, k) or row.words[k].pos == "ADP" for k in range(start, colon)
    )
    # `R : une trentaine`, `AWA KONE : une trentaine`: who answers, not what is counted
    names = all(row.words[k].text.isupper() or (k > start and row.words[k].capital) for k in range(start, colon))
    return start if opens and plain and start < colon and not names else first


# how far back a question may have asked for things that are meant for somebody
ASKED = 12
MEANT_FOR = re.compile(
    r"\b(?:lits?|places?|sièges?|voix|bulletins?|camions?|bus|tentes?|sacs?|tonnes?|litres?|kits?|colis|repas|doses?|euros?|francs?|dollars?|dinars?|dirhams?)\b"
)
# of whom two accounts give two numbers
VICTIMS = re.compile(
    r"(?:mort|décès|tué|victime|bless|disparu|noyé|corps|cadavre|dépouille|manifestant|marcheur|participant|gréviste|interpell|arrest|arrêté|otage|évadé|déplacé|sinistré|cas)\w*"
)


def weighed(row: Row, pour: int, speaker: Phrase, stretch: Stretch) -> bool:
    """Say whether `pour` credits a bare count to somebody: `Combien de morts ? Trente pour la gendarmerie, qui ...`.

    With a noun it may be meant for them, `vingt lits pour la clinique`, unless the next sentence or clause goes on so.
    """
    first = next((k + 1 for k in range(pour - 1, stretch.start, -1) if row.low(k) in SIGNS), stretch.start)
    first += row.low(first) in ("et", "mais")
    kinds = ("organisation", "person", "source", "group", "named_body")
    if first >= pour or not (speaker.role in ("name", "acronym") or any(is_a(speaker.head, kind) for kind in kinds)):
        return False
    if row.low(speaker.end + 1) not in (",", ".", ";", ":", "", ")", "(") or count_start(row, first, pour - 1) != first:
        return False
    if all(_bare(row, k) for k in range(first, pour)):
        before = " ".join(row.low(k) for k in range(max(0, first - ASKED), first))
        return MEANT_FOR.search(before) is None
    if not any(VICTIMS.fullmatch(row.low(k)) for k in range(first, pour)):
        # `deux camions pour le gouverneur, trois pour le maire`
        return False
    return any(row.low(k) == "pour" and has_number(row, k - 2, k - 1) for k in range(speaker.end + 1, stretch.end))


def _bare(row: Row, at: int) -> bool:
    return row.low(at) in PLAIN or has_number(row, at, at)


def below_label(row: Row, credit: int, end: int, stretch: Stretch) -> int | None:
    """Return the first word behind `Bilan, selon la police :`, a label with whoever answers for what the colon opens."""
    if row.low(end + 1) != ":" or end + 2 >= stretch.end or row.opens(end + 2):
        return None
    before = range(stretch.start, credit)
    words = [k for k in before if row.words[k].is_word]
    if not words or len(words) > LABEL + 4 or any(row.words[k].finite or row.words[k].depth for k in before):
        return None
    total = row.low(stretch.start) in closed_words("totals")
    if (not total and any(has_number(row, k, k) for k in words)) or row.low(credit - 1) == ":":
        return None
    return end + 2

"""A noun phrase in, the phrase with the name or the function that stands beside it out."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.extract.statements.extent import extent
from recoupe.extract.statements.lexis import actor_class, closed_words, is_a
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.small_words import CIVIL, DETERMINERS, PARTICLES
from recoupe.extract.statements.words import Row

PARTICIPLE = re.compile(r"(?:é|i|u|it|is|ert|eint|mort)e?s?$|ants?$")


def with_apposition(row: Row, phrase: Phrase, limit: int) -> Phrase:
    """Join `le ministre de la Sécurité, Facinet Yattara` and `Hatem Bouslimi, porte-parole de la Garde`."""
    comma = phrase.end + 1
    if row.low(comma) == "sur" and row.low(comma + 1) == "place" and is_a(phrase.head, "person"):
        # `sa représentante sur place, Rosa Kone`
        comma += 2
    if comma + 1 >= len(row.words) or row.low(comma) != ",":
        return phrase
    if phrase.role == "name" and phrase.title is None and row.words[phrase.first].low not in DETERMINERS:
        beside = phrase_head(row, comma + 1)
        if beside is not None and (is_a(row.low(beside), "person") or _trade(row, beside, comma)):
            reach = extent(row, beside, len(row.words))
            if reach is not None and _names_another(row, beside, reach):
                return phrase
            if reach is not None and reach < limit and not (beside > comma + 1 and _acts(row, reach + 1)):
                title = row.span(beside, reach).of(row.text)
                feminine = re.search(r"(?:trice|euse|ière|enne|ante|ente|ée)$", row.low(beside))
                return replace(phrase, end=reach, title=title, gender=phrase.gender or ("f" if feminine else None))
        return phrase
    if (
        phrase.role not in ("title", "owned", "described", "demonstrative", "name")
        or phrase.title is not None
        or phrase.plural
    ):
        return phrase
    if phrase.role == "name" and not is_a(phrase.head, "person"):
        return phrase
    if phrase.role != "owned" and actor_class(phrase.head) is None and phrase.head not in closed_words("kin"):
        # `Dans la salle du quai, sœur Rosa Kone a dressé des lits`
        return phrase
    # `Son mari, Joaquim,`: relatives go by a first name
    kin = phrase.head in closed_words("kin") and (phrase.role == "owned" or row.low(comma + 2) == ",")
    # `la société, Hydralis,`: a body is called by one word
    kin = kin or (is_a(phrase.head, "named_body") and row.words[comma + 1].capital and row.low(comma + 2) == ",")
    called = _called(row, comma + 1)
    name = _apposed_name(row, called, kin or called > comma + 1)
    if name is None:
        return phrase
    first, last = name
    span = row.span(first, last)
    title = row.span(
        phrase.first if row.words[phrase.first].low not in DETERMINERS else phrase.first + 1, phrase.last
    ).of(row.text)
    return replace(phrase, text=span.of(row.text), span=span, role="name", title=title, end=last, owner=None)


TRADE = re.compile(r"(?:[^aih]teur|[^ij]eur|euse|trice|iste|ienne|logue)$")


def _trade(row: Row, at: int, comma: int) -> bool:
    """Say whether a noun that the lexicon does not know says what somebody does: `Bruno, pisteur depuis vingt ans,`."""
    alone = at == comma + 1 and row.pos(at) == "NOUN" and TRADE.search(row.low(at)) is not None
    return (
        alone and actor_class(row.low(at)) is None and row.low(at) not in ("intérieur", "extérieur", "malheur", "odeur")
    )


def _names_another(row: Row, first: int, last: int) -> bool:
    """Say whether a function ends in a name of its own: `À Loon-Plage, sœur Marie Bulté a dressé des lits`."""
    return last - first > 1 and row.words[last].capital and row.words[last - 1].capital


# how one is called whom the text gives another name: `le chef du secteur, connu sous le nom d'Abou Taleb`
BYNAMES = frozenset("connu connue alias dit dite surnommé surnommée appelé appelée".split())


def _called(row: Row, at: int) -> int:
    """Return where a name begins behind `connu sous le nom de`, `dit` or `alias`."""
    first = at + (row.low(at) in ("plus", "mieux"))
    if row.low(first) not in BYNAMES:
        return at
    first += 1
    if row.low(first) == "sous" and row.low(first + 3) in ("de", "d'"):
        first += 4
    first += row.low(first) in ("comme", "«", "“", '"')
    return first if first < len(row.words) and row.words[first].capital else at


def _acts(row: Row, at: int) -> bool:
    """Say whether a verb begins at a word, so that what stands before is its subject: `À Goma, le maire a dit`."""
    while at < len(row.words) and row.low(at) in closed_words("clitics"):
        at += 1
    if at >= len(row.words):
        return False
    word = row.words[at]
    return word.finite or word.pos == "AUX" or (word.pos == "VERB" and not PARTICIPLE.search(word.low))


def phrase_head(row: Row, at: int) -> int | None:
    """Return the head noun of a phrase that begins at `at`, past its determiner."""
    if row.low(at) in DETERMINERS:
        at += 1
    return at if at < len(row.words) and row.words[at].is_word else None


def _apposed_name(row: Row, at: int, kin: bool = False) -> tuple[int, int] | None:
    if row.low(at) in ("le", "la", "l'"):
        at += 1
    while at < len(row.words) and not row.words[at].capital and is_a(row.low(at), "person"):
        at += 1
    while row.low(at) in CIVIL:
        at += 1
        if row.low(at) == ".":
            at += 1
    first = at
    while at < len(row.words) and _goes_on(row, at, first):
        at += 1
    last = at - 1
    if last < first or (
        last == first
        and not kin
        and not _aged(row, at)
        and not _before_verb(row, at, first)
        and row.low(first - 1) not in CIVIL | {"."}
        and not is_a(row.low(first - 1), "person")
    ):
        return None
    closing = row.low(at)
    if closing in (",", ".", ";", ":", ")", "(", "", "»", '"', "”", "!", "?", "–", "—") or row.words[at].pos in (
        "VERB",
        "AUX",
        "ADP",
        "CCONJ",
    ):
        return first, last
    return None


def _before_verb(row: Row, at: int, first: int) -> bool:
    """Say whether a name of two parts stands between commas before its verb: `Le propriétaire, Immo-Batte, jure`."""
    verb = at + 1
    while verb < len(row.words) and row.low(verb) in closed_words("clitics"):
        verb += 1
    acts = verb < len(row.words) and row.words[verb].finite
    return row.low(at) == "," and acts and "-" in row.words[first].text


def _aged(row: Row, at: int) -> bool:
    """Say whether an age stands behind a name: `une passagère, Mélanie, 24 ans`."""
    return row.low(at) == "," and row.low(at + 1).isdigit() and row.low(at + 2) == "ans"


def _goes_on(row: Row, at: int, first: int) -> bool:
    """Say whether a name that began at `first` goes on with the word `at`."""
    word, low = row.words[at], row.low(at)
    if word.capital or word.text == "-" or low in ("al", "el"):
        return True
    if low == ".":
        return len(row.low(at - 1)) == 1
    after = row.words[at + 1] if at + 1 < len(row.words) else None
    return at > first and low in PARTICLES and after is not None and (after.capital or after.low in PARTICLES)

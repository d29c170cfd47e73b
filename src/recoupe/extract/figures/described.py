"""A number in its sentence in, who its words say that the counted are out: `six sur dix sont des enfants`, `deux chez des policiers`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.counted import TOLLED, serving_at
from recoupe.extract.figures.kinds import is_whole
from recoupe.extract.figures.topics import numbered_behind
from recoupe.extract.figures.words import nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted
from recoupe.model.span import Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# what may stand between a number and what they are said to be: `d'entre eux`, `des victimes`, a few words without a number
LINK = r"(?:\s(?!dont\b|et\b|ou\b|qui\b|que\b)[^\s.;:,()\d]+){0,4}?"
ARE = re.compile(
    LINK
    + r"(?<!\sse)(?<!\sse\sy)\s(?:sont|étaient|seraient|est|était|serait|furent)\s(?:(?:celles|ceux)\s(?=d[e'’]))?"
    + r"(?:(?:tou(?:te)?s|encore|aussi|également|pour\sla\splupart)\s)?"
    + r"(?:(?:d['’]anciens|d['’]anciennes|de\sjeunes|de\stout\sjeunes|d['’]ex-|des|de|d['’]|une?)\s?)?(?P<noun>[^\W\d][\w’'-]*)",
    re.IGNORECASE,
)
MINOR = re.compile(
    LINK
    + r"\s(?:(?:n['’](?:ont|avaient|auraient)\spas\s(?:encore\s)?|(?:ont|avaient|auraient)\s|de\s|âgée?s\sde\s)"
    + r"(?:moins\sde\s)?(?P<years>\d+|dix-huit|dix-sept|seize|quinze|douze|dix|cinq)\sans)\b",
    re.IGNORECASE,
)
YEARS = {"dix-huit": 18, "dix-sept": 17, "seize": 16, "quinze": 15, "douze": 12, "dix": 10, "cinq": 5}
AMONG = re.compile(
    r"(?:\s\w+)?\s(?:parmi|chez|dans\sles\srangs|du\scôté|au\ssein)\s(?:de\sl['’]|de\sla\s|des\s|du\s|les\s|la\s|l['’]|le\s|de\s)(?P<noun>[^\W\d][\w’-]*)",
    re.IGNORECASE,
)
RANKS = re.compile(
    r"\b(?:dans\sles\srangs\s|(?:du\s)?côté\s)(?:de\sl['’]|de\sla\s|des\s|du\s)?(?P<noun>[^\W\d][\w’-]*)[^.;:\d]{0,50}$",
    re.IGNORECASE,
)


# `le bilan des femmes tuées passe de 12 à 15 morts`
TOLL_OF = re.compile(
    r"\b(?:bilan|nombre|total)\s(?:des\s|de\s|d['’])(?P<noun>[^\W\d][\w’-]*)\s(?:tué|mort|bless|noy|abattu|péri)\w*\b[^.;:«»]*$",
    re.IGNORECASE,
)
# `le syndicat des pompiers dénombre onze blessés dans ses rangs`
OWN_RANKS = re.compile(
    r"(?:\s\w+)?\s(?:dans\s(?:ses|leurs)\srangs"
    r"|parmi\s(?:ses|leurs)\s(?:membres|hommes|agents|adhérents|collègues|effectifs))\b",
    re.IGNORECASE,
)
COLLEAGUES = re.compile(r"(?:collègue|camarade|confrère|consœur|coéquipier|homologue|compagnon)s?$", re.IGNORECASE)


def of_their_own(candidate: Candidate, sentence: Sentence) -> tuple[Counted, Evidence] | None:
    """Return who those are that are somebody's own: the trade that the sentence has named before, the nearest first."""
    noun = candidate.noun
    if noun is None:
        return None
    ours = COLLEAGUES.match(noun.text) and OWNED.search(sentence.text[: noun.idx])
    if not ours and OWN_RANKS.match(sentence.text, noun.idx + len(noun.text)) is None:
        return None
    for token in reversed(sentence.doc[: candidate.first]):
        named = _person(token) if token.pos_ in ("NOUN", "PROPN", "ADJ") else None
        if named is not None and named not in (Counted.CHILDREN, Counted.WOMEN):
            return named, Evidence("counted", "figures.counted.their_own", Span(token.idx, token.idx + len(token.text)))
    return None


OWNED = re.compile(r"\b(?:ses|leurs|autres)\s$", re.IGNORECASE)


def described(candidate: Candidate, sentence: Sentence) -> tuple[Counted, Evidence] | None:
    """Return who the counted of a number without a noun, or of a toll, are said to be; None where nothing says so."""
    noun = candidate.noun
    if is_whole(candidate, sentence):
        return None
    if noun is not None and not (TOLLED.fullmatch(noun.text) or candidate.quantity.inside is not None):
        return None
    text = sentence.text
    at = noun.idx + len(noun.text) if noun is not None and noun.i > candidate.last else candidate.quantity.reach
    if noun is None and (topic := numbered_behind(candidate, sentence)) is not None:
        return topic.counted, Evidence("counted", "figures.counted.number_of", topic.span)
    if (hit := MINOR.match(text, at)) is not None and "ans" in hit.group():
        young = hit["years"].casefold()
        if (int(young) if young.isdigit() else YEARS[young]) <= 18 and ("moins" in hit.group() or "pas" in hit.group()):
            return Counted.CHILDREN, Evidence("counted", "figures.counted.minors", Span(hit.start(), hit.end()))
    for rule, pattern in (("said_to_be", ARE), ("among", AMONG)):
        if (hit := pattern.match(text, at)) is not None:
            return _named(hit, rule, sentence)
    if noun is not None and (hit := TOLL_OF.search(text[: candidate.quantity.span.start])) is not None:
        return _named(hit, "toll_of", sentence)
    hit = RANKS.search(text[: candidate.quantity.span.start])
    return _named(hit, "ranks", sentence) if hit is not None else None


def _named(hit: re.Match[str], rule: str, sentence: Sentence) -> tuple[Counted, Evidence] | None:
    where = Span(hit.start("noun"), hit.end("noun"))
    word = next((token for token in sentence.doc if token.idx == where.start), None)
    if word is None:
        return None
    if rule != "said_to_be" and (served := serving_at(sentence.text, where.start)) is not None:
        return served, Evidence("counted", f"figures.counted.{rule}", where)
    found = _person(word)
    return (found, Evidence("counted", f"figures.counted.{rule}", where)) if found is not None else None


def _person(word: Token) -> Counted | None:
    for entry in nouns("counted").of(word)[:1]:
        if entry.extra["role"] == "person" and entry.means not in ("people", "wounded", "group", "families"):
            return Counted(entry.means)
    return None

"""What a bare number counts: the noun that its sentence, its paragraph or its heading speaks of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.words import kind_nouns, kind_verbs, nouns
from recoupe.extract.paragraph import Sentence
from recoupe.lexicon import Entry, entries
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Span


@dataclass(frozen=True, slots=True)
class Topic:
    """A noun of the crisis that stands without a number of its own; `span` counts in its sentence."""

    kind: Kind
    counted: Counted
    entry: str
    span: Span


# what may stand between a word of tally and its number
FILLED = (
    r"(?:\s?(?:de|d['’]|à|que|les|(?:la\sbarre|le\scap|le\sseuil)\sdes|plus|plutôt|désormais|déjà|ainsi|donc|officiellement|maintenant|encore|environ|quelque|moins|près|au|pas|et|entre|lundi|mardi|mercredi|jeudi"
    r"|vendredi|samedi|dimanche|hier|aujourd['’]hui|midi|soir|matin))*[\s\u00a0\u202f«“\"(]*(?:d['’])?$"
)


@cache
def _tally() -> tuple[tuple[Entry, re.Pattern[str]], ...]:
    found = []
    for entry in entries("fr", "tally"):
        start = "" if entry.regex == ":" else r"(?<![\w-])"
        found.append((entry, re.compile(rf"{start}(?:{entry.regex}){FILLED}", re.IGNORECASE)))
    return tuple(found)


CREDITED = re.compile(
    r"[\s\u00a0\u202f»”\"]*,?\s?(?:selon|d['’]après|pour\s(?:le|la|les|l['’])|à\sen\scroire|au\sdire|côté|de\ssource)\b", re.IGNORECASE
)
ANSWERS = re.compile(r"[\s\u00a0\u202f»”\"]*(?:[.,?!]|$)")


def topic_of(candidate: Candidate, sentence: Sentence) -> Topic | None:
    """Return the noun of the sentence that a bare number counts: `Les blessés passent de 16 à 18`, `à 37 le nombre des disparus`."""
    behind = _named_behind(candidate, sentence)
    if behind is not None:
        return behind
    found = [topic for topic in topics(sentence) if topic.span.end <= candidate.quantity.span.start]
    return found[-1] if found else None


def _named_behind(candidate: Candidate, sentence: Sentence) -> Topic | None:
    hit = re.compile(r"[\s\u00a0\u202f]+(?:le\s(?:nombre|bilan|total)|son\sbilan|la\sliste)\b", re.IGNORECASE).match(
        sentence.text, candidate.quantity.reach
    )
    raised = re.compile(r"[\s\u00a0\u202f]+à\s.{1,20}?\s(?:le\s(?:nombre|bilan|total))\b", re.IGNORECASE).match(
        sentence.text, candidate.quantity.reach
    )
    place = hit or raised
    if place is None:
        return None
    return next((topic for topic in topics(sentence) if topic.span.start >= place.end()), None)


def topics(sentence: Sentence) -> list[Topic]:
    """Return the nouns of the crisis in a sentence that no number stands before, in order."""
    found = []
    for token in sentence.doc:
        numbered = any(child.like_num or child.dep_ == "nummod" for child in token.children)
        if numbered or token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB"):
            continue
        before = sentence.text[max(0, token.idx - 25) : token.idx]
        if re.search(r"(?:\d|aine|milliers|centaines|millions)\s(?:de\s|d['’])?(?:\w+\s)?$", before):
            continue
        plural = token.text.casefold().endswith(("s", "x")) or "Plur" in token.morph.get("Number")
        if not plural or token.pos_ in ("ADJ", "VERB") and not re.search(r"\b(?:les|des|ses|leurs|ces|nos)\s(?:\w+\s)?$", before, re.I):
            continue
        span = Span(token.idx, token.idx + len(token.text))
        for entry in (*kind_nouns("noun").of(token), *kind_nouns("act").of(token)):
            counted = entry.extra.get("counted", "people")
            found.append(Topic(Kind(entry.means), Counted(counted), entry.name, span))
            break
        else:
            for entry in nouns("counted").of(token)[:1]:
                if entry.means in ("group", "other") or entry.extra["role"] == "measure":
                    continue
                kind = _said_of(token)
                found.append(Topic(kind, Counted(entry.means), entry.name, span))
    return found


def _said_of(noun: object) -> Kind:
    """Return what a participle on the noun says of it (`des personnes tuées`), `other` without one."""
    for child in noun.children:  # type: ignore[attr-defined]
        if child.dep_ in ("acl", "amod"):
            for entry in kind_verbs("patient").of(child):
                return Kind(entry.means)
    return Kind.OTHER


def counts(word: str) -> bool:
    """Whether a verb counts or tells and does not befall anyone: `recense`, `fait état`, `ramené`."""
    return any(re.fullmatch(entry.regex or "", word, re.IGNORECASE) for entry in entries("fr", "tally") if entry.regex != ":")


def in_tally(candidate: Candidate, sentence: Sentence) -> str | None:
    """Return the rule by which a bare number is one of a tally: after a word of tallying, before a source, or a whole answer."""
    before = sentence.text[: candidate.quantity.span.start]
    after = candidate.quantity.reach
    for entry, pattern in _tally():
        if pattern.search(before):
            return entry.name
    if CREDITED.match(sentence.text, after):
        return "figures.tally.credited"
    alone = re.fullmatch(r"[\s\u00a0\u202f«“\"–—•-]*(?:(?:au\smoins|plus\sd['’e]\s?|quelque|environ|entre|près\sde)\s?)?", before, re.IGNORECASE)
    if alone and (ANSWERS.match(sentence.text, after) or re.match(r"\s:|\savant\b", sentence.text[after:])):
        return "figures.tally.answer"
    return None

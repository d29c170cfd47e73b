"""The figures of one sentence in, each with the larger one that it is a part of, or the kind of the one that it is raised to, out."""

from __future__ import annotations

import re
from dataclasses import replace

from recoupe.extract.figures.borrowing import PART, Found, enumerated
from recoupe.extract.figures.came_about import BEFELL
from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.reason import THINGS
from recoupe.extract.figures.tree import shows
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Evidence, Span

# none of those who died
ALIVE = frozenset({Kind.INJURED, Kind.MISSING, Kind.RESCUED, Kind.HOSTED, Kind.DISPLACED, Kind.EVACUATED, Kind.ESCAPED})

# those of whom a bare number may tell where some are
PLACED = BEFELL | {Kind.DISPLACED, Kind.HOSTED, Kind.DETAINED}

OUT_OF = re.compile(r"(?:\s[^\s.;:,]+){0,4},?\ssur\s(?:les\s|quelque\s|environ\s|un\stotal\sde\s)?", re.IGNORECASE)


def where_they_were(model: Found, candidate: Candidate) -> bool:
    """Whether a bare number tells where some of those were whom a toll has counted: `des 43 morts, 26 dormaient dans l'atelier`."""
    part = candidate.quantity.high if candidate.quantity.high is not None else candidate.quantity.low
    whole = model.figure.low if model.figure.low is not None else model.figure.high
    smaller = candidate.quantity.is_share or (part is not None and whole is not None and part <= whole)
    return model.figure.kind in PLACED and model.figure.counted not in THINGS and smaller


def is_whole_of(model: Found, candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a number is that of which the one before it is taken: `412 contacts sur 467`, no `table sur 300`."""
    between = sentence.text[model.candidate.quantity.reach : candidate.quantity.span.start]
    words = sentence.doc[model.candidate.last + 1 : candidate.first]
    if (
        between.count(",")
        and re.match(r"\s(?:qui|que|qu['’]|dont)\b", sentence.text[candidate.quantity.reach :]) is None
    ):
        # `formé 75 agents, sur les 200 nécessaires`, but `41 résidents, sur les 58 qui y vivent`
        return False
    return OUT_OF.fullmatch(between) is not None and not any(shows(word, "VerbForm", "Fin") for word in words)


# sums and areas are measured, not counted
COUNTED_SINGLY = THINGS - {Counted.MONEY, Counted.AREA, Counted.TERRITORY_SHARE} | {Counted.SETTLEMENTS}
# `sur les 40 hameaux, onze restent isolés`, `treize brèches, dont cinq sont comblées`
OF_THOSE = re.compile(r"\bsur\s(?:les|ces|ses|leurs)\s(?:quelque\s)?$", re.IGNORECASE)
PART_OF = re.compile(r"[^.;:]*,\sdont\s(?:(?:au\smoins|environ|près\sde|plus\sde)\s)?", re.IGNORECASE)


def is_among_things(model: Found, candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a bare number is a part of things or places that its sentence has counted, so that it counts no people."""
    if model.figure.counted not in COUNTED_SINGLY or model.candidate.noun is None:
        return False
    if model.figure.span.start < sentence.span.start:
        return False
    start = model.candidate.quantity.span.start
    between = sentence.text[model.candidate.quantity.reach : candidate.quantity.span.start]
    if OF_THOSE.search(sentence.text[:start]):
        return re.search(r",\s(?:[^\s.;:,]+\s){0,3}$", between) is not None
    return PART_OF.fullmatch(between) is not None


def like_its_pair(one: Found, here: list[Found]) -> Found:
    """Return the lower end of a raise with the kind of the upper one, which its words may stand behind: `de 1 à 4 millions l'aide`."""
    upper = next((other for other in here if other.candidate.quantity.span.start == one.candidate.quantity.pair), None)
    if (
        upper is None
        or one.figure.kind is not Kind.OTHER
        or upper.figure.kind is Kind.OTHER
        or upper.figure.counted is not one.figure.counted
    ):
        return one
    evidence = (*one.figure.evidence, Evidence("kind", "figures.kind.of_pair", upper.figure.span))
    return replace(one, figure=replace(one.figure, kind=upper.figure.kind, evidence=evidence))


def with_whole(one: Found, here: list[Found], sentence: Sentence) -> Found:
    """Return the figure with the larger one that it is a part of, where the sentence says so."""
    span = one.figure.span
    for whole in reversed([other for other in here if other.figure.span.start < span.start]):
        between = sentence.text[whole.candidate.quantity.reach : one.candidate.quantity.span.start]
        hit = PART.search(between)
        if hit is None and whole.figure.kind is one.figure.kind and enumerated(whole.figure, one.candidate, between):
            hit = re.search(":", between)
        if hit is None or re.search(r"[;]", between):
            continue
        if whole.figure.kind is Kind.KILLED and one.figure.kind in ALIVE:
            # `quatorze civils tués, dont neuf femmes, et trente et un blessés`
            continue
        if whole.figure.part_of is None and not PART.search(sentence.text[: whole.candidate.quantity.span.start]):
            where = Span(whole.candidate.quantity.reach + hit.start(), whole.candidate.quantity.reach + hit.end())
            evidence = (
                *one.figure.evidence,
                Evidence("part_of", "figures.part.of_which", where.shifted(sentence.span.start)),
            )
            return replace(one, figure=replace(one.figure, part_of=whole.figure.span.start, evidence=evidence))
    if one.candidate.partitive:
        following = [
            other for other in here if other.figure.span.start > span.start and other.figure.span.start - span.end < 14
        ]
        previous = [other for other in here if other.figure.span.start < span.start]
        whole_of = following[0] if following else None
        if whole_of is None and re.match(r"[\s\u00a0\u202f]d['’]entre", sentence.text[one.candidate.quantity.reach :]):
            whole_of = previous[-1] if previous else None
        if whole_of is not None:
            evidence = (*one.figure.evidence, Evidence("part_of", "figures.part.among", span))
            return replace(one, figure=replace(one.figure, part_of=whole_of.figure.span.start, evidence=evidence))
    return one

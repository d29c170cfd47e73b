"""A number before a participle and the figures before it in, whose noun was left out between them out."""

from __future__ import annotations

import re

from recoupe.extract.figures.borrowing import SUMS, Found, is_of_part
from recoupe.extract.figures.candidates import DONE, Candidate, is_done
from recoupe.extract.figures.kinds import THINGS, undergone
from recoupe.extract.figures.labels import labelled
from recoupe.extract.figures.words import nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted

LEFT_OUT = "figures.counted.noun_left_out"
# `23 civils ont été tués et 61 blessés`, `, une vingtaine blessés`
UNDERGONE = re.compile(
    r"[^;:()]*\b(?:ont|avaient|auraient)\s(?:\w+\s)?été\s(?:(?:[^\W\d]+\s){1,3}(?:et|,)\s|[^\W\d]+,\s)"
)
IN_TURN = re.compile(r"\s[^\W\d]+(?:\s[^\W\d]+)?(?:,|\set)\s")


# `200 kits demandés, 90 reçus`: a noun with its participle, and the next participle
LISTED_DONE = re.compile(
    r"(?:\s[^\W\d][\w’'-]*){0,4}?\s[^\W\d]+(?:és?|ées?|is|us|ues?|its|ites|ises|erts|ertes)\s?(?:,|;|\set|,\set|,\sdont|\sdont)\s"
    r"(?:(?:au\smoins|environ|quelque|près\sde|plus\sde|seulement)\s)?"
)


JOINED = re.compile(r"[^;:.]{3,60}?(?:,|\set)\s(?:(?:au\smoins|environ|quelque)\s)?")


def left_out(candidate: Candidate, sentence: Sentence, here: list[Found]) -> Counted | None:
    """Return who those are of whom only a participle is told, as of those before: `23 civils ont été tués et 61 blessés`."""
    noun = candidate.noun
    if noun is None or not DONE.match(noun.text) or noun.i != candidate.last + 1:
        return None
    done = is_done(noun) and not nouns("counted").of(noun) and candidate.quantity.units == ("count",)
    things = bool(here) and here[-1].figure.counted in THINGS and here[-1].figure.counted not in SUMS
    named = things and here[-1].candidate.noun is not None and nouns("counted").of(here[-1].candidate.noun)
    if named and LISTED_DONE.fullmatch(
        sentence.text[here[-1].candidate.quantity.reach : candidate.quantity.span.start]
    ):
        # `Abris : 250 bâches promises, 90 reçues`
        return here[-1].figure.counted
    if done and (label := labelled(candidate, sentence)) is not None and label.counted in THINGS:
        # `Écoles : 12 détruites, 40 endommagées`
        return label.counted
    if not here:
        return None
    if things and LISTED_DONE.fullmatch(
        sentence.text[here[-1].candidate.quantity.reach : candidate.quantity.span.start]
    ):
        return here[-1].figure.counted
    between = sentence.text[here[-1].candidate.quantity.reach : candidate.quantity.span.start]
    if done and here[-1].figure.counted not in THINGS and JOINED.fullmatch(between):
        # `trente-cinq ont été repris, deux abattus`
        return here[-1].figure.counted
    if not (noun.text.casefold().endswith(("é", "és", "ée", "ées")) or undergone(candidate)):
        return None
    wholes = [one for n, one in enumerate(here) if not is_of_part(here, n)]
    last = wholes[-1] if wholes else here[-1]
    between = sentence.text[last.candidate.quantity.reach : candidate.quantity.span.start]
    in_turn = any(why.rule == LEFT_OUT for why in last.figure.evidence) and IN_TURN.fullmatch(between)
    if not in_turn and not UNDERGONE.fullmatch(between):
        return None
    counted = last.figure.counted
    return counted if counted not in THINGS and counted not in (Counted.PEOPLE, Counted.WOUNDED) else None

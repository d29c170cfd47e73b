"""A day and the words between it and a number in, whether it is the number's for sure or not at all out, before any tree is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.events import is_event, is_tally

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

# `soit le double d'il y a trois ans`, `au même niveau qu'en 2015`: the day of what it is set beside
SET_BESIDE = re.compile(
    r"\b(?:double|triple|quadruple|quart|moitié|tiers|niveau|rythme|record)\s(?:de\s|d['’]|que\s|qu['’])(?:celui\s)?$",
    re.I,
)
# `avant lundi, jour où 300 enfants reprennent`: on that day, and no longer before it
THAT_DAY = re.compile(r"^,\s(?:jour|date|soir|nuit|matin)\s(?:où|de|du|des|d['’])\b", re.IGNORECASE)
# `pour la seule journée de mardi`: a count of that day and no other
ALONE = re.compile(
    r"\bseule?s?\s(?:(?:journée|nuit|soirée|matinée|semaine|mois|année|week-end)\s)?(?:d[eu]\s|d['’])?$", re.IGNORECASE
)
# `Vingt pompiers restent (90 au plus fort, le 3 mai)`: the day in brackets is that of the number in them
ASIDE = re.compile(r"\([^()]*\d[^()]*$")
# `la réouverture dimanche de 75 écoles`: a day between the noun of an act and what it is done to
OF = re.compile(r"\s(?:de\s|des\s|d['’])(?:(?:plus|près)\sde\s|quelque\s|environ\s)?", re.IGNORECASE)


def set_beside(between: str) -> bool:
    return SET_BESIDE.search(between) is not None


def is_that_day(behind: str) -> bool:
    return THAT_DAY.match(behind) is not None


def of_that_alone(before: str, between: str) -> bool:
    """Whether a number is counted for one day alone, which no other number stands before."""
    return ALONE.search(before) is not None and re.search(r"[;:\d]", between) is None


def after_aside(between: str) -> bool:
    """Whether a day stands in brackets behind a number of their own, and the figure before them."""
    return ASIDE.search(between) is not None


def of_act(day: Tokens, between: str) -> bool:
    """Whether a day stands right between the noun of an act and the number that it is done to; no count and no blow is one."""
    noun = day[0].nbor(-1) if day.start > 0 else None
    if noun is None or noun.pos_ != "NOUN" or OF.fullmatch(between) is None:
        return False
    return not (is_tally(noun) or is_event(noun))

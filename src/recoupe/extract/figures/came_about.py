"""A counted noun in, whether what is planned of it or announced of others says nothing of it: it came, or it is the whole of a part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.tree import auxiliaries, governors, is_participle, shows
from recoupe.model.figure import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

# what nobody announces as a plan: `contre 29 annoncés samedi` is what a count of the dead said
BEFELL = frozenset({Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.ILL})
# the words between a part and the whole that it is of
WHOLE = re.compile(
    r"(?:quarts?|tiers|moitié|dizaines?|centaines?|%|\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|cent)\s"
    r"(?:des|de\sses|de\sleurs|sur\s(?:les|ses|leurs))\s(?:quelque\s|plus\sde\s|environ\s)?$",
    re.IGNORECASE,
)


# `a promis une enquête après la mort de trois enfants`
BACKGROUND = re.compile(
    r"\b(?:après|malgré|(?:à\sla\s)?suite\s(?:à|de)|à\scause\sde|en\sraison\sde|lors\sde|au\slendemain\sde)\s?(?:l['’]|la\s|le\s|les\s|une?\s)"
    r"[^.;:,?!«»\d]{3,40}?\s(?:de|des|d['’])\s?(?:(?:plus|près)\sde\s|quelque\s|environ\s|au\smoins\s)?$",
    re.IGNORECASE,
)


def is_background(before: str) -> bool:
    """Whether the words before a number tell what came before what is asked or planned."""
    return BACKGROUND.search(before) is not None


def is_whole(before: str) -> bool:
    """Whether the words before a number make it the whole of a part: `les deux tiers des 8 000 villageois`."""
    return WHOLE.search(before) is not None


def is_part(candidate: Candidate) -> bool:
    """Whether a number is a part of another right behind it: `71 des 80 camions annoncés`, `un tiers des 120 tonnes promises`."""
    noun = candidate.noun
    if noun is None or not (candidate.partitive or candidate.quantity.is_share):
        return False
    return any(token.like_num for token in noun.doc[candidate.last + 1 : noun.i])


def is_told(announced: Token, kind: Kind | None) -> bool:
    return kind in BEFELL and announced.text.casefold().startswith("annonc")


def came_about(candidate: Candidate) -> bool:
    """Whether the verb says that what was announced has come: `les deux avions attendus jeudi ont atterri`."""
    over = next((one for one in governors(candidate.top) if one.role in ("subject", "passive", "object")), None)
    if over is None:
        return False
    verb = over.token
    if over.role == "object":
        # `l'autocar transportait 38 élèves attendus au musée`
        return shows(verb, "Tense", "Imp") and verb.text.casefold().endswith(("ait", "aient"))
    if not is_participle(verb) or verb.i < candidate.last:
        return False
    if not candidate.partitive and any(token.like_num for token in verb.doc[candidate.last + 1 : verb.i]):
        # `des 900 lits annoncés, 70 sont là`
        return False
    helpers = {helper.text.casefold() for helper in auxiliaries(verb)}
    return bool(helpers & {"a", "ont"}) or (bool(helpers & {"est", "sont"}) and verb.lemma_ in MOVING)


# verbs that form their perfect with être, which the tagger may take for a passive
MOVING = frozenset(
    "aller arriver descendre entrer monter mourir naître partir parvenir passer rentrer repartir ressortir retourner"
    " revenir sortir tomber venir".split()
)

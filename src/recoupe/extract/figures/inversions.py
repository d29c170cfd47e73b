"""A counted noun at the end of its clause in, what the turn right before it says of it as of its subject out."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.governing import HAVING
from recoupe.extract.figures.nearby import LIGHT, verb_in
from recoupe.extract.figures.reason import Reason, by_turn, fits
from recoupe.extract.figures.tree import is_participle
from recoupe.extract.figures.words import phrases
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted

# a preposition before a number, and a hedge that ends like one
AMOUNT_OF = re.compile(
    r"(?P<hedge>jusqu['’]|\b(?:plus|moins|près)\s)?(?<![^\s'’])(?:à\s|de\s|d['’])(?:(?:environ|quelque|(?:près|plus|moins)\sde)\s)?$",
    re.IGNORECASE,
)


def _is_where_done(sentence: Sentence, start: int) -> bool:
    """Whether a turn only says where something was done to the counted: `a interpellé devant la mairie sept étudiants`."""
    words = [token for token in sentence.doc if token.idx < start]
    return len(words) > 1 and is_participle(words[-1]) and words[-2].text.casefold() in HAVING


def inverted(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read a turn whose subject comes last: `à bord se trouvaient 72 personnes`."""
    amount = AMOUNT_OF.search(sentence.text[: candidate.quantity.span.start])
    if amount is not None and amount["hedge"] is None:
        # `les cas sont tombés à 3 500`, `les recettes ont fondu de 30 %`: where they stand now and no subject
        return None
    at = candidate.first
    while at > 0 and sentence.doc[at - 1].text.casefold() in LIGHT:
        at -= 1
    end = sentence.doc[at - 1].idx + len(sentence.doc[at - 1].text) if at else 0
    for role in ("phrase", "state"):
        for entry, pattern in phrases(role):
            if fits(entry, counted):
                for hit in pattern.finditer(sentence.text, max(0, end - 50), end):
                    if hit.end() == end and not _is_where_done(sentence, hit.start()):
                        return by_turn(
                            entry, "inverted_turn", hit.start(), hit.end(), verb_in(sentence, hit.start(), hit.end())
                        )
    return None

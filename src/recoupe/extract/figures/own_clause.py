"""A reason in, whether it lies in the clause of its number out: `la force, qui compte 900 hommes, a évacué le village` moves no 900."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.reason import OF_PEOPLE
from recoupe.extract.figures.tree import PARTICIPLE, shows
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind

if TYPE_CHECKING:
    from recoupe.extract.figures.borrowing import Found
    from recoupe.extract.figures.reason import Reason

# a relative clause that is still open where the number stands
OPENED = re.compile(r",\s(?:qui|où|dont)\s(?P<clause>[^.;:,]*)$", re.IGNORECASE)
PART = re.compile(r"\bdont\s(?:(?:près|plus|moins)\sde\s|(?:environ|seulement|à\speine|déjà)\s)?$", re.IGNORECASE)


def is_of_main_clause(candidate: Candidate, reason: Reason | None, sentence: Sentence) -> bool:
    """Whether a reason behind a number is the verb of the main clause, while the number closes a relative clause."""
    start, end = candidate.quantity.span.start, candidate.quantity.reach
    if reason is None or not reason.rule.endswith("following_verb") or reason.span.start < end:
        return False
    if reason.kind not in OF_PEOPLE:
        # `l'appel, qui requiert 2 millions, est financé à moitié`
        return False
    opened = OPENED.search(sentence.text[:start])
    if opened is None or "," not in sentence.text[end : reason.span.start]:
        return False
    return any(
        opened.start("clause") <= token.idx < start and shows(token, "VerbForm", "Fin") for token in sentence.doc
    )


def is_paid_in(candidate: Candidate, sentence: Sentence, model: Found | None, kind: Kind) -> bool:
    """Whether a number tells how much of a sum has come in: `3 millions d'euros, dont 850 000 reçus`."""
    behind = candidate.top.doc[candidate.last + 1 : candidate.last + 2].text
    return (
        kind in (Kind.HOSTED, Kind.DELIVERED)
        and model is not None
        and model.figure.counted is Counted.MONEY
        and PART.search(sentence.text[: candidate.quantity.span.start]) is not None
        and PARTICIPLE.fullmatch(behind) is not None
    )

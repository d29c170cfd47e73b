"""A number without a noun in, what `en` stands for or that those did not go of whom it is said out.

`Les vaccins sont là. Le district en a reçu onze mille`: the things that the sentence before opens with are counted.
"""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.reason import THINGS
from recoupe.extract.figures.words import nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Evidence, Span

RECEIVED = re.compile(
    r"\ben\s(?:(?:a|ont|avait|avaient|aurait|auraient|aura|auront)\s(?:\w+\s)?(?:reçu|obtenu|distribué|livré|perçu|commandé|demandé|envoyé|remis)"
    r"|(?:reçoi|recev|distribu|livr|command|réclam|demand|attend|faut|faudra|manqu|envoi|envoy|remet)\w*)\s(?:encore\s|déjà\s|environ\s|quelque\s)?$",
    re.IGNORECASE,
)
MOVED = frozenset({Kind.DISPLACED, Kind.EVACUATED, Kind.RETURNED})
# `400 sont restés`, `onze autres ont préféré ne pas bouger`
STAYED = re.compile(
    r"(?:\sautres)?(?:\sd['’]entre\s(?:eux|elles))?,?\s(?:(?:y\s)?(?:sont|étaient|seraient)\s(?:\w+\s)?restée?s\b(?!\s(?:bloqu|coinc|introuv|piég|prisonn|morte?s))"
    r"|(?:ont|avaient|auraient)\s(?:\w+\s)?(?:refusé\sde\s(?:partir|quitter|bouger|monter|suivre)|(?:préféré|choisi|décidé)\s(?:de\s|d['’])?(?:rester|demeurer|ne\spas\s(?:partir|bouger|quitter)))"
    r"|refus(?:ent|aient)\sde\s(?:partir|quitter|bouger|monter|suivre)|n['’](?:ont|avaient)\spas\s(?:voulu|pu)\s(?:partir|quitter|fuir))",
    re.IGNORECASE,
)


def things_before(candidate: Candidate, sentence: Sentence, previous: Sentence | None) -> Counted | None:
    """Return what is counted by the things that the sentence before opens with, where `en` takes them up as received."""
    if previous is None or RECEIVED.search(sentence.text[: candidate.quantity.span.start]) is None:
        return None
    for token in previous.doc[:6]:
        if token.pos_ in ("VERB", "AUX") or token.like_num:
            return None
        for entry in nouns("counted").of(token)[:1] if token.pos_ == "NOUN" else ():
            named = entry.means in {one.value for one in THINGS}
            return Counted(entry.means) if named else None
    return None


def stayed_behind(candidate: Candidate, kind: Kind | None, sentence: Sentence) -> tuple[Kind, Evidence] | None:
    """Return that those are still there who did not go with the others of whom it was told."""
    hit = STAYED.match(sentence.text, candidate.quantity.reach) if kind in MOVED else None
    if hit is None:
        return None
    return Kind.EXPOSED, Evidence("kind", "figures.kind.stayed_behind", Span(hit.start(), hit.end()))

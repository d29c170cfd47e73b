"""A form of `devoir` and its verb in, whether it tells of a duty or of what is due to happen out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

MUST = frozenset("doit doivent devra devront devrait devraient devait devaient".split())
# a day to come behind `doit`: what is to happen, not what should
DATED = re.compile(
    r"\b(?:demain|dès|d['’]ici|prochaine?s?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|dans\sla\s(?:soirée|nuit|journée|matinée)|ce\ssoir)\b",
    re.IGNORECASE,
)


# what one `doit` do is due and no duty: `doit atterrir`, `doit débloquer 400 000 euros`
DUE = re.compile(
    r"\s(?:aussi\s|également\s|encore\s|ensuite\s|bientôt\s)?(?:s['’]|se\s)?(?:arriver|atterrir|parvenir|partir|repartir|décoller|embarquer|débarquer|appareiller|accoster|entrer"
    r"|débloquer|décaisser|recevoir|percevoir|toucher|accueillir|permettre|ouvrir|rouvrir|débuter|commencer|démarrer|comparaître|s?envoler|rallier|rejoindre"
    r"|compter|réunir|rassembler|tenir|achever|prendre\sfin|payer|couvrir|financer|abriter|héberger)\b",
    re.IGNORECASE,
)


def is_must(word: Token) -> bool:
    """Whether a word is a form of `devoir`, whatever lemma the tagger gives it."""
    return word.lemma_ == "devoir" or word.text.casefold() in MUST


def is_duty(word: Token, verb: Token) -> bool:
    """Whether a form of `devoir` says what should be done, rather than what is due: in the present, with no day to come."""
    text, end = word.doc.text, word.idx + len(word.text)
    passive = re.match(r"\s+(?:\w+\s)?être\b", text[end:]) is not None
    present = word.text.casefold() in ("doit", "doivent")
    return present and not passive and not DATED.search(text[verb.idx :]) and not DUE.match(text, end)

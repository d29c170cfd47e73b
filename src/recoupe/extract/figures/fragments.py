"""A count in a sentence without a verb and the sentence before it in, what that one's verb says befell them out.

`On a beaucoup arrêté. Plus de mille personnes en deux jours, admet le parquet.`
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.reason import OF_PEOPLE, THINGS, fits, is_barred
from recoupe.extract.figures.tree import shows
from recoupe.extract.figures.words import kind_verbs
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Evidence

if TYPE_CHECKING:
    from spacy.tokens import Token

Told = tuple[Kind, tuple[Evidence, ...]]

RULE = "figures.kind.of_sentence_before"
OPENS = re.compile(
    r"[\s«“\"–—•-]*(?:(?:plus\sd[e'’]|près\sd[e'’]|au\smoins|environ|quelque|déjà|en\stout)\s?)?", re.IGNORECASE
)
# who tells it, behind the comma: no verb of theirs
TELLER = re.compile(
    r",\s(?:a-t-\w+\s|a\s|ont\s)?(?:admet|avou|recon|précis|répèt|dit|assur|affirm|annonc|concèd|calcul|énumèr|compt|souffl|gliss|confi|estim|selon|d['’]après)",
    re.IGNORECASE,
)
# `Trois cents personnes à ses obsèques`: where they were
AT = re.compile(
    r"(?:\s[^\W\d][\w’'-]*){0,3}?\s(?:à|au|aux|dans|devant|derrière|sous)\s(?!total\b|ce\sjour\b|la\sfois\b|peine\b)",
    re.IGNORECASE,
)
LONG = 9


def of_sentence_before(
    candidate: Candidate, counted: Counted | None, sentence: Sentence, before: Sentence | None
) -> Told | None:
    """Return what befell those of whom a sentence without a verb tells the number alone, as the short one before it says."""
    if before is None or counted in THINGS or not OPENS.fullmatch(sentence.text[: candidate.quantity.span.start]):
        return None
    if AT.match(sentence.text, candidate.quantity.reach):
        return None
    teller = TELLER.search(sentence.text, candidate.quantity.reach)
    end = teller.start() if teller is not None else len(sentence.text)
    if any(token.idx < end and shows(token, "VerbForm", "Fin") for token in sentence.doc):
        return None
    words = [token for token in before.doc if token.is_alpha]
    if len(words) > LONG or any(token.like_num for token in before.doc):
        return None
    for token in words:
        if token.pos_ != "VERB" or not (token.dep_ == "ROOT" or shows(token, "VerbForm", "Fin")) or _is_denied(token):
            continue
        for entry in kind_verbs("patient").of(token):
            said = Kind(entry.means) in OF_PEOPLE and fits(entry, counted or Counted.PEOPLE)
            if said and not entry.extra.get("weak") and not is_barred(entry, token):
                return Kind(entry.means), (Evidence("kind", RULE), Evidence("kind", entry.name))
    return None


def _is_denied(verb: Token) -> bool:
    return any(child.text.casefold() in ("ne", "n'", "n’", "pas", "jamais") for child in verb.children)

"""A number without a noun in its sentence in, whether it names, times or measures something and counts nothing out: `le feu 217`."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.no_counts import is_gapped
from recoupe.extract.figures.words import nouns
from recoupe.extract.paragraph import Sentence

RULE = "figures.aside.nothing_counted"
# `occupe le 88`, `la 109 rouvre`, `coupé en deux`, `sous huitaine`, `tous deux`
POINTED = re.compile(
    r"\b(?:l[ea]|au|du|en|sous|tou(?:te)?s|chaque|kilomètre|page)\s$|\b(?:magnitude|force|intensité|niveau|degré)\s[^.;,:\d]{0,25}$"
    r"|\bdur(?:é|e|ait|a|era)\s(?:que\s|qu['’])?$",
    re.IGNORECASE,
)
# `les deux se défendent`, `j'ai obéi aux deux`
BOTH = re.compile(r"\b(?:les|des|aux|ces|entre\sles)\s$", re.IGNORECASE)
OF_THEM = re.compile(r"\s(?:derni|premi|qui\b|que\b|qu['’]|autres\b|[^\W\d]+(?:és|ées|elles)\b)", re.IGNORECASE)
# `1) la démission du ministre`
LISTED = re.compile(r"\s?\)")
# `quatre mètres sur quatre`
BY = re.compile(r"\b(?:mètres|m|cm|centimètres|kilomètres|km)\ssur\s$", re.IGNORECASE)
DAY = re.compile(
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|aujourd['’]hui|matin|soir|midi|veille|lendemain)",
    re.IGNORECASE,
)


def is_numbered(candidate: Candidate, sentence: Sentence, *, goes_back: bool) -> bool:
    """Whether a bare number names something (`hangar 7`), points at one or two known, or measures what is said behind it.

    Digits that have nothing in their paragraph to go back to, and a lone one, number a road, a fire, an engine.
    """
    text, quantity = sentence.text, candidate.quantity
    words = quantity.span.of(text)
    if words[0].isdigit() and (not goes_back or len(words) == 1):
        return True
    before, end = text[: quantity.span.start], quantity.reach
    if POINTED.search(before) or BY.search(before):
        return True
    pair = quantity.high is not None and quantity.high <= 2
    if pair and BOTH.search(before) and not OF_THEM.match(text, end):
        return True
    if LISTED.match(text, end) and "(" not in before:
        return True
    if not re.search(r"[^\W\d]", before + text[end:]):
        # `– 30 –`
        return True
    return _stands_behind_name(candidate, sentence) or _goes_with_measure(candidate, sentence)


def _stands_behind_name(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a noun stands right before a number, or before the numbers that it goes on from: `les échangeurs 53 et 54`."""
    at = candidate.first - 1
    doc = sentence.doc
    while at > 0 and doc[at].text in ("et", "ou", "à") and doc[at - 1].like_num:
        at -= 2
    if at < 0 or (at != candidate.first - 1 and doc[at].pos_ not in ("NOUN", "PROPN")):
        return False
    described = candidate.quantity.span.of(sentence.text)[0].isdigit() and doc[at].pos_ == "ADJ" and at > 0
    # `la route provinciale 391`
    word = doc[at - 1] if described else doc[at]
    return (
        word.pos_ in ("NOUN", "PROPN")
        and word.text[-1:].isalpha()
        and DAY.fullmatch(word.text) is None
        and not is_gapped(sentence.text, candidate.quantity)
    )


def _goes_with_measure(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether another number that counts nothing stands beside it: `quatre et cinq étages`, `4 min 12 s`."""
    words = sentence.doc[candidate.last + 1 : candidate.last + 4]
    if len(words) < 3 or words[0].text not in ("et", "ou", "à") or not words[1].like_num:
        return False
    return bool(nouns("not_counted").of(words[2]))

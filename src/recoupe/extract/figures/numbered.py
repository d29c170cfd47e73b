"""A number without a noun in its sentence in, whether it names, times or measures something and counts nothing out: `le hangar 7`."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.no_counts import is_gapped
from recoupe.extract.figures.words import nouns
from recoupe.extract.paragraph import Sentence

RULE = "figures.aside.nothing_counted"
# `habite le 36`, `la 41 rouvre`, `coupé en deux`, `sous huitaine`, `tous deux`
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
BY = re.compile(
    r"\b(?:jours|nuits|heures|semaines|mois|ans|mètres|m|cm|centimètres|kilomètres|km)\ssur\s$", re.IGNORECASE
)
# `roulait à 110`, `limités à 80`; `la limitation est de 90`, `un taux de 2`, `à 6 sur l'échelle`
SPED = re.compile(
    r"\b(?:roul|fonc|fil|flash|chronométr|limit|souffl|bloqu)\w*\s(?:[^.;:,\d]{0,20}\s)?(?:à|jusqu['’]à)\s(?:plus\sde\s|près\sde\s)?$",
    re.IGNORECASE,
)
SCALED = re.compile(
    r"\b(?:vitesse|limitation|taux|échelle|risque|indice|note|score|température|pente|inflation|vigilance|secousse|réplique)s?\b[^.;:\d]{0,40}$",
    re.IGNORECASE,
)
ON_SCALE = re.compile(r"\ssur\s(?:l['’]|une\s)échelle\b", re.IGNORECASE)
# `s'incline 3 à 2`, `trois par trois`, `un train sur deux`, `À 16, tout était fini`
_SMALL = r"(?:\d{1,2}|zéro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)"
SCORED = re.compile(
    rf"\sà\s{_SMALL}(?=\s?(?:[.,;:)!»]|$)|\s(?:face|contre|devant|pour|par|à|au|dans|lors|en|et|après|avant)\b)",
    re.IGNORECASE,
)
SCORING = re.compile(rf"(?<!\bde\s)(?<![\w-]){_SMALL}\sà\s$", re.IGNORECASE)
FROM = re.compile(r"\b(?:de|entre)\s$|\bd['’]$", re.IGNORECASE)
RATIO = re.compile(r"\bune?\s(?:[^\W\d]+\s){0,4}sur\s$", re.IGNORECASE)
CLOCKED = re.compile(r"^\W*à\s$", re.IGNORECASE)
# `Deux autres, 22 et 27, courent toujours`
AGED = re.compile(r"[^\W\d],\s(?:\d\d\set\s)?$")
AGE = re.compile(r"(?:\set\s\d\d)?,\s")
# what sets a time beside a count, rather than measuring something: `30 morts en deux jours`, `à 12 heures`
WITHIN = re.compile(
    r"\b(?:à|au|l[ea]|les|vers|dès|en|depuis|pendant|après|durant|dans|avant|a|sous|d['’]ici(?:\sà)?)\s(?:(?:moins|plus|près)\sde\s|environ\s|quelque\s)?$",
    re.IGNORECASE,
)
# `Il vaut aujourd'hui quarante`, `se vend à deux mille`
PRICED = re.compile(
    r"\b(?:vaut|valent|val(?:ait|aient)|coût\w+|se\s(?:vend|négoci|monnai)\w*|vendue?s?|facturée?s?)\s(?:[^.;:,\d]{0,20}\s)?$",
    re.IGNORECASE,
)
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
    if any(pattern.search(before) for pattern in (POINTED, BY, SPED, SCALED, RATIO)) or ON_SCALE.match(text, end):
        return True
    if _is_score_or_age(quantity.span.of(text), before, text[end:]):
        return True
    pair = quantity.high is not None and quantity.high <= 2
    if pair and BOTH.search(before) and not OF_THEM.match(text, end):
        return True
    if LISTED.match(text, end) and "(" not in before:
        return True
    if not re.search(r"[^\W\d]", before + text[end:]):
        # `– 30 –`
        return True
    return (
        _stands_behind_name(candidate, sentence)
        or _goes_with_measure(candidate, sentence)
        or _goes_on_measuring(candidate, sentence)
    )


def _is_score_or_age(number: str, before: str, after: str) -> bool:
    """Whether a number is one of a score, an hour, an age in commas, or said twice: `3 à 2`, `À 16,`, `, 34,`, `trois par trois`."""
    if re.match(rf"\spar\s{re.escape(number)}\b", after) or re.search(rf"\b{re.escape(number)}\spar\s$", before):
        return True
    if (SCORED.match(after) and not FROM.search(before)) or SCORING.search(before):
        return True
    if CLOCKED.match(before) and re.fullmatch(r"\d\d?", number) and after.startswith(","):
        return True
    return re.fullmatch(r"\d\d", number) is not None and bool(AGED.search(before)) and bool(AGE.match(after))


def _stands_behind_name(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether a noun stands right before a number, or before the numbers that it goes on from: `les bornes 12 et 13`."""
    at = candidate.first - 1
    doc = sentence.doc
    while at > 0 and doc[at].text in ("et", "ou", "à") and doc[at - 1].like_num:
        at -= 2
    if at < 0 or (at != candidate.first - 1 and doc[at].pos_ not in ("NOUN", "PROPN")):
        return False
    described = candidate.quantity.span.of(sentence.text)[0].isdigit() and doc[at].pos_ == "ADJ" and at > 0
    # `la voie communale 18`
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


def _goes_on_measuring(candidate: Candidate, sentence: Sentence) -> bool:
    """Whether the number before it in its sentence measures, and nothing counts between: `douze mètres et large de trois`."""
    doc = sentence.doc
    at = next((at for at in range(candidate.first - 1, -1, -1) if doc[at].like_num), None)
    if at is None or at + 1 >= candidate.first or not nouns("not_counted").of(doc[at + 1]):
        return False
    return WITHIN.search(doc.text[: doc[at].idx]) is None


def is_priced(before: str) -> bool:
    """Whether a number is what something sells for, which counts none of the people told of before it."""
    return PRICED.search(before) is not None

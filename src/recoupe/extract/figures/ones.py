"""A parsed sentence in, `un` and `une` where they may count somebody, and the two of `un couple`, out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from recoupe.extract.figures.tree import shows
from recoupe.extract.figures.words import nouns
from recoupe.extract.numbers import find_quantities
from recoupe.extract.paragraph import Sentence
from recoupe.extract.quantity import Quantity
from recoupe.model.figure import Qualifier
from recoupe.model.span import Evidence, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# `deux personnes touchées, une grièvement`
SEVERELY = re.compile(r"(?:grièvement|légèrement|gravement|mortellement|sérieusement)\b", re.IGNORECASE)
# `le ministère n'en a envoyé qu'un`
ONE_OF_THEM = re.compile(r"\ben\s[^.;:,]{2,30}\squ['’]$", re.IGNORECASE)


COUPLE = "numbers.couple"
# `12 à Kankan et une à Siguiri`
COUNTERPART = re.compile(
    r"\b(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente)\s"
    r"(?:à|en|dans|au|aux|chez|par)\s[^.;:,\d]{2,40}(?:\set|,)\s$",
    re.IGNORECASE,
)
ELSEWHERE = re.compile(r"\s(?:à|en|dans|au|aux|chez|par)\s")
# `une seule école`, `un seul, armé, a été abattu`; but `comme un seul homme`
ONLY = re.compile(r"\sseule?\b", re.IGNORECASE)
AS_ONE = re.compile(r"\b(?:comme|d['’])\s?$", re.IGNORECASE)


def single_ones(sentence: Sentence) -> list[Quantity]:
    """Return `un` and `une` before a noun of people, or alone after `dont`: whether they count is decided by their kind."""
    found = []
    for token in sentence.doc:
        if token.text.casefold() not in ("un", "une"):
            continue
        following = token.doc[token.i + 1 : token.i + 4]
        if ONE_OF_THEM.search(sentence.text[: token.idx]) and (not len(following) or following[0].is_punct):
            found.append(_one(token))
            continue
        if _is_further(token) or (
            token.i > 0 and token.nbor(-1).text in (",", "dont") and SEVERELY.match(following.text)
        ):
            found.append(_one(token))
            continue
        if is_counterpart(sentence.text, token.idx, token.idx + len(token.text)):
            found.append(_one(token))
            continue
        if re.search(r"\($", sentence.text[: token.idx]):
            continue
        if is_only_one(sentence.text, token.idx, token.idx + len(token.text)):
            found.append(_one(token))
            continue
        if any(
            word.text.casefold() in ("sur", "et", "à", "ou", "même", "autre", "seul", "seule", "des")
            for word in following[:1]
        ) and not re.search(r"\bdont\s$", sentence.text[: token.idx]):
            continue
        if any(shows(word, "NumType", "Ord") for word in following[:2]) or (
            token.i > 0 and token.nbor(-1).text.casefold() in ("l'", "l’")
        ):
            continue
        noun = next((word for word in following if word.pos_ in ("NOUN", "PROPN") or nouns("counted").of(word)), None)
        alone = token.i > 0 and token.nbor(-1).text.casefold() == "dont" and noun is None
        if noun is None and not alone:
            continue
        if noun is not None and any(word.is_punct for word in token.doc[token.i : noun.i]):
            continue
        if noun is not None and noun.text.casefold() == "couple" and noun.i <= token.i + 2:
            found.append(_pair(token, noun))
            continue
        if (
            noun is not None
            and noun.lemma_ in ("famille", "groupe", "équipe", "délégation")
            and re.match(
                r"\sde\s(?:\d|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)",
                sentence.text[noun.idx + len(noun.text) :],
            )
        ):
            continue
        found.append(_one(token))
    taken = [quantity.span for quantity in find_quantities(sentence.text)]
    return [one for one in found if not any(one.span.meets(span) for span in taken)]


def is_only_one(text: str, start: int, end: int) -> bool:
    """Whether a single one is set against more: `un seul mort`, `une seule école`."""
    return ONLY.match(text, end) is not None and AS_ONE.search(text[:start]) is None


def is_counterpart(text: str, start: int, end: int) -> bool:
    """Whether a single one goes on with a list by places: `douze à Kankan, un à Siguiri`."""
    return COUNTERPART.search(text[:start]) is not None and ELSEWHERE.match(text, end) is not None


def _one(token: Token) -> Quantity:
    span = Span(token.idx, token.idx + len(token.text))
    evidence = (Evidence("value", "numbers.one", span),)
    return Quantity(span=span, reach=span.end, low=1, high=1, qualifier=Qualifier.EXACT, evidence=evidence)


def _pair(one: Token, couple: Token) -> Quantity:
    """Return the two people of `un couple de retraités`."""
    span, inside = Span(one.idx, couple.idx + len(couple.text)), Span(couple.idx, couple.idx + len(couple.text))
    evidence = (Evidence("value", COUPLE, span),)
    return Quantity(
        span=span, reach=span.end, low=2, high=2, qualifier=Qualifier.EXACT, inside=inside, evidence=evidence
    )


def _is_further(one: Token) -> bool:
    """Whether one more of those counted before is told of: `un quatrième est entre la vie et la mort`, `une autre a disparu`."""
    if (
        one.i == 0
        or one.i + 2 >= len(one.doc)
        or one.nbor(-1).text.casefold() not in (",", "et", "tandis", "qu'", "qu’", ";")
    ):
        return False
    which, verb = one.nbor(1), one.nbor(2)
    return (which.text.casefold() == "autre" or which.text.casefold().endswith(("ième", "second", "seconde"))) and (
        verb.pos_ in ("AUX", "VERB") and shows(verb, "VerbForm", "Fin")
    )

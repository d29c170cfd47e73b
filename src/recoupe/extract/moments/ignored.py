"""A text in, where its numbers stand that tell dates, clock times, durations and ages out: no figures among them."""

from __future__ import annotations

import re
from functools import cache

from recoupe.extract.moments import pieces
from recoupe.extract.moments.find import find_moments
from recoupe.extract.moments.fold import fold
from recoupe.model.span import Span


@cache
def _number() -> str:
    """Return a pattern for one number, digits or words, also a vague one that only a duration can have."""
    tens = pieces.any_of(pieces.table("tens"))
    decimal = r"(?<![0-9])[0-9]{1,3}(?:[ .'][0-9]{3})*(?:,[0-9]+)?(?![0-9])"
    many = "(?:plusieurs |quelques )?(?:dizaines|centaines|milliers|millions)"
    vague = rf"(?:une (?:petite |bonne )?{tens}|{many}|plusieurs|quelques)"
    return rf"(?:{vague}|{decimal}|{pieces.count_pattern()})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns whose groups `n`, `n2` ... hold the numbers to leave alone."""
    number, year = _number(), pieces.YEAR
    unit = pieces.any_of({**pieces.table("units"), **pieces.table("spans")})
    some = "(?:(?:autre|longue?|bon|bonne|petite|premiere?|premier|derniere?|dernier|prochaine?|pleine?)s )*"
    hedge = pieces.any_of(pieces.table("hedges"))
    word, plain = pieces.any_of(pieces.months()), pieces.any_of(pieces.table("function_words"))
    lead = (
        r"(?:en|depuis|debut|fin|mi|ete|hiver|automne|printemps|des|courant|l'an|annee|annees|exercice|avant|apres|jusqu'en"
        rf"|d'ici|d'ici a|millesime|saison|edition|periode|{word})"
    )
    return tuple(
        re.compile(pattern)
        for pattern in (
            # 12, 15 et 18 ans; deux à trois longs jours; une dizaine d'années
            rf"(?<![0-9a-z])(?P<n>{number}(?:(?:, | et | ou | a |-| - ){number})*)(?: d'| de | |-){some}{unit}\b",
            # de 71 et 84 ans is above; âgé de 24
            rf"\bagee?s? (?:de |d'|entre )(?P<n>{number}(?:(?:, | et | ou | a ){number})*)",
            # 15H00, 8 h 20, 6h, 17:00, 17:00:30
            r"(?<![0-9a-z])(?P<n>[0-2]?[0-9] ?(?:h|heures)(?: ?[0-5][0-9](?![0-9]))?)(?![a-z0-9])",
            r"(?<![0-9a-z:])(?P<n>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)(?![a-z0-9:])",
            # 24 h/24, 7j/7, 24h sur 24, 24/24, 7/7
            r"(?<![0-9])(?P<n>24 ?(?:h(?:eures)?)? ?(?:/|sur) ?24|7 ?(?:j(?:ours)?)? ?(?:/|sur) ?7)(?![0-9])",
            # en 2014, depuis 2012, mars 2011, l'été 2015
            rf"\b{lead}[ -](?P<n>{year})(?! (?!{plain}\b)[a-z])",
            # 2012-2014, (1999)
            rf"(?P<n>{year}[-–/]{year})",
            rf"\((?P<n>{year})\)",
            # la guerre de 2008, : only a year that is no round number may stand without its preposition
            rf"(?<!\bplus)(?<!\bmoins)(?<!\bpres) d[eu] (?P<n>(?!..[05]0){year})(?= ?(?:[,.;:()»\"?!]|$)| {plain}\b)",
            rf"\b(?!{plain} |{hedge} )[a-z0-9]{{3,}} (?P<n>(?!..[05]0){year})(?! [a-z]+[sx]\b)",
            rf"\b(?:par rapport a|horizon) (?P<n>{year})",
            # du 9, le 15 (mars): whatever months have before them
            rf"(?<![0-9.,])(?P<n>{pieces.DAY})[ -]{word}\b",
            # celle du 10, le 11: a count would have `les` and `des`; 12/07: a fraction would not be written so
            rf"\b(?:le|du|au|ce) (?P<n>{pieces.DAY})(?! ?%|[.,][0-9]| [0-9]{{3}}| (?:millions?|milliards?|mille)\b)",
            r"(?<![0-9/.,])(?P<n>(?:0[1-9]|[12][0-9]|3[01])/(?:0[1-9]|1[0-2]))(?![0-9/%])",
        )
    )


def number_spans_to_ignore(text: str) -> tuple[Span, ...]:
    """Return where numbers stand that belong to dates, clock times, durations, ages and years, in order.

    A span covers the number's words, of clock times and runs (`12, 15 et 18 ans`) all of it; no two overlap.

    >>> text = "Deux femmes de 71 ans, mortes en 2014"
    >>> [span.of(text) for span in number_spans_to_ignore(text)]
    ['71', '2014']
    """
    folded = fold(text)
    found = [folded.span(*match.span("n")) for pattern in _patterns() for match in pattern.finditer(folded.text)]
    for moment in find_moments(text):
        if moment.form != "event":
            digits = re.finditer(r"[0-9]+(?:er\b)?", moment.span.of(text))
            found += [Span(*match.span()).shifted(moment.span.start) for match in digits]
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: (span.start - span.end, span.start)):
        if not any(span.meets(other) for other in kept):
            kept.append(span)
    return tuple(sorted(kept))

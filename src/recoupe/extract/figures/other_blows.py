"""A figure's sentence in, whether it tells of a blow other than the report's, on no day that it names, out."""

from __future__ import annotations

import re

from recoupe.extract.figures.events import is_blow
from recoupe.extract.paragraph import Sentence
from recoupe.model.span import Span

_LIKE = r"(?:semblable|similaire|analogue|comparable|pareil|précédent|antérieur)(?:le)?e?s?"
# `Une attaque semblable avait fait`, `La précédente crue avait emporté`
HAD_STRUCK = re.compile(
    r"(?:^|[\s«(])(?:(?:une?|d['’]une?|des|d['’]autres|plusieurs|deux|trois)\s(?:autres?\s|précédente?s?\s|premi(?:er|ère)s?\s)?"
    r"|(?:la|le|les|l['’]autre)\s(?:précédente?s?|dernière?s?)\s)(?P<noun>[\w-]+)\b(?P<between>[^.;:!?«»]{0,80}?)"
    r"\s(?:y\s|en\s|lui\s|leur\s)?(?:avait|avaient)\s[^.;:!?«»]{0,60}$",
    re.IGNORECASE,
)
# `avaient été tuées dans une attaque semblable`, `lors d'une précédente coulée`
IN_A_LIKE_ONE = re.compile(
    r"[^.;:!?«»]{0,60}?\b(?:avait|avaient)\s[^.;:!?«»]{0,40}?\b(?:dans|par|lors|pendant|durant|sous)\s(?:d['’])?(?:une?|d['’]autres|des)\s"
    rf"(?:(?:autres?|précédente?s?)\s(?P<noun>[\w-]+)|(?P<told>[\w-]+)\s(?:{_LIKE}|du\smême\s(?:type|genre)|de\sce\s(?:type|genre)))\b",
    re.IGNORECASE,
)
# `Plus tôt dans la semaine, ...`, `quelques jours auparavant`
SOONER = re.compile(
    r"\bplus\stôt\sdans\s(?:la\ssemaine|le\smois|l['’]année|la\ssaison)\b"
    r"|\b(?:quelques|plusieurs)\s(?:jours|semaines|mois|années|nuits)\s(?:plus\stôt|auparavant|avant)\b",
    re.IGNORECASE,
)
OPENS = re.compile(r"\W*(?:et|mais|déjà|or)?,?\s?$", re.IGNORECASE)


def of_another_blow(span: Span, reach: int, sentence: Sentence) -> Span | None:
    """Return the words of a sentence that set a figure's blow apart from the report's, on a day that they leave open."""
    text = sentence.text
    sooner = SOONER.search(text)
    if sooner is not None and (
        OPENS.match(text[: sooner.start()]) is not None or re.match(r"[^,.;:!?]*$", text[reach : sooner.start()])
    ):
        return Span(sooner.start(), sooner.end())
    for found in (HAD_STRUCK.search(text[: span.start]), IN_A_LIKE_ONE.match(text, reach)):
        name = next((name for name in ("noun", "told") if found and found.groupdict().get(name)), None)
        if found is None or name is None:
            continue
        words = sentence.doc.char_span(*found.span(name), alignment_mode="expand")
        if words is not None and any(is_blow(token) for token in words):
            return Span(*found.span(name))
    return None

"""A bare number and its sentence in, what the words that open the sentence set it to count out: `Quant aux maisons, sept ont brûlé`."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.words import nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted
from recoupe.model.span import Evidence, Span

RULE = "figures.counted.of_theme"
THEME = re.compile(
    r"(?:^|[;:–—]\s)[\s«“\"•–—-]*(?:mais\s|et\s)?(?P<lead>quant\sà|quant\saux|côté|concernant|s['’]agissant\sd(?:e|es|u)|en\sce\squi\sconcerne"
    r"|pour\sce\squi\sest\sd(?:e|es|u)|au\schapitre\sd(?:e|es|u))\s(?P<what>[^,;:.\d]{3,60}),\s"
    r"(?:(?:au\smoins|environ|quelque|près\sde|plus\sde|seule?s?|seulement)\s)?$",
    re.IGNORECASE,
)


def theme_of(candidate: Candidate, sentence: Sentence) -> tuple[Counted, Evidence] | None:
    """Return what a number counts that stands right behind the theme of its sentence."""
    if candidate.noun is not None or candidate.partitive or candidate.quantity.units != ("count",):
        return None
    hit = THEME.search(sentence.text[: candidate.quantity.span.start])
    if hit is None:
        return None
    for token in sentence.doc:
        if not hit.start("what") <= token.idx < hit.end("what"):
            continue
        for entry in nouns("counted").of(token)[:1]:
            if entry.means not in ("group", "countries") and entry.extra["role"] != "measure":
                where = Span(token.idx, token.idx + len(token.text))
                return Counted(entry.means), Evidence("counted", f"{RULE}+{entry.name}", where)
    return None

"""A figure's sentence in, the words that narrow its place further than any proper name out."""

from __future__ import annotations

import re

from recoupe.model.span import Evidence, Span

PARTS = "|".join(
    "quartiers? secteurs? zones? partie poche banlieue faubourgs? périphérie rive centre-ville rues campagnes? villages hameaux"
    " vallée littoral côte".split()
)
# what ends the words: a new clause, a source, a day
ENDS = "|".join(
    r"selon d['’]après depuis alors tandis pendant où qui dont et par\sdes lors"
    r" lundi mardi mercredi jeudi vendredi samedi dimanche".split()
)
INNER = r"[^,.;:()«»“”\"–]"
STOP = rf"(?=\s?(?:[,.;:()«»“”\"–]|$)|\s(?:{ENDS})\b)"
DETERMINER = r"(?:les?\s|la\s|l['’]|des\s|une?\s|cette\s|ces\s|plusieurs\s)"
WORDS = re.compile(
    rf"\b(?:dans|sur|en)\s{DETERMINER}(?P<place>(?:[^\W\d]+\s)?(?:{PARTS})\b(?:\s{INNER}{{2,60}}?)?){STOP}",
    re.IGNORECASE,
)
SIDE = re.compile(r"(?:\b|^)(?P<place>[Cc]ôté\s(?!de\b)[^\W\d]+)(?=\s?,)")
PROPER = re.compile(r"(?:^|\s)(?:d['’]|l['’])?[A-ZÀ-Þ][\w-]+")


def place_words(sentence: str, span: Span) -> tuple[str | None, Evidence | None]:
    """Return the words that narrow the place of the figure at `span`, without a proper name in them, None without any.

    >>> place_words("Douze civils ont été tués dans les quartiers repris par l'armée.", Span(0, 5))[0]
    "quartiers repris par l'armée"
    """
    found = [hit for pattern in (WORDS, SIDE) for hit in pattern.finditer(sentence)]
    near = [
        hit
        for hit in found
        if not re.search(r"[;:.]\s", sentence[min(hit.end(), span.end) : max(hit.start(), span.start)])
    ]
    for hit in sorted(near, key=lambda hit: abs(hit.start() - span.start)):
        words = hit["place"]
        cut = PROPER.search(words)
        if cut is not None and cut.start() > 0:
            words = re.sub(r"\s(?:d['’e]|de\sl['’a]|du|des|à|en|au)\s?$", "", words[: cut.start()]).strip()
        if " " not in words and not words.casefold().startswith("centre-ville"):
            continue
        where = Span(hit.start("place"), hit.start("place") + len(words))
        return words, Evidence("place_text", "figures.place_text.narrowing", where)
    return None, None

"""A figure and its sentence in, who has seen and entered what it counts out: `61 cas ont été notifiés par le ministère`."""

from __future__ import annotations

import re
from functools import cache

from recoupe.extract.statements.lexis import closed_words, is_a
from recoupe.model.span import Evidence, Span

# what a passive leaves between its participle and `par`, and what a name ends before
ASIDE = r"(?:\s(?!par\b|[^\W\d]+(?:ées?|és?|ant)\b)[^\s.;:,()«»]+){0,7}?"
NAME = (
    r"(?P<joint>la\s|le\s|les\s|l['’]|des\s|un\s|une\s|plusieurs\s|certaine?s\s|leurs?\s|nos\s)?"
    r"(?P<name>(?P<head>[^\W\d_][\w-]*)(?:[\s'’][^\s.;:,()«»'’]+){0,11}?)"
)
ENDS = (
    r"(?=\s?(?:[.;:,()«»]|$|\n)|\s(?:à|au|aux|en|dans|sur|entre|depuis|dès|avant|après|lors|qui|que|dont|où|et|ou|mais|pour|ce|cette|ces|hier|est|sont|ont|a|était|étaient|n['’]"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le\s\d|du\s\d|au\s\d|contre|comme|avec|sont|ne|dénué\w*)\b)"
)
ONES_OWN = frozenset({"leur ", "leurs ", "nos "})
INDEFINITE = ("un ", "une ", "des ", "plusieurs ", "certains ", "certaines ")
# what parts a number from the participle, and what makes it active or takes it back
APART = re.compile(r"[;:?!]|\.\s|\b(?:selon|d['’]après|qui|dont)\b")
DONE = re.compile(
    r"(?:\b(?:ayant\sété|a|ont|avait|avaient|ayant|avoir|aurait|auraient|aura|auront)(?:\s(?!été\b)[^\W\d]+)?|\b(?:pas|plus|jamais|non|aucun\w*)(?:\sété)?(?:\s[^\W\d]+ment)?)\s$"
)
COLON = re.compile(r"\s?:\s[^;.?!«»:]*")
SPEAKERS = ("organisation", "group", "named_body", "person", "source")


@cache
def _entering() -> re.Pattern[str]:
    """Return the pattern of a participle of seeing, entering or spreading and whoever did it, its list from the lexicon."""
    verbs = "|".join(sorted(closed_words("entered")))
    spread = "|".join(sorted(closed_words("spread")))
    nets = "|".join(sorted(closed_words("networks")))
    return re.compile(
        rf"\b(?:(?:(?P<entered>{verbs})|(?P<spread>{spread}))(?:e|s|es)?{ASIDE}\spar\s{NAME}{ENDS}"
        rf"|(?:{spread}|annoncé|lu|vu|apparu)(?:e|s|es)?\ssur\s(?:les\s)?(?P<net>réseaux\ssociaux|internet|{nets})\b)",
        re.IGNORECASE,
    )


def entered_by(span: Span, sentence: Span, text: str) -> tuple[str, Evidence] | None:
    """Return who has entered, checked or spread the number at `span`: the agent of a participle behind it in its clause.

    Nobody speaks there, so it is no statement; but whoever kept the count answers for it.
    """
    behind = text[span.end : sentence.end]
    for found in _entering().finditer(behind):
        before = behind[: found.start()]
        if APART.search(before) or DONE.search(before):
            break
        if (named := _named(found, span.end)) is not None:
            return _credited(named, text)
    label = text[sentence.start : span.start]
    for found in _entering().finditer(label):
        # `Fuites signalées par les riverains : 14`
        opened = COLON.fullmatch(label, found.end()) is not None and not DONE.search(label[: found.start()])
        if opened and (named := _named(found, sentence.start)) is not None:
            return _credited(named, text)
    return None


def _credited(named: Span, text: str) -> tuple[str, Evidence]:
    return named.of(text), Evidence("source", "figures.source.entered_by", named)


def _named(found: re.Match[str], offset: int) -> Span | None:
    """Return where the name of whoever answers stands, None where nobody can who did it."""
    if found["net"] is not None:
        return Span(offset + found.start("net"), offset + found.end("net"))
    head, joint = found["head"], (found["joint"] or "").casefold()
    medium = found["spread"] is not None and is_a(head, "medium")
    known = medium or head[0].isupper() or any(is_a(head, kind) for kind in SPEAKERS)
    if not known or joint in ONES_OWN:
        return None
    start = found.start("joint") if joint in INDEFINITE else found.start("name")
    return Span(offset + start, offset + found.end("name"))

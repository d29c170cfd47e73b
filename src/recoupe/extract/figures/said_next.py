"""A bare number and its paragraph in, what the words behind it say that it counts out: `Dix-sept. C'est le nombre de corps retirés`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.topics import Topic, topics
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted, Kind
from recoupe.model.span import Span

RULE = "figures.kind.said_next"
# `Trois : c'est aussi, depuis dimanche, le bilan`
THAT_IS = re.compile(
    r"\W*(?:c['’](?:est|était)|tel(?:le)?\s(?:est|était))\s(?:[^\W\d]+\s?)?(?:,[^,.;]{1,60},\s)?(?:là\s|donc\s)?"
    r"(?:le\s(?:[^\W\d]+\s)?(?P<of>nombre|total|chiffre)|(?P<toll>(?:le|un)\s(?:[^\W\d]+\s)?bilan))\b",
    re.IGNORECASE,
)
# what may stand between the number and those words in its own sentence: who tells it
TOLD_BY = re.compile(
    r"(?:,?\s(?:selon|d['’]après|de\ssource|à\sen\scroire|pour)\b[^,.;:]{2,60})?\s?[.,:;–—!]?\s?", re.IGNORECASE
)
OPENS = re.compile(r"[\s«“\"–—•-]*(?:(?:au\smoins|plus\sde|quelque|environ|près\sde)\s)?", re.IGNORECASE)


def said_next(candidate: Candidate, sentence: Sentence, following: Sequence[Sentence]) -> Topic | None:
    """Return what the same sentence or the next one says that a number which opens its sentence is the number of."""
    if candidate.noun is not None or not OPENS.fullmatch(sentence.text[: candidate.quantity.span.start]):
        return None
    told = TOLD_BY.match(sentence.text, candidate.quantity.reach)
    at = told.end() if told is not None else candidate.quantity.reach
    if (hit := THAT_IS.match(sentence.text, at)) is not None:
        return _named(hit, sentence)
    if at >= len(sentence.text.rstrip()) and following and (hit := THAT_IS.match(following[0].text)) is not None:
        return _named(hit, following[0])
    return None


def _named(hit: re.Match[str], sentence: Sentence) -> Topic | None:
    """Return the noun behind `le nombre de`; a toll of which nothing more is said is one of the dead."""
    for topic in topics(sentence):
        if topic.span.start >= hit.end() and topic.kind is not Kind.OTHER:
            return Topic(topic.kind, topic.counted, f"{RULE}+{topic.entry}", topic.span)
    if hit["toll"]:
        return Topic(Kind.KILLED, Counted.PEOPLE, RULE, Span(hit.start("toll"), hit.end("toll")))
    return None

"""The moments that date a figure in, the same out where its sentence counts day by day: `six noyés lundi, neuf mardi`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recoupe.extract.paragraph import Sentence
from recoupe.extract.reading import Dated
from recoupe.model.moment import Moment
from recoupe.model.span import Span

# what stands between the day of one count and the number of the next
NEXT = re.compile(
    r"^(?:\s(?:matin|midi|soir))?\s?[,;]\s(?:(?:puis|et(?:\smême)?|enfin|avant)\s)?(?:(?:à|de)\s)?$", re.IGNORECASE
)
# what stands between a number and its own day
OWN = re.compile(r"^(?:\s[^\W\d][\w’'-]*){0,4}\s$")


# the next count behind the day of one
GOES_ON = re.compile(
    r"(?:\s(?:matin|midi|soir))?\s?[,;]\s(?:(?:puis|et(?:\smême)?|enfin|avant)\s)?[\w’'-]+(?:\s[^\W\d][\w’'-]*){0,2}\s$",
    re.I,
)


def each_its_day(
    found: Sequence[Dated], moments: Sequence[Moment], number: Span, sentence: Sentence
) -> Sequence[Dated]:
    """Return the moments without that of the count before, where a day of its own stands right behind the number.

    The day takes over what the other one dates: of a count that was given day by day without a verb, each is a count.
    """
    text, start = sentence.text, sentence.span.start

    def between(one: Span, other: Span) -> str:
        return text[one.end - start : other.start - start]

    after = [one for one in found if one.moment.span.start >= number.end]
    behind = next((one for one in after if OWN.match(between(number, one.moment.span))), None)
    if behind is None:
        return found
    spans = [one.span for one in moments if sentence.span.covers(one.span)]
    before = [one for one in spans if one.end <= number.start and NEXT.match(between(one, number))]
    day = behind.moment.span
    goes_on = any(one.start > day.end and GOES_ON.match(between(day, one)) for one in spans)
    if not before and not goes_on:
        return found
    relation = "tally" if behind.relation == "free" else behind.relation
    kept = [one for one in found if one is behind or (one.moment.span.start > number.end and not goes_on)]
    if not before:
        kept += [one for one in found if one.moment.span.end <= number.start]
    return [replace(one, relation=relation) if one is behind else one for one in kept]

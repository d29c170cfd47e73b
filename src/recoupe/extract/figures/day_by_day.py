"""The moments that date a figure in, the same out where its sentence counts day by day: `onze morts lundi, treize mardi`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from recoupe.extract.paragraph import Sentence
from recoupe.extract.reading import Dated
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


def each_its_day(found: Sequence[Dated], number: Span, sentence: Sentence) -> Sequence[Dated]:
    """Return the moments without that of the count before, where a day of its own stands right behind the number.

    The day takes over what the other one dates: of a count that was given day by day without a verb, each is a count.
    """
    text, start = sentence.text, sentence.span.start
    behind = next(
        (
            one
            for one in found
            if one.moment.span.start >= number.end
            and OWN.match(text[number.end - start : one.moment.span.start - start])
        ),
        None,
    )
    if behind is None:
        return found
    others = [
        one
        for one in found
        if one.moment.span.end <= number.start and NEXT.match(text[one.moment.span.end - start : number.start - start])
    ]
    goes_on = any(
        one.moment.span.start > behind.moment.span.end
        and GOES_ON.match(text[behind.moment.span.end - start : one.moment.span.start - start])
        for one in found
    )
    if not others and not goes_on:
        return found
    relation = "tally" if behind.relation == "free" else behind.relation
    return [
        replace(one, relation=relation) if one is behind else one
        for one in found
        if one not in others and (one is behind or one.moment.span.end > number.start)
    ]

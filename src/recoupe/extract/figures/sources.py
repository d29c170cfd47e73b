"""A figure and the article's statements in, who is credited with the figure out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recoupe.extract.statements import source_of
from recoupe.model.figure import Figure
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Statement

GOES_ON = re.compile(
    r"^(?:[«“\"\s]*)(?:\d|(?:Parmi|Dont|Quelque|Environ|Près|Plus|Moins|Au\smoins|Côté|Un|Une|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze"
    r"|Treize|Quatorze|Quinze|Seize|Vingt|Trente|Quarante|Cinquante|Soixante|Cent|Mille|Plusieurs|Des\s(?:dizaines|centaines|milliers)|S['’]y\sajoutent|Les\svictimes))\b"
)


def source_for(
    span: Span, sentence: Span, text: str, statements: Sequence[Statement], before: Sequence[Figure]
) -> tuple[str | None, Evidence | None]:
    """Return who is credited with the figure at `span`, None where the outlet says it in its own voice.

    The speaker of the smallest statement whose content holds it; else the source of the sentence before, where this one
    goes on with the same tally and has no attribution of its own.
    """
    speaker, why = source_of(statements, span)
    if speaker is not None or why is not None:
        return speaker, why
    own = any(
        statement.cue_span is not None and sentence.covers(statement.cue_span) or sentence.covers(statement.span)
        for statement in statements
    )
    if own or not before or not GOES_ON.match(sentence.of(text)):
        return None, None
    last = before[-1]
    gap = text[last.span.end : sentence.start]
    if last.source is None or "\n" in gap or not last.span.end < sentence.start or len(re.findall(r"[.!?]\s", gap)) > 1:
        if sentence.covers(last.span):
            return last.source, Evidence("source", "figures.source.same_sentence", last.span) if last.source else None
        return None, None
    return last.source, Evidence("source", "figures.source.tally_goes_on", last.span)

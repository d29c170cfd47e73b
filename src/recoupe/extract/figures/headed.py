"""A number and its line in, what the label before its colon says that a participle behind it is said of, out: `Abris : 4 300 détruits`."""

from __future__ import annotations

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.line_heads import line_head
from recoupe.extract.figures.tree import PARTICIPLE, shows
from recoupe.extract.figures.words import kind_nouns, nouns
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted
from recoupe.model.span import Evidence, Span


def headed(candidate: Candidate, sentence: Sentence) -> tuple[Counted, Evidence] | None:
    """Return what the label of a line counts, where the number stands before nothing but a participle in the plural."""
    noun = candidate.noun
    if noun is None or noun.i != candidate.last + 1 or PARTICIPLE.fullmatch(noun.text) is None:
        return None
    if nouns("counted").of(noun) or kind_nouns("noun").of(noun):
        return None
    head = line_head(sentence)
    if head is None or head.after > candidate.quantity.span.start:
        return None
    between = [word for word in sentence.doc if head.after <= word.idx < candidate.quantity.span.start]
    if any(shows(word, "VerbForm", "Fin") or nouns("counted").of(word) for word in between):
        # `Abris : 250 kits promis, 90 reçus`
        return None
    for token in sentence.doc:
        if token.idx >= head.end:
            break
        plural = token.text.casefold().endswith(("s", "x"))
        for entry in nouns("counted").of(token) if plural and not kind_nouns("noun").of(token) else ():
            if entry.means in ("group", "countries") or entry.extra["role"] == "measure":
                continue
            where = Span(token.idx, token.idx + len(token.text))
            return Counted(entry.means), Evidence("counted", f"figures.counted.headed+{entry.name}", where)
    return None

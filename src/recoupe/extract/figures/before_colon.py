"""A counted noun behind a colon in, what the head before the colon says befell it out: `Partis en flammes : deux kiosques, un car`."""

from __future__ import annotations

import re

from recoupe.extract.figures.candidates import Candidate
from recoupe.extract.figures.governing import has_verb_behind
from recoupe.extract.figures.line_heads import line_head
from recoupe.extract.figures.reason import Reason, by_turn, by_word, fits
from recoupe.extract.figures.tree import is_participle, shows
from recoupe.extract.figures.words import kind_nouns, kind_verbs, phrases
from recoupe.extract.paragraph import Sentence
from recoupe.model.figure import Counted

# where some are says nothing of what befell them: `À l'hôpital : 9`, under a heading `Décès`
WHERE = re.compile(r"(?:à|au|aux|en|dans|chez|sur|sous|hors|devant|près)\s", re.IGNORECASE)
RULE = "before_colon"


def before_colon(candidate: Candidate, counted: Counted | None, sentence: Sentence) -> Reason | None:
    """Read the head of a line of which the counted are the list, where no verb of their own says more."""
    head = line_head(sentence)
    if (
        head is None
        or WHERE.match(sentence.text, head.start)
        or head.after > candidate.quantity.span.start
        or has_verb_behind(candidate)
    ):
        return None
    words = [token for token in sentence.doc if head.holds(token)]
    behind = [token for token in sentence.doc if head.after <= token.idx < candidate.quantity.span.start]
    if any(shows(token, "VerbForm", "Fin") for token in behind):
        return None
    for role in ("phrase", "state"):
        for entry, pattern in phrases(role):
            turn = pattern.search(sentence.text, head.start, head.end) if fits(entry, counted) else None
            if turn is not None:
                return by_turn(entry, RULE, turn.start(), turn.end())
    for token in words:
        listed = candidate.noun is not None and token.text.casefold().endswith("s")
        named = kind_nouns("noun").of(token) if listed else ()
        told = [entry for entry in (*kind_nouns("act").of(token), *named) if fits(entry, counted)]
        if is_participle(token) or token.pos_ in ("VERB", "ADJ"):
            told += [entry for entry in kind_verbs("patient").of(token) if fits(entry, counted)]
        for entry in told:
            if not entry.extra.get("weak"):
                return by_word(entry, RULE, token)
    return None

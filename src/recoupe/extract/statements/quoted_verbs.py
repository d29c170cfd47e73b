"""A verb of saying whose first words stand in quotation marks in, what it reports out: `Paris « condamne fermement » l'attaque`."""

from __future__ import annotations

from recoupe.extract.statements.content import content_end, shaped
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import PRONOUNS, phrase_at
from recoupe.extract.statements.speakers import antecedent, speaks
from recoupe.extract.statements.words import Row, Stretch

SHORT = 9
ROLES = {"party": None, "noun": None, "que": ("que", "qu'"), "de": ("de", "d'", "du", "des"), "a": ("à", "au", "aux")}


def quoted_verb(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...]) -> Found | None:
    """Return what a finite verb at the head of a short quote governs, where its subject stands right before the mark."""
    opening = cue.left - 1
    if (
        cue.mood != "finite"
        or cue.pronoun is not None
        or cue.negated
        or row.words[cue.first].depth != 1
        or not row.opens(opening)
    ):
        return None
    quote = row.quote_at(cue.first)
    after = row.low(cue.last + 1)
    form = next(
        (cue.frames[role] for role, heads in ROLES.items() if role in cue.frames and (heads is None or after in heads)),
        None,
    )
    if (
        quote is None
        or form is None
        or len(quote.inner.of(row.text).split()) > SHORT
        or quote.inner.of(row.text)[-1] in ".!?…"
    ):
        return None
    speaker = _subject(row, opening, stretch)
    if speaker is None or not speaks(speaker):
        return None
    closing = row.index_at(quote.outer.end) - 1
    last = closing
    if closing + 1 < stretch.end and row.words[closing + 1].is_word:
        last = content_end(row, closing + 1, stretch, cues, "noun")
    span, kind = shaped(row, opening, last)
    return Found(
        span, kind, cue.first, row.span(cue.first, cue.last), form.entry, speaker, "quoted_verb", form.entry.means
    )


def _subject(row: Row, opening: int, stretch: Stretch) -> Phrase | None:
    """Return the subject that ends right before an opening mark."""
    at = opening - 1
    if at < stretch.start:
        return None
    if row.low(at) == "qui":
        return antecedent(row, at, stretch)
    if row.low(at) in PRONOUNS and row.low(at) not in ("lui", "eux", "on", "je", "j'", "nous"):
        return phrase_at(row, at, at + 1)
    for start in range(stretch.start, opening):
        opens = start == stretch.start or row.low(start - 1) in (",", ":", ";")
        found = phrase_at(row, start, opening) if opens else None
        if found is not None and found.end == at:
            return found
    return None

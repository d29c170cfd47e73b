"""`à ce que rapporte X`, `d'après ce que dit X`: a row of words in, who is credited with the sentence out."""

from __future__ import annotations

from recoupe import lexicon
from recoupe.extract.statements.cues import find_cues
from recoupe.extract.statements.lexis import LANGUAGE
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.speakers import inverted_subject, speaks
from recoupe.extract.statements.words import Row, Stretch

OPENERS = (("à", "ce"), ("a", "ce"), ("selon", "ce"), ("après", "ce"), ("croire", "ce"), ("suivant", "ce"))


def told_by(row: Row, at: int, stretch: Stretch) -> tuple[int, lexicon.Entry, Phrase] | None:
    """Return the last word, the entry and the speaker of `à ce que VERB X` that begins at a word, None where none does."""
    if (
        row.low(at - 1) == "contrairement"
        or (row.low(at), row.low(at + 1)) not in OPENERS
        or row.low(at + 2) not in ("que", "qu'")
    ):
        return None
    for cue in find_cues(row, at + 3, min(at + 7, stretch.end)):
        if cue.mood != "finite" or cue.negated or not cue.frames.keys() & {"que", "quote"}:
            continue
        between = [row.low(k) for k in range(at + 3, cue.left)]
        if any(word not in ("en", "nous", "leur", "lui") for word in between):
            break
        speaker = inverted_subject(row, cue, stretch.end)
        if speaker is None or not speaks(speaker):
            return None
        return speaker.first - 1, _credit(), speaker
    teller = phrase_at(row, at + 3, stretch.end, together=False)
    if teller is None or teller.role == "pronoun" or not speaks(teller):
        return None
    # `d'après ce que son frère, pompier, lui a écrit`
    tells = any(
        row.words[k].finite or row.words[k].pos == "AUX"
        for k in range(teller.end + 1, min(teller.end + 6, stretch.end))
    )
    return (teller.first - 1, _credit(), teller) if tells else None


def _credit() -> lexicon.Entry:
    return next(each for each in lexicon.entries(LANGUAGE, "credits") if each.means == "credit")

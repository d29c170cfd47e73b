"""A gerund at the head of a sentence in, whose it is out: the subject of the clause behind it."""

from __future__ import annotations

from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.lexis import closed_words
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.speakers import speaks
from recoupe.extract.statements.words import Row, Stretch


def main_clause(row: Row, cue: Cue, stretch: Stretch) -> tuple[Phrase, int] | None:
    """Return the subject that follows a gerund at the head of its sentence, and the last word before it."""
    if any(row.low(k) not in ("tout", "en", "mais", "et") for k in range(stretch.start, cue.left)):
        return None
    for at in range(cue.last + 1, stretch.end - 1):
        if row.low(at) != "," or row.words[at].depth:
            continue
        found = phrase_at(row, at + 1, stretch.end)
        verb = found.end + 1 + (row.low(found.end + 1) == ",") if found is not None else at
        while found is not None and row.low(verb) in closed_words("clitics"):
            verb += 1
        if (
            found is not None
            and speaks(found)
            and verb < stretch.end
            and (row.words[verb].finite or row.words[verb].pos == "AUX")
        ):
            return found, at - 1
    return None

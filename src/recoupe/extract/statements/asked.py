"""`sont priés par la mairie de ...`, `ont été sommés par l'armée d'évacuer`: a row of words in, what is asked and by whom out."""

from __future__ import annotations

from recoupe.extract.statements.content import content_end, shaped
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.fillers import is_infinitive, skip_fillers
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import cue_forms
from recoupe.extract.statements.passives import been
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.speakers import speaks
from recoupe.extract.statements.words import Row, Stretch


def asked(row: Row, stretch: Stretch, cues: tuple[Cue, ...]) -> list[Found]:
    """Return what those asked are to do, where the text says who asks."""
    found = []
    for at in range(stretch.start + 1, stretch.end - 3):
        form = next(
            (
                form
                for form, kinds in cue_forms().get(row.low(at), ())
                if "p" in kinds and form.role == "party_inf" and not form.tail
            ),
            None,
        )
        if form is None or row.words[at].depth:
            continue
        first = been(row, at)
        if first is None:
            continue
        by = skip_fillers(row, at + 1, stretch.end)
        speaker = phrase_at(row, by + 1, stretch.end) if row.low(by) == "par" else None
        if speaker is None or not speaks(speaker):
            continue
        to = speaker.end + 1
        to += row.low(to) == ","
        if row.low(to) not in ("à", "de", "d'") or not is_infinitive(row, to + 1, stretch.end):
            continue
        last = content_end(row, to + 1, stretch, cues, "party_inf")
        span, kind = shaped(row, to + 1, last)
        found.append(Found(span, kind, at, row.span(first, at), form.entry, speaker, "asked", form.entry.means))
    return found

"""A participle of judging with `par` in, the judgement out: `L'état de deux blessés est jugé critique par un infirmier`."""

from __future__ import annotations

from recoupe.extract.statements.content import shaped
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import cue_forms
from recoupe.extract.statements.passives import been
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.speakers import speaks, subject_at
from recoupe.extract.statements.words import Row, Stretch

JUDGED = frozenset("jugé qualifié estimé considéré décrit dépeint présenté".split())
REACH = 6


def judged_by(row: Row, stretch: Stretch) -> list[Found]:
    """Return what `est jugé critique par X` says of its subject, where X is somebody who can speak."""
    found = []
    for at in range(stretch.start + 2, stretch.end - 2):
        low = row.low(at)
        if (low not in JUDGED and low.rstrip("es") + "é" not in JUDGED and low.rstrip("es") not in JUDGED) or row.words[
            at
        ].depth:
            continue
        first = been(row, at)
        by = next((k for k in range(at + 2, min(at + REACH, stretch.end)) if row.low(k) == "par"), None)
        if first is None or by is None or any(row.low(k) in (",", ";", ":", "à") for k in range(at, by)):
            continue
        speaker = phrase_at(row, by + 1, stretch.end)
        subject = subject_at(row, first, stretch)
        form = next((form for form, _ in cue_forms().get("juge", ()) if form.role == "judged"), None)
        if speaker is None or not speaks(speaker) or subject is None or form is None:
            continue
        start = subject.first
        while start > stretch.start and row.words[start - 1].is_word and row.low(start - 1) not in ("que", "et", "qui"):
            start -= 1
        span, kind = shaped(row, start, by - 1)
        found.append(Found(span, kind, at, row.span(first, at), form.entry, speaker, "judged_by", form.entry.means))
    return found

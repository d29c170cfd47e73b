"""A participle of saying with `par` in, the statement it hands on out: `les trois ponts promis par la ville`."""

from __future__ import annotations

from recoupe.extract.statements.content import shaped
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.extent import DETERMINERS
from recoupe.extract.statements.fillers import has_number
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import closed_words
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.speakers import speaks, subject_of
from recoupe.extract.statements.words import Row, Stretch
from recoupe.lexicon import Entry


def passive(row: Row, cue: Cue, stretch: Stretch) -> Found | None:
    """Return what a participle hands on where its agent can speak and the noun before it tells something."""
    form = cue.frames.get("noun") or cue.frames.get("tally") or cue.frames.get("party")
    if form is None or form.verb not in closed_words("passives") or row.words[cue.first].depth:
        return None
    if cue.first < cue.verb:
        return _been(row, cue, form.entry, stretch)
    at = cue.last + 1
    while at < stretch.end and (
        row.low(at) in closed_words("times") or (row.low(at) in ("le", "1er", "ce") and row.low(at) != "par")
    ):
        at += 1
    if row.low(at) != "par":
        return None
    speaker = phrase_at(row, at + 1, stretch.end)
    if speaker is None or not speaks(speaker):
        return None
    first = cue.first
    while (
        first > stretch.start
        and row.words[first - 1].is_word
        and row.words[first - 1].pos not in ("VERB", "AUX", "SCONJ")
        and row.low(first - 1) not in ("sur", "dans", "qui", "que", "et")
    ):
        first -= 1
    if first >= cue.first or (
        form.verb in ("annoncer", "avancer", "évoquer") and not has_number(row, first, cue.first - 1)
    ):
        return None
    if row.low(first) not in DETERMINERS and not row.words[first].text[0].isdigit() and first != stretch.start:
        return None
    span, kind = shaped(row, first, cue.first - 1, (), 0)
    return Found(span, kind, cue.first, row.span(cue.first, cue.last), form.entry, speaker, "passive", form.entry.means)


def _been(row: Row, cue: Cue, entry: Entry, stretch: Stretch) -> Found | None:
    """Return what `est évalué à N par X`, `ont été recensés par X`, `est montré du doigt par X` hand on."""
    by = next((k for k in range(cue.last + 1, min(cue.last + 16, stretch.end)) if row.low(k) == "par"), None)
    subject = subject_of(row, cue, stretch)
    speaker = phrase_at(row, by + 1, stretch.end) if by is not None else None
    if by is None or speaker is None or not speaks(speaker):
        return None
    if row.low(cue.last + 1) in ("à", "entre"):
        # the count itself: `a été porté à 31 morts par le procureur`
        first, last = cue.last + 1 + (row.low(cue.last + 1) == "à"), by - 1
    elif subject is not None:
        first, last = subject.first, subject.last
        while first > stretch.start and has_number(row, first - 1, first - 1):
            first -= 1
    else:
        # `Mardi, huit décès et douze disparus étaient recensés par la mairie`
        first = last = cue.first - 1
        while first > stretch.start and row.words[first - 1].is_word:
            first -= 1
    if entry.means == "say" and not has_number(row, first, last):
        return None
    span, kind = shaped(row, first, last, (), 0)
    return Found(span, kind, cue.first, row.span(cue.first, cue.last), entry, speaker, "passive", entry.means)

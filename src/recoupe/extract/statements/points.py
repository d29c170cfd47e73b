"""A cue whose colon ends its line in, the points of the list below it out: `La fédération exige :` and each point."""

from __future__ import annotations

import re

from recoupe.extract.statements.content import shaped
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import CueForm
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.speakers import speaks, subject_of
from recoupe.extract.statements.words import Row, Stretch
from recoupe.model.statement import Form

ROLES = ("noun", "que", "party_inf", "a", "de", "colon", "tally")
DASHES = ("•", "*", "·", "-", "–", "—")
DIGIT, LETTER, DASH = "1", "a", "-"
POINT = re.compile(r"\s*(?:[-–—•*·]|\d{1,2}\s?[.)°]|[a-z]\s?\))\s*")


def is_point(row: Row, at: int) -> bool:
    """Say whether a word is the dash or dot that a point of a list begins with."""
    return row.low(at) in DASHES


def style_of(point: re.Match[str]) -> str:
    """Return how a point of a list is marked: by a number, a letter or a dash."""
    sign = point.group().strip()[:1]
    return DIGIT if sign.isdigit() else LETTER if sign.isalpha() else DASH


def pointed(row: Row, stretch: Stretch, cues: tuple[Cue, ...], found: list[Found]) -> Found | None:
    """Return the statement of `Nous recommandons :` whose points stand below; without a point here it stays open."""
    colon = stretch.end - 1
    if row.words[colon].depth:
        return None
    near = [cue for cue in cues if cue.last <= colon and cue.mood in ("finite", "gerund") and not cue.negated]
    if row.low(colon) != ":" and not (near and near[-1].last == colon and row.low(colon + 1) in ("", *DASHES)):
        # a heading has no colon: `Nous demandons` and the points below
        return None
    if not near or any(each.span.end > row.words[near[-1].last].span.end for each in found):
        return None
    cue = near[-1]
    form = next((cue.frames[role] for role in ROLES if role in cue.frames), None)
    if form is None or any(row.words[k].finite or row.words[k].low == ":" for k in range(cue.last + 1, colon)):
        return None
    subject = _subject(row, cue, stretch, found)
    if subject is None or not speaks(subject):
        return None
    return _open(row, stretch, cue, form, subject)


def _subject(row: Row, cue: Cue, stretch: Stretch, found: list[Found]) -> Phrase | None:
    """Return whose points they are: the verb's subject, that of the cue before where it has none of its own."""
    own = subject_of(row, cue, stretch)
    before = [each for each in found if stretch.start <= each.at < cue.first and each.speaker is not None]
    return own if own is not None or not before else before[-1].speaker


def _open(row: Row, stretch: Stretch, cue: Cue, form: CueForm, subject: Phrase) -> Found | None:
    end, style = stretch.end, None
    for follower in row.stretches[row.marks.stretch_at[stretch.start] + 1 :]:
        point = POINT.match(row.text, row.words[follower.start].span.start)
        if follower.start == end and point is not None and style in (None, style_of(point)):
            end, style = follower.end, style_of(point)
    first = stretch.end
    while first < end and not row.words[first].is_word and not row.opens(first):
        first += 1
    last = end - 1
    while last > first and row.words[last].low in (".", ";", ","):
        last -= 1
    at = row.span(cue.first, cue.last)
    if first >= end and end < len(row.words):
        return None
    if first >= end:
        # the points, if any, are paragraphs of their own
        colon = row.span(stretch.end - 1, stretch.end - 1)
        return Found(colon, Form.INDIRECT, cue.first, at, form.entry, subject, "points", form.entry.means, opens=True)
    if row.low(first).isdigit() or len(row.low(first)) == 1:
        first = min(first + 2, last)
    span, kind = shaped(row, first, last)
    return Found(span, kind, cue.first, at, form.entry, subject, "points", form.entry.means)

"""An article's readings and its day in, the day on which its crisis began where no word of its own says that something struck."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from recoupe.extract.calendar import resolve
from recoupe.extract.figures.blows import dates_speech, past_day
from recoupe.extract.reading import Reading
from recoupe.model.article import BlockKind
from recoupe.model.figure import Kind, Modality
from recoupe.model.moment import Moment, Told
from recoupe.model.span import Span

# what came of what the sentence before told
OUTCOMES = frozenset({Kind.KILLED, Kind.INJURED, Kind.MISSING, Kind.DESTROYED, Kind.RESCUED, Kind.ABDUCTED})
# what is done about a crisis, on a later day
ANSWERS = frozenset({Kind.DEPLOYED, Kind.DELIVERED, Kind.HOSTED, Kind.VOTED})
# a day before the clause that it dates: `Durant trois heures, dimanche, la caserne ...`
FRONTED = re.compile(r"(?:[^.;:!?]{0,40},\s)?(?:ce\s)?", re.IGNORECASE)
PAUSE = re.compile(r"(?:\s[^\s,.;:!?]+){0,4},")
# what a crisis does to people from its first day on
COUNTED = OUTCOMES | {Kind.DISPLACED, Kind.EVACUATED}
ONE_DAY = frozenset({"weekday", "offset", "date", "monthday", "range", "night"})
# paragraphs of prose in which an article says what it is about
LEAD = 3
# days: an article tells of what is new
RECENT = 14


def first_told(readings: Sequence[Reading], reference: datetime.date) -> str | None:
    """Return the day of what the lead tells right before it counts the dead, else the first day that its tolls are counted on.

    `Un car a quitté la route dimanche. Onze passagers sont morts.`
    """
    opening = [reading for reading in readings[:10] if reading.kind is BlockKind.BODY][:LEAD]
    came_of = (_before_outcome(reading, reference) for reading in opening)
    if (day := next(filter(None, came_of), None)) is not None:
        return day
    counted = [
        day
        for reading in readings
        for figure in reading.figures
        if figure.kind in COUNTED
        for timed in figure.moments
        if timed.relation in ("own", "free", "shared") and (day := _past(timed.moment, reference)) is not None
    ]
    return min(counted, default=None)


def told_at_the_head(readings: Sequence[tuple[Span, Reading]], text: str, reference: datetime.date) -> str | None:
    """Return the day before its own with which an article opens, where nobody says, counts or sends anything on it.

    `Durant trois heures, dimanche, la caserne n'a pas répondu.`
    """
    found = next(((block, one) for block, one in readings if one.kind is BlockKind.BODY and one.sentences), None)
    if found is None:
        return None
    block, reading = found
    other = {
        timed.moment.span
        for one in reading.figures
        for timed in one.moments
        if timed.relation == "tally" or one.kind in ANSWERS
    }
    for moment in reading.moments:
        before, behind = text[block.start : block.start + moment.span.start], text[block.start + moment.span.end :]
        if not FRONTED.fullmatch(before) or not (PAUSE.match(behind) or not before):
            continue
        if moment.told is Told.PAST and moment.span not in other and not dates_speech(moment, reading):
            return _past(moment, reference)
    return None


def struck_today(lead: Sequence[Reading], reference: datetime.date) -> bool:
    """Whether the lead tells by an hour of the day alone when something struck: `une explosion a soufflé avant l'aube un immeuble`.

    Not where another day stands before it in its sentence: `dimanche, avant l'aube`.
    """
    opening = [reading for reading in lead if reading.kind is BlockKind.BODY][:LEAD]
    for reading in opening:
        for moment in reading.struck:
            if moment.form != "daytime":
                continue
            sentence = next((one for one in reading.sentences if one.covers(moment.span)), None)
            before = [
                one
                for one in reading.moments
                if sentence is not None and sentence.covers(one.span) and one.span.end <= moment.span.start
            ]
            if not any(_past(one, reference) for one in before):
                return True
    return False


def _before_outcome(reading: Reading, reference: datetime.date) -> str | None:
    """Return the day that a paragraph names before it counts, in the same sentence or the one before, whom it befell."""
    for figure in reading.figures:
        if figure.kind not in OUTCOMES or figure.moments or figure.modality is not Modality.REPORTED:
            continue
        near = [reading.sentences[at] for at in (figure.sentence - 1, figure.sentence) if at >= 0]
        for sentence in near:
            said = any(one.cue_span is not None and sentence.covers(one.cue_span) for one in reading.statements)
            if said or any(one.moments and sentence.covers(one.span) for one in reading.figures):
                continue
            for moment in reading.moments:
                told = (
                    sentence.covers(moment.span)
                    and moment.span.end <= figure.span.start
                    and moment.told in (Told.PAST, Told.OPEN)
                )
                if told and (day := _past(moment, reference)) is not None:
                    return day
    return None


def _past(moment: Moment, reference: datetime.date) -> str | None:
    """Return the day before the article's own that a moment names."""
    if moment.starts or moment.ends or moment.opens or moment.form not in ONE_DAY:
        return None
    day = past_day(moment, reference, RECENT)
    return day if day is not None and day < reference.isoformat() else None


# `La journée de mercredi a été émaillée de heurts`, `la nuit de samedi à dimanche s'est soldée par`
A_DAY = re.compile(r"\b(?:journée|nuit|soirée|matinée)\s(?:de|du)\s(?:ce\s)?$", re.IGNORECASE)
A_NIGHT = re.compile(r"la\s(?:nuit|soirée|journée)\b", re.IGNORECASE)
WAS_FULL_OF = re.compile(
    r"^[^.;:,]{0,30}?\s(?:a|aura|fut|avait|s['’]est|s['’]était|a\sd['’]abord)\s(?:[^\W\d]+ment\s)?(?:été\s)?(?:[^\W\d]+ment\s)?"
    r"(?:émaill|marqu|endeuill|ponctu|secou|agit|sold|perturb|ensanglant|vir|tourn|dégénér|bascul|achev|termin|connu|entach)\w*\s"
    r"(?:par|de|des|d['’]|en|dans|à|au)\b(?![^.;:]{0,40}\b(?:hommages?|cérémonies?|obsèques|funérailles|deuil|recueillement|visites?|silence|prières?)\b)",
    re.IGNORECASE,
)


def told_as_a_whole(
    readings: Sequence[tuple[Span, Reading]], text: str, reference: datetime.date
) -> tuple[str, datetime.date] | None:
    """Return the day before its own, or the night, that the first paragraphs of an article tell as full of what happened, by its
    first day and its last: all that they count came of it.

    `La journée de mercredi a été émaillée de heurts. Douze agents ont été blessés.`
    """
    prose = [(block, one) for block, one in readings if one.kind is BlockKind.BODY and one.sentences][:LEAD]
    for block, reading in prose:
        for moment in reading.moments:
            before = text[block.start : block.start + moment.span.start]
            words = text[block.start + moment.span.start : block.start + moment.span.end]
            behind = text[block.start + moment.span.end : block.end]
            if not (A_DAY.search(before) or A_NIGHT.match(words)) or not WAS_FULL_OF.match(behind):
                continue
            first, until = _past(moment, reference), resolve(moment, reference).until
            if first is not None and until is not None and len(until) == len(first):
                return first, datetime.date.fromisoformat(until)
    return None


# `Période couverte : du 8 au 12 novembre`, `Cette note porte sur la période du 3 au 6 mai`
COVERS = re.compile(
    r"\b(?:période\s(?:couverte|considérée|concernée|de\sréférence|d['’]observation)|couvr\w+\s(?:ici\s)?(?:la\s)?période|porte\ssur\s(?:la\s)?période)\b[\s:–—,-]*$",
    re.IGNORECASE,
)
# days between the last one that a report covers and its own
JUST_OVER = 3
# paragraphs over which a note says what days it covers
HEAD = 5


def covered_since(text: str, readings: Sequence[tuple[Span, Reading]], reference: datetime.date | None) -> str | None:
    """Return the first day of those that the head of a note says that it covers."""
    if reference is None:
        return None
    for block, reading in readings[:HEAD]:
        for moment in reading.moments:
            before = text[block.start : block.start + moment.span.start]
            if moment.form == "range" and (COVERS.search(before) or _opens_note(moment, before, reference)):
                since = resolve(moment, reference, future=False).since
                if since is not None and len(since) == len(reference.isoformat()) and since <= reference.isoformat():
                    return since
    return None


def _opens_note(moment: Moment, before: str, reference: datetime.date) -> bool:
    """Whether a report opens with the days up to its own: `Entre le 3 et le 12 mai, la mission a relevé 14 décès`."""
    if moment.told is not Told.PAST or re.fullmatch(r"[\s\d.)•–—-]*", before) is None:
        return False
    until = resolve(moment, reference, future=False).until
    if until is None or len(until) != len(reference.isoformat()):
        return False
    return 0 <= (reference - datetime.date.fromisoformat(until)).days <= JUST_OVER

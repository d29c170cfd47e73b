"""An impersonal report in, the statement it makes out: `Il a été précisé par la mairie que ...`, `Il ressort du rapport que ...`."""

from __future__ import annotations

from recoupe.extract.statements.content import content_end, shaped
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.documents import behind_document, is_document
from recoupe.extract.statements.fillers import skip_fillers
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import closed_words, cue_forms
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.speakers import speaks
from recoupe.extract.statements.words import Row, Stretch
from recoupe.lexicon import Entry

OPENERS = frozenset(["a", "avait", "est", "était", "fut", "sera"])
REACH = 22


def impersonal(row: Row, stretch: Stretch, cues: tuple[Cue, ...]) -> list[Found]:
    """Return what impersonal reports of a stretch hand on; only where somebody is named to answer for it."""
    found = []
    for at in range(stretch.start, stretch.end - 4):
        if row.low(at) != "il" or row.words[at].depth:
            continue
        each = _reported(row, at, stretch, cues) or _follows_from(row, at, stretch, cues)
        if each is not None:
            found.append(each)
    return found


def _reported(row: Row, il: int, stretch: Stretch, cues: tuple[Cue, ...]) -> Found | None:
    """Read `il a été précisé par la cellule que`, `il est indiqué dans un communiqué du parquet que`."""
    at = il + 1
    while row.low(at) in ("nous", "leur", "lui", "m'", "y"):
        at += 1
    if row.low(at) not in OPENERS:
        return None
    first = at
    at += 1
    while row.low(at) in ("été", "par", "ailleurs") or row.low(at) in closed_words("adverbs"):
        at += 1
    entry = _entry(row.low(at))
    if entry is None:
        return None
    que = _que(row, at + 1, stretch)
    if que is None:
        return None
    speaker = _agent(row, at + 1, que)
    if speaker is None:
        return None
    last = content_end(row, que + 1, stretch, cues, "que")
    span, form = shaped(row, que + 1, last)
    return Found(span, form, first, row.span(first, at), entry, speaker, "impersonal", entry.means)


def _entry(participle: str) -> Entry | None:
    """Return the entry of a verb that reports a clause, of which a word is the participle."""
    for form, kinds in cue_forms().get(participle, ()):
        if "p" in kinds and form.role == "que" and not form.tail and not form.pronouns:
            return form.entry
    return None


def _que(row: Row, start: int, stretch: Stretch) -> int | None:
    """Return the `que` of a clause before any other verb or sign that ends the clause."""
    for at in range(start, min(start + REACH, stretch.end - 1)):
        if row.low(at) in ("que", "qu'") and not row.words[at].depth:
            return at
        if row.words[at].finite or row.low(at) in (";", ":", "qui", "dont"):
            return None
    return None


def _agent(row: Row, start: int, end: int) -> Phrase | None:
    """Return who is named between a participle and its clause: `par X`, `à X`, `auprès de X`, `dans un rapport de X`."""
    for at in range(start, end):
        low = row.low(at)
        if low in ("par", "dans", "auprès", "chez", "au", "aux", "à"):
            body = at + 1 + (low == "auprès" and row.low(at + 1) in ("de", "d'"))
            found = phrase_at(row, body, end, bare=low in ("au", "aux"))
            if found is None:
                continue
            if is_document(found):
                maker = behind_document(row, found, end)
                if maker is not None:
                    return maker
                continue
            if speaks(found) and found.role != "pronoun":
                return found
    return None


def _follows_from(row: Row, il: int, stretch: Stretch, cues: tuple[Cue, ...]) -> Found | None:
    """Read `il ressort du rapport de l'inspection que`, `il résulte de l'enquête du parquet que`."""
    verb = il + 1
    if row.low(verb) not in closed_words("following"):
        return None
    at = skip_fillers(row, verb + 1, stretch.end)
    if row.low(at) not in ("de", "d'", "du", "des"):
        return None
    que = _que(row, at, stretch)
    found = phrase_at(row, at if row.low(at) in ("du", "des") else at + 1, que) if que is not None else None
    if found is None or que is None or not is_document(found):
        return None
    speaker = behind_document(row, found, que) or found
    entry = next((form.entry for form, _ in cue_forms()["établit"] if form.role == "que"), None)
    if entry is None:
        return None
    last = content_end(row, que + 1, stretch, cues, "que")
    span, form = shaped(row, que + 1, last)
    via = row.span(found.first, found.last).of(row.text)
    return Found(span, form, verb, row.span(verb, verb), entry, speaker, "impersonal", entry.means, via)

"""`31 morts, c'est le bilan du parquet`, `« ... », peut-on lire dans un tract`: a stretch in, what it presents as somebody's out."""

from __future__ import annotations

from recoupe.extract.statements.content import content_start, shaped, trim_end
from recoupe.extract.statements.cues import Cue, find_cues
from recoupe.extract.statements.documents import behind_document, is_document
from recoupe.extract.statements.fillers import skip_connectives
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import closed_words, cue_forms
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.speakers import inverted_subject, speaks
from recoupe.extract.statements.words import Row, Stretch
from recoupe.model.statement import Form

# `c'est là`, `c'est du moins`, `c'est en tout cas`
SOFTENERS = frozenset(
    "là en tout cas du moins aussi également désormais même encore bien ici donc au toujours surtout ainsi".split()
)
NEAR = 12


def presented(row: Row, stretch: Stretch) -> Found | None:
    """Read `Trente morts : c'est le chiffre que le ministère a livré` and `..., c'est ce qu'affirme l'armée`."""
    for at in range(stretch.start + 1, stretch.end - 3):
        opens = row.low(at) == "c'" and row.low(at + 1) in ("est", "était") and row.low(at - 1) in (",", ":", "–", "—")
        if not opens or row.words[at].depth:
            continue
        noun = at + 2
        while noun < stretch.end and (row.low(noun) in SOFTENERS or row.low(noun) == ","):
            noun += 1
        said = row.low(noun) == "ce" and row.low(noun + 1) in ("que", "qu'")
        if not said:
            noun = _presenting(row, noun, stretch)
        speaker = None if noun < 0 else _whose(row, noun + 1, stretch)
        first = content_start(row, at, stretch, False)
        last = at - 2
        if speaker is None or last < first or (said and not _saying(row, noun + 2, stretch)):
            continue
        span, form = shaped(row, first, last)
        return Found(span, form, at, row.span(at, noun), None, speaker, "presented")
    return None


def vouched(row: Row, stretch: Stretch) -> Found | None:
    """Read `Le site – c'est l'exploitant qui l'assure – est sûr`, `..., c'est la mairie qui le dit` and `C'est X qui l'affirme : ...`."""
    for at in range(stretch.start, stretch.end - 4):
        if row.low(at) != "c'" or row.low(at + 1) not in ("est", "était") or row.words[at].depth:
            continue
        speaker = phrase_at(row, at + 2, stretch.end)
        if speaker is None or not speaks(speaker) or row.low(speaker.end + 1) != "qui":
            continue
        verb = speaker.end + 3
        if row.low(verb - 1) not in ("le", "l'"):
            continue
        verb += row.low(verb) in ("a", "avait")
        if not any(form.role == "que" and not form.tail for form, _ in cue_forms().get(row.low(verb), ())):
            continue
        cue, sign = row.span(at, verb), row.low(at - 1)
        holes: tuple[tuple[int, int], ...] = ()
        if at == skip_connectives(row, stretch.start, at) and row.low(verb + 1) == ":":
            first, last = verb + 2, trim_end(row, verb + 2, stretch.end - 1)
        elif sign in ("–", "—") and row.low(verb + 1) == sign and at > stretch.start + 1:
            first, last = content_start(row, at - 1, stretch, False), trim_end(row, verb + 2, stretch.end - 1)
            holes = ((at - 1, verb + 1),)
        elif sign in (",", ":") and at > stretch.start + 1:
            first, last = content_start(row, at, stretch, False), at - 2
        elif at == stretch.start and (before := row.before(stretch)) is not None and verb + 2 >= stretch.end:
            # `Douze mineurs sont sortis vivants. C'est le syndicat qui l'annonce.`
            if any(row.words[k].depth for k in range(before.start, before.end)) or find_cues(
                row, before.start, before.end
            ):
                continue
            first, last = skip_connectives(row, before.start, before.end), trim_end(row, before.start, before.end - 1)
        else:
            continue
        if first <= last:
            span, form = shaped(row, first, last, holes)
            return Found(span, form, at, cue, None, speaker, "vouched")
    return None


def _presenting(row: Row, at: int, stretch: Stretch) -> int:
    """Return the noun that calls the words before it a count or an opinion, -1 where none does."""
    if row.low(at) not in DETERMINERS:
        return -1
    for noun in range(at + 1, min(at + 4, stretch.end)):
        if row.low(noun) in closed_words("counts") or row.low(noun) in closed_words("presenting"):
            return noun
        if row.words[noun].pos not in ("ADJ", "NUM"):
            return -1
    return -1


def _saying(row: Row, at: int, stretch: Stretch) -> bool:
    """Say whether a verb of saying stands in the clause that a word opens."""
    return any(row.low(k) in cue_forms() for k in range(at, min(at + NEAR, stretch.end)))


def _whose(row: Row, at: int, stretch: Stretch) -> Phrase | None:
    """Return who a count or an opinion belongs to: `du parquet`, `que donne la marine`, `que les familles ont signalé`."""
    while at < stretch.end and (row.words[at].pos == "ADJ" or row.low(at) in closed_words("times")):
        at += 1
    low = row.low(at)
    if low in ("de", "d'", "du", "des"):
        found = phrase_at(row, at if low in ("du", "des") else at + 1, stretch.end)
        return found if found is not None and speaks(found) else None
    if low not in (
        "que",
        "qu'",
        "auquel",
        "donné",
        "fourni",
        "avancé",
        "livré",
        "communiqué",
        "retenu",
        "transmis",
        "dressé",
        "établi",
    ):
        return None
    for start in range(at + 1, min(at + NEAR, stretch.end)):
        opener = row.words[start]
        if opener.low in ("il", "elle", "ils", "elles"):
            return phrase_at(row, start, start + 1)
        if opener.low in DETERMINERS or opener.capital:
            found = phrase_at(row, start, stretch.end)
            if found is not None and speaks(found):
                return found
    return None


def borne_out(row: Row, stretch: Stretch, cues: tuple[Cue, ...]) -> list[Found]:
    """Read `La digue a cédé, comme l'affirme la mairie` and `onze morts, et non trois, comme l'a écrit le journal`."""
    found = []
    for cue in cues:
        form = cue.frames.get("que")
        first = cue.left - 1
        if row.low(first) in ("que", "qu'") and row.low(first - 1) == "ainsi":
            # `ainsi que l'a confirmé la régie`
            first -= 1
        if form is None or row.low(first) not in ("comme", "ainsi") or cue.mood != "finite" or row.words[first].depth:
            continue
        if form.entry.means != "say" or form.verb in closed_words("seen") or cue.pronoun is not None:
            continue
        speaker = inverted_subject(row, cue, stretch.end)
        if speaker is None or not speaks(speaker) or speaker.role == "pronoun":
            continue
        start, last = _compared(row, first, speaker, stretch)
        if start <= last:
            span, kind = shaped(row, start, last)
            cued = row.span(cue.first, cue.last)
            found.append(Found(span, kind, cue.first, cued, form.entry, speaker, "borne_out", form.entry.means))
    return found


def _compared(row: Row, at: int, speaker: Phrase, stretch: Stretch) -> tuple[int, int]:
    """Return the words that `comme l'a dit X` bears out: those behind its comma at the head, else those before it."""
    if at <= skip_connectives(row, stretch.start, stretch.end):
        return speaker.end + 2, trim_end(row, speaker.end + 2, stretch.end - 1)
    last = trim_end(row, stretch.start, at - 1)
    for k in range(last, max(last - 9, stretch.start), -1):
        if row.low(k) == "non" and row.low(k - 1) == "et":
            return k + 1, last
    first = content_start(row, at, stretch, False)
    said = [cue.last + 1 for cue in find_cues(row, first, at) if row.low(cue.last + 1) in ("que", "qu'")]
    # `a nié que le pont ait cédé, comme l'affirmaient des messages`: that it gave way
    return (said[-1] + 1 if said else first), last


def read_there(row: Row, stretch: Stretch) -> Found | None:
    """Read `« ... », peut-on lire dans un tract du syndicat`: whoever wrote it, else whoever spoke last."""
    for closing in range(stretch.start + 1, stretch.end - 2):
        if not row.closes(closing) or row.words[closing].depth:
            continue
        first = closing + 1 + (row.low(closing + 1) == ",")
        at = first + (row.low(first) == "y")
        if row.low(at) in ("peut", "pouvait", "pourra") and row.low(at + 1) in ("-on", "-t-on"):
            at += 2 + (row.low(at + 2) == "y")
            if row.low(at) != "lire":
                continue
        elif row.low(at) in ("lit", "lisait") and row.low(at + 1) == "-on":
            at += 1
        elif row.low(at) in ("est", "était") and row.low(at + 1) == "-il" and row.low(at + 2) in ("écrit", "inscrit"):
            at += 2
        else:
            continue
        quote = row.quote_at(closing)
        if quote is None:
            continue
        speaker = None
        if row.low(at + 1) in ("dans", "sur"):
            found = phrase_at(row, at + 2, stretch.end)
            maker = behind_document(row, found, stretch.end) if found is not None else None
            speaker = maker if maker is not None else found if found is not None and is_document(found) else None
            if speaker is found and found is not None and found.role != "described":
                speaker = None
        return Found(
            quote.inner, Form.DIRECT, first, row.span(first, at), None, speaker, "read_there", continues=speaker is None
        )
    return None

"""A verb of saying turned round in, the statement behind or around which it stands out: `..., a indiqué la mairie`."""

from __future__ import annotations

from recoupe.extract.statements.content import content_start, shaped, trim_end
from recoupe.extract.statements.cues import Cue, find_cues
from recoupe.extract.statements.documents import behind_document, is_document
from recoupe.extract.statements.fillers import has_number, skip_fillers
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.groups import HAVE
from recoupe.extract.statements.lexis import closed_words, phrases
from recoupe.extract.statements.opened import opens_clause
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.speakers import PREPOSITIONS, inverted_subject, speaks, subject_of, whom_behind
from recoupe.extract.statements.stamps import past_stamp
from recoupe.extract.statements.words import Row, Stretch
from recoupe.lexicon import Entry
from recoupe.model.statement import Form

# what goes on with a clause behind its attribution: `Neuf sont partis, précise-t-il, faute de bois`
GOING_ON = frozenset(["pour", "dont", "malgré", "faute", "sauf", "grâce", "chez", "parmi", "sans"])


def turned(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...], title: bool) -> Found | None:
    """Read a verb turned round behind or inside what it reports: `..., a indiqué la mairie`, `« ... », dit-elle`."""
    if cue.mood != "finite" or cue.left <= stretch.start or cue.negated:
        return None
    before = cue.left - 1
    form = cue.frames.get("quote") or cue.frames.get("que")
    closing = before if row.closes(before) else before - 1
    if form is None and row.closes(closing) and opens_clause(row, closing):
        # behind a quote every verb of saying may stand turned round: `« Partez », exige le maire`
        form = next(iter(cue.frames.values()))
    if form is None:
        return None
    sign = row.words[before]
    base = row.words[cue.first].depth
    if sign.low not in (",", "!", "?", "…", "–", "—", "...") and not row.closes(before):
        return None
    speaker = inverted_subject(row, cue, stretch.end)
    if speaker is not None and form.verb == "apprendre":
        # `a appris l'AFP de source policière`: the agency only heard it
        speaker = whom_behind(row, speaker.end + 1, stretch.end) or speaker
    if speaker is not None and speaker.role == "pronoun" and speaker.head == "on" and form.verb == "dire":
        # `Le lac, dit-on ici, ne rend rien`: nobody answers for it
        return None
    if speaker is None or (cue.pronoun is None and not _turned_round(row, cue, stretch, speaker)):
        return None
    while before > stretch.start and row.words[before].low in (",", "–", "—"):
        before -= 1
    first = content_start(row, cue.left, stretch, title)
    if base:
        return _inside_quote(row, cue, form.entry, speaker)
    if first > before:
        return None
    quote = row.quote_at(before)
    if quote is not None and quote.inner.covers(row.words[first].span) and row.words[first].depth:
        first = row.index_at(quote.outer.start)
    if is_document(speaker):
        speaker = behind_document(row, speaker, stretch.end) or speaker
    last, holes = _beyond(row, cue, speaker, stretch, before, cues)
    span, kind = shaped(row, first, last, holes, base)
    return Found(span, kind, cue.first, row.span(cue.first, cue.last), form.entry, speaker, "turned", form.entry.means)


def _inside_quote(row: Row, cue: Cue, entry: Entry, speaker: Phrase) -> Found | None:
    """`« Demain, dit-elle, nous rouvrirons. »`: the marks go round the attribution too."""
    quote = row.quote_at(cue.first)
    if quote is None or (speaker.role == "pronoun" and speaker.head in ("je", "nous")):
        return None
    return Found(
        quote.inner, Form.DIRECT, cue.first, row.span(cue.first, cue.last), entry, speaker, "turned_inside", entry.means
    )


def _turned_round(row: Row, cue: Cue, stretch: Stretch, speaker: Phrase) -> bool:
    """Tell `Le pont a cédé, a indiqué la mairie` from `La mairie, maîtresse du pont, a indiqué un délai`."""
    before = cue.left - 1
    closing = before if row.closes(before) else before - 1
    if row.closes(closing) and opens_clause(row, closing) and row.low(before) in (",", row.low(closing)):
        # nothing but the quote stands before the verb: whoever follows speaks
        return speaker.role != "name" or speaker.text[:1].isupper()
    if row.closes(before) and not speaks(speaker) and _subject_waits(row, cue, stretch):
        # `Le film « La Digue » raconte l'histoire du village`
        return opens_clause(row, before)
    if row.closes(before) or row.low(before) in ("!", "?", "…") or row.closes(before - 1):
        if row.low(before) != "," or not _subject_waits(row, cue, stretch):
            return True
        first = row.words[stretch.start]
        opener = subject_of(row, cue, stretch) if not first.depth and not row.opens(stretch.start) else None
        if opener is not None and speaks(opener) and is_document(speaker):
            # `Le ministre, qui « regrette », a promis une enquête`
            return False
        return speaks(speaker) and (opener is None or not speaks(opener) or row.low(speaker.end + 1) in (".", ""))
    if speaker.role == "described" and (named := _named_before(row, cue, stretch)) and speaks(named):
        # `Les classes rouvrent, et la maire, Rosa Kone, réclame 32 enseignants`
        return False
    if not speaks(speaker) and not (
        speaker.role in ("title", "name", "described") and row.low(speaker.end + 1) in (".", ",", "", "(")
    ):
        return False
    if not speaks(speaker) and cue.plural and not speaker.plural:
        return False
    if row.low(skip_fillers(row, cue.last + 1, stretch.end)) in ("que", "qu'"):
        return False
    waits = _subject_waits(row, cue, stretch)
    if not waits:
        return True
    opener = subject_of(row, cue, stretch)
    if opener is None or not speaks(opener) or _one_comma(row, cue, stretch, opener):
        return True
    if opener.role == "name" and opener.first == stretch.start == cue.left - 2 and opener.title is None:
        # `Intox, tranche la gendarmerie.`
        # `Vrai, réplique la maire : « ... »`
        return speaker.role in ("title", "described", "owned") and row.low(speaker.end + 1) in (".", "", ":")
    if cue.plural is not None and cue.plural != opener.plural and cue.plural == speaker.plural:
        return True
    return _splits(row, cue, speaker, opener, stretch)


def _one_comma(row: Row, cue: Cue, stretch: Stretch, opener: Phrase) -> bool:
    """Say whether one comma alone parts a clause from its verb, as none parts a subject: `L'hôpital manque de tout, déplore X`."""
    signs = [k for k in range(stretch.start, cue.left) if row.low(k) in (",", "(", ")", "–", "—", ":", ";", "«", "»")]
    words = cue.left - 1 - stretch.start
    return (
        len(signs) == 1
        and opener.first == stretch.start
        and words > 3
        # `La Norvège débloque deux millions, a annoncé le ministre`
        and (opener.role not in ("name", "acronym", "joined") or cue.left - 2 - opener.end > 1)
    )


def _named_before(row: Row, cue: Cue, stretch: Stretch) -> Phrase | None:
    """Return whose name ends in an apposition at the comma right before a verb: `et la maire, Rosa Kone, réclame`."""
    commas = [k for k in range(stretch.start, cue.left - 1) if row.low(k) in (",", "et", "mais", ";", ":")]
    for at in (stretch.start, *(k + 1 for k in commas)):
        found = phrase_at(row, at, cue.left, together=False) if row.low(at) in DETERMINERS else None
        if found is not None and found.end == cue.left - 2 and found.end > found.last and found.title is not None:
            return found
    return None


def _splits(row: Row, cue: Cue, speaker: Phrase, opener: Phrase, stretch: Stretch) -> bool:
    """Say whether an attribution stands between a subject and its verb: `La Région, ajoute l'échevin, n'a rien dit`."""
    if opener.end != cue.left - 2 or not speaks(speaker) or row.low(speaker.end + 1) != ",":
        return False
    at = speaker.end + 2
    while at < stretch.end and row.low(at) in closed_words("clitics"):
        at += 1
    follows = row.words[at] if at < stretch.end else None
    plural = follows is not None and follows.low.endswith(("nt",))
    return _verb_next(row, speaker.end + 2, stretch) and plural == opener.plural


def _subject_waits(row: Row, cue: Cue, stretch: Stretch) -> bool:
    """Say whether the clause before the verb has no verb of its own, so that its subject still waits for one."""
    relative = False
    signs = [k for k in range(stretch.start, cue.left) if row.low(k) in (":", ";") and not row.words[k].depth]
    for at in range(signs[-1] + 1 if signs else stretch.start, cue.left):
        word = row.words[at]
        if word.depth > row.words[cue.first].depth:
            continue
        if word.low in ("qui", "que", "qu'", "dont", "où", "lorsque", "après", "lorsqu'", "quand"):
            relative = True
        elif word.low == ";":
            relative = False
        elif word.finite or (word.pos == "AUX" and word.low in ("a", "ont", "est", "sont")):
            if not relative:
                return False
            if row.pos(at + 1) != "AUX":
                relative = False
    return True


def _beyond(
    row: Row, cue: Cue, speaker: Phrase, stretch: Stretch, before: int, cues: tuple[Cue, ...]
) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Return the last word of a content that its attribution breaks, and the words of the attribution."""
    after = max(speaker.end, cue.last)
    hole_end = stretch.end - 1
    last = before
    holes: tuple[tuple[int, int], ...] = ()
    resume = None
    for at in range(after + 1, stretch.end):
        word = row.words[at]
        if row.opens(at) and word.depth == 0 and row.low(at - 1) in (",", ":", ".", "et"):
            resume, hole_end = at, at - 1
            break
        if any(other.verb == at for other in cues):
            break
        if word.low in ("que", "qu'", "ajoutant", "estimant", "assurant", "qui", "affirmant", "précisant"):
            break
    if resume is None:
        at = max(skip_fillers(row, after + 1, stretch.end), after + 1)
        sign = row.low(at)
        # `« A », dit X : « B »` goes on, `« A », dit-il : ce que l'on voit ...` is the outlet's
        told = row.closes(before) and not row.opens(at + 1)
        if sign == ":" and row.low(before) != ":" and row.low(at + 1) not in ("selon", "d'") and not told:
            resume = at + 1
        elif sign == "," and at + 1 < stretch.end and not row.closes(before):
            follows = row.words[at + 1]
            goes_on = (
                follows.pos in ("DET", "PRON", "NOUN", "PROPN", "NUM")
                or follows.low in GOING_ON
                or follows.low in DETERMINERS
                or follows.low in ("et", "mais", "car")
            )
            if row.words[before].pos == "AUX" and row.low(before) in HAVE:
                # `Il a, dit-il, opéré trois fois`
                resume = at + 1
            elif _subject_waits(row, cue, stretch) and _verb_next(row, at + 1, stretch):
                # `L'explosion, a indiqué le maire, a soufflé dix maisons`
                resume = at + 1
            elif _part_of_count(row, cue, at + 1, stretch):
                # `Vingt répliques depuis l'aube, compte l'institut, dont deux fortes`
                resume = at + 1
            elif _same_clause(row, at + 1):
                # `La digue tiendra, martèle le maire, tant que le vent reste faible`
                resume = at + 1
            elif (
                goes_on
                and follows.low not in ("qui", "dont", "où", "ce", "lui", "cité", "citée", "avant", "qu'")
                and (cue.pronoun is not None or _only_when(row, cue, stretch) or _no_clause(row, at + 1, stretch))
            ):
                resume = at + 1
        if resume is not None:
            hole_end = resume - 1
    if resume is not None and resume < stretch.end:
        holes = ((cue.left, hole_end),)
        last = trim_end(row, resume, stretch.end - 1)
    # `« A », a dit X. « B »`: what follows in quotation marks alone goes on
    follower = row.after(stretch)
    ended = stretch.end
    quoted = row.closes(before) or row.closes(before - 1) or (holes and row.closes(last))
    while quoted and follower is not None and pure_quote(row, follower):
        holes = holes or ((cue.left, ended - 1),)
        last = follower.end - 1
        follower = row.after(follower)
    return last, holes


def _part_of_count(row: Row, cue: Cue, at: int, stretch: Stretch) -> bool:
    """Say whether words go on with a count without a verb: a part of it, or what it comes to."""
    counted = has_number(row, stretch.start, cue.left - 1) and _subject_waits(row, cue, stretch)
    return counted and row.low(at) in ("dont", "soit") and has_number(row, at + 1, min(at + 3, stretch.end - 1))


def _same_clause(row: Row, at: int) -> bool:
    """Say whether words open a clause that belongs to what is said before its attribution: `tant que`, `puisque`."""
    return any(all(row.low(at + k) == word for k, word in enumerate(words)) for words in phrases("clauses"))


def _no_clause(row: Row, at: int, stretch: Stretch) -> bool:
    """Say whether `mais` or `et` goes on without a verb of its own: `Elles ont sonné, corrige le préfet, mais trop tard.`"""
    if row.low(at) == "et" and stretch.end - at > 4:
        return False
    return row.low(at) in ("mais", "et") and not any(
        row.words[k].finite or row.opens(k) or row.low(k) in ("qui", "que", "qu'") for k in range(at, stretch.end)
    )


def _only_when(row: Row, cue: Cue, stretch: Stretch) -> bool:
    """Say whether nothing but a time or a place stands before the cue: `Depuis lundi, raconte X, ...`"""
    opener = row.low(stretch.start)
    return (opener in PREPOSITIONS or opener in closed_words("times")) and _subject_waits(row, cue, stretch)


def _verb_next(row: Row, at: int, stretch: Stretch) -> bool:
    """Say whether a finite verb, with at most its clitics before it, begins at a word."""
    while at < stretch.end and row.low(at) in closed_words("clitics"):
        at += 1
    return at < stretch.end and (row.words[at].finite or row.words[at].pos == "AUX") and row.low(at) != "avoir"


def pure_quote(row: Row, stretch: Stretch) -> bool:
    """Say whether a stretch is nothing but words in quotation marks, without a verb of saying turned round inside."""
    words = [word for word in row.words[_dated(row, stretch) : stretch.end] if word.is_word]
    if not words or any(word.depth == 0 for word in words):
        return False
    for cue in find_cues(row, stretch.start, stretch.end):
        # `« Tout est prêt, répond la gérante. »`
        inside = stretch.start < cue.left < stretch.end and row.low(cue.left - 1) == "," and "quote" in cue.frames
        if not inside or cue.mood != "finite" or row.words[cue.first].depth != 1:
            continue
        if inverted_subject(row, cue, stretch.end) is not None:
            return False
    return row.opens(_dated(row, stretch))


def _dated(row: Row, stretch: Stretch) -> int:
    """Return where a stretch begins behind a dateline in capitals or an hour: `GOMA (Congo) – « ... »`, `17h – « ... »`."""
    behind = past_stamp(row, stretch.start, stretch.end)
    quote = row.quote_at(behind) if behind > stretch.start and row.opens(behind) else None
    if quote is not None and quote.inner.of(row.text).rstrip()[-1:] in ".!?…":
        # `16 h 50 | « Elle s'appelle Lina »` heads an entry: a sentence of somebody's ends in a sign
        return behind
    if not stretch.start and row.words[0].text.isupper() and len(row.words[0].text) > 2:
        dash = next((k for k in range(1, min(14, stretch.end - 1)) if row.words[k].text in "–—-"), None)
        if dash is not None and row.opens(dash + 1):
            return dash + 1
    return stretch.start

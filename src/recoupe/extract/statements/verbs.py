"""A verb of saying in, the statement it reports out: behind its clause, before it, or inside it."""

from __future__ import annotations

from dataclasses import replace

from recoupe.extract.statements.content import shaped
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.documents import behind_document, is_document
from recoupe.extract.statements.fillers import OPENING, skip_fillers
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.frames import FRAMES, colon_content
from recoupe.extract.statements.lexis import closed_words
from recoupe.extract.statements.openings import main_clause
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.speakers import antecedent, speaks, subject_of
from recoupe.extract.statements.tallies import takes_in
from recoupe.extract.statements.words import Row, Stretch
from recoupe.model.statement import Form

# verbs by which what happened, and not somebody, changes a toll
RAISED = frozenset(["porter", "porter le bilan", "ramener"])


def _of_document(row: Row, cue: Cue, stretch: Stretch) -> bool:
    """Say whether a verb's subject is a count that somebody answers for: `Le bilan de la préfecture s'établit à`."""
    subject = subject_of(row, cue, stretch)
    return subject is not None and is_document(subject) and behind_document(row, subject, cue.left) is not None


def _relative_end(row: Row, first: int, last: int) -> int:
    """Return where a relative clause between commas ends, when the main clause goes on behind it."""
    for at in range(first, last):
        verb = at + 1
        while row.low(verb) in closed_words("clitics") and row.low(verb) not in DETERMINERS:
            verb += 1
        opens = row.low(at) == "," and (row.finite(verb) or row.low(at + 1) in DETERMINERS)
        if opens and any(row.words[k].finite for k in range(at + 1, last + 1)):
            return at - 1
    return last


def _set_before(row: Row, cue: Cue, stretch: Stretch, subject: Phrase | None) -> tuple[int, int] | None:
    """Return the thing that a sentence sets before its subject and takes up: `Ce chiffre, le maire le récuse`."""
    if subject is None or cue.mood != "finite" or not cue.frames.keys() & {"noun", "que"} or cue.negated:
        return None
    taken = [row.low(k) for k in range(cue.left, cue.first) if row.low(k) in ("le", "la", "l'", "les")]
    if not taken or row.low(subject.first - 1) != "," or row.low(stretch.start) not in DETERMINERS:
        return None
    thing = phrase_at(row, stretch.start, subject.first - 1, together=False)
    ends = row.low(cue.last + 1) in (".", ",", ";", "", "et", ":")
    return (thing.first, thing.last) if thing is not None and thing.end == subject.first - 2 and ends else None


def _parted(row: Row, before: Phrase, cue: Cue) -> bool:
    """Say whether a semicolon has closed the clause of whoever spoke before: `X accuse ; la ville s'en défend et assure que`."""
    return any(row.low(k) == ";" and not row.words[k].depth for k in range(before.last, cue.left))


def _as_told(row: Row, subject: Phrase) -> bool:
    """Say whether a verb stands in `selon ce que le maire a dit`, which credits what follows and reports nothing itself."""
    at = subject.first
    return (
        row.low(at - 1) in ("que", "qu'")
        and row.low(at - 2) == "ce"
        and row.low(at - 3) in ("selon", "après", "croire", "suivant")
    )


def _behind_relative(row: Row, cue: Cue, stretch: Stretch) -> Phrase | None:
    """Return who follows a verb in `ce que dément l'armée`: whoever stands there is its subject."""
    if cue.mood != "finite" or row.low(cue.left - 1) not in ("que", "qu'") or row.low(cue.left - 2) != "ce":
        return None
    found = phrase_at(row, skip_fillers(row, cue.last + 1, stretch.end), stretch.end)
    ends = found is not None and row.low(found.end + 1) in (",", ".", ";", ":", "", ")")
    return found if found is not None and ends and found.role != "pronoun" and speaks(found) else None


def plain(row: Row, cue: Cue, stretch: Stretch, cues: tuple[Cue, ...], before: Phrase | None) -> Found | None:
    """Read a verb with its subject before it: `le maire a affirmé que ...`, `, ajoutant que ...`."""
    subject = before if cue.mood in ("gerund", "infinitive") and before is not None else subject_of(row, cue, stretch)
    joined = (
        row.low(cue.left - 1) in (",", "en", ")")
        or (row.low(cue.left) == "en" and cue.mood == "gerund")
        or row.closes(cue.left - 1)
        or cue.left == stretch.start
    )
    if cue.mood == "gerund" and not joined:
        # `, les présidents estimant que ...`: a subject of its own, or no speech at all
        subject = subject_of(row, cue, stretch)
        if subject is None or not speaks(subject):
            return None
    if row.low(cue.left - 1) in ("et", "puis", "mais") and before is not None and not _parted(row, before, cue):
        subject = before
    if cue.mood == "infinitive" and row.low(cue.left - 2) == "et" and row.low(cue.left - 1) in ("de", "d'"):
        # `Et d'ajouter : « ... »`: whoever spoke before goes on
        at = cue.first
        subject = Phrase(at, at, at, "même", row.low(at), row.words[at].span, "same", None, False)
    if subject is not None and subject.role == "pronoun" and row.low(subject.first - 1) in ("si", "s'"):
        return None
    if subject is None and cue.mood in ("gerund", "infinitive"):
        subject = subject_of(row, cue, stretch)
    cut = None
    if subject is None and cue.mood == "gerund" and (main := main_clause(row, cue, stretch)) is not None:
        # `Tout en saluant la trêve, la maire déplore ...`
        subject, cut = main
    if row.low(cue.left - 1) in ("est", "sont", "était", "soit", "reste", "demeure") and cue.mood == "finite":
        # `rappelle qu'il est interdit d'approcher`
        return None
    if subject is not None and subject.head in closed_words("updates") and not speaks(subject):
        # `d'après une note du port, qui table sur une réouverture`
        subject = behind_document(row, subject, cue.left) or subject
    if subject is not None and row.low(subject.first) in ("aucun", "aucune", "nul", "nulle"):
        # `Aucun témoin n'affirme que ...`
        return None
    if (
        subject is not None
        and is_document(subject)
        and subject.role in ("title", "described", "demonstrative", "owned")
    ):
        if subject.role == "owned" and row.low(subject.first) in ("nos", "notre"):
            # `Nos calculs donnent ...`: the outlet's own voice
            return None
        # `le bilan du ministère fait état de ...`, `a dit X dans un communiqué, qui évoque ...`
        relative = before if row.low(cue.left - 1) == "qui" else None
        subject = behind_document(row, subject, cue.left) or relative or subject
        if subject.head in closed_words("counts") and row.low(subject.first - 1) == "dont":
            # `la mairie, dont un premier bilan faisait état de sept morts`
            subject = antecedent(row, subject.first - 1, stretch) or subject
        if subject.head in closed_words("counts"):
            # `Un précédent bilan faisait état de ...`: whoever made the count before, or nobody
            subject = replace(subject, role="count")
    if (behind := _behind_relative(row, cue, stretch)) is not None:
        subject = behind
    if (
        "colon" not in cue.frames
        and not cue.negated
        and cue.mood == "finite"
        and cue.frames.keys() & {"quote", "que", "noun"}
    ):
        bounds = colon_content(row, cue, stretch, cues)
        if (
            bounds is not None
            and bounds[0] < len(row.words)
            and row.words[bounds[0]].text in OPENING
            and subject is not None
        ):
            entry = next(iter(cue.frames.values())).entry
            span, kind = shaped(row, *bounds, (), row.words[cue.first].depth)
            return Found(span, kind, cue.first, row.span(cue.first, cue.last), entry, subject, "colon", entry.means)
    if (thing := _set_before(row, cue, stretch, subject)) is not None and subject is not None:
        entry = (cue.frames.get("noun") or next(iter(cue.frames.values()))).entry
        span, kind = shaped(row, *thing)
        return Found(span, kind, cue.first, row.span(cue.first, cue.last), entry, subject, "noun", entry.means)
    if takes_in(row, cue, stretch) or (subject is not None and _as_told(row, subject)):
        return None
    for role, read in FRAMES.items():
        form = cue.frames.get(role)
        if form is None or (cue.negated and role not in ("que", "open") and not {"ne", "n'"} & set(form.pronouns)):
            continue
        if role in ("noun", "party", "claimed", "open", "wanted") and row.low(cue.left - 1) in ("que", "qu'"):
            # `ce que redoutent les riverains`: whoever follows is the subject
            continue
        if cue.negated and form.verb in closed_words("withheld") and "ne" not in form.pronouns:
            # what somebody did not confirm or say is no speech of theirs
            continue
        if form.entry.means == "demand" and role != "tally" and subject is not None and is_document(subject):
            # `Le rapport recommande que les vannes soient changées`: what a text demands, and nobody
            continue
        if form.entry.extra.get("document") and not _of_document(row, cue, stretch):
            continue
        again = before is not None and subject is not None and subject.span == before.span
        if form.entry.extra.get("actor") and (subject is None or not (speaks(subject) or again)):
            continue
        if role == "tally" and cue.mood == "gerund" and before is None and form.verb in RAISED:
            # `Deux pompiers sont morts, portant à neuf le nombre de victimes`: a fact, nobody's words
            continue
        bounds = read(row, cue, stretch, cues)
        if bounds is None:
            continue
        first, last = bounds
        if (
            row.low(cue.left - 1) == "qui"
            and row.low(cue.left - 2) == ","
            and role in ("noun", "tally", "de", "inf", "a", "adj")
        ):
            last = _relative_end(row, first, last)
        last = last if cut is None else min(last, cut)
        if last < first:
            continue
        objects = str(form.entry.extra.get("objects", "")).split()
        if objects and not any(
            row.low(k).rstrip("s") in objects or row.low(k) in objects or row.opens(k)
            for k in range(first, min(first + 4, last + 1))
        ):
            continue
        spared = str(form.entry.extra.get("spared", "")).split()
        if any(row.low(k) in spared for k in range(first, min(first + 4, last + 1))):
            continue
        # `La Garde « nie catégoriquement »`: the verb itself is quoted
        base = 0 if role == "bare" else row.words[cue.first].depth
        span, kind = shaped(row, first, last, (), base)
        if role == "quote" and kind is Form.INDIRECT:
            continue
        return Found(span, kind, cue.first, row.span(cue.first, cue.last), form.entry, subject, role, form.entry.means)
    return None

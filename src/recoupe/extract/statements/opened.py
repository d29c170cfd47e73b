"""A row of words in, the verbs that stand turned round behind a quote out, whatever their sense: `« ... », rage X`."""

from __future__ import annotations

from functools import cache

from recoupe import lexicon
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.fillers import is_infinitive
from recoupe.extract.statements.groups import BE, HAVE, INVERTED
from recoupe.extract.statements.lexis import LANGUAGE, REFLEXIVES, CueForm, actor_class, closed_words, set_phrases
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.small_words import CIVIL
from recoupe.extract.statements.speakers import inverted_subject, speaks
from recoupe.extract.statements.words import Row

CLAUSE_OPENERS = frozenset([".", ":", ";", "!", "?", "…", "–", "—", "-", "•"])


@cache
def open_form() -> CueForm:
    """Return the cue that any verb is behind a closing quotation mark, where somebody follows it."""
    entry = next(each for each in lexicon.entries(LANGUAGE, "attribution") if each.extra["role"] == "opened")
    return CueForm(entry, entry.forms[0], (), ())


def opened_cues(row: Row, known: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Return the cues of a paragraph with those that only their place behind a quote makes one, in order."""
    found = list(known)
    for at in range(len(row.words) - 2):
        if row.closes(at) and not row.words[at].depth and opens_clause(row, at):
            cue = _behind(row, at, known)
            if cue is not None:
                found.append(cue)
    return tuple(sorted(found, key=lambda cue: cue.first))


def opens_clause(row: Row, closing: int) -> bool:
    """Say whether the quote that a mark closes stands at the head of its clause, so that no subject waits before it."""
    quote = row.quote_at(closing)
    if quote is None:
        return False
    first = row.index_at(quote.outer.start)
    return first == row.stretch_of(closing).start or row.low(first - 1) in CLAUSE_OPENERS


def _behind(row: Row, closing: int, known: tuple[Cue, ...]) -> Cue | None:
    left = closing + 1 + (row.low(closing + 1) == ",")
    at, limit = left, row.stretch_of(closing).end
    while at < limit and row.low(at) in closed_words("clitics"):
        at += 1
    clitics = [row.low(k) for k in range(left, at)]
    if at >= limit or row.words[at].capital or not row.words[at].is_word:
        return None
    first, pronoun = at, None
    if row.low(at) in HAVE or (row.low(at) in BE and any(word in REFLEXIVES for word in clitics)):
        at, pronoun = _participle(row, at + 1, limit)
    elif not (
        row.words[at].finite
        or (row.words[at].pos == "VERB")
        or any(word in ("se", "s'") for word in clitics)
        or _mistaken(row, at, closing)
    ):
        return None
    if at >= limit or any(cue.first <= at <= cue.last and cue.mood == "finite" for cue in known):
        return None
    last = _reach(row, at)
    if row.low(last + 1) in INVERTED:
        last = pronoun = last + 1
    plural = row.low(first).endswith(("nt", "ont"))
    form = open_form()
    cue = Cue(first, at, last, left, "finite", pronoun, plural, False, False, {form.role: form})
    subject = inverted_subject(row, cue, limit)
    return cue if subject is not None and _answerable(row, subject, closing) else None


def _mistaken(row: Row, at: int, closing: int) -> bool:
    """Say whether a word that the parse takes for a noun is a verb: `« Assez », cingle le maire`, `« Assez », prêche Mgr Sow`."""
    if row.low(closing + 1) != "," or row.words[at].pos not in ("NOUN", "ADJ", "PROPN", "X", "ADV"):
        return False
    low, follows = row.low(at), row.low(at + 1)
    ends = low.endswith(("e", "ent", "it", "aient", "ait")) and not low.endswith("ment")
    named = follows in CIVIL or follows in ("le", "la", "l'", "les", "un", "une", "son", "sa", "ce", "cette", "leur")
    known = actor_class(low) is not None or low in closed_words("times") or low in closed_words("adverbs")
    return ends and named and not known


def _participle(row: Row, at: int, limit: int) -> tuple[int, int | None]:
    """Return the participle behind an auxiliary, past adverbs and days, and the pronoun turned round before it."""
    pronoun = None
    for index in range(at, min(at + 8, limit)):
        low = row.low(index)
        if low in INVERTED:
            pronoun = index
        elif row.words[index].pos == "VERB" and low not in closed_words("times"):
            return index, pronoun
        elif not (
            low in closed_words("adverbs")
            or low in closed_words("times")
            or low.endswith("ement")
            or any(low in phrase for phrase in set_phrases())
        ):
            break
    return limit, pronoun


def _reach(row: Row, at: int) -> int:
    """Return the last word of a verb with its infinitive: `tente de rassurer`, `n'a pas hésité à dire`."""
    last = at + (row.low(at + 1) in ("pas", "plus", "guère"))
    body = last + 1 + (row.low(last + 1) in ("de", "d'", "à"))
    while row.low(body) in closed_words("clitics"):
        body += 1
    return body if is_infinitive(row, body, len(row.words)) else last


def _answerable(row: Row, subject: Phrase, closing: int) -> bool:
    if subject.role == "pronoun":
        return subject.head not in ("on", "je", "j'", "nous")
    if not speaks(subject):
        return False
    # `« Plus jamais » réunit le quartier`: without a comma the quote may itself be the subject
    return row.low(closing + 1) == "," or row.low(closing - 1) in ("!", "?", "…", ".")

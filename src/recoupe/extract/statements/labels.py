"""A noun that announces words in, the words behind its colon out: `Verdict du labo : ...`, `Même constat chez les pompiers : ...`."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe import lexicon
from recoupe.extract.statements.content import shaped, trim_end
from recoupe.extract.statements.cues import Cue
from recoupe.extract.statements.documents import is_document
from recoupe.extract.statements.fillers import has_number, is_infinitive
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.lexis import LANGUAGE, actor_class, closed_words
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.small_words import DETERMINERS
from recoupe.extract.statements.speakers import speaks, subject_at
from recoupe.extract.statements.stamps import past_stamp
from recoupe.extract.statements.words import Row, Stretch

OF = frozenset(["de", "d'", "du", "des"])
# whose words they are: `du maire`, `chez les pompiers`, `à la mairie`, `pour l'ONG`
WHOSE = OF | {"chez", "à", "au", "aux", "pour", "côté"}
OWN = frozenset(["son", "sa", "ses", "leur", "leurs"])
REACH = 26


def announced(row: Row, stretch: Stretch, cues: tuple[Cue, ...]) -> Found | None:
    """Return the words behind a colon that a noun of saying before it announces, with whoever answers for them."""
    colon = next((k for k in range(stretch.start + 1, stretch.end - 1) if _is_colon(row, k)), None)
    if colon is None or colon - stretch.start > REACH:
        return None
    opening = Stretch(past_stamp(row, stretch.start, colon), stretch.end)
    for noun in _nouns(row, opening.start, colon):
        speaker = _labelled(row, noun, colon, opening) or _given(row, noun, colon, stretch)
        if speaker is None:
            continue
        if any(noun < cue.first < colon and "colon" in cue.frames for cue in cues):
            return None
        first, last = colon + 1, trim_end(row, colon + 1, stretch.end - 1)
        if first > last:
            return None
        if row.opens(first) and (quote := row.quote_at(first)) is not None:
            ends = [k for k in range(first, stretch.end) if quote.outer.covers(row.words[k].span)]
            last = ends[-1] if ends else last
        span, form = shaped(row, first, last)
        means = str(lexicon.closed(LANGUAGE, "attribution", "answers_act").get(row.low(noun), "say"))
        return Found(span, form, noun, row.span(noun, noun), None, speaker, "announced", means)
    return None


def _is_colon(row: Row, at: int) -> bool:
    return row.low(at) == ":" and not row.words[at].depth


def _nouns(row: Row, start: int, colon: int) -> Iterator[int]:
    for at in range(start, colon):
        if row.low(at) == "mot" and row.low(at + 1) == "d'" and row.low(at + 2) == "ordre":
            # the noun is the last word of `mot d'ordre`
            continue
        if (
            row.low(at) in closed_words("answers")
            and not row.words[at].depth
            and (row.words[at].pos != "VERB" or at == start)
        ):
            yield at


def _labelled(row: Row, noun: int, colon: int, stretch: Stretch) -> Phrase | None:
    """Return who a noun at the head of its sentence belongs to: `Même constat chez X :`, `Le verdict de X est tombé :`."""
    head = noun
    while head > stretch.start and (
        row.words[head - 1].pos == "ADJ" or row.low(head - 1) in (*DETERMINERS, "même", "autre")
    ):
        head -= 1
    if row.low(noun - 1) == "d'" and row.low(noun - 2) == "mot":
        head = noun - 2
    if head != stretch.start:
        return _of_side(row, noun, head, colon, stretch)
    if row.low(head) in OWN and all(row.words[k].pos == "ADJ" for k in range(noun + 1, colon)):
        himself = row.words[head]
        return Phrase(
            head, head, head, "lui", himself.text, himself.span, "pronoun", None, row.low(head) in ("leur", "leurs")
        )
    at = noun + 1
    while (
        at < colon
        and row.words[at].pos in ("ADJ", "ADV", "VERB")
        and row.low(at) not in WHOSE
        and not row.words[at].finite
    ):
        at += 1
    if row.low(at) == "de" and row.low(at + 1) == "cloche":
        at += 2
    if row.low(at) == "du" and row.low(at + 1) == "côté":
        at += 2
    if row.low(at - 1) in ("signé", "signée"):
        return _speaker(row, at, colon)
    if (
        row.words[at].finite
        and row.low(at) in ("est", "vient")
        and row.low(at + 1) in ("signé", "signée", "de", "d'", "du")
    ):
        return _speaker(row, at + 2 - (row.low(at + 1) == "du"), colon)
    if row.low(at) not in WHOSE:
        return None
    return _speaker(
        row, at if row.low(at) in ("du", "des") else at + 1, colon, bare=row.low(at) in ("au", "aux", "côté")
    )


def _of_side(row: Row, noun: int, head: int, colon: int, stretch: Stretch) -> Phrase | None:
    """Return whose side opens `Du côté de la garde, le démenti reste catégorique :`."""
    start = stretch.start
    if row.low(start) == "du" and row.low(start + 1) == "côté":
        start += 2 + (row.low(start + 2) in ("de", "d'"))
    elif row.low(start) == "chez":
        start += 1
    else:
        return None
    found = phrase_at(row, start, head, bare=True)
    told = [row.low(k) for k in range(noun + 1, colon)]
    plain = not told or (told[0] in ("est", "reste", "demeure") and len(told) < 4)
    ends = found is not None and row.low(found.end + 1) == "," and found.end + 2 == head
    return found if found is not None and ends and plain and speaks(found) else None


def _speaker(row: Row, at: int, colon: int, bare: bool = False) -> Phrase | None:
    """Return the speaker named at a word, where only what is said of the noun stands between it and the colon."""
    found = phrase_at(row, at, colon, bare=bare)
    if found is None or not speaks(found) or found.role == "pronoun" or is_document(found):
        return None
    after = found.end + 1
    if after < colon and row.low(after) == ",":
        named = phrase_at(row, after + 1, colon, together=False)
        if named is not None and named.role == "name" and named.end + 1 in (colon, colon - 1):
            # `Constat amer de la présidente du refuge, Line Vautrin :`
            return named
        return found if not any(row.words[k].finite for k in range(after, colon)) else None
    told = range(after, colon)
    return (
        found
        if not told or (row.low(after) in ("est", "tient", "reste", "tombe", "demeure") and len(told) < 7)
        else None
    )


def _given(row: Row, noun: int, colon: int, stretch: Stretch) -> Phrase | None:
    """Return who gives what a noun announces: `Le médecin avance une explication :`, `X a fait le point à 18 heures :`."""
    counts = row.low(noun) in closed_words("counts") or row.low(noun) in closed_words("totals")
    head = noun - 1
    while head > stretch.start and row.words[head].pos in ("ADJ", "NUM"):
        head -= 1
    if row.low(head) not in DETERMINERS or (row.low(head) in ("ce", "cette", "ces") and not counts):
        return None
    if any(row.words[k].finite or row.opens(k) or row.low(k) in ("que", "qu'", "qui") for k in range(noun + 1, colon)):
        return None
    if counts and has_number(row, noun + 1, colon - 1):
        # `a revu son bilan à neuf morts : un blessé ...`: the count is said already
        return None
    verb = head - 1
    while verb > stretch.start and (row.low(verb) in closed_words("adverbs") or row.low(verb) in closed_words("times")):
        verb -= 1
    if row.low(verb) not in closed_words("mending" if counts else "giving"):
        # `avance un bilan plus lourd : quatorze décès`: a count, whose words are said with it
        return None
    if is_infinitive(row, verb, colon) and row.low(verb - 1) in ("de", "à", "par"):
        # `vient de revoir ses chiffres : quatre morts`
        verb -= 2
    if row.low(verb - 1) in ("a", "ont", "avait", "avaient"):
        verb -= 1
    if any(row.low(k) in ("ne", "n'") for k in range(max(verb - 3, stretch.start), verb)):
        return None
    subject = subject_at(row, verb, stretch)
    if subject is None or not (speaks(subject) or actor_class(subject.head) is not None):
        return None
    return subject if not is_document(subject) else None

"""A count that somebody gives in, with those set beside it: `La police parle de 300 grévistes, le syndicat de 900`."""

from __future__ import annotations

from dataclasses import replace

from recoupe.extract.statements.content import shaped, trim_end
from recoupe.extract.statements.fillers import has_number
from recoupe.extract.statements.found import Found
from recoupe.extract.statements.phrase import Phrase
from recoupe.extract.statements.phrases import phrase_at
from recoupe.extract.statements.speakers import speaks
from recoupe.extract.statements.words import Row, Stretch

JOINTS = ("de", "d'", "à")
SPLIT = (",", ";", "et", "contre", "mais", "quand")


def gapped(row: Row, each: Found, stretch: Stretch) -> list[Found]:
    """Return a statement, cut where the next speaker's count begins, and that speaker's own."""
    if each.frame in ("de", "a") and (parted := _parted(row, each, stretch)):
        return parted
    if each.frame not in ("tally", "de", "inf", "noun") or each.cue is None or each.cue.start > each.span.start:
        return [each]
    first = next((k for k in range(each.at, stretch.end) if row.words[k].span.start >= each.span.start), stretch.end)
    for at in range(first + 1, stretch.end - 3):
        if row.low(at) not in SPLIT or row.words[at].depth != row.words[first].depth:
            continue
        joint = next(
            (k for k in range(at + 2, min(at + 12, stretch.end)) if row.low(k) in JOINTS and _counts(row, k + 1)),
            _straight(row, at + 1, stretch) if each.frame != "de" and row.low(at) in (",", ";") else None,
        )
        if joint is None or not has_number(row, first, at - 1):
            continue
        limit = joint + (row.low(joint) not in JOINTS) - (row.low(joint - 1) in ("celui", "ceux"))
        count = joint + 1 if limit >= joint else limit
        other = phrase_at(row, at + 1, limit, together=False)
        if other is None or other.role == "pronoun" or not speaks(other):
            continue
        verb = other.end + 1
        stops = row.low(verb) in ("s'", "se") or row.words[verb].finite
        if stops and row.low(joint) == "à" and joint - verb < 4 and row.low(verb) not in ("a", "ont", "est", "sont"):
            # `parle de 97 morts quand l'hôpital s'arrête à 41`
            limit = other.end + 1
        aside = (",", "lui", "elle", "eux", "plutôt", "un", "une")
        if any(row.low(k) not in aside for k in range(other.end + 1, limit)):
            continue
        end = next(
            (k for k in range(count, stretch.end) if row.low(k) in (",", ";", ".", ":") and not row.words[k].depth),
            stretch.end,
        )
        mine, mine_form = shaped(row, first, trim_end(row, first, at - 1))
        theirs, form = shaped(row, count, trim_end(row, count, end - 1))
        kept = replace(each, span=mine, form=mine_form)
        return [kept, replace(each, span=theirs, form=form, speaker=other, at=other.first, frame="gapped")]
    return [each]


def _parted(row: Row, each: Found, stretch: Stretch) -> list[Found]:
    """Return what each says in `Le ministre parle d'accident, l'opposition de sabotage`: one verb, several speakers."""
    joints = ("de", "d'", "du", "des") if each.frame == "de" else ("à", "au", "aux")
    first = next((k for k in range(each.at, stretch.end) if row.words[k].span.start >= each.span.start), stretch.end)
    end = next((k for k in range(first, stretch.end) if row.words[k].span.start >= each.span.end), stretch.end)
    starts = [k for k in range(first + 1, end) if row.low(k) in (",", ";") and not row.words[k].depth]
    if not starts or any(row.words[k].finite for k in range(first, end)):
        return []
    cuts: list[tuple[Phrase, int]] = []
    for at in starts:
        joint = next((k for k in range(at + 2, min(at + 9, end)) if row.low(k) in joints), None)
        other = phrase_at(row, at + 1, joint, together=False) if joint is not None else None
        if joint is None or other is None or other.end != joint - 1 or other.role == "pronoun" or not speaks(other):
            return []
        cuts.append((other, joint + (row.low(joint) != "des" or each.frame == "a")))
    bounds = [*starts, end]
    mine, form = shaped(row, first, trim_end(row, first, bounds[0] - 1))
    found = [replace(each, span=mine, form=form)]
    for number, (other, start) in enumerate(cuts):
        last = trim_end(row, start, bounds[number + 1] - 1)
        if last < start:
            return []
        span, shape = shaped(row, start, last)
        found.append(replace(each, span=span, form=shape, speaker=other, at=other.first, frame="gapped"))
    return found


def _straight(row: Row, at: int, stretch: Stretch) -> int | None:
    """Return the last word of a speaker whose bare count ends the clause: `..., la police 28 000.`"""
    number = next((k for k in range(at + 1, min(at + 9, stretch.end)) if has_number(row, k, k)), None)
    if number is None or row.low(number - 1) in ("de", "d'", "à"):
        return None
    end = number
    while has_number(row, end + 1, end + 1) and end + 1 < stretch.end:
        end += 1
    rest = range(end + 1, stretch.end)
    ended = row.low(end + 1) in (".", ";", ",", "")
    plain = len(rest) < 6 and not any(row.words[k].finite or row.low(k) in (",", "selon", "qui", "que") for k in rest)
    if row.low(number - 1) in ("un", "une"):
        number -= 1
    return number - 1 if ended or plain else None


def _counts(row: Row, at: int) -> bool:
    """Say whether a number stands at a word, past `plus de`, `quelque`, an opening mark."""
    if row.low(at) in ("plus", "moins", "près", "quelque", "environ", "«", "au"):
        return any(has_number(row, k, k) for k in range(at + 1, min(at + 3, len(row.words))))
    return has_number(row, at, at) or (row.low(at) in ("une", "un") and has_number(row, at + 1, at + 1))

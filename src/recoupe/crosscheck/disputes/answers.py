"""The statements of one article in, out which of them answer each other and which go on with one another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recoupe.crosscheck.disputes import ties as why
from recoupe.crosscheck.disputes.deeds import one_deed
from recoupe.crosscheck.disputes.matters import Rarity, Said, empty, shared_heads
from recoupe.crosscheck.disputes.ties import NAMED, SHARED, SOME, SURE, Tie
from recoupe.crosscheck.disputes.words import holds, rejoins
from recoupe.model.statement import Act, Form

_NEAR = 450
"""Characters between an accusation and its answer; a paragraph of a dispatch has about as many."""
_NEXT = 220
"""Characters between two statements of which the second goes on with the first, or denies what was just told."""

_FULL = 3
"""Stems that words have which say something of their own."""


def answers_in(said: Sequence[Said], rarity: Rarity) -> Iterator[Tie]:
    """Yield what binds the statements of one article, given in the order of its text."""
    for at, second in enumerate(said):
        before = next((one for one in reversed(said[:at]) if one.accuses or one.denies), None)
        if _replies(said, at, rarity):
            # «C'est l'aviation qui a frappé», ont-elles répliqué: a reply, though no charge is read in it
            yield Tie(said[at - 1], second, True, why.because(why.answers_in_words))
        elif opposed := _lays_on_others(said, at, rarity):
            yield Tie(said[at - 1], second, True, opposed)
        if second.accuses or second.denies:
            ties = list(_bound(said, at, before, rarity))
            yield from ties
            behind = said[at + 1] if at + 1 < len(said) else None
            answered = [tie.first for tie in ties if tie.answers]
            if behind and answered and _spells_out(second, behind, answered, rarity):
                yield Tie(second, behind, False, why.because(why.goes_on))


def _replies(said: Sequence[Said], at: int, rarity: Rarity) -> bool:
    """Return whether plain words reply at once to the accusation before them, on its matter."""
    if not at or said[at].statement.act is not Act.SAY or not said[at - 1].accuses:
        return False
    first, second = said[at - 1], said[at]
    if not holds("answer", second.cue) or not _next(first, second) or not _differ(first, second):
        return False
    charged = [one for one in said[:at] if one.accuses and one.block == second.block]
    return any(_names(second, one, rarity) for one in charged)


def _lays_on_others(said: Sequence[Said], at: int, rarity: Rarity) -> tuple[str, ...]:
    """Return why a statement lays on others the deed that is laid on some right before it."""
    if not at or any(one.statement.act not in (Act.SAY, Act.ACCUSE) for one in said[at - 1 : at + 1]):
        return ()
    first, second = said[at - 1], said[at]
    if not _next(first, second) or not _differ(first, second):
        return ()
    return one_deed(first, second, rarity)


def _spells_out(denial: Said, behind: Said, answered: Sequence[Said], rarity: Rarity) -> bool:
    """Return whether a denial without words of its own finds them in what its speaker says right behind it."""
    if not empty(denial) or behind.statement.act is not Act.SAY or behind.keys != denial.keys:
        return False
    if len(behind.content) < _FULL or not _next(denial, behind):
        return False
    met = any(rarity.of(behind.content & one.content) >= SOME for one in answered)
    return met or (behind.statement.form is Form.DIRECT and denial.statement.form is not Form.DIRECT)


def _bound(said: Sequence[Said], at: int, before: Said | None, rarity: Rarity) -> Iterator[Tie]:
    second = said[at]
    goes_on = before is not None and _goes_on(before, second, rarity)
    if goes_on and before is not None:
        yield Tie(before, second, False, why.because(why.goes_on))
    answered = [
        Tie(first, second, True, reasons)
        for first in said
        if first is not second and (reasons := _answers(first, second, before, rarity))
    ]
    yield from answered
    if second.denies and not goes_on and not answered:
        yield from _told(said, at, rarity)


def _next(first: Said, second: Said) -> bool:
    """Return whether the second stands right behind the first, in its paragraph."""
    return first.block == second.block and first.start <= second.start and second.start - first.end <= _NEXT


def _goes_on(first: Said, second: Said, rarity: Rarity) -> bool:
    """Return whether the second statement goes on with the first, from the same side."""
    if not _next(first, second):
        return False
    if first.keys == second.keys and first.keys:
        return True
    if first.denies and second.denies and second.statement.act is Act.DENY:
        return True
    if first.accuses and second.accuses and not _turns(second) and not _names(first, second, rarity):
        quoted = second.statement.form is not Form.INDIRECT
        return quoted or rarity.of(first.content & second.content) >= SHARED
    return False


def _answers(first: Said, second: Said, before: Said | None, rarity: Rarity) -> tuple[str, ...]:
    """Return why the second statement answers the first; nothing where there is no good evidence of it."""
    if not _differ(first, second):
        return ()
    near = first is before and second.block - first.block <= 1 and second.start - first.end <= _NEAR
    if first.accuses and second.denies:
        return _denied(first, second, near, rarity)
    if first.accuses and second.accuses and near and _aims_elsewhere(first, second):
        return _accused_back(first, second, rarity)
    if first.denies and second.accuses and near and holds("contrast", second.sentence):
        # «Aucune arme n'a servi», dit le préfet. Le syndicat accuse au contraire la police d'avoir tiré.
        alike = _alike(first, second, rarity)
        return why.said((alike, why.shares_words), (alike, why.set_against))
    return ()


def _denied(first: Said, second: Said, near: bool, rarity: Rarity) -> tuple[str, ...]:
    told = rarity.of(first.content & second.content)
    named = _names(second, first, rarity)
    taken_up = holds("echo", second.words) and len(first.content & second.content) > 1 and told >= SOME
    alike = told >= SHARED or taken_up or (near and _alike(first, second, rarity))
    if not near and not taken_up and told < SURE and not (told >= SHARED and named):
        return ()
    in_words = any(holds(means, second.sentence) for means in ("answer", "echo", "swears"))
    replies = (_next(first, second) and rejoins(second.cue)) or empty(second) or holds("echo", second.sentence)
    if not (named or alike or replies) and (_another_number(first, second) or _another_office(first, second)):
        return ()  # `dément`, but something of its own
    return why.said(
        (named, why.names_who_answers),
        (in_words, why.answers_in_words),
        (near and empty(second), why.denies_whole),
        (alike, why.shares_words),
    )


def _another_number(first: Said, second: Said) -> bool:
    """Return whether a denial holds a number that the accusation does not: `avoir parlé de vingt morts`."""
    mine, its = (
        {(one.low, one.high) for one in said.account.figures.values() if said.statement.span.covers(one.span)}
        for said in (second, first)
    )
    return bool(mine - its)


def _another_office(first: Said, second: Said) -> bool:
    """Return whether what an accusation calls somebody may mean another one that is called so: `le ministère`."""
    return bool(second.called & (first.content | first.aim) & shared_heads(second))


def _accused_back(first: Said, second: Said, rarity: Rarity) -> tuple[str, ...]:
    turned, named, back = _turns(second), _names(second, first, rarity), _names(first, second, rarity)
    alike = _alike(first, second, rarity)
    at_once = first.sentence == second.sentence or (holds("answer", second.cue) and second.start - first.end <= _NEXT)
    if not (turned and (alike or named or back or at_once)) and not (named and back):
        return ()
    return why.said(
        (turned, why.set_against),
        (named, why.names_who_answers),
        (back, why.accuses_back),
        (alike, why.shares_words),
    )


def _alike(first: Said, second: Said, rarity: Rarity) -> bool:
    """Return whether two statements that stand near each other are on one matter, in the same words or in others."""
    both = first.content & second.content
    return rarity.of(both) >= SOME or any(one.startswith("matter:") for one in both)


def _told(said: Sequence[Said], at: int, rarity: Rarity) -> list[Tie]:
    """Return what binds a denial to what was just told, where that is no accusation: a rumour, another account."""
    second = said[at]
    after = said[at + 1] if at + 1 < len(said) else None
    if after and _tells_behind(second, after):
        return [Tie(after, second, True, why.because(why.tells_of_rumour))]
    first = next((one for one in reversed(said[:at]) if one.keys != second.keys), None)
    if first is None or first.accuses or first.denies or not _next(first, second) or not _differ(first, second):
        return []
    in_words = holds("answer", second.cue) or holds("echo", second.words) or holds("answer", second.words)
    told = rarity.of(first.content & second.content)
    reasons = why.said((in_words, why.answers_in_words), (told >= SOME, why.shares_words))
    if not reasons:
        return []
    # «nie en bloc» denies all that was just said
    whole = [one for one in said[:at] if empty(second) and one.keys == first.keys and _next(one, second)]
    return [Tie(one, second, True, reasons) for one in whole or [first]]


def _tells_behind(denial: Said, after: Said) -> bool:
    """Return whether a denial names a rumour and then tells it: «Il coupe court à la rumeur: le barrage aurait cédé.»"""
    cue = denial.statement.cue_span
    if cue is None or not holds("echo", denial.cue) or not _differ(after, denial) or after.accuses:
        return False
    return after.block == denial.block and 0 <= after.start - cue.end <= _NEXT


def _differ(first: Said, second: Said) -> bool:
    return bool(first.keys and second.keys) and not first.keys & second.keys


def _names(speaking: Said, other: Said, rarity: Rarity) -> bool:
    """Return whether the words of the other statement name the one who speaks: `le ministère` is none of two ministries."""
    met = speaking.called & (other.content | other.aim)
    return rarity.of(met) >= NAMED and rarity.of(met - shared_heads(speaking)) >= NAMED


def _turns(said: Said) -> bool:
    """Return whether words set a statement against what stands before it."""
    return holds("contrast", said.lead) or holds("answer", said.sentence)


def _aims_elsewhere(first: Said, second: Said) -> bool:
    return not (first.aim and second.aim) or not (first.aim <= second.aim or second.aim <= first.aim)

"""Two statements in, whether they lay one deed on two different doers, and what shows that they answer each other."""

from __future__ import annotations

from recoupe.crosscheck.disputes import ties as why
from recoupe.crosscheck.disputes.matters import Rarity, Said, aimed_at, stem
from recoupe.crosscheck.disputes.ties import SHARED
from recoupe.crosscheck.disputes.words import holds, idle
from recoupe.crosscheck.names.spelling import words

_LEAST = 3
"""Letters of a doer's name: `RDS`."""
_STEMS = 2
"""Stems that name a deed: what was done, and to what."""


def one_deed(first: Said, second: Said, rarity: Rarity) -> tuple[str, ...]:
    """Return why two statements answer who did a deed differently; nothing where they may be on two deeds, or where
    nothing sets the one against the other: two who blame two parties may both be right."""
    deed = {one for one in first.content & second.content if not one.startswith("matter:")}
    doers, others = _doers(first) - deed, _doers(second) - deed
    deed -= doers | others
    if not doers or not others or doers & others or len(deed) < _STEMS or rarity.of(deed) < SHARED:
        return ()
    together = first.account is second.account
    if together and second.start < first.end:
        return ()  # speech inside speech
    turned = together and (holds("contrast", second.lead) or holds("contrast", _around(second)))
    speaks = (first.accuses or second.accuses) and (_is_of(first, others) or _is_of(second, doers))
    if not turned and not speaks:
        return ()
    return why.said((True, why.other_doer), (turned, why.set_against), (speaks, why.accused_speaks))


def _doers(said: Said) -> set[str]:
    """Return the stems of whom a statement says that they did it, or of what else stands before its verb."""
    small = words("small") | words("articles")
    aimed = aimed_at(said.words).split()
    return {stem(word) for word in aimed if len(word) >= _LEAST and word not in small and word not in idle()}


def _is_of(said: Said, doers: set[str]) -> bool:
    """Return whether who speaks is called as some doers are, or told to speak for them: `le maire, au nom du comité`."""
    return bool(doers & ({stem(word) for word in _around(said).split() if len(word) >= _LEAST} | said.called))


def _around(said: Said) -> str:
    """Return the folded sentence of a statement and its cue without the statement's own words."""
    return said.sentence.replace(said.words.rstrip(), " ")

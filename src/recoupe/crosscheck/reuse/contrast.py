"""Two sentences that share words in, whether the one speaks against the other out: it tells another number of the same,
it denies what the other says, or it is credited to somebody else. Such a sentence is news, and no rewording."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.crosscheck.reuse.texts import Text, weekdays, weighs
from recoupe.crosscheck.reuse.words import fold
from recoupe.lexicon.load import closed

MOVE = 4
"""Words at most between the number that was and the one that is: `de 14 morts lundi à 23`."""
COUNTED = 2
"""Words of matter behind a number that say what it counts: `14 personnes tuées`."""
ROUND = 0.15
"""How far a round number may be from the one that it stands for."""
CREDIT = 8
"""Words behind `selon` that say to whom a sentence is credited."""

Held = Callable[[str], frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """What a sentence says of what others may tell: the numbers between which it tells a change (`de 14 à 23`); whether
    it denies, or says in whatever words that something is not so; the numbers it tells of each thing counted; and to
    whom it is credited, by the words for them, none where that is nobody or a name alone."""

    moves: tuple[frozenset[str], ...]
    denies: bool
    negates: bool
    counts: Mapping[str, frozenset[str]]
    credited: frozenset[str]


def stance_of(text: Text, first: int, last: int, held: Held) -> Stance:
    """Return the stance of the sentence from word `first` up to but not with `last`; `held` returns of a word what two
    ways to say it have in common."""
    told = {text.forms[at] for at in range(first, last)}
    denials = [at for at in range(first, last) if text.forms[at] in _answers("denials")]
    return Stance(
        moves=tuple(_moves(text, first, last)),
        denies=any(at == first or text.forms[at - 1] not in _answers("nouns") for at in denials),
        negates=bool(denials) or not _answers("negations").isdisjoint(told),
        counts=_counts(text, first, last, held),
        credited=_credited(text, first, last, held),
    )


def opposed(one: Stance, other: Stance, figures_one: frozenset[str], figures_other: frozenset[str]) -> bool:
    """Tell whether of two sentences, with the figures of each, one speaks against what the other tells: it denies, or says
    that a number of the other has changed."""
    if (one.denies and not other.negates) or (other.denies and not one.negates):
        return True
    return _moved(one, figures_other) or _moved(other, figures_one)


def apart(one: Stance, other: Stance, figures_one: frozenset[str], figures_other: frozenset[str]) -> bool:
    """Tell whether two sentences, with the figures of each, are credited to two, or count one thing and share no number.

    Whoever rewrites a report may bring its toll up to date, or call who gave it otherwise: this is no proof.
    """
    if one.credited and other.credited and one.credited.isdisjoint(other.credited):
        return True
    return figures_one.isdisjoint(figures_other) and any(
        not any(_near(a, b) for a in one.counts[thing] for b in other.counts[thing])
        for thing in one.counts.keys() & other.counts.keys()
    )


def _moved(one: Stance, figures: frozenset[str]) -> bool:
    """Tell whether a sentence moves a number that the other has, and to or from one that the other has not."""
    return any(len(move & figures) == 1 for move in one.moves)


def _near(a: str, b: str) -> bool:
    """Tell whether two numbers are the same, or one is the other made round."""
    if not (a.isdecimal() and b.isdecimal()):
        return a == b
    low, high = sorted((int(a), int(b)))
    return low == high or (high - low <= ROUND * high and (low % 10 == 0 or high % 10 == 0))


def _moves(text: Text, first: int, last: int) -> Iterator[frozenset[str]]:
    """Yield the two numbers of each `de 14 à 23` between two words."""
    for at in range(first, last - 3):
        if text.forms[at] != "de" or not _number(text, at + 1):
            continue
        for step in range(at + 2, min(at + 3 + MOVE, last - 1)):
            if step in text.breaks:
                break
            # folded, `à` is no other word than the `a` of `il y a 5 ans`
            if text.spelled(step).casefold() == "à" and _number(text, step + 1):
                if text.forms[step + 1] != text.forms[at + 1]:
                    yield frozenset((text.forms[at + 1], text.forms[step + 1]))
                break


def _number(text: Text, at: int) -> bool:
    return text.forms[at][0].isdecimal() and at not in text.dates


def _counts(text: Text, first: int, last: int, held: Held) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for at in range(first, last):
        if not _number(text, at):
            continue
        behind = 0
        for step in range(at + 1, last):
            if step in text.breaks or text.forms[step][0].isdecimal() or behind == COUNTED:
                break
            if weighs(text.forms[step]):
                behind += 1
                for thing in held(text.forms[step]):
                    found[thing].add(text.forms[at])
    return {thing: frozenset(numbers) for thing, numbers in found.items()}


def _credited(text: Text, first: int, last: int, held: Held) -> frozenset[str]:
    """Return the words behind `selon`, and behind a verb of saying that stands before its subject."""
    found: set[str] = set()
    for at in range(first, last):
        begin = _behind(text, at, first)
        if begin is None:
            continue
        words = []
        for step in range(begin, min(begin + CREDIT, last)):
            if step in text.breaks and step > begin:
                break
            if weighs(text.forms[step]) and step not in text.names and text.forms[step] not in weekdays():
                words.append(text.forms[step])
        if not words or not _answers("vague").isdisjoint(words):
            return frozenset()
        found.update(thing for word in words for thing in held(word))
    return frozenset(found)


def _behind(text: Text, at: int, first: int) -> int | None:
    """Return the word from which on those stand to whom the word `at` credits a sentence; nothing where it does not."""
    form = text.forms[at]
    if form == "selon" or (form == "apres" and at > first and text.forms[at - 1] == "d"):
        return at + 1
    inverted = form in ("a", "ont") and at in text.breaks and at + 1 < len(text.forms)
    return at + 2 if inverted and text.forms[at + 1] in _answers("saying") else None


@cache
def _answers(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in closed("fr", "copying", "answers")[name])

"""Names in, the pairs of them that may mean the same out, for a person to judge: never a join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from recoupe.crosscheck.names.spelling import folded, is_acronym, is_named, main_words, words
from recoupe.model.judgement import NameOf, Suggestion

CROWDED = 24
"""A word that more names than this hold says too little to compare them all."""
NEAR = 0.8
SOUNDS = (
    ("ph", "f"), ("ch", "s"), ("sh", "s"), ("dj", "j"), ("ou", "u"), ("oo", "u"), ("w", "u"), ("gh", "g"), ("kh", "k"),
    ("qu", "k"), ("q", "k"), ("c", "k"), ("y", "i"), ("ee", "i"), ("th", "t"), ("dh", "d"), ("z", "s"), ("h", ""),
    ("e", "a"), ("o", "u"),
)  # fmt: skip
"""What transliterations of one name write in one way or another; used on the letters of `anyascii`."""


def suggested(of: NameOf, names: Sequence[str]) -> Iterator[Suggestion]:
    """Yield pairs of names that may mean the same, each with a score and the reason.

    Only names that share a word, a sound or their first letters are compared, and of those that crowd around one word
    none, so that the work grows with the number of names and not with its square.
    """
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        if of is NameOf.PLACE or is_named(name):
            for key in sorted(_keys(name)):
                blocks[key].append(name)
    seen: set[tuple[str, str]] = set()
    for _, block in sorted(blocks.items()):
        if len(block) > CROWDED:
            continue
        for one, other in combinations(sorted(block), 2):
            if (one, other) in seen:
                continue
            seen.add((one, other))
            found = _judge(one, other)
            if found is not None:
                yield Suggestion(of=of, one=one, other=other, score=found[0], why=found[1])


def sound(word: str) -> str:
    """Return what a word sounds like however it is transliterated: no doubled letter, no h, like vowels alike.

    >>> sound("kalasse") == sound("kallassé"), sound("zinki") == sound("zenki")
    (True, False)
    """
    letters = anyascii(word).casefold()
    for written, heard in SOUNDS:
        letters = letters.replace(written, heard)
    return "".join(letter for at, letter in enumerate(letters) if at == 0 or letter != letters[at - 1])


def _keys(name: str) -> Iterator[tuple[str, str]]:
    main = main_words(name)
    for word in main:
        yield ("word", word)
    yield ("sound", " ".join(sound(word) for word in main))
    yield ("run", "".join(main))
    yield ("first", " ".join(sound(word)[:3] for word in main))
    yield ("letters", "".join(word[0] for word in main) if len(main) > 1 else "".join(main))


def _judge(one: str, other: str) -> tuple[float, str] | None:
    """Return how likely two names mean the same, from 0 to 1, and why; None where nothing says so."""
    some, more = sorted((main_words(one), main_words(other)), key=lambda main: (len(main), main))
    if _opposed(some, more) or _numbers(some) != _numbers(more):
        return None
    if some != more and "".join(some) == "".join(more):
        return 0.95, "the same letters, parted in another way"
    if len(some) == len(more) and (near := _alike(some, more)) is not None:
        return near
    if len(some) == 1 and "".join(word[0] for word in more) == some[0] and _either_acronym(one, other):
        return 0.75, "one has the first letters of the other, and no article introduces it"
    shared = set(some) & set(more)
    if len(some) > 1 and shared == set(some):
        return round(0.6 + 0.3 * len(some) / len(more), 2), "all words of one stand in the other"
    if len(some) > 1 and sorted(some) == sorted(more):
        return 0.9, "the same words in another order"
    return None


def _alike(some: Sequence[str], more: Sequence[str]) -> tuple[float, str] | None:
    """Return the score of two names of as many words each of which is nearly the other's."""
    if sorted(some) == sorted(more):
        return 0.95, "the same words in another order or with other small words"
    scores = [Levenshtein.normalized_similarity(one, other) for one, other in zip(some, more, strict=True)]
    long_enough = all(one == other or min(len(one), len(other)) > 3 for one, other in zip(some, more, strict=True))
    if [sound(word) for word in some] == [sound(word) for word in more] and long_enough:
        return round(0.85 + 0.1 * min(scores), 2), "the same sounds in another transliteration"
    if long_enough and min(scores) >= NEAR:
        return round(min(scores), 2), "nearly the same letters"
    return None


def _opposed(some: Sequence[str], more: Sequence[str]) -> bool:
    """Return whether words that part two places or bodies stand in one name and other such words in the other."""
    one, other = set(some) & words("opposites"), set(more) & words("opposites")
    return one != other and bool(one) and bool(other)


def _numbers(main: Sequence[str]) -> list[str]:
    return sorted(word for word in main if any(sign.isdigit() for sign in word))


def _either_acronym(one: str, other: str) -> bool:
    return any(is_acronym(" ".join(name.split())) or len(folded(name)) == 1 for name in (one, other))

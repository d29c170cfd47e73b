"""Two stretches of words in, those of them out that stand in both: rows of words, and words of matter wherever they stand."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.crosscheck.reuse.alignment import SEED
from recoupe.crosscheck.reuse.rewording import key
from recoupe.crosscheck.reuse.texts import weighs


def same_words(one: Sequence[str], other: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
    """Return which of the folded words of two stretches stand in the other too, by their place in each.

    Grammar counts where SEED words in a row are the same, matter wherever it stands, in whatever ending; what a word only
    stands for (`incendie`, `flammes`) does not.
    """
    if list(one) == list(other):
        return frozenset(range(len(one))), frozenset(range(len(other)))
    rows = _rows(one).intersection(_rows(other))
    keys = _keys(one) & _keys(other)
    return _in_both(one, rows, keys), _in_both(other, rows, keys)


def _rows(forms: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(forms[at : at + SEED]) for at in range(len(forms) - SEED + 1)}


def _keys(forms: Sequence[str]) -> set[str]:
    return {key(form) for form in forms if weighs(form)}


def _in_both(forms: Sequence[str], rows: set[tuple[str, ...]], keys: set[str]) -> frozenset[int]:
    found = {at for at, form in enumerate(forms) if weighs(form) and key(form) in keys}
    for at in range(len(forms) - SEED + 1):
        if tuple(forms[at : at + SEED]) in rows:
            found.update(range(at, at + SEED))
    return frozenset(found)

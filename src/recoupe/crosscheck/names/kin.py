"""The dossier in, who speaks for whom out: a body and the people whom an article calls its spokesman or its head."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from recoupe.crosscheck.names.mentions import Mention, mentions_of
from recoupe.crosscheck.names.names import Names, sources_of
from recoupe.crosscheck.names.spelling import bare, is_named, is_person, title_of, words
from recoupe.lexicon.load import closed
from recoupe.model.account import Dossier
from recoupe.model.judgement import NameOf, Suggestion

BESIDE = 120
"""How many signs on either side of a person's name an office and the body that it is held in may stand."""
FURTHER = 600
"""How many signs before the name the body is looked for that `son porte-parole` means."""
OFFICE = 6
"""Within how many words of an office the body begins that it is held in: `porte-parole adjoint de la Ligue`."""
CUT = re.compile(r"[.!?;:«»“”\"\n]")


def kin_of(dossier: Dossier, names: Names, *, loose: bool = True) -> dict[str, frozenset[str]]:
    """Return for the key of each source the keys of those that an article ties it to by an office.

    `Jean Blanchet, porte-parole de la Ligue des bateliers` ties the two, both ways. A tie is no sameness: it only says
    that the two do not count apart from each other. `loose` takes `son porte-parole` too, of the body named last before.
    """
    keys = _keys(dossier, names)
    bodies = {key: forms for key, forms in keys.items() if not any(is_person(title_of(form)[1]) for form in forms)}
    by_word = {_words(form): key for key, forms in sorted(bodies.items()) for form in forms if is_named(form)}
    longest = max((len(words) for words in by_word), default=0)
    people = {
        rest: key for key, forms in sorted(keys.items()) for form in forms if is_person(rest := title_of(form)[1])
    }
    found: dict[str, set[str]] = defaultdict(set)
    for name, hits in mentions_of(dossier, people).items():
        for hit in hits:
            for body in _held_with(hit, by_word, longest, loose=loose) - {people[name]}:
                found[people[name]].add(body)
                found[body].add(people[name])
    return {key: frozenset(others) for key, others in found.items()}


def _keys(dossier: Dossier, names: Names) -> dict[str, set[str]]:
    """Return the sources of the figures and the speakers, as written, under the key of each."""
    keys: dict[str, set[str]] = defaultdict(set)
    for account in dossier.accounts:
        said = [figure.source for figure in account.figures.values()]
        said += [statement.speaker for statement in account.statements.values()]
        for one in {part for source in said if source for part in sources_of(source)}:
            keys[names.key(NameOf.SOURCE, one) or one].add(one)
    return keys


def suggested_kin(dossier: Dossier, names: Names) -> tuple[Suggestion, ...]:
    """Return the ties as suggestions that a person may judge: whether the one only speaks as the other."""
    judged = {
        frozenset(names.key(NameOf.SOURCE, name) for name in (one.one, one.other))
        for one in dossier.judgements
        if one.of is NameOf.SOURCE
    }
    pairs = {
        tuple(sorted((one, other))) for one, others in kin_of(dossier, names, loose=False).items() for other in others
    }
    return tuple(
        Suggestion(
            of=NameOf.SOURCE,
            one=one,
            other=other,
            score=0.7,
            why="an article says that the one holds an office in the other",
        )
        for one, other in sorted(pairs)
        if frozenset((one, other)) not in judged
    )


def _held_with(hit: Mention, by_word: dict[tuple[str, ...], str], longest: int, *, loose: bool) -> set[str]:
    """Return the bodies in whose office a name stands: named beside it, or before it where the office is `son`."""
    before, behind = _sides(hit)
    found = _bodies(before, by_word, longest) | _bodies(behind, by_word, longest)
    office = next((at for at, word in enumerate(before) if word in _offices()), 0)
    if loose and office and before[office - 1] in words("possessives") and not found:
        back = bare(hit.text[max(0, hit.start - FURTHER) : hit.start])
        ends = range(len(back) - len(before) + office, 0, -1)
        near = (back[end - size : end] for end in ends for size in range(min(longest, end), 0, -1))
        found |= {next((by_word[part] for part in near if part in by_word), "")} - {""}
    return found


def _sides(hit: Mention) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of the sentence before and behind a name."""
    before = hit.text[max(0, hit.start - BESIDE) : hit.start]
    behind = hit.text[hit.end : hit.end + BESIDE]
    opened = max((cut.end() for cut in CUT.finditer(before)), default=0)
    closed_at = CUT.search(behind)
    return bare(before[opened:]), bare(behind[: closed_at.start()] if closed_at else behind)


def _bodies(side: tuple[str, ...], by_word: dict[tuple[str, ...], str], longest: int) -> set[str]:
    """Return the bodies that some words name behind a word for an office."""
    office = next((at for at, word in enumerate(side) if word in _offices()), None)
    if office is None:
        return set()
    return {
        by_word[side[start : start + size]]
        for start in range(office, min(office + OFFICE, len(side)))
        for size in range(1, longest + 1)
        if side[start : start + size] in by_word
    }


@cache
def _words(name: str) -> tuple[str, ...]:
    return bare(name)


@cache
def _offices() -> frozenset[str]:
    return frozenset(" ".join(bare(str(closed("fr", "actors", "offices")["words"]).replace("-", ""))).split()) | {
        "porte"
    }

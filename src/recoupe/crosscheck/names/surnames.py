"""Names of a crisis in, which bare surname is whose full name out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.names.mentions import Mention, mentions_of
from recoupe.crosscheck.names.spelling import bare, folded, is_acronym, is_person, nouns, title_of, words
from recoupe.model.account import Dossier

FIRST_NAME = re.compile(r"(?<=[^.!?:\s«»“”\"][  ])([A-ZÀ-Þ][\w'’-]+)\s$")


@dataclass(frozen=True, slots=True)
class Surname:
    """A bare surname and the only full name of the crisis that ends with it. `sure` says that their titles agree and
    that the texts set no other first name before it."""

    name: str
    full: str
    sure: bool


def surnames(names: Sequence[str], places: frozenset[tuple[str, ...]], dossier: Dossier) -> tuple[Surname, ...]:
    """Return the bare surnames among some names with the full name that each may stand for."""
    full: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in names:
        rest = title_of(name)[1]
        parts = rest.split()
        if is_person(rest):
            for cut in range(1, len(parts)):
                full[folded(" ".join(parts[cut:]))].add(name)
    pairs: dict[str, str] = {}
    for name in names:
        rest = title_of(name)[1]
        ends = full.get(folded(rest), set())
        if is_person(rest) or not rest or not rest.split()[-1][:1].isupper() or is_acronym(rest):
            continue
        if len({folded(title_of(one)[1]) for one in ends}) == 1 and folded(rest) not in places:
            pairs[name] = min(ends)
    wanted = {title_of(name)[1] for pair in pairs.items() for name in pair}
    mentions = mentions_of(dossier, wanted)
    return tuple(
        Surname(name, whole, _titles_agree(title_of(name)[0], whole, mentions))
        for name, whole in pairs.items()
        if not _others_of_that_name(title_of(name)[1], title_of(whole)[1], mentions)
    )


def _others_of_that_name(surname: str, full: str, mentions: Mapping[str, Sequence[Mention]]) -> bool:
    """Return whether the texts set another first name before a surname inside a sentence, one that never speaks too, or
    a word that stands before no surname: `la France`, beside `Air France`."""
    own = set(bare(full))
    for hit in mentions.get(surname, ()):
        if bare(hit.text[max(0, hit.start - 10) : hit.start])[-1:] in {(word,) for word in words("before_no_surname")}:
            return True
        before = FIRST_NAME.search(hit.text, max(0, hit.start - 40), hit.start)
        if before is None or bare(before.group(1)) in nouns("person"):
            continue
        if bare(before.group(1))[0] not in own | words("courtesies") | words("articles"):
            return True
    return False


def _titles_agree(title: tuple[str, ...], full: str, mentions: Mapping[str, Sequence[Mention]]) -> bool:
    """Return whether a title is courtesy, or stands before the full name somewhere in the crisis."""
    of_function = [word for word in title if word not in words("courtesies")]
    own, rest = title_of(full)
    if not of_function or of_function == list(own):
        return True
    before = (bare(hit.text[max(0, hit.start - 60) : hit.start]) for hit in mentions.get(rest, ()))
    return any(list(some[-len(of_function) :]) == of_function for some in before)

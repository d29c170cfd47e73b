"""Names of a crisis in, which bare surname is whose full name out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from recoupe.crosscheck.spelling import bare, folded, is_acronym, is_person, nouns, title_of, words
from recoupe.model.account import Dossier

FIRST_NAME = re.compile(r"(?<=[^.!?:\s«»“”\"][  ])([A-ZÀ-Þ][\w'’-]+)\s$")


def surnames(
    names: Sequence[str], places: frozenset[tuple[str, ...]], dossier: Dossier
) -> Iterator[tuple[str, str, bool]]:
    """Yield a bare surname and the only full name that ends with it, and whether their titles agree too."""
    full: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for name in names:
        rest = title_of(name)[1]
        parts = rest.split()
        if is_person(rest):
            for cut in range(1, len(parts)):
                full[folded(" ".join(parts[cut:]))].add(name)
    for name in names:
        title, rest = title_of(name)
        ends = full.get(folded(rest), set())
        if is_person(rest) or not rest or not rest.split()[-1][:1].isupper() or is_acronym(rest):
            continue
        if len({folded(title_of(one)[1]) for one in ends}) != 1 or folded(rest) in places:
            continue
        if _others_of_that_name(rest, title_of(min(ends))[1], dossier):
            continue
        yield name, min(ends), _titles_agree(title, min(ends), dossier)


def _others_of_that_name(surname: str, full: str, dossier: Dossier) -> bool:
    """Return whether the texts set another first name before a surname inside a sentence, one that never speaks too."""
    own = set(bare(full))
    for account in dossier.accounts:
        text = account.article.text
        for hit in _standing(surname, text):
            before = FIRST_NAME.search(text, max(0, hit.start() - 40), hit.start())
            if before is None or bare(before.group(1)) in nouns("person"):
                continue
            if bare(before.group(1))[0] not in own | words("courtesies") | words("articles"):
                return True
    return False


def _titles_agree(title: tuple[str, ...], full: str, dossier: Dossier) -> bool:
    """Return whether a title is courtesy, or stands before the full name somewhere in the crisis."""
    of_function = [word for word in title if word not in words("courtesies")]
    own, rest = title_of(full)
    if not of_function or of_function == list(own):
        return True
    texts = (account.article.text for account in dossier.accounts)
    before = (bare(text[max(0, hit.start() - 60) : hit.start()]) for text in texts for hit in _standing(rest, text))
    return any(list(some[-len(of_function) :]) == of_function for some in before)


def _standing(name: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)

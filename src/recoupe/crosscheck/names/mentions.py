"""Names and texts in, where each name stands in them out, in one pass over the texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.names.spelling import WORD
from recoupe.model.account import Dossier


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text, written just so: `start` and `end` as in a span."""

    text: str
    start: int
    end: int


def mentions_of(dossier: Dossier, names: Iterable[str]) -> dict[str, Sequence[Mention]]:
    """Return where names stand in the articles of a dossier as whole words, in the order of the articles."""
    by_last: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if (last := WORD.findall(name)) and name.endswith(last[-1]):
            by_last[last[-1]].add(name)
    found: dict[str, list[Mention]] = defaultdict(list)
    for account in dossier.accounts:
        text = account.article.text
        for hit in WORD.finditer(text) if by_last else ():
            for name in by_last.get(hit.group(), ()):
                start = hit.end() - len(name)
                if start >= 0 and text.startswith(name, start) and not (start and text[start - 1].isalnum()):
                    found[name].append(Mention(text, start, hit.end()))
    return dict(found)

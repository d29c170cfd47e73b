"""The names of sources and the texts of a crisis in, which office is held by which person out, where only one holds it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.crosscheck.names.mentions import Mention, mentions_of
from recoupe.crosscheck.names.spelling import WORD, bare, folded, is_person, title_of, words
from recoupe.model.account import Dossier

Words = tuple[str, ...]
BESIDE = 90
"""How many signs on either side of a person's name the office is looked for that stands directly beside it."""
LONGEST = 9
OF = frozenset({"de", "du", "des", "d"})
"""Of how many words an office with what it is held over may be."""
CUT = re.compile(r"[.!?;:()«»“”\"\n,]")
CIVIL = re.compile(r"\b(?:MM?\.|Mmes?|Mlle|Me|Dre?\.?|Mgr)$")
NAMED = re.compile(r",\s+(?:M\.\s|Mme\s|Me\s|le\s|la\s)?((?:[A-ZÀ-Þ][\w'’-]+\s+){1,3}[A-ZÀ-Þ][\w'’-]+)")


@dataclass(frozen=True, slots=True)
class Holder:
    """An office, as a source is named by it, and the one person of the crisis who holds it."""

    office: str
    person: str
    article: str


def holders(names: Sequence[str], dossier: Dossier) -> tuple[Holder, ...]:
    """Return the offices among some names whose one holder an article sets beside them: `le maire de Bona, Jean Blanchet`.

    Sure only where no text of the crisis sets another person beside that office, or speaks of one who held it or will.
    """
    offices = {name: given for name in names if (given := folded(name)) and _is_office(name, given)}
    people = {rest: name for name in names if is_person(rest := title_of(name)[1])}
    if not offices or not people:
        return ()
    held = _held(dossier, people)
    spoken = _spoken_of(dossier)
    found = []
    for name, office in sorted(offices.items()):
        beside = [(person, article) for given, person, article in held if _fits(office, given)]
        persons = {folded(people[person]) for person, _ in beside}
        if len(persons) != 1 or not _is_single(office, next(iter(persons)), spoken):
            continue
        person, article = min(beside, key=lambda one: (-len(people[one[0]]), people[one[0]], one[1]))
        found.append(Holder(name, people[person], article))
    return tuple(found)


def _is_office(name: str, given: Words) -> bool:
    if is_person(title_of(name)[1]) or len(given) > LONGEST:
        return False
    head = _head(given)
    return head in words("held_by_one") and (len(given) > len(bare(head)) or head in words("of_a_place"))


def _head(given: Words) -> str:
    """Return the noun of an office in the words of a name, `porte parole` as one."""
    two = " ".join(given[:2])
    return two if two in words("held_by_one") else given[0]


def _held(dossier: Dossier, people: Mapping[str, str]) -> list[tuple[Words, str, str]]:
    """Return the offices that stand directly beside the names of persons, with the person and the article."""
    texts = {account.article.text: account.article.name for account in dossier.accounts}
    return [
        (office, person, texts[hit.text])
        for person, hits in sorted(mentions_of(dossier, people).items())
        for hit in hits
        for office in _beside(hit)
    ]


def _beside(hit: Mention) -> Iterator[Words]:
    before = CIVIL.sub("", hit.text[max(0, hit.start - BESIDE) : hit.start].rstrip()).rstrip()
    comma = before.endswith(",")
    before = before.removesuffix(",")
    cut = max((one.end() for one in CUT.finditer(before)), default=0)
    said = bare(before[cut:])
    while said and said[-1] in words("courtesies"):
        said = said[:-1]
    start = next((at for at in range(len(said) - 1, -1, -1) if _head(said[at:]) in words("held_by_one")), None)
    article = start is not None and start > 0 and said[start - 1] in words("articles")
    # without a comma `le maire de Bona Jean Blanchet` may name a place of that name
    if start is not None and article and (comma or start + len(bare(_head(said[start:]))) == len(said)):
        yield said[start:]
    behind = re.match(
        r",\s+(?:(?:le|la)\s|l['’])?([^,.;:()«»\n]{4,90})(?=[,.;)]|$)", hit.text[hit.end : hit.end + BESIDE]
    )
    if behind is not None:
        office = bare(behind.group(1))
        if office and len(office) <= LONGEST and _head(office) in words("held_by_one"):
            yield office


def _fits(office: Words, given: Words) -> bool:
    """Whether an office is the one that stands beside a person: the same words, or fewer of them, whole up to a `de`."""
    size, follows = len(office), given[len(office) : len(office) + 1]
    return given[:size] == office and (not follows or follows[0] in OF)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """One place in the texts where an office is spoken of: its words and those behind it, whether it changed hands there,
    and the full name that stands behind a comma."""

    given: Words
    changed: bool
    beside: Words


def _spoken_of(dossier: Dossier) -> dict[str, list[_Spoken]]:
    """Return the places in the texts where an office is spoken of, by its noun."""
    found: dict[str, list[_Spoken]] = defaultdict(list)
    for account in dossier.accounts:
        text = account.article.text
        for hit in WORD.finditer(text):
            first = bare(hit.group())
            if not first or first[0] not in _firsts():
                continue
            given = bare(text[hit.start() : hit.start() + BESIDE])[:LONGEST]
            head = _head(given)
            if head not in words("held_by_one"):
                continue
            before = bare(text[max(0, hit.start() - 30) : hit.start()])[-2:]
            size = len(bare(head))
            if {*before[-1:], *given[size : size + 1]} & words("another_office"):
                continue
            named = NAMED.match(text, _clause_end(text, hit.end()))
            changed = bool({*before, *given[size : size + 1]} & words("changed_hands"))
            found[head].append(_Spoken(given, changed, bare(named.group(1)) if named else ()))
    return found


def _clause_end(text: str, start: int) -> int:
    cut = CUT.search(text, start, start + BESIDE)
    return cut.start() if cut else start


def _firsts() -> frozenset[str]:
    return frozenset(word.split()[0] for word in words("held_by_one"))


def _is_single(office: Words, person: Words, spoken: Mapping[str, Sequence[_Spoken]]) -> bool:
    """Whether nothing in the crisis tells of another who holds, held or will hold an office."""
    same = [one for one in spoken.get(_head(office), ()) if one.given[: len(office)] == office]
    if any(one.changed or (one.beside and not set(one.beside) & set(person)) for one in same):
        return False
    over = {
        next((word for word in one.given[len(office) + 1 :] if word not in words("small")), "")
        for one in same
        if set(one.given[len(office) : len(office) + 1]) & OF
    }
    return len(over) <= 1

"""The dossier in, which names of its places, sources and parties mean the same out, each join with its reason."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from recoupe.crosscheck.names.groups import SPELLED, Groups, Link
from recoupe.crosscheck.names.holders import holders
from recoupe.crosscheck.names.spelling import (
    bare,
    folded,
    introduced,
    is_acronym,
    is_named,
    main_words,
    words,
)
from recoupe.crosscheck.names.suggested import suggested
from recoupe.crosscheck.names.surnames import Surname, surnames
from recoupe.lexicon.load import closed
from recoupe.model.account import Dossier
from recoupe.model.judgement import Judgement, NameOf, Suggestion

_ALIKE = dict.fromkeys((NameOf.SOURCE, NameOf.PARTY), (NameOf.SOURCE, NameOf.PARTY))
"""What a judgement on two names also answers: who speaks may be who does, and nobody is asked twice."""


class Names:
    """Which names of a crisis mean the same.

    A join is a person's judgement or sure without one: the same letters, an acronym that an article introduces, a bare
    surname that only one full name of the crisis ends with, an office that only one person of the crisis holds. All else
    is a suggestion. Two names that a person has parted are never joined, by no chain of joins.
    """

    def __init__(
        self, groups: dict[NameOf, Groups], suggestions: tuple[Suggestion, ...], alone: frozenset[tuple[str, ...]]
    ) -> None:
        self._groups = groups
        self._suggestions = suggestions
        self._alone = alone

    @classmethod
    def of(cls, dossier: Dossier) -> Names:
        """Return what the names of a dossier mean, by its articles and the judgements that stand."""
        given = _given(dossier)
        acronyms = _acronyms(dossier)
        people = {of: _people(of, given, dossier) for of in NameOf}
        groups = {of: _grouped(of, given, acronyms, people[of], dossier) for of in NameOf}
        parted = {
            of: {frozenset((one.one, one.other)) for one in dossier.judgements if one.of in _ALIKE.get(of, (of,))}
            for of in NameOf
        }
        loose = [_loose_surnames(of, groups[of], people[of]) for of in NameOf]
        more = {
            of: suggested(of, sorted({groups[of].key(name) for name in given[of] if _one(of, name)})) for of in NameOf
        }
        found: dict[tuple[NameOf, frozenset[str]], Suggestion] = {}
        for one in [*(one for some in loose for one in some), *(one for of in NameOf for one in more[of])]:
            names = frozenset((one.one, one.other))
            judged = {frozenset(groups[one.of].key(name) for name in pair) for pair in parted[one.of]}
            if len(names) == 2 and names not in judged and names not in parted[one.of]:
                kept = found.get((one.of, names))
                if kept is None or kept.score < one.score:
                    found[one.of, names] = one
        order = sorted(found.values(), key=lambda one: (one.of, -one.score, one.one, one.other))
        alone = frozenset(folded(name) for name in given[NameOf.SOURCE] if _one(NameOf.SOURCE, name))
        return cls(groups, tuple(order), alone)

    def key(self, of: NameOf, name: str | None) -> str | None:
        """Return the name that stands for all that mean the same: the longest, of these the least; None for None."""
        return None if name is None else self._groups[of].key(name)

    def same(self, of: NameOf, one: str | None, other: str | None) -> bool:
        """Return whether two names surely mean the same; False where either is missing."""
        return one is not None and other is not None and self.key(of, one) == self.key(of, other)

    def why(self, of: NameOf, one: str, other: str) -> str | None:
        """Return why two names mean the same, in a sentence for each step between them; None where they do not, or
        are written alike."""
        return self._groups[of].why(one, other)

    def suggestions(self) -> tuple[Suggestion, ...]:
        """Return the pairs that a person may want to judge, the likeliest of each kind first."""
        return self._suggestions

    def sources(self, source: str | None) -> tuple[str, ...]:
        """Return the keys of the sources that a record credits and that two articles can both mean, in order."""
        named = [one for one in self.credited(source) if is_named(one)] if source else []
        return tuple(sorted({self._groups[NameOf.SOURCE].key(one) for one in named}))

    def credited(self, source: str) -> tuple[str, ...]:
        """Return the sources that one field credits together: those of `sources_of`, and of a part with a join in it those
        on both sides of it where each is credited by itself somewhere in the crisis."""
        return tuple(one for part in sources_of(source) for one in self._each_alone(part))

    def _each_alone(self, part: str) -> tuple[str, ...]:
        for join in re.finditer(rf"\s+(?:{_joins()})\s+", part):
            sides = part[: join.start()], part[join.end() :]
            if all(folded(side) in self._alone for side in sides):
                return sides
        return (part,)


def sources_of(source: str) -> tuple[str, ...]:
    """Return the sources that one field credits together, in its order.

    Parted only where each has a name of its own: an acronym, words with capitals, or an article behind the `et`.

    >>> sources_of("Observatoire des crues et l'ONU")
    ('Observatoire des crues', 'ONU')
    >>> sources_of("ministère de l'Intérieur et des Sports")
    ("ministère de l'Intérieur et des Sports",)
    """
    parts = _parted(source, rf"\s+(?:{_joins()})\s+")
    if len(parts) > 1:
        parts = [*_parted(parts[0], r",\s+"), *parts[1:]]
    return tuple(parts)


def _parted(source: str, at: str) -> list[str]:
    """Return the parts of a source at each place where `at` stands between two names of their own."""
    first, *rest = re.split(f"({at})", source)
    parts = [first]
    for join, part in zip(rest[::2], rest[1::2], strict=True):
        named, opened = _without_article(part), bare(part)[:1]
        both_proper = parts[-1][:1].isupper() and named[:1].isupper()
        if is_acronym(named) or (opened and opened[0] in words("articles")) or both_proper:
            parts.append(named)
        else:
            parts[-1] += join + part
    return parts


def _joins() -> str:
    return "|".join(re.escape(one) for one in str(closed("fr", "names", "words")["joins"]).split("|"))


def _without_article(name: str) -> str:
    opened = re.match(r"(\w+)(?:['’]|\s+)(?=\w)", name)
    return name[opened.end() :] if opened and bare(opened.group(1))[:1][0] in words("articles") else name


def _one(of: NameOf, name: str) -> bool:
    return of is not NameOf.SOURCE or len(sources_of(name)) == 1


def _given(dossier: Dossier) -> dict[NameOf, set[str]]:
    """Return the names that the records of a dossier hold, sources that are credited together each for itself."""
    given: dict[NameOf, set[str]] = {of: set() for of in NameOf}

    def add(of: NameOf, *names: str | None) -> None:
        given[of].update(name for name in names if name)

    for account in dossier.accounts:
        for figure in account.figures.values():
            add(NameOf.PLACE, figure.place)
            add(NameOf.SOURCE, figure.source, *(sources_of(figure.source) if figure.source else ()))
            add(NameOf.PARTY, figure.side, figure.by)
        for statement in account.statements.values():
            add(NameOf.SOURCE, statement.speaker, *(sources_of(statement.speaker) if statement.speaker else ()))
            add(NameOf.PARTY, statement.speaker)
        for event in account.events.values():
            add(NameOf.PLACE, event.place)
            add(NameOf.PARTY, event.actor, event.target)
    return given


def _all_names(of: NameOf, given: dict[NameOf, set[str]], dossier: Dossier) -> set[str]:
    """Return the names of one kind that articles hold or people judged."""
    return given[of].union(*((one.one, one.other) for one in dossier.judgements if one.of is of))


def _people(of: NameOf, given: dict[NameOf, set[str]], dossier: Dossier) -> tuple[Surname, ...]:
    if of is NameOf.PLACE:
        return ()
    located = {place.name.name for account in dossier.accounts for place in account.places}
    places = frozenset(folded(name) for name in given[NameOf.PLACE] | located)
    return surnames(sorted(_all_names(of, given, dossier)), places, dossier)


def _grouped(
    of: NameOf,
    given: dict[NameOf, set[str]],
    acronyms: dict[str, tuple[str, str]],
    people: Sequence[Surname],
    dossier: Dossier,
) -> Groups:
    judged = [one for one in dossier.judgements if one.of is of]
    groups = Groups(_all_names(of, given, dossier))
    for one in judged:
        if not one.same:
            groups.part(one.one, one.other)
    newest = sorted((one for one in judged if one.same), key=lambda one: (one.at, one.one, one.other), reverse=True)
    groups.join([Link(one.one, one.other, _judged_why(one)) for one in newest], all_or_none=False)
    groups.join(list(_spelled_alike(groups.names())), all_or_none=True)
    groups.join(list(_acronym_links(groups.names(), acronyms)), all_or_none=True)
    whole = "{} is the only full name of the crisis that ends so"
    groups.join([Link(one.name, one.full, whole.format(one.full)) for one in people if one.sure], all_or_none=True)
    if of is not NameOf.PLACE:
        beside = "the article {} sets the office of {} beside that name, and no text of the crisis names another holder"
        found = holders(groups.names(), dossier)
        links = [Link(one.office, one.person, beside.format(one.article, one.office)) for one in found]
        groups.join(links, all_or_none=True)
    groups.close(frozenset(given[of]))
    return groups


def _judged_why(one: Judgement) -> str:
    return f"a person judged {one.one} and {one.other} the same ({one.by}, {one.at}): {one.why}"


def _spelled_alike(names: Iterable[str]) -> Iterator[Link]:
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        if folded(name):
            alike[folded(name)].append(name)
    for same in alike.values():
        for one, other in pairwise(same):
            yield Link(one, other, SPELLED)


def _acronyms(dossier: Dossier) -> dict[str, tuple[str, str]]:
    """Return for each acronym that the crisis introduces the one name it stands for and the article that says so."""
    found: dict[str, dict[tuple[str, ...], tuple[str, str]]] = defaultdict(dict)
    for account in dossier.accounts:
        for acronym, name in introduced(account.article.text):
            seen = found[acronym].setdefault(main_words(name), (name, account.article.name))
            found[acronym][main_words(name)] = min(seen, (name, account.article.name))
    return {acronym: next(iter(names.values())) for acronym, names in sorted(found.items()) if len(names) == 1}


def _acronym_links(names: Sequence[str], acronyms: dict[str, tuple[str, str]]) -> Iterator[Link]:
    by_words: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        by_words[main_words(name)].append(name)
    for name in names:
        letters = _without_article(name).replace(".", "")
        if letters not in acronyms or not is_acronym(letters):
            continue
        full, article = acronyms[letters]
        for other in by_words.get(main_words(full), ()):
            yield Link(name, other, f"the acronym {letters} is introduced as {full} in the article {article}")


def _loose_surnames(of: NameOf, groups: Groups, people: Sequence[Surname]) -> list[Suggestion]:
    return [
        Suggestion(
            of=of,
            one=min(groups.key(one.name), groups.key(one.full)),
            other=max(groups.key(one.name), groups.key(one.full)),
            score=0.8,
            why=f"{one.full} is the only full name of the crisis that ends so, but nothing says who bears that title",
        )
        for one in people
        if not one.sure and groups.key(one.name) != groups.key(one.full)
    ]

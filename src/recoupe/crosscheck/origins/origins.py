"""Claims, names and passages in, the independent origins behind every record out, each join with its reason."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.crosscheck.forest import Forest
from recoupe.crosscheck.names.names import Names
from recoupe.crosscheck.names.spelling import bare, is_named
from recoupe.crosscheck.origins.carried import Record, Sharing
from recoupe.crosscheck.origins.claims import claims_of, covering
from recoupe.model.account import Dossier
from recoupe.model.figure import Figure
from recoupe.model.judgement import NameOf
from recoupe.model.origin import Origin
from recoupe.model.passage import Passage
from recoupe.model.statement import Statement

Credit = tuple[str, ...]
"""Whom a record credits: (`named`, the source's key), or (`unnamed`, article, words) for one that only this article
can mean."""
OWN_VOICE, UNNAMED = "own voice", "unnamed"


@dataclass(frozen=True, slots=True)
class _Strand:
    """One origin of a claim: its records, whom they credit, and the joins between them."""

    id: str
    members: tuple[str, ...]
    credits: frozenset[Credit]
    why: tuple[str, ...]


class Origins:
    """The independent origins behind the records of a crisis.

    Within a claim two records are of one origin where the same words of a passage carry them or both credit one source;
    an article that tells the same twice is one origin, and what it tells in its own voice there is that of the source
    that it credits elsewhere. What articles tell in their own voice, or by the same unnamed source, is of one origin too
    where a good part of one stands in the other. A record that credits two sources has two.
    """

    def __init__(self, strands: Iterable[_Strand], sharing: Sharing) -> None:
        self._strands = {strand.id: strand for strand in strands}
        self._sharing = sharing
        of: dict[str, list[str]] = defaultdict(list)
        for strand in self._strands.values():
            for record in strand.members:
                of[record].append(strand.id)
        self._of = {record: tuple(sorted(ids)) for record, ids in of.items()}
        carried: dict[str, set[str]] = defaultdict(set)
        for pair in sharing.pairs:
            carried[pair.one].add(pair.other)
            carried[pair.other].add(pair.one)
        self._carried = {record: tuple(sorted(others)) for record, others in carried.items()}

    @classmethod
    def of_dossier(cls, dossier: Dossier, names: Names, passages: Sequence[Passage]) -> Origins:
        """Return the origins behind the records of a dossier."""
        sharing = Sharing(dossier, passages)
        return _built(dossier, names, claims_of(names, sharing), sharing)

    def of(self, record: str) -> tuple[str, ...]:
        """Return the ids of the origins of one record, in order; none for a record that is not known."""
        return self._of.get(record, ())

    def members(self, origin: str) -> tuple[str, ...]:
        """Return the ids of all records of one origin, in order."""
        return self._strands[origin].members

    def behind(self, records: Iterable[str], *, credited_to: str | None = None) -> tuple[str, ...]:
        """Return the independent origins behind some records together, in order: this is what support is counted by.

        Across claims too, origins that credit one source are one, and so are those in the own voice of one article, or
        of articles that share the words. An article's own voice is none beside a source that it credits among these
        records. Each group is named by the least of its ids. With `credited_to`, the key of a source, what two sources said
        together counts for that one alone.
        """
        asked = sorted({record for record in records if record in self._of})
        of = {record: self._credited(self._of[record], credited_to) for record in asked}
        ids = sorted({strand for record in asked for strand in of[record]})
        forest: Forest[tuple[str, ...]] = Forest((one,) for one in ids)
        credited = {self._article(record) for record in asked for one in of[record] if self._strands[one].credits}
        held: dict[tuple[str, ...], tuple[str, ...]] = {}
        own: set[str] = set()
        for one in ids:
            strand = self._strands[one]
            marks: list[tuple[str, ...]] = sorted(strand.credits)
            if not marks:
                own.add(one)
                marks = [("article", self._article(record)) for record in strand.members]
                marks += [
                    ("passage", str(at)) for record in strand.members for at in self._sharing.inside.get(record, ())
                ]
            for mark in marks:
                forest.join((one,), held.setdefault(mark, (one,)))
        told: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for record in asked:
            for one in of[record]:
                told[forest.top((one,))].add(self._article(record))
        kept = [
            group for group in forest.groups() if any(one not in own for (one,) in group) or told[group[0]] - credited
        ]
        return tuple(sorted(group[0][0] for group in kept))

    def _credited(self, strands: tuple[str, ...], source: str | None) -> tuple[str, ...]:
        own = tuple(one for one in strands if ("named", source) in self._strands[one].credits)
        return own or strands

    def carried(self, record: str) -> tuple[str, ...]:
        """Return the records of other articles that the same words carry as this one, in order."""
        return self._carried.get(record, ())

    @property
    def rows(self) -> tuple[Origin, ...]:
        """Return a row for each record and origin, by record and origin."""
        return tuple(
            Origin(record=record, origin=one, members=self._strands[one].members, why=self._strands[one].why)
            for record in sorted(self._of)
            for one in self._of[record]
        )

    def _article(self, record: str) -> str:
        return self._sharing.records[record].article


def origins(
    dossier: Dossier, names: Names, claims: Sequence[Sequence[str]], passages: Sequence[Passage]
) -> tuple[Origin, ...]:
    """Return for every record of a dossier the origins behind what it tells, by record and origin."""
    return _built(dossier, names, claims, Sharing(dossier, passages)).rows


def _built(dossier: Dossier, names: Names, claims: Sequence[Sequence[str]], sharing: Sharing) -> Origins:
    credits = _credits(dossier, names, sharing.records)
    claim_of = {record: number for number, claim in enumerate(claims) for record in claim}
    links: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
    for pair in sharing.pairs:
        if claim_of[pair.one] == claim_of[pair.other]:
            links[claim_of[pair.one]].append((pair.one, pair.other, pair.passage))
    titles = {account.article.id: account.article.name for account in dossier.accounts}
    strands = [
        strand
        for number, claim in enumerate(claims)
        for strand in _Claim(claim, credits, links[number], sharing, names, titles).strands()
    ]
    return Origins(strands, sharing)


def _credits(dossier: Dossier, names: Names, records: Mapping[str, Record]) -> dict[str, dict[Credit, str]]:
    """Return for each record whom it credits, each with the name as written; nobody where the outlet tells it itself."""
    statements = {account.article.id: tuple(account.statements.values()) for account in dossier.accounts}
    found: dict[str, dict[Credit, str]] = {}
    for key, record in records.items():
        if isinstance(record, Figure):
            said = record.source
        else:
            teller = record if isinstance(record, Statement) else covering(record, statements[record.article])
            said = teller.speaker if teller else None
        credits: dict[Credit, str] = {}
        for one in names.credited(said) if said else ():
            if is_named(one):
                credits["named", names.key(NameOf.SOURCE, one) or one] = one
            else:
                credits[UNNAMED, record.article, *bare(one)] = one
        found[key] = credits
    return found


class _Claim:
    """The records of one claim, while their origins are told apart."""

    def __init__(
        self,
        members: Sequence[str],
        credits: Mapping[str, Mapping[Credit, str]],
        links: Sequence[tuple[str, str, int]],
        sharing: Sharing,
        names: Names,
        titles: Mapping[str, str],
    ) -> None:
        self.members = sorted(members)
        self.credits = credits
        self.links = sorted(links)
        self.sharing = sharing
        self.names = names
        self.titles = titles

    def strands(self) -> list[_Strand]:
        """Return the origins of the claim."""
        forest: Forest[tuple[str, ...]] = Forest()
        held = self._held()
        for marks in held.values():
            for mark in marks:
                forest.top(mark)
        for one, other, _ in self.links:
            self._join_shared(forest, self.credits[one], self.credits[other])
        unnamed: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for credit in {mark for marks in held.values() for mark in marks if mark[0] == UNNAMED}:
            unnamed[credit[2:]].add(credit[1])
        for said, articles in sorted(unnamed.items()):
            for one, other in self.relations(articles):
                forest.join((UNNAMED, one, *said), (UNNAMED, other, *said))
        by_top: dict[tuple[str, ...], set[str]] = defaultdict(set)
        credits: dict[tuple[str, ...], set[Credit]] = defaultdict(set)
        for record, marks in held.items():
            for mark in marks:
                by_top[forest.top(mark)].add(record)
                if mark[0] != OWN_VOICE:
                    credits[forest.top(mark)].add(mark)
        return [self._strand(records, credits[top]) for top, records in sorted(by_top.items())]

    def relations(self, articles: Iterable[str]) -> list[tuple[str, str]]:
        """Return the pairs of some articles of which a good part of one stands in the other."""
        among = sorted(set(articles))
        near = self.sharing.related
        return [(one, other) for one in among for other in sorted(near.get(one, {})) if one < other and other in among]

    def _held(self) -> dict[str, tuple[Credit, ...]]:
        """Return for each record what it hangs on: whom it credits, else whom its article credits where it tells the
        same again, else whom the tellings credit that it shares its words with, else the voice of these tellings."""
        bound: Forest[str] = Forest(self.members)
        for one, other, _ in self.links:
            bound.join(one, other)
        first: dict[str, str] = {}
        in_article: dict[str, set[Credit]] = defaultdict(set)
        for record in self.members:
            article = self.sharing.records[record].article
            bound.join(record, first.setdefault(article, record))
            in_article[article].update(self.credits[record])
        for one, other in self.relations(first):
            bound.join(first[one], first[other])
        held: dict[str, tuple[Credit, ...]] = {}
        for group in bound.groups():
            together = {credit for record in group for credit in self.credits[record]}
            for record in group:
                credits = self.credits[record] or in_article[self.sharing.records[record].article] or together
                held[record] = tuple(sorted(credits)) or ((OWN_VOICE, group[0]),)
        return held

    def _join_shared(
        self, forest: Forest[tuple[str, ...]], one: Mapping[Credit, str], other: Mapping[Credit, str]
    ) -> None:
        """Join whom two records credit that the same words carry: an unnamed source in both is one, and where the
        attribution was changed as a whole, it is still one origin."""
        met = bool(set(one) & set(other))
        for credit in one:
            for second in other:
                if credit[0] == second[0] == UNNAMED and credit[2:] == second[2:]:
                    forest.join(credit, second)
                    met = True
        if one and other and not met:
            first = next(iter(sorted(one)))
            for credit in (*one, *other):
                forest.join(first, credit)

    def _strand(self, records: set[str], credits: set[Credit]) -> _Strand:
        members = tuple(sorted(records))
        content = json.dumps([members, sorted(credits)], ensure_ascii=True, separators=(",", ":"))
        name = hashlib.sha256(content.encode("ascii")).hexdigest()[:16]
        why = (*self._shared_why(records), *self._repeated_why(members), *self._credited_why(members, credits))
        return _Strand(name, members, frozenset(credits), why)

    def _shared_why(self, records: set[str]) -> list[str]:
        """Return the joins by shared words that hang all the articles together that words bind, each article once."""
        said, hung = list[str](), Forest[str]()
        for one, other, number in self.links:
            a, b = self.sharing.records[one], self.sharing.records[other]
            if one in records and other in records and hung.top(a.article) != hung.top(b.article):
                hung.join(a.article, b.article)
                passage = self.sharing.passages[number]
                said.append(
                    f"the same words carry it in {' and '.join(sorted((self._place(a), self._place(b))))}: a passage of"
                    f" {passage.words} shared words ({passage.form.value})"
                )
        for one, other in self.relations(self.sharing.records[record].article for record in records):
            if hung.top(one) != hung.top(other):
                hung.join(one, other)
                titles = " and ".join(sorted((self.titles[one], self.titles[other])))
                common = self.sharing.related[one][other]
                said.append(f"{titles} tell the same value and share {common} words elsewhere")
        return sorted(said)

    def _place(self, record: Record) -> str:
        return f"{self.titles[record.article]} [{record.span.start}, {record.span.end})"

    def _repeated_why(self, members: Sequence[str]) -> list[str]:
        by_article: dict[str, list[Record]] = defaultdict(list)
        for record in members:
            by_article[self.sharing.records[record].article].append(self.sharing.records[record])
        return [
            f"{self._place(told[0])} and {' and '.join(f'[{one.span.start}, {one.span.end})' for one in told[1:])}"
            " are one article that tells the same again"
            for _, records in sorted(by_article.items())
            if len(told := sorted(records, key=lambda record: record.span)) > 1
        ]

    def _credited_why(self, members: Sequence[str], credits: set[Credit]) -> list[str]:
        said: list[str] = []
        for credit in sorted(credit for credit in credits if credit[0] == "named"):
            crediting = [record for record in members if credit in self.credits[record]]
            first: dict[str, str] = {}
            for record in crediting:
                first.setdefault(self.sharing.records[record].article, record)
            for one, other in pairwise(
                sorted(first.values(), key=lambda record: (self._place(self.sharing.records[record]), record))
            ):
                written = self.credits[one][credit], self.credits[other][credit]
                why = self.names.why(NameOf.SOURCE, *written) if written[0] != written[1] else None
                articles = " and ".join(self.titles[self.sharing.records[record].article] for record in (one, other))
                said.append(f"{articles} both credit {credit[1]} with it" + (f" ({why})" if why else ""))
        return said

"""A figure in, what the reasons of an agreement compare of it out: its words, whom it credits, where it happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from recoupe.crosscheck.disputes.counts_beside import hours
from recoupe.crosscheck.disputes.words import folded
from recoupe.crosscheck.names.kin import kin_of
from recoupe.crosscheck.names.names import Names
from recoupe.crosscheck.names.spelling import bare, is_named
from recoupe.lexicon.load import closed, entries
from recoupe.model.account import Account, Dossier
from recoupe.model.figure import Figure, Qualifier
from recoupe.model.judgement import NameOf

HEDGES = {
    Qualifier.AT_LEAST: "at least ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.ABOUT: "about ",
    Qualifier.NEARLY: "nearly ",
    Qualifier.AT_MOST: "at most ",
    Qualifier.UP_TO: "up to ",
    Qualifier.LESS_THAN: "less than ",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One figure as an article tells it. `parties` are those that the counted belong to and that did it,
    `sources` are the keys of whom it credits, `kin` those of whom
    they speak for or who speaks for them; `named` says that all of them have a name, `partial` that the
    words count some of a whole (`cinq des victimes`) though nothing says of which. `scenes` and `events` are the nouns
    of its sentence for kinds of places and for what struck, `hours` the parts of the day that it names."""

    id: str
    figure: Figure
    article: str
    place: str | None
    parties: tuple[str | None, str | None]
    sources: frozenset[str]
    named: bool
    partial: bool
    kin: frozenset[str]
    scenes: frozenset[str]
    events: frozenset[str]
    hours: frozenset[str]

    @property
    def words(self) -> str:
        return f"{HEDGES.get(self.figure.qualifier, '')}{self.figure.text}"

    @property
    def source(self) -> str:
        return " and ".join(sorted(self.sources)) or "no source"

    def __str__(self) -> str:
        credit = f", {self.source}" if self.sources else ""
        return f"{self.words} ({self.article}{credit})"


def told(dossier: Dossier, names: Names) -> Iterator[Told]:
    """Yield the figures of a dossier as reasons compare them, by article and place in the text."""
    kin = kin_of(dossier, names)
    for account in dossier.accounts:
        for key, figure in account.figures.items():
            words = frozenset(bare(_sentence(account, figure)))
            credited = names.credited(figure.source) if figure.source else ()
            sources = frozenset(names.key(NameOf.SOURCE, one) or one for one in credited)
            yield Told(
                id=key,
                figure=figure,
                article=account.article.name,
                place=names.key(NameOf.PLACE, figure.place),
                parties=(names.key(NameOf.PARTY, figure.side), names.key(NameOf.PARTY, figure.by)),
                sources=sources,
                named=all(is_named(one) for one in credited),
                partial=figure.part_of is None
                and _partial(account.article.text[figure.span.end : figure.span.end + 20]),
                kin=frozenset().union(*(kin.get(one, frozenset()) for one in sources)),
                scenes=_nouns("places", "facility") & words,
                events=_nouns("events", "event") & words,
                hours=hours(folded(_sentence(account, figure))),
            )


def _partial(behind: str) -> bool:
    """Return whether the words behind a number say that it counts some of many: `cinq des victimes`."""
    following = " ".join(bare(behind))
    return behind[:1].isspace() and any(f"{following} ".startswith(f"{some} ") for some in _partitives())


@cache
def _partitives() -> tuple[str, ...]:
    return tuple(" ".join(bare(one)) for one in str(closed("fr", "names", "words")["partitives"]).split("|"))


def _sentence(account: Account, figure: Figure) -> str:
    """Return the sentence that a figure stands in; its paragraph or its own words where the sentences are not known."""
    for block in account.article.blocks:
        if block.span.covers(figure.span):
            around = (sentence for sentence in block.sentences if sentence.covers(figure.span))
            return next(around, block.span).of(account.article.text)
    return figure.text


@cache
def _nouns(file: str, means: str) -> frozenset[str]:
    """Return the nouns of one word, and their plurals, of a lexicon file that mean this."""
    forms = {
        "".join(bare(form))
        for entry in entries("fr", file)
        if entry.means == means and entry.extra.get("role") == "noun"
        for form in entry.forms
        if len(bare(form)) == 1
    }
    return frozenset(forms | {f"{form}s" for form in forms})

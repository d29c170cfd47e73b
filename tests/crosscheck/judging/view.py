"""A cross-check laid out for the judge: its records by id, and the places in the articles that a case refers to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from recoupe.model.account import Account, Dossier
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.event import Event
from recoupe.model.figure import Figure, Number
from recoupe.model.span import Span
from recoupe.model.statement import Statement

Record = Figure | Statement | Event
Value = tuple[Number | None, Number | None]
# one character each, so that offsets stay
TYPOGRAPHY = str.maketrans({"’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "«": '"', "»": '"'})


class CaseBroken(ValueError):
    """A case asks for what no article holds, or asks in a way that is no notation: the case is wrong, not the program."""


def plain(words: str) -> str:
    """Return words in lower case without accents and typographic variants.

    >>> plain("L’Évêché")
    "l'eveche"
    """
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", words.translate(TYPOGRAPHY)) if not unicodedata.combining(c)
    )
    return bare.casefold()


def tokens(words: str) -> list[str]:
    """Return the plain words of a name.

    >>> tokens("Ousmane Kotto-Bara")
    ['ousmane', 'kotto', 'bara']
    """
    return re.findall(r"\w+", plain(words))


def named(asked: str, said: str | None) -> bool:
    """Return whether a name holds the words asked for, or those of one of several (`|`); `-` asks for no name.

    >>> named("observatoire|OCL", "Observatoire centrafricain des libertés"), named("-", None), named("Bria", None)
    (True, True, False)
    """
    for one in asked.split("|"):
        if one.strip() == "-":
            if said is None:
                return True
        elif said is not None and set(tokens(one)) <= set(tokens(said)):
            return True
    return False


def value_of(words: str) -> Value:
    """Return the interval that a value is written as: `62`, `90+` (90 to open), `-5`, `20..30`, `~1200` (about).

    >>> value_of("62"), value_of("90+"), value_of("-5"), value_of("20..30"), value_of("~1200"), value_of("2.5")
    ((62, 62), (90, None), (None, 5), (20, 30), (1080, 1320), (2.5, 2.5))
    """
    if words.startswith("~"):
        middle = _number(words[1:])
        return (int(middle * 9 // 10), int(-(-middle * 11 // 10)))
    if words.endswith("+"):
        return (_number(words[:-1]), None)
    if words.startswith("-"):
        return (None, _number(words[1:]))
    low, _, high = words.partition("..")
    return (_number(low), _number(high or low))


def _number(words: str) -> Number:
    try:
        return float(words) if "." in words else int(words)
    except ValueError as error:
        raise CaseBroken(f"{words!r} is no value") from error


@dataclass(slots=True)
class View:
    """A dossier and its cross-check. `names` gives the file name of each article id."""

    check: Crosscheck
    dossier: Dossier
    names: Mapping[str, str]
    accounts: dict[str, Account] = field(init=False)
    records: dict[str, Record] = field(init=False)

    def __post_init__(self) -> None:
        self.accounts = {self.names[account.article.id]: account for account in self.dossier.accounts}
        self.records = {}
        for account in self.dossier.accounts:
            for kept in (account.figures, account.statements, account.events):
                self.records.update(kept)

    def article(self, asked: str) -> str:
        """Return the name of the article that a case names, with or without its ending. Errors: CaseBroken."""
        for name in (asked, f"{asked}.txt"):
            if name in self.accounts:
                return name
        raise CaseBroken(f"there is no article {asked!r}")

    def id_of(self, asked: str) -> str:
        """Return the id of the article that a case names. Errors: CaseBroken."""
        return self.accounts[self.article(asked)].article.id

    def spots(self, reference: str) -> tuple[str, list[Span]]:
        """Return the article of `article: words` and every place where it holds the words; without words all of it."""
        article, _, words = reference.partition(":")
        name = self.article(article.strip())
        text = self.accounts[name].article.text
        if not words.strip():
            return name, [Span(0, len(text))]
        wanted = words.strip().translate(TYPOGRAPHY).lower()
        among = text.translate(TYPOGRAPHY).lower()
        if len(among) != len(text):
            raise CaseBroken(f"{name} does not keep its length in lower case")
        at = [hit.start() for hit in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", among)]
        if not at:
            raise CaseBroken(f"{name} does not hold {words.strip()!r}")
        return name, [Span(start, start + len(wanted)) for start in at]

    def records_at(self, reference: str, of: type[Record] | None = None) -> dict[str, Record]:
        """Return the records, of one class or of all, that meet the words of a reference `article: words`; of
        `article = value` the figures that have it."""
        if "=" in reference:
            return self._figures_of(*map(str.strip, reference.split("=", 1)))
        name, spots = self.spots(reference)
        account = self.accounts[name]
        kept: dict[str, Record] = {**account.figures, **account.statements, **account.events}
        return {
            key: record
            for key, record in kept.items()
            if (of is None or isinstance(record, of)) and any(record.span.meets(spot) for spot in spots)
        }

    def _figures_of(self, article: str, words: str) -> dict[str, Record]:
        value = value_of(words)
        figures = self.accounts[self.article(article)].figures
        return {key: figure for key, figure in figures.items() if (figure.low, figure.high) == value}

    def articles_of(self, ids: tuple[str, ...]) -> set[str]:
        """Return the file names of articles given by id."""
        return {self.names[one] for one in ids}

    def words_of(self, ids: tuple[str, ...]) -> str:
        """Return the words of records, one after the other, in plain form."""
        return " ".join(plain(self.records[one].text) for one in ids if one in self.records)


def value_said(low: Number | None, high: Number | None) -> str:
    """Return an interval as a case would write it."""
    if low == high:
        return f"{low}"
    return f"{low}+" if high is None else f"-{high}" if low is None else f"{low}..{high}"

"""One article of a crisis with its records under their ids, and all of them together: what the cross-check is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from recoupe.model.article import Article
from recoupe.model.event import Event
from recoupe.model.figure import Figure
from recoupe.model.judgement import Judgement
from recoupe.model.moment import Moment
from recoupe.model.place import Place
from recoupe.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One article and what it says. The keys are the records' ids, in the order of the text; ids are unique in a crisis.

    `withdrawn` holds the words by which its agency took the article back (`annule et remplace`), None where it stands.
    """

    article: Article
    figures: Mapping[str, Figure] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    moments: tuple[Moment, ...] = ()
    places: tuple[Place, ...] = ()
    withdrawn: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """All accounts of one crisis, by article id, and the judgements of people that stand."""

    crisis: str
    accounts: tuple[Account, ...]
    judgements: tuple[Judgement, ...] = ()

    def __post_init__(self) -> None:
        ids = [account.article.id for account in self.accounts]
        if ids != sorted(set(ids)):
            raise ValueError("the accounts of a dossier are sorted by article id, each once")

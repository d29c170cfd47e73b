"""All that one article says: what the flow hands to the ledger."""

from dataclasses import dataclass

from recoupe.model.article import Article
from recoupe.model.event import Event
from recoupe.model.figure import Figure
from recoupe.model.moment import Moment
from recoupe.model.place import Place
from recoupe.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """One article and its records. `made_by` is the fingerprint of the code, lexicons and model that read it.

    `moments` are the times that its text names, their spans in the article.
    """

    article: Article
    figures: tuple[Figure, ...]
    statements: tuple[Statement, ...]
    places: tuple[Place, ...]
    made_by: str
    events: tuple[Event, ...] = ()
    moments: tuple[Moment, ...] = ()

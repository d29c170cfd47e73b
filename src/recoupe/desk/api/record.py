"""One record for good: its fields, why it has them, the origins behind it, how to cite it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from recoupe.desk.api.frame import AsOf, CrisisName, api_router
from recoupe.desk.api.records import Told, told
from recoupe.desk.pages.record import behind_of, cited_of, whole_id
from recoupe.desk.visit import Here
from recoupe.errors import NotInLedger
from recoupe.ledger.overlay import end_of
from recoupe.show.citation import as_bibtex, as_csl, as_text
from recoupe.store.rows import EventRow, FigureRow, StatementRow

router = api_router()


class Reason(BaseModel):
    """Why a field has its value: the rule, the meaning of its lexicon entry where it is one, and the words that it read."""

    field: str
    value: str
    rule: str
    means: str | None
    words: str | None


class Origin(BaseModel):
    """One independent origin of a record in a crisis: `members` are the ids of all records that come from it."""

    crisis: str
    origin: str
    members: list[str]
    why: list[str]


class Citation(BaseModel):
    """How to cite a record."""

    text: str
    bibtex: str
    csl: str


class Whole(BaseModel):
    """One record: `current` says whether the latest reading of its article has it."""

    told: Told[FigureRow] | Told[StatementRow] | Told[EventRow]
    of: str
    current: bool
    sentence: str | None
    reasons: list[Reason]
    made_by: str
    origins: list[Origin]
    citation: Citation


@router.get("/records/{name}")
def record(visit: Here, name: str, crisis: CrisisName = None, as_of: AsOf = None) -> Whole:
    """One record, by its id or the beginning of it."""
    id = whole_id(visit, name)
    case = visit.ledger.reviews.case(id, before=end_of(visit.as_of))
    line = visit.ledger.browse.records([id]).get(id)
    if line is None:
        raise NotInLedger(id, "a person added it; it has no reading")
    explained = visit.ledger.explain(id, held=False)
    cited = cited_of(visit, case)
    items: list[Any] = told(visit, [line])
    return Whole(
        told=items[0],
        of=case.of.value,
        current=case.current,
        sentence="".join(part.words for part in case.stretches) or None,
        reasons=[
            Reason(
                field=one.field,
                value=one.value,
                rule=one.rule,
                means=one.entry.means if one.entry else None,
                words=one.context.words if one.context else None,
            )
            for one in explained.reasons
        ],
        made_by=explained.made_by,
        origins=[
            Origin(
                crisis=one.crisis, origin=one.origin.origin, members=list(one.origin.members), why=list(one.origin.why)
            )
            for one in behind_of(visit, case)
        ],
        citation=Citation(text=as_text(cited), bibtex=as_bibtex(cited), csl=as_csl(cited)),
    )

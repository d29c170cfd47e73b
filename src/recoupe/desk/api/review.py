"""What is to be judged, and what was judged of single records; a judgement names what it rests on (`If-Match`)."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Header, HTTPException, Query, Response
from pydantic import BaseModel, ConfigDict, Field, StrictFloat, StrictInt, StrictStr

from recoupe.desk.api.frame import LIMIT, After, CrisisName, Limit, Listed, Problem, api_router, cursor, reached
from recoupe.desk.reviewing import reviewer
from recoupe.desk.visit import Here
from recoupe.errors import ReviewConflict, ValueUnknown
from recoupe.model.review import RecordOf, Review, Standing
from recoupe.model.review_queue import QueueRow, State

router = api_router()

_REFUSED: dict[int | str, dict[str, Any]] = {
    code: {"model": Problem, "content": {"application/problem+json": {}}, "description": why}
    for code, why in {
        409: "Somebody judged the record at the same moment; nothing was kept",
        412: "Somebody judged the record since; look at what stands now",
        415: "The body is to be application/json",
        428: "If-Match is missing: the tag of what the judgement rests on",
    }.items()
}
Match = Annotated[
    str | None, Header(alias="If-Match", description="The ETag of the reviews that the judgement rests on.")
]


Value = StrictStr | StrictInt | StrictFloat | None
"""What a field may be given; `true` is no 1."""


class Judgement(BaseModel):
    """What a person says of a record. `changed` holds the corrected fields of a correction, in the codebook's names and
    values, null where a field is unknown; to reject or correct takes a reason; `confirm` repeats what stands."""

    model_config = ConfigDict(extra="forbid")
    verdict: str = Field(description="accept, reject, correct, confirm, or undo to take back one's own last word")
    reason: str | None = None
    changed: dict[str, Value] | None = None


class Addition(BaseModel):
    """A record that the program missed, at some words of an article (by its id); fields not named are unknown."""

    model_config = ConfigDict(extra="forbid")
    of: RecordOf
    article: str = Field(min_length=1, max_length=100)
    start: int = Field(ge=0, le=2**31)
    end: int = Field(ge=0, le=2**31)
    values: dict[str, Value]
    reason: str | None = None


class Reviews(BaseModel):
    """All that was judged of a record, and what stands of it: null where nobody ever judged it."""

    record: str
    standing: Standing | None
    items: list[Review]


@router.get("/review")
def queue(
    visit: Here,
    crisis: CrisisName = None,
    of: Annotated[RecordOf | None, Query(description="One type of record only.")] = None,
    state: Annotated[State, Query(description="Which queue.")] = State.OPEN,
    after: After = None,
    limit: Limit = LIMIT,
) -> Listed[QueueRow]:
    """What is to be judged, the told differently first; or what was judged, by `state`."""
    book = visit.ledger.crisis(crisis).review()
    last = reached(after) if after else [None]
    if len(last) != 1 or not isinstance(last[0], str | None):
        raise ValueUnknown("after", "it is no cursor of this interface")
    items = book.queue(of=of, state=state, after=last[0], limit=limit + 1, by=reviewer(visit))
    more = len(items) > limit
    rows = book.listed(items[:limit])
    return Listed(items=rows, next=cursor(rows[-1].record) if more else None)


@router.get("/records/{id}/reviews")
def reviews(visit: Here, id: str, response: Response) -> Reviews:
    """What was judged of a record. The answer's ETag is what the next judgement names in If-Match."""
    found = _reviews(visit, id)
    response.headers["etag"] = tag(found.standing)
    return found


@router.post("/records/{id}/reviews", status_code=201, responses=_REFUSED)
def judge(visit: Here, id: str, said: Judgement, response: Response, match: Match = None) -> Reviews:
    """Judge a record, under the name that one is logged in by."""
    if match is None:
        raise HTTPException(428, "If-Match is missing: give the ETag of the reviews that the judgement rests on")
    before = _reviews(visit, id).standing
    if match.strip() not in ("*", tag(before)):
        detail = f"{before.names[-1]} judged it" if before and before.names else "what stands of it changed"
        raise HTTPException(412, f"{detail} since; look at what stands now, and judge again")
    try:
        visit.ledger.reviews.judge(
            id,
            said.verdict,
            by=reviewer(visit),
            reason=said.reason,
            changed=said.changed,
            rests_on=before.number if before else None,
        )
    except ReviewConflict as error:
        raise HTTPException(409, str(error)) from error
    found = _reviews(visit, id)
    response.headers["etag"] = tag(found.standing)
    return found


@router.post("/review", status_code=201, responses={code: _REFUSED[code] for code in (409, 415)})
def add(visit: Here, said: Addition, response: Response) -> Reviews:
    """Add a record that the program missed."""
    try:
        added = visit.ledger.reviews.add(
            said.of, said.article, said.start, said.end, said.values, by=reviewer(visit), reason=said.reason
        )
    except ReviewConflict as error:
        raise HTTPException(409, str(error)) from error
    response.headers["etag"] = tag(added)
    return _reviews(visit, added.record)


def tag(standing: Standing | None) -> str:
    """Return the entity tag of what stands of a record: the number of the last row on it."""
    return f'"review-{standing.number if standing else 0}"'


def _reviews(visit: Here, id: str) -> Reviews:
    ledger = visit.ledger.reviews
    ledger.words(id)
    return Reviews(record=id, standing=ledger.standing(id), items=list(ledger.history(id)))

"""One record for good: its cell, its words in their sentence, why it says what it says, what is behind it, how to cite it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse

from recoupe.desk.downloads import Shape
from recoupe.desk.pages.records_lists import HEADS
from recoupe.desk.streaming import streamed
from recoupe.desk.visit import Here, Visit
from recoupe.errors import CrisisUnknown, NotInLedger, ValueUnknown
from recoupe.ledger.overlay import end_of
from recoupe.model.origin import Origin
from recoupe.show.citation import Cited, as_bibtex, as_csl, as_text
from recoupe.show.review_case import ReviewCase, Stretch
from recoupe.show.values import cell, interval, window
from recoupe.store.lines import Line
from recoupe.store.overview import Of
from recoupe.store.rows import FigureRow, StatementRow

router = APIRouter()
MEMBERS = 12
"""Records of one origin that are listed."""
_CITED = {"txt": as_text, "bib": as_bibtex, "csl.json": as_csl}
_MEDIA = {"txt": "text/plain", "bib": "application/x-bibtex", "csl.json": "application/vnd.citationstyles.csl+json"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """One origin of a record in one crisis: how many records it has in how many articles, and the first of them."""

    crisis: str
    origin: Origin
    members: tuple[Line, ...]
    more: int


@router.get("/records/{name}.{shape}")
def record_file(visit: Here, name: str, shape: Shape) -> Response:
    """One record as a file, with the fields of the lists."""
    line = _line(visit, name)
    of = _of(line)
    if shape is Shape.GEOJSON and of is Of.STATEMENTS:
        raise ValueUnknown(shape.value, "a statement has no place; csv, xlsx and json are to be had")
    point = visit.ledger.browse.points([line]).get(line.seq)
    cells = [*(getattr(line.row, head) for head in HEADS[of]), line.anchored]
    return streamed(f"record-{line.row.id}", (*HEADS[of], "anchored"), [(cells, point)], shape)


@router.get("/records/{name}/citation.{form}")
def citation(visit: Here, name: str, form: str) -> Response:
    """How to cite one record: `txt`, `bib` or `csl.json`."""
    if form not in _CITED:
        raise ValueUnknown(form, "one of " + ", ".join(_CITED))
    cited = cited_of(visit, visit.ledger.reviews.case(whole_id(visit, name), before=end_of(visit.as_of)))
    return PlainTextResponse(_CITED[form](cited), media_type=_MEDIA[form])


@router.get("/records/{name}")
def record(visit: Here, name: str) -> Response:
    """One record, by its id or the beginning of it."""
    case = visit.ledger.reviews.case(whole_id(visit, name), before=end_of(visit.as_of))
    line = visit.ledger.browse.records([case.record]).get(case.record)
    explained = visit.ledger.explain(case.record, held=False) if line else None
    told = {reason.field for one in case.shown for reason in one.reasons}
    cited = cited_of(visit, case)
    words = visit.words
    called = case.words if len(case.words) < 90 else case.words[:90] + "…"
    return visit.page(
        "record.html",
        title=words.say(f"record.title.{case.of}", words=" ".join(called.split())),
        case=case,
        sentence=_sentence(case),
        line=line,
        explained=explained,
        others=[one for one in explained.reasons if one.field not in told] if explained else [],
        behind=behind_of(visit, case),
        cited={"txt": as_text(cited), "bib": as_bibtex(cited), "csl.json": as_csl(cited)},
        address=cited.address,
        shapes=["csv", "xlsx", "json"] if case.of == "statement" else ["csv", "xlsx", "json", "geojson"],
        cell=cell,
        interval=interval,
        window=window,
    )


def _sentence(case: ReviewCase) -> list[tuple[str, list[Stretch]]]:
    """Return the sentence of a record with its own words in one piece, whichever rules read which of them."""
    return [(kind, list(some)) for kind, some in groupby(case.stretches, key=lambda one: one.kind)]


def whole_id(visit: Visit, name: str) -> str:
    """Return the whole id that a beginning stands for. Errors: NotInLedger, NameAmbiguous."""
    name = name.lower()
    if visit.ledger.reviews.history(name) or name in visit.ledger.browse.records([name]):
        return name
    return visit.ledger.whole_id(name)


def _line(visit: Visit, name: str) -> Line:
    id = whole_id(visit, name)
    line = visit.ledger.browse.records([id]).get(id)
    if line is None:
        raise NotInLedger(id, "a record that a person added has no reading to download")
    return line


def _of(line: Line) -> Of:
    if isinstance(line.row, FigureRow):
        return Of.FIGURES
    return Of.STATEMENTS if isinstance(line.row, StatementRow) else Of.EVENTS


def behind_of(visit: Visit, case: ReviewCase) -> tuple[Behind, ...]:
    """Return the origins behind a record in the crisis that is looked at, or in each that its article is of."""
    crises = visit.ledger.browse.crises_of(case.article_id)
    if visit.crisis_name is not None and visit.crisis_name not in visit.crises:
        raise CrisisUnknown(visit.crisis_name)
    found = []
    for name in [name for name in crises if visit.crisis_name in (None, name)]:
        for origin in visit.ledger.crisis(name).origins_of(case.record, visit.as_of) or ():
            others = [member for member in origin.members if member != case.record]
            members = visit.ledger.browse.records(others[:MEMBERS])
            shown = tuple(members[id] for id in others[:MEMBERS] if id in members)
            found.append(Behind(crisis=name, origin=origin, members=shown, more=len(others) - len(shown)))
    return tuple(found)


def cited_of(visit: Visit, case: ReviewCase) -> Cited:
    article = visit.ledger.browse.article_of(case.article_id)
    request = visit.request
    path = visit.here(f"/records/{case.record}")
    return Cited(
        record=case.record,
        words=case.words,
        start=case.start,
        end=case.start + len(case.words),
        title=case.title,
        file=case.article,
        publisher=case.publisher,
        published=case.published,
        url=article.url if article else None,
        made_by=article.made_by if article else "",
        address=f"{request.url.scheme}://{request.url.netloc}{path}",
        as_of=visit.as_of,
        anchored=not case.lost,
    )

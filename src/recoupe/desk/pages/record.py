"""One record for good: its cell, its words in their sentence, why it says what it says, what is behind it, how to cite it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse

from recoupe.catalogue import Catalogue
from recoupe.desk.downloads import Shape
from recoupe.desk.pages.records_lists import HEADS
from recoupe.desk.reviewing import said
from recoupe.desk.streaming import streamed
from recoupe.desk.visit import Here, Visit, loopback
from recoupe.errors import CrisisUnknown, NotInLedger, ValueUnknown
from recoupe.ledger.overlay import end_of
from recoupe.model.figure import Modality, Qualifier
from recoupe.model.origin import Origin
from recoupe.model.review import RecordOf, ReviewVerdict
from recoupe.show.citation import Cited, as_bibtex, as_csl, as_text, number_phrase
from recoupe.show.review_case import ReviewCase, Stretch
from recoupe.show.saying import sayer
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
    phrase = phrase_of(case)
    called = phrase if len(phrase) < 90 else phrase[:90] + "…"
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
        address=address_of(visit, case),
        shapes=["csv", "xlsx", "json"] if case.of == "statement" else ["csv", "xlsx", "json", "geojson"],
        cell=cell,
        interval=interval,
        say=sayer(words),
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
    """Return how a record is cited, with its hedge, what it counts and what people said of it."""
    article = visit.ledger.browse.article_of(case.article_id)
    url = visit.request.url
    return Cited(
        record=case.record,
        article=case.article_id,
        words=phrase_of(case),
        says=_says(visit.words, case),
        judged=_judged(visit.words, case),
        lost=visit.words.say("records.lost") if case.lost else "",
        title=case.title,
        file=case.article,
        publisher=case.publisher,
        published=case.published,
        url=article.url if article else None,
        made_by=article.made_by if article else "",
        # an address that leads to the reader's own machine leads nowhere
        address=None if loopback(url.hostname or "") else address_of(visit, case),
        as_of=visit.as_of,
    )


def address_of(visit: Visit, case: ReviewCase) -> str:
    """Return the address of a record at the desk that is asked."""
    url = visit.request.url
    return f"{url.scheme}://{url.netloc}{visit.here(f'/records/{case.record}')}"


def phrase_of(case: ReviewCase) -> str:
    """Return the words of a record, those of a figure with its hedge and what it counts."""
    return (number_phrase(case.stretches) if case.of is RecordOf.FIGURE else None) or case.words


def _says(words: Catalogue, case: ReviewCase) -> str:
    """Return what a record says, as read, or as the person had it who added it."""
    cells = {one.name: one.judged if case.added else one.read for one in case.cells}
    if case.of is RecordOf.FIGURE:
        hedge = words.term("qualifier", cells["qualifier"]) if cells["qualifier"] != Qualifier.EXACT else ""
        modality = words.term("modality", cells["modality"]) if cells["modality"] != Modality.REPORTED else ""
        number = interval(cells["low"], cells["high"], cells["unit"] or "count")
        parts = [number, hedge, words.term("kind", cells["kind"]), words.term("counted", cells["counted"]), modality]
    elif case.of is RecordOf.STATEMENT:
        parts = [cells["speaker"], words.term("act", cells["act"])]
    else:
        parts = [cells["actor"], words.term("type", cells["type"]), cells["target"]]
    return ", ".join(part for part in parts if part)


def _judged(words: Catalogue, case: ReviewCase) -> str:
    """Return what stands of people's word on a record: that it was rejected, corrected or added, by whom and why."""
    row = case.standing.row if case.standing else None
    if case.standing is None or row is None or row.verdict is ReviewVerdict.ACCEPT:
        return ""
    fields = "; ".join(
        f"{words.say(f'review.field.{name}')} {said(words, name, value) or words.say('records.unknown')}"
        for name, value in (row.changed or {}).items()
        if row.verdict is ReviewVerdict.CORRECT
    )
    parts = [f"{words.say(f'records.judged.{row.verdict}')} {row.by}, {row.at[:10]}", fields, row.reason]
    return " : ".join(part for part in parts if part)

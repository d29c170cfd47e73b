"""A number of figures in, a ledger that holds them out: reports of invented places, always the same ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from recoupe.model.article import Article, Block, BlockKind, PublishedBasis, Raw
from recoupe.model.digest import Digest
from recoupe.model.event import DatePrecision, Event, EventModality, EventType
from recoupe.model.figure import Counted, Figure, Kind, Modality, Qualifier
from recoupe.model.place import GazetteerEntry, Place, PlaceName
from recoupe.model.span import Evidence, Span
from recoupe.model.statement import Act, Form, Statement
from recoupe.store.connect import open_engine
from recoupe.store.writer import Writer

FIGURES_EACH = 200
TOWNS, SOURCES = 400, 300
FIRST_DAY = date(2021, 1, 4)
CRISES = (("crue", 8), ("siege", 5), ("seisme", 2), ("epidemie", 1))
"""The invented crises, with how many of sixteen reports are of each."""
_HEDGES = (
    ("", Qualifier.EXACT), ("au moins ", Qualifier.AT_LEAST), ("plus de ", Qualifier.MORE_THAN),
    ("environ ", Qualifier.ABOUT), ("", Qualifier.EXACT), ("près de ", Qualifier.NEARLY),
)  # fmt: skip
_TOLD = (
    (Kind.KILLED, "ont été tués"), (Kind.INJURED, "ont été blessés"), (Kind.MISSING, "sont portés disparus"),
    (Kind.DISPLACED, "ont fui"), (Kind.EVACUATED, "ont été évacués"), (Kind.DETAINED, "ont été arrêtés"),
    (Kind.DESTROYED, "ont été détruits"), (Kind.KILLED, "sont morts"),
)  # fmt: skip
_WHO = (
    (Counted.CIVILIANS, "civils"), (Counted.CHILDREN, "enfants"), (Counted.PEOPLE, "habitants"),
    (Counted.COMBATANTS, "miliciens"), (Counted.BUILDINGS, "bâtiments"), (Counted.POLICE, "policiers"),
)  # fmt: skip
_SAID = ((Act.SAY, "a déclaré"), (Act.ACCUSE, "a accusé"), (Act.DENY, "a démenti"), (Act.DEMAND, "a demandé"))
_SIDES = (None, None, "armée", "insurgés", "milice du fleuve")
_SYLLABLES = "ba ke li mo nu ra si to ve zu da fe gi lo pu".split()


class Drawn:
    """Numbers that look drawn and are always the same."""

    def __init__(self, seed: int) -> None:
        self._state = seed * 2 + 1

    def below(self, limit: int) -> int:
        """Return a whole number from 0 up to and without a limit."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % limit

    def early(self, limit: int) -> int:
        """Return a whole number below a limit, the small ones far more often, as with names in real reports."""
        return self.below(self.below(limit) + 1)


@dataclass(slots=True)
class Page:
    """A text that grows by sentences, and where things stand in it."""

    id: str
    text: str = ""

    def add(self, words: str) -> Span:
        """Put words at the end and return where they stand."""
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))


@cache
def town(number: int) -> str:
    """Return the name of an invented town."""
    return "".join(_SYLLABLES[number // 15**at % 15] for at in range(3)).capitalize() + "-sur-Onde"


@cache
def source(number: int) -> str | None:
    """Return the name of an invented source; every fifth figure has none."""
    return None if number % 5 == 4 else f"préfecture de {town(number * 7)}"


def reports(figures: int, each: int = FIGURES_EACH) -> Iterator[tuple[str, Raw, Digest]]:
    """Yield each report with the crisis that it is of, until so many figures are told."""
    names = [name for name, share in CRISES for _ in range(share)]
    for at in range(-(-figures // each)):
        crisis = names[at * 7 % len(names)]
        yield crisis, *report(at, min(each, figures - at * each))


def report(at: int, figures: int) -> tuple[Raw, Digest]:
    """Return one report with so many figures, a fifth as many statements, and a tenth as many events."""
    drawn, day = Drawn(at), FIRST_DAY + timedelta(days=at // 12)
    name = f"depeche-{at:06}.txt"
    id = hashlib.sha256(name.encode()).hexdigest()[:16]
    page, told, said, done = Page(id), [], [], []
    page.add(f"Dépêche {at}\n\n")
    for number in range(figures):
        told.append(_figure(page, drawn, day))
        if number % 5 == 0:
            said.append(_statement(page, drawn))
        if number % 10 == 0:
            done.append(_event(page, drawn, day))
    article = Article(
        id=id, name=name, text=page.text, language="fr", title=f"Dépêche {at}", publisher=f"Journal {at % 40}",
        blocks=(Block(BlockKind.BODY, Span(0, len(page.text)), (Span(0, len(page.text)),)),),
        published=day.isoformat(), published_basis=PublishedBasis.METADATA,
    )  # fmt: skip
    raw = Raw(name=name, origin=name, data=page.text.encode(), media="text", published=day.isoformat())
    places = tuple(_place(figure) for figure in told[:10])
    digest = Digest(
        article=article, figures=tuple(told), statements=tuple(said), events=tuple(done), places=places, made_by="bench"
    )
    return raw, digest


def fill(path: Path, figures: int, each: int = FIGURES_EACH) -> None:
    """Put so many figures into the ledger of a file, five hundred reports to a transaction."""
    writer = Writer(engine=open_engine(path, create=True), path=path)
    writer.add_all(reports(figures, each), run=writer.begin("bench"))


def _figure(page: Page, drawn: Drawn, day: date) -> Figure:
    hedge, qualifier = _HEDGES[drawn.below(len(_HEDGES))]
    kind, verb = _TOLD[drawn.early(len(_TOLD))]
    counted, who = _WHO[drawn.early(len(_WHO))]
    place, credited = drawn.early(TOWNS), source(drawn.early(SOURCES))
    value = drawn.below(40) + 1 if drawn.below(4) else (drawn.below(90) + 10) * 50
    before = page.add(hedge)
    number = page.add(str(value))
    page.add(f" {who} {verb} à ")
    where = page.add(town(place))
    page.add(f", selon la {credited}.\n" if credited else ".\n")
    since = day - timedelta(days=drawn.below(5))
    exact = qualifier is Qualifier.EXACT
    hedged = () if exact else (Evidence("qualifier", "hedges:bench", before),)
    return Figure(
        article=page.id, span=number, text=number.of(page.text), unit="count", low=value,
        high=value if exact else None, qualifier=qualifier, kind=kind, counted=counted,
        side=_SIDES[drawn.below(5)], by=_SIDES[drawn.below(5)], place=town(place), place_id=f"bench:{place}",
        since=since.isoformat(), until=day.isoformat(), source=credited,
        modality=Modality.ALLEGED if drawn.below(9) == 0 else Modality.REPORTED,
        evidence=(Evidence("value", "number", number), Evidence("place", "moments:bench", where), *hedged),
    )  # fmt: skip


def _statement(page: Page, drawn: Drawn) -> Statement:
    act, verb = _SAID[drawn.early(len(_SAID))]
    speaker = f"maire de {town(drawn.early(SOURCES))}"
    page.add("« ")
    said = page.add(f"L'eau monte encore à {town(drawn.early(TOWNS))}")
    page.add(" », ")
    cue = page.add(verb)
    page.add(f" le {speaker}.\n")
    return Statement(
        article=page.id, span=said, text=said.of(page.text), speaker=speaker, form=Form.DIRECT, cue=verb, cue_span=cue,
        act=act, evidence=(Evidence("cue", "attribution:bench", cue),),
    )  # fmt: skip


def _event(page: Page, drawn: Drawn, day: date) -> Event:
    place = drawn.early(TOWNS)
    done = page.add(f"La milice a attaqué {town(place)}")
    page.add(".\n")
    return Event(
        article=page.id, span=done, text=done.of(page.text), type=list(EventType)[drawn.early(len(EventType))],
        actor="milice du fleuve", place=town(place), place_id=f"bench:{place}", date=day.isoformat(),
        date_precision=DatePrecision.DAY, modality=EventModality.REPORTED,
        evidence=(Evidence("type", "events:bench", done),),
    )  # fmt: skip


def _place(figure: Figure) -> Place:
    number = int((figure.place_id or ":0").partition(":")[2])
    entry = GazetteerEntry(
        id=f"bench:{number}", name=figure.place or "", level="city", country="ZZ",
        latitude=40 + number % 20 / 10, longitude=5 + number // 20 / 10,
    )  # fmt: skip
    span = figure.evidence[1].span
    assert span is not None
    return Place(
        name=PlaceName(span=span, name=figure.place or "", role="in", rule="bench"), entry=entry, score=1.0,
        precision="exact",
    )  # fmt: skip

"""An invented crisis in, findings of a check out that refer to its records: so many that each view has pages to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from bench.ledger import CRISES, FIGURES_EACH, report
from recoupe.crosscheck.fingerprint import checked_by
from recoupe.ledger import local_engine
from recoupe.model.article import Article, PublishedBasis
from recoupe.model.crosscheck import Crosscheck
from recoupe.model.dating import Dating
from recoupe.model.digest import Digest
from recoupe.model.dispute import Dispute, DisputeKind, Position
from recoupe.model.event import Event
from recoupe.model.figure import Figure
from recoupe.model.origin import Origin
from recoupe.model.passage import Copying, Direction, Lineage, Passage, PassageForm
from recoupe.model.series import Agreement, Series, Step, StepKind, Verdict
from recoupe.model.span import Span
from recoupe.model.timeline import Entry, EntryOf, Happening
from recoupe.settings import Settings
from recoupe.store.connect import open_engine
from recoupe.store.crises import CrisisBook
from recoupe.store.ids import content_id, event_id, figure_id
from recoupe.store.writer import Writer

REPORTS, FIGURES = 150, 30
"""How many reports of a crisis the findings speak of, and how many figures of each."""
FAMILY = 5


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with its id, and the day of its report."""

    id: str
    figure: Figure
    day: str


def check_all(path: Path, figures: int, each: int = FIGURES_EACH) -> None:
    """Keep invented findings for every crisis of an invented ledger, as if each had just been checked."""
    writer = Writer(engine=open_engine(path, create=False), path=path)
    made_by = f"{checked_by()} {local_engine(Settings.from_environment()).made_by()}"
    names = [name for name, share in CRISES for _ in range(share)]
    for crisis, _ in CRISES:
        numbers = [at for at in range(-(-figures // each)) if names[at * 7 % len(names)] == crisis]
        if numbers:
            book = CrisisBook(engine=writer.engine, path=path, crisis=crisis)
            some = [report(at, min(each, figures - at * each))[1] for at in numbers[:REPORTS]]
            found = findings(crisis, some)
            book.keep(found, made_by=made_by, state=book.state(made_by)[0], run=writer.begin("bench"))


def findings(crisis: str, some: Sequence[Digest]) -> Crosscheck:
    """Return findings on some reports of a crisis."""
    told = [
        Told(figure_id(one.article.id, figure), figure, str(one.article.published))
        for one in some
        for figure in one.figures[:FIGURES]
    ]
    articles = [one.article for one in some]
    groups = _grouped(told)
    happenings = tuple(
        _happenings((one.article.id, event_id(one.article.id, event), event) for one in some for event in one.events)
    )
    return Crosscheck(
        crisis=crisis,
        passages=tuple(_passages(articles)),
        lineages=tuple(_families(articles)),
        datings=tuple(
            Dating(
                article=one.id, published=one.published, basis=PublishedBasis.METADATA, earliest=one.published,
                latest=one.published,
            )
            for one in articles
        ),
        origins=tuple(_origins(groups)),
        series=tuple(map(_series, groups)),
        agreements=tuple(_agreements(groups)),
        disputes=tuple(islice(map(_dispute, [group for group in groups if len(group) > 3]), 60)),
        happenings=happenings,
        timeline=tuple(map(_entry, happenings)),
    )  # fmt: skip


def _grouped(told: Iterable[Told]) -> list[list[Told]]:
    """Return the figures of one kind, counted and place together, by day."""
    groups: dict[tuple[str, str, str | None], list[Told]] = {}
    for one in told:
        groups.setdefault((one.figure.kind, one.figure.counted, one.figure.place), []).append(one)
    return [sorted(group, key=lambda one: (one.day, one.id)) for group in groups.values()]


def _series(group: list[Told]) -> Series:
    first = group[0].figure
    steps = tuple(
        Step(
            until=one.day, low=one.figure.low, high=one.figure.high, qualifier=one.figure.qualifier,
            step=StepKind.RAISED if at else StepKind.FIRST, counted=first.counted, place=first.place,
            articles=(one.figure.article,), origins=(one.id,), figures=(one.id,),
        )
        for at, one in enumerate(group)
    )  # fmt: skip
    return Series(
        id=content_id("series", group[0].id), kind=first.kind, counted=first.counted, unit="count", place=first.place,
        since=first.since, source=first.source, running=True, steps=steps,
    )  # fmt: skip


def _origins(groups: Iterable[list[Told]]) -> Iterator[Origin]:
    for group in groups:
        members = tuple(sorted(one.id for one in group[:8]))
        for one in group:
            yield Origin(
                record=one.id, origin=group[0].id, members=members if one.id in members else (one.id,),
                why=("the same source and value",),
            )  # fmt: skip


def _agreements(groups: Iterable[list[Told]]) -> Iterator[Agreement]:
    for group in groups:
        for one, other in pairwise(group):
            a, b = sorted((one.id, other.id))
            apart = one.figure.high is not None and (other.figure.low or 0) > one.figure.high
            yield Agreement(
                a=a, b=b, verdict=Verdict.CONFLICT if apart else Verdict.COMPATIBLE, reasons=("their intervals",)
            )


def _dispute(group: list[Told]) -> Dispute:
    positions = tuple(
        Position(speaker=one.figure.source, says=one.figure.text, statements=(), figures=(one.id,), origins=(one.id,))
        for one in group[:4]
    )
    first = group[0]
    question = f"{first.figure.kind} {first.figure.counted}, {first.figure.place}"
    return Dispute(
        id=content_id("dispute", first.id), kind=DisputeKind.HOW_MANY, question=question, positions=positions,
        why=("their intervals do not meet",),
    )  # fmt: skip


def _happenings(told: Iterable[tuple[str, str, Event]]) -> Iterator[Happening]:
    groups: dict[tuple[str, str | None, str | None], list[tuple[str, str, Event]]] = {}
    for article, id, event in told:
        groups.setdefault((event.type, event.place, event.date), []).append((article, id, event))
    for group in groups.values():
        first = group[0][2]
        yield Happening(
            id=content_id("happening", group[0][1]), type=first.type, mode=first.mode, actor=first.actor,
            target=first.target, place=first.place, date=first.date, date_precision=first.date_precision,
            modality=first.modality, tellings=tuple(sorted(id for _, id, _ in group)),
            articles=tuple(sorted({article for article, _, _ in group})), origins=(group[0][1],), why=(),
        )  # fmt: skip


def _entry(one: Happening) -> Entry:
    return Entry(
        day=str(one.date), until=None, of=EntryOf.EVENT, says=f"{one.actor}, {one.place}", modality=one.modality.value,
        records=one.tellings, articles=one.articles, sources=(), origins=one.origins, reported=(str(one.date),),
        disputes=(),
    )  # fmt: skip


def _passages(articles: Sequence[Article]) -> Iterator[Passage]:
    for a, b in _neighbours(articles):
        yield Passage(
            article_a=a, span_a=Span(0, 40), article_b=b, span_b=Span(0, 40), form=PassageForm.VERBATIM, words=9,
            direction=Direction.A_TO_B, why=("it appeared first",),
        )  # fmt: skip


def _families(articles: Sequence[Article]) -> Iterator[Lineage]:
    for at in range(0, len(articles) - FAMILY + 1, FAMILY):
        family = articles[at : at + FAMILY]
        copyings = tuple(
            Copying(
                article_a=a, article_b=b, passages=1, words=9, share_a=0.1, share_b=0.1, direction=Direction.A_TO_B,
                why=("it appeared first",),
            )
            for a, b in _neighbours(family)
        )  # fmt: skip
        ids = tuple(sorted(one.id for one in family))
        yield Lineage(id=content_id("lineage", ids), articles=ids, copyings=copyings, roots=ids[:1])


def _neighbours(articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    for at in range(0, len(articles) - FAMILY + 1, FAMILY):
        for one, other in pairwise(articles[at : at + FAMILY]):
            a, b = sorted((one.id, other.id))
            yield a, b
